#include "tests/simulation/invariants.hpp"

#include <vector>

#define LIVE_SHARE "('held', 'staffing', 'delivering')"

namespace jianghui::simulation {
namespace {

constexpr Invariant about_shares[] = {
    // Orders and what is taken of them.
    {"order", "seats of shares and what remains add up to the headcount",
     "SELECT o.id AS offender FROM orders o WHERE {order:o.id} AND o.headcount <> o.remaining + "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.order_id = o.id), 0)"},
    {"order", "an order is filled exactly when nothing remains while it is in the market",
     "SELECT o.id AS offender FROM orders o WHERE {order:o.id} AND ((o.status = 'filled' AND "
     "o.remaining > 0) OR (o.status = 'open' AND o.remaining = 0))"},
    {"order", "an agency's total of an order is the sum of its live shares",
     "SELECT t.order_id AS offender FROM share_totals t WHERE {order:t.order_id} AND t.seats <> "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.order_id = t.order_id AND "
     "s.agency = t.agency AND s.status IN " LIVE_SHARE "), 0)"},
    {"order", "every live share counts in a total",
     "SELECT s.id AS offender FROM shares s WHERE {order:s.order_id} AND s.status IN " LIVE_SHARE
     " AND NOT EXISTS (SELECT 1 FROM share_totals t WHERE t.order_id = s.order_id AND "
     "t.agency = s.agency)"},
    {"agency", "an agency's total is the sum of its live shares and its open defaults",
     "SELECT t.agency AS offender FROM agency_totals t WHERE {agency:t.agency} AND (t.seats <> "
     "COALESCE((SELECT SUM(s.seats) FROM shares s WHERE s.agency = t.agency AND "
     "s.status IN " LIVE_SHARE "), 0) OR t.open_defaults <> "
     "(SELECT COUNT(*) FROM share_defaults d WHERE d.agency = t.agency AND d.closed_at IS NULL))"},
    {"share", "a share that defaulted has a default, and no other has one",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND CASE WHEN s.status = 'defaulted' THEN 1 ELSE 0 "
     "END <> (SELECT COUNT(*) FROM share_defaults d WHERE d.share_id = s.id AND d.agency = s.agency AND "
     "d.employer = s.employer)"},
    {"share", "a closed default is closed in the journal, once",
     "SELECT d.share_id AS offender FROM share_defaults d WHERE {share:d.share_id} AND CASE WHEN d.closed_at IS NULL "
     "THEN 0 ELSE 1 END <> (SELECT COUNT(*) FROM events v WHERE v.subject = d.share_id AND v.kind = "
     "'share.default_closed' AND {text:v.data:ground} = d.ground)"},
    {"order", "nobody has more of an order than the cap",
     "SELECT t.order_id AS offender FROM share_totals t JOIN orders o ON o.id = t.order_id "
     "WHERE {order:t.order_id} AND t.seats > o.cap_per_agency"},
    {"agency", "nobody holds more than its capacity",
     "SELECT t.agency AS offender FROM agency_totals t JOIN organisations a ON a.id = t.agency "
     "WHERE {agency:t.agency} AND t.seats > a.capacity"},
    {"order", "a cancelled order has no live share",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id "
     "WHERE {order:s.order_id} AND o.status = 'cancelled' AND s.status IN " LIVE_SHARE},
    {"order", "a share stands under a version of its order",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id "
     "WHERE {order:s.order_id} AND s.order_version > o.version"},
    {"order", "a live share under older terms is asked, or its agency kept them and has no seat but a team's to fill",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id "
     "WHERE {order:s.order_id} AND s.status IN " LIVE_SHARE " AND s.order_version < o.version "
     "AND NOT EXISTS (SELECT 1 FROM change_answers a WHERE a.order_id = s.order_id AND "
     "a.share_id = s.id AND a.status = 'standing') AND (s.hold_ended = 0 OR (s.seats > s.staffed AND "
     "s.refill_until_at IS NULL))"},

    // Shares and who sits in them.
    {"share", "a share counts as staffed the seats that somebody holds or has worked",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND s.staffed <> (SELECT COUNT(*) "
     "FROM seats e WHERE e.share_id = s.id AND (e.status IN ('offered', 'accepted', 'on_site') "
     "OR e.started_on IS NOT NULL))"},
    {"share", "somebody sits only in a live share",
     "SELECT e.id AS offender FROM shares s JOIN seats e ON e.share_id = s.id WHERE {share:s.id} "
     "AND e.status IN ('offered', 'accepted', 'on_site') AND s.status NOT IN " LIVE_SHARE},
    {"share", "a share of teams is whole until its hold ends",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND s.hold_ended = 0 AND "
     "s.status IN " LIVE_SHARE " AND s.seats % NULLIF(s.team_size, 0) <> 0"},
    {"share", "after its hold a team's free seats are being refilled, and no other share has any",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND s.hold_ended = 1 AND "
     "s.status IN " LIVE_SHARE " AND s.seats > s.staffed AND s.refill_until_at IS NULL"},
    {"share", "the seats of a team that stood stay the share's while its hold runs",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND s.hold_ended = 0 AND "
     "s.status IN " LIVE_SHARE " AND s.standing > s.seats"},
    {"seat", "nobody sits without a share",
     "SELECT e.id AS offender FROM seats e WHERE {seat:e.id} AND {share:e.share_id} AND NOT EXISTS (SELECT 1 FROM shares s "
     "WHERE s.id = e.share_id AND s.order_id = e.order_id AND s.agency = e.agency)"},
    {"seat", "a seat that nobody has has no days",
     "SELECT e.id AS offender FROM seats e WHERE {seat:e.id} AND e.status IN ('offered', "
     "'declined', 'expired') AND EXISTS (SELECT 1 FROM person_days d WHERE d.seat_id = e.id)"},
    {"seat", "the days of a worker's calendar belong to a seat",
     "SELECT d.seat_id AS offender FROM person_days d WHERE {seat:d.seat_id} AND d.holder = 'seat' AND NOT "
     "EXISTS (SELECT 1 FROM seats e WHERE e.id = d.seat_id)"},
    {"seat", "an accepted seat has its days",
     "SELECT e.id AS offender FROM seats e WHERE {seat:e.id} AND e.status IN ('accepted', "
     "'on_site') AND NOT EXISTS (SELECT 1 FROM person_days d WHERE d.seat_id = e.id)"},
    {"person", "nobody has two seats on one day",
     "SELECT a.id AS offender FROM seats a JOIN seats b ON b.person = a.person AND b.id <> a.id "
     "WHERE {person:a.person} AND a.status IN ('accepted', 'on_site') AND b.status IN "
     "('accepted', 'on_site') AND a.shift = b.shift AND a.starts_on <= b.ends_on AND "
     "b.starts_on <= a.ends_on"},

    // Other ways to a share.
    {"order", "a bid that won is a share of its agency at the fee that was bid",
     "SELECT b.id AS offender FROM quote_bids b LEFT JOIN shares s ON s.id = b.share_id WHERE "
     "{order:b.order_id} AND b.given > 0 AND (s.id IS NULL OR s.agency <> b.agency OR "
     "s.service_fee_fen <> b.fee_fen)"},
    {"order", "nobody is turned away for want of seats below the fee of somebody who got some",
     "SELECT l.id AS offender FROM quote_bids l JOIN quote_bids w ON w.order_id = l.order_id WHERE "
     "{order:l.order_id} AND l.outcome = 'none_left' AND w.given > 0 AND l.fee_fen < w.fee_fen"},
    {"order", "an accepted counter-offer is a share of its agency at the agreed fee",
     "SELECT c.id AS offender FROM counter_offers c LEFT JOIN shares s ON s.id = c.share_id WHERE "
     "{order:c.order_id} AND c.status = 'accepted' AND (s.id IS NULL OR s.agency <> c.agency OR "
     "s.service_fee_fen <> c.fee_fen)"},
    {"order", "who was served from the stand-by has its share",
     "SELECT w.id AS offender FROM standbys w WHERE {order:w.order_id} AND w.status = 'served' AND "
     "NOT EXISTS (SELECT 1 FROM shares s WHERE s.id = w.share_id AND s.order_id = w.order_id AND "
     "s.agency = w.agency AND s.seats <= w.given)"},
    {"order", "no share serves two stand-bys",
     "SELECT w.share_id AS offender FROM standbys w WHERE {order:w.order_id} AND w.share_id IS NOT "
     "NULL GROUP BY w.share_id HAVING COUNT(*) > 1"},
    {"order", "nobody waits for an order that is over",
     "SELECT w.id AS offender FROM standbys w JOIN orders o ON o.id = w.order_id WHERE "
     "{order:w.order_id} AND w.status = 'waiting' AND o.status IN ('running', 'closed', "
     "'expired', 'cancelled')"},
    {"order", "a claim's lines add up",
     "SELECT c.id AS offender FROM cancellation_claims c WHERE {order:c.order_id} AND c.amount_fen "
     "<> (SELECT SUM({int:l.value:amount_fen}) FROM {each:c.lines})"},

    // The journal.
    {"share", "every share has exactly one event of its grab",
     "SELECT s.id AS offender FROM shares s WHERE {share:s.id} AND (SELECT COUNT(*) FROM events v "
     "WHERE v.subject = s.id AND v.kind = 'share.grabbed') <> 1"},
    {"new", "every grab's event has its share",
     "SELECT v.position AS offender FROM events v WHERE {new:v.position} AND v.kind = "
     "'share.grabbed' AND NOT EXISTS (SELECT 1 FROM shares s WHERE s.id = v.subject)"},
    {"new", "no share is grabbed twice",
     "SELECT v.position AS offender FROM events v WHERE {new:v.position} AND v.kind = 'share.grabbed' AND EXISTS (SELECT "
     "1 FROM events w WHERE w.subject = v.subject AND w.kind = 'share.grabbed' AND w.position < v.position)"},
    {"new", "the journal has no gaps",
     "SELECT MAX(v.position) AS offender FROM events v WHERE {new:v.position} HAVING "
     "MAX(v.position) - {before} <> COUNT(*)"},
    {"order", "an order's last word in the journal is what remains",
     "SELECT o.id AS offender FROM orders o JOIN events v ON v.position = (SELECT l.position FROM "
     "events l WHERE l.subject = o.id AND l.kind = 'order.remaining' ORDER BY l.position DESC "
     "LIMIT 1) WHERE {order:o.id} AND {int:v.data:remaining} <> o.remaining"},
    {"order", "an order's status is the last that the journal says",
     "SELECT o.id AS offender FROM orders o JOIN events v ON v.position = (SELECT l.position FROM "
     "events l WHERE l.subject = o.id AND substr(l.kind, 1, 6) = 'order.' AND l.kind <> "
     "'order.revised' ORDER BY l.position DESC LIMIT 1) WHERE {order:o.id} AND "
     "COALESCE({text:v.data:to}, {text:v.data:status}) <> o.status"},
    {"share", "a share is what the journal said of it last",
     "SELECT s.id AS offender FROM shares s JOIN events v ON v.position = (SELECT l.position FROM "
     "events l WHERE l.subject = s.id AND substr(l.kind, 1, 6) = 'share.' AND l.kind NOT IN "
     "('share.agency_barred', 'share.agency_cleared', 'share.default_closed') ORDER BY l.position DESC LIMIT 1) WHERE "
     "{share:s.id} AND ({text:v.data:status} <> s.status OR {int:v.data:seats} <> s.seats)"},
    {"seat", "a seat's status is the last that the journal says",
     "SELECT e.id AS offender FROM seats e JOIN events v ON v.position = (SELECT l.position FROM "
     "events l WHERE l.subject = e.id AND substr(l.kind, 1, 5) = 'seat.' ORDER BY l.position DESC "
     "LIMIT 1) WHERE {seat:e.id} AND {text:v.data:to} <> e.status"},
};

}  // namespace

std::span<const Invariant> invariants_of_shares() { return about_shares; }

std::span<const Invariant> invariants() {
    static const std::vector<Invariant> all = [] {
        std::vector<Invariant> together;
        for (const auto& part : {invariants_of_shares(), invariants_of_modes(), invariants_of_wages()})
            together.insert(together.end(), part.begin(), part.end());
        return together;
    }();
    return all;
}

}  // namespace jianghui::simulation
