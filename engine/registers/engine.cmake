add_engine(registers LEVEL 4 USES base codec crypto store journal access app LIBRARIES json fmt log toml)
