#include "features/statistics/measure.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace jianghui::statistics {
namespace {

class Check {
  public:
    Check(const Measure& measure, const KnownWords& known) : measure_(measure), known_(known) {}

    std::vector<registers::Fault> faults() {
        names();
        events();
        dimensions();
        validity();
        keys();
        return std::move(faults_);
    }

  private:
    void add(std::string at, Text message) { faults_.push_back({std::move(at), std::move(message)}); }

    void names() {
        if (!registers::is_id(measure_.id.text))
            add("/id", {"名称只能由小写字母、数字和下划线组成，并以字母开头。",
                        "An id is lower-case letters, digits and underscores, a letter first."});
        if (measure_.basis.empty())
            add("/basis", {"须写明依据；没有的写明拟议（mark = \"P\"）。",
                           "Name a basis; a proposal says mark = \"P\"."});
    }

    void each_event(const char* member, const List<EventName, 20>& events) {
        for (std::size_t i = 0; i < events.size(); ++i) {
            const std::string at = std::string("/") + member + "/" + std::to_string(i);
            if (!known_.is_event(events[i].text))
                add(at, {"没有这种事件：" + events[i].text + "。见 docs/reference/events.md。",
                         "There is no event of the kind " + events[i].text +
                             "; see docs/reference/events.md."});
            if (std::string(member) != "remembers" && !seen_.insert(events[i].text).second)
                add(at, {"同一种事件只能有一个作用。", "An event kind does one thing only."});
        }
    }
    void events() {
        if (measure_.begins.empty())
            add("/begins", {"至少写一种计数的事件。", "Name at least one event that counts."});
        each_event("begins", measure_.begins);
        if (measure_.changes) each_event("changes", *measure_.changes);
        if (measure_.ends) each_event("ends", *measure_.ends);
        if (measure_.remembers) each_event("remembers", *measure_.remembers);
        if (measure_.changes && measure_.counts == Counting::at_event)
            add("/changes", {"只有按有效期计数的指标才有变更事件。",
                             "Only a measure that counts while_valid has changes."});
    }

    void dimensions() {
        std::set<Dimension> seen;
        for (std::size_t i = 0; i < measure_.dimensions.size(); ++i) {
            const auto& rule = measure_.dimensions[i];
            const std::string at = "/dimensions/" + std::to_string(i);
            if (!seen.insert(rule.id).second)
                add(at + "/id", {"每个维度只写一次。", "A dimension stands once."});
            if (rule.from != Source::event && !measure_.remembers)
                add(at + "/from", {"取自订单或个人的维度须在 remembers 写明由哪种事件得知。",
                                   "A dimension of the order or person needs `remembers`."});
            if (rule.city.value_or(false) &&
                rule.member.value_or(rule.id) != Dimension::place)
                add(at + "/city", {"只有地区可以取到市。", "Only a place has a city."});
        }
        if (seen.count(Dimension::place) == 0)
            add("/dimensions", {"须有地区维度（place）。", "The dimension place is needed."});
    }

    void parameter(const char* member, const std::optional<String<1, 60>>& name) {
        if (name && !known_.is_parameter(name->text))
            add(std::string("/") + member, {"data/parameters.csv 中没有参数 " + name->text + "。",
                                            "data/parameters.csv has no parameter " + name->text +
                                                "."});
    }
    void validity() {
        parameter("lasts", measure_.lasts);
        parameter("at_least", measure_.at_least);
        parameter("published_min", measure_.published_min);
        if (measure_.counts == Counting::while_valid && !measure_.ends && !measure_.lasts)
            add("/counts", {"按有效期计数须写明何时终止（ends 或 lasts）。",
                            "While_valid needs an end: `ends` or `lasts`."});
        if (measure_.counts == Counting::at_event && (measure_.lasts || measure_.at_least))
            add("/counts", {"按发生时间计数没有有效期。", "At_event has no validity."});
    }

    void keys() {
        if (measure_.counts == Counting::while_valid && measure_.distinct.empty())
            add("/distinct", {"按有效期计数须写明按什么去重。", "While_valid needs `distinct`."});
        const auto has = [&](KeyPart part) {
            return std::find(measure_.distinct.begin(), measure_.distinct.end(), part) !=
                   measure_.distinct.end();
        };
        if (has(KeyPart::occupation) && measure_.rule(Dimension::occupation) == nullptr)
            add("/distinct", {"按职业去重须有职业维度。",
                              "Distinct by occupation needs that dimension."});
    }

    const Measure& measure_;
    const KnownWords& known_;
    std::set<std::string> seen_;
    std::vector<registers::Fault> faults_;
};

}  // namespace

const DimensionRule* Measure::rule(Dimension dimension) const {
    for (const auto& one : dimensions)
        if (one.id == dimension) return &one;
    return nullptr;
}

std::vector<registers::Fault> faults_of(const Measure& measure, const KnownWords& known) {
    return Check(measure, known).faults();
}

}  // namespace jianghui::statistics
