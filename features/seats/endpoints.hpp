#pragma once
// The API calls and clocks of seats; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

Result<SeatView> offer_seat(app::Command& command, const OfferSeat& input);
Result<SeatView> accept_seat(app::Command& command, const FindSeat& input);
Result<SeatView> decline_seat(app::Command& command, const DeclineSeat& input);
Result<SeatView> insure_seat(app::Command& command, const InsureSeat& input);
Result<SeatView> start_seat(app::Command& command, const StartSeat& input);
Result<SeatView> finish_seat(app::Command& command, const FinishSeat& input);
Result<SeatView> mark_no_show(app::Command& command, const FindSeat& input);
Result<SeatView> replace_seat(app::Command& command, const ReplaceSeat& input);
Result<SeatView> show(app::Query& query, const FindSeat& input);
Result<app::Page<SeatView>> list_all(app::Query& query, const ListSeats& input);
/// The text that was accepted, as text/plain; its SM3 digest is the ETag.
Result<http::Reply> show_contract(app::Query& query, const FindSeat& input);
Result<SiteCode> show_site_code(app::Query& query, const orders::FindOrder& input);
Result<Progress> show_progress(app::Query& query, const orders::FindOrder& input);

/// Cancels the order and ends every live seat and share of it in the same transaction.
Result<orders::OrderView> cancel_order(app::Command& command, const orders::OrderReason& input);
/// An authority takes a share back with its seats.
Result<shares::ShareView> withdraw_share(app::Command& command, const WithdrawShare& input);

/// Clocks: offers that ran out, last days that are over, workers who never came, shares in default.
Result<bool> expire_offers(app::Command& command);
Result<bool> end_seats(app::Command& command);
Result<bool> note_no_shows(app::Command& command);
Result<bool> default_shares(app::Command& command);

}  // namespace jianghui::seats
