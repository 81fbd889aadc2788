#include "engine/procedures/definition.hpp"

#include <algorithm>

namespace jianghui::procedures {
namespace {

template <class Things>
const auto* named(const Things& things, std::string_view name) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [&](const auto& thing) { return thing.id.text == name; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Form* Procedure::form(std::string_view name) const { return named(forms, name); }
const State* Procedure::state(std::string_view name) const { return named(states, name); }
const Step* Procedure::step(std::string_view name) const { return named(steps, name); }
const CaseClock* Procedure::clock(std::string_view name) const {
    return clocks ? named(*clocks, name) : nullptr;
}
const Document* Procedure::document(std::string_view name) const {
    return documents ? named(*documents, name) : nullptr;
}

const registers::Field* Procedure::field(std::string_view dotted) const {
    const auto names = parted(dotted);
    if (!names) return nullptr;
    const Form* owner = form(names->first);
    return owner == nullptr ? nullptr : named(owner->fields, names->second);
}

bool Procedure::is_certain() const {
    if (!registers::all_certain(basis)) return false;
    return !clocks || std::all_of(clocks->begin(), clocks->end(), [](const CaseClock& clock) {
        return registers::all_certain(clock.basis);
    });
}

bool has(const List<Name40, 20>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& one) { return one.text == name; });
}
bool has(const List<Actor, 6>& actors, Actor actor) {
    return std::find(actors.begin(), actors.end(), actor) != actors.end();
}
bool by_clock_only(const Step& step) {
    return !step.by.empty() && std::all_of(step.by.begin(), step.by.end(),
                                           [](Actor actor) { return actor == Actor::clock; });
}

std::optional<std::pair<std::string, std::string>> parted(std::string_view dotted) {
    const auto dot = dotted.find('.');
    if (dot == std::string_view::npos || dotted.find('.', dot + 1) != std::string_view::npos)
        return std::nullopt;
    return std::pair(std::string(dotted.substr(0, dot)), std::string(dotted.substr(dot + 1)));
}

}  // namespace jianghui::procedures
