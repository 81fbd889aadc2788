add_feature(audit DEPENDS codes LIBRARIES fmt)
