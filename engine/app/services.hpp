#pragma once
// What the parts of one running program share, by type: the store, the clock, the code tables, the
// matching index. Composed once at start (features' `start` hooks), read-only afterwards.

#include <memory>
#include <typeindex>
#include <unordered_map>

#include "engine/base/base.hpp"

namespace jianghui::app {

class Services {
  public:
    /// Makes `service` available. Requires that none of its type is there yet.
    template <class T>
    void provide(std::shared_ptr<T> service) {
        const bool added =
            services_.emplace(std::type_index(typeid(T)), std::move(service)).second;
        ASSERT(added);
    }
    /// The service of this type. Requires that it was provided.
    template <class T>
    [[nodiscard]] T& get() const {
        const auto found = services_.find(std::type_index(typeid(T)));
        ASSERT(found != services_.end());
        return *static_cast<T*>(found->second.get());
    }
    template <class T>
    [[nodiscard]] bool has() const {
        return services_.count(std::type_index(typeid(T))) > 0;
    }

  private:
    std::unordered_map<std::type_index, std::shared_ptr<void>> services_;
};

}  // namespace jianghui::app
