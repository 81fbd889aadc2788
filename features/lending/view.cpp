#include "features/lending/view.hpp"

#include "features/codes/api.hpp"
#include "features/lending/store.hpp"

namespace jianghui::lending {
namespace {

organisations::Reference name_of(const app::Query& query, OrganisationId id) {
    return organisations::find_reference(query.db, id).value_or(organisations::Reference{id, {}});
}

std::string occupation_name(const app::Query& query, const OccupationCode& code) {
    const auto* found = query.services.get<codes::Tables>().find_occupation(code);
    return found != nullptr ? found->name : code.text;
}

std::string place_name(const app::Query& query, const PlaceCode& code) {
    return query.services.get<codes::Tables>().place_name(code);
}

people::Reference worker_of(const app::Query& query, const AgreementRow& agreement) {
    const auto person = people::find(query.db, agreement.person);
    const std::string name = person ? person->name : "";
    return {agreement.person,
            may_read_text(query.caller, agreement) ? name : people::masked_name(name)};
}

void show_terms(AgreementView& shown, const AgreementRow& row) {
    shown.address = row.address;
    shown.work = row.work;
    shown.starts_on = row.starts_on;
    shown.ends_on = row.ends_on;
    shown.shift = row.shift;
    shown.work_relation = row.work_relation;
    shown.contract_ends_on = row.contract_ends_on;
    shown.wage_fen = row.wage_fen;
    shown.insurance_fen = row.insurance_fen;
    shown.costs = row.costs;
    shown.costs_fen = row.costs_fen;
    shown.borrower_pays_fen = row.borrower_pays_fen;
    shown.injury_borrower_percent = row.injury_borrower_percent;
}

void show_course(AgreementView& shown, const AgreementRow& row) {
    shown.status = row.status;
    shown.digest = row.digest;
    shown.sign_until_at = row.sign_until_at;
    shown.lender_signed_at = row.lender_signed_at;
    shown.borrower_signed_at = row.borrower_signed_at;
    shown.worker_signed_at = row.worker_signed_at;
    shown.in_force_at = row.in_force_at;
    shown.ended_on = row.ended_on;
    shown.ended_by = row.ended_by;
    shown.status_reason = row.status_reason;
}

}  // namespace

std::optional<Party> party_of(const app::Caller& caller, const AgreementRow& agreement) {
    if (caller.person && caller.person == agreement.person) return Party::worker;
    if (!caller.organisation || !caller.is(app::Role::employer)) return std::nullopt;
    if (caller.organisation == agreement.lender) return Party::lender;
    if (caller.organisation == agreement.borrower) return Party::borrower;
    return std::nullopt;
}

bool may_see(const app::Caller& caller, const AgreementRow& agreement) {
    return party_of(caller, agreement) || caller.supervises(agreement.place) ||
           caller.supervises(agreement.lender_place);
}

bool may_read_text(const app::Caller& caller, const AgreementRow& agreement) {
    const auto party = party_of(caller, agreement);
    if (!party) return false;
    return *party != Party::borrower || agreement.worker_signed_at.has_value();
}

PostView view(const app::Query& query, const PostRow& post) {
    PostView shown;
    shown.id = post.id;
    shown.organisation = name_of(query, post.organisation);
    shown.kind = post.kind;
    shown.occupation = post.occupation;
    shown.occupation_name = occupation_name(query, post.occupation);
    shown.place = post.place;
    shown.place_name = place_name(query, post.place);
    shown.people = post.people;
    shown.people_left = post.people - post.taken;
    shown.starts_on = post.starts_on;
    shown.ends_on = post.ends_on;
    shown.shift = post.shift;
    shown.wage_fen = post.wage_fen;
    shown.asks = post.asks;
    shown.status = post.status;
    shown.created_at = post.created_at;
    shown.mine = query.caller.organisation && query.caller.organisation == post.organisation;
    return shown;
}

ProposalView view(const app::Query& query, const ProposalRow& proposal) {
    ProposalView shown;
    shown.id = proposal.id;
    shown.post = proposal.post_id;
    shown.own_post = proposal.own_post_id;
    shown.lender = name_of(query, proposal.lender);
    shown.borrower = name_of(query, proposal.borrower);
    shown.by_me = query.caller.organisation == proposal.proposed_by;
    shown.as_lender = query.caller.organisation == proposal.lender;
    shown.people = proposal.people;
    shown.named = count_named(query.db, proposal.id);
    shown.occupation = proposal.occupation;
    shown.occupation_name = occupation_name(query, proposal.occupation);
    shown.place = proposal.place;
    shown.place_name = place_name(query, proposal.place);
    shown.starts_on = proposal.starts_on;
    shown.ends_on = proposal.ends_on;
    shown.message = proposal.message;
    shown.status = proposal.status;
    shown.reason = proposal.reason;
    shown.answer_until_at = proposal.answer_until_at;
    shown.created_at = proposal.created_at;
    return shown;
}

AgreementView view(const app::Query& query, const AgreementRow& agreement) {
    AgreementView shown;
    shown.id = agreement.id;
    shown.proposal = agreement.proposal_id;
    shown.lender = name_of(query, agreement.lender);
    shown.borrower = name_of(query, agreement.borrower);
    shown.worker = worker_of(query, agreement);
    shown.me = party_of(query.caller, agreement);
    shown.occupation = agreement.occupation;
    shown.occupation_name = occupation_name(query, agreement.occupation);
    shown.place = agreement.place;
    shown.place_name = place_name(query, agreement.place);
    shown.text_open = may_read_text(query.caller, agreement);
    show_terms(shown, agreement);
    show_course(shown, agreement);
    for (const auto& month : settlements_of(query.db, agreement.id))
        shown.settlements.push_back(view(month));
    return shown;
}

SettlementView view(const SettlementRow& row) {
    SettlementView shown;
    shown.id = row.id;
    shown.agreement = row.agreement_id;
    shown.month = row.month;
    shown.from_on = row.from_on;
    shown.to_on = row.to_on;
    shown.due_on = row.due_on;
    shown.status = row.status;
    shown.overdue_level = row.overdue_level;
    shown.expected_wage_fen = row.expected_wage_fen;
    shown.borrower_paid_fen = row.borrower_paid_fen;
    shown.borrower_paid_on = row.borrower_paid_on;
    shown.borrower_reference = row.borrower_reference;
    shown.wage_fen = row.wage_fen;
    shown.insurance_fen = row.insurance_fen;
    shown.costs_fen = row.costs_fen;
    shown.passed_on_on = row.passed_on_on;
    shown.passed_on_reference = row.passed_on_reference;
    shown.confirmed_at = row.confirmed_at;
    return shown;
}

}  // namespace jianghui::lending
