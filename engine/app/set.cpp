// The executor of commands that are decided as a set.

#include "engine/app/set.hpp"

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
            is_fresh_.push_back(!pending.answered_before(transaction) && leads(pending));
            if (is_fresh_.back()) fresh_.push_back(&pending);
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
        for (std::size_t i = 0; i < all_.size(); ++i)
            changed.push_back(is_fresh_[i] && all_[i]->reply.has_value());
        return changed;
    }

  private:
    /// Whether it is the first of its key; the others wait for its answer.
    bool leads(Pending& pending) {
        if (pending.key.empty()) return true;
        const auto [leader, first] =
            leaders_.emplace(std::pair(pending.caller.account.number, pending.key), &pending);
        if (!first) followers_.emplace_back(&pending, leader->second);
        return first;
    }

    std::vector<Pending*> all_;
    std::vector<bool> is_fresh_;
    std::vector<Pending*> fresh_;  ///< those of them that are to be decided
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
            for (std::size_t i = 0; i < replies.size(); ++i)
                set.fresh()[i]->take(std::move(replies[i]), kept);
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
