add_engine(journal LEVEL 2 USES base codec crypto store LIBRARIES json threads fmt)
