#pragma once
// The vocabulary of leads.

#include "engine/registers/entry.hpp"
#include "features/statements/api.hpp"

namespace jianghui::leads {

using LeadId = Id<struct LeadTag>;
using registers::CaseId;

enum class LeadKind { overdue_pay };
BOOST_DESCRIBE_ENUM(LeadKind, overdue_pay)

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
    OrganisationId employer;
    OrganisationId agency;
    OrderId order_id;
    StatementId statement_id;
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
                      (id, city, place, kind, employer, agency, order_id, statement_id, status,
                       outcome, note, owner, raised_at, taken_at, closed_at, changed_at, case_id))

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

/// A lead as the API shows it.
struct LeadView {
    LeadId id;
    LeadKind kind = LeadKind::overdue_pay;
    PlaceCode place;
    std::string place_name;
    organisations::Reference employer;
    organisations::Reference agency;
    shares::OrderReference order;
    LeadStatement statement;
    LeadStatus status = LeadStatus::raised;
    std::optional<LeadOutcome> outcome;
    std::string note;
    bool mine = false;  ///< the caller looks after it
    NextStep next_step = NextStep::office_takes;
    Instant raised_at;
    std::optional<Instant> taken_at;
    std::optional<Instant> closed_at;
    std::optional<CaseId> case_id;  ///< that it went on as
};
BOOST_DESCRIBE_STRUCT(LeadView, (),
                      (id, kind, place, place_name, employer, agency, order, statement, status,
                       outcome, note, mine, next_step, raised_at, taken_at, closed_at, case_id))

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
    StatementId statement;
    OrderId order;
    LeadStatus status = LeadStatus::raised;
    std::optional<LeadOutcome> outcome;
    std::optional<CaseId> case_id;
};
BOOST_DESCRIBE_STRUCT(LeadChange, (), (kind, statement, order, status, outcome, case_id))

}  // namespace jianghui::leads
