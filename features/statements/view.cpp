#include "features/statements/view.hpp"

#include <algorithm>

#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"

namespace jianghui::statements {
namespace {

Payee payee_of(const store::Reader& reader, const app::Services& services,
               const app::Caller& caller, const LineRow& line) {
    if (line.person) {
        const auto person = people::find_reference(reader, services, caller, *line.person);
        return {line.person->text(), person ? person->name : ""};
    }
    const auto organisation = organisations::find_reference(reader, *line.organisation);
    return {line.organisation->text(), organisation ? organisation->name : ""};
}

std::vector<LineRow> lines_for(const store::Reader& reader, const app::Caller& caller,
                               StatementId statement) {
    auto lines = lines_of(reader, statement);
    if (caller.is(app::Role::worker))
        std::erase_if(lines, [&](const LineRow& line) { return line.person != caller.person; });
    return lines;
}

}  // namespace

StatementView view(const store::Reader& reader, const app::Services& services,
                   const app::Caller& caller, const StatementRow& row) {
    const auto lines = lines_for(reader, caller, row.id);
    const Totals totals = totals_of(lines);
    StatementView shown;
    shown.id = row.id;
    shown.version = row.version;
    shown.part = row.part;
    shown.share = row.share_id;
    if (const auto order = orders::find(reader, row.order_id))
        shown.order = {order->id, order->title};
    if (auto employer = organisations::find_reference(reader, row.employer))
        shown.employer = std::move(*employer);
    if (auto agency = organisations::find_reference(reader, row.agency))
        shown.agency = std::move(*agency);
    shown.month = row.month;
    shown.status = row.status;
    for (const auto& line : lines)
        shown.lines.push_back({line.id, line.kind, line.seat_id, line.timesheet_id,
                               payee_of(reader, services, caller, line), line.quantity_hundredths,
                               line.rate_fen, line.amount_fen, line.confirmed_at});
    shown.wage_fen = totals.wage;
    shown.fee_fen = totals.fee;
    shown.total_fen = totals.wage + totals.fee;
    shown.due_on = row.due_on;
    shown.overdue_level = row.overdue_level;
    shown.instructed_reference = row.instructed_reference;
    shown.paid_reference = row.paid_reference;
    shown.paid_on = row.paid_on;
    shown.employer_agreed_at = row.employer_agreed_at;
    shown.agency_agreed_at = row.agency_agreed_at;
    shown.agreed_at = row.agreed_at;
    shown.instructed_at = row.instructed_at;
    shown.paid_at = row.paid_at;
    shown.confirmed_at = row.confirmed_at;
    if (!caller.is(app::Role::worker)) shown.replaced = replaced_versions(reader, row.id);
    return shown;
}

}  // namespace jianghui::statements
