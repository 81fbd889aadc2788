#include "engine/matching/columns.hpp"

#include <algorithm>

namespace jianghui::matching {
namespace {

template <class T>
void grow(std::vector<T>& column) {
    column.emplace_back();
}
template <class T>
void grow(ListColumn<T>& column) {
    column.grow();
}
template <class T>
void remove_from(std::vector<T>& column, std::size_t row) {
    column[row] = column.back();
    column.pop_back();
}
template <class T>
void remove_from(ListColumn<T>& column, std::size_t row) {
    column.remove(row);
}

DayNumber number(Day day) { return day_number(day); }
DayNumber number(const std::optional<Day>& day, DayNumber absent) {
    return day ? number(*day) : absent;
}

std::vector<HeldSkill> sorted_skills(std::vector<HeldSkill> skills) {
    // The higher level first, so that unique() keeps it.
    std::sort(skills.begin(), skills.end(), [](const HeldSkill& a, const HeldSkill& b) {
        return a.skill != b.skill ? a.skill < b.skill : a.level > b.level;
    });
    const auto same = [](const HeldSkill& a, const HeldSkill& b) { return a.skill == b.skill; };
    skills.erase(std::unique(skills.begin(), skills.end(), same), skills.end());
    return skills;
}

/// A skill asked for twice is asked for once: at the higher level, required if either was.
std::vector<AskedSkill> sorted_skills(std::vector<AskedSkill> skills) {
    std::sort(skills.begin(), skills.end());
    std::vector<AskedSkill> kept;
    for (const AskedSkill& asked : skills) {
        if (kept.empty() || kept.back().skill != asked.skill) {
            kept.push_back(asked);
        } else {
            kept.back().level = std::max(kept.back().level, asked.level);
            kept.back().required = kept.back().required || asked.required;
        }
    }
    return kept;
}

std::vector<CertificateDays> sorted_certificates(const std::vector<HeldCertificate>& held) {
    std::vector<CertificateDays> days;
    days.reserve(held.size());
    for (const HeldCertificate& one : held)
        days.push_back({one.kind, number(one.valid_to, open_end)});
    std::sort(days.begin(), days.end(), [](const CertificateDays& a, const CertificateDays& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.valid_to > b.valid_to;
    });
    const auto same = [](const auto& a, const auto& b) { return a.kind == b.kind; };
    days.erase(std::unique(days.begin(), days.end(), same), days.end());
    return days;
}

template <class T>
std::vector<T> sorted(std::vector<T> list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

}  // namespace

std::int64_t monthly_fen(Fen amount, PayUnit unit, const Policy& policy) {
    switch (unit) {
        case PayUnit::month:
            return amount.value;
        case PayUnit::day:
            return amount.value * policy.paid_days_per_month_hundredths / 100;
        case PayUnit::hour:
            return amount.value * policy.hours_per_day * policy.paid_days_per_month_hundredths /
                   100;
        case PayUnit::piece:
            return pay_by_piece;
    }
    return pay_absent;
}

Day latest_birth(Day day, int years) {
    const Date on(day);
    Date born(on.year() - std::chrono::years(years), on.month(), on.day());
    // Only 29 February can be missing: who is born on 1 March is still too young.
    if (!born.ok()) born = Date(born.year(), born.month(), std::chrono::day(28));
    return born;
}

template <class F>
void WorkerColumns::each_column(F apply) {
    apply(id), apply(at), apply(education), apply(experience_months), apply(pay_asked);
    apply(available), apply(reach_metres), apply(born), apply(kinds), apply(reliability);
    apply(confirmed_on), apply(occupations), apply(skills), apply(certificates), apply(busy);
    apply(reach_places), apply(excluded_employers);
}

void WorkerColumns::write(std::size_t row, const Worker& worker, const Policy& policy) {
    if (row == size()) each_column([](auto& column) { grow(column); });
    id[row] = worker.id;
    at[row] = worker.at;
    education[row] = static_cast<std::uint8_t>(worker.education);
    experience_months[row] = static_cast<std::int16_t>(worker.experience_months);
    pay_asked[row] = worker.pay_asked
                         ? monthly_fen(worker.pay_asked->amount, worker.pay_asked->unit, policy)
                         : pay_absent;
    available[row] = {number(worker.available_from, open_beginning),
                      number(worker.available_to, open_end)};
    reach_metres[row] = worker.reach_metres.value_or(reach_absent);
    born[row] = number(worker.born);
    kinds[row] = worker.kinds;
    reliability[row] = static_cast<std::int16_t>(worker.reliability.value_or(reliability_absent));
    confirmed_on[row] = number(worker.confirmed_on, open_beginning);
    occupations.set(row, sorted(worker.occupations));
    skills.set(row, sorted_skills(worker.skills));
    certificates.set(row, sorted_certificates(worker.certificates));
    std::vector<DayRange> days;
    for (const Period& period : worker.busy)
        days.push_back({number(period.first), number(period.last)});
    busy.set(row, days);
    reach_places.set(row, sorted(worker.reach_places));
    excluded_employers.set(row, sorted(worker.excluded_employers));
}

void WorkerColumns::remove(std::size_t row) {
    each_column([row](auto& column) { remove_from(column, row); });
}

template <class F>
void OrderColumns::each_column(F apply) {
    apply(id), apply(employer), apply(kind), apply(occupation), apply(occupation_levels);
    apply(place), apply(at), apply(first), apply(last), apply(latest_start), apply(needed_until);
    apply(education), apply(pay_min), apply(pay_max), apply(born_by), apply(reliability);
    apply(confirmed_on), apply(skills), apply(certificates), apply(excluded_workers);
}

void OrderColumns::write(std::size_t row, const Order& order, const Policy& policy) {
    if (row == size()) each_column([](auto& column) { grow(column); });
    id[row] = order.id;
    employer[row] = order.employer;
    kind[row] = kind_set(order.kind);
    occupation[row] = order.occupation;
    occupation_levels[row] =
        static_cast<std::uint8_t>(std::min(order.occupation_levels, order.occupation.levels()));
    place[row] = order.place;
    at[row] = order.at;
    first[row] = number(order.first);
    last[row] = number(order.last, open_end);
    latest_start[row] = number(order.latest_start.value_or(order.first));
    needed_until[row] = number(order.last, latest_start[row]);
    education[row] = static_cast<std::uint8_t>(order.education);
    const auto monthly = [&](const std::optional<Fen>& amount) {
        return amount ? monthly_fen(*amount, order.pay.unit, policy) : pay_absent;
    };
    pay_min[row] = monthly(order.pay.min);
    pay_max[row] = monthly(order.pay.max);
    born_by[row] = number(latest_birth(order.first, order.age_bar == AgeBar::adult
                                                        ? policy.adult_age_years
                                                        : policy.working_age_years));
    reliability[row] = static_cast<std::int16_t>(order.reliability.value_or(reliability_absent));
    confirmed_on[row] = number(order.confirmed_on, open_beginning);
    skills.set(row, sorted_skills(order.skills));
    certificates.set(row, sorted(order.certificates));
    excluded_workers.set(row, sorted(order.excluded_workers));
}

void OrderColumns::remove(std::size_t row) {
    each_column([row](auto& column) { remove_from(column, row); });
}

}  // namespace jianghui::matching
