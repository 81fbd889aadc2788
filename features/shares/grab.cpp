// The grab in race mode: first come, first served.

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/award.hpp"
#include "features/shares/endpoints.hpp"
#include "features/shares/refusals.hpp"
#include "features/shares/without_room.hpp"

namespace jianghui::shares {
namespace {

/// What the order says to anybody who grabs in race mode, before its seats are counted.
Result<Done> may_ask(const orders::OrderRow& order, const GrabShare& wanted,
                     const app::Caller& caller) {
    if (!orders::may_see(caller, order)) return refuse(not_found);
    TRY_DO(orders::first_come(order));
    return orders::is_version(order, wanted.order_version);
}

/// Whether the order's own terms refuse whoever asks for that many seats.
bool is_without_room(const Error& refusal) {
    return refusal.code == orders::not_enough_seats.code ||
           refusal.code == orders::order_not_open.code;
}

Result<ShareRow> decide(Awarding& awarding, const orders::OrderRow& order, const GrabShare& wanted,
                        const app::Caller& caller, Instant at) {
    TRY_DO(may_ask(order, wanted, caller));
    return awarding.decide({caller.organisation, static_cast<int>(wanted.seats.value),
                            caller.account},
                           at);
}

}  // namespace

Result<ShareRow> grab(app::Command& command, const GrabShare& wanted) {
    const auto order = orders::find(command.db, wanted.order);
    if (!order) return refuse(not_found);
    Awarding awarding(command, *order);
    TRY(ShareRow share, decide(awarding, *order, wanted, command.caller, command.now));
    TRY_DO(awarding.write());
    return share;
}

std::optional<Error> certainly_refused(const app::Services& services, const app::Caller& caller,
                                       Instant now, const GrabShare& wanted) {
    auto& without_room = services.get<WithoutRoom>();
    if (!without_room.has(wanted.order)) return std::nullopt;
    const auto order = orders::as_of_now(services, wanted.order);
    if (!order || !may_ask(*order, wanted, caller)) return std::nullopt;
    // Held by this agency or not: neither the cap nor anything after it is asked before these.
    auto may = orders::may_take(*order, static_cast<int>(wanted.seats.value), 0, now);
    if (!may && is_without_room(may.error())) {
        note_refusal(services, *order, caller.organisation, may.error(), now);
        return std::move(may).error();
    }
    if (order->status == orders::OrderStatus::open) without_room.forget(wanted.order);
    return std::nullopt;
}

std::int64_t order_of(const GrabShare& wanted) { return wanted.order.number; }

namespace {

std::vector<Result<ShareView>> decide_all(app::Command& command, Awarding& awarding,
                                          const orders::OrderRow& order,
                                          const std::vector<app::Entry<GrabShare>>& grabs) {
    std::vector<Result<ShareView>> answers;
    answers.reserve(grabs.size());
    for (const auto& grab : grabs) {
        auto share = decide(awarding, order, grab.input, grab.caller, grab.now);
        if (share) {
            answers.emplace_back(awarding.view(*share));
        } else {
            if (is_without_room(share.error()))
                command.services.get<WithoutRoom>().note(order.id);
            note_refusal(command.services, order, grab.caller.organisation, share.error(), grab.now);
            answers.emplace_back(tl::unexpected(std::move(share).error()));
        }
    }
    return answers;
}

std::vector<Result<ShareView>> none_there(std::size_t count) {
    return {count, Result<ShareView>(refuse(not_found))};
}

}  // namespace

std::vector<Result<ShareView>> grab_shares(app::Command& command,
                                           const std::vector<app::Entry<GrabShare>>& grabs) {
    const auto order = orders::find(command.db, grabs.front().input.order);
    if (!order) return none_there(grabs.size());
    Awarding awarding(command, *order);
    auto answers = decide_all(command, awarding, *order, grabs);
    if (auto written = awarding.write(); !written)
        for (auto& answer : answers)
            if (answer) answer = tl::unexpected(written.error());
    return answers;
}

namespace {

/// Orders whose refusals a commit of grabs may tell besides.
constexpr std::size_t refusals_a_commit = 20;

/// The grabs of one commit: facts from GrabFacts, written together.
class GrabSets final : public app::Sets<GrabShare, ShareView> {
  public:
    GrabSets(app::Command& command, const std::vector<app::Entry<GrabShare>>& grabs)
        : command_(command), facts_(command.services.get<GrabFacts>()) {
        facts_.begin(command.services.get<store::Store>().losses());
        for (const auto& grab : grabs) {
            facts_.want(grab.input.order);
            facts_.want(grab.caller.organisation);
        }
    }
    /// Whatever went wrong on the way: what was granted in memory was not written.
    ~GrabSets() override {
        if (!settled_) facts_.forget();
    }
    GrabSets(const GrabSets&) = delete;
    GrabSets& operator=(const GrabSets&) = delete;

    void ask(store::Readings& readings) override { facts_.ask(readings); }
    void ready() override { facts_.ready(command_.db); }

    std::vector<Result<ShareView>> decide(
        const std::vector<app::Entry<GrabShare>>& grabs) override {
        const auto* order = facts_.order(grabs.front().input.order);
        if (order == nullptr) return none_there(grabs.size());
        Awarding awarding(command_, *order, facts_);
        auto answers = decide_all(command_, awarding, *order, grabs);
        if (auto made = awarding.granted()) take(std::move(*made));
        return answers;
    }

    std::vector<store::Change> changes() override {
        settled_ = shares_.empty();
        if (settled_) return {};
        // Each process tells of its own refusals: the clock runs in one of them alone.
        for (auto& event : due_refusals(command_, refusals_a_commit))
            events_.push_back(std::move(event));
        std::vector<AgencySeats> of_agencies;
        for (const auto& [agency, seats] : seats_) of_agencies.push_back({{}, {}, agency, seats});
        std::vector<store::Change> all;
        // Each order once: what is granted of it in a commit is one set.
        for (auto& [statement, rows] : takings_) all.push_back({statement, std::move(rows), true});
        all.push_back(journal::appending(facts_.position(), events_));
        for (auto& change : inserting(shares_, totals_, of_agencies))
            all.push_back(std::move(change));
        for (const auto& change : all)
            wanted_.push_back(static_cast<std::int64_t>(change.rows.size()));
        return all;
    }

    void changed(const std::vector<std::int64_t>& rows) override {
        // An order was no longer what was read: somebody wrote without the baton.
        if (rows != wanted_)
            throw store::StoreFailure(store::StoreFailure::Cause::constraint,
                                      "grabs changed other rows than they should");
        facts_.wrote(events_.size());
        settled_ = true;
    }

  private:
    void take(Granted made) {
        facts_.granted(made.order, made.totals);
        takings_[made.taking.statement].push_back(std::move(made.taking.row));
        for (const auto& each : made.totals) seats_[each.agency] += each.seats;
        const auto add = [](auto& to, auto& from) {
            to.insert(to.end(), std::make_move_iterator(from.begin()),
                      std::make_move_iterator(from.end()));
        };
        add(shares_, made.shares);
        add(totals_, made.totals);
        add(events_, made.events);
    }

    app::Command& command_;
    GrabFacts& facts_;
    std::map<const store::Statement*, std::vector<store::Arguments>> takings_;
    std::vector<ShareRow> shares_;
    std::vector<AgencySeats> totals_;
    std::map<OrganisationId, int> seats_;
    std::vector<journal::NewEvent> events_;
    std::vector<std::int64_t> wanted_;
    bool settled_ = false;
};

}  // namespace

std::unique_ptr<app::Sets<GrabShare, ShareView>> open_grabs(
    app::Command& command, const std::vector<app::Entry<GrabShare>>& grabs) {
    return std::make_unique<GrabSets>(command, grabs);
}

}  // namespace jianghui::shares
