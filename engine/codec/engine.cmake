add_engine(codec LEVEL 1 USES base LIBRARIES json fmt)
