#pragma once
// An order as comparing wants it (engine/matching only). It stands in the shelf at the class of
// occupations that it insists on, so that a worker meets exactly the orders that would have her
// occupation.

#include "engine/matching/packed_days.hpp"
#include "engine/matching/packed_list.hpp"

namespace jianghui::matching {

/// The fixed part of a row, as it lies in memory and in the index file.
struct PackedOrder {
    std::int64_t id;
    std::int64_t employer;
    std::int64_t pay_min;  ///< fen per month, pay_absent or pay_by_piece
    std::int64_t pay_max;
    std::int32_t lon_e6;
    std::int32_t lat_e6;
    std::uint32_t occupation;
    std::int32_t place;
    DayNumber first;
    DayNumber last;
    DayNumber latest_start;
    DayNumber needed_until;  ///< the last day, or the latest start when it is open
    DayNumber born_by;
    DayNumber confirmed_on;
    std::int16_t reliability;
    KindSet kind;
    std::uint16_t lists;
    std::uint16_t excluded_workers;  ///< how many
    std::uint8_t skills;             ///< how many
    std::uint8_t certificates;       ///< how many
    std::uint8_t education;
    std::uint8_t occupation_levels;  ///< at most the levels that are stated
    std::uint32_t unused;
};
static_assert(sizeof(PackedOrder) == 88);

/// Reads a row; both parts must outlive it.
class OrderRow {
  public:
    OrderRow(const PackedOrder& row, const std::byte* heap) : p_(&row), lists_(heap + row.lists) {}

    [[nodiscard]] const PackedOrder& packed() const { return *p_; }
    [[nodiscard]] std::int64_t id() const { return p_->id; }
    [[nodiscard]] Point at() const { return {p_->lon_e6, p_->lat_e6}; }
    [[nodiscard]] Occupation occupation() const { return {p_->occupation}; }
    [[nodiscard]] Place place() const { return {p_->place}; }
    [[nodiscard]] PackedList<AskedSkill> skills() const { return {lists_, p_->skills}; }
    [[nodiscard]] PackedList<CertificateId> certificates() const {
        return {lists_ + skills_size(), p_->certificates};
    }
    [[nodiscard]] PackedList<std::int64_t> excluded_workers() const {
        return {lists_ + skills_size() + sizeof(CertificateId) * p_->certificates,
                p_->excluded_workers};
    }
    [[nodiscard]] std::size_t lists_size() const {
        return skills_size() + sizeof(CertificateId) * p_->certificates +
               sizeof(std::int64_t) * p_->excluded_workers;
    }

  private:
    [[nodiscard]] std::size_t skills_size() const { return sizeof(AskedSkill) * p_->skills; }

    const PackedOrder* p_;
    const std::byte* lists_;
};

/// Points that the policy gives whatever the worker: the employer's reliability.
[[nodiscard]] int merit_of(const OrderRow& order, const Policy& policy);
/// Where the row stands.
[[nodiscard]] std::uint64_t key_of(const OrderRow& order, const Policy& policy);

/// Brings orders into rows. Keeps its memory between them.
class OrderPacker {
  public:
    explicit OrderPacker(const Policy& policy) : policy_(&policy) {}
    /// Calls `put(row, lists)` once. Requires check(order).
    template <class F>
    void pack(const Order& order, F put) {
        prepare(order);
        put(row_, std::span<const std::byte>(lists_));
    }

  private:
    void prepare(const Order& order);
    void prepare_lists(const Order& order);

    const Policy* policy_;
    PackedOrder row_{};
    std::vector<std::byte> lists_;
};

/// One order by itself, for a question about an order that is not in the index.
class LoneOrder {
  public:
    LoneOrder(const Order& order, const Policy& policy) {
        OrderPacker(policy).pack(order, [&](const PackedOrder& row, auto lists) {
            row_ = row;
            lists_.assign(lists.begin(), lists.end());
        });
    }
    [[nodiscard]] OrderRow row() const { return {row_, lists_.data()}; }

  private:
    PackedOrder row_{};
    std::vector<std::byte> lists_;
};

}  // namespace jianghui::matching
