#include "engine/text/classifier.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/base.hpp"

namespace jianghui::text {
namespace {

constexpr float single_weight = 0.8F;
constexpr float pair_weight = 1.0F;
constexpr float unknown_counts = 0.4F;  // a place's name in a title takes little away
constexpr std::size_t voters = 40;
constexpr float head_counts = 6.0F;
constexpr float later_part = 0.75F;
constexpr float in_brackets = 0.6F;
constexpr float sure_enough = 0.4F;
constexpr float outside_enough = 0.3F;
constexpr float least = 0.05F;
constexpr std::size_t kept_labels = 6;
constexpr std::uint32_t no_piece = 0xFFFFFFFF;

/// A pair of pieces, or one piece and nothing.
std::uint64_t feature(std::uint32_t first, std::uint32_t second = no_piece) {
    return static_cast<std::uint64_t>(first) << 32U | second;
}
bool is_single(std::uint64_t feature) {
    return (feature & 0xFFFFFFFFU) == no_piece;
}

template <class B>
void keep_best(std::vector<B>& beliefs, const B& offered) {
    for (auto& known : beliefs)
        if (known.label == offered.label) {
            if (offered.part > known.part) known = offered;
            return;
        }
    beliefs.push_back(offered);
}

template <class B>
void sort_by_part(std::vector<B>& beliefs) {
    std::sort(beliefs.begin(), beliefs.end(), [](const B& a, const B& b) {
        return a.part != b.part ? a.part > b.part : a.label < b.label;
    });
}

/// All together at most 1: what the first leaves is shared by the others.
template <class B>
void fit_together(std::vector<B>& beliefs) {
    float others = 0;
    for (std::size_t i = 1; i < beliefs.size(); ++i) others += beliefs[i].part;
    if (beliefs.empty() || others + beliefs.front().part <= 1) return;
    const float scale = std::max(0.0F, 1 - beliefs.front().part) / others;
    for (std::size_t i = 1; i < beliefs.size(); ++i) beliefs[i].part *= scale;
}

}  // namespace

Classifier::Classifier(Vocabulary vocabulary) : all_(std::move(vocabulary)) {
    index();
}

void Classifier::index() {
    std::vector<Features> of_term;
    of_term.reserve(all_.terms.size());
    for (std::uint32_t i = 0; i < all_.terms.size(); ++i) {
        const std::u32string text = joined(all_.terms[i].text);
        for (const auto piece : pieces_of(text))
            pieces_.try_emplace(std::u32string(piece), static_cast<std::uint32_t>(pieces_.size()));
        named_[text].push_back(i);
        of_term.push_back(features_of(text));
        for (const auto f : of_term.back()) features_[f].terms.push_back(i);
    }
    const auto count = static_cast<float>(std::max<std::size_t>(1, all_.terms.size()));
    for (auto& [f, entry] : features_)
        entry.weight = (is_single(f) ? single_weight : pair_weight) *
                       std::log1p(count / static_cast<float>(entry.terms.size()));
    unknown_single_ = unknown_counts * single_weight * std::log1p(count);
    unknown_pair_ = unknown_counts * pair_weight * std::log1p(count);
    for (const auto& features : of_term) {
        float weight = 0;
        for (const auto f : features) weight += features_.at(f).weight;
        weights_.push_back(weight);
    }
    for (const auto& head : all_.heads) heads_[joined(head.word)] = head.groups;
}

std::uint32_t Classifier::piece_id(std::u32string_view piece) const {
    const auto found = pieces_.find(piece);
    return found == pieces_.end() ? no_piece - 1 : found->second;
}

/// Each feature once.
Classifier::Features Classifier::features_of(std::u32string_view part) const {
    Features features;
    std::uint32_t before = no_piece;
    for (const auto piece : pieces_of(part)) {
        const auto id = piece_id(piece);
        features.push_back(feature(id));
        if (before != no_piece) features.push_back(feature(before, id));
        before = id;
    }
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

std::vector<Classifier::Likeness> Classifier::likest(std::u32string_view part) const {
    // A dense array kept by the thread: a text touches a few hundred of a few thousand terms.
    thread_local std::vector<float> common;
    thread_local std::vector<std::uint32_t> touched;
    if (common.size() < all_.terms.size()) common.resize(all_.terms.size());
    touched.clear();
    float own = 0;
    for (const auto f : features_of(part)) {
        const auto found = features_.find(f);
        if (found == features_.end()) {
            own += is_single(f) ? unknown_single_ : unknown_pair_;
            continue;
        }
        own += found->second.weight;
        for (const auto at : found->second.terms) {
            if (common[at] == 0) touched.push_back(at);
            common[at] += found->second.weight;
        }
    }
    std::vector<Likeness> nearest;
    nearest.reserve(touched.size());
    for (const auto at : touched) {
        nearest.push_back({2 * common[at] / (own + weights_[at]), at});
        common[at] = 0;
    }
    const std::size_t kept = std::min(nearest.size(), voters);
    const auto better = [](const Likeness& a, const Likeness& b) {
        return a.value != b.value ? a.value > b.value : a.term < b.term;
    };
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(kept),
                      nearest.end(), better);
    nearest.resize(kept);
    return nearest;
}

/// The groups that the longest head at the part's end names; nullptr when there is none.
const std::vector<std::uint32_t>* Classifier::groups_of_head(std::u32string_view part) const {
    for (std::size_t length = std::min<std::size_t>(4, part.size()); length >= 1; --length)
        if (const auto found = heads_.find(part.substr(part.size() - length)); found != heads_.end())
            return &found->second;
    return nullptr;
}

Classifier::Votes Classifier::votes(std::u32string_view part) const {
    Votes ballot;
    const auto voting = likest(part);
    std::vector<float> likeness;  // of the likest term of each belief
    for (const auto& [value, at] : voting) {
        const Term& voter = all_.terms[at];
        const float vote = std::pow(value, 6.0F) * static_cast<float>(voter.share) / 1000;
        auto known = std::find_if(ballot.beliefs.begin(), ballot.beliefs.end(),
                                  [&](const Belief& b) { return b.label == voter.label; });
        if (known == ballot.beliefs.end()) {
            ballot.beliefs.push_back({voter.label, vote, at, false});
            likeness.push_back(value);
        } else {
            known->part += vote;
        }
    }
    const auto* groups = all_.group_of_label.empty() ? nullptr : groups_of_head(part);
    float sum = 0;
    for (auto& belief : ballot.beliefs) {
        if (groups != nullptr &&
            std::find(groups->begin(), groups->end(), all_.group_of_label[belief.label]) !=
                groups->end())
            belief.part *= head_counts;
        sum += belief.part;
    }
    if (sum <= 0) return {};
    std::size_t winner = 0;
    for (std::size_t i = 0; i < ballot.beliefs.size(); ++i) {
        ballot.beliefs[i].part /= sum;
        if (ballot.beliefs[i].part > ballot.beliefs[winner].part) winner = i;
    }
    ballot.likeness = likeness[winner];
    sort_by_part(ballot.beliefs);
    if (ballot.beliefs.size() > kept_labels) ballot.beliefs.resize(kept_labels);
    return ballot;
}

float Classifier::confidence_of(float likeness) const {
    if (all_.curve.empty()) return likeness;
    const float x = likeness * 1000;
    CurvePoint before;
    for (const auto& point : all_.curve) {
        if (x <= static_cast<float>(point.likeness)) {
            const auto width = static_cast<float>(std::max(1, point.likeness - before.likeness));
            const auto height = static_cast<float>(point.confidence - before.confidence);
            const float along = (x - static_cast<float>(before.likeness)) / width;
            return (static_cast<float>(before.confidence) + height * along) / 1000;
        }
        before = point;
    }
    return static_cast<float>(before.confidence) / 1000;
}

/// The labels of the terms that are this text, letter by letter.
void Classifier::add_named(std::u32string_view text, std::vector<Belief>& beliefs) const {
    const auto found = named_.find(text);
    if (found == named_.end()) return;
    float sum = 0;
    for (const auto at : found->second) sum += static_cast<float>(all_.terms[at].share);
    const float scale = 1 / std::max(1000.0F, sum);
    for (const auto at : found->second)
        keep_best(beliefs, Belief{all_.terms[at].label,
                                  static_cast<float>(all_.terms[at].share) * scale, at, true});
}

std::vector<Classifier::Belief> Classifier::judge(std::u32string_view whole,
                                                  const std::u32string& core) const {
    std::vector<Belief> beliefs;
    add_named(whole, beliefs);
    if (beliefs.empty()) add_named(core, beliefs);
    if (beliefs.empty() && core.empty()) return beliefs;
    const Votes ballot = votes(core.empty() ? whole : core);
    if (beliefs.empty()) {
        const float scale =
            ballot.beliefs.empty()
                ? 0
                : confidence_of(ballot.likeness * ballot.beliefs.front().part) /
                      ballot.beliefs.front().part;
        for (auto belief : ballot.beliefs) {
            belief.part *= scale;
            beliefs.push_back(belief);
        }
    } else {
        float rest = 1;
        for (const auto& belief : beliefs) rest -= belief.part;
        for (auto belief : ballot.beliefs) {
            belief.part *= std::max(0.0F, rest);
            if (std::none_of(beliefs.begin(), beliefs.end(),
                             [&](const Belief& b) { return b.label == belief.label; }))
                beliefs.push_back(belief);
        }
    }
    sort_by_part(beliefs);
    fit_together(beliefs);
    return beliefs;
}

std::vector<Found> Classifier::classify(std::string_view text, std::size_t count) const {
    std::vector<Part> parts = parts_of(text);
    // A name may hold a separator itself ("文学、艺术学研究人员").
    if (std::u32string whole = joined(text); parts.size() > 1 && named_.find(whole) != named_.end())
        parts.assign(1, Part{std::move(whole), false});
    std::stable_partition(parts.begin(), parts.end(), [](const Part& p) { return !p.in_brackets; });
    std::vector<Belief> best;
    float top = 0;
    bool first = true;
    for (const auto& part : parts) {
        if (top >= (part.in_brackets ? outside_enough : sure_enough)) break;
        const float weight = (part.in_brackets ? in_brackets : 1) * (first ? 1 : later_part);
        for (auto belief : judge(part.text, all_.noise.without(part.text))) {
            belief.part *= weight;
            top = std::max(top, belief.part);
            keep_best(best, belief);
            first = false;
        }
    }
    sort_by_part(best);
    if (best.size() > count) best.resize(count);
    fit_together(best);
    std::vector<Found> found;
    for (const auto& belief : best)
        if (belief.part >= least)
            found.push_back({belief.label, static_cast<int>(std::lround(belief.part * 1000)),
                             belief.term, belief.named});
    return found;
}

std::string Classifier::phrase_of(std::string_view text) const {
    constexpr std::size_t characters_max = 20;
    std::vector<Part> parts = parts_of(text);
    std::stable_partition(parts.begin(), parts.end(), [](const Part& p) { return !p.in_brackets; });
    for (const auto& part : parts) {
        std::u32string core = all_.noise.without(part.text);
        if (core.empty() && named_.find(part.text) != named_.end()) core = part.text;
        // Numbers tell people apart, not occupations.
        std::erase_if(core, [](char32_t c) { return c >= U'0' && c <= U'9'; });
        if (core.size() >= 2 && core.size() <= characters_max) return encode_utf8(core);
    }
    return {};
}

}  // namespace jianghui::text
