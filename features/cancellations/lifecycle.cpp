// What freezes terms, makes claims and moves them.

#include "features/cancellations/endpoints.hpp"
#include "features/cancellations/events.hpp"
#include "features/cancellations/queries.hpp"
#include "features/cancellations/rules.hpp"
#include "features/cancellations/terms.hpp"
#include "features/codes/api.hpp"

namespace jianghui::cancellations {
namespace {

std::optional<OrderTermsRow> find_terms(const store::Reader& reader,
                                        const orders::OrderRow& order) {
    return reader.one<OrderTermsRow>(
        sql::find_terms, store::arguments("city", order.city, "order", order.id));
}

int default_set(const app::Services& services, Date today) {
    return static_cast<int>(
        services.get<codes::Tables>().parameter_or("cancellation_set_default", today, 1));
}

bool is_draft(const orders::OrderRow& order) { return order.status == orders::OrderStatus::draft; }

void record(app::Command& command, const journal::EventKind& kind, const ClaimRow& row) {
    command.record(kind,
                   {row.city, "cancellation_claim", row.id.number, row.debtor, row.creditor, {}},
                   ClaimChange{row.order_id, row.share_id, row.status, row.amount_fen, row.seats});
}

const journal::EventKind& event_of(ClaimStatus status) {
    switch (status) {
        case ClaimStatus::due: return claim_due;
        case ClaimStatus::paid: return claim_paid;
        case ClaimStatus::confirmed: return claim_confirmed;
        case ClaimStatus::waived: return claim_waived;
        case ClaimStatus::disputed: return claim_disputed;
    }
    return claim_due;
}

/// The pay of a day of each seat that a worker had accepted.
std::vector<Fen> pays_of_day(const app::Command& command, const orders::OrderRow& terms,
                             const std::vector<shares::AcceptedPay>& accepted) {
    const auto& tables = command.services.get<codes::Tables>();
    const Date today = date_of(command.now);
    PayOfDay measure;
    measure.hours_per_day_tenths = terms.hours_per_day_tenths.value_or(
        static_cast<int>(tables.parameter_or("hours_per_day_tenths_max", today, 80)));
    measure.month_days_hundredths =
        static_cast<int>(tables.parameter_or("month_pay_days_hundredths", today, 2175));
    std::vector<Fen> pays;
    for (const auto& pay : accepted) pays.push_back(pay_of_day(pay, measure));
    return pays;
}

ClaimRow new_claim(app::Command& command, const shares::Cancelled& what, int set_number,
                   int notice, std::vector<ClaimLine> lines) {
    const bool by_employer = what.by == shares::Canceller::employer;
    ClaimRow row;
    row.id = command.next_id<ClaimId>();
    row.city = what.share.city;
    row.order_id = what.share.order_id;
    row.share_id = what.share.id;
    row.debtor = by_employer ? what.share.employer : what.share.agency;
    row.creditor = by_employer ? what.share.agency : what.share.employer;
    row.canceller = what.by;
    row.share_state = what.share.status;
    row.notice_hours = notice;
    row.seats = what.seats;
    row.set_number = set_number;
    row.amount_fen = total_of(lines);
    row.lines = std::move(lines);
    row.created_at = command.now;
    row.changed_at = command.now;
    return row;
}

}  // namespace

OrderTermsView terms_of(const store::Reader& reader, const app::Services& services,
                        const orders::OrderRow& order, Date today) {
    const auto row = find_terms(reader, order);
    if (row && row->frozen && !is_draft(order)) return {row->frozen, row->frozen_at};
    if (!is_draft(order)) return {};
    const auto* set = services.get<Sets>().find(
        row ? row->set_number : default_set(services, today), today);
    if (set == nullptr) return {};
    return {*set, {}};
}

Result<OrderTermsView> choose(app::Command& command, const ChooseTerms& wanted) {
    const auto order = orders::find(command.db, wanted.order);
    if (!order || !orders::may_see(command.caller, *order)) return refuse(not_found);
    if (order->employer != command.caller.organisation) return refuse(not_allowed);
    if (!is_draft(*order)) return refuse(orders::order_not_editable);
    const Date today = date_of(command.now);
    const int number = static_cast<int>(wanted.set.value);
    if (command.services.get<Sets>().find(number, today) == nullptr)
        return refuse(error(terms_unknown).at("/set"));
    command.db.execute(sql::put_terms,
                       store::members(OrderTermsRow{order->city, order->id, number, {}, {}}));
    return terms_of(command.db, command.services, *order, today);
}

Result<Done> freeze(app::Command& command, const orders::OrderRow& order) {
    const Date today = date_of(command.now);
    const auto chosen = find_terms(command.db, order);
    const int number = chosen ? chosen->set_number : default_set(command.services, today);
    const auto* set = command.services.get<Sets>().find(number, today);
    if (set == nullptr) return refuse(error(terms_unknown).at("/set"));
    command.db.execute(sql::put_terms, store::members(OrderTermsRow{order.city, order.id, number,
                                                                    *set, command.now}));
    return Done{};
}

void claim(app::Command& command, const shares::Cancelled& what) {
    const auto order = orders::find(command.db, what.share.order_id);
    ASSERT(order.has_value());
    const auto agreed = find_terms(command.db, *order);
    if (!agreed || !agreed->frozen) return;
    const auto terms = orders::as_of(command.db, *order, what.share.order_version);
    const int notice = notice_hours(command.now, terms.starts_on);
    const auto row = row_for(*agreed->frozen, what.by, what.share.status, notice);
    if (!row) return;
    auto lines = lines_of(*row, what.seats,
                          what.share.service_fee_fen.value_or(terms.service_fee_fen),
                          pays_of_day(command, terms, what.accepted));
    if (lines.empty()) return;
    const auto due = new_claim(command, what, agreed->set_number, notice, std::move(lines));
    command.db.execute(sql::insert_claim, store::members(due));
    record(command, claim_due, due);
}

namespace {

/// Moves a claim of the caller's by one act. Others' claims are not found.
Result<ClaimRow> move(app::Command& command, ClaimId id, ClaimAct act,
                      const std::function<void(ClaimRow&)>& note = {}) {
    auto row = command.db.one<ClaimRow>(sql::find_claim, store::arguments("claim", id));
    const auto own = command.caller.organisation;
    if (!row || !own || (own != row->debtor && own != row->creditor)) return refuse(not_found);
    const ClaimStatus from = row->status;
    TRY(row->status,
        next_status(from, act, own == row->debtor ? Party::debtor : Party::creditor));
    if (note) note(*row);
    row->changed_at = command.now;
    if (command.db.execute(sql::move_claim, store::members_and(*row, "from", from)) != 1)
        return refuse(claim_status_conflict);
    record(command, event_of(row->status), *row);
    return std::move(*row);
}

}  // namespace

Result<ClaimView> pay(app::Command& command, const PayClaim& input) {
    TRY(const auto row, move(command, input.claim, ClaimAct::pay, [&](ClaimRow& claim) {
            if (input.reference) claim.reference = input.reference->text;
        }));
    return view(command.db, row);
}

Result<ClaimView> confirm(app::Command& command, const FindClaim& input) {
    TRY(const auto row, move(command, input.claim, ClaimAct::confirm));
    return view(command.db, row);
}

Result<ClaimView> waive(app::Command& command, const FindClaim& input) {
    TRY(const auto row, move(command, input.claim, ClaimAct::waive));
    return view(command.db, row);
}

Result<ClaimView> dispute(app::Command& command, const DisputeClaim& input) {
    TRY(const auto row, move(command, input.claim, ClaimAct::dispute, [&](ClaimRow& claim) {
            claim.reason = input.reason.text;
        }));
    return view(command.db, row);
}

}  // namespace jianghui::cancellations
