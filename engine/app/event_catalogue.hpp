#pragma once
// Every kind of event that the features write, by name. A service that App::create provides.

#include <functional>
#include <map>

#include "engine/app/feature.hpp"

namespace jianghui::app {

class EventCatalogue {
  public:
    /// Collects the kinds of all features. O(kinds).
    explicit EventCatalogue(const std::vector<Feature>& features) {
        for (const auto& feature : features)
            for (const auto* kind : feature.events) kinds_.emplace(kind->name, kind);
    }
    /// The kind, or nullptr for one that this program does not write (any more).
    [[nodiscard]] const journal::EventKind* find(std::string_view name) const {
        const auto found = kinds_.find(name);
        return found == kinds_.end() ? nullptr : found->second;
    }

  private:
    std::map<std::string_view, const journal::EventKind*> kinds_;
};

}  // namespace jianghui::app
