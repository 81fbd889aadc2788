#pragma once
// Warning levels: what one quarter says, what stands after several, and how often it was right. Pure.

#include <optional>
#include <vector>

#include "features/shortages/score.hpp"

namespace jianghui::shortages {

/// The version of the way from figures to levels: raise it with every change of it.
inline constexpr int levels_formula = 1;

/// In rising order.
enum class Level { surplus, none, yellow, orange, red };
BOOST_DESCRIBE_ENUM(Level, surplus, none, yellow, orange, red)

/// From where on a quarter is of a level; all of them must hold.
struct LevelLimit {
    std::int64_t ratio_hundredths = 0;
    std::int64_t gap_per_mille = 0;
    std::int64_t days = 0;
    std::int64_t demand = 0;
};
struct LevelLimits {
    LevelLimit yellow, orange, red;
    std::int64_t surplus_ratio_hundredths = 0;
    int periods = 2;  ///< so many quarters in a row move the level
};

/// What the quarter alone says. Median days that nobody knows are not asked. Fewer posts than the
/// yellow limit's demand are no shortage; fewer people than that no surplus.
[[nodiscard]] Level level_of(const Facts& facts, const LevelLimits& limits);

/// What stands after a quarter: the level before, unless each of the last `periods` quarters was higher
/// (then the lowest of them) or lower (then the highest). `newest_first` begins with the quarter itself
/// and has no gaps; with fewer quarters nothing moves.
[[nodiscard]] Level standing_after(Level before, const std::vector<Level>& newest_first,
                                   int periods);

/// Whether somebody has to do something about a level.
[[nodiscard]] constexpr bool is_warning(Level level) { return level >= Level::yellow; }

/// One assessed quarter of an occupation in a place.
struct Assessed {
    int period = 0;
    Level level = Level::none;
    Level standing = Level::none;
    bool dismissed = false;  ///< officials did not give the warning
};
/// How often a warning that stood was followed by a quarter that was really short.
struct Hindsight {
    std::int64_t given = 0;    ///< quarters with a warning whose next quarter was assessed
    std::int64_t right = 0;    ///< of these: the next one was yellow or worse
    std::int64_t missed = 0;   ///< short quarters before which nothing was given, after the first assessed
    std::int64_t pending = 0;  ///< given, and the next one is not over
    bool operator==(const Hindsight&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hindsight, (), (given, right, missed, pending))
/// Adds one occupation of a place, oldest quarter first; quarters of which nothing was kept may be missing.
/// `first_period`: the first that was ever assessed; before it nobody could have been warned.
void look_back(Hindsight& hindsight, const std::vector<Assessed>& quarters, int first_period);

}  // namespace jianghui::shortages
