#include "features/shortages/record.hpp"

#include "features/shortages/view.hpp"

namespace jianghui::shortages {

void record(app::Command& command, const journal::EventKind& kind, const WarningRow& row) {
    command.record(kind, {row.city, "shortage_warning", row.id.number, {}, {}, {}},
                   WarningEvent{period_name(row.period), row.city, row.occupation, row.level,
                                row.level_before, row.status});
}

}  // namespace jianghui::shortages
