#include "features/statistics/several.hpp"

#include <algorithm>
#include <optional>

#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

/// What rows that were looked at add up to, those that the selection selects.
struct Added {
    std::int64_t amount = 0;
    std::int64_t facts = 0;
    std::int64_t looked_at = 0;
};
BOOST_DESCRIBE_STRUCT(Added, (), (amount, facts, looked_at))

struct FirstMark {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(FirstMark, (), (position))

/// Of so many places and periods the rows are read together: one round trip on PostgreSQL.
constexpr std::size_t parts_asked_together = 16;

/// How the figure of a place and period is come to: its cells and the steps that are not in them yet, less those behind the position;
/// or all steps up to it, where these are fewer.
struct Route {
    PlacePeriod part;
    bool from_cells = true;
    std::optional<std::int64_t> taken_off_after;
};

std::vector<Route> routes_to(const store::Reader& reader, const Measure& measure, const std::vector<PlacePeriod>& parts,
                             std::int64_t position) {
    std::vector<Route> routes;
    for (const auto& part : parts)
        routes.push_back({part, true, part.position > position ? std::optional(position) : std::nullopt});
    store::Readings readings;
    for (auto& route : routes) {
        if (!route.taken_off_after) continue;
        // Without a mark there are few steps: either way does.
        readings.each<FirstMark>(sql::mark_behind,
                                 of_version(measure, "place", route.part.place, "period", route.part.period, "position", std::int64_t{0}),
                                 [&route, position](FirstMark&& first) {
                                     route.from_cells = route.part.position - position < position - first.position;
                                 });
    }
    readings.run(reader);
    return routes;
}

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
