#pragma once
// What the rows of a block, or of a page of blocks, have at best (engine/matching only): enough to
// say how many points any of them can get, and whether all of them fail a filter.

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "engine/matching/block.hpp"
#include "engine/matching/distance.hpp"
#include "engine/matching/order_row.hpp"
#include "engine/matching/shelf_key.hpp"
#include "engine/matching/worker_row.hpp"

namespace jianghui::matching {

/// Of workers. Starts as the bounds of nobody.
struct WorkerBounds {
    Area area;
    std::uint32_t last_rank = 0;  ///< of the occupations
    std::int32_t reach = -1;      ///< the farthest; anywhere when somebody has no limit
    DayNumber from = open_end;    ///< the earliest
    DayNumber to = open_beginning;
    std::uint32_t pay = ~0U;  ///< the least, as PackedWorker::pay; below 3: somebody cannot fail
    std::int32_t merit = 0;
    DayNumber confirmed_on = open_beginning;
    KindSet kinds = 0;
    std::uint8_t education = 0;

    static constexpr std::int32_t anywhere = std::numeric_limits<std::int32_t>::max();

    void include(const WorkerRow& worker, const Policy& policy) {
        area.include(worker.at());
        last_rank = std::max(last_rank, rank_of(worker.occupation()));
        const bool limited = worker.reach_metres() >= 0 && worker.reach_places().empty();
        reach = std::max(reach, limited ? worker.reach_metres() : anywhere);
        const DayRange free = worker.available();
        from = std::min(from, free.first);
        to = std::max(to, free.last);
        pay = std::min(pay, worker.packed().pay);
        merit = std::max(merit, merit_of(worker, policy));
        confirmed_on = std::max(confirmed_on, worker.confirmed_on());
        kinds |= worker.kinds();
        education = std::max(education, static_cast<std::uint8_t>(worker.education()));
    }
    void include(const WorkerBounds& other) {
        area.include(other.area);
        last_rank = std::max(last_rank, other.last_rank);
        reach = std::max(reach, other.reach);
        from = std::min(from, other.from);
        to = std::max(to, other.to);
        pay = std::min(pay, other.pay);
        merit = std::max(merit, other.merit);
        confirmed_on = std::max(confirmed_on, other.confirmed_on);
        kinds |= other.kinds;
        education = std::max(education, other.education);
    }
};
static_assert(sizeof(WorkerBounds) == 48);

/// Of orders. Starts as the bounds of none.
struct OrderBounds {
    Area area;
    std::int64_t pay = -1;  ///< the most offered; the greatest number when pay cannot fail
    std::uint32_t last_rank = 0;
    DayNumber latest_start = open_beginning;
    DayNumber needed_until = open_end;
    DayNumber born_by = open_beginning;
    DayNumber confirmed_on = open_beginning;
    std::int32_t merit = 0;
    KindSet kinds = 0;
    std::uint8_t education = 255;

    void include(const OrderRow& order, const Policy& policy) {
        const PackedOrder& packed = order.packed();
        area.include(order.at());
        pay = std::max(pay, packed.pay_max < 0 ? std::numeric_limits<std::int64_t>::max()
                                               : packed.pay_max);
        last_rank = std::max(last_rank,
                             rank_of(class_of(order.occupation(), packed.occupation_levels)));
        latest_start = std::max(latest_start, packed.latest_start);
        needed_until = std::min(needed_until, packed.needed_until);
        born_by = std::max(born_by, packed.born_by);
        confirmed_on = std::max(confirmed_on, packed.confirmed_on);
        merit = std::max(merit, merit_of(order, policy));
        kinds |= packed.kind;
        education = std::min(education, packed.education);
    }
    void include(const OrderBounds& other) {
        area.include(other.area);
        pay = std::max(pay, other.pay);
        last_rank = std::max(last_rank, other.last_rank);
        latest_start = std::max(latest_start, other.latest_start);
        needed_until = std::min(needed_until, other.needed_until);
        born_by = std::max(born_by, other.born_by);
        confirmed_on = std::max(confirmed_on, other.confirmed_on);
        merit = std::max(merit, other.merit);
        kinds |= other.kinds;
        education = std::min(education, other.education);
    }
};

/// What a shelf keeps: workers …
struct WorkersKept {
    using Row = PackedWorker;
    using View = WorkerRow;
    using Bounds = WorkerBounds;
    static constexpr std::size_t slots = 64;

    /// Facts that have steps. What fails less the more there is of it: so the first free day and
    /// the pay asked count downwards, and who cannot fail has the most.
    enum Fact : unsigned { reach, from, to, pay, education, merit, facts };
    [[nodiscard]] static std::array<std::int32_t, facts> values(const WorkerRow& worker, const Policy& policy) {
        constexpr std::int32_t cannot_fail = std::numeric_limits<std::int32_t>::max();
        const bool limited = worker.reach_metres() >= 0 && worker.reach_places().empty();
        const DayRange free = worker.available();
        const std::uint32_t asked = worker.packed().pay;
        return {limited ? worker.reach_metres() : cannot_fail,
                free.first == open_beginning ? cannot_fail : -free.first,
                free.last,
                asked > 2 ? pay_value(std::int64_t{asked} - 3) : cannot_fail,
                worker.education(),
                merit_of(worker, policy)};
    }
    [[nodiscard]] static std::int32_t pay_value(std::int64_t fen) {
        return -static_cast<std::int32_t>(std::min<std::int64_t>(fen, 0xFFFFFFFFLL) / 2);
    }
    /// Whether the row is the worker's only one.
    [[nodiscard]] static bool is_alone(const WorkerRow& worker) {
        return worker.number() == 0 && !worker.has_several_occupations();
    }
    template <class F>
    static void each_slot(const WorkerRow& worker, F f) {
        for (const PackedSkill held : worker.skills()) f(slot_of(held.skill()));
        for (const CertificateDays held : worker.certificates()) f(slot_of(held.kind));
    }
};
/// … and orders.
struct OrdersKept {
    using Row = PackedOrder;
    using View = OrderRow;
    using Bounds = OrderBounds;
    static constexpr std::size_t slots = 0;
    static constexpr std::size_t facts = 0;
};

}  // namespace jianghui::matching
