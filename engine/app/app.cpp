#include "engine/app/app.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "engine/app/event_catalogue.hpp"
#include "engine/app/openapi.hpp"
#include "engine/app/outcome.hpp"
#include "engine/app/pending.hpp"
#include "engine/app/rights.hpp"

namespace jianghui::app {

namespace {

constexpr std::string_view prefix = "/api/v1";
constexpr int slow_workers = 2;
constexpr std::size_t slow_waiting_max = 400;
/// Of one caller: a flood fills its own part of the line and nobody else's.
constexpr std::size_t slow_waiting_of_one = 100;

}  // namespace

App::App(std::shared_ptr<Services> services, std::vector<Feature> features)
    : services_(std::move(services)), features_(std::move(features)),
      slow_waiting_(slow_waiting_max, slow_waiting_of_one) {
    features_.push_back(outcome_feature());
    for (auto& feature : features_) {
        for (auto& route : feature.routes) {
            router_.add(route.method, route.path, routes_.size());
            routes_.push_back(route);
        }
    }
    const Instant now = services_->get<Clock>().now();
    for (const auto& feature : features_) {
        job_due_.resize(job_due_.size() + feature.jobs.size(), now);
        task_due_.resize(task_due_.size() + feature.tasks.size(), now);
    }
    bell_handle_ = services_->get<journal::Bell>().listen([this] {
        {
            const std::lock_guard lock(background_mutex_);
            rung_ = true;
        }
        background_wakes_.notify_one();
    });
    for (int i = 0; i < slow_workers; ++i)
        slow_workers_.emplace_back([this] { run_slow_queries(); });
}

Result<std::unique_ptr<App>> App::create(std::shared_ptr<Services> services,
                                         std::vector<Feature> features) {
    services->provide(filter_of_kept(*services));
    services->provide(std::make_shared<Rights>(features));
    services->provide(std::make_shared<EventCatalogue>(features));
    auto waiting = std::make_shared<InboxSources>();
    for (const auto& feature : features)
        waiting->sources.insert(waiting->sources.end(), feature.inbox.begin(),
                                feature.inbox.end());
    services->provide(std::move(waiting));
    services->provide(std::make_shared<PersonalData>(features));
    for (auto& feature : features)
        if (feature.start) TRY_DO(feature.start(*services));
    return std::unique_ptr<App>(new App(std::move(services), std::move(features)));
}

App::~App() {
    bell_handle_.reset();
    {
        const std::lock_guard lock(background_mutex_);
        closing_ = true;
    }
    background_wakes_.notify_all();
    slow_wakes_.notify_all();
    if (background_.joinable()) background_.join();
    for (auto& worker : slow_workers_) worker.join();
}

const std::string& App::openapi() const {
    std::call_once(openapi_asked_, [this] { openapi_ = openapi_document(routes_); });
    return openapi_;
}

void App::count(int status) {
    const auto hundreds = static_cast<std::size_t>(status / 100);
    if (hundreds < answers_.size()) ++answers_[hundreds];
}

namespace {

bool may(const Route& route, Role role) {
    return std::find(route.roles.begin(), route.roles.end(), role) != route.roles.end();
}

/// Why a role may not: who has not signed in, or only half, is told what to do first.
const ErrorCode& why_not(Role role) {
    if (role == Role::anonymous) return not_signed_in;
    return role == Role::half_signed_in ? second_factor_due : not_allowed;
}

/// A number to find a request in the log by. It need not be secret, only rarely repeat.
std::string next_trace() {
    static const std::uint64_t start = system_seed();
    static std::atomic<std::uint64_t> count{0};
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
    std::uint64_t number = start + odd * ++count;
    std::string hex(16, '0');
    for (auto digit = hex.rbegin(); digit != hex.rend(); ++digit, number >>= 4U)
        *digit = "0123456789abcdef"[number & 15U];
    return hex;
}

/// Whose turn in the write lane: an organisation's whatever number of accounts it presses with, a
/// person's own, and one for all who are not signed in.
std::int64_t turn_of(const Caller& caller) {
    if (caller.organisation) return caller.organisation.number;
    return caller.account ? caller.account.number : -1;
}

/// Whose turn among slow requests: as in the write lane, but each address of those who are not signed in for itself.
std::string slow_turn_of(const Caller& caller, const http::Request& request) {
    const std::int64_t turn = turn_of(caller);
    return turn >= 0 ? std::to_string(turn) : "of " + limited_address(request);
}

bool is_write(http::Method method) {
    return method != http::Method::get && method != http::Method::head;
}

}  // namespace

namespace {

/// Takes the request's tokens from a bucket. Fails with too_many_requests.
Result<Done> pace(const std::unique_ptr<RateLimiter>& limiter, std::string_view key, double cost,
                  Instant now) {
    if (!limiter) return Done{};
    const auto wait = limiter->wait_for(key, cost, now);
    if (!wait) return Done{};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
    return refuse(error(too_many_requests).with("retry_after_seconds", std::to_string(seconds)));
}

}  // namespace

Result<Done> App::pace_account(const Pending& pending, const Route& route) {
    const AccountId account = pending.caller.account;
    return account ? pace(account_rate_, account.text(), route.cost, pending.now) : Done{};
}

/// Everything that can be refused before any work: path, sign-in, role, key, size, form of the body.
Result<const Route*> App::admit(Pending& pending) {
    http::Request& request = pending.request;
    if (request.path.rfind(prefix, 0) != 0) return refuse(http::no_such_path);
    auto match =
        router_.find(request.method, std::string_view(request.path).substr(prefix.size()));
    const double cost = match ? routes_[match->route].cost : 1;
    TRY_DO(pace(address_rate_, address_rate_ ? limited_address(request) : "", cost, pending.now));
    if (!match) return refuse(match.error());
    const Route& route = routes_[match->route];
    pending.path = std::move(match->parameters);
    if (authenticator_) {
        TRY(pending.caller, authenticator_(*services_, request, pending.now));
        TRY_DO(pace_account(pending, route));
    }
    if (!may(route, pending.caller.role)) return refuse(why_not(pending.caller.role));
    if (request.body.size() > route.body_max) return refuse(error(body_too_large).with("bytes_max", std::to_string(route.body_max)));
    const std::string_view key = request.header("idempotency-key");
    if (key.size() > 64 || (key.empty() && route.key_required)) return refuse(key_missing);
    if (!key.empty() && route.is_command && pending.caller.account) {
        pending.key = key;
    }
    if (is_write(request.method) && !route.raw_body) {
        TRY(pending.body, codec::parse(request.body.empty() ? "{}" : request.body));
        pending.has_body = true;
    }
    return &route;
}

void App::handle(http::Request request, std::function<void(http::Reply)> answer) {
    auto pending = std::make_shared<Pending>();
    pending->now = services_->get<Clock>().now();
    pending->trace = next_trace();
    pending->request = std::move(request);
    pending->app = this;
    pending->send = std::move(answer);
    Result<const Route*> route = nullptr;
    try {
        route = admit(*pending);  // Who calls is read from the database.
    } catch (const store::StoreFailure& failure) {
        return pending->fail(failure);
    }
    if (!route) return pending->refuse(route.error());
    pending->route = *route;
    if (!pending->route->slow) return run(pending);
    bool waits = false;
    auto turn = slow_turn_of(pending->caller, pending->request);
    {
        const std::lock_guard lock(background_mutex_);
        waits = slow_waiting_.push(std::move(turn), pending);
    }
    if (!waits) return pending->refuse(error(busy));
    slow_wakes_.notify_one();  // Who is woken needs the lock, and would wait for us if we still had it.
}

http::Reply App::handle(http::Request request) {
    struct Mailbox {
        std::mutex mutex;
        std::condition_variable answered;
        std::optional<http::Reply> reply;
    };
    const auto waiting = std::make_shared<Mailbox>();
    handle(std::move(request), [waiting](http::Reply reply) {
        {
            const std::lock_guard lock(waiting->mutex);
            waiting->reply = std::move(reply);
        }
        waiting->answered.notify_one();
    });
    std::unique_lock lock(waiting->mutex);
    waiting->answered.wait(lock, [&] { return waiting->reply.has_value(); });
    return std::move(*waiting->reply);
}

void App::run_query(const std::shared_ptr<Pending>& pending) {
    const auto& route = *pending->route;
    const auto read = [&](store::Reader& reader) {
        Query context{reader, pending->caller, pending->now, *services_, pending->request};
        return route.run_query(context, pending->input());
    };
    try {
        auto reply = route.run_kept
                         ? route.run_kept(*services_, pending->caller, pending->input())
                         : services_->get<store::Store>().read(read);
        if (!reply) return pending->refuse(reply.error());
        pending->answer(std::move(*reply));
    } catch (const std::exception& failure) {
        pending->fail(failure);
    }
}

void App::run_slow_queries() {
    for (;;) {
        std::shared_ptr<Pending> pending;
        bool refused = false;  // What the write lane would have to end after us.
        {
            std::unique_lock lock(background_mutex_);
            slow_wakes_.wait(lock, [this] { return closing_ || !slow_waiting_.empty(); });
            auto next = slow_waiting_.pop();
            if (!next) return;
            pending = std::move(*next);
            if (closing_ && pending->route->is_command) refused = true;
        }
        if (refused)
            pending->refuse(error(busy));
        else
            run(pending);
    }
}

void App::run(const std::shared_ptr<Pending>& pending) {
    if (!pending->route->is_command) return run_query(pending);
    if (pending->route->look && !look_first(*pending)) return;
    run_command(pending);
}

/// Lets a command look at what takes long; false when the database is away, which was then answered.
bool App::look_first(Pending& pending) {
    try {
        services_->get<store::Store>().read([&](store::Reader& reader) {
            Query context{reader, pending.caller, pending.now, *services_, pending.request};
            pending.route->look(context, pending.input());
            return true;
        });
        return true;
    } catch (const std::exception& failure) {
        pending.fail(failure);
        return false;
    }
}

/// Whether its key may have an answer: other programs' answers only the database knows.
bool App::may_be_answered(const Pending& pending) const {
    if (pending.key.empty()) return false;
    return services_->get<store::Store>().shared() ||
           services_->get<KeyFilter>().may_have(pending.caller.account, pending.key);
}

/// Answers a command that is certainly refused without the write lane; a key that was answered
/// before has its answer. Whether it did.
bool App::refused_at_once(Pending& pending, const SetInput& input) {
    if (!pending.route->refuses) return false;
    try {
        const auto refusal =
            pending.route->refuses(*services_, pending.caller, pending.now, input);
        if (!refusal) return false;
        if (!may_be_answered(pending)) {
            pending.refuse(*refusal);
            return true;
        }
        const bool before = services_->get<store::Store>().read(
            [&](store::Reader& reader) { return pending.answered_before(reader); });
        if (!before) pending.refusal = *refusal;
        pending.finish(store::Work::Outcome::undone);
    } catch (const store::StoreFailure& failure) {
        pending.fail(failure);
    }
    return true;
}

void App::run_command(const std::shared_ptr<Pending>& pending) {
    store::Work work;
    work.caller = turn_of(pending->caller);
    work.done = [pending](store::Work::Outcome outcome) { pending->finish(outcome); };
    if (pending->route->run_set) {
        auto prepared = pending->route->prepare_set(pending->input());
        if (!prepared) return pending->refuse(prepared.error());
        if (refused_at_once(*pending, *prepared)) return;
        pending->set_input = std::move(prepared->input);
        pending->make_digest();
        work.set = {pending->route, prepared->subject};
        work.member = pending;
        work.run_set = [this](store::Transaction& transaction, const std::vector<void*>& members) {
            return execute_set(members, transaction);
        };
        if (pending->route->open_sets)
            work.run_sets = [this](store::Transaction& transaction,
                                   const std::vector<std::vector<void*>>& sets) {
                return execute_sets(sets, transaction);
            };
    } else {
        auto prepared = pending->route->prepare(pending->input());
        if (!prepared) return pending->refuse(prepared.error());
        pending->run = std::move(*prepared);
        pending->make_digest();
        work.run = [this, pending](store::Transaction& transaction) {
            return execute(*pending, transaction);
        };
    }
    if (!services_->get<store::Store>().submit(std::move(work))) pending->refuse(error(busy));
}

bool App::execute(Pending& pending, store::Transaction& transaction) {
    try {
        if (pending.answered_before(transaction)) return false;  // Nothing new is written.
        Command context(transaction, pending.caller, pending.now, *services_,
                        services_->get<IdSource>());
        std::vector<KeptOutcome> kept;
        if (!pending.take(pending.run(context), kept)) return false;
        keep_outcomes(transaction, kept, services_->get<KeyFilter>());
        return true;
    } catch (const std::exception& failure) {
        spdlog::error("trace={} route={} {}", pending.trace, pending.route->path, failure.what());
        throw;
    }
}

journal::NewEvent Command::bare_event(const journal::EventKind& kind, const About& about) const {
    journal::NewEvent event;
    event.at = now;
    event.kind = kind.name;
    event.city = about.city;
    if (caller.account) event.actor = caller.account;
    if (about.organisation) event.organisation = about.organisation;
    if (about.counterpart) event.counterpart = about.counterpart;
    if (about.person) event.person = about.person;
    event.subject_kind = about.subject_kind;
    event.subject = about.subject;
    return event;
}

}  // namespace jianghui::app
