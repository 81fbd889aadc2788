#pragma once
// The vocabulary of leads.

#include "engine/registers/entry.hpp"
#include "features/lending/api.hpp"
#include "features/statements/api.hpp"

namespace jianghui::leads {

using LeadId = Id<struct LeadTag>;
using registers::CaseId;

enum class LeadKind {
    overdue_pay,  ///< of a statement: the wages of an order's month
    overdue_loan  ///< of a month of a loan: the wage that the lender has not passed on
};
BOOST_DESCRIBE_ENUM(LeadKind, overdue_pay, overdue_loan)

enum class LeadStatus {
    raised,
    taken,  ///< somebody of the office looks after it
    closed
};
BOOST_DESCRIBE_ENUM(LeadStatus, raised, taken, closed)

enum class LeadOutcome {
    paid,     ///< the wages have come
    pursued,  ///< goes on as a case
    unfounded
};
BOOST_DESCRIBE_ENUM(LeadOutcome, paid, pursued, unfounded)

/// Whose turn it is.
enum class NextStep {
    employer_pays,
    office_takes,
    office_decides,
    none
};
BOOST_DESCRIBE_ENUM(NextStep, employer_pays, office_takes, office_decides, none)

/// A row of `leads`.
struct LeadRow {
    LeadId id;
    PlaceCode city;
    PlaceCode place;
    LeadKind kind = LeadKind::overdue_pay;
    OrganisationId employer;  ///< who owes the wages; of a loan the lender
    std::optional<OrganisationId> agency;
    std::optional<OrderId> order_id;
    std::optional<StatementId> statement_id;
    std::optional<OrganisationId> borrower;
    std::optional<lending::AgreementId> agreement_id;
    std::optional<lending::SettlementId> settlement_id;
    LeadStatus status = LeadStatus::raised;
    std::optional<LeadOutcome> outcome;
    std::string note;
    std::optional<AccountId> owner;
    Instant raised_at;
    std::optional<Instant> taken_at;
    std::optional<Instant> closed_at;
    Instant changed_at;
    std::optional<CaseId> case_id;  ///< that it went on as
};
BOOST_DESCRIBE_STRUCT(LeadRow, (),
                      (id, city, place, kind, employer, agency, order_id, statement_id, borrower,
                       agreement_id, settlement_id, status, outcome, note, owner, raised_at, taken_at, closed_at, changed_at, case_id))

/// What a lead shows of its statement.
struct LeadStatement {
    StatementId id;
    std::string month;
    statements::StatementStatus status = statements::StatementStatus::draft;
    Fen wage_fen;
    Date due_on;
    int days_late = 0;  ///< until today, or until the payment
};
BOOST_DESCRIBE_STRUCT(LeadStatement, (), (id, month, status, wage_fen, due_on, days_late))

/// What a lead shows of the month of a loan.
struct LeadLoan {
    lending::AgreementId agreement;
    organisations::Reference borrower;
    std::string month;
    lending::SettlementStatus status = lending::SettlementStatus::open;
    Fen wage_fen;  ///< to be expected by the agreement
    Date due_on;
    int days_late = 0;  ///< until today, or until it was passed on
};
BOOST_DESCRIBE_STRUCT(LeadLoan, (),
                      (agreement, borrower, month, status, wage_fen, due_on, days_late))

/// A lead as the API shows it: with `order`, `agency` and `statement`, or with `loan`.
struct LeadView {
    LeadId id;
    LeadKind kind = LeadKind::overdue_pay;
    PlaceCode place;
    std::string place_name;
    organisations::Reference employer;
    std::optional<organisations::Reference> agency;
    std::optional<shares::OrderReference> order;
    std::optional<LeadStatement> statement;
    std::optional<LeadLoan> loan;
    LeadStatus status = LeadStatus::raised;
    std::optional<LeadOutcome> outcome;
    std::string note;
    std::optional<std::string> owner;  ///< the name of who looks after it
    bool mine = false;                 ///< that is the caller
    NextStep next_step = NextStep::office_takes;
    Instant raised_at;
    std::optional<Instant> taken_at;
    std::optional<Instant> closed_at;
    std::optional<CaseId> case_id;  ///< that it went on as
};
BOOST_DESCRIBE_STRUCT(LeadView, (),
                      (id, kind, place, place_name, employer, agency, order, statement, loan,
                       status, outcome, note, owner, mine, next_step, raised_at, taken_at, closed_at, case_id))

struct FindLead {
    LeadId lead;
};
BOOST_DESCRIBE_STRUCT(FindLead, (), (lead))

struct CloseLead {
    LeadId lead;
    LeadOutcome outcome = LeadOutcome::paid;
    Sentence note;
};
BOOST_DESCRIBE_STRUCT(CloseLead, (), (lead, outcome, note))

/// GET leads.
struct ListLeads {
    std::optional<LeadStatus> status;
    std::optional<bool> mine;
    std::optional<LeadId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListLeads, (), (status, mine, cursor, limit))

/// What the events of a lead say.
struct LeadChange {
    LeadKind kind = LeadKind::overdue_pay;
    std::optional<StatementId> statement;
    std::optional<OrderId> order;
    std::optional<lending::AgreementId> agreement;
    std::optional<lending::SettlementId> settlement;
    LeadStatus status = LeadStatus::raised;
    std::optional<LeadOutcome> outcome;
    std::optional<CaseId> case_id;
};
BOOST_DESCRIBE_STRUCT(LeadChange, (),
                      (kind, statement, order, agreement, settlement, status, outcome, case_id))

}  // namespace jianghui::leads
