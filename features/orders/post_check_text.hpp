#pragma once
// Finds the words of data/word_lists in what people write, however they space it out: "限 男 性",
// "限-男", "ｘｘ优先". Pure.

#include <string>
#include <string_view>
#include <vector>

#include "features/codes/api.hpp"

namespace jianghui::orders {

/// A place where a rule's words stand.
struct WordHit {
    const codes::PostRule* rule = nullptr;
    std::string words;      ///< as normalised
    bool split_up = false;  ///< every character stood alone between marks ("限，男，性")
};

/// The text as it is searched: half width, lower case, simplified where a traditional form is
/// known, without blanks, marks and signs inside a clause; U'\n' where a clause ends (，。；！？
/// and line ends);
/// '-' only between digits ("18-45").
[[nodiscard]] std::u32string normalise_post(std::string_view text);

/// The hits in the text. Of hits that touch one another the graver counts, then the longer, then
/// the one listed first. A hit that touches its row's exception does not count. O(text × patterns
/// that begin with the character).
[[nodiscard]] std::vector<WordHit> find_words(std::string_view text, const codes::PostRules& rules);

}  // namespace jianghui::orders
