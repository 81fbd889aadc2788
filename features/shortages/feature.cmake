add_feature(shortages DEPENDS codes definitions imports orders organisations papers statistics LIBRARIES fmt xlsxwriter)
