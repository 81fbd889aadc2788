// The post check's rules about time, pay and size.

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "features/orders/post_check_probation.hpp"
#include "features/orders/post_check_report.hpp"

namespace jianghui::orders {
namespace {

std::string yuan(Fen amount) {
    return yuan_text(amount) + " 元";
}

std::string hours_text(int tenths) {
    return tenths % 10 == 0 ? std::to_string(tenths / 10)
                            : fmt::format("{}.{}", tenths / 10, tenths % 10);
}

/// What full-time work of these hours costs a day at least: the monthly standard over the paid days
/// of a month (劳社部发〔2008〕3号), by hours.
Fen full_time_day(Fen monthly, std::int64_t pay_days_hundredths, std::int64_t standard_tenths,
                  int hours_tenths) {
    return multiply(monthly, std::int64_t{100} * hours_tenths,
                    pay_days_hundredths * standard_tenths);
}

/// The standards that a pay is held against: of the place, and the lowest of its province.
struct WageStandards {
    const codes::MinimumWage* place = nullptr;
    const codes::MinimumWage* lowest = nullptr;
};

/// A pay below the lowest standard of the province, or below a confirmed one of the place, blocks.
/// Between the two stands what we only recall of the place's tier: an official looks.
/// Answers whether the pay is good.
bool compare_pay(Fen pay, Fen lowest, Fen place, const WageStandards& standards,
                 PostReport& report) {
    if (pay >= place) return true;
    const bool certain =
        pay < std::min(lowest, place) || standards.place->mark == codes::Mark::found;
    report.add(certain ? "minimum_wage" : "minimum_wage_check", "/pay_min_fen",
               {{"pay", yuan(pay)}, {"minimum", yuan(place)}});
    return false;
}

void check_minimum_wage(const PostFacts& facts, const codes::Tables& tables, Date today,
                        PostReport& report) {
    const Date on = facts.starts_on && *facts.starts_on > today ? *facts.starts_on : today;
    WageStandards standards;
    standards.place = tables.minimum_wage(facts.place, on);
    if (standards.place == nullptr) {
        report.add("minimum_wage_unknown", "/pay_min_fen", {{"place", facts.place.text}});
        return;
    }
    standards.lowest = tables.minimum_wage({facts.place.text.substr(0, 2) + "0000"}, on);
    if (standards.lowest == nullptr) standards.lowest = standards.place;
    const codes::MinimumWage& place = *standards.place;
    const codes::MinimumWage& lowest = *standards.lowest;
    const Fen pay = *facts.pay_min;
    if (facts.pay_unit == "month") {
        compare_pay(pay, lowest.monthly, place.monthly, standards, report);
    } else if (facts.pay_unit == "hour") {
        compare_pay(pay, lowest.hourly, place.hourly, standards, report);
    } else if (facts.pay_unit == "day") {
        const auto standard = tables.parameter_or("hours_per_day_tenths_max", on, 80);
        const auto pay_days = tables.parameter_or("month_pay_days_hundredths", on, 2175);
        const int hours = facts.hours_per_day_tenths.value_or(static_cast<int>(standard));
        const bool good =
            compare_pay(pay, full_time_day(lowest.monthly, pay_days, standard, hours),
                        full_time_day(place.monthly, pay_days, standard, hours), standards, report);
        // Part-time work by the day has the hourly standard, which is higher.
        const Fen by_hour = multiply(place.hourly, hours, 10);
        if (good && pay < by_hour)
            report.add("minimum_wage_hourly", "/pay_min_fen",
                       {{"pay", yuan(pay)}, {"minimum", yuan(by_hour)}});
    } else {
        report.add("piece_pay", "/pay_min_fen");
    }
}

void check_pay(const PostFacts& facts, const codes::Tables& tables, Date today,
               PostReport& report) {
    if (facts.pay_unit.empty() || !facts.pay_min || facts.pay_min->value <= 0) {
        report.add("pay_missing", facts.pay_unit.empty() ? "/pay_unit" : "/pay_min_fen");
        return;
    }
    if (facts.pay_max && *facts.pay_max < *facts.pay_min) report.add("pay_order", "/pay_max_fen");
    const auto times = tables.parameter_or("pay_spread_times_max", today, 3);
    if (facts.pay_max && facts.pay_max->value / times > facts.pay_min->value)
        report.add("pay_spread", "/pay_max_fen",
                   {{"times", std::to_string(facts.pay_max->value / facts.pay_min->value)}});
    if (facts.place && tables.find_place(facts.place) != nullptr)
        check_minimum_wage(facts, tables, today, report);
    if (facts.kind == "dispatch" && facts.pay_unit == "hour")
        report.add("dispatch_hourly", "/pay_unit");
    if (facts.kind == "lend" && facts.service_fee.value > 0)
        report.add("lend_profit", "/service_fee_fen", {{"fee", yuan(facts.service_fee)}});
}

void check_hours(const PostFacts& facts, const codes::Tables& tables, Date today,
                 PostReport& report) {
    if (facts.shift.empty() && !facts.hours_per_day_tenths) {
        report.add("work_time_missing", "/shift");
        return;
    }
    const int hours = facts.hours_per_day_tenths.value_or(0);
    const auto standard = tables.parameter_or("hours_per_day_tenths_max", today, 80);
    const auto overtime = tables.parameter_or("overtime_hours_per_day_max", today, 3) * 10;
    if (hours > standard + overtime)
        report.add("hours_over_limit", "/hours_per_day_tenths", {{"hours", hours_text(hours)}});
    else if (hours > standard)
        report.add("hours_over_standard", "/hours_per_day_tenths", {{"hours", hours_text(hours)}});
}

/// Part-time work (非全日制, 劳动合同法 §68): by the hour, and no more hours than that article allows.
bool is_part_time(const PostFacts& facts, const codes::Tables& tables, Date today) {
    return facts.pay_unit == "hour" && facts.hours_per_day_tenths &&
           *facts.hours_per_day_tenths <= tables.parameter_or("part_time_hours_per_day_tenths_max", today, 40);
}

/// How long probation may last in the term that the post names (劳动合同法 §19), which for dispatch is that
/// of the agency's contract: two years at least (§58).
std::int64_t probation_months_max(const PostFacts& facts, const codes::Tables& tables, Date today) {
    const auto longest = tables.parameter_or("probation_months_max", today, 6);
    const auto under_three_years = tables.parameter_or("probation_months_under_three_years", today, 2);
    if (facts.kind == "dispatch") return under_three_years;
    if (!facts.starts_on || !facts.ends_on) return longest;
    const auto shorter_than = [&](int months) {
        return add_months(*facts.starts_on, months) > add_days(*facts.ends_on, 1);
    };
    if (shorter_than(3)) return tables.parameter_or("probation_months_under_three_months", today, 0);
    if (shorter_than(12)) return tables.parameter_or("probation_months_under_a_year", today, 1);
    return shorter_than(36) ? under_three_years : longest;
}

void check_probation(const PostFacts& facts, const codes::Tables& tables, Date today, PostReport& report) {
    const auto months = std::max(probation_months(facts.title), probation_months(facts.description));
    if (!months) return;
    const auto longest = tables.parameter_or("probation_months_max", today, 6);
    const auto here = probation_months_max(facts, tables, today);
    if (is_part_time(facts, tables, today))
        report.add("probation_part_time", "/description");
    else if (*months > longest)
        report.add("probation_over_limit", "/description",
                   {{"months", std::to_string(*months)}, {"most", std::to_string(longest)}});
    else if (*months > here)
        report.add("probation_too_long", "/description",
                   {{"months", std::to_string(*months)}, {"most", std::to_string(here)}});
}

void check_validity(const PostFacts& facts, const codes::Tables& tables, Date today,
                    PostReport& report) {
    if (!facts.valid_to_on) {
        report.add("validity_missing", "/closes_at");
        return;
    }
    const Date from = facts.valid_from_on.value_or(today);
    if (*facts.valid_to_on < from || *facts.valid_to_on < today) {
        report.add("validity_order", "/closes_at");
        return;
    }
    const auto days = tables.parameter_or("post_validity_days_max", today, 90);
    if (days_between(from, *facts.valid_to_on) > days)
        report.add("validity_too_long", "/closes_at", {{"days", std::to_string(days)}});
}

void check_period(const PostFacts& facts, const codes::Tables& tables, Date today,
                  PostReport& report) {
    if (facts.starts_on && *facts.starts_on < today) report.add("period_past", "/starts_on");
    if (!facts.starts_on) return report.add("period_missing", "/starts_on");
    if (!facts.ends_on) return report.add("period_missing", "/ends_on");
    if (*facts.ends_on < *facts.starts_on) {
        report.add("period_order", "/ends_on");
        return;
    }
    const int length = days_between(*facts.starts_on, *facts.ends_on) + 1;
    const auto longest = tables.parameter_or("period_days_max", today, 1096);
    if (length > longest)
        report.add("period_too_long", "/ends_on", {{"days", std::to_string(longest)}});
    if (facts.kind == "dispatch" &&
        length > tables.parameter_or("period_days_dispatch", today, 183))
        report.add("dispatch_period", "/ends_on");
}

void check_size(const PostFacts& facts, const codes::Tables& tables, Date today,
                PostReport& report) {
    const int headcount = facts.headcount.value_or(0);
    if (headcount > tables.parameter_or("headcount_review", today, 500))
        report.add("headcount_large", "/headcount", {{"headcount", std::to_string(headcount)}});
    if (headcount < 1) return;
    const int least = facts.lot_min.value_or(1);
    const int most = facts.lot_max.value_or(headcount);
    const int cap = facts.cap_per_agency.value_or(headcount);
    if (least < 1 || least > most || most > headcount || cap < least || cap > headcount)
        report.add("lots_inconsistent", "/lot_max");
}

/// Dispatched workers are a tenth of all at most (劳务派遣暂行规定 §4): with the seats of this post, against what the employer said of itself.
/// A note, since its word may be old and some employers are outside of the rule (§25).
void check_dispatch_quota(const PostFacts& facts, const codes::Tables& tables, Date today, PostReport& report) {
    if (facts.kind != "dispatch" || !facts.contract_staff) return;
    const std::int64_t dispatched = facts.dispatched_elsewhere + facts.dispatch_seats + facts.headcount.value_or(0);
    const auto share = dispatch_percent_hundredths(*facts.contract_staff, dispatched);
    const auto most = tables.parameter_or("dispatch_quota_percent_max", today, 10);
    if (!share || *share <= most * 100) return;
    report.add("dispatch_quota", "/headcount",
               {{"dispatched", std::to_string(dispatched)},
                {"all", std::to_string(*facts.contract_staff + dispatched)},
                {"percent", fmt::format("{}.{:02}", *share / 100, *share % 100)},
                {"most", std::to_string(most)},
                {"day", date_text(facts.staff_as_of_on.value_or(today))}});
}

}  // namespace

std::optional<std::int64_t> dispatch_percent_hundredths(std::int64_t contract_staff, std::int64_t dispatched) {
    const std::int64_t whole = contract_staff + dispatched;
    if (whole <= 0) return std::nullopt;
    return (dispatched * 10'000 + whole - 1) / whole;
}

void check_terms(const PostFacts& facts, const codes::Tables& tables, Date today,
                 PostReport& report) {
    check_validity(facts, tables, today, report);
    check_period(facts, tables, today, report);
    check_hours(facts, tables, today, report);
    check_probation(facts, tables, today, report);
    check_pay(facts, tables, today, report);
    check_size(facts, tables, today, report);
    check_dispatch_quota(facts, tables, today, report);
}

}  // namespace jianghui::orders
