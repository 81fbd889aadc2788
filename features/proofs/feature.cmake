add_feature(proofs DEPENDS codes)
