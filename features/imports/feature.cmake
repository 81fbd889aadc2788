add_feature(imports DEPENDS codes occupations organisations orders people LIBRARIES fmt json icu zlib xlsxwriter)
