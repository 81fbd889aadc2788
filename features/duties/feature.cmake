add_feature(duties DEPENDS codes imports proofs)
