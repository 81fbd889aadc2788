#pragma once
// What holds of figures about people before they are for everybody, so that no small group can be told apart: neither
// in one table, nor by an older formula, nor by subtracting one publication from another. Why: docs/definitions.md,
// "What may be published".

#include <map>
#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "features/codes/api.hpp"
#include "features/statistics/measures.hpp"

namespace jianghui::statistics {

inline constexpr ErrorCode publication_too_early{
    "publication_too_early", Kind::conflict,
    "含求职人数的数字只在季度结束后公布，并且都以季度结束时的流水为准。请在季度结束后重新编制，再送审发布。",
    "Figures about people are published of quarters that have ended, all as of the quarter's end. Compile "
    "it anew after that, then have it published."};
inline constexpr ErrorCode publication_too_small{
    "publication_too_small", Kind::conflict,
    "有的数字少于现在规定的最少公布人数。请退回并重新编制，人数少的会合并。",
    "Some figure counts fewer than may be published now. Send it back and compile it anew: small ones are merged."};
inline constexpr ErrorCode publication_differs_little{
    "publication_differs_little", Kind::conflict,
    "与已经发布的版本相比，有的数字只差很少的人，两版相减就能看出他们。请沿用已发布的版本。",
    "Some figure differs from a published version by few people only, who could be told apart by subtracting. "
    "Keep to the published version."};

/// Whether a measure withholds small figures: some version of it that is or was in force says so.
[[nodiscard]] bool withholds_small(const Measures& measures, const std::string& id);
/// How many facts a public figure of the measure counts at least on that day: the largest number that any version of
/// it asks for that is or was in force, since each of them can be looked at; 0: every figure is public.
[[nodiscard]] std::int64_t published_least(const Measures& measures, const codes::Tables& tables,
                                           const std::string& id, Date on);
/// How many people any figure for everybody counts at least: parameter published_people_min, and what the measure of
/// supply asks for.
[[nodiscard]] std::int64_t published_people(const app::Services& services, Date on);
/// Of a quarter: as of its last day, whenever it is published, so that all that is told of it is told alike (told.hpp).
[[nodiscard]] std::int64_t published_people_of(const app::Services& services, int quarter);

/// The one position as of which everything about people is published of a period: that of the last event before the
/// period's end. Nothing while the period has not ended.
[[nodiscard]] std::optional<std::int64_t> cut_off_of(const store::Reader& reader, PeriodKind kind,
                                                     int period, Instant now);

/// Public figures about people by what they count.
using PublicFigures = std::map<std::string, std::int64_t>;
/// Whether two publications that are subtracted tell fewer than `least` apart: some figure, or their sum, differs by
/// less and is not the same; or they are divided otherwise, which no subtraction of figures bounds. Pure.
[[nodiscard]] bool differ_little(const PublicFigures& one, const PublicFigures& other,
                                 std::int64_t least);

/// What is to be published of a measure.
struct Publication {
    std::string measure;
    PeriodKind kind = PeriodKind::quarter;
    int period = 0;
    std::int64_t position = 0;  ///< as of which it was counted
    PublicFigures figures;
    std::vector<PublicFigures> earlier;  ///< of the versions that were published of the same
};
/// Whether it may be for everybody now. Always when the measure withholds nothing; else fails with
/// publication_too_early, publication_too_small or publication_differs_little.
[[nodiscard]] Result<Done> may_publish(const app::Command& command, const Publication& wanted);

}  // namespace jianghui::statistics
