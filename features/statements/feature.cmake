add_feature(statements DEPENDS codes organisations people orders shares seats timesheets)
