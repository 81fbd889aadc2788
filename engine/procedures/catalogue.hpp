#pragma once
// The procedures of the program, in force and earlier: a service.

#include "engine/procedures/definition.hpp"
#include "engine/registers/catalogue.hpp"

namespace jianghui::procedures {

/// Thread-safe: a reader gets a shared pointer that stays good.
class Catalogue {
  public:
    using Pointer = std::shared_ptr<const Procedure>;
    /// The version in force. Fails with procedure_unknown and the nearest ids.
    [[nodiscard]] Result<Pointer> current(std::string_view id) const;
    /// A version that was ever in force. Fails with procedure_unknown.
    [[nodiscard]] Result<Pointer> version(std::string_view id, std::int64_t version) const;
    /// All in force, by id.
    [[nodiscard]] std::vector<Pointer> all() const;
    /// Files that do not pass, as of the last reading.
    [[nodiscard]] std::vector<registers::Refused> refused() const;

    using Versions = std::map<std::string, std::map<std::int64_t, Pointer>, std::less<>>;
    /// Takes a new set of versions in force. For the loader and tests.
    void replace(Versions versions, std::vector<registers::Refused> refused);

  private:
    mutable std::mutex mutex_;
    Versions versions_;
    std::vector<registers::Refused> refused_;
};

}  // namespace jianghui::procedures
