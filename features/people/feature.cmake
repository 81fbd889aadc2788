add_feature(people DEPENDS codes organisations quarter_reports LIBRARIES fmt)
