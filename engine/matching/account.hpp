#pragma once
// What became of those who are not in the list (engine/matching only).

#include "engine/matching/pairing.hpp"

namespace jianghui::matching {

/// What each filter removed, filled candidate by candidate.
class Tally {
  public:
    void count(Pairing& pair) {
        const std::size_t failed = pair.first_failure(0);
        if (failed == no_filter) {
            ++passing_;
            return;
        }
        ++first_[failed];
        if (pair.first_failure(failed + 1) == no_filter) ++alone_[failed];
    }
    void write(Ranking& ranking) const {
        ranking.accounted = true;
        ranking.passing = passing_;
        std::int64_t most = 0;
        for (std::size_t i = 0; i < filter_count; ++i) {
            if (first_[i] == 0) continue;
            const auto filter = static_cast<Filter>(i);
            ranking.removed.push_back({filter, first_[i]});
            if (passing_ == 0) ranking.last_filter = filter;
            if (relaxable(filter) && first_[i] > most) {
                most = first_[i];
                ranking.relaxation = Relaxation{filter, passing_ + alone_[i]};
            }
        }
    }

  private:
    std::int64_t passing_ = 0;
    std::array<std::int64_t, filter_count> first_{};  ///< by the first filter that failed
    std::array<std::int64_t, filter_count> alone_{};  ///< by filters that failed alone
};

/// Whether the request wants the account of that ranking.
[[nodiscard]] inline bool wants_account(const RankRequest& request, const Ranking& ranking) {
    return request.account == Account::always ||
           (request.account == Account::when_short && ranking.items.size() < request.k);
}

}  // namespace jianghui::matching
