add_feature(draws DEPENDS codes organisations orders shares LIBRARIES fmt)
