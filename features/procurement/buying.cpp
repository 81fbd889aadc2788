// What the buying authority does: publish, name evaluators, cancel, answer objections.

#include <algorithm>

#include "engine/access/access.hpp"
#include "features/codes/api.hpp"
#include "features/draws/api.hpp"
#include "features/procurement/endpoints.hpp"
#include "features/procurement/events.hpp"
#include "features/procurement/lifecycle.hpp"
#include "features/procurement/rules.hpp"
#include "features/procurement/store.hpp"
#include "features/procurement/view.hpp"

namespace jianghui::procurement {
namespace {

/// The procurement when the caller buys for its place. Fails with not_found, not_allowed.
Result<ProcurementRow> find_bought(const app::Command& command, ProcurementId id) {
    auto row = find_procurement(command.db, id);
    if (!row) return refuse(not_found);
    if (!buys(command.caller, *row)) return refuse(not_allowed);
    return std::move(*row);
}

/// The account of an active official or inspector who is not the contact. Fails with
/// evaluator_unfit.
Result<AccountId> fit_evaluator(const app::Command& command, const std::string& login,
                                AccountId contact, const std::string& pointer) {
    const auto account =
        access::find_active_account(command.db, command.services.get<access::Vault>(), login);
    const bool fit =
        account &&
        (account->role == access::Role::official || account->role == access::Role::inspector) &&
        account->account != contact;
    if (!fit) return refuse(error(evaluator_unfit).at(pointer).with("login", login));
    return account->account;
}

void add_evaluator(app::Command& command, const ProcurementRow& procurement, int number,
                   AccountId account) {
    EvaluatorRow row;
    row.city = procurement.city;
    row.procurement_id = procurement.id;
    row.number = number;
    row.account = account;
    row.changed_at = command.now;
    insert(command.db, row);
    command.record(procurement_evaluator, about(procurement), EvaluatorFacts{row.number, row.status});
}

/// The accounts of the names, each once. Fails with evaluator_unfit.
Result<std::vector<AccountId>> fit_evaluators(const app::Command& command, const Publish& input) {
    std::vector<AccountId> accounts;
    for (std::size_t i = 0; i < input.evaluators.size(); ++i) {
        const std::string pointer = "/evaluators/" + std::to_string(i);
        TRY(const AccountId account,
            fit_evaluator(command, input.evaluators[i].text, command.caller.account, pointer));
        if (std::find(accounts.begin(), accounts.end(), account) != accounts.end())
            return refuse(error(evaluator_unfit).at(pointer));
        accounts.push_back(account);
    }
    return accounts;
}

Result<Done> codes_exist(const app::Services& services, const Publish& input) {
    const auto& tables = services.get<codes::Tables>();
    if (!tables.find_place(input.place))
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
    if (!tables.find_item("service_kinds", input.kind.text))
        return refuse(error(unknown_code)
                          .at("/kind")
                          .near(tables.nearest_items("service_kinds", input.kind.text)));
    return Done{};
}

ProcurementRow new_row(app::Command& command, const Publish& input) {
    ProcurementRow row;
    row.id = command.next_id<ProcurementId>();
    row.city = city_of(input.place);
    row.place = input.place;
    if (command.caller.organisation) row.buyer = command.caller.organisation;
    row.contact = command.caller.account;
    row.title = input.title;
    row.description = input.description;
    row.kind = input.kind;
    row.budget_fen = input.budget_fen;
    row.price_weight = static_cast<int>(input.price_weight.value);
    row.criteria = input.criteria;
    row.steps = input.steps;
    row.bids_until_at = input.bids_until_at;
    const auto secret = draws::new_secret(command.services, secret_place(row.id));
    row.commitment = secret.commitment;
    row.secret_box = secret.box;
    row.created_at = command.now;
    row.changed_at = command.now;
    return row;
}

ProcurementView shown(const app::Command& command, const ProcurementRow& row) {
    return view(command.db, command.services, command.caller, command.now, row);
}

}  // namespace

Result<ProcurementView> publish(app::Command& command, const Publish& input) {
    if (!command.caller.acts_in(input.place)) return refuse(not_allowed);
    TRY_DO(codes_exist(command.services, input));
    TRY_DO(may_publish(input, command.now, limits_of(command.services, command.now)));
    TRY(const auto accounts, fit_evaluators(command, input));
    const ProcurementRow row = new_row(command, input);
    insert(command.db, row);
    tell(command, procurement_published, row);
    int number = 0;
    for (const auto account : accounts) add_evaluator(command, row, ++number, account);
    return shown(command, row);
}

Result<ProcurementView> cancel(app::Command& command, const GiveReason& input) {
    TRY(const ProcurementRow row, find_bought(command, input.procurement));
    if (row.status != ProcurementStatus::open && row.status != ProcurementStatus::evaluating)
        return refuse(procurement_status_conflict);
    TRY(const auto after, make_void(command, row, VoidCode::cancelled, input.reason.text));
    return shown(command, after);
}

Result<ProcurementView> name_evaluator(app::Command& command, const NameEvaluator& input) {
    TRY(const ProcurementRow row, find_bought(command, input.procurement));
    if (row.status != ProcurementStatus::open && row.status != ProcurementStatus::evaluating)
        return refuse(procurement_status_conflict);
    TRY(const AccountId account, fit_evaluator(command, input.login.text, row.contact, "/login"));
    const auto evaluators = evaluators_of(command.db, row.id);
    for (const auto& evaluator : evaluators)
        if (evaluator.account == account) return refuse(error(evaluator_unfit).at("/login"));
    add_evaluator(command, row, static_cast<int>(evaluators.size()) + 1, account);
    return shown(command, row);
}

Result<ProcurementView> answer_objection(app::Command& command, const AnswerObjection& input) {
    auto objection = find_objection(command.db, input.objection);
    if (!objection) return refuse(not_found);
    TRY(ProcurementRow row, find_bought(command, objection->procurement_id));
    // Four eyes: who scored does not judge the objection.
    if (evaluator_of(evaluators_of(command.db, row.id), command.caller)) return refuse(not_allowed);
    if (row.status != ProcurementStatus::announced) return refuse(procurement_status_conflict);
    if (objection->status != ObjectionStatus::open) return refuse(objection_answered);
    objection->status = input.upheld ? ObjectionStatus::upheld : ObjectionStatus::rejected;
    objection->answer = input.answer.text;
    objection->answered_by = command.caller.account;
    objection->answered_at = command.now;
    if (!update(command.db, *objection)) return refuse(objection_answered);
    command.record(procurement_answered, about(row, objection->agency),
                   ObjectionFacts{objection->id, objection->status});
    if (!input.upheld) return shown(command, row);
    TRY(const auto after, make_void(command, row, VoidCode::objection_upheld));
    return shown(command, after);
}

}  // namespace jianghui::procurement
