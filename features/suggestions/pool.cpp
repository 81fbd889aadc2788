#include "features/suggestions/pool.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "engine/crypto/crypto.hpp"
#include "engine/journal/event_data.hpp"
#include "features/organisations/api.hpp"
#include "features/seats/api.hpp"

namespace jianghui::suggestions {
namespace {

Date today_of(const app::Services& services) {
    return date_of(services.get<Clock>().now());
}

/// How many are looked at, inside the order's occupations and outside, to say what everybody misses who is not in the
/// list: enough for counts to about one in a hundred. Counting ten times as many would take longer than all the rest.
constexpr std::int64_t counted_of_each = 5'000;
constexpr std::int64_t counted_when_full = 2 * counted_of_each;

/// Only orders that can be grabbed are suggested to workers, and none whose last day is over.
bool in_market(const orders::OrderRow& order, Date today) {
    return order.status == orders::OrderStatus::open && (!order.ends_on || *order.ends_on >= today);
}

/// What somebody was told changes nothing about her, and a night tells many.
bool says_only(const journal::Event& event) { return event.kind == "nightly.told"; }

/// What tells the event at that position from the one of any other journal.
std::string event_at(const store::Reader& reader, std::int64_t position) {
    const auto events = journal::after(reader, position - 1, 1);
    if (events.empty() || events[0].position != position) return "none";
    const auto& event = events[0];
    return fmt::format("{} {} {} {} {}", event.position, event.at.time_since_epoch().count(),
                       event.kind, event.subject_kind, event.subject.text());
}

}  // namespace

Pool::Pool(matching::Policy policy, Points points, std::string foundation)
    : index_(std::make_unique<matching::Index>(std::move(policy))), points_(std::move(points)),
      foundation_(std::move(foundation)), circles_(std::make_unique<Circles>()) {}

Dictionary Pool::dictionary(const app::Services& services) const {
    return {services.get<codes::Tables>(), points_, index_->names()};
}

matching::Change Pool::entry(const Dictionary& dictionary, const people::Person& person,
                             const std::vector<Date>& busy, std::vector<OrganisationId> agencies) {
    auto worker = worker_of(
        person, busy, dictionary,
        circles_->number_of({person.place, person.public_pool, std::move(agencies)}));
    if (!worker) {
        spdlog::error("suggestions: person={} left out: {} {}", person.id.text(),
                      worker.error().code, worker.error().path);
        return matching::EraseWorker{person.id.number};
    }
    return *std::move(worker);
}

matching::Change Pool::entry(const app::Services& services, const store::Reader& reader,
                             const orders::OrderRow& row, Date today) {
    if (!in_market(row, today)) return matching::EraseOrder{row.id.number};
    std::optional<int> reliability;
    if (services.has<organisations::ReliabilityScores>())
        reliability = services.get<organisations::ReliabilityScores>().of(reader, row.employer);
    auto order = order_of(row, reliability, today, dictionary(services));
    if (!order) {
        spdlog::error("suggestions: order={} left out: {} {}", row.id.text(), order.error().code,
                      order.error().path);
        return matching::EraseOrder{row.id.number};
    }
    return *std::move(order);
}

matching::Change Pool::reread(const app::Services& services, const store::Reader& reader,
                              PersonId id, Date today) {
    const auto person = people::find(reader, id);
    if (!person || person->status != people::PersonStatus::active)
        return matching::EraseWorker{id.number};
    return entry(dictionary(services), *person, seats::busy_days(reader, person->city, id, today),
                 people::agencies_of(reader, id));
}

matching::Change Pool::reread(const app::Services& services, const store::Reader& reader,
                              OrderId id, Date today) {
    const auto order = orders::find(reader, id);
    if (!order) return matching::EraseOrder{id.number};
    return entry(services, reader, *order, today);
}

bool Pool::may_change(const journal::Event& event) const {
    if (event.subject_kind != "order") return false;
    if (event.kind != "order.remaining" || !orders_.contains(event.subject.number)) return true;
    return journal::text_of(event.data, "status") != "open";
}

void Pool::put(std::int64_t position, std::vector<matching::Change> changes) {
    for (const auto& change : changes) {
        if (const auto* order = std::get_if<matching::Order>(&change)) orders_.insert(order->id);
        if (const auto* gone = std::get_if<matching::EraseOrder>(&change)) orders_.erase(gone->id);
    }
    const auto done = index_->apply({.position = position, .changes = std::move(changes)});
    ASSERT(done.has_value());  // Every fact was checked when it was made.
}

void Pool::read_orders(const app::Services& services, const store::Reader& reader, Date today) {
    std::vector<matching::Change> changes;
    for (const auto& order : orders::each_open(reader))
        changes.push_back(entry(services, reader, order, today));
    put(index_->position(), std::move(changes));
    day_ = today;
}

void Pool::load(const app::Services& services, const store::Reader& reader) {
    const Date today = today_of(services);
    std::unordered_map<std::int64_t, std::vector<OrganisationId>> agencies;
    people::each_candidacy(reader, [&](OrganisationId agency, PersonId person) {
        agencies[person.number].push_back(agency);
    });
    const auto busy = seats::all_busy_days(reader, today);
    const std::vector<Date> no_days;
    LookedUp looked_up;
    Dictionary words = dictionary(services);
    words.looked_up = &looked_up;
    const auto done = index_->fill(
        journal::last_position(reader), [&](const matching::Index::Put& put_one) -> Result<Done> {
            people::each_person(reader, [&](const people::Person& person) {
                const auto days = busy.find(person.id.number);
                const auto known = agencies.find(person.id.number);
                const auto change = entry(words, person, days == busy.end() ? no_days : days->second,
                                          known == agencies.end() ? std::vector<OrganisationId>()
                                                                  : std::move(known->second));
                ASSERT(put_one(change).has_value());  // It was checked when it was made.
            });
            return Done{};
        });
    ASSERT(done.has_value());
    read_orders(services, reader, today);
}

bool Pool::restore(const app::Services& services, const store::Reader& reader,
                   const std::filesystem::path& file) {
    const auto accepts = [&](std::int64_t position, const matching::IndexNote& note) {
        return position <= journal::last_position(reader) &&
               note.foundation == foundation_ + event_at(reader, position) &&
               circles_->read(note.attached);
    };
    const auto restored = index_->restore(file, accepts);
    if (!restored) {
        if (restored.error().code != not_found.code)
            spdlog::warn("suggestions: {}: {}; built from the database", file.string(),
                         restored.error().code);
        index_ = std::make_unique<matching::Index>(matching::Policy(index_->policy()));
        circles_ = std::make_unique<Circles>();
        return false;
    }
    kept_position_ = index_->position();
    read_orders(services, reader, today_of(services));
    return true;
}

void Pool::keep(const store::Reader& reader, const std::filesystem::path& file) {
    std::int64_t written = index_->position();
    if (written == kept_position_) return;
    const auto kept = index_->save(file, [&](std::int64_t position) {
        written = position;
        return matching::IndexNote{foundation_ + event_at(reader, position), circles_->text()};
    });
    if (kept) {
        kept_position_ = written;
    } else {
        spdlog::error("suggestions: {}: {}", file.string(), kept.error().code);
    }
}

void Pool::follow(const app::Services& services, const store::Reader& reader,
                  const std::vector<journal::Event>& events) {
    const auto position = index_->position();
    std::set<PersonId> persons;
    std::set<OrderId> orders;
    for (const auto& event : events) {
        if (event.position <= position) continue;
        if (event.person && !says_only(event)) persons.insert(*event.person);
        if (may_change(event)) orders.insert(OrderId{event.subject.number});
    }
    if (events.empty() || events.back().position <= position) return;
    const Date today = today_of(services);
    std::vector<matching::Change> changes;
    for (const auto id : persons) changes.push_back(reread(services, reader, id, today));
    for (const auto id : orders) changes.push_back(reread(services, reader, id, today));
    put(events.back().position, std::move(changes));
}

void Pool::begin_day(const app::Services& services, const store::Reader& reader) {
    const Date today = today_of(services);
    if (day_ != today) read_orders(services, reader, today);
}

Result<matching::Ranking> Pool::rank_workers(const matching::Order& order, std::size_t k,
                                             Date today, const Admission& admitted,
                                             bool with_parts, bool counts_all) const {
    matching::RankRequest request{.k = k,
                                  .as_of = today,
                                  .account = matching::Account::always,
                                  .account_enough = counted_of_each,
                                  .account_most_when_full = counted_when_full,
                                  .with_parts = with_parts};
    if (counts_all) request.account_most = request.account_most_when_full = index_->workers();
    if (admitted)
        request.among = [&](std::uint32_t circle) { return admitted(circles_->at(circle)); };
    return index_->rank_workers(order, request);
}

Result<matching::Ranking> Pool::rank_orders(const matching::Worker& worker, std::size_t k,
                                            Date today) const {
    return index_->rank_orders(
        worker, {.k = k,
                 .as_of = today,
                 .account = matching::Account::always,
                 .account_most_when_full = counted_when_full});
}

void Pool::rank_every_order(
    std::size_t k, Date today, const Admission& admitted,
    const std::function<void(std::int64_t order, const matching::Ranking&)>& take) const {
    matching::RankRequest request{.k = k, .as_of = today, .account = matching::Account::never, .with_parts = false};
    request.among = [&](std::uint32_t circle) { return admitted(circles_->at(circle)); };
    index_->rank_every_order(request, take);
}

std::string foundation_of(const std::filesystem::path& folder) {
    // The number changes when the same rows become other facts (facts.cpp).
    std::string all = "facts 1";
    for (const char* name : {"matching_policy.csv", "places.csv", "province_seats.csv",
                             "skills.csv", "certificate_kinds.csv", "education_levels.csv"}) {
        std::ifstream file(folder / name, std::ios::binary);
        std::ostringstream text;
        text << name << '\n' << file.rdbuf();
        all += std::move(text).str();
    }
    return crypto::sm3(all).hex() + " ";
}

}  // namespace jianghui::suggestions
