add_engine(store LEVEL 1 USES base codec crypto LIBRARIES sqlite postgres threads fmt)
