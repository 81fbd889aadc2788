add_feature(shortages DEPENDS codes definitions orders organisations statistics LIBRARIES fmt)
