// Who may be given seats, and by which way: the gate at the moment of the grant, draws, nominations.

#include "tests/simulation/invariants.hpp"

// Whether `place` lies in `area`: a province ends with 0000, a city with 00.
#define WITHIN(place, area)                                                                          \
    "(" place " = " area " OR (substr(" area ", 3, 4) = '0000' AND substr(" place ", 1, 2) = "       \
    "substr(" area ", 1, 2)) OR (substr(" area ", 5, 2) = '00' AND substr(" place ", 1, 4) = "       \
    "substr(" area ", 1, 4)))"
// One that expired at midnight while the commit was on its way was in force on its last day.
#define IN_FORCE(entry, on)                                                                          \
    entry ".status IN ('valid', 'expired') AND " entry ".valid_from_on <= " on " AND (" entry        \
          ".valid_to_on IS NULL OR " entry ".valid_to_on >= " on ")"
// 16,070,400,000 ms are 186 days: no six months are longer.
// Whether the agency must not be given anything of order `o` on a day (CORRECTIONS 1): written from the
// rules, not from the program.
#define BARRED(agency, at, on)                                                                       \
    "(NOT EXISTS (SELECT 1 FROM organisations g WHERE g.id = " agency " AND g.status = 'verified' "  \
    "AND g.verified_at >= " at "  - 16070400000) "                                                  \
    "OR EXISTS (SELECT 1 FROM entries x WHERE x.organisation = " agency " AND x.gate = 'exclusion' " \
    "AND " IN_FORCE("x", on) ") OR NOT EXISTS (SELECT 1 FROM entries c WHERE c.organisation = "      \
    agency " AND c.gate = CASE WHEN o.kind IN ('recruit', 'search') THEN 'licence' WHEN o.kind = "   \
    "'dispatch' THEN 'dispatch_licence' ELSE 'filing' END AND " IN_FORCE("c", on)                    \
    " AND EXISTS (SELECT 1 FROM {elements:c.content:services} WHERE l.value = o.kind) AND "          \
    "(c.counts = 'everywhere' OR " WITHIN("o.place", "c.place")                                      \
    " OR EXISTS (SELECT 1 FROM entries r WHERE r.register_id = 'recognition' AND " IN_FORCE("r", on) \
    " AND {text:r.content:register} = c.register_id AND "                                            \
    WITHIN("c.place", "{text:r.content:origin}")                                                     \
    " AND EXISTS (SELECT 1 FROM {elements:r.content:counts_in} WHERE " WITHIN("o.place", "l.value")  \
    ")))))"

namespace jianghui::simulation {
namespace {

constexpr Invariant about_modes[] = {
    // The gate: asked of every grant at once, since standing changes later.
    {"new", "no share is given to an agency whose credential is out of force, that is excluded or unverified",
     "SELECT s.id AS offender FROM events v JOIN shares s ON s.id = v.subject JOIN orders o ON o.id = s.order_id "
     "WHERE {fresh:v.position} AND v.kind = 'share.grabbed' AND "
     BARRED("s.agency", "s.created_at", "{day:s.created_at}")},
    {"new", "no seat is offered by an agency whose credential is out of force, that is excluded or unverified",
     "SELECT e.id AS offender FROM events v JOIN seats e ON e.id = v.subject JOIN orders o ON o.id = e.order_id "
     "WHERE {fresh:v.position} AND v.kind = 'seat.offered' AND "
     BARRED("e.agency", "e.offered_at", "{day:e.offered_at}")},
    {"new", "no share is given to an agency with an open default",
     "SELECT s.id AS offender FROM events v JOIN shares s ON s.id = v.subject JOIN share_defaults d ON d.agency = "
     "s.agency WHERE {fresh:v.position} AND v.kind = 'share.grabbed' AND d.opened_at < s.created_at AND "
     "(d.closed_at IS NULL OR d.closed_at > s.created_at)"},
    {"share", "what is not first come, first served is had by lot, by name or by bid alone",
     "SELECT s.id AS offender FROM shares s JOIN orders o ON o.id = s.order_id WHERE {share:s.id} AND {order:s.order_id} "
     "AND o.open_to_all = 0 AND o.mode <> 'race' AND NOT EXISTS (SELECT 1 FROM draw_applications a WHERE o.mode = "
     "'draw' AND a.order_id = o.id AND a.share_id = s.id) AND NOT EXISTS (SELECT 1 FROM nominations n WHERE "
     "o.mode = 'direct' AND n.order_id = o.id AND n.share_id = s.id) AND NOT EXISTS (SELECT 1 FROM quote_bids b "
     "WHERE o.mode = 'quote' AND b.order_id = o.id AND b.share_id = s.id)"},

    // Draws. The lottery itself is recomputed from the public data (draw_again).
    {"order", "what an applicant drew is a share of its own of as many seats",
     "SELECT a.id AS offender FROM draw_applications a WHERE {order:a.order_id} AND a.given > 0 AND NOT EXISTS "
     "(SELECT 1 FROM shares s JOIN events v ON v.subject = s.id AND v.kind = 'share.grabbed' WHERE s.id = "
     "a.share_id AND s.order_id = a.order_id AND s.agency = a.agency AND {int:v.data:seats} = a.given)"},
    {"order", "who drew nothing has no share of the draw",
     "SELECT a.id AS offender FROM draw_applications a WHERE {order:a.order_id} AND a.share_id IS NOT NULL AND "
     "COALESCE(a.given, 0) = 0"},
    {"order", "a draw gives no more seats than it had",
     "SELECT d.order_id AS offender FROM draws d WHERE {order:d.order_id} AND d.seats < COALESCE((SELECT "
     "SUM(a.given) FROM draw_applications a WHERE a.order_id = d.order_id), 0)"},
    {"order", "a draw that was held is in the journal once, with its seed and position",
     "SELECT d.order_id AS offender FROM draws d WHERE {order:d.order_id} AND (SELECT COUNT(*) FROM events v WHERE "
     "v.subject = d.order_id AND v.kind = 'draw.drawn' AND {text:v.data:seed} = d.seed AND {int:v.data:position} = "
     "d.position) <> CASE d.status WHEN 'drawn' THEN 1 ELSE 0 END"},
    {"order", "a draw's seed is taken from where the journal closed it",
     "SELECT d.order_id AS offender FROM draws d WHERE {order:d.order_id} AND d.status = 'drawn' AND NOT EXISTS "
     "(SELECT 1 FROM events v WHERE v.position = d.position AND v.kind = 'draw.closed' AND v.subject = d.order_id)"},
    {"application", "an application is what the journal said of it last",
     "SELECT a.id AS offender FROM draw_applications a JOIN events v ON v.position = (SELECT l.position FROM events "
     "l WHERE l.subject = a.id AND substr(l.kind, 1, 5) = 'draw.' ORDER BY l.position DESC LIMIT 1) WHERE "
     "{application:a.id} AND {order:a.order_id} AND (v.kind <> CASE a.status WHEN 'withdrawn' THEN 'draw.withdrawn' WHEN 'drawn' THEN "
     "'draw.result' ELSE 'draw.applied' END OR (a.status = 'drawn' AND ({int:v.data:given} <> a.given OR "
     "{int:v.data:place} <> a.place)))"},
    {"order", "every application is in the journal",
     "SELECT a.id AS offender FROM draw_applications a WHERE {order:a.order_id} AND NOT EXISTS (SELECT 1 FROM "
     "events v WHERE v.subject = a.id AND v.kind = 'draw.applied')"},

    // Nominations.
    {"order", "who took seats as named has them",
     "SELECT n.id AS offender FROM nominations n WHERE {order:n.order_id} AND n.status = 'taken' AND NOT EXISTS "
     "(SELECT 1 FROM shares s WHERE s.id = n.share_id AND s.order_id = n.order_id AND s.agency = n.agency)"},
    {"order", "every nomination is in the journal, and every answer once",
     "SELECT o.id AS offender FROM orders o WHERE {order:o.id} AND o.mode = 'direct' AND ((SELECT COUNT(*) FROM "
     "nominations n WHERE n.order_id = o.id) <> (SELECT COUNT(*) FROM events v WHERE v.subject = o.id AND v.kind = "
     "'nomination.asked') OR (SELECT COUNT(*) FROM nominations n WHERE n.order_id = o.id AND n.status = 'taken') <> "
     "(SELECT COUNT(*) FROM events v WHERE v.subject = o.id AND v.kind = 'nomination.taken') OR (SELECT COUNT(*) "
     "FROM nominations n WHERE n.order_id = o.id AND n.status <> 'asked') <> (SELECT COUNT(*) FROM events v WHERE "
     "v.subject = o.id AND v.kind IN ('nomination.taken', 'nomination.declined', 'nomination.lapsed', "
     "'nomination.voided')))"},
};

}  // namespace

std::span<const Invariant> invariants_of_modes() { return about_modes; }

}  // namespace jianghui::simulation
