add_feature(engagements DEPENDS codes organisations orders shares LIBRARIES fmt)
