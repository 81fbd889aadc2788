#pragma once
// The rules of the post check as data: severity, legal basis and sentences of every rule
// (post_rules.csv), and the word lists (word_lists/*.csv) that some of them search for.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/describe/enum.hpp>

#include "features/codes/csv_table.hpp"
#include "features/codes/phrase.hpp"
#include "features/codes/text_map.hpp"

namespace jianghui::codes {

/// What a finding does: keeps the post back, sends it to an official, or only tells the author.
enum class Severity { block, review, note };
BOOST_DESCRIBE_ENUM(Severity, block, review, note)

struct PostRule {
    std::string code;
    Severity severity = Severity::review;
    std::string basis;                       ///< law and article
    Text message;                            ///< with {names} that the check fills in
    std::vector<std::string> allow_reasons;  ///< lawful grounds that soften it by one step
    Mark mark = Mark::proposed;
};

/// One row of a word list.
struct WordPattern {
    Phrase phrase;
    std::optional<Phrase> unless;  ///< a match that touches a match of this one does not count
    const PostRule* rule = nullptr;
    std::string text;  ///< the pattern as written
};

class PostRules {
  public:
    /// Fails with data_malformed (a pattern that cannot be read, a rule that is not there).
    [[nodiscard]] static Result<PostRules> load(const std::filesystem::path& folder);

    /// The rule, or nullptr. O(1).
    [[nodiscard]] const PostRule* find(std::string_view code) const;
    [[nodiscard]] const std::vector<PostRule>& rules() const { return *rules_; }
    [[nodiscard]] const std::vector<WordPattern>& patterns() const { return patterns_; }
    /// Numbers of the patterns that can begin with this character, in order. O(1).
    [[nodiscard]] const std::vector<std::size_t>& patterns_from(char32_t first) const;

  private:
    Result<Done> load_words(const std::filesystem::path& folder, std::string_view file);
    /// Shared, so that the patterns' pointers hold when the tables are moved.
    std::shared_ptr<std::vector<PostRule>> rules_ = std::make_shared<std::vector<PostRule>>();
    TextMap<std::size_t> at_;
    std::vector<WordPattern> patterns_;
    std::unordered_map<char32_t, std::vector<std::size_t>> by_first_;
    std::vector<std::size_t> none_;
};

}  // namespace jianghui::codes
