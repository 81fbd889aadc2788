add_feature(accounts DEPENDS codes organisations people LIBRARIES fmt)
