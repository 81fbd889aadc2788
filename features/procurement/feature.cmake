add_feature(procurement DEPENDS codes organisations orders shares draws engagements LIBRARIES fmt)
