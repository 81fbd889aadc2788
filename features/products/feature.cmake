add_feature(products DEPENDS codes organisations orders shares engagements LIBRARIES fmt)
