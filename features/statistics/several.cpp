#include "features/statistics/several.hpp"

#include <algorithm>
#include <optional>

#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/routes.hpp"

namespace jianghui::statistics {
namespace {

/// What rows that were looked at add up to, those that the selection selects.
struct Added {
    std::int64_t amount = 0;
    std::int64_t facts = 0;
    std::int64_t looked_at = 0;
};
BOOST_DESCRIBE_STRUCT(Added, (), (amount, facts, looked_at))

/// Of so many places and periods the rows are read together: one round trip on PostgreSQL.
constexpr std::size_t parts_asked_together = 16;

class Adding {
  public:
    Adding(const store::Reader& reader, const Measure& measure, const Selection& selection, std::int64_t most)
        : reader_(reader), measure_(measure), selection_(selection), left_(most) {}

    /// Adds what these lead to. False when more would have to be looked at than may be.
    bool add(const std::vector<Route>& routes, std::int64_t position) {
        for (std::size_t from = 0; from < routes.size(); from += parts_asked_together) {
            store::Readings cells, steps;
            for (std::size_t i = from; i < std::min(routes.size(), from + parts_asked_together); ++i) {
                const auto& [part, from_cells, taken_off_after] = routes[i];
                if (!from_cells) {
                    ask(steps, sql::selected_steps, part, 0, position, 1);
                    continue;
                }
                ask(cells, sql::selected_cells, part, 0, 0, 1);
                if (part.cells_to < part.position) ask(steps, sql::selected_steps, part, part.cells_to, part.position, 1);
                if (taken_off_after) ask(steps, sql::selected_steps, part, *taken_off_after, part.position, -1);
            }
            cells.run(reader_);
            if (left_ < 0) return false;
            steps.run(reader_);
            if (left_ < 0) return false;
        }
        return true;
    }
    [[nodiscard]] const Count& sum() const { return sum_; }

  private:
    void ask(store::Readings& readings, const store::Statement& statement, const PlacePeriod& part, std::int64_t after,
             std::int64_t until, int sign) {
        const bool is_one = selection_.occupation && (selection_.occupation_alone || selection_.occupation->empty());
        readings.each<Added>(
            statement,
            of_version(measure_, "city", city_of(part.place), "place", part.place, "period", part.period, "after", after, "until", until,
                       "occupation", is_one ? selection_.occupation : std::nullopt, "occupation_like",
                       pattern(selection_.occupation, selection_.occupation_alone), "industry_like", pattern(selection_.industry),
                       "origin", selection_.origin, "limit", left_ + 1),
            [this, sign](Added&& added) {
                left_ -= added.looked_at;
                sum_ += {sign * added.amount, sign * added.facts};
            });
    }

    const store::Reader& reader_;
    const Measure& measure_;
    const Selection& selection_;
    std::int64_t left_ = 0;  ///< rows that may still be looked at
    Count sum_;
};

}  // namespace

Result<Count> figure_by_several(const store::Reader& reader, const Measure& measure, const Slice& slice,
                                const Selection& selection, std::int64_t most) {
    const auto parts = place_periods_of(reader, measure, slice);
    const std::int64_t position = slice.position.value_or(counted_to(reader, measure));
    Adding adding(reader, measure, selection, most);
    if (!adding.add(routes_to(reader, measure, parts, position), position)) return refuse(too_much_to_add);
    return adding.sum();
}

}  // namespace jianghui::statistics
