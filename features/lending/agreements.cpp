// Agreements: the acts of api.hpp.

#include "engine/crypto/sm3.hpp"
#include "features/codes/api.hpp"
#include "features/lending/api.hpp"
#include "features/lending/events.hpp"
#include "features/lending/record.hpp"
#include "features/lending/rules.hpp"
#include "features/lending/store.hpp"
#include "features/lending/text.hpp"
#include "features/seats/api.hpp"

namespace jianghui::lending {
namespace {

seats::PersonTime time_of(const AgreementRow& row) {
    return {row.person_city, row.person, row.starts_on, row.ends_on, row.shift};
}

/// Both enterprises as they are today.
struct Sides {
    organisations::Organisation lender;
    organisations::Organisation borrower;
};

Result<Sides> sides_of(const app::Command& command, OrganisationId lender,
                       OrganisationId borrower) {
    auto a = organisations::find(command.db, lender);
    auto b = organisations::find(command.db, borrower);
    ASSERT(a && b);
    TRY_DO(parties_fit(*a, *b, date_of(command.now)));
    return Sides{std::move(*a), std::move(*b)};
}

/// The worker whom the lender means. One answer for a wrong name and an unknown number: nobody
/// learns here who is registered.
Result<people::Person> find_worker(const app::Command& command, const DraftAgreement& terms) {
    const auto id =
        people::find_by_id_number(command.db, command.services, terms.id_number.text);
    auto person = id ? people::find(command.db, *id) : std::nullopt;
    if (!person || half_width(person->name) != half_width(terms.worker_name.text) ||
        person->status != people::PersonStatus::active || !person->account || !person->verified)
        return refuse(broken(lending_unidentified).at("/id_number"));
    return std::move(*person);
}

std::optional<Fen> minimum_wage(const app::Command& command, const PlaceCode& place, Date on) {
    const auto* found = command.services.get<codes::Tables>().minimum_wage(place, on);
    return found != nullptr ? std::optional(found->monthly) : std::nullopt;
}

/// Everything about the worker that the calendar and other loans can tell.
Result<Done> worker_is_free(const app::Command& command, const AgreementRow& row) {
    if (has_borrowed(command.db, row.lender, row.person, row.starts_on, row.ends_on))
        return refuse(broken(lending_relent));
    if (!seats::has_time(command.db, time_of(row))) return refuse(broken(lending_overlap));
    return Done{};
}

AgreementRow row_of(app::Command& command, const DraftAgreement& terms,
                    const ProposalRow& proposal, const Sides& sides,
                    const people::Person& person) {
    AgreementRow row;
    row.id = command.next_id<AgreementId>();
    row.city = city_of(proposal.place);
    row.place = proposal.place;
    row.lender_place = sides.lender.place;
    row.proposal_id = proposal.id;
    row.lender = proposal.lender;
    row.borrower = proposal.borrower;
    row.person = person.id;
    row.person_city = person.city;
    row.occupation = proposal.occupation;
    row.starts_on = terms.starts_on;
    row.ends_on = terms.ends_on;
    row.shift = terms.shift.value_or(Shift::day);
    row.work = terms.work.text;
    row.address = terms.address.text;
    row.work_relation = terms.work_relation;
    row.contract_ends_on = terms.contract_ends_on;
    row.health_checked_on = terms.health_checked_on;
    row.wage_fen = terms.wage_fen;
    row.insurance_fen = terms.insurance_fen;
    row.costs = terms.costs.value_or(Costs{});
    row.costs_fen = sum_of(row.costs);
    row.borrower_pays_fen = terms.borrower_pays_fen;
    row.injury_borrower_percent = static_cast<int>(terms.injury_borrower_percent.value);
    row.created_at = row.changed_at = command.now;
    row.created_by = command.caller.account;
    row.sign_until_at = answer_until(
        command.now, parameter(command, "lending_sign_hours", 72), terms.starts_on);
    return row;
}

void write_text(const app::Command& command, AgreementRow& row, const Sides& sides,
                const std::string& worker) {
    const auto& tables = command.services.get<codes::Tables>();
    TextFacts facts{sides.lender.name, sides.lender.credit_code.text, sides.borrower.name,
                    sides.borrower.credit_code.text, worker, {}, {}};
    if (const auto* occupation = tables.find_occupation(row.occupation))
        facts.occupation = occupation->name;
    if (const auto* place = tables.find_place(row.place)) facts.place = place->name;
    row.text = agreement_text(row, facts);
    row.digest = crypto::sm3(row.text).hex();
}

/// The months of an agreement that came into force.
void open_months(app::Command& command, const AgreementRow& agreement) {
    const auto& days = command.services.get<codes::Tables>().working_days();
    const int due_day = parameter(command, "statement_due_day", 15);
    for (const auto& part :
         months_of(agreement.starts_on, agreement.ends_on, agreement.wage_fen)) {
        SettlementRow row;
        row.id = command.next_id<SettlementId>();
        row.city = agreement.city;
        row.place = agreement.place;
        row.agreement_id = agreement.id;
        row.lender = agreement.lender;
        row.borrower = agreement.borrower;
        row.person = agreement.person;
        row.month = part.month;
        row.from_on = part.from_on;
        row.to_on = part.to_on;
        row.due_on = statements::due_on(part.month, due_day, days);
        row.expected_wage_fen = part.expected_wage;
        row.changed_at = command.now;
        insert(command.db, row);
    }
}

/// Months after the end are void, the month of the end is shorter.
void shorten_months(app::Command& command, const AgreementRow& agreement, Date ended_on) {
    for (auto row : settlements_of(command.db, agreement.id)) {
        if (row.to_on <= ended_on || row.status != SettlementStatus::open) continue;
        row.changed_at = command.now;
        if (row.from_on > ended_on) {
            row.status = SettlementStatus::voided;
        } else {
            row.expected_wage_fen =
                months_of(row.from_on, ended_on, agreement.wage_fen).front().expected_wage;
            row.to_on = ended_on;
        }
        ASSERT(update(command.db, row, SettlementStatus::open));
    }
}

std::optional<Instant>& signature_of(AgreementRow& row, Party party) {
    return party == Party::lender     ? row.lender_signed_at
           : party == Party::borrower ? row.borrower_signed_at
                                      : row.worker_signed_at;
}

}  // namespace

Result<AgreementRow> draft(app::Command& command, const DraftAgreement& terms) {
    const auto proposal = find_proposal(command.db, terms.proposal);
    if (!proposal) return refuse(not_found);
    if (proposal->status != ProposalStatus::accepted) return refuse(lending_not_accepted);
    if (count_named(command.db, proposal->id) >= proposal->people)
        return refuse(lending_all_named);
    const Date today = date_of(command.now);
    if (terms.starts_on < today) return refuse(error(lending_period).at("/starts_on"));
    TRY(const Sides sides, sides_of(command, proposal->lender, proposal->borrower));
    TRY_DO(terms_fit(terms, *proposal, minimum_wage(command, proposal->place, terms.starts_on)));
    TRY(const auto person, find_worker(command, terms));
    TRY_DO(age_fits(person.born, terms.starts_on,
                    people::working_age_on(command.services, terms.starts_on),
                    terms.health_checked_on, proposal->occupation, sides.borrower.industry));
    AgreementRow row = row_of(command, terms, *proposal, sides, person);
    TRY_DO(worker_is_free(command, row));
    write_text(command, row, sides, person.name);
    if (!insert(command.db, row)) return refuse(lending_named_already);
    record(command, agreement_proposed, row, row.status, Party::lender);
    return row;
}

Result<AgreementRow> sign(app::Command& command, const AgreementRow& before, Party party,
                          const SignAgreement& signature) {
    AgreementRow row = before;
    auto& mine = signature_of(row, party);
    if (mine && signature.digest.text == row.digest) return row;
    TRY_DO(may_sign(before, party, signature, command.now));
    TRY_DO(sides_of(command, row.lender, row.borrower));
    mine = command.now;
    row.changed_at = command.now;
    if (party == Party::worker) {
        TRY_DO(worker_is_free(command, row));
        if (!seats::reserve_loan(command.db, row.id.number, time_of(row)))
            return refuse(broken(lending_overlap));
    }
    const bool complete = all_signed(row);
    if (complete) {
        row.status = AgreementStatus::in_force;
        row.in_force_at = command.now;
    }
    if (!update(command.db, row, AgreementStatus::proposed)) return refuse(lending_status_conflict);
    record(command, agreement_signed, row, before.status, party);
    if (complete) {
        open_months(command, row);
        record(command, agreement_in_force, row, before.status, party);
    }
    return row;
}

Result<AgreementRow> drop(app::Command& command, const AgreementRow& before,
                          AgreementStatus status, std::string_view reason) {
    AgreementRow row = before;
    row.status = status;
    row.status_reason = reason;
    row.changed_at = command.now;
    if (before.status != AgreementStatus::proposed ||
        !update(command.db, row, AgreementStatus::proposed))
        return refuse(lending_status_conflict);
    seats::free_loan(command.db, row.id.number, row.starts_on);
    const bool refused = status == AgreementStatus::refused;
    const auto& kind = refused                                  ? agreement_refused
                       : status == AgreementStatus::withdrawn ? agreement_withdrawn
                                                                : agreement_lapsed;
    record(command, kind, row, before.status,
           refused ? std::optional(Party::worker) : std::nullopt);
    return row;
}

Result<AgreementRow> finish(app::Command& command, const AgreementRow& before,
                            std::optional<Party> by, std::string_view reason) {
    AgreementRow row = before;
    const Date today = date_of(command.now);
    const bool full = before.ends_on <= today;
    const Date last = full ? before.ends_on : today;
    row.status = full ? AgreementStatus::ended : AgreementStatus::ended_early;
    row.ended_on = last;
    row.ended_by = by;
    row.status_reason = reason;
    row.changed_at = command.now;
    if (before.status != AgreementStatus::in_force ||
        !update(command.db, row, AgreementStatus::in_force))
        return refuse(lending_status_conflict);
    if (!full) {
        seats::free_loan(command.db, row.id.number, add_days(last, 1));
        shorten_months(command, row, last);
    }
    record(command, full ? agreement_ended : agreement_ended_early, row, before.status, by);
    return row;
}

}  // namespace jianghui::lending
