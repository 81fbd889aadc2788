add_feature(quarter_reports DEPENDS codes definitions orders organisations papers statistics LIBRARIES fmt xlsxwriter)
