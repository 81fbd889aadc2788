add_engine(crypto LEVEL 1 USES base LIBRARIES openssl sodium oath)
