#include "features/statistics/cells.hpp"

#include <algorithm>
#include <map>

#include "features/statistics/marks.hpp"
#include "features/statistics/model.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

/// A place and period of which steps wait to be added to the cells.
struct Waiting {
    PlaceCode place;
    int period = 0;
    std::int64_t position = 0;  ///< of the newest step
    std::int64_t cells_to = 0;
    std::int64_t unmarked = 0;  ///< steps since the newest mark
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (place, period, position, cells_to, unmarked))

/// A step as it adds to the cells and marks of its place and period.
struct StepRow {
    std::int64_t position = 0;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::int64_t facts = 0;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (position, occupation, industry, origin, amount, facts))

/// Writes the marks of a place and period. Nothing where a code cannot be written so: then more steps are read.
class Marking {
  public:
    Marking(store::Transaction& transaction, const Measure& measure, const Waiting& one, std::int64_t steps_a_mark)
        : transaction_(transaction), measure_(measure), one_(one), steps_between_(std::max<std::int64_t>(1, steps_a_mark / marks_a_mark)),
          base_(transaction.value<std::int64_t>(sql::newest_whole_mark, of_version(measure, "place", one.place, "period", one.period))
                    .value_or(0)) {}

    /// Behind this position no mark stands that says what all steps add up to.
    [[nodiscard]] std::int64_t base() const { return base_; }
    /// Whether smaller marks are put: not where nobody knows how many steps there are since, as before there were marks.
    [[nodiscard]] bool divides() const { return base_ > 0 || one_.cells_to == 0; }
    /// The next step behind it, in order. A mark holds all steps of a position.
    void add(const Where& where, std::int64_t position, const Count& count) {
        if (steps_ >= steps_between_ && position > last_) put(between_, last_, base_);
        add_to_mark(between_, measure_, where, count);
        last_ = position;
        ++steps_;
    }
    /// The cells hold all steps up to the newest: their sums are the mark.
    void put_whole() {
        MarkSums sums;
        transaction_.each<Cell>(
            sql::cells_of_place,
            of_version(measure_, "city", city_of(one_.place), "period", one_.period, "place", one_.place), [&](Cell&& cell) {
                add_to_mark(sums, measure_,
                            {std::move(cell.place), std::move(cell.occupation), std::move(cell.industry), std::move(cell.origin)},
                            {cell.amount, cell.facts});
            });
        put(sums, one_.position, 0);
        transaction_.execute(sql::mark_stands, of_version(measure_, "place", one_.place, "period", one_.period));
    }

  private:
    void put(const MarkSums& sums, std::int64_t position, std::int64_t base) {
        steps_ = 0;
        if (const auto text = mark_text(sums))
            transaction_.execute(sql::put_mark, of_version(measure_, "place", one_.place, "period", one_.period, "position", position,
                                                           "city", city_of(one_.place), "base", base, "sums", *text));
    }

    store::Transaction& transaction_;
    const Measure& measure_;
    const Waiting& one_;
    const std::int64_t steps_between_;
    const std::int64_t base_;
    MarkSums between_;
    std::int64_t last_ = 0;
    std::int64_t steps_ = 0;
};

/// Adds the waiting steps to the cells, each once, and puts marks where so many steps have none.
void bring_on(store::Transaction& transaction, const Measure& measure, const Waiting& one, std::int64_t steps_a_mark) {
    std::optional<Marking> marking;
    if (one.unmarked >= steps_a_mark) marking.emplace(transaction, measure, one, steps_a_mark);
    std::map<Where, Count> sums;
    const bool divides = marking && marking->divides();
    const auto after = divides ? std::min(marking->base(), one.cells_to) : one.cells_to;
    std::vector<StepRow> steps;
    transaction.each<StepRow>(
        sql::steps_in_order,
        of_version(measure, "place", one.place, "period", one.period, "after", after, "until", one.position),
        [&](StepRow&& step) { steps.push_back(std::move(step)); });
    for (auto& step : steps) {
        const Where where{one.place, std::move(step.occupation), std::move(step.industry), std::move(step.origin)};
        const Count count{step.amount, step.facts};
        if (divides) marking->add(where, step.position, count);
        if (step.position > one.cells_to) sums[where] += count;
    }
    store::Change cells{&sql::add_to_cell, {}, true};
    for (const auto& [where, count] : sums)
        if (count != Count{})
            cells.rows.push_back(of_version(measure, "city", city_of(one.place), "period", one.period, "place", where.place, "occupation",
                                            where.occupation, "industry", where.industry, "origin", where.origin, "amount", count.amount,
                                            "facts", count.facts));
    std::vector<store::Change> changes;
    changes.push_back(std::move(cells));
    transaction.execute_together(changes);
    transaction.execute(sql::cells_hold, of_version(measure, "place", one.place, "period", one.period, "until", one.position));
    if (marking) marking->put_whole();
}

}  // namespace

int add_to_cells(store::Transaction& transaction, const Measure& measure, Behind behind, int limit,
                 std::int64_t steps_a_mark) {
    const auto& statement = behind == Behind::far ? sql::cells_far_behind : sql::cells_behind;
    const auto waiting = transaction.all<Waiting>(statement, of_version(measure, "limit", limit));
    for (const auto& one : waiting) bring_on(transaction, measure, one, steps_a_mark);
    return static_cast<int>(waiting.size());
}

}  // namespace jianghui::statistics
