#include "engine/app/rights.hpp"

#include <set>

namespace jianghui::app {

Rights::Rights(const std::vector<Feature>& features) {
    std::map<Role, std::set<std::string>> found;
    for (const auto& feature : features)
        for (const auto& route : feature.routes)
            for (const auto role : route.roles) found[role].insert(route.right);
    for (const auto& [role, rights] : found)
        rights_[role] = std::vector<std::string>(rights.begin(), rights.end());
}

const std::vector<std::string>& Rights::of(Role role) const {
    static const std::vector<std::string> none;
    const auto found = rights_.find(role);
    return found == rights_.end() ? none : found->second;
}

}  // namespace jianghui::app
