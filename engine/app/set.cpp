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
    /// `known`: a Reader, or KnownOutcomes.
    template <class Known>
    SetInHand(const std::vector<void*>& members, const Known& known) {
        for (void* member : members) {
            auto& pending = *static_cast<Pending*>(member);
            all_.push_back(&pending);
            // A set that the database refused is decided again: forget the first answers.
            pending.reply.reset();
            pending.refusal.reset();
            is_fresh_.push_back(!pending.answered_before(known) && leads(pending));
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

/// All sets of a route that a commit has: read together, decided one after the other, written together.
std::vector<std::vector<bool>> App::execute_sets(const std::vector<std::vector<void*>>& sets,
                                                 store::Transaction& transaction) {
    KnownOutcomes known;
    store::Readings readings;
    std::vector<SetEntry> entries;
    const Pending* last = nullptr;
    for (const auto& set : sets) {
        for (void* member : set) {
            const auto& pending = *static_cast<Pending*>(member);
            if (may_be_answered(pending)) known.ask(readings, pending.caller.account, pending.key);
            entries.push_back({pending.set_input.get(), &pending.caller, pending.now});
            last = &pending;
        }
    }
    try {
        const Caller nobody;
        Command command(transaction, nobody, last->now, *services_, services_->get<IdSource>());
        const auto in_hand = last->route->open_sets(command, entries);
        in_hand->ask(readings);
        readings.run(transaction);
        in_hand->ready();
        std::vector<KeptOutcome> kept;
        std::vector<std::vector<bool>> changed;
        for (const auto& set : sets) changed.push_back(decide_set(*in_hand, set, known, kept));
        write_sets(*in_hand, transaction, kept);
        return changed;
    } catch (const std::exception& failure) {
        spdlog::error("trace={} route={} ({} sets) {}", last->trace, last->route->path,
                      sets.size(), failure.what());
        throw;
    }
}

std::vector<bool> App::decide_set(SetsInHand& in_hand, const std::vector<void*>& members,
                                  KnownOutcomes& known, std::vector<KeptOutcome>& kept) {
    SetInHand set(members, known);
    if (!set.fresh().empty()) {
        auto replies = in_hand.decide(set.entries());
        const auto before = kept.size();
        for (std::size_t i = 0; i < replies.size(); ++i)
            set.fresh()[i]->take(std::move(replies[i]), kept);
        for (std::size_t i = before; i < kept.size(); ++i) known.add(kept[i]);
    }
    set.answer_followers();
    return set.changed();
}

void App::write_sets(SetsInHand& in_hand, store::Transaction& transaction,
                     const std::vector<KeptOutcome>& kept) {
    auto changes = in_hand.changes();
    const auto own = changes.size();
    if (!kept.empty()) changes.push_back(keeping(kept, services_->get<KeyFilter>()));
    if (changes.empty()) return;
    auto rows = transaction.execute_together(changes);
    rows.resize(own);
    in_hand.changed(rows);
}

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
            keep_outcomes(transaction, kept, services_->get<KeyFilter>());
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
