add_engine(base LEVEL 0 LIBRARIES fmt)
