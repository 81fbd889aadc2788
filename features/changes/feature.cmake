add_feature(changes DEPENDS codes organisations orders shares LIBRARIES fmt)
