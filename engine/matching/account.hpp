#pragma once
// What became of those who are not in the list (engine/matching only).

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/matching/pairing.hpp"

namespace jianghui::matching {

/// What each filter removed, filled candidate by candidate.
class Tally {
  public:
    void count(Pairing& pair) {
        const std::size_t failed = pair.first_failure(0);
        count(failed, failed != no_filter && pair.first_failure(failed + 1) == no_filter);
    }
    /// A candidate whom these filters remove, each the bit of its number.
    void count(unsigned removing) {
        count(removing == 0 ? no_filter : static_cast<std::size_t>(std::countr_zero(removing)),
              std::has_single_bit(removing));
    }
    /// Candidates of whom it is certain that this filter is the first to remove them, and not the only one.
    void count_removed(Filter first, int candidates) {
        counted_ += candidates;
        stood_for_ += candidates;
        first_[static_cast<std::size_t>(first)] += candidates;
    }
    /// How many were looked at; of them those whom this filter alone removes.
    [[nodiscard]] std::int64_t counted() const { return counted_; }
    [[nodiscard]] std::int64_t alone(Filter filter) const {
        return alone_[static_cast<std::size_t>(filter)];
    }
    /// Each of those counted stands for so many.
    void stand_for(std::int64_t many) {
        for (auto* counts : {&first_, &alone_})
            for (auto& count : *counts) count *= many;
        passing_ *= many;
        stood_for_ *= many;
    }
    Tally& operator+=(const Tally& other) {
        for (std::size_t i = 0; i < filter_count; ++i) {
            first_[i] += other.first_[i];
            alone_[i] += other.alone_[i];
        }
        counted_ += other.counted_;
        passing_ += other.passing_;
        stood_for_ += other.stood_for_;
        return *this;
    }
    /// Requires the items of the ranking. `wanted`: how many there could have been.
    void write(Ranking& ranking, std::size_t wanted) const {
        ranking.accounted = true;
        ranking.counted = counted_;
        const auto listed = static_cast<std::int64_t>(ranking.items.size());
        const bool is_exact = counted_ == ranking.considered;
        ranking.passing = is_exact                        ? passing_
                          : ranking.items.size() < wanted ? listed
                                                          : std::max(listed, scaled(passing_, ranking));
        const auto removed = removed_of(ranking);
        std::int64_t most = 0;
        for (std::size_t i = 0; i < filter_count; ++i) {
            if (removed[i] == 0) continue;
            const auto filter = static_cast<Filter>(i);
            ranking.removed.push_back({filter, removed[i]});
            if (ranking.passing == 0) ranking.last_filter = filter;
            if (relaxable(filter) && removed[i] > most) {
                most = removed[i];
                ranking.relaxation =
                    Relaxation{filter, ranking.passing + scaled(alone_[i], ranking)};
            }
        }
    }

  private:
    using Counts = std::array<std::int64_t, filter_count>;

    /// The first filter that removes a candidate, and whether it is the only one.
    void count(std::size_t first, bool alone) {
        ++counted_;
        ++stood_for_;
        if (first == no_filter) {
            ++passing_;
            return;
        }
        ++first_[first];
        alone_[first] += alone ? 1 : 0;
    }
    [[nodiscard]] std::int64_t scaled(std::int64_t count, const Ranking& ranking) const {
        return stood_for_ == 0 || counted_ == ranking.considered
                   ? count
                   : (count * ranking.considered + stood_for_ / 2) / stood_for_;
    }
    /// The counts of those counted, or what they are of all who did not pass: to the nearest, and the
    /// greatest takes what rounding leaves.
    [[nodiscard]] Counts removed_of(const Ranking& ranking) const {
        const std::int64_t failed = stood_for_ - passing_;
        const std::int64_t gone = ranking.considered - ranking.passing;
        if (failed == 0 || counted_ == ranking.considered) return first_;
        Counts removed{};
        std::int64_t left = gone;
        for (std::size_t i = 0; i < filter_count; ++i) {
            removed[i] = (first_[i] * gone + failed / 2) / failed;
            left -= removed[i];
        }
        const auto greatest = std::max_element(removed.begin(), removed.end());
        *greatest = std::max<std::int64_t>(0, *greatest + left);
        return removed;
    }

    std::int64_t counted_ = 0;
    std::int64_t stood_for_ = 0;  ///< by those counted, about
    std::int64_t passing_ = 0;
    Counts first_{};  ///< by the first filter that failed
    Counts alone_{};  ///< by filters that failed alone
};

/// Whether the request wants the account of that ranking.
[[nodiscard]] inline bool wants_account(const RankRequest& request, const Ranking& ranking) {
    return request.account == Account::always ||
           (request.account == Account::when_short && ranking.items.size() < request.k);
}

/// How many candidates the account of that ranking looks at.
[[nodiscard]] inline std::int64_t account_size(const RankRequest& request, const Ranking& ranking) {
    return ranking.items.size() < request.k
               ? request.account_most
               : std::min(request.account_most, request.account_most_when_full);
}

/// Calls `f(entry)` for the entries of the blocks whose rows are counted: all, when `considered` are few enough, else
/// every n-th, so that about `most` rows are. Blocks stand in the order of occupation and place: so
/// both are among those counted as they are in the whole.
template <class Pages, class F>
void each_counted_block(const Pages& pages, std::int64_t considered, std::int64_t most, F f) {
    const auto every = static_cast<std::size_t>(
        considered <= most || most < 1 ? 1 : (considered + most - 1) / most);
    std::size_t at = every / 2;
    for (const auto& page : pages) {
        const auto& blocks = page.page->blocks;
        for (; at < blocks.size(); at += every) f(blocks[at]);
        at -= blocks.size();
    }
}

}  // namespace jianghui::matching
