#pragma once
// Pure decisions about lists.

#include <map>
#include <string>
#include <vector>

#include "features/lists/errors.hpp"
#include "features/lists/model.hpp"

namespace jianghui::lists {

/// The state after an act. Fails with list_status_conflict.
[[nodiscard]] Result<ListStatus> next_status(ListStatus from, ListAct act);
/// Four eyes: who compiled or submitted a list does not freeze it. Fails with list_four_eyes.
[[nodiscard]] Result<Done> may_freeze(const ListRow& list, AccountId who);

/// The cells as lines by place, class of industry and occupation, in that order, without the excluded
/// places: of a region by city, else by county.
[[nodiscard]] std::vector<Line> lines_of(const std::vector<statistics::Cell>& cells,
                                         bool of_region, const Exclusions& excluded);

/// A city's people and what of them is told.
struct CityTold {
    std::vector<statistics::PeopleOf> people;
    statistics::Told told;
};
using CitiesTold = std::map<PlaceCode, CityTold>;
/// Of cells that count people. Requires all cells of their cities, whatever the list is of.
[[nodiscard]] CitiesTold cities_told(const std::vector<statistics::Cell>& cells,
                                     std::int64_t least);
/// Whether an excluded county is told together with another one that is not (statistics::Told::joined): it
/// cannot be left out alone.
[[nodiscard]] bool divides_joined(const CitiesTold& cities, const Exclusions& excluded);

/// What may be published of people: lines that are told by themselves, and of each place the line "*" of what
/// is left; of counties that are told as one, no place's. They add up to the office's lines, which a city with
/// too few people has to be excluded from. Nothing when the place has too few or is told with others only.
[[nodiscard]] std::vector<Line> told_lines(const CitiesTold& cities, const PlaceCode& place,
                                           const Exclusions& excluded);

/// What came, went and changed, in the order of the lines. What a list counted and did not find is 0; what it did not
/// count or does not tell apart has no number.
[[nodiscard]] std::vector<Change> differences(const Compared& before, const Compared& now);
/// The sums over the same places, and which places are of one list alone.
[[nodiscard]] Panel panel_of(const Compared& before, const Compared& now);

/// The people of each line by what it is of.
[[nodiscard]] statistics::PublicFigures figures_of(const std::vector<Line>& lines);

[[nodiscard]] std::int64_t total_of(const std::vector<Line>& lines);
/// SM3 of the lines as text, one a row: what a reader can compute again.
[[nodiscard]] std::string digest_of(const std::vector<Line>& lines);

/// "泸州市需求清单〔2026〕第4季度第1版".
[[nodiscard]] std::string number_of(ListKind kind, const std::string& place_name,
                                    const std::string& period, int version);

}  // namespace jianghui::lists
