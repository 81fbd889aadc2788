add_feature(figures DEPENDS codes organisations orders LIBRARIES fmt)
