#pragma once
// The opening of all bids of an order, and the awards that follow from them, in one transaction.

#include "engine/app/context.hpp"
#include "features/quotes/model.hpp"

namespace jianghui::quotes {

/// Whom the events are about: the order's employer, or the bidding agency alone (until the opening
/// the employer does not know who bid).
[[nodiscard]] app::Command::About about(const QuoteRow& quote);
[[nodiscard]] app::Command::About about(const BidRow& bid);

class Opening {
  public:
    /// `order` as it was read in the command's transaction, open and within its validity.
    Opening(app::Command& command, QuoteRow quote, const orders::OrderRow& order);

    /// Closes the list in the journal, opens every box, orders by fee, asks the gate again, awards
    /// and publishes. Fails with sealing_key_missing, having written nothing that is kept.
    [[nodiscard]] Result<Done> open_all();

  private:
    Result<Done> open_boxes();
    void draw_lots();
    void ask_gate();
    Result<Done> give();
    Result<Done> publish();

    app::Command& command_;
    QuoteRow quote_;
    const orders::OrderRow& order_;
    std::vector<BidRow> opened_;
    std::vector<BidRow> broken_;
    std::vector<std::size_t> in_order_;  ///< of opened_, the lowest fee first
    std::vector<draws::Entrant> entrants_;
    int given_ = 0;
};

}  // namespace jianghui::quotes
