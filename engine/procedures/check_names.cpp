#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "engine/procedures/fault_list.hpp"
#include "engine/registers/number_pattern.hpp"

namespace jianghui::procedures {
namespace {

using registers::FieldType;

class NameCheck {
  public:
    NameCheck(const Procedure& procedure, const registers::CodeBook& codes,
              const Registers& registers, const KnownRules& rules, FaultList& faults)
        : procedure_(procedure), codes_(codes), registers_(registers), rules_(rules),
          faults_(faults) {}

    void check() {
        if (!registers::is_id(procedure_.id.text)) malformed("/id");
        if (procedure_.basis.empty())
            faults_.add("/basis", "须写明依据；没有的写明拟议（mark = \"P\"）。",
                        "Name a basis; a proposal says mark = \"P\".");
        if (procedure_.opened_by.empty())
            faults_.add("/opened_by", "须写明谁可以发起。", "Say who may open it.");
        if (procedure_.forms.empty())
            faults_.add("/forms", "至少要有一张表单：第一张用于发起。",
                        "There is at least one form: the first opens a case.");
        if (procedure_.states.empty())
            faults_.add("/states", "至少要有一个状态。", "There is at least one state.");
        check_ids(procedure_.forms, "/forms");
        check_ids(procedure_.states, "/states");
        check_ids(procedure_.steps, "/steps");
        if (procedure_.clocks) check_ids(*procedure_.clocks, "/clocks");
        if (procedure_.documents) check_ids(*procedure_.documents, "/documents");
        for (std::size_t i = 0; i < procedure_.forms.size(); ++i)
            faults_.append(registers::faults_of(procedure_.forms[i].fields, codes_,
                                                fmt::format("/forms/{}/fields", i)));
        check_sides();
        for (std::size_t i = 0; i < procedure_.steps.size(); ++i)
            check_step(procedure_.steps[i], fmt::format("/steps/{}", i));
        if (procedure_.clocks)
            for (std::size_t i = 0; i < procedure_.clocks->size(); ++i)
                check_clock((*procedure_.clocks)[i], fmt::format("/clocks/{}", i));
        check_usual_steps();
        check_documents(procedure_.opening_documents, "/opening_documents");
        if (procedure_.documents)
            for (std::size_t i = 0; i < procedure_.documents->size(); ++i)
                if (!registers::NumberPattern::read((*procedure_.documents)[i].number.text))
                    faults_.add(fmt::format("/documents/{}/number", i),
                                "编号格式须含 {serial:位数}，并只用 {place}、{year}、{serial:位数}。",
                                "A number pattern has {serial:N} and only {place}, {year}, {serial:N}.");
    }

  private:
    void malformed(const std::string& at) {
        faults_.add(at, "名称只能由小写字母、数字和下划线组成，并以字母开头。",
                    "An id is lower-case letters, digits and underscores, a letter first.");
    }
    template <class Things>
    void check_ids(const Things& things, const std::string& at) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < things.size(); ++i) {
            const std::string where = fmt::format("{}/{}/id", at, i);
            if (!registers::is_id(things[i].id.text)) malformed(where);
            if (!seen.insert(things[i].id.text).second)
                faults_.add(where, "这个名称前面已经用过。", "This id was used before.");
        }
    }
    void unknown(const std::string& at, std::string_view name) {
        faults_.add(at, fmt::format("没有“{}”。", name), fmt::format("There is no “{}”.", name));
    }

    /// A field FORM.FIELD of one of these types.
    void check_field(const std::string& at, const std::string& dotted,
                     std::initializer_list<FieldType> types) {
        const auto* field = procedure_.field(dotted);
        if (field == nullptr) return unknown(at, dotted);
        if (types.size() > 0 &&
            std::find(types.begin(), types.end(), field->type) == types.end())
            faults_.add(at, fmt::format("字段“{}”的类型不适用于这里。", dotted),
                        fmt::format("The field “{}” is not of a type for this.", dotted));
        if (field->is_sealed())
            faults_.add(at, "加密的字段不能用在这里。", "A sealed field cannot be used here.");
    }
    void check_sides() {
        const auto& handled = procedure_.handled;
        const bool of_side = handled.place == "applicant" || handled.place == "party";
        if (!of_side) check_field("/handled/place", handled.place, {FieldType::place});
        if (!of_side && !procedure_.forms.empty() &&
            parted(handled.place).value_or(std::pair<std::string, std::string>()).first !=
                procedure_.forms[0].id.text)
            faults_.add("/handled/place", "承办地只能取自第一张表单。",
                        "The place that handles it comes from the first form.");
        if (handled.place == "party" && !procedure_.party)
            faults_.add("/handled/place", "没有写明当事人 party。", "No party is named.");
        if (handled.counterpart) check_field("/handled/counterpart", *handled.counterpart,
                                             {FieldType::place});
        if (procedure_.party && *procedure_.party != "applicant")
            check_field("/party", *procedure_.party,
                        {FieldType::organisation, FieldType::person});
        if (procedure_.standard_register &&
            registers_.count(procedure_.standard_register->text) == 0)
            unknown("/standard_register", procedure_.standard_register->text);
    }

    void check_states(const List<Name40, 20>& names, const std::string& at) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (procedure_.state(names[i].text) == nullptr)
                unknown(fmt::format("{}/{}", at, i), names[i].text);
    }
    void check_usual_steps() {
        for (std::size_t i = 0; i < procedure_.states.size(); ++i) {
            const State& state = procedure_.states[i];
            if (!state.usual) continue;
            const std::string at = fmt::format("/states/{}/usual", i);
            const Step* step = procedure_.step(state.usual->text);
            if (step == nullptr)
                unknown(at, state.usual->text);
            else if (!has(step->from, state.id.text))
                faults_.add(at, "这个步骤不从这个状态开始。", "The step does not begin in this state.");
        }
    }
    void check_documents(const std::optional<List<Name40, 5>>& names, const std::string& at) {
        if (!names) return;
        for (std::size_t i = 0; i < names->size(); ++i)
            if (procedure_.document((*names)[i].text) == nullptr)
                unknown(fmt::format("{}/{}", at, i), (*names)[i].text);
    }
    void check_step(const Step& step, const std::string& at) {
        if (step.from.empty()) faults_.add(at + "/from", "须写明从哪些状态。", "Name its states.");
        check_states(step.from, at + "/from");
        if (procedure_.state(step.to.text) == nullptr) unknown(at + "/to", step.to.text);
        if (step.by.empty())
            faults_.add(at + "/by", "没有人可以办理这一步。", "Nobody may take this step.");
        check_actors(step, at);
        if (step.form && procedure_.form(step.form->text) == nullptr)
            unknown(at + "/form", step.form->text);
        check_documents(step.documents, at + "/documents");
        if (step.guards) check_rules(*step.guards, rules_.guards, at + "/guards");
        if (step.effects) check_rules(*step.effects, rules_.effects, at + "/effects");
    }
    void check_actors(const Step& step, const std::string& at) {
        if (has(step.by, Actor::clock) && (step.form || is_set(step.reason)))
            faults_.add(at + "/by", "时钟不能填表，也不能说明理由。",
                        "The clock fills in no form and gives no reason.");
        const bool counterpart = has(step.by, Actor::counterpart_official) ||
                                 has(step.by, Actor::counterpart_inspector);
        if (counterpart && !procedure_.handled.counterpart)
            faults_.add(at + "/by", "没有写明协办地 handled.counterpart。",
                        "handled.counterpart does not say who the other office is.");
        if (has(step.by, Actor::party) && !procedure_.party)
            faults_.add(at + "/by", "没有写明当事人 party；申请人写 applicant。",
                        "No party is named; the applicant is `applicant`.");
    }

    void check_rules(const List<Rule, 10>& list,
                     const std::map<std::string, std::vector<RuleMember>>& known,
                     const std::string& at) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string where = fmt::format("{}/{}", at, i);
            const auto found = known.find(list[i].name.text);
            if (found == known.end())
                unknown(where + "/name", list[i].name.text);
            else
                check_members(list[i], found->second, where);
        }
    }
    void check_members(const Rule& rule, const std::vector<RuleMember>& wanted,
                       const std::string& at) {
        static const std::map<std::string, std::string> none;
        const auto& with = rule.with ? *rule.with : none;
        for (const auto& member : wanted) {
            const auto found = with.find(member.name);
            if (found == with.end()) {
                if (member.required)
                    faults_.add(at, fmt::format("“{}”须写明 {}。", rule.name.text, member.name),
                                fmt::format("“{}” needs {}.", rule.name.text, member.name));
            } else {
                check_member(member.wanted, found->second, at + "/with/" + member.name);
            }
        }
        const bool dotted = std::any_of(wanted.begin(), wanted.end(), [](const auto& member) {
            return member.name == any_dotted;
        });
        for (const auto& [name, value] : with) {
            if (dotted && parted(name)) {
                check_member(Wanted::field, value, at + "/with/" + name);
            } else if (std::none_of(wanted.begin(), wanted.end(),
                                    [&](const auto& member) { return member.name == name; })) {
                unknown(at + "/with/" + name, name);
            }
        }
    }
    void check_member(Wanted wanted, const std::string& value, const std::string& at) {
        switch (wanted) {
            case Wanted::register_:
                if (registers_.count(value) == 0) unknown(at, value);
                break;
            case Wanted::procedure:
                if (value != procedure_.id.text && rules_.procedures.count(value) == 0)
                    unknown(at, value);
                break;
            case Wanted::parameter:
                if (rules_.parameters.count(value) == 0) unknown(at, value);
                break;
            case Wanted::form:
                if (procedure_.form(value) == nullptr) unknown(at, value);
                break;
            case Wanted::step:
                if (procedure_.step(value) == nullptr) unknown(at, value);
                break;
            case Wanted::field: check_field(at, value, {}); break;
            case Wanted::code_field: check_field(at, value, {FieldType::code}); break;
            case Wanted::evidence_rows: check_evidence_rows(at, value); break;
            case Wanted::date:
                if (procedure_.state(value) == nullptr) check_field(at, value, {FieldType::date});
                break;
            case Wanted::number: {
                int number = 0;
                const auto end = value.data() + value.size();
                if (const auto read = std::from_chars(value.data(), end, number);
                    read.ec != std::errc() || read.ptr != end || number < 0)
                    faults_.add(at, "须为数字。", "Must be a number.");
                break;
            }
            case Wanted::text:
            case Wanted::codes:
                if (value.empty()) faults_.add(at, "不能为空。", "Must not be empty.");
        }
    }

    void check_evidence_rows(const std::string& at, const std::string& dotted) {
        check_field(at, dotted, {FieldType::rows});
        const auto* field = procedure_.field(dotted);
        if (field == nullptr || !field->columns) return;
        for (const auto type : {FieldType::code, FieldType::file})
            if (std::none_of(field->columns->begin(), field->columns->end(),
                             [&](const auto& column) { return column.type == type; }))
                faults_.add(at, "证据清单须有一个代码列和一个文件列。",
                            "A list of evidence has a column of type code and one of type file.");
    }

    void check_clock(const CaseClock& clock, const std::string& at) {
        check_states(clock.starts, at + "/starts");
        check_states(clock.stops, at + "/stops");
        if (clock.pauses) check_states(*clock.pauses, at + "/pauses");
        if (clock.at_end && procedure_.step(clock.at_end->text) == nullptr)
            unknown(at + "/at_end", clock.at_end->text);
        if (clock.extended_by && procedure_.step(clock.extended_by->text) == nullptr)
            unknown(at + "/extended_by", clock.extended_by->text);
        if (clock.parameter && rules_.parameters.count(clock.parameter->text) == 0)
            unknown(at + "/parameter", clock.parameter->text);
    }

    const Procedure& procedure_;
    const registers::CodeBook& codes_;
    const Registers& registers_;
    const KnownRules& rules_;
    FaultList& faults_;
};

}  // namespace

void check_names(const Procedure& procedure, const registers::CodeBook& codes,
                 const Registers& registers, const KnownRules& rules, FaultList& faults) {
    NameCheck(procedure, codes, registers, rules, faults).check();
}

}  // namespace jianghui::procedures
