// The API calls of statements.

#include "features/statements/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/statements/api.hpp"
#include "features/statements/queries.hpp"
#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"
#include "features/statements/view.hpp"

namespace jianghui::statements {
namespace {

Result<StatementRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                  StatementId id) {
    const auto statement = find(reader, id);
    if (!statement || !may_see(reader, caller, *statement)) return refuse(not_found);
    return *statement;
}

/// The statement when the caller is its employer. Fails with not_found, not_allowed.
Result<StatementRow> find_as_employer(const app::Command& command, StatementId id) {
    TRY(const StatementRow statement, find_visible(command.db, command.caller, id));
    if (command.caller.organisation != statement.employer) return refuse(not_allowed);
    return statement;
}

Result<StatementView> shown(const app::Command& command, const Result<StatementRow>& statement) {
    if (!statement) return refuse(statement.error());
    return view(command.db, command.services, command.caller, *statement);
}

}  // namespace

bool may_see(const store::Reader& reader, const app::Caller& caller,
             const StatementRow& statement) {
    if (caller.person) return has_lines(reader, statement.id, {caller.person, {}});
    if (caller.organisation &&
        (caller.organisation == statement.agency || caller.organisation == statement.employer))
        return true;
    return caller.supervises(statement.place);
}

Result<StatementView> agree_statement(app::Command& command, const FindStatement& input) {
    TRY(const StatementRow statement, find_visible(command.db, command.caller, input.statement));
    const bool employer = command.caller.organisation == statement.employer;
    return shown(command, agree(command, statement, employer ? Side::employer : Side::agency));
}

Result<StatementView> instruct_payment(app::Command& command, const InstructStatement& input) {
    TRY(const StatementRow statement, find_as_employer(command, input.statement));
    return shown(command, instruct(command, statement, input.reference.text));
}

Result<StatementView> report_payment(app::Command& command, const PayStatement& input) {
    TRY(const StatementRow statement, find_as_employer(command, input.statement));
    return shown(command, pay(command, statement, input.reference.text, input.paid_on));
}

Result<StatementView> confirm_payment(app::Command& command, const FindStatement& input) {
    TRY(const StatementRow statement, find_visible(command.db, command.caller, input.statement));
    if (command.caller.person)
        return shown(command, confirm_wage(command, statement, command.caller.person));
    if (command.caller.organisation != statement.agency) return refuse(not_allowed);
    return shown(command, confirm_fee(command, statement));
}

Result<StatementView> correct_statement(app::Command& command, const CorrectStatement& input) {
    TRY(const StatementRow statement, find_visible(command.db, command.caller, input.statement));
    return shown(command, correct(command, statement, input));
}

Result<StatementView> show(app::Query& query, const FindStatement& input) {
    TRY(const StatementRow statement, find_visible(query.db, query.caller, input.statement));
    return view(query.db, query.services, query.caller, statement);
}

Result<app::Page<StatementView>> list_all(app::Query& query, const ListStatements& input) {
    if (input.month && !first_of(input.month->text))
        return refuse(error(out_of_range).at("/month"));
    const int limit = app::limit_of(input.limit);
    const auto sight = timesheets::sight_of(query.caller);
    const auto rows = query.db.all<StatementRow>(
        sql::list_statements,
        store::arguments("cursor", input.cursor, "share", input.share, "order", input.order,
                         "status", input.status, "month", input.month, "organisation",
                         sight.organisation, "person", sight.person, "place_from", sight.place_from,
                         "place_to", sight.place_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

}  // namespace jianghui::statements
