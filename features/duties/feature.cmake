add_feature(duties DEPENDS codes imports papers proofs)
