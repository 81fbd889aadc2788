#pragma once
// In which block the rows of an id are: four bytes an entry (engine/matching only). An entry is a
// block's number and eight bits of the id's hash; who looks up compares the ids in the block.
// Entries of equal value are interchangeable.

#include <cstdint>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/matching/line.hpp"

namespace jianghui::matching {

class Whereabouts {
  public:
    static constexpr std::uint32_t blocks_max = (1U << 24U) - 16;

    /// Makes room for `more` entries; when the table is made anew, `each(put)` has to call
    /// `put(id, block)` for every entry.
    template <class Each>
    void reserve(std::size_t more, Each each) {
        if ((used_ + more) * 4 <= table_.size() * 3) return;
        table_.assign((live_ + more) * 4 / 3 + (live_ + more) / 16 + 16, empty);
        used_ = live_ = 0;
        each([this](std::int64_t id, std::uint32_t block) { insert(id, block); });
    }
    /// Asks memory for where an entry of that id stands, or will.
    void fetch(std::int64_t id) const { prefetch(&table_[home(hash_of(id))]); }
    /// Requires room.
    void insert(std::int64_t id, std::uint32_t block) {
        ASSERT(block < blocks_max);
        const std::uint64_t hash = hash_of(id);
        std::size_t at = home(hash);
        while (table_[at] < gone) at = next(at);
        if (table_[at] == empty) ++used_;
        table_[at] = tag(hash) | block;
        ++live_;
    }
    /// Requires an entry of that value.
    void move(std::int64_t id, std::uint32_t from, std::uint32_t to) {
        const std::uint64_t hash = hash_of(id);
        std::size_t at = home(hash);
        while (table_[at] != (tag(hash) | from)) {
            ASSERT(table_[at] != empty);
            at = next(at);
        }
        table_[at] = tag(hash) | to;
    }
    /// Calls `take(block)` for every block that may hold the id until it says stop; what it takes
    /// is erased from here.
    enum class Answer : std::uint8_t { skip, take, stop };
    template <class F>
    void visit(std::int64_t id, F answer) {
        walk(id, [&](std::size_t at, std::uint32_t block) {
            const Answer said = answer(block);
            if (said == Answer::take) {
                table_[at] = gone;
                --live_;
            }
            return said != Answer::stop;
        });
    }
    template <class F>
    void visit(std::int64_t id, F goes_on) const {
        walk(id, [&](std::size_t /*at*/, std::uint32_t block) { return goes_on(block); });
    }
    [[nodiscard]] std::size_t memory() const { return table_.capacity() * sizeof(std::uint32_t); }

  private:
    static constexpr std::uint32_t empty = ~0U;
    static constexpr std::uint32_t gone = ~0U - 1;

    static std::uint64_t hash_of(std::int64_t id) {
        auto x = static_cast<std::uint64_t>(id);
        x = (x ^ x >> 32U) * 0xD6E8FEB86659FD93ULL;
        x = (x ^ x >> 32U) * 0xD6E8FEB86659FD93ULL;
        return x ^ x >> 32U;
    }
    [[nodiscard]] std::size_t home(std::uint64_t hash) const {
        return static_cast<std::size_t>(
            static_cast<unsigned __int128>(hash) * table_.size() >> 64U);
    }
    [[nodiscard]] std::size_t next(std::size_t at) const {
        return at + 1 == table_.size() ? 0 : at + 1;
    }
    static std::uint32_t tag(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash & 255U) << 24U;
    }
    template <class F>
    void walk(std::int64_t id, F f) const {
        if (table_.empty()) return;
        const std::uint64_t hash = hash_of(id);
        for (std::size_t at = home(hash); table_[at] != empty; at = next(at)) {
            const std::uint32_t entry = table_[at];
            if (entry != gone && (entry & 0xFF000000U) == tag(hash))
                if (!f(at, entry & 0xFFFFFFU)) return;
        }
    }

    std::vector<std::uint32_t> table_;
    std::size_t used_ = 0;  ///< entries and places of those that are gone
    std::size_t live_ = 0;
};

}  // namespace jianghui::matching
