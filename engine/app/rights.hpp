#pragma once
// What every role may do, by the names of rights that routes carry: for `me.rights`, so that pages
// show only what would be answered. A service that App::create provides.

#include <map>

#include "engine/app/feature.hpp"

namespace jianghui::app {

class Rights {
  public:
    /// Collects the rights of all routes. O(routes · roles).
    explicit Rights(const std::vector<Feature>& features);
    /// The rights of a role, each once, in alphabetical order.
    [[nodiscard]] const std::vector<std::string>& of(Role role) const;

  private:
    std::map<Role, std::vector<std::string>> rights_;
};

}  // namespace jianghui::app
