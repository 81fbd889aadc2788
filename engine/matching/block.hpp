#pragma once
// A block: up to 64 rows that stand beside each other, in one piece of memory that never changes
// once it is made (engine/matching only). Of its rows speak 64-bit words, one for each *slot*: bit i
// of a slot's word is set when row i may have one of the things that share the slot (a skill, a
// certificate). They lie in the page (shelf.hpp), those of one slot side by side for all its blocks:
// who asks for a few slots of many blocks reads few lines of memory. Before the rows lie the steps of
// the facts that filters compare (steps.hpp). A few words tell which of the 64 rows can pass and can
// have what an order wants, before any row is read.

#include <array>
#include <cstdint>
#include <cstring>
#include <new>
#include <span>

#include "engine/matching/facts.hpp"
#include "engine/matching/policy.hpp"
#include "engine/matching/steps.hpp"

namespace jianghui::matching {

inline constexpr std::size_t block_rows = 64;
/// Lists begin within 16 bits.
inline constexpr std::size_t block_heap = 60'000;

[[nodiscard]] inline unsigned slot_of(SkillId skill) {
    return static_cast<std::uint32_t>(skill) * 0x9E3779B1U >> 26U;
}
[[nodiscard]] inline unsigned slot_of(CertificateId kind) {
    return (static_cast<std::uint32_t>(kind) + 0x51ED270BU) * 0x85EBCA6BU >> 26U;
}

/// The words of the slots of one block, among those of the other blocks of its page. The page must outlive it.
class SlotWords {
  public:
    SlotWords(const std::uint64_t* first, std::size_t apart) : first_(first), apart_(apart) {}
    [[nodiscard]] std::uint64_t operator[](unsigned slot) const { return *at(slot); }
    [[nodiscard]] const std::uint64_t* at(unsigned slot) const { return first_ + slot * apart_; }

  private:
    const std::uint64_t* first_;
    std::size_t apart_;
};

/// A row on its way into a block; row and lists must outlive the making of it.
template <class Row>
struct StagedRow {
    std::uint64_t key;
    const Row* row;
    const std::byte* lists;
    std::uint32_t lists_size;
    std::uint32_t from;  ///< the number of the block that it leaves; no_block when it is new
};
inline constexpr std::uint32_t no_block = ~0U;

/// `T` says what the rows are (shelving.hpp).
template <class T>
class Block {
  public:
    using Row = typename T::Row;
    using View = typename T::View;

    /// Copies the rows. Requires 1 … block_rows of them whose lists begin within 16 bits.
    static const Block* make(std::uint32_t number, std::span<const StagedRow<Row>> staged,
                             const Policy& policy) {
        std::size_t heap = 0;
        for (const auto& one : staged) heap += one.lists_size;
        auto* block = allocate(staged.size(), heap);
        block->number_ = number;
        std::size_t at = 0;
        for (std::size_t i = 0; i < staged.size(); ++i) {
            Row& row = block->rows_begin()[i];
            row = *staged[i].row;
            row.lists = static_cast<std::uint16_t>(at);
            if (staged[i].lists_size > 0)
                std::memcpy(block->heap_begin() + at, staged[i].lists, staged[i].lists_size);
            at += staged[i].lists_size;
        }
        block->fill_steps(policy);
        return block;
    }
    /// A block of that size whose rows and lists the caller fills with `bytes()`.
    static Block* allocate(std::size_t count, std::size_t heap) {
        auto* block = new (::operator new(size_of(count, heap))) Block;
        block->count_ = static_cast<std::uint32_t>(count);
        block->heap_ = static_cast<std::uint32_t>(heap);
        return block;
    }
    static void free(const Block* block) { ::operator delete(const_cast<Block*>(block)); }

    [[nodiscard]] std::uint32_t number() const { return number_; }
    void set_number(std::uint32_t number) { number_ = number; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t heap_size() const { return heap_; }
    [[nodiscard]] View row(std::size_t i) const { return {rows()[i], heap()}; }
    [[nodiscard]] const Row* rows() const {
        return const_cast<Block*>(this)->rows_begin();
    }
    [[nodiscard]] const std::byte* heap() const {
        return reinterpret_cast<const std::byte*>(rows() + count_);
    }
    /// The words of its slots, made from the rows.
    [[nodiscard]] std::array<std::uint64_t, T::slots> slot_words() const {
        std::array<std::uint64_t, T::slots> words{};
        for (std::size_t i = 0; i < count_; ++i)
            T::each_slot(row(i), [&](unsigned slot) { words[slot] |= 1ULL << i; });
        return words;
    }
    /// The steps of the fact number `fact` of T.
    [[nodiscard]] const Steps& steps(unsigned fact) const {
        return reinterpret_cast<const Steps*>(this + 1)[fact];
    }
    /// The rows that are all that there is of what they stand for: T::is_alone.
    [[nodiscard]] std::uint64_t alone() const { return alone_; }
    /// The circle of all rows, or of_several.
    [[nodiscard]] std::uint32_t circle() const { return circle_; }
    static constexpr std::uint32_t of_several = ~0U;
    [[nodiscard]] std::uint64_t everybody() const { return ~0ULL >> (block_rows - count_); }
    /// Rows and lists as they lie in memory.
    [[nodiscard]] std::span<std::byte> bytes() {
        return {reinterpret_cast<std::byte*>(rows_begin()), sizeof(Row) * count_ + heap_};
    }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        return const_cast<Block*>(this)->bytes();
    }
    /// Sets the steps, and what is known of all rows together, from the rows.
    void fill_steps([[maybe_unused]] const Policy& policy) {
        if constexpr (T::facts > 0) {
            std::array<std::array<std::int32_t, block_rows>, T::facts> values;
            alone_ = 0;
            circle_ = row(0).circle();
            for (std::size_t i = 0; i < count_; ++i) {
                const View one = row(i);
                if (T::is_alone(one)) alone_ |= 1ULL << i;
                if (one.circle() != circle_) circle_ = of_several;
                const std::array<std::int32_t, T::facts> of_one = T::values(one, policy);
                for (unsigned fact = 0; fact < T::facts; ++fact) values[fact][i] = of_one[fact];
            }
            auto* steps = reinterpret_cast<Steps*>(this + 1);
            for (unsigned fact = 0; fact < T::facts; ++fact)
                steps[fact].set(std::span(values[fact]).first(count_));
        }
    }
    [[nodiscard]] static std::size_t size_of(std::size_t count, std::size_t heap) {
        return sizeof(Block) + steps_size + sizeof(Row) * count + heap;
    }

  private:
    static constexpr std::size_t steps_size = sizeof(Steps) * T::facts;
    Block() = default;
    [[nodiscard]] Row* rows_begin() {
        return reinterpret_cast<Row*>(reinterpret_cast<std::byte*>(this + 1) +
                                      steps_size);
    }
    [[nodiscard]] std::byte* heap_begin() {
        return reinterpret_cast<std::byte*>(rows_begin() + count_);
    }

    std::uint32_t number_ = no_block;
    std::uint32_t count_ = 0;
    std::uint32_t heap_ = 0;
    std::uint32_t circle_ = of_several;
    std::uint64_t alone_ = 0;
};

}  // namespace jianghui::matching
