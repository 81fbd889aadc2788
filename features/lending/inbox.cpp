// What waits for lender, borrower and worker. Red months wait for inspectors as leads (features/leads).

#include "features/lending/endpoints.hpp"
#include "features/lending/queries.hpp"
#include "features/lending/view.hpp"

namespace jianghui::lending {
namespace {

Instant end_of(Date day) { return start_of(add_days(day, 1)); }

std::string name_of(const app::Query& query, OrganisationId id) {
    const auto found = organisations::find_reference(query.db, id);
    return found ? found->name : "";
}

app::Waiting about(const ProposalRow& row, std::string kind, Text what, Instant due) {
    return {std::move(kind), std::move(what),       "lending_proposal",
            row.id.number,   due,                   row.changed_at,
            "/desk/lending/proposals/" + row.id.text()};
}

app::Waiting about(AgreementId id, std::string kind, Text what, Instant due, Instant since,
                   std::string_view page) {
    return {std::move(kind), std::move(what), "lending_agreement", id.number, due, since,
            std::string(page) + id.text()};
}

constexpr std::string_view desk = "/desk/lending/agreements/";
constexpr std::string_view pocket = "/pocket/lending/";

void add_proposals(const app::Query& query, int limit, std::vector<app::Waiting>& waiting) {
    const auto own = query.caller.organisation;
    for (const auto& row : query.db.all<ProposalRow>(
             sql::proposals_to_answer, store::arguments("organisation", own, "limit", limit))) {
        const auto who = name_of(query, row.proposed_by);
        waiting.push_back(about(row, "lending.answer",
                                {"答复共享用工提议：" + who, "Answer the loan proposal: " + who},
                                row.answer_until_at));
    }
    for (const auto& row : query.db.all<ProposalRow>(
             sql::proposals_to_name,
             store::arguments("organisation", own, "today", date_of(query.now), "limit", limit))) {
        const auto who = name_of(query, row.borrower);
        waiting.push_back(about(row, "lending.draft",
                                {"拟三方协议：借给" + who, "Draft the agreements: loan to " + who},
                                end_of(row.starts_on)));
    }
}

void add_signatures(const app::Query& query, int limit, std::vector<app::Waiting>& waiting) {
    for (const auto& row : query.db.all<AgreementRow>(
             sql::to_sign_by_organisation,
             store::arguments("organisation", query.caller.organisation, "limit", limit))) {
        const auto person = people::find(query.db, row.person);
        const std::string who = person ? people::masked_name(person->name) : "";
        waiting.push_back(about(row.id, "lending.sign",
                                {"签署三方协议：" + who, "Sign the agreement: " + who},
                                row.sign_until_at, row.changed_at, desk));
    }
}

void add_months(const app::Query& query, int limit, std::vector<app::Waiting>& waiting) {
    const auto arguments = store::arguments("organisation", query.caller.organisation, "today",
                                            date_of(query.now), "limit", limit);
    for (const auto& row : query.db.all<SettlementRow>(sql::to_pass_on, arguments))
        waiting.push_back(about(row.agreement_id, "lending.pass_on",
                                {"转付借出员工 " + row.month + " 工资",
                                 "Pass on the wage of a lent worker, " + row.month},
                                end_of(row.due_on), end_of(row.to_on), desk));
    for (const auto& row : query.db.all<SettlementRow>(sql::to_pay, arguments))
        waiting.push_back(about(row.agreement_id, "lending.pay",
                                {"支付借入员工 " + row.month + " 费用",
                                 "Pay for a borrowed worker, " + row.month},
                                end_of(row.due_on), end_of(row.to_on), desk));
}

std::vector<app::Waiting> for_employer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    add_proposals(query, limit, waiting);
    add_signatures(query, limit, waiting);
    add_months(query, limit, waiting);
    return waiting;
}

std::vector<app::Waiting> for_worker(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto arguments = store::arguments("person", query.caller.person, "limit", limit);
    for (const auto& row : query.db.all<AgreementRow>(sql::to_sign_by_worker, arguments)) {
        const auto where = name_of(query, row.borrower);
        waiting.push_back(about(row.id, "lending.sign",
                                {"签署或拒绝借用协议：到" + where + "工作",
                                 "Sign or refuse the loan: work at " + where},
                                row.sign_until_at, row.created_at, pocket));
    }
    for (const auto& row : query.db.all<SettlementRow>(sql::to_confirm, arguments))
        waiting.push_back(about(row.agreement_id, "lending.confirm",
                                {"确认 " + row.month + " 借用期间工资到账",
                                 "Confirm your wage of the loan, " + row.month},
                                end_of(row.due_on), row.changed_at, pocket));
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"lending.employer", {Role::employer}, for_employer},
            {"lending.worker", {Role::worker}, for_worker}};
}

}  // namespace jianghui::lending
