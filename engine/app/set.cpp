// The executor of commands that are decided as a set.

#include "engine/app/set.hpp"

#include <map>

#include <spdlog/spdlog.h>

#include "engine/app/app.hpp"
#include "engine/app/outcome.hpp"
#include "engine/app/pending.hpp"
#include "engine/store/steps.hpp"

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
class App::CommitSets final : public store::SetsInSteps {
  public:
    CommitSets(const App& app, store::Transaction& transaction,
               const std::vector<std::vector<void*>>& sets, const CommitSets* before)
        : app_(app), sets_(sets), before_(before), last_(last_of(sets)),
          command_(transaction, nobody_, last_.now, *app.services_, app.services_->get<IdSource>()) {
        std::vector<SetEntry> entries;
        for (const auto& set : sets_)
            for (void* member : set) entries.push_back(entry_of(member));
        in_hand_ = last_.route->open_sets(command_, entries);
    }

    void ask(store::Readings& readings) override {
        ask_keys(readings);
        in_hand_->ask(readings);
        asked_ = true;
    }
    bool ask_ahead(store::Readings& readings) override {
        // What another route's sets before these change is not known here.
        if (before_ == nullptr || before_->last_.route != last_.route || !in_hand_->go_ahead())
            return false;
        ask_keys(readings);
        for (const auto& kept : before_->kept_) known_.add(kept);
        return true;
    }
    std::vector<std::vector<bool>> decide() override {
        if (asked_) in_hand_->ready();
        std::vector<std::vector<bool>> changed;
        for (const auto& set : sets_) changed.push_back(decide_set(set));
        changes_ = in_hand_->changes();
        own_ = changes_.size();
        if (!kept_.empty()) changes_.push_back(keeping(kept_, app_.services_->get<KeyFilter>()));
        return changed;
    }
    [[nodiscard]] const std::vector<store::Change>& changes() const override { return changes_; }
    void changed(const std::vector<std::int64_t>& rows) override {
        ASSERT(rows.size() == changes_.size());
        in_hand_->changed({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(own_)});
    }

  private:
    static const Pending& last_of(const std::vector<std::vector<void*>>& sets) {
        return *static_cast<const Pending*>(sets.back().back());
    }
    static SetEntry entry_of(void* member) {
        const auto& pending = *static_cast<const Pending*>(member);
        return {pending.set_input.get(), &pending.caller, pending.now};
    }
    void ask_keys(store::Readings& readings) {
        for (const auto& set : sets_)
            for (void* member : set) {
                const auto& pending = *static_cast<const Pending*>(member);
                if (app_.may_be_answered(pending))
                    known_.ask(readings, pending.caller.account, pending.key);
            }
    }
    std::vector<bool> decide_set(const std::vector<void*>& members) {
        SetInHand set(members, known_);
        if (!set.fresh().empty()) {
            auto replies = in_hand_->decide(set.entries());
            const auto before = kept_.size();
            for (std::size_t i = 0; i < replies.size(); ++i)
                set.fresh()[i]->take(std::move(replies[i]), kept_);
            for (std::size_t i = before; i < kept_.size(); ++i) known_.add(kept_[i]);
        }
        set.answer_followers();
        return set.changed();
    }

    const App& app_;
    const std::vector<std::vector<void*>> sets_;
    const CommitSets* before_;
    const Pending& last_;
    const Caller nobody_{};
    Command command_;
    std::unique_ptr<SetsInHand> in_hand_;
    KnownOutcomes known_;
    std::vector<KeptOutcome> kept_;
    std::vector<store::Change> changes_;
    std::size_t own_ = 0;  ///< so many of the changes are the feature's
    bool asked_ = false;
};

std::unique_ptr<store::SetsInSteps> App::open_sets(const std::vector<std::vector<void*>>& sets,
                                                   store::Transaction& transaction,
                                                   const store::SetsInSteps* before) {
    return std::make_unique<CommitSets>(*this, transaction, sets,
                                        static_cast<const CommitSets*>(before));
}

std::vector<std::vector<bool>> App::execute_sets(const std::vector<std::vector<void*>>& sets,
                                                 store::Transaction& transaction) {
    try {
        CommitSets all(*this, transaction, sets, nullptr);
        store::Readings readings;
        all.ask(readings);
        readings.run(transaction);
        auto changed = all.decide();
        all.changed(transaction.execute_together(all.changes()));
        return changed;
    } catch (const std::exception& failure) {
        const auto& last = *static_cast<const Pending*>(sets.back().back());
        spdlog::error("trace={} route={} ({} sets) {}", last.trace, last.route->path,
                      sets.size(), failure.what());
        throw;
    }
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
