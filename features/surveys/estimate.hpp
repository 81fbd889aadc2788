#pragma once
// What a stratified sample says of all households, and how sure that is. Pure.
// Cochran, Sampling Techniques, 3rd ed., ch. 5: means and totals §5.3, limits §5.4, subpopulations §5A.14.

#include <cstdint>
#include <vector>

namespace jianghui::surveys {

/// What one household adds to the two sums of a ratio; both 0 when it is not of what is counted.
struct Observed {
    double y = 0;
    double x = 0;
};

/// A stratum: how many households it has, and those whose state is known.
struct Known {
    std::int64_t size = 0;
    std::vector<Observed> households;
};

/// A value with its 95 % interval.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
    double error = 0;    ///< standard error
    double freedom = 0;  ///< effective degrees of freedom; 0 when nothing varies
};

/// Joins each stratum with fewer than two known households with the one after it, the last with the one
/// before. One stratum is left when none has two.
[[nodiscard]] std::vector<Known> joined(std::vector<Known> strata);

/// The total of y: Σ N ȳ, v = Σ N(N − r)/r s². Requires r ≥ 2 in each stratum, or r = N.
[[nodiscard]] Estimate total_of(const std::vector<Known>& strata);
/// The ratio of the totals of y and x, linearised: v of z = (y − R x) ÷ X. 0 when X is. Requires as above.
[[nodiscard]] Estimate ratio_of(const std::vector<Known>& strata);

/// The same of a share, y ≤ x of each household, by Wilson's interval with the effective number of households (Wilson,
/// J. Am. Stat. Assoc. 22 (1927) 209; Franco, Little, Louis, Slud, J. Surv. Stat. Methodol. 7 (2019) 334): never outside
/// 0 … 1, and none or all of a sample is not none or all of everybody. The effective number is what would give the
/// estimate's variance, R(1 − R)/v; where nothing varies, the households asked, less what unequal weights cost (Kish),
/// as if the members of one said all the same. Certain when every household is known.
[[nodiscard]] Estimate share_of(const std::vector<Known>& strata);

/// The 97.5 % point of Student's distribution, within 0.5 % for one degree and more; 1.96 for endless ones.
[[nodiscard]] double student(double freedom);

}  // namespace jianghui::surveys
