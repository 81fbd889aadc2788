add_feature(targets DEPENDS codes figures proofs)
