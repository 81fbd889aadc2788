add_feature(shortages DEPENDS certificates codes definitions orders organisations statistics LIBRARIES fmt)
