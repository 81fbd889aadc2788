add_feature(demo DEPENDS codes accounts organisations people orders shares seats timesheets statements quotes counter_offers LIBRARIES fmt log)
