#pragma once
// Typed calls of queries.sql, and the event of a change.

#include "features/standby/events.hpp"
#include "features/standby/model.hpp"

namespace jianghui::standby {

/// Those of an order that wait, longest first.
[[nodiscard]] std::vector<StandbyRow> waiting_of(const store::Reader& reader, OrderId order);
/// Keeps what changed while it waited; false when it waits no more.
[[nodiscard]] bool update(app::Command& command, StandbyRow& row);
void record(app::Command& command, const journal::EventKind& kind, const StandbyRow& row,
            int seats);

}  // namespace jianghui::standby
