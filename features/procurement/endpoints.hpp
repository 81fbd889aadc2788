#pragma once
// The API calls of procurement; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/procurement/model.hpp"

namespace jianghui::procurement {

Result<ProcurementView> publish(app::Command& command, const Publish& input);
Result<ProcurementView> cancel(app::Command& command, const GiveReason& input);
Result<ProcurementView> name_evaluator(app::Command& command, const NameEvaluator& input);
Result<ProcurementView> place_bid(app::Command& command, const PlaceBid& input);
Result<ProcurementView> withdraw_bid(app::Command& command, const FindBid& input);
Result<ProcurementView> score_bid(app::Command& command, const ScoreBid& input);
Result<ProcurementView> finish_scores(app::Command& command, const FindProcurement& input);
Result<ProcurementView> declare_conflict(app::Command& command, const GiveReason& input);
Result<ProcurementView> raise_objection(app::Command& command, const Objection& input);
Result<ProcurementView> answer_objection(app::Command& command, const AnswerObjection& input);
Result<ProcurementView> show(app::Query& query, const FindProcurement& input);
Result<app::Page<ProcurementView>> list_all(app::Query& query, const ListProcurements& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::procurement
