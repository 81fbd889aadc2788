add_feature(fairs DEPENDS codes organisations people orders shares seats suggestions allocation LIBRARIES fmt log)
