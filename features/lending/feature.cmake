add_feature(lending DEPENDS codes organisations people orders seats statements LIBRARIES fmt)
