#pragma once
// Changes whose handler first does slow work (hashing a password, reading much that it counts) or whose answer is a
// secret: they run as slow queries, off the network threads, and write in a command of their own. Their answers
// are not kept under an Idempotency-Key, so that no token, code or personal data lies in the
// database because it was once answered.

#include <functional>

#include "engine/app/app.hpp"

namespace jianghui::app {

/// Of a change whose answer is kept under no key: repeating it is no way to ask what became of it.
inline constexpr ErrorCode change_unknown{
    "change_unknown", Kind::conflict,
    "与数据库的连接在提交时中断，暂时无法确认是否已办成。请先查看结果，确认没有办成再重做。",
    "The database was lost while this was being committed and its outcome is not known yet. Look "
    "whether it was done before you do it again."};

/// Runs a command in the write lane and waits. Kept if and only if it returns a value. Fails as the
/// command does, or with busy, storage_full or change_unknown. Never called on the lane's thread.
template <class Out>
Result<Out> in_lane(const Services& services, const Caller& caller, Instant now,
                    const std::function<Result<Out>(Command&)>& run) {
    std::optional<Result<Out>> result;
    const auto outcome = services.get<store::Store>().write([&](store::Transaction& transaction) {
        Command command(transaction, caller, now, services, services.get<IdSource>());
        result.emplace(run(command));
        return result->has_value();
    });
    using Outcome = store::Work::Outcome;
    if (outcome == Outcome::disk_full) return refuse(storage_full);
    if (outcome == Outcome::doubtful) return refuse(change_unknown);
    // What the command answered counts only once it is committed.
    if (store::is_failure(outcome) || !result) return refuse(busy);
    return std::move(*result);
}
template <class Out>
Result<Out> in_lane(const Query& query, const std::function<Result<Out>(Command&)>& run) {
    return in_lane<Out>(query.services, query.caller, query.now, run);
}

namespace detail {
/// The same route, answering with that status.
inline Route with_status(Route route, int status) {
    route.success = status;
    route.run_query = [run = std::move(route.run_query), status](
                          Query& context, const Input& input) -> Result<http::Reply> {
        TRY(http::Reply reply, run(context, input));
        reply.status = status;
        return reply;
    };
    return route;
}
}  // namespace detail

/// A route whose handler does slow work and then writes; answers with that status.
template <class In, class Out>
Route slow_change(std::string_view signature, Roles roles, std::string right, Text summary,
                  int status, Result<Out> (*handler)(Query&, const In&)) {
    return detail::with_status(
        query(signature, std::move(roles), std::move(right), std::move(summary), handler)
            .runs_slow(),
        status);
}

/// A change whose answer is a secret and that has no slow work to do: `handler` is an ordinary command's.
/// Repeated under the same key it runs again, so that each opening is one and is recorded.
template <class In, class Out>
Route secret_change(std::string_view signature, Roles roles, std::string right, Text summary,
                    int status, Result<Out> (*handler)(Command&, const In&)) {
    Route route = detail::new_route<In, Out>(signature, std::move(roles), std::move(right),
                                             std::move(summary));
    route.run_query = [handler](Query& context, const Input& input) -> Result<http::Reply> {
        TRY(const In in, codec::decode_request<In>(input.path, input.request.query, input.body));
        TRY(Out out, in_lane<Out>(context,
                                  [&](Command& command) { return handler(command, in); }));
        return detail::reply_of(std::move(out), 0);
    };
    return detail::with_status(std::move(route).runs_slow(), status);
}

/// A slow change whose body is a file: `Result<Out> handler(Query&, const In&, const std::string&)`; `In`
/// comes from path and query alone.
template <class In, class Out>
Route slow_upload(std::string_view signature, Roles roles, std::string right, Text summary,
                  std::size_t body_max, int status,
                  Result<Out> (*handler)(Query&, const In&, const std::string&)) {
    Route route = detail::new_route<In, Out>(signature, std::move(roles), std::move(right),
                                             std::move(summary));
    route.raw_body = true;
    route.body_max = body_max;
    route.run_query = [handler](Query& context, const Input& input) -> Result<http::Reply> {
        TRY(const In in, codec::decode_request<In>(input.path, input.request.query, nullptr));
        TRY(Out out, handler(context, in, input.request.body));
        return detail::reply_of(std::move(out), 0);
    };
    return detail::with_status(std::move(route).runs_slow(), status);
}

/// What a change that asks for it costs in tokens of the caller's rate: a password's hash
/// (Argon2id) is as much work as so many requests.
inline constexpr double tokens_of_a_password = 20;

}  // namespace jianghui::app
