add_engine(procedures LEVEL 4 USES base codec crypto store journal access app registers LIBRARIES json fmt)
