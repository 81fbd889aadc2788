add_feature(live)
