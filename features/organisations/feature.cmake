add_feature(organisations DEPENDS codes definitions LIBRARIES fmt)
