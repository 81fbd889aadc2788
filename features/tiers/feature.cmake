add_feature(tiers DEPENDS codes organisations orders shares seats ratings LIBRARIES fmt)
