#pragma once
// What holds from one day to another: parameters of the rules, minimum wages, holidays, targets.
// Nothing of it is in the code; every value names its source and how sure it is.

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "features/codes/csv_table.hpp"

namespace jianghui::codes {

/// A versioned number of the rules, in force from `effective_from` to `effective_to` inclusive.
struct Parameter {
    std::string code;
    std::int64_t value = 0;
    std::string unit;
    Date effective_from;
    std::optional<Date> effective_to;
    std::string source;
    Mark mark = Mark::proposed;
    std::string zh;  ///< what it is, for people
    std::string en;
};

/// The minimum wage of a place, in force from one day to another inclusive (最低工资规定 §5).
struct MinimumWage {
    PlaceCode place;  ///< a county, or a city or province for the counties without their own row
    int tier = 1;
    Fen monthly;  ///< full-time work
    Fen hourly;   ///< part-time work (非全日制)
    Date effective_from;
    std::optional<Date> effective_to;
    std::string source;
    Mark mark = Mark::recalled;
};

/// What a plan wants of a place in a year, in the unit of the figure.
struct Target {
    PlaceCode place;
    int year = 0;
    std::string measure;  ///< revenue, employment, employers or talent
    std::int64_t value = 0;
    std::string unit;  ///< fen, person_times, employer_times or persons
    std::string source;
    Mark mark = Mark::found;
};

class DatedValues {
  public:
    /// Reads parameters.csv, parameter_names.csv, minimum_wages.csv, holidays.csv, targets.csv.
    /// Fails with data_malformed, also when two values of one thing hold on the same day.
    [[nodiscard]] static Result<DatedValues> load(const std::filesystem::path& folder);

    /// The parameter in force on the day, or nullptr. O(parameters).
    [[nodiscard]] const Parameter* parameter(std::string_view code, Date on) const;
    [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }

    /// The minimum wage in force on the day: the place's own row, else its city's, else its
    /// province's; nullptr when none is known. O(rows).
    [[nodiscard]] const MinimumWage* minimum_wage(const PlaceCode& place, Date on) const;
    [[nodiscard]] const std::vector<MinimumWage>& minimum_wages() const { return wages_; }

    [[nodiscard]] const WorkingDays& working_days() const { return working_days_; }
    /// Whether the State Council's notice for the year is in the data. Without it working days
    /// follow the week alone, and clocks that cross the year are to be shown as preliminary.
    [[nodiscard]] bool has_holidays(int year) const { return years_.count(year) > 0; }

    /// The targets of a place for a year; empty when there are none. O(targets).
    [[nodiscard]] std::vector<Target> targets(const PlaceCode& place, int year) const;
    [[nodiscard]] const std::vector<Target>& all_targets() const { return targets_; }

  private:
    Result<Done> load_parameters(const std::filesystem::path& folder);
    Result<Done> load_wages(const std::filesystem::path& folder);
    Result<Done> load_holidays(const std::filesystem::path& folder);
    Result<Done> load_targets(const std::filesystem::path& folder);

    std::vector<Parameter> parameters_;
    std::vector<MinimumWage> wages_;
    std::vector<Target> targets_;
    WorkingDays working_days_{{}};
    std::set<int> years_;
};

}  // namespace jianghui::codes
