#pragma once
// The words around the amounts of pay: taken out of the text one kind after the other, until only the
// amounts are left (salary.cpp).

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "features/imports/salary.hpp"

namespace jianghui::imports {

/// Text that is taken apart word by word; what was taken leaves a blank.
class PayWords {
  public:
    explicit PayWords(std::u32string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::u32string& text() const { return text_; }
    [[nodiscard]] bool has(std::u32string_view word) const {
        return text_.find(word) != std::u32string::npos;
    }
    /// Takes every occurrence of the word.
    bool take(std::u32string_view word) {
        bool found = false;
        for (auto at = text_.find(word); at != std::u32string::npos; at = text_.find(word, at)) {
            text_.replace(at, word.size(), 1, U' ');
            found = true;
        }
        return found;
    }
    template <std::size_t N>
    bool take_any(const std::array<std::u32string_view, N>& words) {
        bool found = false;
        for (const auto word : words) found = take(word) || found;
        return found;
    }
    void replace(std::u32string_view word, std::u32string_view by) {
        for (auto at = text_.find(word); at != std::u32string::npos;
             at = text_.find(word, at + by.size()))
            text_.replace(at, word.size(), by);
    }
    /// Takes `count` characters from `at`, and gives them back.
    std::u32string cut(std::size_t at, std::size_t count) {
        auto out = text_.substr(at, count);
        text_.replace(at, count, 1, U' ');
        return out;
    }
    /// Leaves blanks only where they separate two numbers.
    void close_gaps() {
        std::u32string out;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i] != U' ') {
                out += text_[i];
                continue;
            }
            const auto next = text_.find_first_not_of(U' ', i);
            if (next == std::u32string::npos) break;
            const auto digit = [](char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.'; };
            if (!out.empty() && digit(out.back()) && digit(text_[next])) out += U' ';
            i = next - 1;
        }
        text_ = std::move(out);
    }

  private:
    std::u32string text_;
};

/// Half width, small letters, one kind of dash, dot, comma and bracket.
[[nodiscard]] PayWords pay_words(std::string_view text);

/// What a text says about the amount: at least, or at most so much.
struct PayBounds {
    bool above = false;  ///< 以上
    bool below = false;  ///< 以下
};

/// Takes commas out of 12,000 and 1,200,000.
void close_thousands(PayWords& words);
/// "13薪", "十三薪", "*13", "双薪". Nothing when the number is not one of months.
void take_months(PayWords& words, Salary& salary);
/// 面议 and its spellings: whether one was there.
bool take_negotiable(PayWords& words);
/// The units that the text names, each once.
std::vector<SalaryHint::Unit> take_units(PayWords& words);
/// "以上", "以下", "左右".
PayBounds take_bounds(PayWords& words, Salary& salary);
/// "(税前)" becomes a remark; "(元/月)" and "(6-8千)" stay.
void take_parentheses(PayWords& words, Salary& salary);
/// "+" at the end means "or more"; "+提成" is a remark.
void take_plus(PayWords& words, Salary& salary, PayBounds& bounds);
/// Words that say nothing about amount or unit.
void take_noise(PayWords& words, Salary& salary);

}  // namespace jianghui::imports
