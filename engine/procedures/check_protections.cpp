// What protects people, whatever a file says (ADR 11.9): the graph is walked with what has happened on
// the way, so that it holds on every path.

#include <algorithm>

#include <fmt/format.h>

#include "engine/procedures/fault_list.hpp"

namespace jianghui::procedures {
namespace {

/// What has happened on the way to a state. The window: 0 not told, 1 told and may still object, 2
/// has objected, or her time to do so has run out.
struct Way {
    std::string state;
    int window = 0;
    bool handled = false;
    bool decided = false;  ///< a burden was decided, or a publicity period has run out
    auto operator<=>(const Way&) const = default;
};

bool of_party(Actor actor) { return actor == Actor::party || actor == Actor::applicant; }

/// The party's own objection; an office may record one that somebody else made (during a publicity).
bool objects_herself(const Step& step) {
    return is_set(step.objects) && std::all_of(step.by.begin(), step.by.end(), of_party);
}

/// Whether the party may object in the state, or with `anybody` whether an objection may be recorded.
bool may_object(const Procedure& procedure, const std::string& state, bool anybody) {
    return std::any_of(procedure.steps.begin(), procedure.steps.end(), [&](const Step& step) {
        return has(step.from, state) && (anybody ? is_set(step.objects) : objects_herself(step));
    });
}

Way after(const Procedure& procedure, const Way& way, const Step& step) {
    Way next = way;
    next.state = step.to.text;
    next.handled = way.handled || is_set(step.handles);
    const bool ran_out = by_clock_only(step);
    if (way.window == 0 && is_set(step.notifies)) next.window = 1;
    if (way.window == 1 &&
        (objects_herself(step) || (ran_out && may_object(procedure, way.state, false))))
        next.window = 2;
    next.decided = way.decided || is_set(step.burdens) ||
                   (ran_out && may_object(procedure, way.state, true));
    return next;
}

class ProtectionCheck {
  public:
    ProtectionCheck(const Procedure& procedure, FaultList& faults)
        : procedure_(procedure), faults_(faults) {}

    void check() {
        for (std::size_t i = 0; i < procedure_.steps.size(); ++i)
            check_flags(procedure_.steps[i], fmt::format("/steps/{}", i));
        std::vector<Way> open{{procedure_.states[0].id.text}};
        std::set<Way> seen(open.begin(), open.end());
        while (!open.empty()) {
            const Way way = open.back();
            open.pop_back();
            for (std::size_t i = 0; i < procedure_.steps.size(); ++i) {
                const Step& step = procedure_.steps[i];
                if (!has(step.from, way.state)) continue;
                check_way(way, step, fmt::format("/steps/{}", i));
                const Way next = after(procedure_, way, step);
                if (seen.insert(next).second) open.push_back(next);
            }
        }
    }

  private:
    void add_once(const std::string& at, std::string zh, std::string en) {
        if (told_.insert(at + en).second) faults_.add(at, std::move(zh), std::move(en));
    }
    void check_flags(const Step& step, const std::string& at) {
        if (is_set(step.handles) && is_set(step.approves))
            faults_.add(at + "/approves", "同一步不能既承办又审批。",
                        "One step cannot both handle and approve.");
        if (is_set(step.objects) && has(step.by, Actor::clock))
            faults_.add(at + "/objects", "时钟不能提出异议。", "A clock does not object.");
        if ((is_set(step.handles) || is_set(step.approves) || is_set(step.burdens)) &&
            std::any_of(step.by.begin(), step.by.end(), of_party))
            faults_.add(at + "/by", "承办、审批和不利决定不能由当事人办理。",
                        "The party does not handle, approve or decide.");
        if (is_set(step.burdens) && !is_set(step.approves))
            faults_.add(at + "/burdens", "不利决定须由另一人审批（approves = true）。",
                        "A decision against the party is approved by a second person.");
        if (is_set(step.burdens) && has(step.by, Actor::clock))
            faults_.add(at + "/by", "不利决定不能由时钟作出。",
                        "A clock does not decide against the party.");
    }
    void check_way(const Way& way, const Step& step, const std::string& at) {
        if (is_set(step.burdens) && way.window == 0)
            add_once(at + "/burdens", "有一条途径未经告知（notifies）就作出不利决定。",
                     "A path leads to it on which the party was not told before.");
        if (is_set(step.burdens) && way.window == 1)
            add_once(at + "/burdens",
                     "有一条途径在告知之后未等陈述、异议或其期限届满就作出不利决定。",
                     "A path leads to it on which the party had no time to object.");
        if (is_set(step.burdens) && !way.handled)
            add_once(at + "/burdens", "有一条途径没有人承办（handles）就作出不利决定。",
                     "A path leads to it on which nobody handled the case before.");
        if (is_set(step.publishes) && !way.decided && !is_set(step.burdens) &&
            !(by_clock_only(step) && may_object(procedure_, way.state, true)))
            add_once(at + "/publishes", "有一条途径未经决定或公示期就予以公布。",
                     "A path publishes before a decision or a publicity period.");
    }

    const Procedure& procedure_;
    FaultList& faults_;
    std::set<std::string> told_;
};

}  // namespace

void check_protections(const Procedure& procedure, FaultList& faults) {
    ProtectionCheck(procedure, faults).check();
}

}  // namespace jianghui::procedures
