add_feature(imports DEPENDS codes organisations orders people LIBRARIES fmt json icu zlib xlsxwriter)
