// The executor of commands that are decided as a set.

#include "engine/app/set.hpp"

#include <algorithm>
#include <map>

#include <spdlog/spdlog.h>

#include "engine/app/app.hpp"
#include "engine/app/outcome.hpp"
#include "engine/app/pending.hpp"

namespace jianghui::app {

/// Answers those whose key was answered before, and sorts out who of the others is to be decided:
/// of several with one key the first; the others wait for its answer.
class App::SetInHand {
  public:
    SetInHand(const std::vector<void*>& members, store::Transaction& transaction) {
        for (void* member : members) {
            auto& pending = *static_cast<Pending*>(member);
            all_.push_back(&pending);
            // A set that the database refused is decided again: forget the first answers.
            pending.reply.reset();
            pending.refusal.reset();
            if (!pending.key.empty() && answered_before(pending, transaction)) continue;
            fresh_.push_back(&pending);
        }
    }
    [[nodiscard]] const std::vector<Pending*>& fresh() const { return fresh_; }

    [[nodiscard]] std::vector<SetEntry> entries() const {
        std::vector<SetEntry> entries;
        for (const auto* pending : fresh_)
            entries.push_back({pending->set_input.get(), &pending->caller, pending->now});
        return entries;
    }
    /// Hands the answers of the first to those with the same key.
    void answer_followers() {
        for (const auto& [follower, leader] : followers_) {
            if (follower->digest != leader->digest) {
                follower->refusal = error(key_reused);
            } else {
                follower->reply = leader->reply;
                follower->refusal = leader->refusal;
            }
        }
    }
    /// Who of the set changed something, in the set's order.
    [[nodiscard]] std::vector<bool> changed() const {
        std::vector<bool> changed;
        for (const auto* pending : all_)
            changed.push_back(pending->reply.has_value() &&
                              std::find(fresh_.begin(), fresh_.end(), pending) != fresh_.end());
        return changed;
    }

  private:
    bool answered_before(Pending& pending, const store::Transaction& transaction) {
        auto stored =
            find_outcome(transaction, pending.caller.account, pending.key, pending.digest);
        if (!stored) {
            pending.refusal = stored.error();
            return true;
        }
        if (*stored) {
            pending.reply = std::move(**stored);
            return true;
        }
        const auto [leader, first] =
            leaders_.emplace(std::pair(pending.caller.account.number, pending.key), &pending);
        if (!first) followers_.emplace_back(&pending, leader->second);
        return !first;
    }

    std::vector<Pending*> all_;
    std::vector<Pending*> fresh_;
    std::map<std::pair<std::int64_t, std::string>, Pending*> leaders_;
    std::vector<std::pair<Pending*, Pending*>> followers_;
};

std::vector<bool> App::execute_set(const std::vector<void*>& members,
                                   store::Transaction& transaction) {
    SetInHand set(members, transaction);
    if (!set.fresh().empty()) {
        const auto& last = *set.fresh().back();
        try {
            const Caller nobody;
            Command command(transaction, nobody, last.now, *services_,
                            services_->get<IdSource>());
            auto replies = last.route->run_set(command, set.entries());
            std::vector<KeptOutcome> kept;
            for (std::size_t i = 0; i < replies.size(); ++i) {
                auto& pending = *set.fresh()[i];
                if (!replies[i]) {
                    pending.refusal = std::move(replies[i]).error();
                    continue;
                }
                pending.reply = std::move(*replies[i]);
                if (pending.reply->status == 0) pending.reply->status = pending.route->success;
                if (!pending.key.empty())
                    kept.push_back({pending.caller.account, pending.key, pending.digest,
                                    pending.reply->status, pending.reply->body, pending.now});
            }
            keep_outcomes(transaction, kept);
        } catch (const std::exception& failure) {
            spdlog::error("trace={} route={} (set of {}) {}", last.trace, last.route->path,
                          members.size(), failure.what());
            throw;
        }
    }
    set.answer_followers();
    return set.changed();
}

}  // namespace jianghui::app
