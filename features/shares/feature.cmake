add_feature(shares DEPENDS codes organisations orders)
