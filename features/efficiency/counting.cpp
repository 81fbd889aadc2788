#include "features/efficiency/counting.hpp"

#include <map>
#include <set>

#include <spdlog/spdlog.h>

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/event_data.hpp"
#include "engine/journal/together.hpp"
#include "features/efficiency/queries.hpp"
#include "features/efficiency/summing.hpp"
#include "features/orders/api.hpp"

namespace jianghui::efficiency {
namespace {

/// Events looked at in one transaction; the lane is not held for long.
constexpr int batch = 500;

bool counts(std::string_view kind) {
    for (const auto* known : {"case.opened", "case.step_taken", "case.overdue", "case.closed", "case.reviewed",
                              "order.opened", "share.grabbed", "share.refused", "draw.applied",
                              "draw.withdrawn", "draw.result", "quote.bid", "quote.withdrawn",
                              "quote.result", "standby.called"})
        if (kind == known) return true;
    return false;
}

void not_counted(const journal::Event& event) {
    spdlog::warn("efficiency: event {} at position {} cannot be counted", event.kind,
                 event.position);
}

std::optional<Date> due_of(const journal::Event& event) {
    return parse_date(journal::text_of(event.data, "due_on"));
}

Turn turn_of(std::optional<procedures::Actor> waits_for) {
    using procedures::Actor;
    if (!waits_for || waits_for == Actor::clock) return Turn::clock;
    if (waits_for == Actor::applicant || waits_for == Actor::party) return Turn::side;
    if (waits_for == Actor::counterpart_official || waits_for == Actor::counterpart_inspector)
        return Turn::counterpart;
    return Turn::office;
}

bool is_set(const std::optional<bool>& flag) { return flag.value_or(false); }

/// Agencies that got no seat of an order, as shares tells of them.
struct RefusedAgency {
    OrganisationId agency;
    RefusedFor why = RefusedFor::no_room;
};
std::vector<RefusedAgency> refused_in(const journal::Event& event) {
    std::vector<RefusedAgency> all;
    const auto* refused = journal::member_of(event.data, "refused");
    if (refused == nullptr || !refused->is_array()) return all;
    for (const auto& one : refused->get_array()) {
        const auto agency = OrganisationId::parse(journal::text_of(one, "agency"));
        const auto why = codec::parse_enum<RefusedFor>(journal::text_of(one, "why"));
        if (agency && why) all.push_back({*agency, *why});
    }
    return all;
}

/// What the tries of one run are about, read together before the first is counted.
struct Known {
    struct Order {
        PlaceCode city;
        orders::GrabMode mode = orders::GrabMode::race;
    };
    std::map<OrderId, Order> orders;
    std::map<OrderId, Instant> opened;
    std::map<OrganisationId, PlaceCode> homes;  ///< the cities of the agencies
};
struct OpenedAt {
    OrderId order_id;
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(OpenedAt, (), (order_id, opened_at))
bool begins_try(const journal::Event& event) {
    return event.kind == "share.grabbed" || event.kind == "draw.applied" ||
           event.kind == "quote.bid";
}

Known known_of(const store::Reader& reader, const std::vector<journal::Event>& events) {
    Known known;
    store::Readings readings;
    std::set<OrderId> orders;
    std::set<OrganisationId> agencies;
    const auto want_home = [&](OrganisationId id) {
        if (agencies.insert(id).second)
            organisations::ask_home(readings, id, [&known, id](PlaceCode city) {
                known.homes[id] = std::move(city);
            });
    };
    for (const auto& event : events) {
        const bool refused = event.kind == "share.refused";
        if (!begins_try(event) && !refused) continue;
        if (event.organisation) want_home(*event.organisation);
        if (refused)
            for (const auto& one : refused_in(event)) want_home(one.agency);
        const auto order = OrderId::parse(journal::text_of(event.data, "order"));
        if (!order || !orders.insert(*order).second) continue;
        orders::ask_mode(readings, *order, [&known](orders::OrderMode&& row) {
            known.orders[row.id] = {row.city, row.mode};
        });
        readings.each<OpenedAt>(
            sql::order_opened_at, store::arguments("order", *order, "city", event.city),
            [&known](OpenedAt&& row) { known.opened[row.order_id] = row.opened_at; });
    }
    readings.run(reader);
    return known;
}

class Counter {
  public:
    Counter(store::Transaction& db, const app::Services& services, Known known)
        : db_(db), services_(services), known_(std::move(known)) {}

    void count(const journal::Event& event) {
        if (event.subject_kind == "case") return count_case(event);
        if (event.kind == "order.opened") {
            orders_.push_back(store::arguments("order", event.subject, "city", event.city, "at", event.at));
            known_.opened.try_emplace(OrderId{event.subject.number}, event.at);
            return;
        }
        if (begins_try(event)) return begin_try(event, kind_of(event));
        if (event.kind == "share.refused") return count_refusals(event);
        write();  // What ends or takes off a try finds it in the table.
        if (event.kind == "standby.called") return uncount_standby(event);
        end_try(event);
    }
    /// The orders that were opened, the tries that were begun, and the refusals.
    void write() {
        if (!orders_.empty()) db_.execute_all(sql::insert_order, orders_);
        if (!tries_.empty()) db_.execute_all(sql::insert_try, tries_);
        if (!refusals_.empty()) db_.execute_all(sql::insert_refusal, refusals_);
        orders_.clear();
        tries_.clear();
        refusals_.clear();
    }

  private:
    void count_case(const journal::Event& event) {
        if (event.kind == "case.opened") {
            CaseCount opened;
            opened.case_id = CaseId{event.subject.number};
            opened.city = event.city;
            opened.procedure_id = journal::text_of(event.data, "procedure");
            opened.version = journal::number_of(event.data, "version").value_or(0);
            opened.state = journal::text_of(event.data, "state");
            opened.opened_at = opened.since_at = event.at;
            opened.due_on = due_of(event);
            return save(opened);
        }
        auto known = db_.one<CaseCount>(
            sql::find_case, store::arguments("case", event.subject, "city", event.city));
        if (!known) return not_counted(event);
        if (event.kind == "case.step_taken") take_step(event, *known);
        // A clock of a side or the counterpart runs out against that; the office is not late by it.
        if (event.kind == "case.overdue")
            known->late = known->late || turn_in(*known) == Turn::office;
        if (event.kind == "case.reviewed") return count_review(event, std::move(*known));
        if (event.kind == "case.closed") {
            known->closed_at = event.at;
            if (const auto state = journal::text_of(event.data, "state"); !state.empty()) known->state = state;
        }
        save(*known);
    }

    void count_review(const journal::Event& event, CaseCount known) {
        const auto decided = journal::text_of(event.data, "decided");
        const auto outcome = codec::parse_enum<ReviewOutcome>(journal::text_of(event.data, "outcome"));
        if (decided.empty() || !outcome) return not_counted(event);
        known.reviewed = std::string(decided);
        known.review_outcome = outcome;
        save(known);
    }

    void take_step(const journal::Event& event, CaseCount& known) {
        const auto procedure = services_.get<procedures::Catalogue>().version(known.procedure_id,
                                                                              known.version);
        if (!procedure) return not_counted(event);
        const Wait wait{known.case_id,
                        known.city,
                        ++known.steps,
                        known.procedure_id,
                        std::string(journal::text_of(event.data, "step")),
                        turn_in(known),
                        known.since_at,
                        event.at,
                        known.due_on};
        db_.execute(sql::insert_wait, store::members(wait));
        known.clocked = known.clocked || wait.clocked();
        known.late = known.late || is_late(wait);
        if (const auto* step = (*procedure)->step(wait.step)) {
            known.notified = known.notified || is_set(step->notifies);
            known.objected = known.objected || is_set(step->objects);
            known.burdened = known.burdened || is_set(step->burdens);
        }
        known.state = journal::text_of(event.data, "state");
        known.since_at = event.at;
        known.due_on = due_of(event);
    }

    /// Whose turn it is in the state of the case; nobody's where the state is not known.
    [[nodiscard]] Turn turn_in(const CaseCount& known) const {
        const auto procedure = services_.get<procedures::Catalogue>().version(known.procedure_id,
                                                                              known.version);
        const auto* state = procedure ? (*procedure)->state(known.state) : nullptr;
        return turn_of(state != nullptr ? state->waits_for : std::nullopt);
    }

    void save(const CaseCount& one) { db_.execute(sql::put_case, store::members(one)); }

    static TryKind kind_of(const journal::Event& event) {
        if (event.kind == "share.grabbed") return TryKind::race;
        return event.kind.starts_with("draw.") ? TryKind::draw : TryKind::quote;
    }
    void end_try(const journal::Event& event) {
        const auto which = store::arguments("city", event.city, "kind", kind_of(event), "subject",
                                            event.subject);
        if (event.kind.ends_with(".withdrawn")) {
            db_.execute(sql::delete_try, which);
        } else {
            db_.execute(sql::end_try,
                        store::arguments("city", event.city, "kind", kind_of(event), "subject",
                                         event.subject, "at", event.at, "won",
                                         journal::number_of(event.data, "given").value_or(0) > 0));
        }
    }

    /// Seats given to who stood by were no race: its share, recorded just before, is taken off.
    void uncount_standby(const journal::Event& event) {
        const auto order = OrderId::parse(journal::text_of(event.data, "order"));
        if (!order || !event.organisation) return not_counted(event);
        db_.execute(sql::delete_race, store::arguments("city", event.city, "order", *order, "agency",
                                                       *event.organisation, "at", event.at));
    }

    void count_refusals(const journal::Event& event) {
        const auto order_id = OrderId::parse(journal::text_of(event.data, "order"));
        const auto order = order_id ? known_.orders.find(*order_id) : known_.orders.end();
        const auto opened = order_id ? known_.opened.find(*order_id) : known_.opened.end();
        if (order == known_.orders.end() || opened == known_.opened.end()) return not_counted(event);
        // What is left of a draw or of bids is first come, first served: who won it was not counted either.
        if (order->second.mode != orders::GrabMode::race) return;
        for (const auto& one : refused_in(event)) {
            const auto home = known_.homes.find(one.agency);
            if (home == known_.homes.end()) {
                not_counted(event);
                continue;
            }
            const Refusal refusal{order->second.city, order->first, one.agency, home->second,
                                  opened->second,     event.at,     one.why};
            refusals_.push_back(store::members(refusal));
        }
    }

    void begin_try(const journal::Event& event, TryKind kind) {
        const auto order_id = OrderId::parse(journal::text_of(event.data, "order"));
        const auto order = order_id ? known_.orders.find(*order_id) : known_.orders.end();
        if (order == known_.orders.end()) return not_counted(event);
        // A share of another mode is no race: its draw or its bid is counted.
        if (kind == TryKind::race && order->second.mode != orders::GrabMode::race) return;
        const auto home = event.organisation ? known_.homes.find(*event.organisation)
                                             : known_.homes.end();
        if (home == known_.homes.end()) return not_counted(event);
        Try one{order->second.city, kind, {event.subject.number}, order->first, home->first,
                home->second, event.at, {}, false};
        if (kind == TryKind::race) {
            const auto opened = known_.opened.find(order->first);
            if (opened == known_.opened.end()) return not_counted(event);
            one.began_at = opened->second;
            one.ended_at = event.at;
            one.won = true;
        }
        tries_.push_back(store::members(one));
    }

    store::Transaction& db_;
    const app::Services& services_;
    Known known_;
    // Not written yet:
    std::vector<store::Arguments> orders_;  ///< opened
    std::vector<store::Arguments> tries_;   ///< begun
    std::vector<store::Arguments> refusals_;
};

}  // namespace

Result<bool> count_next(app::Command& command) {
    const auto [events, more] = journal::take_next(command.db, reader_name, batch, counts);
    Counter counter(command.db, command.services, known_of(command.db, events));
    for (const auto& event : events) counter.count(event);
    counter.write();
    return more;
}

void begin_recount(store::Transaction& transaction) {
    transaction.execute(sql::delete_cases);
    transaction.execute(sql::delete_waits);
    transaction.execute(sql::delete_orders);
    transaction.execute(sql::delete_tries);
    transaction.execute(sql::delete_refusals);
    journal::rewind(transaction, reader_name);
}

}  // namespace jianghui::efficiency
