add_feature(cancellations DEPENDS codes organisations orders shares LIBRARIES fmt)
