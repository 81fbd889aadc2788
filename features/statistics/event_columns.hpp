#pragma once
// The events of one version of a measure as columns in memory: small numbers for what is said in words,
// the events of a fact side by side. What the journal says and nothing that was counted. Bounded: 29
// bytes an event, 4 a fact, and the words once.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "features/statistics/roll.hpp"

namespace jianghui::statistics {

struct EventColumns {
    /// What the numbers in `where` mean.
    std::vector<Where> wheres;

    // An event each, by fact and within it by position.
    std::vector<std::int64_t> at;       ///< milliseconds
    std::vector<std::int64_t> subject;  ///< its id
    std::vector<std::int64_t> amount;   ///< of what begins or changes
    std::vector<std::uint32_t> where;   ///< of what begins
    std::vector<Act> act;               ///< never `remembers`

    /// Where the events of each fact begin; one more: where the last one's end.
    std::vector<std::uint32_t> first{0};

    std::map<std::string, std::int64_t> left_out;  ///< events that could not be counted, by reason
    std::int64_t first_at = 0;                     ///< of all events; 0 when there are none
    std::int64_t last_at = 0;

    [[nodiscard]] std::size_t events() const { return at.size(); }
    [[nodiscard]] std::size_t facts() const { return first.size() - 1; }
    /// What the columns take, without the words.
    [[nodiscard]] std::size_t bytes() const;
};

/// Puts the events of each fact side by side, in the order in which they are. `fact` is the number of each
/// event's fact. O(events); needs one column more memory than the columns themselves.
void arrange(EventColumns& columns, const std::vector<std::uint32_t>& fact, std::uint32_t facts);

}  // namespace jianghui::statistics
