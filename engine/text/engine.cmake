add_engine(text LEVEL 1 USES base)
