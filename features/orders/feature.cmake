add_feature(orders DEPENDS codes organisations)
