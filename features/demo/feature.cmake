add_feature(demo DEPENDS codes definitions accounts organisations people orders shares seats timesheets statements lending engagements products quotes counter_offers standby papers LIBRARIES fmt log)
