#include "features/statements/inbox.hpp"

#include "features/orders/api.hpp"
#include "features/statements/model.hpp"
#include "features/statements/queries.hpp"

namespace jianghui::statements {
namespace {

/// What of a statement the inbox shows.
struct WaitingStatement {
    StatementId id;
    OrderId order_id;
    std::string month;
    StatementStatus status = StatementStatus::draft;
    Date due_on;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(WaitingStatement, (), (id, order_id, month, status, due_on, changed_at))

/// The step that a statement of this status waits for.
struct Step {
    std::string_view kind;
    Text what;
};

Step step_of(StatementStatus status) {
    switch (status) {
        case StatementStatus::draft: return {"statement.agree", {"核对结算单", "Agree the statement"}};
        case StatementStatus::agreed:
            return {"statement.instruct", {"安排付款", "Instruct the payment"}};
        case StatementStatus::instructed:
            return {"statement.pay", {"登记已付款", "Record the payment"}};
        default: return {"statement.confirm", {"确认到账", "Confirm that the money came"}};
    }
}

app::Waiting shown(const app::Query& query, const WaitingStatement& row, const Step& step,
                   std::string_view page) {
    const auto order = orders::find(query.db, row.order_id);
    const std::string about = (order ? order->title : "") + " " + row.month;
    return {std::string(step.kind),
            {step.what.zh + "：" + about, step.what.en + ": " + about},
            "statement",
            row.id.number,
            start_of(add_days(row.due_on, 1)),
            row.changed_at,
            std::string(page) + row.id.text()};
}

std::vector<app::Waiting> steps(const app::Query& query, const store::Statement& statement,
                                const store::Arguments& arguments, std::string_view page) {
    std::vector<app::Waiting> items;
    for (const auto& row : query.db.all<WaitingStatement>(statement, arguments))
        items.push_back(shown(query, row, step_of(row.status), page));
    return items;
}

std::string this_month(const app::Query& query) {
    return date_text(date_of(query.now)).substr(0, 7);
}

std::vector<app::Waiting> for_employer(const app::Query& query, int limit) {
    return steps(query, sql::waiting_for_employer,
                 store::arguments("employer", query.caller.organisation, "month",
                                  this_month(query), "limit", limit),
                 "/desk/statements/");
}

std::vector<app::Waiting> for_agency(const app::Query& query, int limit) {
    return steps(query, sql::waiting_for_agency,
                 store::arguments("agency", query.caller.organisation, "month", this_month(query),
                                  "limit", limit),
                 "/desk/statements/");
}

std::vector<app::Waiting> for_worker(const app::Query& query, int limit) {
    return steps(query, sql::waiting_for_payee,
                 store::arguments("person", query.caller.person, "limit", limit), "/pocket/pay/");
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"statements.employer", {Role::employer}, for_employer},
            {"statements.agency", {Role::agency}, for_agency},
            {"statements.worker", {Role::worker}, for_worker}};
}

}  // namespace jianghui::statements
