add_engine(access LEVEL 2 USES base codec crypto store journal LIBRARIES json fmt)
