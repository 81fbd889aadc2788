add_feature(leads DEPENDS codes organisations orders shares timesheets statements LIBRARIES fmt json)
