add_feature(seats DEPENDS codes organisations people orders shares)
