#include "features/figures/counting.hpp"

#include <spdlog/spdlog.h>

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/event_data.hpp"
#include "features/figures/queries.hpp"
#include "features/figures/rules.hpp"

namespace jianghui::figures {
namespace {

/// Events looked at in one transaction; the lane is not held for long.
constexpr int batch = 500;

std::optional<Record> find(const store::Reader& reader, const PlaceCode& city, Measure measure,
                           const std::string& fact) {
    return reader.one<Record>(sql::find_record, store::arguments("city", city, "measure", measure,
                                                                 "fact", fact));
}

void add_total(store::Transaction& transaction, const Record& record, Measure measure,
               std::int64_t amount) {
    const bool verified = record.state == State::verified;
    transaction.execute(
        sql::add_total,
        store::arguments("city", record.city, "place", record.place, "year", record.year,
                         "measure", measure, "verified", verified ? amount : 0, "provisional",
                         verified ? 0 : amount));
}

/// Adds what the record counts for to the totals; takes it off with sign −1.
void add_totals(store::Transaction& transaction, const Record& record, int sign) {
    add_total(transaction, record, record.measure, sign * record.amount);
    if (record.measure == Measure::revenue)
        add_total(transaction, record, Measure::revenue_net, sign * record.net);
}

/// Puts `after` in the place of `before`, in the records and in the totals.
void replace(store::Transaction& transaction, const std::optional<Record>& before,
             const std::optional<Record>& after) {
    if (before) add_totals(transaction, *before, -1);
    if (after) {
        add_totals(transaction, *after, 1);
        transaction.execute(sql::put_record, store::members(*after));
    } else if (before) {
        transaction.execute(sql::delete_record,
                            store::arguments("city", before->city, "measure", before->measure,
                                             "fact", before->fact));
    }
}

/// The earliest placement of the same employer, agency, kind and year; a verified one if there is.
std::optional<Record> first_service(const store::Reader& reader, const Record& placement) {
    for (const State state : {State::verified, State::provisional}) {
        auto found = reader.one<Record>(
            sql::first_service,
            store::arguments("city", placement.city, "year", placement.year, "employer",
                             placement.employer, "agency", placement.agency, "order_kind",
                             placement.order_kind, "state", state));
        if (found) return found;
    }
    return std::nullopt;
}

/// Counts the employer of a placement that came, changed or went.
void count_service(store::Transaction& transaction, const Record& placement) {
    const auto before =
        find(transaction, placement.city, Measure::employers, service_fact(placement));
    const auto first = first_service(transaction, placement);
    const auto after = first ? std::optional(service_of(*first)) : std::nullopt;
    if (before != after) replace(transaction, before, after);
}

Record new_record(const journal::Event& event, Measure measure, const PlaceCode& place) {
    Record record;
    record.city = city_of(place);
    record.place = place;
    record.measure = measure;
    record.fact = event.subject.text();
    record.year = year_of(event.at);
    record.at = record.counts_for_at = event.at;
    record.position = event.position;
    record.kind = event.kind;
    record.subject = event.subject;
    record.agency = event.organisation;
    record.employer = event.counterpart;
    record.person = event.person;
    return record;
}

std::optional<orders::OrderRow> order_of(const store::Reader& reader,
                                         const journal::Event& event) {
    const auto id = OrderId::parse(journal::text_of(event.data, "order"));
    return id ? orders::find(reader, *id) : std::nullopt;
}

/// Events of one run that cannot be counted.
struct NotCounted {
    int events = 0;
    std::string kind;           ///< of the first
    std::int64_t position = 0;  ///< of the first

    void add(const journal::Event& event) {
        if (events++ > 0) return;
        kind = event.kind;
        position = event.position;
    }
    void log() const {
        if (events > 0)
            spdlog::warn("figures: {} events cannot be counted, the first {} at position {}", events, kind, position);
    }
};

void count_seat(store::Transaction& transaction, const journal::Event& event, NotCounted& not_counted) {
    const auto before =
        find(transaction, event.city, Measure::employment, event.subject.text());
    const auto known = before ? std::optional(before->state) : std::nullopt;
    const auto state = seat_state(event.kind, known);
    if (state == known) return;
    std::optional<Record> after;
    if (state) {
        const auto order = order_of(transaction, event);
        if (!order) return not_counted.add(event);
        after = new_record(event, Measure::employment, order->place);
        after->order_id = order->id;
        after->order_kind = order->kind;
        after->state = *state;
        after->amount = after->net = 1;
        if (before) {  // The start is when somebody first said so, whoever else says so later.
            after->counts_for_at = before->counts_for_at;
            after->year = before->year;
        }
    }
    replace(transaction, before, after);
    if (const auto& changed = after ? after : before) count_service(transaction, *changed);
}

void count_statement(store::Transaction& transaction, const journal::Event& event, NotCounted& not_counted) {
    const auto fact = read_statement(event.data);
    if (!fact) return not_counted.add(event);
    const auto before = find(transaction, city_of(fact->agency_place), Measure::revenue,
                             event.subject.text());
    std::optional<Record> after;
    if (fact->state) {
        after = new_record(event, Measure::revenue, fact->agency_place);
        after->order_id = fact->order;
        after->order_kind = fact->order_kind;
        after->year = fact->year;
        after->counts_for_at = start_of(fact->month / std::chrono::day(1));
        after->state = *fact->state;
        after->amount = fact->gross;
        after->net = fact->net;
        // A statement names its employer first, a seat its agency.
        after->employer = event.organisation;
        after->agency = event.counterpart;
        after->person.reset();
    }
    replace(transaction, before, after);
}

}  // namespace

Result<bool> count_next(app::Command& command) {
    NotCounted not_counted;
    const bool more = journal::read_on(command.db, reader_name, batch, counts, [&](const journal::Event& event) {
        if (event.subject_kind == "seat") count_seat(command.db, event, not_counted);
        if (event.subject_kind == "statement") count_statement(command.db, event, not_counted);
    });
    not_counted.log();
    return more;
}

void begin_recount(store::Transaction& transaction) {
    transaction.execute(sql::delete_records);
    transaction.execute(sql::delete_totals);
    journal::rewind(transaction, reader_name);
}

}  // namespace jianghui::figures
