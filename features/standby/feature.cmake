add_feature(standby DEPENDS codes organisations orders shares LIBRARIES fmt)
