add_engine(matching LEVEL 1 USES base LIBRARIES fmt)
