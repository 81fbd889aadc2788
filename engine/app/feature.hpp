#pragma once
// The face of a feature: its routes, jobs, followers, errors and events in one explicit table.
//
//   Feature feature() {
//       return {.name = "shares",
//               .routes = {command<GrabShare>("POST /orders/{order}/shares", {Role::agency},
//                                             "shares.grab", {"抢单", "Grab a share"}, grab),
//                          query<FindShare>("GET /shares/{share}", everyone, "shares.read",
//                                           {"查看份额", "Show a share"}, find)},
//               .errors = {&order_not_open}, .events = {&share_grabbed}};
//   }
//
// A handler takes one described struct: members named in the path come from there, the others from
// the body (POST, PATCH, PUT, DELETE) or the query (GET), see codec::decode_request.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "engine/app/inbox_source.hpp"
#include "engine/app/personal_data.hpp"

namespace jianghui::app {

/// The roles that may call a route; ownership is checked by the handler.
using Roles = std::vector<Role>;
/// Anybody who is signed in.
inline const Roles signed_in{Role::employer,
                             Role::agency,
                             Role::worker,
                             Role::official,
                             Role::inspector,
                             Role::system_administrator,
                             Role::security_administrator,
                             Role::audit_administrator};
/// Those, and more.
[[nodiscard]] inline Roles with(Roles more, const Roles& roles) {
    more.insert(more.end(), roles.begin(), roles.end());
    return more;
}
/// The same, and who still owes the second factor: for what brings her there.
inline const Roles signed_in_or_half = with({Role::half_signed_in}, signed_in);
/// Anybody, signed in or not.
inline const Roles anybody = with({Role::anonymous}, signed_in_or_half);

/// What came in, split and decoded but not yet read as a struct.
struct Input {
    const codec::Parameters& path;
    const http::Request& request;
    const codec::json::value* body = nullptr;  ///< none for GET
};

/// A command of a set, read at the edge: what it is about, and its input.
struct SetInput {
    std::int64_t subject = 0;
    std::shared_ptr<const void> input;
};
/// The same as the executor hands it to the set's handler.
struct SetEntry {
    const void* input = nullptr;
    const Caller* caller = nullptr;
    Instant now;
};

/// The sets of one commit that one route decides: read together, decided one after the other,
/// written together (docs/adr/0012). Lives while they are decided; made by Route::open_sets.
class SetsInHand {
  public:
    virtual ~SetsInHand() = default;
    /// Asks for what all of them need; read together with what the executor asks.
    virtual void ask(store::Readings& readings) = 0;
    /// What was asked is here; may read what it named.
    virtual void ready() = 0;
    /// Decides one set after those before it; answers each entry, in their order. Writes nothing.
    virtual std::vector<Result<http::Reply>> decide(const std::vector<SetEntry>& set) = 0;
    /// What the accepted ones change.
    virtual std::vector<store::Change> changes() = 0;
    /// The changes were made, and so many rows of each. Throws StoreFailure when they should have
    /// been others: then nothing is kept, and each set is decided by itself.
    virtual void changed(const std::vector<std::int64_t>& rows) = 0;
};

struct Route {
    http::Method method = http::Method::get;
    std::string path;  ///< below /api/v1
    Roles roles;
    std::string right;  ///< "orders.publish": what the route needs, named in me.rights
    Text summary;
    bool is_command = false;
    bool slow = false;          ///< a query to run, or a command's input to read, off the network threads
    bool raw_body = false;      ///< the body is a file, not JSON
    bool key_required = false;  ///< wants an Idempotency-Key
    int success = 200;
    double cost = 1;  ///< in tokens of the caller's and the address's rate (rate_limit.hpp)
    std::size_t body_max = 1 << 20;
    std::function<Result<http::Reply>(Query&, const Input&)> run_query;
    /// Of a command: what takes long to look at, in a snapshot before the write lane is asked; optional. It
    /// refuses nothing and writes nothing: what it found, services remember for the handler.
    std::function<void(Query&, const Input&)> look;
    /// Reads the input at the edge; what it returns runs in the write lane.
    std::function<Result<std::function<Result<http::Reply>(Command&)>>(const Input&)> prepare;
    /// The same two for commands that are decided as a set (set.hpp).
    std::function<Result<SetInput>(const Input&)> prepare_set;
    std::function<std::vector<Result<http::Reply>>(Command&, const std::vector<SetEntry>&)> run_set;
    /// All sets of a commit together, whose entries are these; optional. The command outlives it.
    std::function<std::unique_ptr<SetsInHand>(Command&, const std::vector<SetEntry>&)> open_sets;
    /// Of a command of a set: what certainly refuses it as of now, decided without the write lane;
    /// nothing when the lane must decide. Optional.
    std::function<std::optional<Error>(const Services&, const Caller&, Instant,
                                       const SetInput&)>
        refuses;
    /// Answers a query from what is kept in memory; instead of run_query, in no snapshot.
    std::function<Result<http::Reply>(const Services&, const Caller&, const Input&)> run_kept;
    /// Parameters, body and reply for OpenAPI, of the route as it was finished (`.changes()` …).
    std::function<codec::json::object(const Route&, codec::Schemas&)> describe;

    Route needs_key() && {
        key_required = true;
        return std::move(*this);
    }
    Route runs_slow() && {
        slow = true;
        return std::move(*this);
    }
    /// Of a command: `void look(Query&, const In&)` runs first, off the network threads (see `look`).
    template <class In>
    Route looks_first(void (*first)(Query&, const In&)) && {
        slow = true;
        look = [first](Query& context, const Input& input) {
            const auto in = codec::decode_request<In>(input.path, input.request.query, input.body);
            if (in) first(context, *in);  // What is wrong with it, `prepare` says.
        };
        return std::move(*this);
    }
    Route costs(double tokens) && {
        cost = tokens;
        return std::move(*this);
    }
    /// POST that changes a thing instead of making one: answers 200.
    Route changes() && {
        success = 200;
        return std::move(*this);
    }
};

/// A clock of the server: called about every `every`, as a command of no account. Returns whether
/// there may be more to do at once. Must change only what is due, so that it fires once however
/// many servers run.
struct Job {
    std::string name;
    Milliseconds every;
    std::function<Result<bool>(Command&)> run;
};

/// Work of the server that must not keep the write lane busy: called about every `every` on the
/// background thread, by one process at a time. Reads and writes through the Store as it needs.
/// Returns whether there may be more to do at once. Must hold when two processes do it at once.
struct Task {
    std::string name;
    Milliseconds every;
    std::function<Result<bool>(const Services&)> run;
};

/// Reads the journal: called with events in order, from position 0 at each start, on one thread.
/// For what lives in memory (the matching index).
struct Follower {
    std::string name;
    std::function<void(const Services&, const store::Reader&, const std::vector<journal::Event>&)>
        follow;
};

/// What a command of the command line has to say: words for people and, with --json, one document
/// for programs.
struct Printed {
    std::string words;
    std::string json;
};

/// An option of a command: "--dry-run" fills the member dry_run, "-k" the member k, "file" is
/// written without a name.
struct CommandOption {
    std::string name;
    std::string what;  ///< for --help
    bool flag = false;
    bool required = false;
};

class App;

/// `jianghui NAME …`: works on a data folder that no server uses at the time, with every feature
/// started and every follower at the journal's end. Make it with `on_command_line`, or, when it
/// needs no data folder, with `on_command_line_alone`. A name of two words is a command of a group.
struct CommandLine {
    std::string name;
    std::string what;  ///< for --help
    std::vector<CommandOption> options;
    std::function<Result<Printed>(App&, const codec::Parameters&)> run;
    std::function<Result<Printed>(const codec::Parameters&)> run_alone;  ///< instead of `run`
    /// Fills an empty folder with what can be made again: its commits need not wait for the disk.
    bool fills = false;

    CommandLine that_fills() && {
        fills = true;
        return std::move(*this);
    }
};

struct Feature {
    std::string name;
    std::vector<Route> routes;
    std::vector<Job> jobs;
    std::vector<Task> tasks;
    std::vector<Follower> followers;
    std::vector<InboxSource> inbox;  ///< what of this feature waits for somebody
    std::optional<PersonalDataPart> personal_data;  ///< what it holds about a person
    std::vector<const ErrorCode*> errors;
    std::vector<const journal::EventKind*> events;
    std::vector<CommandLine> commands;
    /// Provides the feature's services and loads its data; called in the order of DEPENDS.
    std::function<Result<Done>(Services&)> start;
};

/// The features of this program in the order of their DEPENDS (generated).
}  // namespace jianghui::app
namespace jianghui {
[[nodiscard]] std::vector<app::Feature> all_features();
}  // namespace jianghui
namespace jianghui::app {

namespace detail {

/// Splits "POST /orders/{order}" into method and path.
std::pair<http::Method, std::string> parse_signature(std::string_view signature);

template <class Out>
http::Reply reply_of(Out&& out, int status) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Out>, http::Reply>) {
        return std::forward<Out>(out);
    } else {
        http::Reply reply;
        reply.status = status;
        codec::write(reply.body, out);
        return reply;
    }
}

/// One operation object of OpenAPI 3.1.
codec::json::object describe_operation(const Route& route, const codec::json::object& input_schema,
                                       codec::json::object output_schema);

template <class In, class Out>
codec::json::object describe(const Route& route, codec::Schemas& schemas) {
    codec::json::object output;
    if constexpr (!std::is_same_v<Out, http::Reply>) output = codec::schema<Out>(schemas);
    return describe_operation(route, codec::Format<In>::object_schema(schemas), std::move(output));
}

/// What every route says, whatever runs behind it.
template <class In, class Out>
Route new_route(std::string_view signature, Roles roles, std::string right, Text summary) {
    Route route;
    std::tie(route.method, route.path) = parse_signature(signature);
    route.roles = std::move(roles);
    route.right = std::move(right);
    route.summary = std::move(summary);
    route.describe = describe<In, Out>;
    return route;
}

/// The same for a route that changes something; a POST answers 201 unless `.changes()`.
template <class In, class Out>
Route new_command(std::string_view signature, Roles roles, std::string right, Text summary) {
    Route route =
        new_route<In, Out>(signature, std::move(roles), std::move(right), std::move(summary));
    route.is_command = true;
    route.success = route.method == http::Method::post ? 201 : 200;
    return route;
}

}  // namespace detail

/// A read: `Result<Out> handler(Query&, const In&)`.
template <class In, class Out>
Route query(std::string_view signature, Roles roles, std::string right, Text summary,
            Result<Out> (*handler)(Query&, const In&)) {
    Route route = detail::new_route<In, Out>(signature, std::move(roles), std::move(right),
                                             std::move(summary));
    route.run_query = [handler](Query& context, const Input& input) -> Result<http::Reply> {
        TRY(const In in, codec::decode_request<In>(input.path, input.request.query, input.body));
        TRY(Out out, handler(context, in));
        return detail::reply_of(std::move(out), 200);
    };
    return route;
}

/// A read that is answered from what is kept in memory: `Result<http::Reply> handler(const Services&,
/// const Caller&, const http::Request&, const In&)`, the reply's body an `Out`.
template <class Out, class In>
Route kept_query(std::string_view signature, Roles roles, std::string right, Text summary,
                 Result<http::Reply> (*handler)(const Services&, const Caller&,
                                                const http::Request&, const In&)) {
    Route route = detail::new_route<In, Out>(signature, std::move(roles), std::move(right),
                                             std::move(summary));
    route.run_kept = [handler](const Services& services, const Caller& caller,
                               const Input& input) -> Result<http::Reply> {
        TRY(const In in, codec::decode_request<In>(input.path, input.request.query, input.body));
        return handler(services, caller, input.request, in);
    };
    return route;
}

/// A change: `Result<Out> handler(Command&, const In&)`. POST answers 201 unless `.changes()`.
template <class In, class Out>
Route command(std::string_view signature, Roles roles, std::string right, Text summary,
              Result<Out> (*handler)(Command&, const In&)) {
    Route route = detail::new_command<In, Out>(signature, std::move(roles), std::move(right),
                                               std::move(summary));
    route.prepare =
        [handler](const Input& input) -> Result<std::function<Result<http::Reply>(Command&)>> {
        TRY(In in, codec::decode_request<In>(input.path, input.request.query, input.body));
        return [handler, in = std::move(in)](Command& context) -> Result<http::Reply> {
            TRY(Out out, handler(context, in));
            return detail::reply_of(std::move(out), 0);
        };
    };
    return route;
}

/// A change whose body is a file: `Result<Out> handler(Command&, const In&, const std::string&)`;
/// `In` comes from path and query alone.
template <class In, class Out>
Route upload(std::string_view signature, Roles roles, std::string right, Text summary,
             std::size_t body_max,
             Result<Out> (*handler)(Command&, const In&, const std::string&)) {
    Route route = detail::new_command<In, Out>(signature, std::move(roles), std::move(right),
                                               std::move(summary));
    route.raw_body = true;
    route.body_max = body_max;
    route.prepare =
        [handler](const Input& input) -> Result<std::function<Result<http::Reply>(Command&)>> {
        TRY(In in, codec::decode_request<In>(input.path, input.request.query, nullptr));
        auto body = std::make_shared<const std::string>(input.request.body);
        return [handler, in = std::move(in), body](Command& context) -> Result<http::Reply> {
            TRY(Out out, handler(context, in, *body));
            return detail::reply_of(std::move(out), 0);
        };
    };
    return route;
}

/// The same with slow work on the bytes first, off the network threads and before the write lane is asked: the
/// handler gets what `Result<Read> read(const In&, const std::string&)` made of them.
template <class In, class Out, class Read>
Route read_upload(std::string_view signature, Roles roles, std::string right, Text summary,
                  std::size_t body_max, Result<Read> (*read)(const In&, const std::string&),
                  Result<Out> (*handler)(Command&, const In&, const Read&)) {
    Route route = detail::new_command<In, Out>(signature, std::move(roles), std::move(right),
                                               std::move(summary));
    route.raw_body = true;
    route.body_max = body_max;
    route.slow = true;
    route.prepare = [read, handler](
                        const Input& input) -> Result<std::function<Result<http::Reply>(Command&)>> {
        TRY(In in, codec::decode_request<In>(input.path, input.request.query, nullptr));
        TRY(Read made, read(in, input.request.body));
        auto kept = std::make_shared<const Read>(std::move(made));
        return [handler, in = std::move(in), kept](Command& context) -> Result<http::Reply> {
            TRY(Out out, handler(context, in, *kept));
            return detail::reply_of(std::move(out), 0);
        };
    };
    return route;
}

/// A command of the command line: `Result<Printed> run(App&, const In&)`, the options read as a
/// query's parameters are.
template <class In>
CommandLine on_command_line(std::string name, std::string what, std::vector<CommandOption> options,
                            Result<Printed> (*run)(App&, const In&)) {
    return {std::move(name), std::move(what), std::move(options),
            [run](App& app, const codec::Parameters& words) -> Result<Printed> {
                TRY(const In in, codec::decode_request<In>({}, words, nullptr));
                return run(app, in);
            },
            {}};
}

/// The same for a command that needs no data folder: `Result<Printed> run(const In&)`.
template <class In>
CommandLine on_command_line_alone(std::string name, std::string what,
                                  std::vector<CommandOption> options,
                                  Result<Printed> (*run)(const In&)) {
    CommandLine line{std::move(name), std::move(what), std::move(options), {}, {}};
    line.run_alone = [run](const codec::Parameters& words) -> Result<Printed> {
        TRY(const In in, codec::decode_request<In>({}, words, nullptr));
        return run(in);
    };
    return line;
}

/// An answer without content: {}.
struct Empty {};
BOOST_DESCRIBE_STRUCT(Empty, (), ())

/// One page of a list; `next` is the cursor of the next page.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

}  // namespace jianghui::app
