#pragma once
// The little language of data/word_lists: what to look for in a text.
//
//   限(男|女)(性|士)?      alternatives in brackets, ? for "may be missing"
//   身高(要求)?#           # stands for one digit, also a Chinese numeral (一 … 十, 两, 百, 千, 万)
//   (和|或)*               * for "any number of times" (at most eight)
//
// Matching needs no backtracking: the set of possible ends is carried along.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jianghui::codes {

class Phrase {
  public:
    /// Reads a pattern. Nothing when brackets do not close, a mark stands alone, or the pattern
    /// could match nothing at all.
    [[nodiscard]] static std::optional<Phrase> parse(std::string_view pattern);

    /// The end of the longest match that begins at `from`; nothing when there is none. O(pattern ×
    /// length of the match).
    [[nodiscard]] std::optional<std::size_t> match(std::u32string_view text,
                                                   std::size_t from) const;
    /// The characters that a match can begin with; `any_digit` stands for '#'.
    [[nodiscard]] std::u32string first_characters() const;

    static constexpr char32_t any_digit = U'#';
    /// Whether a character counts as a digit here.
    [[nodiscard]] static bool is_digit(char32_t c);

  private:
    struct Item;
    using Sequence = std::vector<Item>;
    struct Item {
        char32_t character = 0;  ///< 0: a group
        std::vector<Sequence> alternatives;
        bool may_miss = false;
        bool repeats = false;
    };
    class Reader;
    using Ends = std::vector<std::size_t>;
    static void match_sequence(const Sequence& sequence, std::u32string_view text, Ends& ends);
    static void match_item(const Item& item, std::u32string_view text, const Ends& from, Ends& to);
    static bool collect_first(const Sequence& sequence, std::u32string& characters);

    std::vector<Sequence> alternatives_;
};

}  // namespace jianghui::codes
