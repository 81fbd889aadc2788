#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/procurement/model.hpp"

namespace jianghui::procurement {

void insert(store::Transaction& transaction, const ProcurementRow& procurement);
void insert(store::Transaction& transaction, const EvaluatorRow& evaluator);
void insert(store::Transaction& transaction, const BidRow& bid);
void insert(store::Transaction& transaction, const ObjectionRow& objection);
/// Whether it had that status until now.
[[nodiscard]] bool update(store::Transaction& transaction, const ProcurementRow& procurement,
                          ProcurementStatus before);
[[nodiscard]] bool update(store::Transaction& transaction, const BidRow& bid, BidStatus before);
/// Whether the evaluator was `named` until now.
[[nodiscard]] bool update(store::Transaction& transaction, const EvaluatorRow& evaluator);
/// Whether the objection was open until now.
[[nodiscard]] bool update(store::Transaction& transaction, const ObjectionRow& objection);
/// Puts an evaluator's lines for a bid in the place of those that it gave before.
void write_sheet(store::Transaction& transaction, const std::vector<ScoreRow>& lines);

[[nodiscard]] std::optional<ProcurementRow> find_procurement(const store::Reader& reader,
                                                             ProcurementId procurement);
[[nodiscard]] std::optional<BidRow> find_bid(const store::Reader& reader, BidId bid);
[[nodiscard]] std::optional<ObjectionRow> find_objection(const store::Reader& reader,
                                                         ObjectionId objection);
[[nodiscard]] std::vector<EvaluatorRow> evaluators_of(const store::Reader& reader,
                                                      ProcurementId procurement);
/// Those whose bids are due to be opened, and those that can be awarded: the longest due first, at most 20.
[[nodiscard]] std::vector<ProcurementRow> due_openings(const store::Reader& reader, Instant now);
[[nodiscard]] std::vector<ProcurementRow> due_awards(const store::Reader& reader, Instant now);
/// All that were ever placed, by number.
[[nodiscard]] std::vector<BidRow> bids_of(const store::Reader& reader, ProcurementId procurement);
/// Of all evaluators, or of one.
[[nodiscard]] std::vector<ScoreRow> scores_of(const store::Reader& reader,
                                              ProcurementId procurement,
                                              std::optional<int> evaluator = std::nullopt);
[[nodiscard]] std::vector<ObjectionRow> objections_of(const store::Reader& reader,
                                                      ProcurementId procurement);

}  // namespace jianghui::procurement
