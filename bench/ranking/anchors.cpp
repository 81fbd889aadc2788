#include "bench/ranking/anchors.hpp"

#include <algorithm>
#include <numeric>

namespace jianghui::bench {
namespace {
using matching::Day;
std::int32_t number(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }
int share_of(int points, std::int64_t part, std::int64_t whole) {
    return static_cast<int>(points * part / whole);
}
template <class T>
void permute(std::vector<T>& column, const std::vector<std::uint32_t>& order) {
    std::vector<T> sorted(column.size());
    for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = column[order[i]];
    column = std::move(sorted);
}
template <class T>
void permute(std::vector<std::uint32_t>& at, std::vector<T>& values,
             const std::vector<std::uint32_t>& order) {
    std::vector<T> sorted;
    sorted.reserve(values.size());
    std::vector<std::uint32_t> begins{0};
    for (const std::uint32_t row : order) {
        sorted.insert(sorted.end(), values.begin() + at[row], values.begin() + at[row + 1]);
        begins.push_back(static_cast<std::uint32_t>(sorted.size()));
    }
    at = std::move(begins);
    values = std::move(sorted);
}
}  // namespace

struct Columns::Question {
    struct Asked {
        std::uint32_t skill;
        int level;
        std::int64_t step;
    };
    std::uint32_t first_occupation, last_occupation;  ///< that the filter lets through
    std::vector<int> occupation_points;               ///< from the first one on
    std::vector<std::uint8_t> related;
    std::vector<std::int64_t> metres;  ///< by county
    std::vector<Asked> asked;
    std::int64_t whole = 0;
    std::uint32_t certificate = ~0U;
    int education;
    std::int32_t latest_start, until, born_by;
    std::int64_t pay_min, pay_max;
    std::int32_t as_of;
};

class Columns::Heap {
  public:
    explicit Heap(std::size_t k) : k_(k) {}
    void offer(int score, std::int64_t id) {
        const std::pair<int, std::int64_t> one(score, -id);
        if (best_.size() < k_) {
            best_.push_back(one);
            std::push_heap(best_.begin(), best_.end(), std::greater<>());
        } else if (one > best_.front()) {
            std::pop_heap(best_.begin(), best_.end(), std::greater<>());
            best_.back() = one;
            std::push_heap(best_.begin(), best_.end(), std::greater<>());
        }
    }
    Best take() {
        std::sort(best_.begin(), best_.end(), std::greater<>());
        for (auto& one : best_) one.second = -one.second;
        return std::move(best_);
    }

  private:
    std::size_t k_;
    Best best_;
};

void Columns::reserve(std::size_t count) {
    const auto all = [&](auto&... columns) { (columns.reserve(count), ...); };
    all(id_, occupation_, county_, education_, reach_, from_, to_, born_, confirmed_, pay_,
        experience_, reliability_, skills_at_, certificates_at_);
    skills_.reserve(count * 5);
    certificates_.reserve(count);
}

void Columns::add(const matching::Worker& worker) {
    const auto occupation = std::lower_bound(region_.occupations.begin(),
                                             region_.occupations.end(), worker.occupations[0]);
    const auto county = std::find(region_.counties.begin(), region_.counties.end(), worker.at);
    id_.push_back(worker.id);
    occupation_.push_back(static_cast<std::uint16_t>(occupation - region_.occupations.begin()));
    county_.push_back(static_cast<std::uint8_t>(county - region_.counties.begin()));
    education_.push_back(static_cast<std::uint8_t>(worker.education));
    reach_.push_back(*worker.reach_metres);
    from_.push_back(worker.available_from ? number(*worker.available_from) : INT32_MIN);
    to_.push_back(worker.available_to ? number(*worker.available_to) : INT32_MAX);
    born_.push_back(number(worker.born));
    confirmed_.push_back(number(*worker.confirmed_on));
    pay_.push_back(static_cast<std::uint32_t>(worker.pay_asked->amount.value));
    experience_.push_back(static_cast<std::int16_t>(worker.experience_months));
    reliability_.push_back(static_cast<std::int16_t>(worker.reliability.value_or(-1)));
    if (skills_at_.empty()) skills_at_.push_back(0), certificates_at_.push_back(0);
    const auto first = static_cast<std::ptrdiff_t>(skills_.size());
    for (const auto& held : worker.skills)
        skills_.push_back(static_cast<std::uint32_t>(held.skill) << 3U | held.level);
    std::sort(skills_.begin() + first, skills_.end());
    for (const auto& held : worker.certificates)
        certificates_.emplace_back(static_cast<std::uint32_t>(held.kind), number(*held.valid_to));
    skills_at_.push_back(static_cast<std::uint32_t>(skills_.size()));
    certificates_at_.push_back(static_cast<std::uint32_t>(certificates_.size()));
}

void Columns::sort() {
    std::vector<std::uint32_t> order(id_.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t counties = region_.counties.size();
    const auto bucket = [&](std::uint32_t row) { return occupation_[row] * counties + county_[row]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return bucket(a) < bucket(b); });
    buckets_.assign(region_.occupations.size() * counties + 1, 0);
    for (const std::uint32_t row : order) ++buckets_[bucket(row) + 1];
    std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
    const auto all = [&](auto&... columns) { (permute(columns, order), ...); };
    permute(skills_at_, skills_, order);
    permute(certificates_at_, certificates_, order);
    all(id_, occupation_, county_, education_, reach_, from_, to_, born_, confirmed_, pay_,
        experience_, reliability_);
}

Columns::Question Columns::question_of(const matching::Order& order,
                                       const std::vector<int>& rarity) const {
    Question question{};
    const auto& weights = policy_.weights;
    const auto common = [&](matching::Occupation one) {
        return matching::levels_in_common(one, order.occupation);
    };
    const auto& all = region_.occupations;
    const auto first = std::find_if(all.begin(), all.end(), [&](auto one) {
        return common(one) >= order.occupation_levels;
    });
    auto last = first;
    while (last != all.end() && common(*last) >= order.occupation_levels) ++last;
    question.first_occupation = static_cast<std::uint32_t>(first - all.begin());
    question.last_occupation = static_cast<std::uint32_t>(last - all.begin() - 1);
    for (auto one = first; one != last; ++one) {
        question.occupation_points.push_back(
            weights.occupation[static_cast<std::size_t>(common(*one))]);
        question.related.push_back(common(*one) >= policy_.experience_levels_min ? 1 : 0);
    }
    for (const auto& county : region_.counties)
        question.metres.push_back(matching::metres_between(county, order.at));
    std::vector<std::uint32_t> skills;
    for (const auto& asked : order.skills)
        skills.push_back(static_cast<std::uint32_t>(asked.skill) << 3U | asked.level);
    std::sort(skills.begin(), skills.end());
    std::size_t next = 0;
    for (std::size_t i = 0; i < skills.size(); ++i) {
        if (i + 1 < skills.size() && skills[i] >> 3U == skills[i + 1] >> 3U) continue;
        const int level = static_cast<int>(skills[i] & 7U);
        const std::int64_t worth = 60 * std::int64_t{rarity[next++]};
        question.asked.push_back({skills[i] >> 3U, level, worth / (level + 1)});
        question.whole += worth;
    }
    if (!order.certificates.empty())
        question.certificate = static_cast<std::uint32_t>(order.certificates[0]);
    question.education = order.education;
    question.latest_start = number(order.first);
    question.until = number(*order.last);
    const Date first_day(order.first);
    question.born_by = number(Day(Date(first_day.year() - std::chrono::years(16),
                                       first_day.month(), first_day.day())));
    question.pay_min = order.pay.min->value;
    question.pay_max = order.pay.max->value;
    question.as_of = number(today);
    return question;
}

void Columns::consider(std::size_t row, const Question& question, Heap& heap) const {
    const std::int64_t metres = question.metres[county_[row]];
    if (metres > reach_[row] || from_[row] > question.latest_start || to_[row] < question.until ||
        education_[row] < question.education || pay_[row] > question.pay_max ||
        born_[row] > question.born_by)
        return;
    if (question.certificate != ~0U) {
        bool held = false;
        for (std::uint32_t i = certificates_at_[row]; i < certificates_at_[row + 1]; ++i)
            held = held || (certificates_[i].first == question.certificate &&
                            certificates_[i].second >= question.until);
        if (!held) return;
    }
    const auto& weights = policy_.weights;
    const std::size_t occupation = occupation_[row] - question.first_occupation;
    std::int64_t covered = 0;
    std::uint32_t at = skills_at_[row];
    const std::uint32_t end = skills_at_[row + 1];
    for (const auto& asked : question.asked) {
        while (at < end && skills_[at] >> 3U < asked.skill) ++at;
        if (at < end && skills_[at] >> 3U == asked.skill)
            covered += asked.step * (std::min(static_cast<int>(skills_[at] & 7U), asked.level) + 1);
    }
    int score = question.occupation_points[occupation] +
                share_of(weights.skills, covered, question.whole);
    if (question.related[occupation] != 0)
        score += share_of(weights.experience,
                          std::min<int>(experience_[row], policy_.experience_full_months),
                          policy_.experience_full_months);
    const std::int64_t zero = policy_.distance_zero_metres;
    score += share_of(weights.distance, zero - std::min(metres, zero), zero);
    const std::int64_t pay = pay_[row];
    score += weights.pay;
    if (pay > question.pay_min)
        score -= share_of(weights.pay, pay - question.pay_min,
                          2 * (question.pay_max - question.pay_min));
    score += reliability_[row] < 0 ? weights.reliability / 2
                                   : share_of(weights.reliability, reliability_[row], 1000);
    const std::int64_t days = std::clamp<std::int64_t>(question.as_of - confirmed_[row], 0,
                                                       policy_.freshness_zero_days);
    score += share_of(weights.freshness, policy_.freshness_zero_days - days,
                      policy_.freshness_zero_days);
    heap.offer(score, id_[row]);
}

Best Columns::scan(const matching::Order& order, const std::vector<int>& rarity,
                   std::size_t k) const {
    const Question question = question_of(order, rarity);
    const std::uint32_t width = question.last_occupation - question.first_occupation;
    Heap heap(k);
    for (std::size_t row = 0; row < id_.size(); ++row)
        if (occupation_[row] - question.first_occupation <= width) consider(row, question, heap);
    return heap.take();
}

Best Columns::look_up(const matching::Order& order, const std::vector<int>& rarity,
                      std::size_t k) const {
    const Question question = question_of(order, rarity);
    constexpr std::int64_t farthest = 200'000;  // nobody of this population goes farther
    const std::size_t counties = region_.counties.size();
    Heap heap(k);
    for (std::uint32_t one = question.first_occupation; one <= question.last_occupation; ++one)
        for (std::size_t county = 0; county < counties; ++county) {
            if (question.metres[county] > farthest) continue;
            const std::size_t bucket = one * counties + county;
            for (std::uint32_t row = buckets_[bucket]; row < buckets_[bucket + 1]; ++row)
                consider(row, question, heap);
        }
    return heap.take();
}

}  // namespace jianghui::bench
