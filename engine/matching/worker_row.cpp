#include "engine/matching/worker_row.hpp"

#include <algorithm>

#include "engine/matching/points.hpp"
#include "engine/matching/shelf_key.hpp"

namespace jianghui::matching {
namespace {

constexpr std::array<std::size_t, 6> element_sizes{
    sizeof(Occupation), sizeof(CertificateDays), sizeof(DayRange),
    sizeof(Place),      sizeof(std::int64_t),    sizeof(std::int64_t)};

std::uint64_t packed_day(DayNumber day) {
    return static_cast<std::uint64_t>(day - WorkerRow::day_zero);
}
std::uint64_t packed_day(const std::optional<Day>& day) {
    return day ? packed_day(day_number(*day)) : 0;
}

std::uint16_t read_count(const std::byte* at) {
    std::uint16_t count;
    std::memcpy(&count, at, sizeof count);
    return count;
}

/// Of equal names the one that sorts later is kept.
template <class T, class Same>
void keep_last(std::vector<T>& sorted, Same same) {
    std::size_t kept = 0;
    for (const T& one : sorted) {
        if (kept > 0 && same(sorted[kept - 1], one)) --kept;
        sorted[kept++] = one;
    }
    sorted.resize(kept);
}

template <class T>
void copy_sorted(const std::vector<T>& from, std::vector<T>& to) {
    to.assign(from.begin(), from.end());
    if (to.size() < 2) return;
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

}  // namespace

WorkerRow::Bytes WorkerRow::find_bytes(More which) const {
    const std::byte* at = lists_ + std::size_t{3} * p_->skills;
    const auto present = static_cast<unsigned>(*at++);
    if ((present >> which & 1U) == 0) return {nullptr, 0};
    for (unsigned list = 0; list < which; ++list)
        if ((present >> list & 1U) != 0) at += 2 + read_count(at) * element_sizes[list];
    return {at + 2, read_count(at)};
}

std::size_t WorkerRow::lists_size() const {
    std::size_t size = std::size_t{3} * p_->skills;
    if ((p_->education_flags & 32) == 0) return size;
    const auto present = static_cast<unsigned>(lists_[size++]);
    for (unsigned list = 0; list < element_sizes.size(); ++list)
        if ((present >> list & 1U) != 0)
            size += 2 + read_count(lists_ + size) * element_sizes[list];
    return size;
}

int merit_of(const WorkerRow& worker, const Policy& policy) {
    return points_of_experience(policy, worker.experience_months()) +
           points_of_reliability(policy, worker.reliability());
}

std::uint64_t key_of(const WorkerRow& worker, const Policy& policy) {
    std::int64_t merit = merit_of(worker, policy);
    // The later confirmed, the better on any day; 2020 is early enough to tell people apart.
    constexpr DayNumber beginning = 18'262;
    if (worker.confirmed_on() > beginning)
        merit += std::int64_t{policy.weights.freshness} * (worker.confirmed_on() - beginning) /
                 policy.freshness_zero_days;
    return shelf_key(worker.occupation(), worker.at(), merit);
}

void WorkerPacker::begin(const Worker& worker) {
    copy_sorted(worker.occupations, occupations_);
    skills_.clear();
    for (const HeldSkill& held : worker.skills)
        skills_.push_back(static_cast<std::uint32_t>(held.skill) << 3U | held.level);
    std::sort(skills_.begin(), skills_.end());
    keep_last(skills_, [](std::uint32_t a, std::uint32_t b) { return a >> 3U == b >> 3U; });
    certificates_.clear();
    for (const HeldCertificate& held : worker.certificates)
        certificates_.push_back(
            {held.kind, held.valid_to ? day_number(*held.valid_to) : open_end});
    std::sort(certificates_.begin(), certificates_.end(), [](const auto& a, const auto& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.valid_to < b.valid_to;
    });
    keep_last(certificates_, [](const auto& a, const auto& b) { return a.kind == b.kind; });
    busy_.clear();
    for (const Period& period : worker.busy)
        busy_.push_back({day_number(period.first), day_number(period.last)});
    copy_sorted(worker.reach_places, places_);
    copy_sorted(worker.excluded_employers, employers_);

    row_ = PackedWorker{};
    row_.id = worker.id;
    row_.reach_and_days = static_cast<std::uint64_t>(worker.reach_metres.value_or(-1) + 1) |
                          packed_day(worker.available_from) << 27U |
                          packed_day(worker.available_to) << 44U;
    row_.facts = packed_day(day_number(worker.born)) | packed_day(worker.confirmed_on) << 17U |
                 static_cast<std::uint64_t>(worker.experience_months) << 34U |
                 static_cast<std::uint64_t>(worker.reliability.value_or(0x3FF)) << 45U |
                 std::uint64_t{worker.kinds} << 55U;
    row_.lon_e6 = worker.at.lon_e6;
    row_.lat_e6 = worker.at.lat_e6;
    row_.circle = worker.circle;
    row_.education_flags = static_cast<std::uint8_t>(worker.education);
    row_.skills = static_cast<std::uint8_t>(skills_.size());
    wide_pay_ = -1;
    if (!worker.pay_asked) return;
    const auto pay = monthly_fen(worker.pay_asked->amount, worker.pay_asked->unit, *policy_);
    if (pay == pay_by_piece) {
        row_.pay = 1;
    } else if (pay + 3 <= std::numeric_limits<std::uint32_t>::max()) {
        row_.pay = static_cast<std::uint32_t>(pay + 3);
    } else {
        row_.pay = 2;
        wide_pay_ = pay;
    }
}

void WorkerPacker::prepare_row(std::size_t number) {
    row_.reach_and_days = (row_.reach_and_days & ~0ULL >> 3U) | std::uint64_t{number} << 61U;
    row_.occupation = occupations_.empty() ? 0 : occupations_[number].packed;
    row_.education_flags &= 15U;
    if (occupations_.size() > 1) row_.education_flags |= 16U;
    lists_.resize(3 * skills_.size());
    std::byte* to = lists_.data();
    for (const std::uint32_t skill : skills_)
        for (const unsigned shift : {0U, 8U, 16U}) *to++ = static_cast<std::byte>(skill >> shift & 255U);
    const bool more = occupations_.size() > 1 || !certificates_.empty() || !busy_.empty() ||
                      !places_.empty() || !employers_.empty() || wide_pay_ >= 0;
    if (more) append_more(number);
}

void WorkerPacker::append_more(std::size_t number) {
    row_.education_flags |= 32U;
    others_.clear();
    for (std::size_t i = 0; i < occupations_.size(); ++i)
        if (i != number) others_.push_back(occupations_[i]);
    const std::size_t at = lists_.size();
    lists_.push_back(std::byte{0});
    const auto append = [&]<class T>(WorkerRow::More which, std::span<const T> list) {
        if (list.empty()) return;
        lists_[at] |= static_cast<std::byte>(1U << which);
        const auto count = static_cast<std::uint16_t>(list.size());
        append_packed(lists_, std::span(&count, 1));
        append_packed(lists_, list);
    };
    append(WorkerRow::occupations, std::span<const Occupation>(others_));
    append(WorkerRow::held_certificates, std::span<const CertificateDays>(certificates_));
    append(WorkerRow::busy_days, std::span<const DayRange>(busy_));
    append(WorkerRow::places, std::span<const Place>(places_));
    append(WorkerRow::employers, std::span<const std::int64_t>(employers_));
    if (wide_pay_ >= 0) append(WorkerRow::wide_pay, std::span<const std::int64_t>(&wide_pay_, 1));
}

}  // namespace jianghui::matching
