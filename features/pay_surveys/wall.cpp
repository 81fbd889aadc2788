#include "features/pay_surveys/wall.hpp"

#include "features/codes/api.hpp"
#include "features/pay_surveys/errors.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr int events_read_max = 10'000;

/// Whether the event is an act in a case of enforcement.
bool enforces(const codes::Tables& tables, const journal::Event& event) {
    if (!event.actor || event.kind.rfind("case.", 0) != 0 || !event.data.is_object()) return false;
    const auto* procedure = event.data.as_object().if_contains("procedure");
    return procedure != nullptr && procedure->is_string() &&
           tables.find_item("pay_walled_procedures",
                            std::string_view(procedure->get_string())) != nullptr;
}

}  // namespace

void Wall::follow(const app::Services& services, const std::vector<journal::Event>& events) {
    if (events.empty()) return;
    const auto& tables = services.get<codes::Tables>();
    const std::lock_guard lock(mutex_);
    for (const auto& event : events)
        if (enforces(tables, event)) accounts_.insert(*event.actor);
    followed_ = events.back().position;
}

bool Wall::stands_before(AccountId account, const app::Services& services,
                         const store::Reader& reader) const {
    std::int64_t from = 0;
    {
        const std::lock_guard lock(mutex_);
        if (accounts_.count(account) > 0) return true;
        from = followed_;
    }
    const auto& tables = services.get<codes::Tables>();
    const auto events = journal::after(reader, from, events_read_max);
    if (static_cast<int>(events.size()) == events_read_max) return true;
    for (const auto& event : events)
        if (event.actor == account && enforces(tables, event)) return true;
    return false;
}

Result<Done> may_read_answers(const app::Caller& caller, const app::Services& services,
                              const store::Reader& reader) {
    if (caller.is(app::Role::official) &&
        services.get<Wall>().stands_before(caller.account, services, reader))
        return refuse(pay_wall);
    return Done{};
}

}  // namespace jianghui::pay_surveys
