#pragma once
// Commands that are decided as a set: what waits at the same time for the same subject is handed to
// one call of the handler (docs/adr/0007).

#include "engine/app/feature.hpp"

namespace jianghui::app {

/// One command of a set: who wants what, and when it came.
template <class In>
struct Entry {
    const In& input;
    const Caller& caller;
    Instant now;
};

namespace detail {

template <class In>
std::vector<Entry<In>> typed_entries(const std::vector<SetEntry>& entries) {
    std::vector<Entry<In>> typed;
    typed.reserve(entries.size());
    for (const auto& entry : entries)
        typed.push_back({*static_cast<const In*>(entry.input), *entry.caller, entry.now});
    return typed;
}

/// The answers of a set as replies; the status is the route's.
template <class Out>
std::vector<Result<http::Reply>> replies_of(std::vector<Result<Out>> answers, std::size_t wanted) {
    ASSERT(answers.size() == wanted);
    std::vector<Result<http::Reply>> replies;
    replies.reserve(answers.size());
    for (auto& answer : answers) {
        if (answer) {
            replies.emplace_back(reply_of(std::move(*answer), 0));
        } else {
            replies.emplace_back(tl::unexpected(std::move(answer).error()));
        }
    }
    return replies;
}

}  // namespace detail

/// A change decided as a set: `std::vector<Result<Out>> handler(Command&, const
/// std::vector<Entry<In>>&)` answers each entry, in their order; what it writes must be what the
/// accepted ones change and nothing of the refused. `subject_of` says what the entries have in
/// common. The command's caller is nobody: `Command::of(entry)` acts for one of them.
template <class In, class Out>
Route command_set(std::string_view signature, Roles roles, std::string right, Text summary,
                  std::int64_t (*subject_of)(const In&),
                  std::vector<Result<Out>> (*handler)(Command&, const std::vector<Entry<In>>&)) {
    Route route = detail::new_command<In, Out>(signature, std::move(roles), std::move(right),
                                               std::move(summary));
    route.prepare_set = [subject_of](const Input& input) -> Result<SetInput> {
        TRY(In in, codec::decode_request<In>(input.path, input.request.query, input.body));
        const std::int64_t subject = subject_of(in);
        return SetInput{subject, std::make_shared<const In>(std::move(in))};
    };
    route.run_set = [handler](Command& command, const std::vector<SetEntry>& entries) {
        return detail::replies_of(handler(command, detail::typed_entries<In>(entries)),
                                  entries.size());
    };
    return route;
}

/// The sets of one commit, decided together by one object of a feature (feature.hpp, SetsInHand).
template <class In, class Out>
class Sets {
  public:
    virtual ~Sets() = default;
    virtual void ask(store::Readings& readings) = 0;
    virtual void ready() = 0;
    virtual std::vector<Result<Out>> decide(const std::vector<Entry<In>>& set) = 0;
    virtual std::vector<store::Change> changes() = 0;
    virtual void changed(const std::vector<std::int64_t>& rows) = 0;
};

namespace detail {

template <class In, class Out>
class TypedSets final : public SetsInHand {
  public:
    explicit TypedSets(std::unique_ptr<Sets<In, Out>> sets) : sets_(std::move(sets)) {}
    void ask(store::Readings& readings) override { sets_->ask(readings); }
    void ready() override { sets_->ready(); }
    std::vector<Result<http::Reply>> decide(const std::vector<SetEntry>& set) override {
        return replies_of(sets_->decide(typed_entries<In>(set)), set.size());
    }
    std::vector<store::Change> changes() override { return sets_->changes(); }
    void changed(const std::vector<std::int64_t>& rows) override { sets_->changed(rows); }

  private:
    std::unique_ptr<Sets<In, Out>> sets_;
};

}  // namespace detail

/// The route with its sets decided together where they can be: `open` is handed the entries of all
/// sets of a commit. The route's own handler decides what is left.
template <class In, class Out>
Route with_sets(Route route,
                std::unique_ptr<Sets<In, Out>> (*open)(Command&, const std::vector<Entry<In>>&)) {
    route.open_sets = [open](Command& command, const std::vector<SetEntry>& entries) {
        return std::unique_ptr<SetsInHand>(std::make_unique<detail::TypedSets<In, Out>>(
            open(command, detail::typed_entries<In>(entries))));
    };
    return route;
}

/// The route with `certain(services, caller, now, input)`, which says what certainly refuses a
/// command as of now, so that it need not wait for the write lane; nothing when the lane must decide.
template <class In>
Route with_refusal(Route route, std::optional<Error> (*certain)(const Services&, const Caller&,
                                                                Instant, const In&)) {
    route.refuses = [certain](const Services& services, const Caller& caller, Instant now,
                              const SetInput& input) {
        return certain(services, caller, now, *static_cast<const In*>(input.input.get()));
    };
    return route;
}

}  // namespace jianghui::app
