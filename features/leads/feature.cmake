add_feature(leads DEPENDS codes organisations orders shares timesheets statements lending LIBRARIES fmt json)
