#pragma once
// How seats of one order become shares: every way of giving them (a race, a draw, bids) ends here.
// The order is read once, the wishes are decided in memory one after the other, and what was
// awarded is written once (docs/adr/0007).

#include <map>
#include <vector>

#include "features/shares/facts.hpp"
#include "features/shares/gate.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

/// What every grab mode ends in: so many seats of an order for an agency.
struct Award {
    OrganisationId agency;
    int seats = 1;
    AccountId by;  ///< whose wish it was: who grabbed, applied or bid
    std::optional<Fen> service_fee_fen = {};  ///< a seat; the order's when none
};

/// What was granted of one order, to be written: exactly one row of the order must change.
struct Granted {
    orders::OrderRow order;  ///< as it is then
    orders::Taking taking;
    std::vector<ShareRow> shares;
    std::vector<AgencySeats> totals;           ///< of each agency once
    std::vector<journal::NewEvent> events;     ///< the order's first
};

class Awarding {
  public:
    /// `order` as it was read in the command's transaction.
    Awarding(app::Command& command, orders::OrderRow order);
    /// The same with the facts of agencies as `facts` knows them.
    Awarding(app::Command& command, orders::OrderRow order, const GrabFacts& facts);

    /// Decides one wish after those before it, as of `at`: the order's own terms (orders::may_take),
    /// then the gate. Writes nothing; what it grants is promised until `write`. Fails as both do.
    [[nodiscard]] Result<ShareRow> decide(const Award& wanted, Instant at);

    /// Writes everything that was granted: the order's seats by one conditional update, shares,
    /// totals and events. Fails with not_enough_seats, having written nothing, when the order is
    /// no longer what was read (another process without the baton).
    [[nodiscard]] Result<Done> write();

    /// What `write` writes; nothing when nothing was granted.
    [[nodiscard]] std::optional<Granted> granted() const;

    /// The most seats up to `wanted` that the order's terms and the agency's capacity leave it after
    /// what was granted; 1 at least, so that `decide` says what is against it.
    [[nodiscard]] int most(OrganisationId agency, int wanted);

    /// A share of this awarding as people see it; asks the database for the names once.
    [[nodiscard]] ShareView view(const ShareRow& share);

  private:
    /// An agency and what it holds, counting what was granted here.
    struct Agency {
        std::optional<AtGate> at_gate;
        int of_order = 0;  ///< live seats of this order
        int granted = 0;   ///< of those, granted here
    };
    Agency& agency(OrganisationId id);
    [[nodiscard]] std::optional<AtGate> read_at_gate(OrganisationId id) const;

    app::Command& command_;
    const GrabFacts* facts_ = nullptr;
    orders::OrderRow before_;
    orders::OrderRow order_;  ///< with what was granted taken off
    std::map<OrganisationId, Agency> agencies_;
    std::vector<std::pair<ShareRow, int>> granted_;  ///< shares and what remained after each
    AccountId last_by_;
    Instant last_at_;
    std::optional<organisations::Reference> employer_;
};

}  // namespace jianghui::shares
