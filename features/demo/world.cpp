#include "features/demo/world.hpp"

#include <spdlog/spdlog.h>

#include "features/demo/errors.hpp"

namespace jianghui::demo {
namespace {

const std::map<std::string, std::vector<const char*>, std::less<>>& counties() {
    static const std::map<std::string, std::vector<const char*>, std::less<>> all{
        {"511500", {"511502", "511502", "511502", "511503", "511504", "511504", "511523", "511524",
                    "511525", "511526", "511527", "511528", "511529"}},
        {"510500", {"510502", "510502", "510504", "510504", "510503", "510521", "510522", "510524",
                    "510525"}},
        {"511000", {"511002", "511002", "511011", "511011", "511024", "511025", "511083"}},
        {"510300", {"510302", "510302", "510311", "510304", "510303", "510321", "510322"}},
        {"500116", {"500116"}},
        {"500118", {"500118"}},
        {"500153", {"500153"}}};
    return all;
}

}  // namespace

const access::Caller& caller_of(const std::vector<Party>& parties, OrganisationId id) {
    for (const auto& party : parties)
        if (party.id == id) return party.caller;
    throw Refused{error(not_found).with("organisation", id.text())};
}

World::World(app::App& program, const Fill& fill)
    : app(program),
      services(program.services()),
      wanted(fill),
      random(fill.seed),
      aside(fill.seed ^ 0xa51de),
      start(start_of(add_days(date_of(fill.end), -365))),
      now(start),
      end(fill.end),
      ids_(fill.seed) {
    if (fill.small) scale = {22, 10, 400, 40, 8};
}

PlaceCode World::any_county(std::string_view city) {
    return {pick(counties().find(city)->second)};
}

std::string World::any_city() {
    static const std::vector<std::string> weighted{"511500", "511500", "511500", "511500", "510500",
                                                   "510500", "510500", "511000", "511000", "510300",
                                                   "510300", "500116", "500118", "500153"};
    return pick(weighted);
}

const access::Caller& World::official_of(const PlaceCode& place) const {
    if (place.text.starts_with("50")) return officials.at("500000");
    const auto found = officials.find(place.text.substr(0, 4) + "00");
    return found == officials.end() ? officials.at("510000") : found->second;
}

void World::at(Instant when, std::function<void()> what) {
    when = std::max(when, now);
    if (when <= end) queue_.push({when, number_++, std::move(what)});
}

void World::call(const access::Caller& caller, std::string_view right,
                 const codec::Parameters& path, const std::string& body) {
    for (const auto& feature : app.features())
        for (const auto& route : feature.routes) {
            if (route.right != right || !route.is_command) continue;
            const auto document = must(codec::parse(body));
            const http::Request request;
            const auto change = must(route.prepare({path, request, &document}));
            app::Command command(*db_, caller, now, services, ids_);
            // Too late is part of life: these routes refuse before they write.
            (void)change(command);
            return;
        }
    throw Refused{error(not_found).with("right", std::string(right))};
}

namespace {

/// The features whose clocks make the year go on; the others' would only add to the work.
constexpr std::array<std::string_view, 7> clocked{"orders",  "shares", "seats",         "statements",
                                                  "lending", "quotes", "counter_offers"};

}  // namespace

void World::run_clocks() {
    const access::Caller nobody;
    for (const auto& feature : app.features()) {
        if (std::find(clocked.begin(), clocked.end(), feature.name) == clocked.end()) continue;
        for (const auto& job : feature.jobs)
            while (act(nobody, job.run)) {
            }
    }
}

namespace {

/// Readers of the journal without which offices could not act: who took part in enforcement reads no pay answers.
constexpr std::string_view followed = "pay_surveys.wall";

}  // namespace

void World::look_at_journal() {
    constexpr int batch = 1000;
    for (;;) {
        const auto events = journal::after(*db_, journal_position_, batch);
        for (const auto& feature : app.features())
            for (const auto& follower : feature.followers)
                if (follower.name == followed) follower.follow(services, *db_, events);
        for (const auto& event : events)
            if (event.kind == "statement.drafted" && on_statement)
                on_statement(StatementId{event.subject.number});
        if (events.empty()) return;
        journal_position_ = events.back().position;
    }
}

void World::run_until(Instant limit) {
    while (!queue_.empty() && queue_.top().when < limit) {
        const auto next = queue_.top();
        queue_.pop();
        now = next.when;
        next.what();
    }
}

Result<Done> World::run() {
    const auto clock_hours = std::chrono::hours(6);
    try {
        for (Instant tick = start; tick < end;) {
            const Instant next = std::min(tick + clock_hours, end);
            together([&] {
                run_until(next == end ? end + Milliseconds(1) : next);
                now = next;
                run_clocks();
                look_at_journal();
            });
            run_apart();
            tick = next;
        }
    } catch (const Refused& refusal) {
        const auto& refused = refusal.error;
        spdlog::error("demo: {} at {}: {} {}", refused.code, instant_text(now), refused.message.en,
                      refused.path);
        return refuse(error(demo_refused).with("refusal", refused.code).at(refused.path));
    }
    return Done{};
}

}  // namespace jianghui::demo
