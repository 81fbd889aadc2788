#pragma once
// What the parts of one running program share, by type: the store, the clock, the code tables, the
// matching index. Composed once at start (features' `start` hooks), read-only afterwards.

#include <atomic>
#include <memory>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::app {

class Services {
  public:
    /// Makes `service` available. Requires that none of its type is there yet.
    template <class T>
    void provide(std::shared_ptr<T> service) {
        const auto at = number_of<T>();
        if (services_.size() <= at) services_.resize(at + 1);
        ASSERT(!services_[at]);
        services_[at] = std::move(service);
    }
    /// The service of this type. Requires that it was provided.
    template <class T>
    [[nodiscard]] T& get() const {
        ASSERT(has<T>());
        return *static_cast<T*>(services_[number_of<T>()].get());
    }
    template <class T>
    [[nodiscard]] bool has() const {
        const auto at = number_of<T>();
        return at < services_.size() && services_[at];
    }

  private:
    /// Types are numbered as they are met: a request asks for a dozen services.
    template <class T>
    static std::size_t number_of() {
        static const std::size_t number = types_++;
        return number;
    }
    static inline std::atomic<std::size_t> types_{0};

    std::vector<std::shared_ptr<void>> services_;
};

}  // namespace jianghui::app
