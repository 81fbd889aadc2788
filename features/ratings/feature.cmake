add_feature(ratings DEPENDS codes organisations orders people shares seats timesheets statements LIBRARIES fmt)
