#pragma once
// Turns rows into what orders and people take in.

#include "features/imports/model.hpp"
#include "features/orders/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::imports {

/// The draft of an order. Requires an occupation and an employer.
[[nodiscard]] orders::CreateOrder order_of(const DemandRow& row);

/// The person; an agency's rows make its candidates, an authority's nobody's.
[[nodiscard]] people::NewPerson person_of(const SupplyRow& row, const access::Caller& importer);

/// A refusal of orders or people as the fault of a row. `path` names the column where it can.
[[nodiscard]] RowFault fault_of(const Error& refusal, std::int64_t row);

/// What became of one row.
struct Applied {
    Outcome outcome = Outcome::refused;
    std::optional<Id<struct ResultTag>> result;
    std::vector<RowFault> faults;
    std::vector<Text> notes;
};
/// Makes the draft of an order, and publishes it when that is wanted and the post check lets it; a
/// draft that does not pass stays a draft, with a note. The command's caller is the importer.
[[nodiscard]] Applied apply_demand(app::Command& command, std::int64_t number,
                                   const DemandRow& row, bool publish);
/// Registers the person or adds to her what is new.
[[nodiscard]] Applied apply_supply(app::Command& command, std::int64_t number,
                                   const SupplyRow& row);

}  // namespace jianghui::imports
