#include "engine/app/feature.hpp"

#include <fstream>
#include <sstream>

#include "engine/app/reference_data.hpp"
#include "features/suggestions/endpoints.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/pool.hpp"

namespace jianghui::suggestions {
namespace {

Result<matching::Policy> load_policy(const std::string& folder) {
    std::ifstream file(folder + "/matching_policy.csv");
    std::ostringstream text;
    text << file.rdbuf();
    return matching::read_policy(text.str());
}

/// Where the index is kept between two starts; nothing when the program has no data folder.
std::optional<std::filesystem::path> index_file(const app::Services& services) {
    if (!services.has<app::DataPlace>()) return std::nullopt;
    return std::filesystem::path(services.get<app::DataPlace>().folder) / "matching.index";
}

Result<Done> start(app::Services& services) {
    const std::string folder = services.get<app::ReferenceData>().folder;
    TRY(auto policy, load_policy(folder));
    TRY(auto points, Points::load(folder, services.get<codes::Tables>()));
    auto pool =
        std::make_shared<Pool>(std::move(policy), std::move(points), foundation_of(folder));
    const auto file = index_file(services);
    services.get<store::Store>().read([&](store::Reader& reader) {
        if (!file || !pool->restore(services, reader, *file)) pool->load(services, reader);
    });
    services.provide(std::move(pool));
    return Done{};
}

/// Keeps the index for the next start. Never says that there is more.
Result<bool> keep_index(const app::Services& services) {
    if (const auto file = index_file(services))
        services.get<store::Store>().read(
            [&](store::Reader& reader) { services.get<Pool>().keep(reader, *file); });
    return false;
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    services.get<Pool>().follow(services, reader, events);
}

Result<bool> begin_day(app::Command& command) {
    command.services.get<Pool>().begin_day(command.services, command.db);
    return false;
}

app::CommandLine rank_command() {
    auto command = app::on_command_line(
        "rank", "rank people for an order, or open orders for a person, with reasons",
        {{.name = "--order", .what = "identifier of an order"},
         {.name = "--person", .what = "identifier of a person"},
         {.name = "--workers", .what = "JSON lines {id, place, born_on[, occupations, skills, ...]}; needs no data folder"},
         {.name = "--orders", .what = "JSON lines {id, occupation, place, starts_on[, skills, ...]}, each to be ranked"},
         {.name = "--as-of", .what = "with files: today's date, YYYY-MM-DD"},
         {.name = "-k", .what = "how many at most (1 to 200; 50 when not said)"}},
        rank);
    command.run_alone = app::on_command_line_alone("", "", {}, rank_files).run_alone;
    return command;
}

}  // namespace

app::Feature feature() {
    using app::Role;
    app::Feature feature;
    feature.name = "suggestions";
    feature.routes = {
        app::query("GET /orders/{order}/candidates",
                   {Role::agency, Role::employer, Role::official}, "suggestions.candidates",
                   {"推荐人选", "Candidates for an order"}, candidates)
            .runs_slow(),
        app::query("GET /orders/{order}/candidates/{person}",
                   {Role::worker, Role::agency, Role::employer, Role::official}, "suggestions.judgement",
                   {"某人是否适合某订单及原因", "Whether a person suits an order, and why"}, judgement),
        app::query("GET /people/{person}/matches", {Role::worker, Role::agency},
                   "suggestions.matches", {"推荐订单", "Orders for a worker"}, matches)
            .runs_slow(),
        app::query("GET /matches", {Role::agency}, "suggestions.matches",
                   {"一批求职者的推荐订单", "Orders for several workers"}, best_orders)
            .runs_slow(),
    };
    feature.jobs = {{"suggestions.begin_day", std::chrono::minutes(1), begin_day}};
    feature.tasks = {{"suggestions.keep_index", std::chrono::minutes(10), keep_index}};
    feature.followers = {{"suggestions.pool", follow}};
    feature.errors = {&candidates_closed, &people_listed_wrong, &rank_needs_one, &rank_needs_files,
                      &line_malformed};
    feature.commands = {rank_command()};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::suggestions
