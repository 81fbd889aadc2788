#pragma once
// One request on its way through the executor.

#include "engine/app/app.hpp"
#include "engine/app/outcome.hpp"

namespace jianghui::app {

struct App::Pending {
    http::Request request;
    codec::Parameters path;
    codec::json::value body;
    bool has_body = false;
    Caller caller;
    Instant now;
    std::string trace;
    std::string key;     ///< Idempotency-Key, when it applies
    std::string digest;  ///< of the request under that key; made when it may be needed
    const Route* route = nullptr;
    std::function<Result<http::Reply>(Command&)> run;
    std::shared_ptr<const void> set_input;  ///< of a command that is decided as a set
    App* app = nullptr;
    std::function<void(http::Reply)> send;
    std::optional<http::Reply> reply;
    std::optional<Error> refusal;

    [[nodiscard]] Input input() const { return {path, request, has_body ? &body : nullptr}; }
    void answer(http::Reply reply_now) {
        app->count(reply_now.status);
        send(std::move(reply_now));
    }
    void refuse(const Error& error) { answer(http::problem(error, trace)); }
    /// An exception stopped the request before anything was changed: logs it and answers 503 when
    /// the database is away for the moment, 500 otherwise.
    void fail(const std::exception& failure);
    void make_digest() {
        if (digest.empty() && !key.empty()) digest = outcome_digest(request);
    }
    /// Whether the key was answered before, or stands for another request: then `reply` or
    /// `refusal` is that answer, and nothing is to be run.
    [[nodiscard]] bool answered_before(const store::Reader& reader);
    [[nodiscard]] bool answered_before(const KnownOutcomes& known);
    /// Makes it the answer; key_reused when it is of another request. Requires the digest.
    void take_stored(StoredOutcome stored);
    /// Takes what the handler decided; an acceptance under a key is added to `kept`. Whether it was
    /// an acceptance.
    bool take(Result<http::Reply> decided, std::vector<KeptOutcome>& kept);
    /// Answers after the lane has committed or undone.
    void finish(store::Work::Outcome outcome);
};

}  // namespace jianghui::app
