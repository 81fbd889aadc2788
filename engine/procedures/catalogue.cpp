#include "engine/procedures/catalogue.hpp"

#include "engine/procedures/errors.hpp"

namespace jianghui::procedures {

Result<Catalogue::Pointer> Catalogue::current(std::string_view id) const {
    const std::lock_guard lock(mutex_);
    if (const auto found = versions_.find(id); found != versions_.end())
        return found->second.rbegin()->second;
    std::vector<std::string> ids;
    for (const auto& [known, versions] : versions_) ids.push_back(known);
    return refuse(error(procedure_unknown).near(nearest(id, ids)));
}

Result<Catalogue::Pointer> Catalogue::version(std::string_view id, std::int64_t version) const {
    const std::lock_guard lock(mutex_);
    if (const auto found = versions_.find(id); found != versions_.end())
        if (const auto one = found->second.find(version); one != found->second.end())
            return one->second;
    return refuse(procedure_unknown);
}

std::vector<Catalogue::Pointer> Catalogue::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<Pointer> all;
    for (const auto& [id, versions] : versions_) all.push_back(versions.rbegin()->second);
    return all;
}

std::vector<registers::Refused> Catalogue::refused() const {
    const std::lock_guard lock(mutex_);
    return refused_;
}

void Catalogue::replace(Versions versions, std::vector<registers::Refused> refused) {
    const std::lock_guard lock(mutex_);
    versions_ = std::move(versions);
    refused_ = std::move(refused);
}

}  // namespace jianghui::procedures
