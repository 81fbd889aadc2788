#include "features/codes/dated_values.hpp"

#include <algorithm>
#include <map>

namespace jianghui::codes {
namespace {

template <class T>
bool holds(const T& value, Date on) {
    return value.effective_from <= on && (!value.effective_to || on <= *value.effective_to);
}

/// Whether two values hold on a day together.
template <class T>
bool overlap(const T& a, const T& b) {
    return holds(a, b.effective_from) || holds(b, a.effective_from);
}

Text overlaps() {
    return {"与另一行的有效期重叠", "its period overlaps that of another row"};
}

}  // namespace

Result<DatedValues> DatedValues::load(const std::filesystem::path& folder) {
    DatedValues values;
    TRY_DO(values.load_parameters(folder));
    TRY_DO(values.load_wages(folder));
    TRY_DO(values.load_holidays(folder));
    TRY_DO(values.load_targets(folder));
    return values;
}

Result<Done> DatedValues::load_parameters(const std::filesystem::path& folder) {
    std::map<std::string, Text> names;
    TRY(auto name_rows, read_table(folder, "parameter_names.csv", {"rule_code", "zh", "en"}));
    for (auto& row : name_rows) {
        const std::string code = row.text(0);
        if (!names.emplace(code, Text{row.text(1), row.text(2)}).second)
            row.fail({"代码重复", "the code occurs twice"});
        TRY_DO(row.done());
    }
    TRY(auto rows, read_table(folder, "parameters.csv",
                              {"rule_code", "value", "unit", "effective_from", "effective_to",
                               "source", "mark"}));
    for (auto& row : rows) {
        Parameter parameter;
        parameter.code = row.text(0);
        parameter.value = row.number(1, 0, 1'000'000'000'000);
        parameter.unit = row.text(2);
        parameter.effective_from = row.date(3);
        parameter.effective_to = row.free_date(4);
        parameter.source = row.text(5);
        parameter.mark = row.mark(6);
        const auto name = names.find(parameter.code);
        if (name == names.end()) {
            row.fail(
                {"parameter_names.csv 中没有它的名称", "parameter_names.csv does not name it"});
        } else {
            parameter.zh = name->second.zh;
            parameter.en = name->second.en;
        }
        for (const auto& other : parameters_)
            if (other.code == parameter.code && overlap(other, parameter)) row.fail(overlaps());
        TRY_DO(row.done());
        parameters_.push_back(std::move(parameter));
    }
    return Done{};
}

Result<Done> DatedValues::load_wages(const std::filesystem::path& folder) {
    TRY(auto rows, read_table(folder, "minimum_wages.csv",
                              {"place", "tier", "monthly_fen", "hourly_fen", "effective_from",
                               "effective_to", "source", "mark"}));
    for (auto& row : rows) {
        MinimumWage wage;
        wage.place.text = row.text(0);
        wage.tier = static_cast<int>(row.number(1, 1, 9));
        wage.monthly.value = row.number(2, 1, 100'000'000);
        wage.hourly.value = row.number(3, 1, 1'000'000);
        wage.effective_from = row.date(4);
        wage.effective_to = row.free_date(5);
        wage.source = row.text(6);
        wage.mark = row.mark(7);
        if (!has_form(wage.place)) row.fail({"地区代码不对", "no place code"});
        for (const auto& other : wages_)
            if (other.place == wage.place && overlap(other, wage)) row.fail(overlaps());
        TRY_DO(row.done());
        wages_.push_back(std::move(wage));
    }
    return Done{};
}

Result<Done> DatedValues::load_holidays(const std::filesystem::path& folder) {
    std::map<std::chrono::sys_days, bool> exceptions;
    TRY(auto rows, read_table(folder, "holidays.csv", {"date", "works", "name", "source", "mark"}));
    for (auto& row : rows) {
        const Date date = row.date(0);
        const bool works = row.yes(1);
        (void)row.text(2);
        (void)row.mark(4);
        TRY_DO(row.done());
        if (!exceptions.emplace(std::chrono::sys_days(date), works).second)
            row.fail({"日期重复", "the date occurs twice"});
        TRY_DO(row.done());
        years_.insert(static_cast<int>(date.year()));
    }
    working_days_ = WorkingDays(std::move(exceptions));
    return Done{};
}

Result<Done> DatedValues::load_targets(const std::filesystem::path& folder) {
    TRY(auto rows, read_table(folder, "targets.csv",
                              {"place", "year", "measure", "value", "unit", "source", "mark"}));
    for (auto& row : rows) {
        Target target;
        target.place.text = row.text(0);
        target.year = static_cast<int>(row.number(1, 2000, 2100));
        target.measure = row.text(2);
        target.value = row.number(3, 0, 1'000'000'000'000'000);
        target.unit = row.text(4);
        target.source = row.text(5);
        target.mark = row.mark(6);
        if (!has_form(target.place)) row.fail({"地区代码不对", "no place code"});
        for (const auto& other : targets_)
            if (other.place == target.place && other.year == target.year &&
                other.measure == target.measure)
                row.fail({"同一地区、年度和指标已有目标", "this target occurs twice"});
        TRY_DO(row.done());
        targets_.push_back(std::move(target));
    }
    return Done{};
}

const Parameter* DatedValues::parameter(std::string_view code, Date on) const {
    for (const auto& parameter : parameters_)
        if (parameter.code == code && holds(parameter, on)) return &parameter;
    return nullptr;
}

const MinimumWage* DatedValues::minimum_wage(const PlaceCode& place, Date on) const {
    const auto of = [&](const PlaceCode& wanted) -> const MinimumWage* {
        for (const auto& wage : wages_)
            if (wage.place == wanted && holds(wage, on)) return &wage;
        return nullptr;
    };
    if (const auto* own = of(place)) return own;
    if (const auto* city = of(city_of(place))) return city;
    if (place.text.size() != 6) return nullptr;
    return of({place.text.substr(0, 2) + "0000"});
}

std::vector<Target> DatedValues::targets(const PlaceCode& place, int year) const {
    std::vector<Target> found;
    for (const auto& target : targets_)
        if (target.place == place && target.year == year) found.push_back(target);
    return found;
}

}  // namespace jianghui::codes
