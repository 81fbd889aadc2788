add_feature(definitions DEPENDS codes LIBRARIES fmt log)
