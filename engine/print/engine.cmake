add_engine(print LEVEL 1 USES base qr LIBRARIES fmt hpdf xlsxwriter)
