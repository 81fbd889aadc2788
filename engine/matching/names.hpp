#pragma once
// Skill names and certificate kinds as small numbers. Names only grow; numbers never change while
// the program runs and mean nothing outside it.

#include <atomic>
#include <cstdint>
#include <deque>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/matching/facts.hpp"

namespace jianghui::matching {

/// Numbers names from 0 on. Two spellings that differ only in width (full, half), outer spaces or
/// ASCII case are one name; the first spelling is kept for display. Thread-safe.
class NameTable {
  public:
    /// The number of the name; a new one gets the next number.
    std::uint32_t intern(std::string_view name);
    /// The number of the name, or nothing when it was never interned.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    /// The name as first spelled, which stays where it is; "?" for a number that was never given out.
    [[nodiscard]] std::string_view text(std::uint32_t number) const;
    /// How many there are. Takes no lock: everybody who enters an index is checked against it.
    [[nodiscard]] std::size_t size() const { return size_.load(std::memory_order_acquire); }

  private:
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::deque<std::string> texts_;
    std::atomic<std::size_t> size_{0};  ///< of these
};

/// The names that one index speaks of.
struct Names {
    NameTable skills;
    NameTable certificates;

    SkillId skill(std::string_view name) { return SkillId{skills.intern(name)}; }
    CertificateId certificate(std::string_view name) {
        return CertificateId{certificates.intern(name)};
    }
    [[nodiscard]] std::string_view text(SkillId id) const {
        return skills.text(static_cast<std::uint32_t>(id));
    }
    [[nodiscard]] std::string_view text(CertificateId id) const {
        return certificates.text(static_cast<std::uint32_t>(id));
    }
};

}  // namespace jianghui::matching
