#include "features/imports/workbench.hpp"

#include <algorithm>

namespace jianghui::imports {

bool Workbench::put(ImportId import, std::shared_ptr<Desk> desk) {
    const std::lock_guard lock(mutex_);
    if (desks_.size() >= desks_max) return false;
    desks_[import] = std::move(desk);
    return true;
}

std::shared_ptr<Desk> Workbench::find(ImportId import) const {
    const std::lock_guard lock(mutex_);
    const auto found = desks_.find(import);
    return found == desks_.end() ? nullptr : found->second;
}

void Workbench::remove(ImportId import) {
    const std::lock_guard lock(mutex_);
    desks_.erase(import);
}

void Workbench::keep_only(const std::vector<ImportId>& imports) {
    const std::lock_guard lock(mutex_);
    std::erase_if(desks_, [&](const auto& entry) {
        return std::find(imports.begin(), imports.end(), entry.first) == imports.end();
    });
}

}  // namespace jianghui::imports
