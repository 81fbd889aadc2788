#pragma once
// Short texts as people write them ("急聘：电焊工（包吃住）/南京"), cut into the stretches between
// separators, without words that say nothing.

#include <string>
#include <string_view>
#include <vector>

namespace jianghui::text {

/// A stretch between separators: small letters, half width, nothing but ASCII letters and digits,
/// '+', '#' and Chinese characters.
struct Part {
    std::u32string text;
    bool in_brackets = false;
};

/// The parts of a text in its order; none is empty. Reads at most the first `characters_max`
/// characters; bytes that are no UTF-8 separate. O(n).
[[nodiscard]] std::vector<Part> parts_of(std::string_view text, std::size_t characters_max = 500);

/// The parts of a text in one piece: what two spellings of a name have in common.
[[nodiscard]] std::u32string joined(std::string_view text);

/// A part's smallest pieces: a Chinese character, a run of digits, or a run of letters and digits that
/// begins with a letter ("c++" is one). Views into `part`.
[[nodiscard]] std::vector<std::u32string_view> pieces_of(std::u32string_view part);

/// Words that say nothing about what a text is called ("急聘", "五险一金").
class Noise {
  public:
    Noise() = default;
    explicit Noise(const std::vector<std::string>& words);
    /// The part without these words (longest first) and without digits at its ends. Empty when
    /// fewer than two characters are left of it. O(words × n).
    [[nodiscard]] std::u32string without(std::u32string_view part) const;

  private:
    std::vector<std::u32string> words_;  ///< longest first
};

}  // namespace jianghui::text
