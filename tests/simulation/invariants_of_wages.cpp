// Hours and money: what was approved is owed, once, to the fen.

#include "tests/simulation/invariants.hpp"

// What the live lines say is owed for timesheet t.
#define BILLED                                                                                   \
    "COALESCE((SELECT SUM(l.amount_fen) FROM statement_lines l WHERE l.timesheet_id = t.id AND " \
    "l.live = 1), 0)"
// The lines of a version of statement s, of workers (NOT NULL) or of organisations (NULL).
#define LINES(version, person)                                                                  \
    "COALESCE((SELECT SUM(l.amount_fen) FROM statement_lines l WHERE l.statement_id = s.id AND " \
    "l.version = " version " AND l.person IS " person "), 0)"

namespace jianghui::simulation {
namespace {

constexpr Invariant about_wages[] = {
    // Hours.
    {"timesheet", "the pay of a timesheet is its quantity times its rate, to the fen",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND t.pay_fen <> "
     "(t.quantity_hundredths * t.rate_fen + 50) / 100"},
    {"timesheet", "the rate of a timesheet is what its worker accepted",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND {seat:t.seat_id} AND NOT EXISTS (SELECT 1 FROM "
     "seats e WHERE "
     "e.id = t.seat_id AND e.pay_fen = t.rate_fen AND e.share_id = t.share_id AND e.person = t.person AND "
     "e.agency = t.agency AND e.employer = t.employer)"},
    {"timesheet", "a timesheet has each of its days",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND {days:t.from_on:t.to_on} <> (SELECT "
     "COUNT(*) FROM timesheet_days d WHERE d.timesheet_id = t.id AND d.seat_id = t.seat_id AND d.day >= t.from_on "
     "AND d.day <= t.to_on)"},
    {"timesheet", "no day of a seat is counted twice",
     "SELECT t.id AS offender FROM timesheets t JOIN timesheets u ON u.seat_id = t.seat_id AND u.id <> t.id WHERE "
     "{timesheet:t.id} AND t.from_on <= u.to_on AND u.from_on <= t.to_on"},
    {"timesheet", "hours lie between the start and the end of the work",
     "SELECT t.id AS offender FROM timesheets t JOIN seats e ON e.id = t.seat_id WHERE {timesheet:t.id} AND "
     "{seat:t.seat_id} AND "
     "(e.started_on IS NULL OR t.from_on < e.started_on OR t.to_on > COALESCE(e.ended_on, e.ends_on))"},
    {"timesheet", "no day has more than a day of work in it",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND t.unit = 'day' AND "
     "t.quantity_hundredths > 100 * {days:t.from_on:t.to_on}"},
    {"timesheet", "a timesheet is what the journal said of it last",
     "SELECT t.id AS offender FROM timesheets t JOIN events v ON v.position = (SELECT l.position FROM events l WHERE "
     "l.subject = t.id AND substr(l.kind, 1, 10) = 'timesheet.' ORDER BY l.position DESC LIMIT 1) WHERE "
     "{timesheet:t.id} AND ({text:v.data:to} <> t.status OR {int:v.data:pay_fen} <> t.pay_fen OR "
     "{int:v.data:quantity_hundredths} <> t.quantity_hundredths)"},
    {"timesheet", "every timesheet is in the journal",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND NOT EXISTS (SELECT 1 FROM events v WHERE "
     "v.subject = t.id AND v.kind = 'timesheet.recorded')"},

    // From hours to money.
    {"timesheet", "what is owed for hours is what was approved or decided, no fen more or less",
     "SELECT t.id AS offender FROM timesheets t WHERE {timesheet:t.id} AND " BILLED " <> CASE WHEN t.status IN "
     "('approved', 'decided') OR (t.status = 'disputed' AND t.disputed_from = 'approved') THEN t.pay_fen ELSE 0 END"},
    {"statement", "a wage line is for a timesheet of its share and worker",
     "SELECT l.statement_id AS offender FROM statement_lines l WHERE {statement:l.statement_id} AND "
     "{timesheet:l.timesheet_id} AND l.timesheet_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM timesheets t WHERE t.id = "
     "l.timesheet_id AND t.share_id = l.share_id "
     "AND t.person = l.person AND t.seat_id = l.seat_id)"},
    {"statement", "a wage line is its quantity times its rate, to the fen",
     "SELECT l.statement_id AS offender FROM statement_lines l WHERE {statement:l.statement_id} AND l.kind = 'wage' "
     "AND l.amount_fen <> (l.quantity_hundredths * l.rate_fen + 50) / 100"},
    {"statement", "the fee of a seat is what was agreed, once",
     "SELECT l.statement_id AS offender FROM statement_lines l WHERE {statement:l.statement_id} AND {seat:l.seat_id} "
     "AND l.kind = 'service_fee' AND l.live = 1 AND (NOT EXISTS (SELECT 1 FROM seats e WHERE e.id = l.seat_id AND "
     "e.service_fee_fen = l.amount_fen AND e.agency = l.organisation) OR EXISTS (SELECT 1 FROM statement_lines m "
     "WHERE m.seat_id = l.seat_id AND m.kind = 'service_fee' AND m.live = 1 AND m.id <> l.id))"},

    // Statements.
    {"statement", "a statement is the sum of its lines, to the fen",
     "SELECT s.id AS offender FROM statements s WHERE {statement:s.id} AND (s.wage_fen <> "
     LINES("s.version", "NOT NULL") " OR s.fee_fen <> " LINES("s.version", "NULL")
     " OR s.total_fen <> s.wage_fen + s.fee_fen)"},
    {"statement", "so was every version that was replaced",
     "SELECT w.statement_id AS offender FROM statement_versions w JOIN statements s ON s.id = w.statement_id WHERE "
     "{statement:w.statement_id} AND (w.wage_fen <> " LINES("w.version", "NOT NULL") " OR w.fee_fen <> "
     LINES("w.version", "NULL") ")"},
    {"statement", "every version but the present one is kept",
     "SELECT s.id AS offender FROM statements s WHERE {statement:s.id} AND s.version - 1 <> (SELECT COUNT(*) FROM "
     "statement_versions w WHERE w.statement_id = s.id)"},
    {"statement", "the lines that live are those of the present version",
     "SELECT l.statement_id AS offender FROM statement_lines l JOIN statements s ON s.id = l.statement_id WHERE "
     "{statement:l.statement_id} AND l.live <> CASE WHEN l.version = s.version THEN 1 ELSE 0 END"},
    {"statement", "a statement is confirmed when every payee has confirmed, and not before",
     "SELECT s.id AS offender FROM statements s WHERE {statement:s.id} AND s.status IN ('paid', 'confirmed') AND "
     "(CASE s.status WHEN 'paid' THEN 1 ELSE 0 END) <> (CASE WHEN EXISTS (SELECT 1 FROM statement_lines l WHERE "
     "l.statement_id = s.id AND l.live = 1 AND l.amount_fen <> 0 AND l.confirmed_at IS NULL) THEN 1 ELSE 0 END)"},
    {"statement", "nobody confirms what was not paid",
     "SELECT l.statement_id AS offender FROM statement_lines l JOIN statements s ON s.id = l.statement_id WHERE "
     "{statement:l.statement_id} AND l.confirmed_at IS NOT NULL AND s.paid_at IS NULL"},
    {"statement", "a statement is what the journal said of it last",
     "SELECT s.id AS offender FROM statements s JOIN events v ON v.position = (SELECT l.position FROM events l WHERE "
     "l.subject = s.id AND substr(l.kind, 1, 10) = 'statement.' AND l.kind NOT IN ('statement.wage_paid', "
     "'statement.wage_confirmed') ORDER BY l.position DESC LIMIT 1) WHERE {statement:s.id} AND "
     "({text:v.data:status} <> s.status OR {int:v.data:version} <> s.version OR {int:v.data:wage_fen} <> s.wage_fen "
     "OR {int:v.data:fee_fen} <> s.fee_fen)"},
    {"statement", "every statement is in the journal",
     "SELECT s.id AS offender FROM statements s WHERE {statement:s.id} AND NOT EXISTS (SELECT 1 FROM events v WHERE "
     "v.subject = s.id AND substr(v.kind, 1, 10) = 'statement.')"},
    {"new", "a share is settled when everything that is owed through it has been confirmed",
     "SELECT v.position AS offender FROM events v WHERE {fresh:v.position} AND v.kind = 'share.settled' AND (EXISTS "
     "(SELECT 1 FROM statements s WHERE s.share_id = v.subject AND s.status <> 'confirmed') OR EXISTS (SELECT 1 FROM "
     "timesheets t WHERE t.share_id = v.subject AND t.status NOT IN ('approved', 'decided')))"},
};

}  // namespace

std::span<const Invariant> invariants_of_wages() { return about_wages; }

}  // namespace jianghui::simulation
