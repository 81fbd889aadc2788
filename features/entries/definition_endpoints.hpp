#pragma once
// The definitions for those who look after them: what is in force, what is refused and why, what an
// official has to confirm before it is used.

#include "features/entries/model.hpp"

namespace jianghui::entries {

using registers::DefinitionKind;

enum class DefinitionState { in_force, superseded, refused };
BOOST_DESCRIBE_ENUM(DefinitionState, in_force, superseded, refused)

/// A fault of a file at its line.
struct FileFault {
    std::string at;  ///< "hr_service_licence.toml:12"
    Text message;
};
BOOST_DESCRIBE_STRUCT(FileFault, (), (at, message))

/// On what a definition rests: as a whole, or one of its clocks.
struct DefinitionBasis : registers::Basis {
    std::optional<Text> clock;  ///< whose length it is
};
BOOST_DESCRIBE_STRUCT(DefinitionBasis, (registers::Basis), (clock))

struct DefinitionView {
    DefinitionKind kind = DefinitionKind::registers;
    std::string id;
    std::int64_t version = 0;  ///< 0 for a refused file
    Text title;
    DefinitionState state = DefinitionState::in_force;
    bool confirmed = false;  ///< nothing to confirm, or confirmed
    std::vector<DefinitionBasis> bases;
    std::optional<Instant> since_at;
    std::optional<Instant> confirmed_at;
    std::optional<std::string> confirmed_by;
    std::optional<std::string> digest;
    std::vector<FileFault> faults;
};
BOOST_DESCRIBE_STRUCT(DefinitionView, (),
                      (kind, id, version, title, state, confirmed, bases, since_at, confirmed_at,
                       confirmed_by, digest, faults))
struct DefinitionList {
    std::vector<DefinitionView> items;  ///< refused first, then what waits, then the others
};
BOOST_DESCRIBE_STRUCT(DefinitionList, (), (items))

struct AskDefinitions {
    std::optional<DefinitionKind> kind;
};
BOOST_DESCRIBE_STRUCT(AskDefinitions, (), (kind))
struct ConfirmDefinition {
    DefinitionKind kind = DefinitionKind::registers;
    String<1, 40> id;
    Integer<1, 10000> version;
};
BOOST_DESCRIBE_STRUCT(ConfirmDefinition, (), (kind, id, version))

/// Those of one sort, or all: refused first, then what waits, then the others. Reads every text.
[[nodiscard]] std::vector<DefinitionView> definitions_of(const app::Query& query,
                                                         std::optional<DefinitionKind> kind);
Result<DefinitionList> list_definitions(app::Query& query, const AskDefinitions& input);
/// Records who confirmed and when. Fails with not_found, and definition_confirmed_already.
Result<DefinitionView> confirm(app::Command& command, const ConfirmDefinition& input);

inline constexpr ErrorCode definition_confirmed_already{
    "definition_confirmed_already", Kind::conflict, "这一版定义已经确认过。请刷新页面。",
    "This version was confirmed already. Reload the page."};

}  // namespace jianghui::entries
