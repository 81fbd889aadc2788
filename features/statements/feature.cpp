#include "engine/app/feature.hpp"

#include "features/statements/api.hpp"
#include "features/statements/clocks.hpp"
#include "features/statements/endpoints.hpp"
#include "features/statements/errors.hpp"
#include "features/statements/events.hpp"
#include "features/statements/inbox.hpp"
#include "features/statements/personal_data.hpp"

namespace jianghui::statements {
namespace {

/// Bills approved and decided work in the transaction that approves or decides it.
class Billing final : public timesheets::OwedPay {
  public:
    void add(app::Command& command, const timesheets::TimesheetRow& timesheet) const override {
        bill(command, timesheet);
    }
};

Result<Done> start(app::Services& services) {
    services.provide<timesheets::OwedPay>(std::make_shared<Billing>());
    return Done{};
}

}  // namespace

app::Feature feature() {
    using app::Role;
    const app::Roles employer{Role::employer};
    const app::Roles sides{Role::employer, Role::agency};
    const app::Roles payees{Role::worker, Role::agency};
    const app::Roles parties{Role::employer, Role::agency, Role::worker, Role::official,
                             Role::inspector};
    const app::Roles watchers{Role::employer, Role::agency, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "statements";
    feature.routes = {
        app::query("GET /statements", parties, "statements.list", {"结算单列表", "List statements"},
                   list_all),
        app::query("GET /statements/overdue", watchers, "statements.overdue",
                   {"欠薪预警", "Overdue wages at a glance"}, list_overdue),
        app::query("GET /statements/{statement}", parties, "statements.read",
                   {"查看结算单", "Show a statement"}, show),
        app::command("POST /statements/{statement}/agree", sides, "statements.agree",
                     {"同意结算单", "Agree to a statement"}, agree_statement)
            .changes(),
        app::command("POST /statements/{statement}/instruct", employer, "statements.pay",
                     {"登记付款指令", "Record the payment instruction"}, instruct_payment)
            .changes(),
        app::command("POST /statements/{statement}/paid", employer, "statements.pay",
                     {"登记付款", "Record the payment"}, report_payment)
            .changes(),
        app::command("POST /statements/{statement}/confirm", payees, "statements.confirm",
                     {"确认到账", "Confirm that the money came"}, confirm_payment)
            .changes(),
        app::command("POST /statements/{statement}/correct", sides, "statements.correct",
                     {"更正结算单", "Correct a statement"}, correct_statement)
            .changes(),
    };
    feature.inbox = inbox_sources();
    feature.jobs = {{"statements.warn_overdue", std::chrono::minutes(5), warn_overdue},
                    {"statements.settle_shares", std::chrono::minutes(1), settle_shares},
                    {"statements.close_orders", std::chrono::minutes(1), close_orders}};
    feature.errors = {&statement_status_conflict, &paid_on_wrong, &seat_of_other_share,
                      &correction_empty, &deduction_too_large};
    feature.events = {&statement_drafted,   &statement_extended,       &statement_side_agreed,
                      &statement_agreed,    &statement_instructed,     &statement_paid,
                      &statement_wage_paid, &statement_wage_confirmed, &statement_fee_confirmed,
                      &statement_confirmed, &statement_corrected,      &statement_overdue};
    feature.personal_data = personal_data();
    feature.start = start;
    return feature;
}

}  // namespace jianghui::statements
