#pragma once
// What a grade of one scale of credit means on another (四川, 重庆, national). Data:
// data/credit_grades.csv, every line with its basis and how sure it is. Each grade covers a stretch
// of one common axis, 1 (worst) … 5 (best); two grades answer each other where their stretches meet.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "engine/registers/definition.hpp"

namespace jianghui::entries {

struct CreditGrade {
    std::string scale;
    std::string code;
    Text title;
    int from = 1;  ///< of the axis
    int to = 1;
    std::string basis;
    registers::Mark mark = registers::Mark::P;
};
BOOST_DESCRIBE_STRUCT(CreditGrade, (), (scale, code, title, from, to, basis, mark))

struct GradeScale {
    std::string id;
    Text title;
    std::vector<CreditGrade> grades;  ///< best first
};
BOOST_DESCRIBE_STRUCT(GradeScale, (), (id, title, grades))
struct GradeTable {
    std::vector<GradeScale> scales;
    int axis = 5;
};
BOOST_DESCRIBE_STRUCT(GradeTable, (), (scales, axis))

class CreditGrades {
  public:
    /// Reads credit_grades.csv of the folder. Fails with grades_malformed at "file:line".
    [[nodiscard]] static Result<CreditGrades> load(const std::string& folder);
    /// From the text of the file, for tests.
    [[nodiscard]] static Result<CreditGrades> read(std::string text);

    [[nodiscard]] const GradeTable& table() const { return table_; }
    /// The grades of scale `to` that answer to a grade of scale `from`, best first; several where the
    /// scales are not equally fine. Fails with unknown_code and the codes that there are.
    [[nodiscard]] Result<std::vector<CreditGrade>> translate(std::string_view from,
                                                             std::string_view code,
                                                             std::string_view to) const;

  private:
    [[nodiscard]] Result<const GradeScale*> scale(std::string_view id) const;
    GradeTable table_;
};

inline constexpr ErrorCode grades_malformed{
    "grades_malformed", Kind::invalid, "信用等级对照表有误。请按所列行号改正。",
    "The table of credit grades has a fault. Correct the line named."};

}  // namespace jianghui::entries
