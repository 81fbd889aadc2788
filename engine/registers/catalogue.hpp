#pragma once
// The definitions in force and those that were: a service each for registers and procedures.
// loading.hpp fills it from the files and the table `definitions`.

#include <map>
#include <memory>
#include <mutex>

#include "engine/registers/definition.hpp"
#include "engine/registers/entry.hpp"

namespace jianghui::registers {

/// What is wrong with a file as it lies there now; shown to the system administrator. What was in
/// force before stays in force.
struct Refused {
    std::string file;
    Error error;
};

/// The definitions of one sort. Thread-safe: a reader gets a shared pointer that stays good.
template <class Definition>
class Definitions {
  public:
    using Pointer = std::shared_ptr<const Definition>;
    /// Versions by id and number.
    using Versions = std::map<std::string, std::map<std::int64_t, Pointer>, std::less<>>;

    /// `unknown` is the refusal for an id or a version that there is not.
    explicit Definitions(const ErrorCode& unknown) : unknown_(&unknown) {}

    /// The version in force: the newest. Fails with `unknown` and the nearest ids.
    [[nodiscard]] Result<Pointer> current(std::string_view id) const {
        const std::lock_guard lock(mutex_);
        const auto found = versions_.find(id);
        if (found == versions_.end()) return refuse(unknown(id));
        return found->second.rbegin()->second;
    }
    /// A version that is or was in force. Fails with `unknown`.
    [[nodiscard]] Result<Pointer> version(std::string_view id, std::int64_t number) const {
        const std::lock_guard lock(mutex_);
        const auto found = versions_.find(id);
        if (found == versions_.end()) return refuse(unknown(id));
        const auto version = found->second.find(number);
        if (version == found->second.end()) return refuse(unknown(id));
        return version->second;
    }
    /// All in force, by id.
    [[nodiscard]] std::vector<Pointer> all() const {
        const std::lock_guard lock(mutex_);
        std::vector<Pointer> list;
        for (const auto& [id, versions] : versions_) list.push_back(versions.rbegin()->second);
        return list;
    }
    /// The first in force for which `wanted(definition)` holds, or null. O(definitions), copies nothing.
    template <class F>
    [[nodiscard]] Pointer find_if(F&& wanted) const {
        const std::lock_guard lock(mutex_);
        for (const auto& [id, versions] : versions_)
            if (const Pointer& newest = versions.rbegin()->second; wanted(*newest)) return newest;
        return nullptr;
    }
    /// Files that do not pass, as of the last reading by this process.
    [[nodiscard]] std::vector<Refused> refused() const {
        const std::lock_guard lock(mutex_);
        return refused_;
    }
    /// How often the versions were replaced; for who keeps something derived from them.
    [[nodiscard]] std::uint64_t edition() const {
        const std::lock_guard lock(mutex_);
        return edition_;
    }

    /// Takes a new set of versions. For the loader and tests.
    void replace(Versions versions) {
        const std::lock_guard lock(mutex_);
        versions_ = std::move(versions);
        ++edition_;
    }
    void set_refused(std::vector<Refused> refused) {
        const std::lock_guard lock(mutex_);
        refused_ = std::move(refused);
    }
    /// Whether these are other files than at the last call; at first any are. For the loader.
    [[nodiscard]] bool are_new(std::string files) {
        const std::lock_guard lock(mutex_);
        if (seen_ == files) return false;
        seen_ = std::move(files);
        return true;
    }

  private:
    [[nodiscard]] Error unknown(std::string_view id) const {
        std::vector<std::string> known;
        for (const auto& [one, versions] : versions_) known.push_back(one);
        return error(*unknown_).near(nearest(std::string(id), known));
    }

    const ErrorCode* unknown_;
    mutable std::mutex mutex_;
    Versions versions_;
    std::vector<Refused> refused_;
    std::uint64_t edition_ = 0;
    std::optional<std::string> seen_;
};

/// The registers of the program.
class Catalogue : public Definitions<Register> {
  public:
    Catalogue() : Definitions(register_unknown) {}
};

}  // namespace jianghui::registers
