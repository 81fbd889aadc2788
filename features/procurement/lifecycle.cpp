#include "features/procurement/lifecycle.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/app/by_itself.hpp"
#include "engine/app/field_keys.hpp"
#include "features/codes/api.hpp"
#include "features/draws/api.hpp"
#include "features/procurement/events.hpp"
#include "features/procurement/store.hpp"

namespace jianghui::procurement {

app::Command::About about(const ProcurementRow& procurement, OrganisationId organisation) {
    return {procurement.city, "procurement", procurement.id.number, organisation, {}, {}};
}

void tell(app::Command& command, const journal::EventKind& kind, const ProcurementRow& procurement,
          int bids, std::optional<BidId> winner) {
    command.record(kind, about(procurement, procurement.buyer.value_or(OrganisationId{})),
                   ProcurementFacts{procurement.kind, procurement.status, procurement.budget_fen,
                                    procurement.commitment, bids, procurement.void_code, winner,
                                    procurement.engagement_id});
}

void tell(app::Command& command, const journal::EventKind& kind, const BidRow& bid) {
    command.record(kind, {bid.city, "procurement", bid.procurement_id.number, bid.agency, {}, {}},
                   BidFacts{bid.procurement_id, bid.number, bid.status, bid.commitment,
                            bid.price_fen, bid.total_score, bid.rank});
}

int parameter(const app::Services& services, Instant now, std::string_view code, int otherwise) {
    return static_cast<int>(
        services.get<codes::Tables>().parameter_or(code, date_of(now), otherwise));
}

Limits limits_of(const app::Services& services, Instant now) {
    return {parameter(services, now, "procurement_evaluators_min", 3),
            parameter(services, now, "procurement_bid_days_min", 1),
            parameter(services, now, "procurement_price_weight_min", 10),
            parameter(services, now, "procurement_price_weight_max", 30)};
}

engagements::Need need_of_kind(const app::Services& services, std::string_view kind) {
    const auto* item = services.get<codes::Tables>().find_item("service_kinds", kind);
    return {codec::parse_enum<organisations::CredentialKind>(item ? std::string_view(item->value)
                                                                  : std::string_view())
                .value_or(organisations::CredentialKind::licence),
            std::nullopt};
}

namespace {

std::string bid_place(BidId bid) { return "procurement.bid:" + bid.text(); }

}  // namespace

std::string secret_place(ProcurementId procurement) {
    return "procurement.secret:" + procurement.text();
}

std::string seal_bid(const app::Services& services, BidId id, const SealedBid& bid) {
    return app::seal_field(services, bid_place(id), codec::encode(bid));
}

Result<ProcurementRow> make_void(app::Command& command, const ProcurementRow& procurement,
                                 VoidCode code, std::optional<std::string> reason) {
    ProcurementRow after = procurement;
    after.status = ProcurementStatus::voided;
    after.void_code = code;
    after.void_reason = std::move(reason);
    after.changed_at = command.now;
    if (!update(command.db, after, procurement.status)) return refuse(procurement_status_conflict);
    tell(command, procurement_voided, after);
    return after;
}

namespace {

/// What makes an opened bid count. Fails with bid_altered, bid_over_budget or as the gate.
Result<Done> valid_today(const app::Command& command, const ProcurementRow& procurement,
                         const BidRow& bid, const SealedBid& sealed) {
    if (commitment_of(sealed) != bid.commitment) return refuse(bid_altered);
    if (sealed.price_fen > procurement.budget_fen) return refuse(bid_over_budget);
    return engagements::may_provide(command.db, bid.agency,
                                    need_of_kind(command.services, procurement.kind),
                                    date_of(command.now));
}

/// Opens one bid and says whether it counts.
Result<bool> open_bid(app::Command& command, const ProcurementRow& procurement, BidRow bid) {
    TRY(const auto bytes, app::open_field(command.services, bid_place(bid.id), bid.box));
    TRY(const SealedBid sealed, codec::decode<SealedBid>(bytes));
    bid.nonce = sealed.nonce;
    bid.price_fen = sealed.price_fen;
    bid.proposal = sealed.proposal;
    bid.proposal_digest = proposal_digest(sealed.proposal);
    const auto valid = valid_today(command, procurement, bid, sealed);
    bid.status = valid ? BidStatus::valid : BidStatus::invalid;
    if (!valid) bid.invalid_code = valid.error().code;
    bid.changed_at = command.now;
    if (!update(command.db, bid, BidStatus::sealed)) return refuse(procurement_status_conflict);
    tell(command, procurement_bid_opened, bid);
    return valid.has_value();
}

/// Opens all bids of a procurement; too few that count make it void.
Result<Done> open_all(app::Command& command, const ProcurementRow& due) {
    int valid = 0, opened = 0;
    for (const auto& bid : bids_of(command.db, due.id)) {
        if (bid.status != BidStatus::sealed) continue;
        TRY(const bool counts, open_bid(command, due, bid));
        valid += counts ? 1 : 0;
        ++opened;
    }
    ProcurementRow after = due;
    after.opened_at = command.now;
    after.changed_at = command.now;
    const bool enough =
        valid >= parameter(command.services, command.now, "procurement_bids_min", 3);
    after.status = enough ? ProcurementStatus::evaluating : ProcurementStatus::voided;
    if (!enough) after.void_code = VoidCode::too_few_bids;
    if (!update(command.db, after, due.status)) return refuse(procurement_status_conflict);
    tell(command, procurement_opened, after, opened);
    if (!enough) tell(command, procurement_voided, after, opened);
    return Done{};
}

/// Does it for the first that is due and has not just failed; whether there was one.
bool do_first(app::Command& command, std::string_view clock, const std::vector<ProcurementRow>& due,
              Result<Done> (*act)(app::Command&, const ProcurementRow&)) {
    for (const auto& procurement : due) {
        const auto subject = about(procurement);
        if (!app::may_try(command.db, clock, subject, command.now)) continue;
        // What failed is kept aside by that call; the next run takes another one.
        (void)app::by_itself(command, clock, subject, [&] { return act(command, procurement); });
        return true;
    }
    return false;
}

}  // namespace

Result<bool> open_due(app::Command& command) {
    return do_first(command, opening_clock, due_openings(command.db, command.now), open_all);
}

namespace {

/// Totals of the valid bids, their order, and everything that is written with them.
class Announcing {
  public:
    Announcing(app::Command& command, ProcurementRow procurement, std::set<int> evaluators)
        : command_(command),
          procurement_(std::move(procurement)),
          evaluators_(std::move(evaluators)) {
        for (auto& bid : bids_of(command.db, procurement_.id))
            if (bid.status == BidStatus::valid) bids_.push_back(std::move(bid));
    }

    Result<ProcurementRow> announce() {
        TRY_DO(draw_seed());
        score();
        order();
        return write();
    }

  private:
    /// Closes the scores in the journal; the position there enters the seed for ties.
    Result<Done> draw_seed() {
        tell(command_, procurement_scores_closed, procurement_, static_cast<int>(bids_.size()));
        TRY(const auto secret, app::open_field(command_.services, secret_place(procurement_.id),
                                               procurement_.secret_box));
        std::vector<crypto::Bytes> nonces;
        for (const auto& bid : bids_) nonces.push_back(*crypto::from_hex(*bid.nonce));
        procurement_.position = journal::last_position(command_.db);
        seed_ = draws::seed_of(secret, nonces, *procurement_.position);
        procurement_.secret = crypto::to_hex(secret);
        procurement_.seed = seed_.hex();
        return Done{};
    }
    void score() {
        Fen lowest = *bids_.front().price_fen;
        for (const auto& bid : bids_) lowest = std::min(lowest, *bid.price_fen);
        std::map<BidId, int> tenths;
        for (const auto& score : scores_of(command_.db, procurement_.id))
            if (evaluators_.contains(score.evaluator)) tenths[score.bid_id] += score.tenths;
        for (auto& bid : bids_) {
            bid.price_score = price_score(lowest, *bid.price_fen, procurement_.price_weight);
            bid.technical_score = mean_score(tenths[bid.id], static_cast<int>(evaluators_.size()));
            bid.total_score = *bid.price_score + *bid.technical_score;
        }
    }
    void order() {
        const auto lots = draws::lottery(seed_, bids_.size());
        std::vector<Standing> standings(bids_.size());
        for (std::size_t place = 0; place < lots.size(); ++place)
            standings[lots[place]] = {*bids_[lots[place]].total_score,
                                      *bids_[lots[place]].price_fen, place};
        int rank = 0;
        for (const auto index : ranked(standings)) bids_[index].rank = ++rank;
    }
    Result<ProcurementRow> write() {
        const int days =
            parameter(command_.services, command_.now, "procurement_objection_days", 7);
        procurement_.status = ProcurementStatus::announced;
        procurement_.announced_at = command_.now;
        // 政府采购法 §52: within so many working days after the announcement, the last one whole.
        const auto& calendar = command_.services.get<codes::Tables>().working_days();
        const Date last = calendar.after(date_of(command_.now), days);
        procurement_.objection_until_at = start_of(add_days(last, 1));
        procurement_.changed_at = command_.now;
        if (!update(command_.db, procurement_, ProcurementStatus::evaluating))
            return refuse(procurement_status_conflict);
        std::optional<BidId> winner;
        for (auto& bid : bids_) {
            bid.changed_at = command_.now;
            if (!update(command_.db, bid, BidStatus::valid))
                return refuse(procurement_status_conflict);
            tell(command_, procurement_bid_ranked, bid);
            if (bid.rank == 1) winner = bid.id;
        }
        tell(command_, procurement_announced, procurement_, static_cast<int>(bids_.size()), winner);
        return procurement_;
    }

    app::Command& command_;
    ProcurementRow procurement_;
    std::set<int> evaluators_;
    std::vector<BidRow> bids_;
    crypto::Digest seed_;
};

}  // namespace

Result<ProcurementRow> announce_if_done(app::Command& command, const ProcurementRow& procurement) {
    if (procurement.status != ProcurementStatus::evaluating) return procurement;
    std::set<int> done;
    for (const auto& evaluator : evaluators_of(command.db, procurement.id)) {
        if (evaluator.status == EvaluatorStatus::named) return procurement;
        if (evaluator.status == EvaluatorStatus::done) done.insert(evaluator.number);
    }
    if (static_cast<int>(done.size()) < limits_of(command.services, command.now).evaluators_min)
        return procurement;
    return Announcing(command, procurement, std::move(done)).announce();
}

namespace {

/// The best bid whose agency may still provide the service; those before it become invalid.
Result<std::optional<BidRow>> fit_winner(app::Command& command, const ProcurementRow& procurement) {
    auto bids = bids_of(command.db, procurement.id);
    std::erase_if(bids, [](const BidRow& bid) { return bid.status != BidStatus::valid; });
    std::sort(bids.begin(), bids.end(),
              [](const BidRow& a, const BidRow& b) { return *a.rank < *b.rank; });
    for (auto& bid : bids) {
        const auto may = engagements::may_provide(command.db, bid.agency,
                                                  need_of_kind(command.services, procurement.kind),
                                                  date_of(command.now));
        if (may) return std::optional(bid);
        bid.status = BidStatus::invalid;
        bid.invalid_code = may.error().code;
        bid.changed_at = command.now;
        if (!update(command.db, bid, BidStatus::valid)) return refuse(procurement_status_conflict);
    }
    return std::optional<BidRow>();
}

Result<Done> award(app::Command& command, const ProcurementRow& due) {
    TRY(const auto winner, fit_winner(command, due));
    if (!winner) {
        TRY_DO(make_void(command, due, VoidCode::nobody_fit));
        return Done{};
    }
    engagements::NewEngagement wanted;
    wanted.source = engagements::Source::procurement;
    wanted.source_id = {due.id.number};
    wanted.buyer = due.buyer;
    wanted.provider = winner->agency;
    wanted.place = due.place;
    wanted.title = due.title;
    wanted.price = *winner->price_fen;
    wanted.steps = engagements::steps_of(due.steps, *winner->price_fen, date_of(command.now));
    TRY(const auto engagement, engagements::create(command, wanted));
    ProcurementRow after = due;
    after.status = ProcurementStatus::awarded;
    after.engagement_id = engagement.id;
    after.changed_at = command.now;
    if (!update(command.db, after, due.status)) return refuse(procurement_status_conflict);
    tell(command, procurement_awarded, after, 0, winner->id);
    return Done{};
}

}  // namespace

Result<bool> award_due(app::Command& command) {
    return do_first(command, award_clock, due_awards(command.db, command.now), award);
}

std::vector<app::InboxSource> failures_for_inbox() {
    const std::string path = "/desk/procurements/";
    return {app::inbox_of_left_aside("procurement.not_opened", opening_clock,
                                     {"采购应答未能开启", "Bids could not be opened"}, path),
            app::inbox_of_left_aside("procurement.not_awarded", award_clock,
                                     {"采购成交未能办理", "An award could not be made"}, path)};
}

}  // namespace jianghui::procurement
