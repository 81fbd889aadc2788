add_feature(nightly DEPENDS codes people orders seats suggestions LIBRARIES fmt log)
