#pragma once
// What is wrong with one row of an uploaded list: where, what was found, and what would have been
// accepted. A fault refuses one row; a Result's Error refuses the whole file.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::imports {

/// One finding about one cell (or about the whole row, when `column` is empty).
struct RowFault {
    std::int64_t row = 0;               ///< as a spreadsheet program numbers it; the header is row 1
    std::string column;                 ///< the header as the file spells it
    std::string value;                  ///< what was found; masked where it is personal
    std::string code;                   ///< stable: one of the ErrorCodes below
    Text message;                       ///< what happened and what to do
    std::vector<std::string> accepted;  ///< spellings that would have been accepted
    bool operator==(const RowFault&) const = default;
};

/// The text with control characters turned to blanks (line ends kept when `lines`), cut to at most
/// `bytes_max` bytes between characters: fit to be kept and shown.
[[nodiscard]] std::string printable(std::string_view text, std::size_t bytes_max = 200,
                                    bool lines = false);

/// A fault with the catalogue's sentence, still without a row and column.
[[nodiscard]] RowFault fault(const ErrorCode& code, std::string_view value,
                             std::vector<std::string> accepted = {});

/// A value or the fault that explains why there is none. Cell parsers return this.
template <class T>
using Cell = tl::expected<T, RowFault>;

/// Shorthand for `return tl::unexpected(fault(...))`.
[[nodiscard]] inline tl::unexpected<RowFault> reject(const ErrorCode& code, std::string_view value,
                                                     std::vector<std::string> accepted = {}) {
    return tl::unexpected<RowFault>(fault(code, value, std::move(accepted)));
}

// Faults of the file's form, found by the readers.
inline constexpr ErrorCode stray_after_quote{
    "stray_after_quote", Kind::invalid, "右引号之后还有文字。请把单元格内的引号写成两个引号。",
    "There is text after a closing quote. Write a quote inside a cell as two quotes."};
inline constexpr ErrorCode unterminated_quote{
    "unterminated_quote", Kind::invalid, "左引号没有对应的右引号。请补上引号。",
    "A quote is opened and never closed. Close it."};
inline constexpr ErrorCode cell_too_long{"cell_too_long", Kind::invalid,
                                         "单元格内容过长。请缩短到限制以内。",
                                         "A cell is too long. Shorten it."};
inline constexpr ErrorCode too_many_columns{
    "too_many_columns", Kind::invalid, "这一行的列数超过限制。请检查分隔符和引号。",
    "This row has more columns than allowed. Check the delimiter and the quotes."};
inline constexpr ErrorCode extra_cells{
    "extra_cells", Kind::invalid, "这一行的单元格比表头多。请检查分隔符，或给多出的列加上表头。",
    "This row has more cells than the header. Check the delimiters, or name the extra columns."};

// Faults of the content, found by the cell parsers and the row rules.
inline constexpr ErrorCode cell_missing{"cell_missing", Kind::invalid, "必填的单元格是空的。请填写。",
                                        "A required cell is empty. Fill it in."};
inline constexpr ErrorCode number_unreadable{"number_unreadable", Kind::invalid,
                                             "看不懂这个数字。请只写一个整数。",
                                             "This is not readable as a number. Write one number."};
inline constexpr ErrorCode number_out_of_range{"number_out_of_range", Kind::invalid,
                                               "数字超出允许范围。",
                                               "The number is outside the allowed range."};
inline constexpr ErrorCode date_unreadable{
    "date_unreadable", Kind::invalid, "看不懂这个日期。请写成 2026-03-01。",
    "This is not readable as a date. Write it as 2026-03-01."};
inline constexpr ErrorCode date_ambiguous{
    "date_ambiguous", Kind::invalid, "日期的年、月、日不能确定。请写成 2026-03-01。",
    "Year, month and day cannot be told apart. Write the date as 2026-03-01."};
inline constexpr ErrorCode dates_reversed{"dates_reversed", Kind::invalid,
                                          "结束日期早于开始日期。请核对。",
                                          "The end is before the start. Please check."};
inline constexpr ErrorCode salary_unreadable{
    "salary_unreadable", Kind::invalid, "看不懂这个薪资。请写明金额和单位，或写“面议”。",
    "This is not readable as pay. Give amount and unit, or write 面议 (negotiable)."};
inline constexpr ErrorCode salary_unit_missing{
    "salary_unit_missing", Kind::invalid, "薪资没有写明按月、按天、按小时还是按件。请补上单位。",
    "The pay does not say whether it is per month, day, hour or piece. Add the unit."};
inline constexpr ErrorCode salary_reversed{"salary_reversed", Kind::invalid,
                                           "最低薪资高于最高薪资。请核对。",
                                           "The lowest pay is above the highest. Please check."};
inline constexpr ErrorCode salary_out_of_range{
    "salary_out_of_range", Kind::invalid, "薪资为零或高得不合常理。请核对金额和单位。",
    "The pay is zero or implausibly high. Check amount and unit."};
inline constexpr ErrorCode education_unknown{"education_unknown", Kind::invalid,
                                             "看不懂这个学历。请选用列出的学历之一。",
                                             "This education level is not known. Use one listed."};
inline constexpr ErrorCode experience_unreadable{
    "experience_unreadable", Kind::invalid, "看不懂这个工作经验要求。请写成“3-5年”或“不限”。",
    "This experience is not readable. Write 3-5年 or 不限 (any)."};
inline constexpr ErrorCode word_unknown{"word_unknown", Kind::invalid,
                                        "看不懂这个词。请选用列出的写法之一。",
                                        "This word is not known. Use one of those listed."};
inline constexpr ErrorCode place_unknown{"place_unknown", Kind::invalid,
                                         "找不到这个行政区。请写县区名称或六位行政区划代码。",
                                         "There is no such place. Give a county or a 6-digit code."};
inline constexpr ErrorCode place_ambiguous{
    "place_ambiguous", Kind::invalid, "有几个同名的行政区。请写明城市，例如“泸州市江阳区”。",
    "Several places have this name. Name the city as well."};
inline constexpr ErrorCode occupation_code_unknown{
    "occupation_code_unknown", Kind::invalid, "没有这个职业编码。请核对，或留空由系统按岗位名称建议。",
    "There is no such occupation code. Check it, or leave it empty to have one suggested."};
inline constexpr ErrorCode phone_unreadable{"phone_unreadable", Kind::invalid,
                                            "手机号码不对。请写 11 位手机号码。",
                                            "This is not a mobile number of 11 digits."};
inline constexpr ErrorCode id_number_invalid{
    "id_number_invalid", Kind::invalid, "身份证号码的位数、日期或校验码不对。请核对原件。",
    "The ID number's length, date or check character is wrong. Compare it with the card."};
inline constexpr ErrorCode text_too_long{"text_too_long", Kind::invalid,
                                         "文字过长。请缩短到限制以内。",
                                         "The text is too long. Shorten it."};

}  // namespace jianghui::imports
