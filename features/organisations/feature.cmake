add_feature(organisations DEPENDS codes LIBRARIES fmt)
