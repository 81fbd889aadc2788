#pragma once
// The definitions in force and those that were: a service. Files are read at start and again when
// they change; what was ever in force is kept in the table `definitions`.

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "engine/app/context.hpp"
#include "engine/registers/definition_file.hpp"

namespace jianghui::registers {

/// A definition with where it comes from. `text` is the file's.
template <class Definition>
struct Versioned {
    Definition definition;
    std::string text;
    std::string digest;  ///< SM3 of the text, hexadecimal
};

/// Which sort of definition a row of `definitions` is.
enum class DefinitionKind { register_, procedure };

/// What is wrong with the files as they lie there now; shown to the system administrator.
struct Refused {
    std::string file;
    Error error;
};

/// The registers of the program. Thread-safe: a reader gets a shared pointer that stays good.
class Catalogue {
  public:
    using Pointer = std::shared_ptr<const Register>;
    /// The version in force. Fails with register_unknown and the nearest ids.
    [[nodiscard]] Result<Pointer> current(std::string_view id) const;
    /// A version that was ever in force. Fails with register_unknown.
    [[nodiscard]] Result<Pointer> version(std::string_view id, std::int64_t version) const;
    /// All in force, by id.
    [[nodiscard]] std::vector<Pointer> all() const;
    /// Files that do not pass, as of the last reading.
    [[nodiscard]] std::vector<Refused> refused() const;

    /// Takes a new set of versions in force (reload.cpp). For the loader and tests.
    void replace(std::map<std::string, std::map<std::int64_t, Pointer>> versions,
                 std::vector<Refused> refused);

  private:
    mutable std::mutex mutex_;
    std::map<std::string, std::map<std::int64_t, Pointer>, std::less<>> versions_;
    std::vector<Refused> refused_;
};

}  // namespace jianghui::registers
