#include "engine/procedures/built_in.hpp"
#include "engine/procedures/case_store.hpp"
#include "engine/procedures/cases.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/reviews.hpp"

namespace jianghui::procedures {
namespace {

using registers::Entry;
using registers::EntryReason;
using registers::EntryStep;

Result<registers::Catalogue::Pointer> register_of(const EffectInput& input,
                                                  std::string_view name) {
    return input.command.services.get<registers::Catalogue>().current(name);
}

/// What the forms `form` and `form2` say under the names of the register's fields.
codec::json::object values_for(const EffectInput& input, const registers::Register& definition) {
    codec::json::object values;
    for (const char* member : {"form", "form2"}) {
        const auto form = input.clear.find(input.member(member));
        if (form == input.clear.end()) continue;
        for (const auto& field : definition.fields)
            if (const auto* value = form->second.if_contains(field.id.text))
                values[field.id.text] = *value;
    }
    return values;
}

std::optional<Date> date_at(const EffectInput& input, std::string_view member) {
    const auto* value = input.value(input.member(member));
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return parse_date(std::string_view(value->get_string()));
}

/// The last day of an entry of a class: as many months as the parameter `to_parameter`_CLASS says after the day
/// in `to_since`. Nothing when the rule does not ask for it.
Result<std::optional<Date>> last_of_class(const EffectInput& input) {
    const auto& prefix = input.member("to_parameter");
    if (prefix.empty()) return std::optional<Date>();
    const auto since = date_at(input, "to_since");
    const auto* of_class = input.value(input.member("to_class"));
    if (!since || of_class == nullptr || !of_class->is_string()) return refuse(value_refused);
    const auto months = input.command.services.get<World>().parameter(
        prefix + "_" + std::string(of_class->get_string()), date_of(input.command.now));
    if (!months) return refuse(value_refused);
    return std::optional(add_days(add_months(*since, static_cast<int>(*months)), -1));
}

void keep_entry(const EffectInput& input, const Entry& entry) {
    input.command.db.execute(
        sql::insert_case_entry,
        store::members(CaseEntryRow{input.row.city, input.row.id, entry.id, entry.register_id,
                                    entry.number}));
}

Result<Done> issue(const EffectInput& input, std::string_view name) {
    TRY(const auto definition, register_of(input, name));
    registers::NewEntry wanted;
    wanted.place = input.row.place;
    if (const auto* place = input.value(input.member("place"));
        place != nullptr && place->is_string())
        wanted.place = PlaceCode{std::string(place->get_string())};
    switch (definition->subject) {
        case registers::Subject::organisation:
            wanted.organisation = input.row.subject_organisation();
            if (!wanted.organisation) return refuse(subject_missing);
            break;
        case registers::Subject::person:
            wanted.person = input.row.subject_person();
            if (!wanted.person) return refuse(subject_missing);
            break;
        case registers::Subject::place:
            wanted.subject_place = input.row.counterpart.value_or(input.row.place);
            break;
        case registers::Subject::none: break;
    }
    if (const auto* number = input.value(input.member("number"));
        number != nullptr && number->is_string())
        wanted.number = String<1, 80>{std::string(number->get_string())};
    wanted.valid_from_on = date_at(input, "from").value_or(date_of(input.command.now));
    wanted.valid_to_on = date_at(input, "to");
    TRY(const auto by_class, last_of_class(input));
    if (by_class) wanted.valid_to_on = by_class;
    wanted.values = values_for(input, *definition);
    wanted.case_id = input.row.id;
    TRY(const Entry entry, registers::issue(input.command, *definition, wanted));
    keep_entry(input, entry);
    return Done{};
}

Result<Done> issue_entry(const EffectInput& input) { return issue(input, input.member("register")); }

/// The counterpart's decision: what the requesting office's register says counts in its place. Takes from
/// the form `register`, `standard`, `number` (of a single entry), `until_on`, `counts_in` (a place or a
/// list; else the counterpart).
Result<Done> recognise(const EffectInput& input) {
    TRY(const auto definition, register_of(input, registers::recognition_register));
    const auto form = input.clear.find(input.member("form"));
    if (form == input.clear.end()) return refuse(subject_missing);
    const auto& said = form->second;
    registers::NewEntry wanted;
    wanted.place = input.row.counterpart.value_or(input.row.place);
    codec::json::array places{codec::json::value(wanted.place.text)};
    if (const auto* list = said.if_contains("counts_in"); list != nullptr && list->is_array())
        places = list->get_array();
    wanted.values["register"] = said.contains("register") ? said.at("register") : nullptr;
    wanted.values["origin"] = input.row.place.text;
    wanted.values["counts_in"] = places;
    if (said.contains("standard")) wanted.values["standard"] = said.at("standard");
    if (said.contains("number")) wanted.values["entry_number"] = said.at("number");
    wanted.valid_from_on = date_of(input.command.now);
    if (const auto* until = said.if_contains("until_on"); until != nullptr && until->is_string())
        wanted.valid_to_on = parse_date(std::string_view(until->get_string()));
    wanted.case_id = input.row.id;
    TRY(const Entry entry, registers::issue(input.command, *definition, wanted));
    keep_entry(input, entry);
    return Done{};
}

Result<Entry> entry_of(const EffectInput& input) {
    return find_entry(input.command.db, input.row, input.with,
                      [&](auto dotted) { return input.value(dotted); });
}

Result<Done> change_to(const EffectInput& input, const Entry& entry,
                       const codec::json::object& values, std::optional<Date> valid_to_on,
                       EntryReason reason) {
    TRY(const auto definition, register_of(input, entry.register_id));
    registers::Change change;
    change.values = entry.values.get_object();
    for (const auto& member : values) change.values[member.key()] = member.value();
    change.valid_to_on = valid_to_on;
    change.reason = reason;
    change.note = input.step.reason;
    change.case_id = input.row.id;
    TRY(const Entry changed, registers::change(input.command, *definition, entry.id, change));
    keep_entry(input, changed);
    return Done{};
}

Result<Done> change_entry(const EffectInput& input) {
    TRY(const Entry entry, entry_of(input));
    TRY(const auto definition, register_of(input, entry.register_id));
    return change_to(input, entry, values_for(input, *definition), std::nullopt,
                     EntryReason::changed);
}

/// One more period of validity after the present last day.
Result<Done> renew_entry(const EffectInput& input) {
    TRY(const Entry entry, entry_of(input));
    TRY(const auto definition, register_of(input, entry.register_id));
    auto until = date_at(input, "to");
    if (!until && entry.valid_to_on)
        until = registers::last_day(definition->validity, add_days(*entry.valid_to_on, 1));
    return change_to(input, entry, values_for(input, *definition), until, EntryReason::renewed);
}

Effect step_of(EntryStep step, EntryReason usual) {
    return [step, usual](const EffectInput& input) -> Result<Done> {
        TRY(const Entry entry, entry_of(input));
        // What came to its end before (its last day passed) stays as it ended.
        if (step == EntryStep::end && registers::is_final(entry.status)) return Done{};
        registers::StepTaken taken;
        taken.step = step;
        taken.reason = codec::parse_enum<EntryReason>(input.member("reason")).value_or(usual);
        taken.note = input.step.reason;
        taken.case_id = input.row.id;
        TRY(const Entry changed, registers::take(input.command, entry.id, taken));
        keep_entry(input, changed);
        return Done{};
    };
}

/// Another case begins: the values of its first form are named as FORM.FIELD = FORM.FIELD of this one.
Result<Done> open_case(const EffectInput& input) {
    codec::json::object values;
    for (const auto& [target, source] : input.with) {
        const auto names = parted(target);
        if (!names) continue;
        if (const auto* value = input.value(source)) values[names->second] = *value;
    }
    TRY_DO(open_from(input.command, input.row, input.member("procedure"), values));
    return Done{};
}

/// The outcome of a review, for whoever counts them (features/efficiency).
Result<Done> tell_review(const EffectInput& input) {
    const auto* decided = input.value(input.member("decided"));
    const auto outcome = codec::parse_enum<ReviewOutcome>(input.member("outcome"));
    if (decided == nullptr || !decided->is_string() || !outcome) return refuse(value_refused);
    input.command.record(case_reviewed, {input.row.city, "case", input.row.id.number, {}, {}, {}},
                         CaseReviewed{std::string(decided->get_string()), *outcome});
    return Done{};
}

}  // namespace

void add_built_in_effects(Rules& rules) {
    const RuleMember which{"register", Wanted::register_};
    const RuleMember form{"form", Wanted::form}, form2{"form2", Wanted::form, false};
    const RuleMember place{"place", Wanted::field, false}, number{"number", Wanted::field, false};
    const RuleMember from{"from", Wanted::field, false}, to{"to", Wanted::field, false};
    const RuleMember reason{"reason", Wanted::text, false};
    rules.effect("issue_entry",
                 {which, form, form2, place, number, from, to,
                  {"to_class", Wanted::field, false},
                  {"to_since", Wanted::field, false},
                  {"to_parameter", Wanted::text, false}},
                 issue_entry);
    rules.effect("recognise", {form}, recognise);
    rules.effect("change_entry", {which, form, form2, number}, change_entry);
    rules.effect("renew_entry", {which, {"form", Wanted::form, false}, number, to}, renew_entry);
    const auto add = [&](const char* name, EntryStep step, EntryReason usual) {
        rules.effect(name, {which, number, reason}, step_of(step, usual));
    };
    add("suspend_entry", EntryStep::suspend, EntryReason::violation);
    add("restore_entry", EntryStep::restore, EntryReason::remedied);
    add("revoke_entry", EntryStep::revoke, EntryReason::violation);
    add("withdraw_entry", EntryStep::withdraw, EntryReason::annulled);
    add("end_entry", EntryStep::end, EntryReason::at_own_request);
    rules.effect("open_case", {{"procedure", Wanted::procedure}, {any_dotted, Wanted::field, false}},
                 open_case);
    rules.effect("tell_review", {{"decided", Wanted::code_field}, {"outcome", Wanted::text}}, tell_review);
}

}  // namespace jianghui::procedures
