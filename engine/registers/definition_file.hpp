#pragma once
// A definition as a TOML text: read into a described struct, every fault with its line.

#include "engine/registers/definition.hpp"

namespace jianghui::registers {

/// A TOML text as a JSON value, with the line of every member by its JSON pointer.
struct TomlDocument {
    codec::json::value value;
    std::vector<std::pair<std::string, int>> lines;  ///< sorted by pointer

    /// The line of the member at the pointer, or of the nearest member around it; 1 for "".
    [[nodiscard]] int line_of(std::string_view pointer) const;
};

/// Definitions are at most this long.
inline constexpr std::size_t definition_bytes_max = 128 * 1024;

inline constexpr ErrorCode definition_malformed{
    "definition_malformed", Kind::invalid, "定义文件有错，未采用。请按所列文件和行号改正。",
    "The definition has faults and is not used. Correct the lines named."};

/// Parses TOML. Dates become texts; times, offsets, infinities and not-a-numbers are refused. Fails
/// with definition_malformed at "file:line".
[[nodiscard]] Result<TomlDocument> read_toml(std::string_view text, const std::string& file);

/// A fault of the definition at its line.
[[nodiscard]] Error at_line(const TomlDocument& document, const std::string& file,
                            std::string_view pointer, Text message);

/// Turns the faults that codec found into faults with lines, all under definition_malformed.
[[nodiscard]] Error with_lines(const TomlDocument& document, const std::string& file, Error found);

/// Reads a definition: its form by the described struct, its sense by `faults_of`. Fails with
/// definition_malformed whose `errors` name every fault, each at "file:line".
template <class Definition, class FaultsOf>
[[nodiscard]] Result<Definition> read_definition(std::string_view text, const std::string& file,
                                                 FaultsOf&& sense) {
    TRY(const TomlDocument document, read_toml(text, file));
    auto definition = codec::decode_value<Definition>(document.value);
    if (!definition) return refuse(with_lines(document, file, std::move(definition).error()));
    Error all = error(definition_malformed);
    for (const auto& fault : sense(*definition))
        all.errors.push_back(at_line(document, file, fault.at, fault.message));
    if (!all.errors.empty()) {
        if (all.errors.size() == 1) return refuse(std::move(all.errors.front()));
        return refuse(std::move(all));
    }
    return std::move(*definition);
}

}  // namespace jianghui::registers
