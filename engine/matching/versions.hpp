#pragma once
// Versions of a value that readers hold while the writer goes on (engine/matching only). Nobody
// waits: a reader pins the newest version and lets go of it, the writer publishes the next one.
// What a version needed and the next one does not is kept until no reader can see it.

#include <list>
#include <memory>
#include <mutex>

namespace jianghui::matching {

/// `Remains` is destroyed when nobody can see it any more.
template <class Value, class Remains>
class Versions {
    struct Entry {
        std::shared_ptr<const Value> value;
        int pins = 0;
        Remains remains{};
    };

  public:
    explicit Versions(std::shared_ptr<const Value> first) { entries_.emplace_back(std::move(first)); }

    /// Holds one version.
    class Pin {
      public:
        explicit Pin(const Versions& versions) : versions_(versions) {
            const std::lock_guard lock(versions.mutex_);
            entry_ = &versions.entries_.back();
            ++entry_->pins;
        }
        ~Pin() {
            const std::lock_guard lock(versions_.mutex_);
            --entry_->pins;
        }
        Pin(const Pin&) = delete;
        Pin& operator=(const Pin&) = delete;
        const Value& operator*() const { return *entry_->value; }
        const Value* operator->() const { return entry_->value.get(); }

      private:
        const Versions& versions_;
        Entry* entry_;
    };

    /// Makes `next` the newest; `remains` is what only older versions need.
    void publish(std::shared_ptr<const Value> next, Remains remains) {
        std::list<Entry> dead;
        const std::lock_guard outside(clearing_);
        {
            const std::lock_guard lock(mutex_);
            entries_.back().remains = std::move(remains);
            entries_.emplace_back(std::move(next));
            while (entries_.size() > 1 && entries_.front().pins == 0)
                dead.splice(dead.end(), entries_, entries_.begin());
        }
    }

  private:
    std::mutex clearing_;  ///< one publisher at a time
    mutable std::mutex mutex_;
    mutable std::list<Entry> entries_;
};

}  // namespace jianghui::matching
