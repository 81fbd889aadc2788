// Opening a case.

#include <algorithm>

#include "engine/codec/text_member.hpp"
#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/sealed_values.hpp"
#include "engine/procedures/telling.hpp"

namespace jianghui::procedures {
namespace {

using access::Caller;
using access::Role;

bool opens(const Procedure& procedure, Opener opener) {
    return std::find(procedure.opened_by.begin(), procedure.opened_by.end(), opener) !=
           procedure.opened_by.end();
}

bool opens(const Procedure& procedure, Role role) {
    switch (role) {
        case Role::worker: return opens(procedure, Opener::worker) || opens(procedure, Opener::anybody);
        case Role::employer:
            return opens(procedure, Opener::employer) || opens(procedure, Opener::anybody);
        case Role::agency: return opens(procedure, Opener::agency) || opens(procedure, Opener::anybody);
        case Role::official: return opens(procedure, Opener::official);
        case Role::inspector: return opens(procedure, Opener::inspector);
        default: return false;  // Nobody signed in, and who only administers.
    }
    return false;
}

/// The applicant of a case that is opened by the caller.
Result<Done> take_applicant(app::Command& command, const Procedure& procedure,
                            const NewCase& wanted, CaseRow& row) {
    const Caller& caller = command.caller;
    if (!wanted.organisation && !wanted.person) {
        if (!may_open(procedure, caller)) return refuse(opener_not_allowed);
        if (caller.in_office()) row.applicant_place = caller.place;
        else if (caller.organisation) row.applicant_organisation = caller.organisation;
        else row.applicant_person = caller.person;
        return Done{};
    }
    if (!may_assist(procedure, caller) || (wanted.organisation && wanted.person))
        return refuse(opener_not_allowed);
    const auto& world = command.services.get<World>();
    const auto home = wanted.organisation ? world.place_of(command.db, *wanted.organisation)
                                          : world.place_of(command.db, *wanted.person);
    if (!home)
        return refuse(error(not_found).at(wanted.organisation ? "/organisation" : "/person"));
    const Role role =
        wanted.organisation ? world.role_of(command.db, *wanted.organisation) : Role::worker;
    if (!opens(procedure, role)) return refuse(opener_not_allowed);
    row.applicant_organisation = wanted.organisation;
    row.applicant_person = wanted.person;
    row.assisted_place = caller.place;
    return Done{};
}

/// The value FORM.FIELD among the opening's values; "" when it is none of theirs.
std::string text_at(const Procedure& procedure, const codec::json::object& values,
                    std::string_view dotted) {
    const auto names = parted(dotted);
    if (!names || names->first != procedure.forms[0].id.text) return {};
    return std::string(codec::text_member(values, names->second));
}

void take_party(const Procedure& procedure, const codec::json::object& values, CaseRow& row) {
    if (!procedure.party || *procedure.party == "applicant") return;
    const auto text = text_at(procedure, values, *procedure.party);
    if (text.empty()) return;
    if (procedure.field(*procedure.party)->type == registers::FieldType::organisation)
        row.party_organisation = OrganisationId::parse(text);
    else
        row.party_person = PersonId::parse(text);
}

PlaceCode at_level(const PlaceCode& place, std::optional<Level> level) {
    if (!level || *level == Level::county) return place;
    if (*level == Level::city) return city_of(place);
    return PlaceCode{place.text.substr(0, 2) + "0000"};
}

std::optional<PlaceCode> home_of(app::Command& command, std::optional<OrganisationId> organisation,
                                 std::optional<PersonId> person) {
    const auto& world = command.services.get<World>();
    if (organisation) return world.place_of(command.db, *organisation);
    if (person) return world.place_of(command.db, *person);
    return std::nullopt;
}

Result<Done> take_place(app::Command& command, const Procedure& procedure,
                        const codec::json::object& values, CaseRow& row) {
    std::optional<PlaceCode> place;
    if (procedure.handled.place == "applicant")
        place = row.applicant_place ? row.applicant_place
                                    : home_of(command, row.applicant_organisation,
                                              row.applicant_person);
    else if (procedure.handled.place == "party")
        place = home_of(command, row.subject_organisation(), row.subject_person());
    else if (auto text = text_at(procedure, values, procedure.handled.place); !text.empty())
        place = PlaceCode{text};
    if (!place || !*place) return refuse(case_place_unknown);
    row.place = at_level(*place, procedure.handled.level);
    row.city = city_of(row.place);
    if (procedure.handled.counterpart)
        if (auto text = text_at(procedure, values, *procedure.handled.counterpart); !text.empty())
            row.counterpart = PlaceCode{text};
    return Done{};
}

Actor opener_of(const CaseRow& row, const Caller& caller, bool assisted) {
    if (!assisted && row.applicant_place && caller.supervises(row.place))
        return caller.is(Role::inspector) ? Actor::inspector : Actor::official;
    return Actor::applicant;
}

Result<CaseRow> write(app::Command& command, const Procedure& procedure, CaseRow row,
                      const codec::json::object& values, bool by_effect) {
    TRY_DO(take_place(command, procedure, values, row));
    const bool assisted = row.assisted_place.has_value();
    const auto home = home_of(command, row.applicant_organisation, row.applicant_person);
    if (assisted && !command.caller.supervises(row.place) &&
        !(home && command.caller.supervises(*home)))
        return refuse(opener_not_allowed);
    row.id = command.next_id<CaseId>();
    row.procedure_id = procedure.id.text;
    row.definition_version = procedure.version.value;
    row.confidential = procedure.is_confidential();
    row.state = procedure.states[0].id.text;
    row.waits_for = procedure.states[0].waits_for;
    if (!by_effect) row.opened_by = command.caller.account;
    row.opened_at = row.changed_at = command.now;
    command.db.execute(sql::insert_case, store::members(row));
    StepRow line;
    line.id = command.next_id<CaseStepId>();
    line.city = row.city;
    line.case_id = row.id;
    line.to_state = row.state;
    line.actor = by_effect ? Actor::clock : opener_of(row, command.caller, assisted);
    line.assisted = assisted;
    if (!by_effect) {
        line.account = command.caller.account;
        if (command.caller.place) line.account_place = command.caller.place;
    }
    line.form = procedure.forms[0].id.text;
    line.at = command.now;
    seal_values(command.services, procedure.forms[0].fields, values, line);
    TRY_DO(by_effect ? carry_files(command, procedure.forms[0], values, row, line)
                     : attach_files(command, procedure.forms[0], values, row, line));
    command.db.execute(sql::insert_case_step, store::members(line));
    turn_clocks(command, procedure, row, std::nullopt);
    CaseChange change = change_of(row);
    change.by = line.actor;
    change.assisted = assisted;
    change.timeline = line.id;
    record(command, case_opened, row, change);
    print_documents(command, procedure, row, procedure.opening_documents, line, values_of({line}));
    change.by.reset();
    tell(command, case_told, row, change, offices_told(row, line));
    return row;
}

}  // namespace

bool may_open(const Procedure& procedure, const Caller& caller) {
    return opens(procedure, caller.role);
}
bool may_assist(const Procedure& procedure, const Caller& caller) {
    return caller.in_office() &&
           (opens(procedure, Role::worker) || opens(procedure, Role::employer) ||
            opens(procedure, Role::agency));
}

Result<CaseRow> open(app::Command& command, const NewCase& wanted) {
    TRY(const auto procedure, command.services.get<Catalogue>().current(wanted.procedure));
    CaseRow row;
    TRY_DO(take_applicant(command, *procedure, wanted, row));
    TRY(const auto values, check_form(command, procedure->forms[0], wanted.values, nullptr));
    take_party(*procedure, values, row);
    return write(command, *procedure, std::move(row), values, false);
}

Result<CaseRow> open_from(app::Command& command, const CaseRow& origin,
                          const std::string& name, const codec::json::object& given) {
    TRY(const auto procedure, command.services.get<Catalogue>().current(name));
    // What the other case did not know is not asked of it: the office adds it later.
    Form form = procedure->forms[0];
    for (auto& field : form.fields) field.required = false;
    TRY(const auto values, check_form(command, form, given, &origin));
    CaseRow row;
    row.origin = origin.id;
    if (procedure->party && *procedure->party != "applicant") {
        row.applicant_place = origin.place;
    } else {
        row.applicant_organisation = origin.subject_organisation();
        row.applicant_person = origin.subject_person();
    }
    take_party(*procedure, values, row);
    return write(command, *procedure, std::move(row), values, true);
}

}  // namespace jianghui::procedures
