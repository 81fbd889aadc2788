add_feature(duties DEPENDS codes proofs)
