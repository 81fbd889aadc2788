#pragma once
// A worker in 48 bytes and a few bytes of lists (engine/matching only). A worker with several
// occupations has one row for each, so that every one of them is found where it belongs; a ranking
// counts only the row whose occupation is the closest (chosen_for).

#include <array>
#include <cstdint>

#include "engine/matching/packed_days.hpp"
#include "engine/matching/packed_list.hpp"

namespace jianghui::matching {

/// The fixed part of a row, as it lies in memory and in the index file.
struct PackedWorker {
    std::int64_t id;
    std::uint64_t reach_and_days;  ///< reach + 1 : 27, from + 1 : 17, to + 1 : 17, number of row : 3
    std::uint64_t facts;  ///< born : 17, confirmed + 1 : 17, experience : 11, reliability : 10, kinds : 9
    std::int32_t lon_e6;
    std::int32_t lat_e6;
    std::uint32_t occupation;  ///< of this row
    std::uint32_t pay;         ///< 0 absent, 1 by the piece, 2 beyond the field, else fen + 3
    std::uint32_t circle;
    std::uint16_t lists;           ///< where its lists begin among those of the block
    std::uint8_t education_flags;  ///< education : 4, several occupations : 1, more lists : 1
    std::uint8_t skills;           ///< how many
};
static_assert(sizeof(PackedWorker) == 48);

/// A skill that is held: 21 bits of name, 3 of level.
struct PackedSkill {
    std::array<std::uint8_t, 3> bytes;
    [[nodiscard]] std::uint32_t number() const {
        return bytes[0] | std::uint32_t{bytes[1]} << 8U | std::uint32_t{bytes[2]} << 16U;
    }
    [[nodiscard]] SkillId skill() const { return SkillId{number() >> 3U}; }
    [[nodiscard]] int level() const { return static_cast<int>(number() & 7U); }
};
/// Skill names that an index can tell apart.
inline constexpr std::uint32_t skill_names_max = 1U << 21U;

/// Reads a row; both parts must outlive it.
class WorkerRow {
  public:
    WorkerRow(const PackedWorker& row, const std::byte* heap) : p_(&row), lists_(heap + row.lists) {}

    [[nodiscard]] const PackedWorker& packed() const { return *p_; }
    [[nodiscard]] std::int64_t id() const { return p_->id; }
    [[nodiscard]] Point at() const { return {p_->lon_e6, p_->lat_e6}; }
    [[nodiscard]] Occupation occupation() const { return {p_->occupation}; }
    [[nodiscard]] std::uint32_t circle() const { return p_->circle; }
    [[nodiscard]] int education() const { return p_->education_flags & 15; }
    [[nodiscard]] bool has_several_occupations() const { return (p_->education_flags & 16) != 0; }
    /// Whether the lists beside the skills have to be read to know what is in them; without, all of them are empty.
    [[nodiscard]] bool has_more_lists() const { return (p_->education_flags & 32) != 0; }
    /// 0 for a worker's first row.
    [[nodiscard]] int number() const { return static_cast<int>(p_->reach_and_days >> 61U); }
    [[nodiscard]] std::int32_t reach_metres() const {
        return static_cast<std::int32_t>(p_->reach_and_days & 0x7FFFFFFU) - 1;
    }
    [[nodiscard]] DayRange available() const {
        const auto from = static_cast<DayNumber>(p_->reach_and_days >> 27U & 0x1FFFFU);
        const auto to = static_cast<DayNumber>(p_->reach_and_days >> 44U & 0x1FFFFU);
        return {from == 0 ? open_beginning : from + day_zero, to == 0 ? open_end : to + day_zero};
    }
    [[nodiscard]] DayNumber born() const {
        return static_cast<DayNumber>(p_->facts & 0x1FFFFU) + day_zero;
    }
    [[nodiscard]] DayNumber confirmed_on() const {
        const auto day = static_cast<DayNumber>(p_->facts >> 17U & 0x1FFFFU);
        return day == 0 ? open_beginning : day + day_zero;
    }
    [[nodiscard]] int experience_months() const {
        return static_cast<int>(p_->facts >> 34U & 0x7FFU);
    }
    [[nodiscard]] int reliability() const {
        const int held = static_cast<int>(p_->facts >> 45U & 0x3FFU);
        return held == 0x3FF ? reliability_absent : held;
    }
    [[nodiscard]] KindSet kinds() const { return static_cast<KindSet>(p_->facts >> 55U); }
    /// Fen per month, pay_absent or pay_by_piece.
    [[nodiscard]] std::int64_t pay_asked() const {
        if (p_->pay > 2) return std::int64_t{p_->pay} - 3;
        if (p_->pay == 0) return pay_absent;
        return p_->pay == 1 ? pay_by_piece : list<std::int64_t>(wide_pay)[0];
    }
    [[nodiscard]] PackedList<PackedSkill> skills() const { return {lists_, p_->skills}; }
    /// The other occupations of the worker.
    [[nodiscard]] PackedList<Occupation> others() const { return list<Occupation>(occupations); }
    [[nodiscard]] PackedList<CertificateDays> certificates() const {
        return list<CertificateDays>(held_certificates);
    }
    [[nodiscard]] PackedList<DayRange> busy() const { return list<DayRange>(busy_days); }
    [[nodiscard]] PackedList<Place> reach_places() const { return list<Place>(places); }
    [[nodiscard]] PackedList<std::int64_t> excluded_employers() const {
        return list<std::int64_t>(employers);
    }
    /// The most levels that one of the occupations shares.
    [[nodiscard]] int levels_common(Occupation asked) const {
        int most = levels_in_common(occupation(), asked);
        if (has_several_occupations())
            for (const Occupation other : others())
                most = std::max(most, levels_in_common(other, asked));
        return most;
    }
    /// Whether this row of the worker is the one to look at for that occupation.
    [[nodiscard]] bool chosen_for(Occupation asked) const {
        if (!has_several_occupations()) return true;
        const int own = levels_in_common(occupation(), asked);
        for (const Occupation other : others()) {
            const int common = levels_in_common(other, asked);
            if (common > own || (common == own && other < occupation())) return false;
        }
        return true;
    }
    /// How many bytes its lists take.
    [[nodiscard]] std::size_t lists_size() const;

    /// The lists beside the skills, in the order in which they lie behind a byte that says which.
    enum More : unsigned { occupations, held_certificates, busy_days, places, employers, wide_pay };
    static constexpr DayNumber day_zero = -25'568;  ///< 1 is 1900-01-01

  private:
    template <class T>
    [[nodiscard]] PackedList<T> list(More which) const {
        return has_more_lists() ? find<T>(which) : PackedList<T>();
    }
    template <class T>
    [[nodiscard]] PackedList<T> find(More which) const {
        const auto [at, size] = find_bytes(which);
        return {at, size};
    }
    struct Bytes {
        const std::byte* at;
        std::size_t size;
    };
    [[nodiscard]] Bytes find_bytes(More which) const;

    const PackedWorker* p_;
    const std::byte* lists_;
};


/// Points that the policy gives whatever the order: experience (when related) and reliability.
[[nodiscard]] int merit_of(const WorkerRow& worker, const Policy& policy);
/// Where the row stands.
[[nodiscard]] std::uint64_t key_of(const WorkerRow& worker, const Policy& policy);

/// Brings workers into rows. Keeps its memory between them.
class WorkerPacker {
  public:
    explicit WorkerPacker(const Policy& policy) : policy_(&policy) {}
    /// Calls `put(row, lists)` for each row of the worker. Requires check(worker) and skills below
    /// skill_names_max.
    template <class F>
    void pack(const Worker& worker, F put) {
        begin(worker);
        const std::size_t count = std::max<std::size_t>(1, occupations_.size());
        for (std::size_t i = 0; i < count; ++i) {
            prepare_row(i);
            put(row_, std::span<const std::byte>(lists_));
        }
    }

  private:
    void begin(const Worker& worker);
    void prepare_row(std::size_t number);
    void append_more(std::size_t number);

    const Policy* policy_;
    PackedWorker row_{};
    std::vector<Occupation> occupations_, others_;
    std::vector<std::uint32_t> skills_;
    std::vector<CertificateDays> certificates_;
    std::vector<DayRange> busy_;
    std::vector<Place> places_;
    std::vector<std::int64_t> employers_;
    std::int64_t wide_pay_ = -1;
    std::vector<std::byte> lists_;
};

}  // namespace jianghui::matching
