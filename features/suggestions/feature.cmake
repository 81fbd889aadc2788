add_feature(suggestions DEPENDS codes organisations people orders shares seats LIBRARIES fmt log)
