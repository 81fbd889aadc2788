add_feature(nominations DEPENDS codes organisations orders shares LIBRARIES fmt)
