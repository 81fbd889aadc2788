#pragma once
// Which households are asked: strata, how many of each, and a lottery in each from one seed. Pure: the
// frame, the numbers and the seed give the same sample always.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/crypto/crypto.hpp"

namespace jianghui::surveys {

/// A village of the frame; its households are numbered from 1 to `size`.
struct Village {
    std::string place;  ///< county or township
    std::string name;
    std::string type;
    std::int64_t size = 0;
    std::int64_t spread = 1;  ///< standard deviation that is expected of what is measured, in any unit
};

/// Villages of one place and type.
struct Stratum {
    std::string place;
    std::string type;
    std::int64_t size = 0;    ///< households
    double spread = 1;        ///< mean of its villages' spreads, by households
    std::vector<int> villages;  ///< indices into the frame, in its order
};
/// In the order of place and type.
[[nodiscard]] std::vector<Stratum> strata_of(const std::vector<Village>& frame);

enum class Allotment {
    proportional,  ///< by households
    neyman         ///< by households times spread (Cochran 5.5)
};
BOOST_DESCRIBE_ENUM(Allotment, proportional, neyman)

/// How many of each stratum are asked: each at least `least` and at most all; their sum is `wanted`,
/// unless the bounds forbid it (then the nearest that they allow). Largest remainders, ties to the first.
[[nodiscard]] std::vector<std::int64_t> allotted(const std::vector<Stratum>& strata, Allotment how,
                                                 std::int64_t wanted, std::int64_t least);

/// SM3 of the frame in its order: a line "place,type,name,size,spread" for each village.
[[nodiscard]] crypto::Digest digest_of(const std::vector<Village>& frame);

/// A household: the village's index in the frame and its number there.
struct Drawn {
    int village = 0;
    std::int64_t ordinal = 0;
    bool operator==(const Drawn&) const = default;
};
/// The first `count` households of the stratum in the order of its lottery: seed SM3(seed ‖ "place/type"),
/// households in the order of village and number, draws::lottery.
[[nodiscard]] std::vector<Drawn> drawn_from(const std::vector<Village>& frame, const Stratum& stratum,
                                            const crypto::Digest& seed, std::int64_t count);

}  // namespace jianghui::surveys
