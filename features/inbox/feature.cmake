add_feature(inbox DEPENDS codes organisations orders LIBRARIES fmt)
