add_feature(demo DEPENDS codes accounts organisations people orders shares seats standby timesheets statements LIBRARIES fmt log)
