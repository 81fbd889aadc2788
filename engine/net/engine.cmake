add_engine(net LEVEL 4 USES base codec http app LIBRARIES fmt log threads openssl tls)
