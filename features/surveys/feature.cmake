add_feature(surveys DEPENDS codes draws imports LIBRARIES fmt xlsxwriter)
