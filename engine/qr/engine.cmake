add_engine(qr LEVEL 1 USES base LIBRARIES fmt qrencode)
