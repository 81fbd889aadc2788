#include "features/statistics/several.hpp"

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

/// Wants no more once more would have to be looked at than may be.
class Adding {
  public:
    Adding(const Measure& measure, const Selection& selection, std::int64_t most)
        : measure_(measure), selection_(selection), left_(most) {}

    void ask_cells(store::Readings& readings, const PlacePeriod& part) { ask(readings, sql::selected_cells, part, 0, 0, 1); }
    void ask_steps(store::Readings& readings, const PlacePeriod& part, std::int64_t after, std::int64_t until, int sign) {
        ask(readings, sql::selected_steps, part, after, until, sign);
    }
    [[nodiscard]] bool goes_on() const { return left_ >= 0; }
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
    Adding adding(measure, selection, most);
    if (!read_along(reader, routes_to(reader, measure, parts, position), position, adding)) return refuse(too_much_to_add);
    return adding.sum();
}

}  // namespace jianghui::statistics
