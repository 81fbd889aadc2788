#include "features/standby/store.hpp"

#include "features/standby/queries.hpp"

namespace jianghui::standby {

std::vector<StandbyRow> waiting_of(const store::Reader& reader, OrderId order) {
    return reader.all<StandbyRow>(sql::waiting_standbys, store::arguments("order", order));
}

bool update(app::Command& command, StandbyRow& row) {
    row.changed_at = command.now;
    return command.db.execute(sql::update_standby, store::members(row)) == 1;
}

void record(app::Command& command, const journal::EventKind& kind, const StandbyRow& row,
            int seats) {
    command.record(kind, {row.city, "standby", row.id.number, row.agency, row.employer, {}},
                   StandbyChange{row.order_id, row.number, seats, row.status, row.passed_reason});
}

}  // namespace jianghui::standby
