#include "features/statistics/cells.hpp"

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

/// The cells hold all steps up to there: their sums are the mark.
void put_mark(store::Transaction& transaction, const Measure& measure, const Waiting& one) {
    MarkSums sums;
    transaction.each<Cell>(
        sql::cells_of_place,
        of_version(measure, "city", city_of(one.place), "period", one.period, "place", one.place), [&](Cell&& cell) {
            add_to_mark(sums, measure,
                        {std::move(cell.place), std::move(cell.occupation), std::move(cell.industry), std::move(cell.origin)},
                        {cell.amount, cell.facts});
        });
    if (const auto text = mark_text(sums))
        transaction.execute(sql::put_mark, of_version(measure, "place", one.place, "period", one.period, "position", one.position,
                                                      "city", city_of(one.place), "sums", *text));
    transaction.execute(sql::mark_stands, of_version(measure, "place", one.place, "period", one.period));
}

}  // namespace

int add_to_cells(store::Transaction& transaction, const Measure& measure, Behind behind, int limit,
                 std::int64_t steps_a_mark) {
    const auto& statement = behind == Behind::far ? sql::cells_far_behind : sql::cells_behind;
    const auto waiting = transaction.all<Waiting>(statement, of_version(measure, "limit", limit));
    for (const auto& one : waiting) {
        const auto which = of_version(measure, "city", city_of(one.place), "place", one.place, "period",
                                      one.period, "after", one.cells_to, "until", one.position);
        transaction.execute(sql::add_steps_to_cells, which);
        transaction.execute(sql::cells_hold, which);
        if (one.unmarked >= steps_a_mark) put_mark(transaction, measure, one);
    }
    return static_cast<int>(waiting.size());
}

}  // namespace jianghui::statistics
