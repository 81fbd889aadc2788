add_feature(quotes DEPENDS codes draws organisations orders shares LIBRARIES fmt)
