#include "features/suggestions/pool.hpp"

#include <spdlog/spdlog.h>

#include "features/organisations/api.hpp"
#include "features/seats/api.hpp"

namespace jianghui::suggestions {
namespace {

constexpr std::size_t batch = 1000;

Date today_of(const app::Services& services) {
    return date_of(services.get<Clock>().now());
}

/// Only orders that can be grabbed are suggested to workers, and none whose last day is over.
bool in_market(const orders::OrderRow& order, Date today) {
    return order.status == orders::OrderStatus::open && (!order.ends_on || *order.ends_on >= today);
}

}  // namespace

Dictionary Pool::dictionary(const app::Services& services) const {
    return {services.get<codes::Tables>(), points_, index_.names()};
}

Pool::Change Pool::entry(const app::Services& services, const store::Reader& reader,
                         const people::Person& person, std::vector<OrganisationId> agencies,
                         Date today) const {
    const auto busy = seats::busy_days(reader, person.city, person.id, today);
    auto worker = worker_of(person, busy, dictionary(services));
    if (!worker) {
        spdlog::error("suggestions: person={} left out: {} {}", person.id.text(),
                      worker.error().code, worker.error().path);
        return {matching::EraseWorker{person.id.number}, {}};
    }
    return {std::move(*worker), Circle{person.place, person.public_pool, std::move(agencies)}};
}

Pool::Change Pool::entry(const app::Services& services, const store::Reader& reader,
                         const orders::OrderRow& row, Date today) const {
    std::optional<int> reliability;
    if (services.has<organisations::ReliabilityScores>())
        reliability = services.get<organisations::ReliabilityScores>().of(reader, row.employer);
    auto order = order_of(row, reliability, today, dictionary(services));
    if (!order) {
        spdlog::error("suggestions: order={} left out: {} {}", row.id.text(), order.error().code,
                      order.error().path);
        return {matching::EraseOrder{row.id.number}, {}};
    }
    return {std::move(*order), {}};
}

Pool::Change Pool::reread(const app::Services& services, const store::Reader& reader, PersonId id,
                          Date today) const {
    const auto person = people::find(reader, id);
    if (!person || person->status != people::PersonStatus::active)
        return {matching::EraseWorker{id.number}, {}};
    return entry(services, reader, *person, people::agencies_of(reader, id), today);
}

Pool::Change Pool::reread(const app::Services& services, const store::Reader& reader, OrderId id,
                          Date today) const {
    const auto order = orders::find(reader, id);
    if (!order || !in_market(*order, today)) return {matching::EraseOrder{id.number}, {}};
    return entry(services, reader, *order, today);
}

void Pool::put(std::int64_t position, std::vector<Change> changes) {
    matching::Batch all{.position = position};
    for (const auto& change : changes) all.changes.push_back(change.fact);
    const auto lock = lock_.write();
    const auto done = index_.apply(all);
    ASSERT(done.has_value());  // Every fact was checked when it was made.
    for (auto& [fact, circle] : changes) {
        if (const auto* worker = std::get_if<matching::Worker>(&fact))
            circles_[worker->id] = std::move(*circle);
        else if (const auto* erased = std::get_if<matching::EraseWorker>(&fact))
            circles_.erase(erased->id);
    }
}

void Pool::load(const app::Services& services, const store::Reader& reader) {
    const Date today = today_of(services);
    const auto position = journal::last_position(reader);
    std::unordered_map<std::int64_t, std::vector<OrganisationId>> agencies;
    people::each_candidacy(reader, [&](OrganisationId agency, PersonId person) {
        agencies[person.number].push_back(agency);
    });
    std::vector<Change> changes;
    const auto add = [&](Change change) {
        changes.push_back(std::move(change));
        if (changes.size() >= batch) put(position, std::exchange(changes, {}));
    };
    people::each_person(reader, [&](const people::Person& person) {
        add(entry(services, reader, person, std::move(agencies[person.id.number]), today));
    });
    for (const auto& order : orders::each_open(reader))
        if (in_market(order, today)) add(entry(services, reader, order, today));
    put(position, std::move(changes));
    day_ = today;
}

void Pool::follow(const app::Services& services, const store::Reader& reader,
                  const std::vector<journal::Event>& events) {
    const auto position = index_.position();
    std::set<PersonId> persons;
    std::set<OrderId> orders;
    for (const auto& event : events) {
        if (event.position <= position) continue;
        if (event.person) persons.insert(*event.person);
        if (event.subject_kind == "order") orders.insert(OrderId{event.subject.number});
    }
    if (events.empty() || events.back().position <= position) return;
    const Date today = today_of(services);
    std::vector<Change> changes;
    for (const auto id : persons) changes.push_back(reread(services, reader, id, today));
    for (const auto id : orders) changes.push_back(reread(services, reader, id, today));
    put(events.back().position, std::move(changes));
}

void Pool::begin_day(const app::Services& services, const store::Reader& reader) {
    const Date today = today_of(services);
    if (day_ == today) return;
    std::vector<Change> changes;
    for (const auto& order : orders::each_open(reader))
        changes.push_back(in_market(order, today)
                              ? entry(services, reader, order, today)
                              : Change{matching::EraseOrder{order.id.number}, {}});
    put(index_.position(), std::move(changes));
    day_ = today;
}

Result<matching::Ranking> Pool::rank_workers(const matching::Order& order, std::size_t k,
                                             Date today, const Admission& admitted) const {
    const auto lock = lock_.read();
    matching::RankRequest request{
        .k = k, .as_of = today, .account = matching::Account::always};
    if (admitted)
        request.among = [&](std::int64_t id) { return admitted(circles_.at(id)); };
    return index_.rank_workers(order, request);
}

Result<matching::Ranking> Pool::rank_orders(const matching::Worker& worker, std::size_t k,
                                            Date today) const {
    const auto lock = lock_.read();
    return index_.rank_orders(
        worker, {.k = k, .as_of = today, .account = matching::Account::always});
}

}  // namespace jianghui::suggestions
