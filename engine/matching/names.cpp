#include "engine/matching/names.hpp"

#include <mutex>

namespace jianghui::matching {
namespace {
std::string key_of(std::string_view name) {
    std::string key = half_width(name);
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return key;
}
}  // namespace

std::uint32_t NameTable::intern(std::string_view name) {
    const std::string key = key_of(name);
    {
        const std::shared_lock lock(mutex_);
        if (const auto found = numbers_.find(key); found != numbers_.end()) return found->second;
    }
    const std::unique_lock lock(mutex_);
    const auto [entry, added] =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(texts_.size()));
    if (added) {
        texts_.push_back(half_width(name));
        size_.store(texts_.size(), std::memory_order_release);
    }
    return entry->second;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
    const std::string key = key_of(name);
    const std::shared_lock lock(mutex_);
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view NameTable::text(std::uint32_t number) const {
    const std::shared_lock lock(mutex_);
    return number < texts_.size() ? std::string_view(texts_[number]) : "?";
}

}  // namespace jianghui::matching
