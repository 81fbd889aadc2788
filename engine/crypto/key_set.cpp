#include "engine/crypto/key_set.hpp"

#include <utility>

#include "engine/base/result.hpp"

namespace jianghui::crypto {

void KeySet::add(std::uint32_t id, Key key) {
    ASSERT(id > 0 && (entries_.empty() || id > entries_.back().id));
    entries_.push_back({id, std::move(key)});
}

const KeySet::Entry& KeySet::newest() const {
    ASSERT(!entries_.empty());
    return entries_.back();
}

const Key* KeySet::find(std::uint32_t id) const {
    for (const auto& entry : entries_)
        if (entry.id == id) return &entry.key;
    return nullptr;
}

}  // namespace jianghui::crypto
