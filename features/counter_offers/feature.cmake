add_feature(counter_offers DEPENDS codes organisations orders shares LIBRARIES fmt)
