#include "features/pay_surveys/guide.hpp"

#include <algorithm>

namespace jianghui::pay_surveys {
namespace {

constexpr std::string_view used[] = {
    "pay_companies_min",   "pay_persons_min",      "pay_largest_percent",
    "pay_two_largest_percent", "pay_hidden_persons", "pay_hidden_percent",
    "pay_industry_companies_min", "pay_months_min", "pay_outlier_factor",
    "pay_outlier_per_mille", "pay_full_time_hours"};

std::string mark_text(codes::Mark mark) {
    return mark == codes::Mark::found ? "F" : mark == codes::Mark::recalled ? "K" : "P";
}

Limits limits_of(const std::vector<UsedParameter>& parameters) {
    Limits limits;
    limits.companies = value_of(parameters, "pay_companies_min", limits.companies);
    limits.persons = value_of(parameters, "pay_persons_min", limits.persons);
    limits.largest = value_of(parameters, "pay_largest_percent", limits.largest);
    limits.two_largest = value_of(parameters, "pay_two_largest_percent", limits.two_largest);
    limits.hidden_persons = value_of(parameters, "pay_hidden_persons", limits.hidden_persons);
    limits.hidden_percent = value_of(parameters, "pay_hidden_percent", limits.hidden_percent);
    return limits;
}

/// The places that a guide tells apart: cities in a province's survey, else counties.
std::string column_of(const SurveyRow& survey, const PlaceCode& place) {
    const bool of_province = survey.place.text.substr(2) == "0000";
    return of_province ? city_of(place).text : place.text;
}

/// 1 ÷ probability × asked ÷ accepted of the company's industry, in millionths.
std::int64_t weight_of(const FrameRow& company, const std::map<std::string, std::int64_t>& asked,
                       const std::map<std::string, std::int64_t>& accepted) {
    return std::max<std::int64_t>(1, rounded(Wide{company.weight} * asked.at(company.industry),
                                             accepted.at(company.industry)));
}

/// What companies said of labour cost, with their weights among those who did.
std::vector<CostAnswer> cost_answers(const std::vector<Accepted>& answers,
                                     const std::map<std::string, std::int64_t>& asked) {
    std::map<std::string, std::int64_t> accepted;
    for (const auto& one : answers)
        if (one.cost) ++accepted[one.company.industry];
    std::vector<CostAnswer> costs;
    for (const auto& one : answers)
        if (one.cost)
            costs.push_back({one.answer.company, one.company.industry,
                             weight_of(one.company, asked, accepted), *one.cost});
    return costs;
}

/// The rows of all answers that count, with their weights; what is left out is counted in `guide`.
std::vector<Answered> counted(const SurveyRow& survey, const std::vector<Accepted>& answers,
                              const std::map<std::string, std::int64_t>& asked,
                              const codes::Tables& tables, Guide& guide) {
    std::map<std::string, std::int64_t> accepted;
    for (const auto& one : answers) ++accepted[one.company.industry];
    const auto months = value_of(survey.parameters, "pay_months_min", 12);
    std::vector<Answered> all;
    for (const auto& one : answers) {
        const std::int64_t weight = weight_of(one.company, asked, accepted);
        for (const auto& row : one.rows) {
            if (row.months < months) ++guide.short_year;
            else if (below_minimum_wage(row, {one.answer.place, one.answer.size, survey.year}, tables))
                ++guide.outliers;
            else
                all.push_back({row.occupation.text, row.level.text,
                               column_of(survey, one.answer.place), one.answer.company,
                               {row.total(), weight}});
        }
    }
    return all;
}

/// Takes off what is more than `factor` times the high percentile of its occupation.
void trim(std::vector<Answered>& answers, const std::vector<UsedParameter>& parameters,
          Guide& guide) {
    std::map<std::string, std::vector<Paid>> paid;
    for (const auto& one : answers) paid[one.occupation].push_back(one.paid);
    const auto high = static_cast<int>(value_of(parameters, "pay_outlier_per_mille", 995));
    const auto factor = value_of(parameters, "pay_outlier_factor", 3);
    std::map<std::string, std::int64_t> most;
    for (auto& [occupation, values] : paid) {
        sort_by_pay(values);
        most[occupation] = percentile(values, high) * factor;
    }
    const auto before = answers.size();
    std::erase_if(answers, [&](const Answered& one) { return one.paid.fen > most[one.occupation]; });
    guide.outliers += static_cast<std::int64_t>(before - answers.size());
}

/// Persons of one published cell.
struct CellPersons {
    std::vector<Paid> paid;
    std::set<OrganisationId> companies;
    void add(const Answered& one) {
        paid.push_back(one.paid);
        companies.insert(one.company);
    }
};

/// Writes the cells of one table: its total, the places, the levels, the cells inside.
class TableCells {
  public:
    TableCells(const Table& table, const std::vector<const Answered*>& answers, Guide& guide)
        : table_(&table), guide_(&guide) {
        for (std::size_t r = 0; r < table.levels.size(); ++r)
            for (const auto& level : table.levels[r]) row_of_[level] = r;
        for (std::size_t c = 0; c < table.places.size(); ++c)
            for (const auto& place : table.places[c]) column_of_[place] = c;
        for (const auto* one : answers) {
            const auto r = row_of_.at(one->level);
            const auto c = column_of_.at(one->place);
            all_.add(*one);
            rows_[r].add(*one);
            columns_[c].add(*one);
            inside_[{r, c}].add(*one);
        }
    }
    void write() {
        guide_->persons += static_cast<std::int64_t>(all_.paid.size());
        add("", "", all_, false);
        const bool levels = table_->levels.size() > 1;
        const bool places = table_->places.size() > 1;
        for (auto& [c, persons] : columns_)
            if (places) add("", joined(table_->places[c]), persons, false);
        for (auto& [r, persons] : rows_)
            if (levels) add(joined(table_->levels[r]), "", persons, false);
        for (auto& [at, persons] : inside_)
            if (levels && places)
                add(joined(table_->levels[at.first]), joined(table_->places[at.second]), persons,
                    table_->hidden[at.first][at.second]);
    }

  private:
    void add(const std::string& level, const std::string& place, CellPersons& persons,
             bool hidden) {
        CellRow cell;
        cell.line = static_cast<int>(guide_->cells.size()) + 1;
        cell.occupation = table_->occupation;
        cell.pooled = table_->members != std::vector<std::string>{table_->occupation} ? 1 : 0;
        cell.level = level;
        cell.place = place;
        cell.hidden = hidden ? 1 : 0;
        if (!hidden) {
            sort_by_pay(persons.paid);
            cell.persons = static_cast<std::int64_t>(persons.paid.size());
            cell.companies = static_cast<std::int64_t>(persons.companies.size());
            cell.p10 = percentile(persons.paid, 100);
            cell.p25 = percentile(persons.paid, 250);
            cell.p50 = percentile(persons.paid, 500);
            cell.p75 = percentile(persons.paid, 750);
            cell.p90 = percentile(persons.paid, 900);
            cell.mean = mean(persons.paid);
        }
        guide_->cells.push_back(std::move(cell));
    }

    const Table* table_;
    Guide* guide_;
    std::map<std::string, std::size_t> row_of_;
    std::map<std::string, std::size_t> column_of_;
    CellPersons all_;
    std::map<std::size_t, CellPersons> rows_;
    std::map<std::size_t, CellPersons> columns_;
    std::map<std::pair<std::size_t, std::size_t>, CellPersons> inside_;
};

}  // namespace

std::int64_t value_of(const std::vector<UsedParameter>& parameters, std::string_view code,
                      std::int64_t otherwise) {
    for (const auto& one : parameters)
        if (one.code == code) return one.value;
    return otherwise;
}

std::vector<UsedParameter> parameters_on(const codes::Tables& tables, Date day) {
    std::vector<UsedParameter> parameters;
    for (const auto code : used)
        if (const auto* found = tables.parameter(code, day))
            parameters.push_back({found->code, {found->zh, found->en}, found->value, found->unit,
                                  mark_text(found->mark), found->source});
    return parameters;
}

Guide guide_of(const SurveyRow& survey, const std::vector<Accepted>& answers,
               const std::map<std::string, std::int64_t>& asked, const codes::Tables& tables) {
    Guide guide;
    auto all = counted(survey, answers, asked, tables, guide);
    trim(all, survey.parameters, guide);
    std::map<std::string, std::vector<const Answered*>> by_occupation;
    for (const auto& one : all) by_occupation[one.occupation].push_back(&one);
    const Limits limits = limits_of(survey.parameters);
    for (const auto& table : protect(all, limits)) {
        std::vector<const Answered*> of_table;
        for (const auto& member : table.members) {
            const auto& more = by_occupation.at(member);
            of_table.insert(of_table.end(), more.begin(), more.end());
        }
        TableCells(table, of_table, guide).write();
    }
    guide.costs = costs_of(cost_answers(answers, asked), limits);
    return guide;
}

}  // namespace jianghui::pay_surveys
