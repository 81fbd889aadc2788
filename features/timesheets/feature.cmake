add_feature(timesheets DEPENDS codes organisations people orders shares seats LIBRARIES fmt)
