#pragma once
// Changes whose handler first does slow work (hashing a password) or whose answer is a secret: they
// run as slow queries, off the network threads, and write in a command of their own. Their answers
// are not kept under an Idempotency-Key, so that no token or code lies in the database.

#include <functional>

#include "engine/app/app.hpp"

namespace jianghui::accounts {

/// Runs a command in the write lane and waits. Kept if and only if it returns a value. Fails as the
/// command does, or with busy or storage_full. Never called on the lane's thread.
template <class Out>
Result<Out> in_lane(const app::Services& services, const app::Caller& caller, Instant now,
                    const std::function<Result<Out>(app::Command&)>& run) {
    std::optional<Result<Out>> result;
    const auto outcome = services.get<store::Store>().write([&](store::Transaction& transaction) {
        app::Command command(transaction, caller, now, services, services.get<IdSource>());
        result.emplace(run(command));
        return result->has_value();
    });
    using Outcome = store::Work::Outcome;
    if (outcome == Outcome::disk_full) return refuse(app::storage_full);
    if (outcome == Outcome::failed || !result) return refuse(app::busy);
    return std::move(*result);
}
template <class Out>
Result<Out> in_lane(const app::Query& query, const std::function<Result<Out>(app::Command&)>& run) {
    return in_lane<Out>(query.services, query.caller, query.now, run);
}

/// A route whose handler does slow work and then writes; answers with that status.
template <class In, class Out>
app::Route slow_change(std::string_view signature, app::Roles roles, std::string right,
                       Text summary, int status, Result<Out> (*handler)(app::Query&, const In&)) {
    app::Route route =
        app::query(signature, std::move(roles), std::move(right), std::move(summary), handler)
            .runs_slow();
    route.success = status;
    route.run_query = [run = std::move(route.run_query), status](
                          app::Query& query, const app::Input& input) -> Result<http::Reply> {
        TRY(http::Reply reply, run(query, input));
        reply.status = status;
        return reply;
    };
    return route;
}

}  // namespace jianghui::accounts
