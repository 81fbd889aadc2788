add_feature(occupations DEPENDS codes LIBRARIES fmt)
