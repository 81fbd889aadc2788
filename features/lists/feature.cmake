add_feature(lists DEPENDS codes definitions orders organisations papers statistics LIBRARIES fmt xlsxwriter)
