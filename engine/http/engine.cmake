add_engine(http LEVEL 1 USES base codec LIBRARIES fmt zlib)
