#include "features/entries/credit_grades.hpp"

#include <algorithm>

#include "engine/app/document.hpp"
#include "features/imports/api.hpp"

namespace jianghui::entries {
namespace {

constexpr std::size_t columns = 10;

std::optional<int> digit(const std::string& cell) {
    if (cell.size() != 1 || cell[0] < '1' || cell[0] > '5') return std::nullopt;
    return cell[0] - '0';
}

tl::unexpected<Error> fault_at(std::int64_t row) {
    return refuse(error(grades_malformed).at("credit_grades.csv:" + std::to_string(row)));
}

}  // namespace

Result<CreditGrades> CreditGrades::load(const std::string& folder) {
    TRY(std::string text, app::read_document(folder + "/credit_grades.csv"));
    return read(std::move(text));
}

// scale,scale_zh,scale_en,code,zh,en,from,to,basis,mark
Result<CreditGrades> CreditGrades::read(std::string text) {
    TRY(const auto table, imports::open_table(std::move(text), {}));
    TRY(const auto header, table->next());
    if (!header || header->cells.size() != columns) return fault_at(1);
    CreditGrades grades;
    while (true) {
        TRY(const auto row, table->next());
        if (!row) break;
        if (row->fault || row->cells.size() != columns) return fault_at(row->number);
        const auto& cell = row->cells;
        const auto from = digit(cell[6]);
        const auto to = digit(cell[7]);
        const auto mark = codec::parse_enum<registers::Mark>(cell[9]);
        if (!from || !to || *from > *to || !mark) return fault_at(row->number);
        auto& scales = grades.table_.scales;
        if (scales.empty() || scales.back().id != cell[0])
            scales.push_back({cell[0], {cell[1], cell[2]}, {}});
        scales.back().grades.push_back(
            {cell[0], cell[3], {cell[4], cell[5]}, *from, *to, cell[8], *mark});
    }
    return grades;
}

Result<const GradeScale*> CreditGrades::scale(std::string_view id) const {
    std::vector<std::string> known;
    for (const auto& one : table_.scales) {
        if (one.id == id) return &one;
        known.push_back(one.id);
    }
    return refuse(error(unknown_code).near(std::move(known)));
}

Result<std::vector<CreditGrade>> CreditGrades::translate(std::string_view from,
                                                         std::string_view code,
                                                         std::string_view to) const {
    TRY(const GradeScale* const source, scale(from));
    TRY(const GradeScale* const target, scale(to));
    const auto grade = std::find_if(source->grades.begin(), source->grades.end(),
                                    [&](const auto& one) { return one.code == code; });
    if (grade == source->grades.end()) {
        std::vector<std::string> known;
        for (const auto& one : source->grades) known.push_back(one.code);
        return refuse(error(unknown_code).near(std::move(known)));
    }
    std::vector<CreditGrade> answers;
    for (const auto& one : target->grades)
        if (one.from <= grade->to && grade->from <= one.to) answers.push_back(one);
    return answers;
}

}  // namespace jianghui::entries
