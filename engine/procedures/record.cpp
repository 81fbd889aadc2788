// What is said in the journal of a case.

#include "engine/procedures/telling.hpp"

namespace jianghui::procedures {

CaseChange change_of(const CaseRow& row) {
    CaseChange change;
    change.procedure = row.procedure_id;
    change.version = row.definition_version;
    change.state = row.state;
    change.due_on = row.due_on;
    return change;
}

namespace {

/// Who reads of it in the journal: whom an event names. The party of a confidential case is named from the
/// step on that tells her; until then the applicant is.
app::Command::About about(const CaseRow& row) {
    const bool unknowing = row.confidential && !row.told;
    const auto organisation = unknowing ? row.applicant_organisation : row.subject_organisation();
    const auto person = unknowing ? row.applicant_person : row.subject_person();
    return {row.city, "case", row.id.number, organisation.value_or(OrganisationId{}), {},
            person.value_or(PersonId{})};
}

}  // namespace

void record(app::Command& command, const journal::EventKind& kind, const CaseRow& row,
            const CaseChange& change) {
    command.record(kind, about(row), change);
}

void tell_sides(app::Command& command, const CaseRow& row, const StepRow& taken) {
    CaseChange change = change_of(row);
    change.step = taken.step;
    change.timeline = taken.id;
    Addressees whom;
    const auto add = [&](std::optional<OrganisationId> organisation,
                         std::optional<PersonId> person) {
        if (organisation || person) whom.push_back({organisation, person, {}, {}});
    };
    const bool by_applicant = taken.actor == Actor::applicant && !taken.assisted;
    if (taken.notice && !by_applicant) add(row.applicant_organisation, row.applicant_person);
    const bool seen = row.told || !row.confidential;
    if (taken.notice && seen && taken.actor != Actor::party)
        add(row.party_organisation, row.party_person);
    for (const auto& office : offices_told(row, taken)) whom.push_back(office);
    tell(command, case_told, row, change, whom);
}

}  // namespace jianghui::procedures
