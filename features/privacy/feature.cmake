add_feature(privacy DEPENDS codes people accounts LIBRARIES fmt)
