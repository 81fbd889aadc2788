#include "features/statements/facts.hpp"

#include "features/codes/api.hpp"
#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"

namespace jianghui::statements {

void tell(app::Command& command, const journal::EventKind& kind, const StatementRow& statement) {
    StatementFacts facts;
    facts.share = statement.share_id;
    facts.order = statement.order_id;
    facts.place = statement.place;
    if (const auto agency = organisations::find(command.db, statement.agency))
        facts.agency_place = agency->place;
    if (const auto order = orders::find(command.db, statement.order_id))
        facts.order_kind = order->kind;
    facts.month = statement.month;
    facts.part = statement.part;
    facts.version = statement.version;
    facts.status = statement.status;
    facts.wage_fen = statement.wage_fen;
    facts.fee_fen = statement.fee_fen;
    facts.total_fen = statement.total_fen;
    if (is_settling(statement.status))
        facts.workers = static_cast<int>(wages_of(command.db, statement.id).size());
    facts.due_on = statement.due_on;
    facts.days_late =
        days_late(statement.due_on, statement.paid_on.value_or(date_of(command.now)));
    facts.overdue_level = statement.overdue_level;
    facts.provisional = statement.status != StatementStatus::confirmed;
    command.record(kind,
                   {statement.city,
                    "statement",
                    statement.id.number,
                    statement.employer,
                    statement.agency,
                    {}},
                   facts);
}

void tell_wage(app::Command& command, const journal::EventKind& kind, const StatementRow& statement,
               PersonId person, Fen amount) {
    command.record(kind,
                   {statement.city, "statement", statement.id.number, statement.employer,
                    statement.agency, person},
                   WageFacts{statement.share_id, statement.order_id, statement.month, amount});
}

int parameter(const app::Command& command, std::string_view code, int otherwise) {
    return static_cast<int>(
        command.services.get<codes::Tables>().parameter_or(code, date_of(command.now), otherwise));
}

}  // namespace jianghui::statements
