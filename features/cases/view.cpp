#include "features/cases/view.hpp"

#include <algorithm>

#include "engine/access/access.hpp"
#include "features/codes/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::cases {
namespace {

using procedures::CaseRow;
using procedures::Procedure;
using procedures::StepRow;

const procedures::World& world_of(const Sight& sight) {
    return sight.services.get<procedures::World>();
}

/// The name of a person as the caller may see it: in full for the office and for herself.
std::string person_name(const Sight& sight, PersonId person, Relation relation) {
    const std::string name = world_of(sight).name_of(sight.db, person);
    if (is_office(relation) || sight.caller.person == person) return name;
    return people::masked_name(name);
}

SideView side_of(const Sight& sight, std::optional<OrganisationId> organisation,
                 std::optional<PersonId> person, const std::optional<PlaceCode>& office,
                 Relation relation) {
    if (organisation)
        return {SideKind::organisation, organisation->text(),
                world_of(sight).name_of(sight.db, *organisation)};
    if (person)
        return {SideKind::person, person->text(), person_name(sight, *person, relation)};
    return {SideKind::office, std::nullopt, world_of(sight).authority_name(*office)};
}

Text title_of_state(const Procedure& procedure, const std::string& name) {
    const auto* state = procedure.state(name);
    return state == nullptr ? Text{name, name} : state->title;
}

/// A year from the clock's beginning to its end of which no holidays are known: weekends alone were counted.
std::optional<std::int64_t> without_holidays(const Sight& sight, const procedures::ClockRow& row, Date due_on) {
    if (!row.live() || (row.unit == procedures::Days::natural && !row.rolls)) return std::nullopt;
    const auto& dated = sight.services.get<codes::Tables>().dated();
    for (int year = static_cast<int>(row.started_on.year()); year <= static_cast<int>(due_on.year()); ++year)
        if (!dated.has_holidays(year)) return year;
    return std::nullopt;
}

ClockView clock_view(const Sight& sight, const Procedure& procedure,
                     const procedures::ClockRow& row) {
    const auto& calendar = world_of(sight).working_days();
    const Date today = date_of(sight.now);
    ClockView view;
    view.clock = row.clock;
    view.status = row.status;
    view.started_on = row.started_on;
    view.days = row.days;
    view.unit = row.unit;
    view.extended = row.extended;
    view.due_on = row.live() ? procedures::due_on(calendar, row.running(), today) : row.due_on;
    view.without_holidays = without_holidays(sight, row, view.due_on);
    if (row.live()) {
        view.days_left = procedures::days_left(calendar, row.running(), today);
        view.overdue = row.status == procedures::ClockStatus::running && view.due_on < today;
    }
    if (const auto* clock = procedure.clock(row.clock)) {
        view.title = clock->title;
        view.basis = clock->basis;
        if (row.live() && clock->remind)
            for (const auto days : *clock->remind)
                view.reminds_on.push_back(
                    procedures::days_after(calendar, row.unit, view.due_on, -days.value));
        std::sort(view.reminds_on.begin(), view.reminds_on.end());
        if (clock->at_end)
            if (const auto* step = procedure.step(clock->at_end->text)) view.at_end = step->title;
    }
    return view;
}

StepView step_view(const Sight& sight, const Procedure& procedure, const StepRow& row,
                   const std::vector<procedures::DocumentRow>& documents, Relation relation) {
    StepView view;
    view.id = row.id;
    view.step = row.step;
    const auto* step = row.step ? procedure.step(*row.step) : nullptr;
    view.title = step != nullptr ? step->title : Text{"发起", "Opened"};
    view.from = row.from_state;
    view.to = row.to_state;
    view.to_title = title_of_state(procedure, row.to_state);
    view.at = row.at;
    view.by = row.actor;
    view.assisted = row.assisted;
    const bool of_side = row.actor == Actor::applicant || row.actor == Actor::party;
    if (row.account) view.by_name = actor_name(sight, *row.account, !of_side || row.assisted, relation);
    if (row.on_behalf_of) view.for_name = actor_name(sight, *row.on_behalf_of, true, relation);
    view.reason = row.reason;
    view.form = row.form;
    view.notice = row.notice;
    view.values = codec::json::object();
    if (const auto* form = row.form ? procedure.form(*row.form) : nullptr)
        view.values = registers::shown_to(form->fields, row.form_values.get_object(),
                                          is_office(relation) ? registers::Audience::officials
                                                              : registers::Audience::parties);
    view.may_open = may_open_values(row, relation, sight.caller);
    for (const auto& document : documents)
        if (document.step_id == row.id) view.documents.push_back(document.id);
    return view;
}

std::vector<NextStep> next_steps(const Sight& sight, const Procedure& procedure,
                                 const CaseRow& row, const std::vector<StepRow>& steps) {
    std::vector<NextStep> next;
    for (const auto& step : procedure.steps) {
        if (row.closed_at || !procedures::has(step.from, row.state)) continue;
        const auto acting = procedures::acting_in(row, step, sight.caller);
        if (!acting) continue;
        NextStep one;
        one.step = step.id.text;
        one.title = step.title;
        one.to_title = title_of_state(procedure, step.to.text);
        if (step.form) one.form = *procedure.form(step.form->text);
        one.reason = procedures::is_set(step.reason);
        one.approves = procedures::is_set(step.approves);
        one.burdens = procedures::is_set(step.burdens);
        one.publishes = procedures::is_set(step.publishes);
        if (step.documents)
            for (const auto& document : *step.documents)
                one.documents.push_back(procedure.document(document.text)->title);
        one.assisted = acting->assisted;
        const auto* state = procedure.state(row.state);
        one.usual = state != nullptr && state->usual && state->usual->text == one.step;
        const auto allowed =
            procedures::may_take(sight.db, sight.services, procedure, row, steps, step,
                                 sight.caller, date_of(sight.now));
        if (!allowed) one.blocked = Blocked{allowed.error().code, allowed.error().message};
        next.push_back(std::move(one));
    }
    return next;
}

/// Adds the names of ids and codes among the values of a form.
void add_names(const Sight& sight, const procedures::Form& form, const codec::json::object& values,
               Relation relation, std::map<std::string, std::string>& names) {
    using registers::FieldType;
    const auto add = [&](const registers::Column& column, const codec::json::value& value) {
        if (!value.is_string()) return;
        const std::string text(value.get_string());
        if (column.type == FieldType::organisation) {
            if (const auto id = OrganisationId::parse(text))
                names[text] = world_of(sight).name_of(sight.db, *id);
        } else if (column.type == FieldType::person) {
            if (const auto id = PersonId::parse(text)) names[text] = person_name(sight, *id, relation);
        } else if (column.type == FieldType::file) {
            const auto id = procedures::CaseFileId::parse(text);
            if (const auto file = id ? procedures::find_file(sight.db, *id) : std::nullopt)
                names[text] = file->name;
        } else if (column.type == FieldType::place) {
            names[text] = world_of(sight).place_name(PlaceCode{text});
        } else if (column.type == FieldType::occupation || column.type == FieldType::industry) {
            const char* table =
                column.type == FieldType::occupation ? "occupations" : "industries";
            names[text] = sight.services.get<registers::CodeBook>().title(table, text).zh;
        }
    };
    for (const auto& field : form.fields) {
        const auto* value = values.if_contains(field.id.text);
        if (value == nullptr) continue;
        if (!field.columns) {
            add(field, *value);
            continue;
        }
        if (value->is_array())
            for (const auto& row : value->get_array())
                for (const auto& column : *field.columns)
                    if (row.is_object())
                        if (const auto* cell = row.get_object().if_contains(column.id.text))
                            add(column, *cell);
    }
}

/// Whether the caller may see a file or a comment (see files_for).
template <class Row>
bool shown(const CaseRow& row, const Row& thing, Relation relation) {
    if (is_office(relation)) return true;
    if (thing.audience == CaseAudience::officials) return false;
    if (relation != Relation::party || !row.confidential) return true;
    if constexpr (requires { thing.actor.has_value(); })
        return thing.actor == Actor::party;
    else
        return thing.actor == Actor::party || thing.actor == Actor::official ||
               thing.actor == Actor::inspector;
}

void add_papers(const Sight& sight, const CaseRow& row, Relation relation, CaseView& view) {
    for (const auto& file : files_for(sight, {row, relation})) {
        auto one = view_of(sight, file);
        one.by_name = actor_name(sight, file.account,
                              file.actor != Actor::applicant && file.actor != Actor::party,
                              relation);
        view.files.push_back(std::move(one));
    }
    for (const auto& comment : procedures::comments_of(sight.db, row.id))
        if (shown(row, comment, relation))
            view.comments.push_back(
                {comment.id, comment.text,
                 actor_name(sight, comment.account,
                         comment.actor != Actor::applicant && comment.actor != Actor::party,
                         relation),
                 comment.actor, comment.at, comment.audience});
    for (const auto& entry : procedures::entries_of(sight.db, row.id))
        view.entries.push_back({entry.entry_id, entry.register_id, entry.number});
}

void add_timeline(const Sight& sight, const Procedure& procedure, const CaseRow& row,
                  const std::vector<StepRow>& steps, Relation relation, CaseView& view) {
    const auto documents = procedures::documents_of(sight.db, row.id);
    for (const auto& step : steps) {
        if (!procedures::sees_step(procedure, row, steps, step, relation)) continue;
        auto line = step_view(sight, procedure, step, documents, relation);
        if (const auto* form = step.form ? procedure.form(*step.form) : nullptr)
            add_names(sight, *form, line.values.get_object(), relation, view.names);
        for (const auto& document : documents)
            if (document.step_id == step.id)
                view.documents.push_back(
                    {document.id, document.document, {document.title_zh, document.title_en},
                     document.number, document.at, document.digest,
                     "/documents/" + document.id.text() + "?digest=" + document.digest});
        view.timeline.push_back(std::move(line));
    }
}

/// The colleagues whose turn in the case the caller may take today, each once.
std::vector<OfficerName> colleagues_of(const Sight& sight, const CaseRow& row) {
    std::vector<OfficerName> colleagues;
    const Date today = date_of(sight.now);
    for (const auto& one : procedures::delegations_to(sight.db, sight.caller.account, today)) {
        const auto is_same = [&](const OfficerName& other) { return other.id == one.given_by; };
        if (std::any_of(colleagues.begin(), colleagues.end(), is_same)) continue;
        if (procedures::acts_for(sight.db, sight.services, row, sight.caller, one.given_by, today))
            colleagues.push_back({one.given_by, account_name(sight, one.given_by)});
    }
    return colleagues;
}

}  // namespace

bool is_overdue(const CaseRow& row, Date today) {
    return !row.closed_at && row.due_on && *row.due_on < today;
}

bool waits_for_caller(const CaseRow& row, const app::Caller& caller) {
    if (!row.waits_for) return false;
    procedures::Step any;
    any.by.push_back(*row.waits_for);
    return procedures::acting_in(row, any, caller).has_value();
}

std::optional<std::string> actor_name(const Sight& sight, AccountId account, bool office_act,
                                      Relation relation) {
    if (!is_office(relation) && office_act && account != sight.caller.account) return std::nullopt;
    return account_name(sight, account);
}

std::vector<procedures::FileRow> files_for(const Sight& sight, const SeenCase& seen) {
    auto files = procedures::files_of(sight.db, seen.row.id);
    std::erase_if(files, [&](const auto& file) { return !shown(seen.row, file, seen.relation); });
    return files;
}

std::string account_name(const Sight& sight, AccountId account) {
    return access::account_name(sight.db, account).value_or(account.text());
}

bool is_confirmed(const Sight& sight, const Procedure& procedure) {
    if (procedure.is_certain()) return true;
    for (const auto& row :
         registers::definition_rows(sight.db, registers::DefinitionKind::procedures))
        if (row.id == procedure.id.text && row.version == procedure.version.value)
            return row.confirmed_at.has_value();
    return false;
}

FileView view_of(const Sight& sight, const procedures::FileRow& file) {
    return {file.id, file.case_id, file.name, file.type, file.bytes, file.digest,
            file.account == sight.caller.account
                ? std::optional(account_name(sight, file.account))
                : std::nullopt,
            file.at, file.audience, file.altered_at.has_value()};
}

Result<SeenCase> find_seen(const store::Reader& reader, const app::Caller& caller, CaseId id) {
    auto row = procedures::find_case(reader, id);
    if (!row) return refuse(not_found);
    const auto relation = procedures::relation_of(*row, caller);
    if (!relation) return refuse(not_found);
    return SeenCase{std::move(*row), *relation};
}

Result<CaseSummary> summary_of(const Sight& sight, const CaseRow& row, Relation relation) {
    TRY(const auto procedure,
        sight.services.get<procedures::Catalogue>().version(row.procedure_id,
                                                            row.definition_version));
    CaseSummary view;
    view.id = row.id;
    view.procedure = row.procedure_id;
    view.title = procedure->title;
    view.state = row.state;
    view.state_title = title_of_state(*procedure, row.state);
    view.waits_for = row.waits_for;
    view.my_turn = waits_for_caller(row, sight.caller);
    view.relation = relation;
    view.place = row.place;
    view.place_name = world_of(sight).place_name(row.place);
    const bool hidden = relation == Relation::party && row.confidential;
    view.applicant = hidden ? SideView{SideKind::office, std::nullopt, "—"}
                            : side_of(sight, row.applicant_organisation, row.applicant_person,
                                      row.applicant_place, relation);
    if (row.party_organisation || row.party_person)
        view.party =
            side_of(sight, row.party_organisation, row.party_person, std::nullopt, relation);
    if (row.officer && is_office(relation))
        view.officer = OfficerName{*row.officer, account_name(sight, *row.officer)};
    view.mine = row.officer == sight.caller.account;
    view.assisted = row.assisted_place.has_value();
    view.opened_at = row.opened_at;
    view.changed_at = row.changed_at;
    view.closed_at = row.closed_at;
    if (!row.closed_at && row.due_on) {
        view.due_on = row.due_on;
        const Date today = date_of(sight.now);
        view.overdue = is_overdue(row, today);
        for (const auto& clock : procedures::clocks_of(sight.db, row.id))
            if (clock.status == procedures::ClockStatus::running && clock.due_on == *row.due_on) {
                view.days_left = procedures::days_between(world_of(sight).working_days(), clock.unit,
                                                          today, clock.due_on);
                view.unit = clock.unit;
            }
    }
    return view;
}

Result<CaseView> view_of(const Sight& sight, const SeenCase& seen) {
    const CaseRow& row = seen.row;
    TRY(const auto procedure,
        sight.services.get<procedures::Catalogue>().version(row.procedure_id,
                                                            row.definition_version));
    TRY(const CaseSummary summary, summary_of(sight, row, seen.relation));
    CaseView view;
    static_cast<CaseSummary&>(view) = summary;
    view.version = row.definition_version;
    view.about = procedure->about;
    if (const auto* state = procedure->state(row.state)) view.state_hint = state->hint;
    if (row.counterpart)
        view.counterpart = OtherOffice{*row.counterpart, world_of(sight).place_name(*row.counterpart)};
    if (row.assisted_place)
        view.assisted_by = world_of(sight).authority_name(*row.assisted_place);
    view.confirmed = is_confirmed(sight, *procedure);
    view.confidential = row.confidential;
    view.basis = procedure->basis;
    view.forms = procedure->forms;
    const auto steps = procedures::steps_of(sight.db, row.id);
    add_timeline(sight, *procedure, row, steps, seen.relation, view);
    view.next = next_steps(sight, *procedure, row, steps);
    const bool told_late = seen.relation == Relation::party && row.confidential;
    for (const auto& clock : procedures::clocks_of(sight.db, row.id)) {
        auto one = clock_view(sight, *procedure, clock);
        if (told_late && !clock.live()) continue;
        view.clocks.push_back(std::move(one));
    }
    add_papers(sight, row, seen.relation, view);
    view.may_assign = seen.relation == Relation::office && !row.closed_at;
    if (is_office(seen.relation) && !row.closed_at) view.may_act_for = colleagues_of(sight, row);
    return view;
}

}  // namespace jianghui::cases
