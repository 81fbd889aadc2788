add_engine(net LEVEL 4 USES base codec store http app LIBRARIES fmt log threads openssl tls)
