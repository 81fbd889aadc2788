#pragma once
// What grabs are decided on, kept from one commit to the next (docs/adr/0012). It is exact, not
// fresh by luck: the write lane asks inside its transaction, where nobody else writes, what the
// journal says since, and what an event names is read anew.

#include <unordered_map>

#include "features/shares/store.hpp"

namespace jianghui::shares {

/// Used by the write lane's thread alone. `begin`, `ask` and `ready` in that order for each group of
/// sets; after them it knows everything that was wanted and exists, as of the transaction.
class GrabFacts {
  public:
    struct Agency {
        organisations::GateFacts facts;
        AgencyTotals totals;
    };

    /// `losses` of the store: what was written into a transaction that was lost is forgotten.
    void begin(std::uint64_t losses);
    void want(OrderId order) { wanted_orders_.push_back(order); }
    void want(OrganisationId agency) { wanted_agencies_.push_back(agency); }
    /// Asks what the journal says since, and for what is wanted and not known.
    void ask(store::Readings& readings);
    /// After the reading: forgets what events named, and reads what is missing then.
    void ready(const store::Reader& reader);

    /// Nothing when there is none.
    [[nodiscard]] const orders::OrderRow* order(OrderId id) const;
    [[nodiscard]] const Agency* agency(OrganisationId id) const;
    /// What the agency holds of an order that is known.
    [[nodiscard]] int seats_of(OrderId order, OrganisationId agency) const;
    [[nodiscard]] organisations::Reference name_of(OrganisationId employer) const;
    /// The journal's newest position in the transaction.
    [[nodiscard]] std::int64_t position() const { return position_; }

    /// Seats of an order were granted, in the transaction.
    void granted(const orders::OrderRow& now, const std::vector<AgencySeats>& taken);
    /// So many events were written for them: they say nothing new here.
    void wrote(std::size_t events) { position_ += static_cast<std::int64_t>(events); }
    void forget();

  private:
    struct Order {
        orders::OrderRow row;
        std::unordered_map<std::int64_t, int> seats;  ///< by agency
    };
    /// What one reading brings; it is kept after what the events named was forgotten.
    struct Brought {
        std::vector<orders::OrderRow> orders;
        std::unordered_map<std::int64_t, std::unordered_map<std::int64_t, int>> seats;
        std::vector<organisations::GateFacts> agencies;
        std::unordered_map<std::int64_t, AgencyTotals> totals;
        std::vector<organisations::Reference> names;
        std::vector<journal::Named> events;
        std::optional<std::int64_t> newest;
    };
    bool ask_missing(store::Readings& readings);
    void keep_brought();
    void forget_named(const journal::Named& event);

    std::unordered_map<std::int64_t, Order> orders_;
    std::unordered_map<std::int64_t, Agency> agencies_;
    std::unordered_map<std::int64_t, organisations::Reference> names_;  ///< of employers
    std::int64_t position_ = -1;  ///< none yet
    std::uint64_t losses_ = 0;
    std::vector<OrderId> wanted_orders_;
    std::vector<OrganisationId> wanted_agencies_;
    Brought brought_;
};

}  // namespace jianghui::shares
