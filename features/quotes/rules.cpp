#include "features/quotes/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::quotes {
namespace {

Result<Done> fee_fits(const orders::OrderRow& order, const QuoteRow& quote, Fen fee) {
    if (order.kind == orders::OrderKind::lend && fee > Fen{0})
        return refuse(error(bid_fee_for_lending).at("/fee_fen"));
    if (quote.ceiling_fen && fee > *quote.ceiling_fen)
        return refuse(error(bid_above_ceiling,
                            {fmt::format("报价高于本订单的最高服务费 {} 元。请降低报价。",
                                         yuan_text(*quote.ceiling_fen)),
                             fmt::format("The bid is above the order's highest service fee, {} "
                                         "yuan. Bid lower.",
                                         yuan_text(*quote.ceiling_fen))})
                          .at("/fee_fen")
                          .with("ceiling_fen", std::to_string(quote.ceiling_fen->value)));
    return Done{};
}

}  // namespace

Result<Bid> may_bid(const orders::OrderRow& order, const QuoteRow& quote, const PlaceBid& wanted,
                    Instant now) {
    if (order.open_to_all) return refuse(orders::other_mode);
    if (quote.status != QuoteStatus::sealed || now < quote.opens_at || now >= quote.closes_at)
        return refuse(error(bid_window_closed)
                          .with("opens_at", instant_text(quote.opens_at))
                          .with("closes_at", instant_text(quote.closes_at)));
    if (order.status != orders::OrderStatus::open)
        return refuse(error(orders::order_not_open)
                          .with("status", std::string(codec::enum_text(order.status))));
    if (wanted.seats < order.lot_min || wanted.seats > order.lot_max)
        return refuse(error(orders::lot_size,
                            {fmt::format("每家可报 {} 至 {} 个席位。", order.lot_min, order.lot_max),
                             fmt::format("Bid for {} to {} seats.", order.lot_min, order.lot_max)})
                          .at("/seats"));
    TRY_DO(fee_fits(order, quote, {wanted.fee_fen.value}));
    if (wanted.at_least && *wanted.at_least > wanted.seats)
        return refuse(error(draws::at_least_too_high).at("/at_least"));
    const auto nonce = crypto::from_hex(wanted.nonce.text);
    if (!nonce || nonce->size() != draws::nonce_size)
        return refuse(error(draws::nonce_malformed).at("/nonce"));
    Bid bid;
    bid.fee_fen = {wanted.fee_fen.value};
    bid.seats = static_cast<int>(wanted.seats.value);
    bid.at_least = wanted.at_least ? static_cast<int>(wanted.at_least->value) : 1;
    bid.nonce = crypto::to_hex(*nonce);
    return bid;
}

std::string commitment_of(OrderId order, const Bid& bid) {
    return crypto::sm3(fmt::format("{}:{}:{}:{}:{}:{}", rules_version, order.text(),
                                   bid.fee_fen.value, bid.seats, bid.at_least, bid.nonce))
        .hex();
}

crypto::Digest seed_of(const std::vector<std::string>& commitments,
                       const std::vector<std::string>& nonces, std::int64_t position) {
    std::string committed;
    for (const auto& commitment : commitments) committed += *crypto::from_hex(commitment);
    std::vector<crypto::Bytes> bytes;
    for (const auto& nonce : nonces) bytes.push_back(*crypto::from_hex(nonce));
    return draws::seed_of(committed, bytes, position);
}

std::vector<std::size_t> by_fee(const std::vector<Fen>& fees, std::vector<std::size_t> lottery) {
    std::stable_sort(lottery.begin(), lottery.end(),
                     [&](auto one, auto other) { return fees[one] < fees[other]; });
    return lottery;
}

namespace {

tl::unexpected<Error> differs(std::string what) {
    return refuse(error(quote_mismatch, {"重新计算的结果与公布的不一致：" + what,
                                         "The recomputed result differs from what was published: " +
                                             what})
                      .with("difference", what));
}

/// The opened bids of the document, each checked against its commitment and the ceiling.
Result<std::vector<const BidView*>> opened_bids(const QuoteView& quote) {
    std::vector<const BidView*> opened;
    int number = 0;
    for (const auto& each : quote.bids) {
        if (each.number <= number) return differs(fmt::format("number {}", each.number));
        number = each.number;
        if (each.status == BidStatus::broken) continue;
        if (!each.fee_fen || !each.seats || !each.at_least || !each.nonce || !each.room)
            return differs(fmt::format("number {} is not opened", number));
        const auto nonce = crypto::from_hex(*each.nonce);
        if (!nonce || nonce->size() != draws::nonce_size ||
            commitment_of(quote.order, {*each.fee_fen, *each.seats, *each.at_least, *each.nonce}) !=
                each.commitment)
            return differs(fmt::format("the commitment of number {}", number));
        if (quote.ceiling_fen && *each.fee_fen > *quote.ceiling_fen)
            return differs(fmt::format("number {} is above the ceiling", number));
        opened.push_back(&each);
    }
    return opened;
}

/// Places and seats of every opened bid, recomputed.
Result<Done> awards_agree(const QuoteView& quote, const std::vector<const BidView*>& opened,
                          const std::vector<std::size_t>& lottery) {
    std::vector<Fen> fees;
    std::vector<draws::Entrant> entrants;
    for (const auto* each : opened) {
        fees.push_back(*each->fee_fen);
        entrants.push_back({*each->seats, *each->at_least, *each->room});
    }
    for (std::size_t lot = 0; lot < lottery.size(); ++lot)
        if (opened[lottery[lot]]->lot != static_cast<int>(lot) + 1)
            return differs(fmt::format("the lot of number {}", opened[lottery[lot]]->number));
    const auto order = by_fee(fees, lottery);
    const auto allotted = draws::allot(entrants, order, *quote.seats, *quote.lot_min);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const BidView& published = *opened[order[place]];
        const auto& own = allotted[order[place]];
        if (published.place != static_cast<int>(place) + 1 || published.given != own.given ||
            published.outcome != own.outcome)
            return differs(fmt::format("number {}: place {}, {} seats", published.number, place + 1,
                                       own.given));
    }
    return Done{};
}

}  // namespace

Result<Done> verify(const QuoteView& quote) {
    if (quote.status != QuoteStatus::opened || !quote.seed || !quote.position || !quote.seats ||
        !quote.lot_min)
        return refuse(quote_not_opened);
    if (quote.rules != rules_version) return differs("rules " + quote.rules);
    TRY(const auto opened, opened_bids(quote));
    std::vector<std::string> commitments, nonces;
    for (const auto* each : opened) {
        commitments.push_back(each->commitment);
        nonces.push_back(*each->nonce);
    }
    const auto seed = seed_of(commitments, nonces, *quote.position);
    if (seed.hex() != *quote.seed) return differs("seed");
    return awards_agree(quote, opened, draws::lottery(seed, opened.size()));
}

}  // namespace jianghui::quotes
