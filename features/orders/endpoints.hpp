#pragma once
// The API calls of orders; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/orders/model.hpp"

namespace jianghui::orders {

Result<OrderView> create(app::Command& command, const CreateOrder& input);
Result<OrderView> change(app::Command& command, const ChangeOrder& input);
Result<OrderView> publish(app::Command& command, const FindOrder& input);
Result<OrderView> approve(app::Command& command, const FindOrder& input);
Result<OrderView> send_back(app::Command& command, const OrderReason& input);
Result<OrderView> suspend(app::Command& command, const OrderReason& input);
Result<OrderView> resume(app::Command& command, const FindOrder& input);
Result<OrderView> close(app::Command& command, const FindOrder& input);
Result<OrderView> open_to_everybody(app::Command& command, const FindOrder& input);
/// The order's page from the board, with its ETag; 304 for who has it.
Result<http::Reply> show(const app::Services& services, const app::Caller& caller,
                         const http::Request& request, const FindOrder& input);
[[nodiscard]] Result<app::Page<OrderView>> list_all(app::Query& query, const ListOrders& input);
Result<std::vector<FindingView>> check_now(app::Query& query, const FindOrder& input);
Result<std::vector<HistoryItem>> history(app::Query& query, const FindOrder& input);

/// Clocks: validity that ended, work that begins. At most 100 orders a run.
Result<bool> end_validity(app::Command& command);
Result<bool> begin_work(app::Command& command);

}  // namespace jianghui::orders
