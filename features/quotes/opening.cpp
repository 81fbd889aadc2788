#include "features/quotes/opening.hpp"

#include "features/quotes/events.hpp"
#include "features/quotes/rules.hpp"
#include "features/quotes/sealed.hpp"
#include "features/quotes/store.hpp"
#include "features/shares/api.hpp"

namespace jianghui::quotes {

Opening::Opening(app::Command& command, QuoteRow quote, const orders::OrderRow& order)
    : command_(command), quote_(std::move(quote)), order_(order) {}

Result<Done> Opening::open_all() {
    TRY_DO(open_boxes());
    draw_lots();
    ask_gate();
    TRY_DO(give());
    return publish();
}

/// The list is closed in the journal before the first box is opened.
Result<Done> Opening::open_boxes() {
    auto rows = bids_of(command_.db, quote_.order_id);
    command_.record(quote_closed, about(quote_),
                    Closed{quote_.order_id, static_cast<int>(rows.size())});
    quote_.position = journal::last_position(command_.db);
    for (auto& row : rows) {
        TRY(const auto bid, open(command_.services, row));
        row.changed_at = command_.now;
        row.status = bid ? BidStatus::opened : BidStatus::broken;
        if (bid) {
            row.fee_fen = bid->fee_fen;
            row.seats = bid->seats;
            row.at_least = bid->at_least;
            row.nonce = bid->nonce;
        }
        (bid ? opened_ : broken_).push_back(std::move(row));
    }
    return Done{};
}

void Opening::draw_lots() {
    std::vector<std::string> commitments, nonces;
    std::vector<Fen> fees;
    for (const auto& row : opened_) {
        commitments.push_back(row.commitment);
        nonces.push_back(*row.nonce);
        fees.push_back(*row.fee_fen);
    }
    const auto seed = seed_of(commitments, nonces, *quote_.position);
    quote_.seed = seed.hex();
    const auto lottery = draws::lottery(seed, opened_.size());
    for (std::size_t lot = 0; lot < lottery.size(); ++lot)
        opened_[lottery[lot]].lot = static_cast<int>(lot) + 1;
    in_order_ = by_fee(fees, lottery);
}

/// What the gate lets each take today, before anybody is served.
void Opening::ask_gate() {
    for (auto& row : opened_) {
        const auto room = shares::room_of(command_.db, command_.services, order_, row.agency,
                                          *row.seats, command_.now);
        row.room = room.value_or(0);
        if (!room) row.refusal = room.error().code;
        entrants_.push_back({*row.seats, *row.at_least, *row.room});
    }
}

/// Awards, each at its own fee, the lowest first; all are written together.
Result<Done> Opening::give() {
    const auto allotted = draws::allot(entrants_, in_order_, order_.remaining, order_.lot_min);
    shares::Awarding awarding(command_, order_);
    for (std::size_t place = 0; place < in_order_.size(); ++place) {
        BidRow& row = opened_[in_order_[place]];
        const auto& allotment = allotted[in_order_[place]];
        row.place = static_cast<int>(place) + 1;
        row.given = allotment.given;
        row.outcome = allotment.outcome;
        if (allotment.given == 0) continue;
        TRY(const auto share, awarding.decide({row.agency, allotment.given, row.account,
                                               row.fee_fen},
                                              command_.now));
        row.share_id = share.id;
        given_ += allotment.given;
    }
    return awarding.write();
}

Result<Done> Opening::publish() {
    quote_.status = QuoteStatus::opened;
    quote_.seats = order_.remaining;
    quote_.lot_min = order_.lot_min;
    quote_.opened_at = command_.now;
    if (!end(command_.db, quote_)) return refuse(bid_over);
    command_.record(quote_opened, about(quote_),
                    Opened{quote_.order_id, *quote_.position, *quote_.seed, given_,
                           order_.remaining - given_, static_cast<int>(broken_.size())});
    for (const auto* rows : {&opened_, &broken_})
        for (const auto& row : *rows) {
            if (!end(command_.db, row)) return refuse(bid_over);
            command_.record(quote_result, about(row),
                            BidResult{row.order_id, row.number, row.status, row.fee_fen, row.place,
                                      row.given.value_or(0), row.outcome});
        }
    return Done{};
}

}  // namespace jianghui::quotes
