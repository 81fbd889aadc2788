// What happens between two transactions: acts that open transactions of their own, and jobs.

#include <algorithm>

#include "features/demo/errors.hpp"
#include "features/demo/world.hpp"

namespace jianghui::demo {
namespace {

const app::Route& route_of(const app::App& app, std::string_view signature) {
    const auto [method, path] = app::detail::parse_signature(signature);
    for (const auto& feature : app.features())
        for (const auto& route : feature.routes)
            if (route.method == method && route.path == path) return route;
    throw Refused{error(not_found).with("detail", std::string(signature))};
}

/// What a route is asked with; the input points into it.
struct Asked {
    http::Request request;
    std::optional<codec::json::value> document;
    [[nodiscard]] app::Input input(const codec::Parameters& named) const {
        return {named, request, document ? &*document : nullptr};
    }
};

Asked asked_with(const app::Route& route, const std::string& body) {
    Asked asked;
    asked.request.method = route.method;
    if (route.raw_body) asked.request.body = body;
    else if (route.method != http::Method::get) asked.document = must(codec::parse(body));
    return asked;
}

}  // namespace

void World::apart(Instant when, std::function<void()> what) {
    when = std::max(when, now);
    if (when <= end) apart_.push({when, number_++, std::move(what)});
}

void World::run_apart() {
    while (!apart_.empty() && apart_.top().when <= now) {
        const auto next = apart_.top();
        apart_.pop();
        together([&] { look_at_journal(); });
        next.what();
    }
}

void World::together(const std::function<void()>& what) {
    using Outcome = store::Work::Outcome;
    std::optional<Error> refused;
    const auto outcome = services.get<store::Store>().write([&](store::Transaction& transaction) {
        db_ = &transaction;
        try {
            what();
        } catch (const Refused& refusal) {
            refused = refusal.error;
        }
        db_ = nullptr;
        return !refused;
    });
    if (refused) throw Refused{*refused};
    if (outcome != Outcome::committed && outcome != Outcome::undone)
        throw Refused{error(app::busy)};
}

Result<codec::json::value> World::tried(const access::Caller& caller, std::string_view signature,
                                        const codec::Parameters& named, const std::string& body) {
    const auto& route = route_of(app, signature);
    if (std::find(route.roles.begin(), route.roles.end(), caller.role) == route.roles.end())
        return refuse(error(not_allowed).at(std::string(signature)));
    const auto asked = asked_with(route, body);
    const auto input = asked.input(named);
    std::optional<Result<http::Reply>> reply;
    const auto look = [&](const auto& with) {
        services.get<store::Store>().read([&](store::Reader& reader) {
            app::Query query{reader, caller, now, services, asked.request};
            with(query);
        });
    };
    if (route.is_command) {
        if (route.look) look([&](app::Query& query) { route.look(query, input); });
        TRY(const auto change, route.prepare(input));
        services.get<store::Store>().write([&](store::Transaction& transaction) {
            app::Command command(transaction, caller, now, services, ids_);
            reply.emplace(change(command));
            return reply->has_value();
        });
    } else {
        look([&](app::Query& query) { reply.emplace(route.run_query(query, input)); });
    }
    if (!reply) return refuse(app::busy);
    TRY(const auto answer, std::move(*reply));
    return codec::parse(answer.body);
}

codec::json::value World::ask(const access::Caller& caller, std::string_view signature,
                              const codec::Parameters& named, const std::string& body) {
    auto answer = tried(caller, signature, named, body);
    if (!answer && answer.error().path.empty()) answer.error().path = signature;
    return must(std::move(answer));
}

void World::run_job(std::string_view name) {
    const access::Caller nobody;
    for (const auto& feature : app.features())
        for (const auto& job : feature.jobs)
            for (bool more = job.name == name; more;)
                together([&] { more = act(nobody, job.run); });
}

}  // namespace jianghui::demo
