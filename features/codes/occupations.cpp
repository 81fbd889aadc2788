#include "features/codes/occupations.hpp"

#include <algorithm>
#include <cmath>

namespace jianghui::codes {
namespace {

constexpr std::size_t title_length_max = 40;
constexpr std::size_t suggestions_max = 3;
constexpr int name_confidence = 1000;
constexpr int alias_is_name = 900;
constexpr int contained_base = 550;
constexpr int contained_by_length = 400;
constexpr int contained_goes_on = 60;
constexpr float pairs_scale = 700;
constexpr int pairs_least = 250;

bool is_open_bracket(char32_t c) {
    return std::u32string_view(U"([{（【《「『<").find(c) != std::u32string_view::npos;
}
bool is_close_bracket(char32_t c) {
    return std::u32string_view(U")]}）】》」』>").find(c) != std::u32string_view::npos;
}
/// Letters and digits of a title; everything else only separates.
bool counts(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

struct Title {
    std::u32string outside;
    std::u32string inside;  ///< what stands in brackets
};

Title read_title(std::string_view text) {
    Title title;
    int depth = 0;
    for (char32_t c : decode_utf8(half_width(text.substr(0, title_length_max * 8)))) {
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (is_open_bracket(c)) ++depth;
        if (is_close_bracket(c) && depth > 0) --depth;
        if (!counts(c)) continue;
        auto& part = depth > 0 ? title.inside : title.outside;
        if (part.size() < title_length_max) part.push_back(c);
    }
    return title;
}

std::uint64_t pair_of(char32_t a, char32_t b) {
    return static_cast<std::uint64_t>(a) << 32U | b;
}

/// The title's pairs, each once.
std::vector<std::uint64_t> pairs_in(std::u32string_view text) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back(pair_of(text[i], text[i + 1]));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace

/// The best score of every occupation touched so far.
struct Occupations::Scores {
    std::vector<OccupationSuggestion> found;
    void offer(const Entry& occupation, int confidence, const std::string& matched) {
        for (auto& known : found)
            if (known.occupation == &occupation) {
                if (confidence > known.confidence) known = {&occupation, confidence, matched};
                return;
            }
        found.push_back({&occupation, confidence, matched});
    }
    std::vector<OccupationSuggestion> best() {
        std::sort(found.begin(), found.end(),
                  [](const OccupationSuggestion& a, const OccupationSuggestion& b) {
                      if (a.confidence != b.confidence) return a.confidence > b.confidence;
                      return a.occupation->code < b.occupation->code;
                  });
        if (found.size() > suggestions_max) found.resize(suggestions_max);
        return std::move(found);
    }
};

Result<Occupations> Occupations::load(const std::filesystem::path& folder) {
    Occupations occupations;
    constexpr std::string_view file = "occupations.csv";
    TRY(auto rows, read_table(folder, file, {"code", "name", "level", "parent", "mark"}));
    std::vector<Entry> entries;
    std::vector<std::int64_t> lines;
    for (auto& row : rows) {
        Entry entry{row.text(0), row.text(1), row.free_text(3),
                    static_cast<int>(row.number(2, 1, 4))};
        if (!has_form(OccupationCode{entry.code})) row.fail({"职业代码不对", "no occupation code"});
        (void)row.mark(4);
        TRY_DO(row.done());
        entries.push_back(std::move(entry));
        lines.push_back(row.line());
    }
    TRY(occupations.tree_, CodeTree::create(file, std::move(entries), lines));
    const auto& all = occupations.tree_.entries();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].level == 4) occupations.terms_.push_back({i, name_confidence, all[i].name, 0});
    TRY(auto aliases,
        read_table(folder, "occupation_aliases.csv", {"alias", "code", "confidence", "mark"}));
    for (auto& row : aliases) {
        const Entry* occupation = occupations.tree_.find(row.text(1));
        if (occupation == nullptr || occupation->level != 4)
            row.fail({"没有这个职业（细类）", "there is no such occupation of the fourth level"});
        const int confidence = static_cast<int>(row.number(2, 1, name_confidence - 1));
        (void)row.mark(3);
        TRY_DO(row.done());
        occupations.terms_.push_back(
            {static_cast<std::size_t>(occupation - all.data()), confidence, row.text(0), 0});
    }
    TRY(auto noise, read_table(folder, "title_noise.csv", {"word", "mark"}));
    for (auto& row : noise) {
        occupations.noise_.push_back(decode_utf8(row.text(0)));
        (void)row.mark(1);
        TRY_DO(row.done());
    }
    occupations.index_terms();
    return occupations;
}

void Occupations::index_terms() {
    std::stable_sort(noise_.begin(), noise_.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<std::vector<std::uint64_t>> pairs_of_term(terms_.size());
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const Title title = read_title(terms_[i].text);
        const std::u32string text = title.outside + title.inside;
        // A name goes before an alias of the same letters; the data has no two aliases alike.
        term_at_.emplace(text, i);
        longest_term_ = std::max(longest_term_, text.size());
        pairs_of_term[i] = pairs_in(text);
        for (const auto pair : pairs_of_term[i])
            pairs_[pair].terms.push_back(static_cast<std::uint32_t>(i));
    }
    for (auto& [pair, entry] : pairs_)
        entry.weight =
            std::log1p(static_cast<float>(terms_.size()) / static_cast<float>(entry.terms.size()));
    for (std::size_t i = 0; i < terms_.size(); ++i)
        for (const auto pair : pairs_of_term[i]) terms_[i].weight += pairs_.at(pair).weight;
}

std::u32string Occupations::without_noise(std::u32string_view title) const {
    std::u32string text(title);
    for (const auto& word : noise_) {
        for (auto at = text.find(word); at != std::u32string::npos; at = text.find(word, at)) {
            // What would leave nothing of the title is the title.
            if (text.size() - word.size() < 2) return text;
            text.erase(at, word.size());
        }
    }
    return text;
}

const Entry* Occupations::find_by_name(std::string_view name) const {
    const Title title = read_title(name);
    const auto found = term_at_.find(title.outside + title.inside);
    if (found == term_at_.end() || terms_[found->second].confidence < alias_is_name) return nullptr;
    return &tree_.entries()[terms_[found->second].occupation];
}

void Occupations::score_contained(std::u32string_view title, Scores& scores) const {
    std::size_t longest = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        for (std::size_t length = std::min(longest_term_, title.size() - at); length >= 2;
             --length) {
            const auto found = term_at_.find(title.substr(at, length));
            if (found == term_at_.end()) continue;
            const Term& term = terms_[found->second];
            int confidence = contained_base + contained_by_length * static_cast<int>(length) /
                                                  static_cast<int>(title.size());
            if (at + length != title.size()) confidence -= contained_goes_on;
            if (length == title.size()) confidence = name_confidence;
            // Of two that lie within one another only the longer one speaks.
            if (length < longest && at + length != title.size()) confidence -= contained_goes_on;
            longest = std::max(longest, length);
            scores.offer(tree_.entries()[term.occupation],
                         confidence * term.confidence / name_confidence, term.text);
            break;
        }
    }
}

void Occupations::score_pairs(std::u32string_view title, Scores& scores) const {
    float own = 0;
    // A dense array: a title touches a few hundred of the few thousand terms.
    std::vector<float> shared(terms_.size());
    std::vector<std::uint32_t> touched;
    for (const auto pair : pairs_in(title)) {
        const auto found = pairs_.find(pair);
        if (found == pairs_.end()) {
            own += std::log1p(static_cast<float>(terms_.size()));
            continue;
        }
        own += found->second.weight;
        for (const auto term : found->second.terms) {
            if (shared[term] == 0) touched.push_back(term);
            shared[term] += found->second.weight;
        }
    }
    std::vector<std::pair<int, std::uint32_t>> likest;
    for (const auto term : touched) {
        const int likeness =
            static_cast<int>(pairs_scale * 2 * shared[term] / (own + terms_[term].weight)) *
            terms_[term].confidence / name_confidence;
        if (likeness >= pairs_least) likest.emplace_back(-likeness, term);
    }
    // Several terms may stand for one occupation; eight are enough to have three occupations.
    const std::size_t kept = std::min<std::size_t>(likest.size(), 8);
    std::partial_sort(likest.begin(), likest.begin() + static_cast<std::ptrdiff_t>(kept),
                      likest.end());
    for (std::size_t i = 0; i < kept; ++i) {
        const Term& term = terms_[likest[i].second];
        scores.offer(tree_.entries()[term.occupation], -likest[i].first, term.text);
    }
}

std::vector<OccupationSuggestion> Occupations::suggest(std::string_view text) const {
    const Title title = read_title(text);
    Scores scores;
    for (const auto& part : {title.outside, title.inside}) {
        if (part.size() < 2) continue;
        // With the noise words first: some of them are names of their own ("实习护士").
        if (const auto whole = term_at_.find(part); whole != term_at_.end())
            scores.offer(tree_.entries()[terms_[whole->second].occupation],
                         terms_[whole->second].confidence, terms_[whole->second].text);
        const std::u32string core = without_noise(part);
        score_contained(core, scores);
        score_pairs(core, scores);
        if (!scores.found.empty()) break;
    }
    return scores.best();
}

}  // namespace jianghui::codes
