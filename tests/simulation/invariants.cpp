#include "tests/simulation/invariants.hpp"

#include <fmt/format.h>

namespace jianghui::simulation {
namespace {

using store::Statement;

/// Each lists the offenders of one invariant. These read other features' tables: they are the
/// auditor, not part of the house.
constexpr Statement audits[] = {
    {"seats of shares and what remains add up to the headcount",
     "SELECT o.id AS offender FROM orders o WHERE o.headcount <> o.remaining + "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.order_id = o.id), 0)"},
    {"an order is filled exactly when nothing remains while it is in the market",
     "SELECT id AS offender FROM orders WHERE (status = 'filled' AND remaining > 0) "
     "OR (status = 'open' AND remaining = 0)"},
    {"an agency's total of an order is the sum of its live shares",
     "SELECT t.order_id AS offender FROM share_totals t WHERE t.seats <> "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.order_id = t.order_id AND "
     "s.agency = t.agency AND s.status IN ('held', 'staffing', 'delivering')), 0)"},
    {"an agency's total is the sum of its live shares and its defaults",
     "SELECT t.agency AS offender FROM agency_totals t WHERE t.seats <> "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.agency = t.agency AND "
     "s.status IN ('held', 'staffing', 'delivering')), 0) OR t.open_defaults <> "
     "(SELECT COUNT(*) FROM shares s WHERE s.agency = t.agency AND s.status = 'defaulted')"},
    {"nobody has more of an order than the cap",
     "SELECT t.order_id AS offender FROM share_totals t JOIN orders o ON o.id = t.order_id "
     "WHERE t.seats > o.cap_per_agency"},
    {"a share counts as staffed the seats that somebody holds or has worked",
     "SELECT s.id AS offender FROM shares s WHERE s.staffed <> (SELECT COUNT(*) FROM seats e "
     "WHERE e.share_id = s.id AND (e.status IN ('offered', 'accepted', 'on_site') "
     "OR e.started_on IS NOT NULL))"},
    {"the days of a worker's calendar belong to a live or worked seat",
     "SELECT d.seat_id AS offender FROM person_days d JOIN seats e ON e.id = d.seat_id "
     "WHERE e.status IN ('offered', 'declined', 'expired')"},
    {"an accepted seat has its days",
     "SELECT e.id AS offender FROM seats e WHERE e.status IN ('accepted', 'on_site') AND NOT "
     "EXISTS (SELECT 1 FROM person_days d WHERE d.seat_id = e.id)"},
    {"a bid that won is a share of its agency at the fee that was bid",
     "SELECT b.id AS offender FROM quote_bids b LEFT JOIN shares s ON s.id = b.share_id WHERE "
     "b.given > 0 AND (s.id IS NULL OR s.agency <> b.agency OR s.service_fee_fen <> b.fee_fen)"},
    {"nobody is turned away for want of seats below the fee of somebody who got some",
     "SELECT l.id AS offender FROM quote_bids l JOIN quote_bids w ON w.order_id = l.order_id WHERE "
     "l.outcome = 'none_left' AND w.given > 0 AND l.fee_fen < w.fee_fen"},
    {"an accepted counter-offer is a share of its agency at the agreed fee",
     "SELECT c.id AS offender FROM counter_offers c LEFT JOIN shares s ON s.id = c.share_id WHERE "
     "c.status = 'accepted' AND (s.id IS NULL OR s.agency <> c.agency OR "
     "s.service_fee_fen <> c.fee_fen)"},
    {"every share has exactly one event of its grab",
     "SELECT s.id AS offender FROM shares s WHERE (SELECT COUNT(*) FROM events v WHERE "
     "v.subject = s.id AND v.kind = 'share.grabbed') <> 1"},
    {"every grab's event has its share",
     "SELECT v.position AS offender FROM events v WHERE v.kind = 'share.grabbed' AND NOT EXISTS "
     "(SELECT 1 FROM shares s WHERE s.id = v.subject)"},
    {"a share of teams is whole until its hold ends",
     "SELECT id AS offender FROM shares WHERE team_size > 0 AND hold_ended = 0 AND status IN "
     "('held', 'staffing', 'delivering') AND seats % team_size <> 0"},
    {"after its hold a team's free seats are being refilled, and no other share has any",
     "SELECT id AS offender FROM shares WHERE hold_ended = 1 AND status IN ('held', 'staffing', "
     "'delivering') AND seats > staffed AND refill_until_at IS NULL"},
    {"the seats of a team that stood stay the share's while its hold runs",
     "SELECT id AS offender FROM shares WHERE hold_ended = 0 AND status IN ('held', 'staffing', "
     "'delivering') AND standing > seats"},
    {"who was served from the stand-by has its share",
     "SELECT w.id AS offender FROM standbys w WHERE w.status = 'served' AND NOT EXISTS (SELECT 1 "
     "FROM shares s WHERE s.id = w.share_id AND s.order_id = w.order_id AND s.agency = w.agency "
     "AND s.seats <= w.given)"},
    {"no share serves two stand-bys",
     "SELECT share_id AS offender FROM standbys WHERE share_id IS NOT NULL GROUP BY share_id "
     "HAVING COUNT(*) > 1"},
    {"nobody waits for an order that is over",
     "SELECT w.id AS offender FROM standbys w JOIN orders o ON o.id = w.order_id WHERE w.status = "
     "'waiting' AND o.status IN ('running', 'closed', 'expired', 'cancelled')"},
    {"a share stands under a version of its order",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id "
     "WHERE s.order_version > o.version"},
    {"a live share under older terms is asked, or its agency kept them and has no empty seat",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id "
     "WHERE s.status IN ('held', 'staffing', 'delivering') AND s.order_version < o.version "
     "AND NOT EXISTS (SELECT 1 FROM change_answers a WHERE a.share_id = s.id "
     "AND a.status = 'standing') AND (s.hold_ended = 0 OR s.seats > s.staffed)"},
    {"a claim's lines add up",
     "SELECT c.id AS offender FROM cancellation_claims c WHERE c.amount_fen <> "
     "(SELECT SUM(json_extract(l.value, '$.amount_fen')) FROM json_each(c.lines) l)"},
    {"the journal has no gaps",
     "SELECT MAX(position) AS offender FROM events HAVING MAX(position) <> COUNT(*)"},
    {"an order's last word in the journal is what remains",
     "SELECT o.id AS offender FROM orders o JOIN (SELECT subject, MAX(position) AS last FROM "
     "events WHERE kind = 'order.remaining' GROUP BY subject) l ON l.subject = o.id JOIN events v "
     "ON v.position = l.last WHERE json_extract(v.data, '$.remaining') <> o.remaining"},
};

}  // namespace

std::vector<std::string> broken_invariants(const store::Reader& reader) {
    std::vector<std::string> broken;
    for (const auto& audit : audits)
        if (const auto offender = reader.value<std::int64_t>(audit))
            broken.push_back(fmt::format("{}: {}", audit.name, *offender));
    return broken;
}

}  // namespace jianghui::simulation
