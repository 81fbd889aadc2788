add_feature(people DEPENDS codes organisations LIBRARIES fmt)
