#pragma once
// The vocabulary of cancellations: terms that an order names, and what is due under them.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"
#include "features/shares/api.hpp"

namespace jianghui::cancellations {

using ClaimId = Id<struct CancellationClaimTag>;

/// Who cancels, how far the share is, and with how much notice: a part of the service fee of every
/// seat, and days of the pay of every seat that a worker had accepted.
struct TermsRow {
    shares::Canceller canceller = shares::Canceller::employer;
    shares::ShareStatus share_state = shares::ShareStatus::held;
    int notice_hours = 0;  ///< at least so many before the first day of work
    int fee_percent = 0;
    int pay_days_tenths = 0;
};
BOOST_DESCRIBE_STRUCT(TermsRow, (),
                      (canceller, share_state, notice_hours, fee_percent, pay_days_tenths))

/// A set of terms (data/cancellation_sets.csv, data/cancellation_terms.csv).
struct TermsSet {
    int number = 0;
    Text title;
    Text what;  ///< in a sentence
    std::vector<TermsRow> rows;
    std::string source;
    std::string mark;  ///< F, K or P
};
BOOST_DESCRIBE_STRUCT(TermsSet, (), (number, title, what, rows, source, mark))

/// A row of `order_cancellation_terms`.
struct OrderTermsRow {
    PlaceCode city;
    OrderId order_id;
    int set_number = 1;
    std::optional<TermsSet> frozen;
    std::optional<Instant> frozen_at;
};
BOOST_DESCRIBE_STRUCT(OrderTermsRow, (), (city, order_id, set_number, frozen, frozen_at))

/// GET cancellation-terms: what an order may name.
struct TermsOffered {
    int default_set = 1;
    std::vector<TermsSet> sets;
};
BOOST_DESCRIBE_STRUCT(TermsOffered, (), (default_set, sets))

/// GET orders/{order}/cancellation-terms. No set: published before there were any; nothing is due.
struct OrderTermsView {
    std::optional<TermsSet> set;
    std::optional<Instant> frozen_at;
};
BOOST_DESCRIBE_STRUCT(OrderTermsView, (), (set, frozen_at))

/// POST orders/{order}/cancellation-terms.
struct ChooseTerms {
    OrderId order;
    Integer<1, 1000000> set;
};
BOOST_DESCRIBE_STRUCT(ChooseTerms, (), (order, set))

enum class LineKind {
    fee,  ///< seats × service fee × percent
    pay   ///< accepted seats × pay of a day × days
};
BOOST_DESCRIBE_ENUM(LineKind, fee, pay)

/// One line of a claim's arithmetic.
struct ClaimLine {
    LineKind kind = LineKind::fee;
    int seats = 0;
    Fen unit_fen;  ///< the service fee of a seat, or the pay of a day
    int percent = 0;
    int days_tenths = 0;
    Fen amount_fen;
};
BOOST_DESCRIBE_STRUCT(ClaimLine, (), (kind, seats, unit_fen, percent, days_tenths, amount_fen))

enum class ClaimStatus {
    due,
    paid,       ///< says the debtor
    confirmed,  ///< says the creditor
    waived,     ///< by the creditor
    disputed    ///< by the debtor that it is owed, or by the creditor that it was paid
};
BOOST_DESCRIBE_ENUM(ClaimStatus, due, paid, confirmed, waived, disputed)

/// A row of `cancellation_claims`.
struct ClaimRow {
    ClaimId id;
    PlaceCode city;
    OrderId order_id;
    ShareId share_id;
    OrganisationId debtor;
    OrganisationId creditor;
    shares::Canceller canceller = shares::Canceller::employer;
    shares::ShareStatus share_state = shares::ShareStatus::held;
    int notice_hours = 0;
    int seats = 0;
    int set_number = 0;
    std::vector<ClaimLine> lines;
    Fen amount_fen;
    ClaimStatus status = ClaimStatus::due;
    std::string reference;  ///< of the payment, as the debtor says
    std::string reason;     ///< of a dispute; read by the parties and supervisors alone
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (),
                      (id, city, order_id, share_id, debtor, creditor, canceller, share_state,
                       notice_hours, seats, set_number, lines, amount_fen, status, reference,
                       reason, created_at, changed_at))

/// A claim as its parties see it.
struct ClaimView {
    ClaimId id;
    shares::OrderReference order;
    ShareId share;
    organisations::Reference debtor;
    organisations::Reference creditor;
    shares::Canceller canceller = shares::Canceller::employer;
    shares::ShareStatus share_state = shares::ShareStatus::held;
    int notice_hours = 0;
    int seats = 0;
    Text terms_title;
    std::vector<ClaimLine> lines;
    Fen amount_fen;
    ClaimStatus status = ClaimStatus::due;
    std::string reference;
    std::string reason;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ClaimView, (),
                      (id, order, share, debtor, creditor, canceller, share_state, notice_hours,
                       seats, terms_title, lines, amount_fen, status, reference, reason, created_at,
                       changed_at))

struct FindClaim {
    ClaimId claim;
};
BOOST_DESCRIBE_STRUCT(FindClaim, (), (claim))

/// POST cancellation-claims/{claim}/pay: the debtor says that it has paid, outside the platform.
struct PayClaim {
    ClaimId claim;
    std::optional<String<0, 60>> reference;
};
BOOST_DESCRIBE_STRUCT(PayClaim, (), (claim, reference))

struct DisputeClaim {
    ClaimId claim;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DisputeClaim, (), (claim, reason))

/// GET cancellation-claims.
struct ListClaims {
    std::optional<OrderId> order;
    std::optional<ClaimStatus> status;
    std::optional<ClaimId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListClaims, (), (order, status, cursor, limit))

/// What the events say.
struct ClaimChange {
    OrderId order;
    ShareId share;
    ClaimStatus status = ClaimStatus::due;
    Fen amount_fen;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(ClaimChange, (), (order, share, status, amount_fen, seats))

}  // namespace jianghui::cancellations
