#pragma once
// The API calls and the command of this feature.

#include "engine/app/feature.hpp"
#include "features/suggestions/model.hpp"

namespace jianghui::suggestions {

/// For an agency with a share in the order or that might grab one now, the order's employer, and an
/// official of its place. Fails with not_found, not_allowed, candidates_closed.
[[nodiscard]] Result<Candidates> candidates(app::Query& query, const FindCandidates& input);

/// For the worker herself and an agency that has her as a candidate. Fails with not_found,
/// not_allowed, people::person_restricted.
[[nodiscard]] Result<Matches> matches(app::Query& query, const FindMatches& input);

/// Why somebody is suggested for an order or why not: for herself, an agency that has her as a candidate, and whoever may
/// ask for candidates of the order and might be shown her among them. Fails with not_found, people::person_restricted.
[[nodiscard]] Result<Judgement> judgement(app::Query& query, const FindJudgement& input);

/// For an agency: the best orders for each of several of its candidates, in the order asked; who is not
/// its candidate, or may not be suggested anything, is left out. Fails with malformed.
[[nodiscard]] Result<std::vector<BestOrders>> best_orders(app::Query& query,
                                                          const FindBestOrders& input);

/// `jianghui rank`: the operator's view, everybody counted, every name masked.
[[nodiscard]] Result<app::Printed> rank(app::App& app, const Rank& input);
/// `jianghui rank --workers W.jsonl --orders O.jsonl`: for data that is nobody's database. Fails with
/// needs_data_folder when no file is named, rank_needs_files, line_malformed.
[[nodiscard]] Result<app::Printed> rank_files(const Rank& input);

}  // namespace jianghui::suggestions
