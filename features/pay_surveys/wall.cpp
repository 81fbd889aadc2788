#include "features/pay_surveys/wall.hpp"

#include "features/codes/api.hpp"

namespace jianghui::pay_surveys {

void Wall::follow(const app::Services& services, const std::vector<journal::Event>& events) {
    const auto& tables = services.get<codes::Tables>();
    for (const auto& event : events) {
        if (!event.actor || event.kind.rfind("case.", 0) != 0 || !event.data.is_object()) continue;
        const auto* procedure = event.data.as_object().if_contains("procedure");
        if (procedure == nullptr || !procedure->is_string()) continue;
        const std::string_view name = procedure->get_string();
        if (tables.find_item("pay_walled_procedures", name) == nullptr) continue;
        const std::lock_guard lock(mutex_);
        accounts_.insert(*event.actor);
    }
}

bool Wall::stands_before(AccountId account) const {
    const std::lock_guard lock(mutex_);
    return accounts_.count(account) > 0;
}

}  // namespace jianghui::pay_surveys
