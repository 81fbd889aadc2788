#pragma once
// Points out rows that say the same thing twice: the same post of the same employer in the same
// place with equal or similar text, or the same person. Works as rows are read; the first row of a
// group stands, later ones name it.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/base/base.hpp"

namespace jianghui::imports {

/// Why a row is taken for a repetition.
enum class DuplicateReason {
    same_row,             ///< every cell is the same
    same_post_same_text,  ///< employer, title, place and text are equal, spelling signs apart
    same_post_similar_text,
    same_id_number,
    same_name_and_phone,
    known_already  ///< the register has this person, and the row adds nothing
};
BOOST_DESCRIBE_ENUM(DuplicateReason, same_row, same_post_same_text, same_post_similar_text,
                    same_id_number, same_name_and_phone, known_already)
/// The reason in words.
[[nodiscard]] Text reason_text(DuplicateReason reason);

/// The earlier row that a row repeats.
struct DuplicateOf {
    std::int64_t row = 0;  ///< 0 for known_already
    DuplicateReason reason = DuplicateReason::same_row;
    int similarity_per_mille = 1000;  ///< of the texts: shared pairs of characters (Jaccard)
    bool operator==(const DuplicateOf&) const = default;
};

/// What is compared of a demand row.
struct PostFacts {
    std::int64_t row = 0;
    std::string employer;
    std::string title;
    std::string place;
    std::string terms;  ///< period, shift and kind: where these differ, the demands differ
    std::string pay;
    std::string text;   ///< description, skills, benefits
    std::string cells;  ///< all cells, for same_row
};
/// What is compared of a supply row. Kept in memory as digests only.
struct PersonFacts {
    std::int64_t row = 0;
    std::string id_number;
    std::string name;
    std::string phone;
    std::string cells;
};

/// Share of common character pairs of two texts (Jaccard, per mille), compared without white space,
/// punctuation, width and case; two empty texts are equal. Deterministic. O(n log n).
[[nodiscard]] int text_similarity(std::string_view a, std::string_view b);

/// The rows seen so far. Rows are grouped by exact employer, title, place and terms; within a group a
/// text is compared with the first 64 different ones, so that adding n rows costs O(n) comparisons
/// at worst. Texts of 800 ‰ and more are similar; when both are shorter than 12 characters there is
/// no text to judge by, and the pay must be equal instead.
class NearDuplicates {
  public:
    static constexpr int similar_per_mille = 800;
    static constexpr std::size_t compared_max = 64;
    static constexpr std::size_t judged_characters_min = 12;

    /// The earlier row that this one repeats; nothing when it is new, and then it is remembered.
    [[nodiscard]] std::optional<DuplicateOf> add(const PostFacts& facts);
    [[nodiscard]] std::optional<DuplicateOf> add(const PersonFacts& facts);

  private:
    struct Member {
        std::int64_t row = 0;
        std::uint64_t pay = 0;
        std::uint64_t text = 0;
        std::size_t characters = 0;
        std::vector<std::uint32_t> pairs;
    };
    using Rows = std::unordered_map<std::uint64_t, std::int64_t>;
    std::optional<DuplicateOf> seen_cells(std::int64_t row, const std::string& cells);

    Rows cells_;
    Rows id_numbers_;
    Rows names_and_phones_;
    std::unordered_map<std::uint64_t, std::vector<Member>> groups_;
};

}  // namespace jianghui::imports
