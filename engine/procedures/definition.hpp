#pragma once
// What stands in procedures/ID.toml (ADR 11.7–11.9). docs/definitions.md teaches writing one.

#include <map>
#include <set>

#include "engine/registers/definition.hpp"

namespace jianghui::procedures {

using registers::Basis;
using registers::Fault;
using registers::Fields;
using registers::Level;
using Name40 = String<1, 40>;

/// Who takes a step: the applicant (or her organisation's members), the party that the case is about
/// (an employer under investigation), officials or inspectors of the place that handles it, of the
/// place that it was sent to (assistance, recognition), or the clock.
enum class Actor { applicant, party, official, inspector, counterpart_official,
                   counterpart_inspector, clock };
BOOST_DESCRIBE_ENUM(Actor, applicant, party, official, inspector, counterpart_official,
                    counterpart_inspector, clock)

/// A form: what a step asks. Its values are referred to as FORM.FIELD.
struct Form {
    Name40 id;
    Text title;
    Fields fields;
};
BOOST_DESCRIBE_STRUCT(Form, (), (id, title, fields))

/// A state; the first of the list is where a case begins.
struct State {
    Name40 id;
    Text title;
    std::optional<Actor> waits_for;  ///< none: final, the case is closed
    std::optional<Text> hint;        ///< what comes next, for the party
    std::optional<Name40> usual;     ///< the step that normally comes next: pages put it first
};
BOOST_DESCRIBE_STRUCT(State, (), (id, title, waits_for, hint, usual))

/// A guard or an effect by name, with what it needs: names of registers, forms, fields, codes.
/// E.g. { name = "issue_entry", with = { register = "hr_service_licence", form = "application" } }.
struct Rule {
    Name40 name;
    std::optional<std::map<std::string, std::string>> with;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (name, with))

/// A step: from states to a state.
struct Step {
    Name40 id;
    Text title;
    List<Name40, 20> from;
    Name40 to;
    List<Actor, 6> by;
    std::optional<List<Level, 3>> levels;  ///< of the official's place, when not any
    std::optional<Name40> form;
    std::optional<bool> reason;      ///< a sentence why is asked (kept in the row, told to the party)
    std::optional<bool> handles;     ///< its taker handles the case …
    std::optional<bool> approves;    ///< … and may not take a step that approves
    std::optional<bool> notifies;    ///< the party is told of facts, reasons and rights
    std::optional<bool> objects;     ///< the party's statement or objection
    std::optional<bool> burdens;     ///< a decision against the party
    std::optional<bool> publishes;   ///< shown to everybody from now on
    std::optional<List<Rule, 10>> guards;
    std::optional<List<Rule, 10>> effects;
    std::optional<List<Name40, 5>> documents;  ///< printed and numbered at this step
    std::optional<Text> notice;      ///< what the other side's inbox says; {form.field} is filled in
};
BOOST_DESCRIBE_STRUCT(Step, (), (id, title, from, to, by, levels, form, reason, handles, approves,
                                 notifies, objects, burdens, publishes, guards, effects, documents,
                                 notice))

enum class Days { working, natural };
BOOST_DESCRIBE_ENUM(Days, working, natural)

/// A clock. It starts when a state of `starts` is entered, stops when one of `stops` is, stands still
/// in `pauses`. `days`, or a parameter of data/parameters.csv by its name in `parameter`.
struct CaseClock {
    Name40 id;
    Text title;
    List<Name40, 20> starts;
    List<Name40, 20> stops;
    std::optional<List<Name40, 20>> pauses;
    std::optional<Integer<0, 3660>> days;
    std::optional<Name40> parameter;
    Days unit = Days::working;
    std::optional<List<Integer<0, 366>, 5>> remind;  ///< days of the unit before the end
    std::optional<Name40> at_end;     ///< a step by `clock`; none: overdue, told to the place above
    std::optional<Name40> extended_by;               ///< a step that adds `extension` days, once
    std::optional<Integer<1, 366>> extension;
    List<Basis, 5> basis;
};
BOOST_DESCRIBE_STRUCT(CaseClock, (), (id, title, starts, stops, pauses, days, parameter, unit, remind,
                                      at_end, extended_by, extension, basis))

/// A printed document: `text` is text with {form.field}, {number}, {date}, {reason}, {party}, {applicant},
/// {due:CLOCK}, {authority} (the office that takes the step), {counterpart} (the other one), and of the entry
/// that the step makes or changes {entry} (its number), {entry_from} and {entry_until}; paragraphs are parted
/// by empty lines. `number` is a pattern as of registers; its place is that of the office.
struct Document {
    Name40 id;
    Text title;
    String<1, 80> number;
    String<1, 8000> text;
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, title, number, text))

/// Where a case is handled: the place of the applicant's seat, of the party's, or a field of the
/// first form (FORM.FIELD); `levels` says whose office of it.
struct Handling {
    std::string place;  ///< "applicant", "party" or FORM.FIELD
    std::optional<Level> level;
    std::optional<std::string> counterpart;  ///< FORM.FIELD: the other authority's place
};
BOOST_DESCRIBE_STRUCT(Handling, (), (place, level, counterpart))

/// Who may open a case.
enum class Opener { anybody, worker, employer, agency, official, inspector };
BOOST_DESCRIBE_ENUM(Opener, anybody, worker, employer, agency, official, inspector)

struct Procedure {
    Name40 id;
    Integer<1, 10000> version;
    Text title;
    std::optional<Text> about;
    List<Basis, 20> basis;
    List<Opener, 6> opened_by;
    std::optional<std::string> party;  ///< "applicant" (default) or FORM.FIELD of type organisation/person
    Handling handled;
    std::optional<Name40> standard_register;  ///< the register that it is mostly about
    std::optional<bool> confidential;         ///< the party does not see it before a step that notifies
    List<Form, 30> forms;
    List<State, 60> states;
    List<Step, 120> steps;
    std::optional<List<CaseClock, 40>> clocks;
    std::optional<List<Document, 20>> documents;
    std::optional<List<Name40, 5>> opening_documents;  ///< printed when a case is opened

    [[nodiscard]] const Form* form(std::string_view name) const;
    [[nodiscard]] const State* state(std::string_view name) const;
    [[nodiscard]] const Step* step(std::string_view name) const;
    [[nodiscard]] const CaseClock* clock(std::string_view name) const;
    [[nodiscard]] const Document* document(std::string_view name) const;
    /// The field named FORM.FIELD, or nullptr.
    [[nodiscard]] const registers::Field* field(std::string_view dotted) const;
    [[nodiscard]] bool is_confidential() const { return confidential.value_or(false); }
    /// Whether every basis was found in its text; otherwise an official confirms before use.
    [[nodiscard]] bool is_certain() const;
};
BOOST_DESCRIBE_STRUCT(Procedure, (), (id, version, title, about, basis, opened_by, party, handled,
                                      standard_register, confidential, forms, states, steps, clocks,
                                      documents, opening_documents))

/// Whether a step has that flag.
[[nodiscard]] inline bool is_set(const std::optional<bool>& flag) { return flag.value_or(false); }
/// Whether the list names it.
[[nodiscard]] bool has(const List<Name40, 20>& names, std::string_view name);
[[nodiscard]] bool has(const List<Actor, 6>& actors, Actor actor);
/// Whether only the clock takes the step.
[[nodiscard]] bool by_clock_only(const Step& step);
/// "application.services" parted at its dot; nothing without exactly one.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> parted(std::string_view dotted);

/// What a member of a rule's `with` is: checked when the file is read. `evidence_rows` is a field of rows that have a column
/// of type code and one of type file.
enum class Wanted { text, number, parameter, register_, procedure, form, field, date, codes, step, code_field, evidence_rows };
/// The name of a member that stands for all names FORM.FIELD.
inline constexpr const char* any_dotted = "FORM.FIELD";
/// A member that a guard or an effect takes.
struct RuleMember {
    std::string name;
    Wanted wanted = Wanted::text;
    bool required = true;
};

/// Names of guards and effects that the program has, with what each takes; names of the parameters of
/// data/parameters.csv, and of all procedures.
struct KnownRules {
    std::map<std::string, std::vector<RuleMember>> guards;
    std::map<std::string, std::vector<RuleMember>> effects;
    std::set<std::string> parameters;
    std::set<std::string> procedures;
};

/// The registers in force by id.
using Registers = std::map<std::string, const registers::Register*>;

/// Every fault of a procedure: form, graph (unreachable states, states that cannot be left and are
/// not final, unknown names, dangling fields), clocks that never start or never stop, a clock's step
/// that the clock may not take, and what protects people (ADR 11.9). Pure. O(states × steps).
[[nodiscard]] std::vector<Fault> faults_of(const Procedure& procedure,
                                           const registers::CodeBook& codes,
                                           const Registers& registers, const KnownRules& rules);

}  // namespace jianghui::procedures
