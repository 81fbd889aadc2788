#include "features/statistics/cells.hpp"

#include "features/statistics/model.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {

int add_to_cells(store::Transaction& transaction, const Measure& measure, Behind behind, int limit) {
    const auto& statement = behind == Behind::far ? sql::cells_far_behind : sql::cells_behind;
    const auto waiting = transaction.all<PlacePeriod>(statement, of_version(measure, "limit", limit));
    for (const auto& one : waiting) {
        const auto which = of_version(measure, "city", city_of(one.place), "place", one.place, "period",
                                      one.period, "after", one.cells_to, "until", one.position);
        transaction.execute(sql::add_steps_to_cells, which);
        transaction.execute(sql::cells_hold, which);
    }
    return static_cast<int>(waiting.size());
}

}  // namespace jianghui::statistics
