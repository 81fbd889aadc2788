add_feature(nightly DEPENDS codes people orders suggestions LIBRARIES fmt log)
