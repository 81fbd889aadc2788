add_engine(app LEVEL 3 USES base codec crypto store http journal access LIBRARIES json threads log fmt)
