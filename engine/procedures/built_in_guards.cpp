#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "engine/codec/text_member.hpp"
#include "engine/procedures/built_in.hpp"
#include "engine/procedures/case_store.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/shown_value.hpp"

namespace jianghui::procedures {
namespace {

int number_of(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<Done> organisation_verified(const GuardInput& input) {
    const auto organisation = input.row.subject_organisation();
    if (!organisation) return refuse(subject_missing);
    if (!input.services.get<World>().is_verified(input.db, *organisation))
        return refuse(organisation_not_verified);
    return Done{};
}

Result<Done> entry_in_force(const GuardInput& input) {
    TRY(const auto entry, find_entry(input.db, input.row, input.with,
                                     [&](auto dotted) { return input.value(dotted); }));
    if (!registers::in_force_on(entry, input.today)) return refuse(entry_not_in_force);
    return Done{};
}

/// The subject has no entry in force of that register: what would stand against the step.
Result<Done> no_entry_in_force(const GuardInput& input) {
    const auto& name = input.member("register");
    std::vector<registers::Entry> known;
    if (const auto organisation = input.row.subject_organisation())
        known = registers::about(input.db, *organisation, name);
    else if (const auto person = input.row.subject_person())
        known = registers::about(input.db, *person, name);
    for (const auto& entry : known)
        if (registers::in_force_on(entry, input.today))
            return refuse(error(entry_stands_against).with("number", entry.number));
    return Done{};
}

Result<Done> no_open_case(const GuardInput& input) {
    const auto open = open_cases(input.db, input.member("procedure"),
                                 input.row.subject_organisation(), input.row.subject_person(),
                                 input.row.id);
    if (open > 0) return refuse(case_open_already);
    return Done{};
}

/// The day from which days_since counts: a date of a form, or when a state was last entered.
std::optional<Date> since(const GuardInput& input) {
    const std::string& from = input.member("field");
    if (const auto* value = input.value(from); value != nullptr && value->is_string())
        return parse_date(std::string_view(value->get_string()));
    std::optional<Date> on;
    for (const auto& step : input.steps)
        if (step.to_state == from) on = date_of(step.at);
    return on;
}

Result<Done> passed(Date until, Date today) {
    if (today >= until) return Done{};
    return refuse(error(step_too_early,
                        {fmt::format("规定的时间未满，{}起可以办理。", shown_date(until, true)),
                         fmt::format("The time that must pass has not passed: from {} on.",
                                     shown_date(until, false))})
                      .with("not_before", date_text(until)));
}

std::string text_at(const registers::Entry& entry, const std::string& field) {
    return std::string(codec::text_member(entry.values, field));
}

/// The least time of the entry's class has passed since its date: as many months as the parameter
/// `parameter`_CLASS says. What the class is says the entry, not the applicant.
Result<Done> class_time_passed(const GuardInput& input) {
    TRY(const auto entry, find_entry(input.db, input.row, input.with,
                                     [&](auto dotted) { return input.value(dotted); }));
    const auto since = parse_date(text_at(entry, input.member("since")));
    const auto months = input.services.get<World>().parameter(
        input.member("parameter") + "_" + text_at(entry, input.member("class")), input.today);
    if (!since || !months) return refuse(value_refused);
    return passed(add_months(*since, static_cast<int>(*months)), input.today);
}

Result<Done> days_since(const GuardInput& input) {
    const auto from = since(input);
    if (!from) return refuse(step_too_early);
    std::int64_t days = number_of(input.member("days"));
    if (const auto& name = input.member("parameter"); !name.empty())
        days += input.services.get<World>().parameter(name, input.today).value_or(0);
    return passed(add_days(add_months(*from, number_of(input.member("months"))),
                           static_cast<int>(days)),
                  input.today);
}

Result<Done> form_value(const GuardInput& input) {
    const auto* value = input.value(input.member("field"));
    std::string wanted = input.member("is");
    for (std::size_t at = 0; value != nullptr && at <= wanted.size();) {
        const auto comma = std::min(wanted.find(',', at), wanted.size());
        std::string one = wanted.substr(at, comma - at);
        one.erase(0, one.find_first_not_of(' '));
        registers::When when;
        when.field.text = "v";
        when.is.push_back(one);
        codec::json::object values;
        values["v"] = *value;
        if (registers::holds(when, values)) return Done{};
        at = comma + 1;
    }
    return refuse(value_refused);
}

/// The column of that type, or nullptr.
const registers::Column* column_of(const registers::Field& field, registers::FieldType type) {
    if (!field.columns) return nullptr;
    const auto found = std::find_if(field.columns->begin(), field.columns->end(),
                                    [&](const auto& column) { return column.type == type; });
    return found == field.columns->end() ? nullptr : &*found;
}

/// The codes of the rows of FORM.FIELD that have a file, of every time the form was filled in.
std::set<std::string> collected(const GuardInput& input, const std::string& dotted,
                                const registers::Column& kind, const registers::Column& file) {
    std::set<std::string> kinds;
    const auto names = parted(dotted);
    for (const auto& step : input.steps) {
        if (!names || step.form != names->first || !step.form_values.is_object()) continue;
        const auto* rows = step.form_values.get_object().if_contains(names->second);
        if (rows == nullptr || !rows->is_array()) continue;
        for (const auto& row : rows->get_array()) {
            if (!row.is_object()) continue;
            const auto* code = row.get_object().if_contains(kind.id.text);
            const auto* given = row.get_object().if_contains(file.id.text);
            if (code != nullptr && code->is_string() && given != nullptr && given->is_string())
                kinds.insert(std::string(code->get_string()));
        }
    }
    return kinds;
}

std::vector<std::string> parts_of(const std::string& text, char at) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find(at, from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

Error missing_evidence(const registers::CodeBook& book, const std::string& table,
                       const std::vector<std::string>& missing) {
    Text names;
    std::string codes;
    for (const auto& code : missing) {
        const Text title = book.title(table, code);
        names.zh += (names.zh.empty() ? "" : "、") + title.zh;
        names.en += (names.en.empty() ? "" : ", ") + title.en;
        codes += (codes.empty() ? "" : ",") + code;
    }
    return error(evidence_missing,
                 {fmt::format("还缺证据：{}。请补齐，或写明未取得的理由。", names.zh),
                  fmt::format("Evidence is missing: {}. Add it, or say why it could not be had.", names.en)})
        .with("missing", codes);
}

/// Every kind of evidence that the table names beside the code `kind` lies among `rows` with a file, or the field
/// `unless` says why not.
Result<Done> evidence_complete(const GuardInput& input) {
    const auto& book = input.services.get<registers::CodeBook>();
    const auto* asks = input.procedure.field(input.member("kind"));
    const auto* rows = input.procedure.field(input.member("rows"));
    const auto* said = input.value(input.member("kind"));
    ASSERT(asks != nullptr && asks->table && rows != nullptr);  // faults_of checks them.
    const auto* kind = column_of(*rows, registers::FieldType::code);
    const auto* file = column_of(*rows, registers::FieldType::file);
    ASSERT(kind != nullptr && kind->table && file != nullptr);
    if (said == nullptr || !said->is_string()) return Done{};
    const auto there = collected(input, input.member("rows"), *kind, *file);
    std::vector<std::string> missing;
    for (auto& code : parts_of(book.value(asks->table->text, std::string_view(said->get_string())), '|'))
        if (there.count(code) == 0) missing.push_back(std::move(code));
    const auto* why = input.value(input.member("unless"));
    if (missing.empty() || (why != nullptr && why->is_string() && !why->get_string().empty())) return Done{};
    auto refusal = missing_evidence(book, kind->table->text, missing);
    if (const auto names = parted(input.member("unless"))) refusal.path = "/values/" + names->second;
    return refuse(std::move(refusal));
}

/// A number that somebody names is of an entry of her own: nobody changes, renews or has repaired what is
/// another's. Cases of offices about nobody may name any.
bool is_about_subject(const registers::Entry& entry, const CaseRow& row) {
    const auto organisation = row.subject_organisation();
    const auto person = row.subject_person();
    if (entry.organisation && organisation) return *entry.organisation == *organisation;
    if (entry.person && person) return *entry.person == *person;
    return !(entry.organisation && person) && !(entry.person && organisation);
}

}  // namespace

Result<registers::Entry> find_entry(
    const store::Reader& reader, const CaseRow& row,
    const std::map<std::string, std::string>& with,
    const std::function<const codec::json::value*(std::string_view)>& value_of) {
    const std::string& name = with.at("register");
    if (const auto named = with.find("number"); named != with.end()) {
        const auto* value = value_of(named->second);
        std::optional<registers::Entry> entry;
        if (value != nullptr && value->is_string())
            entry = registers::find_by_number(reader, name, std::string_view(value->get_string()));
        if (!entry || !is_about_subject(*entry, row)) return refuse(entry_not_in_force);
        return std::move(*entry);
    }
    const auto made = entries_of(reader, row.id);
    for (auto one = made.rbegin(); one != made.rend(); ++one)
        if (one->register_id == name)
            if (auto entry = registers::find(reader, one->entry_id)) return std::move(*entry);
    std::vector<registers::Entry> known;
    if (const auto organisation = row.subject_organisation())
        known = registers::about(reader, *organisation, name);
    else if (const auto person = row.subject_person())
        known = registers::about(reader, *person, name);
    for (auto entry = known.rbegin(); entry != known.rend(); ++entry)
        if (!registers::is_final(entry->status)) return std::move(*entry);
    return refuse(entry_not_in_force);
}

void add_built_in_guards(Rules& rules) {
    rules.guard("organisation_verified", {}, organisation_verified);
    rules.guard("entry_in_force",
                {{"register", Wanted::register_}, {"number", Wanted::field, false}}, entry_in_force);
    rules.guard("no_entry_in_force", {{"register", Wanted::register_}}, no_entry_in_force);
    rules.guard("class_time_passed",
                {{"register", Wanted::register_},
                 {"number", Wanted::field, false},
                 {"class", Wanted::text},
                 {"since", Wanted::text},
                 {"parameter", Wanted::text}},
                class_time_passed);
    rules.guard("no_open_case", {{"procedure", Wanted::procedure}}, no_open_case);
    rules.guard("days_since",
                {{"field", Wanted::date},
                 {"parameter", Wanted::parameter, false},
                 {"days", Wanted::number, false},
                 {"months", Wanted::number, false}},
                days_since);
    rules.guard("form_value", {{"field", Wanted::field}, {"is", Wanted::codes}}, form_value);
    rules.guard("evidence_complete",
                {{"kind", Wanted::code_field}, {"rows", Wanted::evidence_rows}, {"unless", Wanted::field, false}},
                evidence_complete);
}

void add_built_in_rules(Rules& rules) {
    add_built_in_guards(rules);
    add_built_in_effects(rules);
}

}  // namespace jianghui::procedures
