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
        std::vector<Entry<In>> typed;
        typed.reserve(entries.size());
        for (const auto& entry : entries)
            typed.push_back({*static_cast<const In*>(entry.input), *entry.caller, entry.now});
        std::vector<Result<http::Reply>> replies;
        replies.reserve(entries.size());
        for (auto& out : handler(command, typed)) {
            if (out) {
                replies.emplace_back(detail::reply_of(std::move(*out), 0));
            } else {
                replies.emplace_back(tl::unexpected(std::move(out).error()));
            }
        }
        ASSERT(replies.size() == entries.size());
        return replies;
    };
    return route;
}

}  // namespace jianghui::app
