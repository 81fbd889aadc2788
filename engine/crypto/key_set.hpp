#pragma once
// The keys of one use, oldest first. The newest one works for new data, the others still read what
// was made with them: that is all there is to rotation.

#include <cstdint>
#include <vector>

#include "engine/crypto/secrets.hpp"

namespace jianghui::crypto {

class KeySet {
  public:
    struct Entry {
        std::uint32_t id = 0;  ///< counts up from 1 within the use; never used again
        Key key;
    };

    /// Adds a key. Requires an id above all that are there.
    void add(std::uint32_t id, Key key);
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    /// The key that new data are made with. Requires !empty().
    [[nodiscard]] const Entry& newest() const;
    /// The key of this id, or nullptr. O(keys).
    [[nodiscard]] const Key* find(std::uint32_t id) const;
    /// All keys, oldest first.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

  private:
    std::vector<Entry> entries_;
};

}  // namespace jianghui::crypto
