#pragma once
// How text takes the room that it has. Pure.

#include <functional>
#include <string>
#include <vector>

namespace jianghui::print {

/// The width of a text.
using Measure = std::function<double(const std::string&)>;

/// The lines of a paragraph: no line is wider than `width` but by one mark. Marks that may not begin a line stay on the
/// one before, those that may not end one go to the next; a number, a word in Latin letters and a short note in square
/// brackets are not cut in two, unless no line has room for them.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& paragraph, double width,
                                               const Measure& measure);

/// The text, or as much of its beginning as has room with "…" behind it.
[[nodiscard]] std::string fitted(const std::string& text, double width, const Measure& measure);

}  // namespace jianghui::print
