add_feature(efficiency DEPENDS codes orders organisations)
