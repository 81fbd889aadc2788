#pragma once
// The vocabulary of statements.

#include "features/timesheets/api.hpp"

namespace jianghui::statements {

enum class StatementStatus {
    draft,       ///< grows with every timesheet that is approved
    agreed,      ///< by employer and agency
    instructed,  ///< the employer has told its bank
    paid,        ///< the employer has paid every payee
    confirmed    ///< every payee has said that the money came
};
BOOST_DESCRIBE_ENUM(StatementStatus, draft, agreed, instructed, paid, confirmed)

/// Whether its amounts stand: they are no longer a draft.
[[nodiscard]] constexpr bool is_settling(StatementStatus status) {
    return status != StatementStatus::draft;
}

enum class LineKind { wage, service_fee, adjustment };
BOOST_DESCRIBE_ENUM(LineKind, wage, service_fee, adjustment)

enum class OverdueLevel { none, yellow, orange, red };
BOOST_DESCRIBE_ENUM(OverdueLevel, none, yellow, orange, red)

/// A row of `statements`. wage_fen + fee_fen = total_fen = the sum of its live lines, to the fen.
struct StatementRow {
    StatementId id;
    PlaceCode city;
    PlaceCode place;  ///< the order's
    ShareId share_id;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    std::string month;  ///< "2026-12"
    int part = 0;
    int version = 1;
    StatementStatus status = StatementStatus::draft;
    Fen wage_fen;
    Fen fee_fen;
    Fen total_fen;
    Date due_on;
    OverdueLevel overdue_level = OverdueLevel::none;
    std::optional<Instant> employer_agreed_at;
    std::optional<Instant> agency_agreed_at;
    std::optional<Instant> agreed_at;
    std::optional<std::string> instructed_reference;
    std::optional<Instant> instructed_at;
    std::optional<std::string> paid_reference;
    std::optional<Date> paid_on;
    std::optional<Instant> paid_at;
    std::optional<Instant> confirmed_at;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(StatementRow, (),
                      (id, city, place, share_id, order_id, employer, agency, month, part, version,
                       status, wage_fen, fee_fen, total_fen, due_on, overdue_level,
                       employer_agreed_at, agency_agreed_at, agreed_at, instructed_reference,
                       instructed_at, paid_reference, paid_on, paid_at, confirmed_at, created_at,
                       changed_at))

/// A row of `statement_lines`: amount = quantity × rate ÷ 100, rounded as a timesheet's pay. The
/// payee is a person (wages) or an organisation (fees).
struct LineRow {
    LineId id;
    PlaceCode city;
    StatementId statement_id;
    ShareId share_id;
    int version = 1;
    bool live = true;
    LineKind kind = LineKind::wage;
    std::optional<SeatId> seat_id;
    std::optional<TimesheetId> timesheet_id;
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::int64_t quantity_hundredths = 100;
    Fen rate_fen;
    Fen amount_fen;
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (id, city, statement_id, share_id, version, live, kind, seat_id, timesheet_id,
                       person, organisation, quantity_hundredths, rate_fen, amount_fen,
                       confirmed_at))

struct Payee {
    std::string id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Payee, (), (id, name))

struct LineView {
    LineId id;
    LineKind kind = LineKind::wage;
    std::optional<SeatId> seat;
    std::optional<TimesheetId> timesheet;
    Payee payee;
    std::int64_t quantity_hundredths = 100;
    Fen rate_fen;
    Fen amount_fen;
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (id, kind, seat, timesheet, payee, quantity_hundredths, rate_fen, amount_fen,
                       confirmed_at))

/// What a replaced version came to.
struct VersionView {
    int version = 1;
    Fen total_fen;
    Instant replaced_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (version, total_fen, replaced_at, reason))

/// A statement as the API shows it. A worker sees her own lines, and totals of those alone.
struct StatementView {
    StatementId id;
    int version = 1;
    int part = 0;
    ShareId share;
    shares::OrderReference order;
    organisations::Reference employer;
    organisations::Reference agency;
    std::string month;
    StatementStatus status = StatementStatus::draft;
    std::vector<LineView> lines;
    Fen wage_fen;
    Fen fee_fen;
    Fen total_fen;
    Date due_on;
    OverdueLevel overdue_level = OverdueLevel::none;
    std::optional<std::string> instructed_reference;
    std::optional<std::string> paid_reference;
    std::optional<Date> paid_on;
    std::optional<Instant> employer_agreed_at;
    std::optional<Instant> agency_agreed_at;
    std::optional<Instant> agreed_at;
    std::optional<Instant> instructed_at;
    std::optional<Instant> paid_at;
    std::optional<Instant> confirmed_at;
    std::vector<VersionView> replaced;
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (id, version, part, share, order, employer, agency, month, status, lines,
                       wage_fen, fee_fen, total_fen, due_on, overdue_level, instructed_reference,
                       paid_reference, paid_on, employer_agreed_at, agency_agreed_at, agreed_at,
                       instructed_at, paid_at, confirmed_at, replaced))

struct FindStatement {
    StatementId statement;
};
BOOST_DESCRIBE_STRUCT(FindStatement, (), (statement))

struct InstructStatement {
    StatementId statement;
    String<1, 100> reference;
};
BOOST_DESCRIBE_STRUCT(InstructStatement, (), (statement, reference))

struct PayStatement {
    StatementId statement;
    String<1, 100> reference;
    Date paid_on;
};
BOOST_DESCRIBE_STRUCT(PayStatement, (), (statement, reference, paid_on))

/// An amount more (+) or less (−): at most ten million yuan.
using Correction = Integer<-1'000'000'000, 1'000'000'000>;

/// For the worker of a seat, or for the agency when no seat is said.
struct CorrectionLine {
    std::optional<SeatId> seat;
    Correction amount_fen;
};
BOOST_DESCRIBE_STRUCT(CorrectionLine, (), (seat, amount_fen))

struct CorrectStatement {
    StatementId statement;
    List<CorrectionLine, 500> lines;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(CorrectStatement, (), (statement, lines, reason))

/// GET statements.
struct ListStatements {
    std::optional<ShareId> share;
    std::optional<OrderId> order;
    std::optional<StatementStatus> status;
    std::optional<String<7, 7>> month;
    std::optional<bool> mine;
    std::optional<StatementId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListStatements, (), (share, order, status, month, mine, cursor, limit))

/// GET statements/overdue: by what unpaid wages past their due day are summed.
enum class OverdueBy { order, agency, employer };
BOOST_DESCRIBE_ENUM(OverdueBy, order, agency, employer)
struct ListOverdue {
    OverdueBy by = OverdueBy::employer;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListOverdue, (), (by, limit))

/// A side of a statement.
enum class Side { employer, agency };
BOOST_DESCRIBE_ENUM(Side, employer, agency)

/// Whose turn it is: the employer's, who owes the wages, but the agency's when it alone has not
/// agreed.
struct OverdueOwner {
    Side side = Side::employer;
    organisations::Reference organisation;
    int others = 0;  ///< how many more have a turn in the other statements of the sum
};
BOOST_DESCRIBE_STRUCT(OverdueOwner, (), (side, organisation, others))

/// What the slowest of the statements waits for.
enum class OverdueStep { agree, instruct, pay };
BOOST_DESCRIBE_ENUM(OverdueStep, agree, instruct, pay)

/// The three-colour warning of one order, agency or employer.
struct OverdueView {
    std::string id;
    std::string name;
    OverdueLevel level = OverdueLevel::yellow;  ///< the worst of its statements
    int statements = 0;
    Fen wage_fen;
    Date oldest_due_on;
    int days_late = 0;  ///< of the oldest, today
    OverdueStep next_step = OverdueStep::agree;
    OverdueOwner owner;
    StatementId statement;  ///< the slowest, on which the owner acts next
};
BOOST_DESCRIBE_STRUCT(OverdueView, (),
                      (id, name, level, statements, wage_fen, oldest_due_on, days_late, next_step,
                       owner, statement))

/// What the events of a statement say: all that the figures need. `provisional` until every payee
/// has confirmed; `workers` get a wage (0 while it is a draft); `days_late` of the payment.
struct StatementFacts {
    ShareId share;
    OrderId order;
    PlaceCode place;
    PlaceCode agency_place;
    orders::OrderKind order_kind = orders::OrderKind::recruit;
    std::string month;
    int part = 0;
    int version = 1;
    StatementStatus status = StatementStatus::draft;
    Fen wage_fen;
    Fen fee_fen;
    Fen total_fen;
    int workers = 0;
    Date due_on;
    int days_late = 0;
    OverdueLevel overdue_level = OverdueLevel::none;
    bool provisional = true;
};
BOOST_DESCRIBE_STRUCT(StatementFacts, (),
                      (share, order, place, agency_place, order_kind, month, part, version, status,
                       wage_fen, fee_fen, total_fen, workers, due_on, days_late, overdue_level,
                       provisional))

/// What a worker's own events say: her wage was paid, or she confirmed it.
struct WageFacts {
    ShareId share;
    OrderId order;
    std::string month;
    Fen amount_fen;
};
BOOST_DESCRIBE_STRUCT(WageFacts, (), (share, order, month, amount_fen))

}  // namespace jianghui::statements
