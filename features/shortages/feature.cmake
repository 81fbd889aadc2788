add_feature(shortages DEPENDS codes definitions orders organisations papers statistics LIBRARIES fmt xlsxwriter)
