add_feature(allocation DEPENDS codes LIBRARIES fmt)
