#include "engine/procedures/telling.hpp"

#include <algorithm>

#include "engine/procedures/delegation.hpp"

namespace jianghui::procedures {
namespace {

Addressee office_at(const PlaceCode& place) { return {{}, {}, place, {}}; }

void add_side(Addressees& to, std::optional<OrganisationId> organisation,
              std::optional<PersonId> person) {
    if (organisation) to.push_back({organisation, {}, {}, {}});
    else if (person) to.push_back({{}, person, {}, {}});
}

bool of_counterpart(Actor actor) {
    return actor == Actor::counterpart_official || actor == Actor::counterpart_inspector;
}

bool is_sides_turn(std::optional<Actor> waits_for) {
    return waits_for == Actor::applicant || waits_for == Actor::party;
}

PlaceCode place_above(const PlaceCode& place) {
    const PlaceCode city = city_of(place);
    return city != place ? city : PlaceCode{place.text.substr(0, 2) + "0000"};
}

/// Takes out the writer: her account, and the office where she works.
void leave_out(Addressees& whom, const access::Caller& writer) {
    std::erase_if(whom, [&](const Addressee& one) {
        return (one.account && *one.account == writer.account) ||
               (one.office && writer.in_office() && *one.office == writer.place);
    });
}

}  // namespace

Addressee handler_of(const CaseRow& row) {
    if (row.officer) return {{}, {}, {}, row.officer};
    return office_at(row.place);
}

Addressees applicants_of(const CaseRow& row) {
    Addressees whom;
    add_side(whom, row.applicant_organisation, row.applicant_person);
    // An office that applied to itself, or helps with what it handles, is the one that handles.
    for (const auto& place : {row.applicant_place, row.assisted_place})
        if (place) whom.push_back(*place == row.place ? handler_of(row) : office_at(*place));
    return whom;
}

Addressees parties_of(const CaseRow& row) {
    if (!row.party_organisation && !row.party_person) return applicants_of(row);
    Addressees whom;
    if (row.told || !row.confidential) add_side(whom, row.party_organisation, row.party_person);
    return whom;
}

bool waits_for_counterpart(const CaseRow& row) {
    return row.waits_for && of_counterpart(*row.waits_for) && row.counterpart;
}

Addressees whose_turn(const CaseRow& row) {
    if (!row.waits_for) return {};
    if (waits_for_counterpart(row)) return {office_at(*row.counterpart)};
    if (row.waits_for == Actor::applicant) return applicants_of(row);
    if (row.waits_for == Actor::party) return parties_of(row);
    return {handler_of(row)};
}

PlaceCode place_above_turn(const CaseRow& row) {
    if (is_sides_turn(row.waits_for)) return row.place;
    return place_above(waits_for_counterpart(row) ? *row.counterpart : row.place);
}

Addressees offices_told(const CaseRow& row, const StepRow& taken) {
    Addressees whom;
    const bool elsewhere = of_counterpart(taken.actor);
    const auto other_office = [&](const std::optional<PlaceCode>& place) {
        return place && *place != row.place && place != taken.account_place;
    };
    if (taken.notice || row.closed_at) {
        if (other_office(row.applicant_place)) whom.push_back(office_at(*row.applicant_place));
        if (other_office(row.assisted_place)) whom.push_back(office_at(*row.assisted_place));
    }
    // What the counterpart did, or its clock.
    if (elsewhere || (row.counterpart && taken.actor == Actor::clock))
        whom.push_back(handler_of(row));
    if (row.counterpart && !elsewhere && (waits_for_counterpart(row) || row.closed_at))
        whom.push_back(office_at(*row.counterpart));
    return whom;
}

Addressees comment_told(const CaseRow& row, Relation relation, CaseAudience audience,
                        const access::Caller& writer) {
    Addressees whom;
    const bool office = relation == Relation::office || relation == Relation::counterpart;
    whom.push_back(handler_of(row));
    if (office && row.counterpart) whom.push_back(office_at(*row.counterpart));
    if (office && audience == CaseAudience::parties) {
        for (const auto& one : applicants_of(row)) whom.push_back(one);
        for (const auto& one : parties_of(row)) whom.push_back(one);
    }
    leave_out(whom, writer);
    return whom;
}

namespace {

/// With whom stands in today for an official among them, but the one who acts.
Addressees with_stand_ins(const app::Command& command, const CaseRow& row, Addressees whom) {
    for (std::size_t i = 0, named = whom.size(); i < named; ++i) {
        if (!whom[i].account) continue;
        for (const auto other : stand_ins_of(command.db, row, *whom[i].account, date_of(command.now)))
            if (other != command.caller.account) whom.push_back({{}, {}, {}, other});
    }
    return whom;
}

}  // namespace

void tell(app::Command& command, const journal::EventKind& kind, const CaseRow& row,
          CaseChange change, const Addressees& whom) {
    Addressees told;
    for (const auto& one : with_stand_ins(command, row, whom)) {
        if (std::find(told.begin(), told.end(), one) != told.end()) continue;
        told.push_back(one);
        change.office = one.office;
        change.account = one.account;
        command.record(kind,
                       {row.city, "case", row.id.number,
                        one.organisation.value_or(OrganisationId{}), OrganisationId{},
                        one.person.value_or(PersonId{})},
                       change);
    }
}

}  // namespace jianghui::procedures
