#pragma once
// Spreadsheets keep 46082 and show 2026-03-01, keep 3.5 and show "3.5万". People mean what they see:
// this header turns a stored number and its number format into that text.

#include <string>
#include <string_view>

namespace jianghui::imports {

/// What a number format code means for reading. Formats that this does not understand (scaling by
/// thousands, fractions, conditions) are `general`: the plain number.
struct NumberStyle {
    enum class Kind { general, decimal, percent, date, date_time, time };
    Kind kind = Kind::general;
    int decimals = 0;        ///< places shown after the point (decimal, percent)
    int digits_min = 0;      ///< leading zeros up to so many digits before the point
    std::string prefix;      ///< literal text before and after the number: "¥", "万", "元/月"
    std::string suffix;
    bool operator==(const NumberStyle&) const = default;
};

/// Reads the first section of a format code such as `yyyy"年"m"月"d"日"` or `#,##0.00"元"`.
[[nodiscard]] NumberStyle parse_number_format(std::string_view code);
/// The style of the numbered formats that XLSX files use without spelling them out (ECMA-376 part 1,
/// 18.8.30, with the Chinese date formats 27–36 and 50–58).
[[nodiscard]] NumberStyle builtin_number_format(int id);

/// The text that a person sees. `stored` is the number as the file spells it; `epoch_1904` is the
/// workbook's date system. Dates come out as 2026-03-01, with " 08:30:00" when there is a time of
/// day; whole numbers keep all digits that the file has. Text that is not a number is returned as
/// it is.
[[nodiscard]] std::string shown_number(std::string_view stored, const NumberStyle& style,
                                       bool epoch_1904);

}  // namespace jianghui::imports
