#pragma once
// Features that use registers name `definitions` among their DEPENDS: at their start the catalogue
// (registers::Catalogue) is filled.

#include "engine/app/feature.hpp"
#include "engine/registers/registers.hpp"
#include "features/codes/api.hpp"

namespace jianghui::definitions {

/// The code tables as definitions and forms ask them: the tables of data/, and as "registers" those of
/// the catalogue.
[[nodiscard]] std::shared_ptr<registers::CodeBook> make_code_book(
    std::shared_ptr<const codes::Tables> tables,
    std::shared_ptr<const registers::Catalogue> catalogue);

/// Definitions read from files alone, without a database: for checks and tests.
struct FromFiles {
    std::shared_ptr<registers::Catalogue> catalogue;
    std::shared_ptr<const codes::Tables> tables;
    std::shared_ptr<registers::CodeBook> codes;
    std::vector<registers::Refused> refused;
};
/// Reads the code tables from `data` and the registers from `folder`/registers. Fails as
/// codes::Tables::load and registers::read_folder do.
[[nodiscard]] Result<FromFiles> read_registers(const std::filesystem::path& folder,
                                               const std::filesystem::path& data);

/// `jianghui check --definitions`: the options of a command of the group `definitions`.
struct CheckFiles {
    std::string folder;  ///< that holds registers/ and procedures/
    std::string codes;   ///< the folder of the code tables
};
BOOST_DESCRIBE_STRUCT(CheckFiles, (), (folder, codes))
/// Makes such a command: "definitions WHAT".
[[nodiscard]] app::CommandLine check_command(
    const std::string& what, Result<app::Printed> (*run)(const CheckFiles&));
/// What it says: how many passed, or fails with every fault of every file in `errors`, each at
/// "file:line".
[[nodiscard]] Result<app::Printed> report(const std::string& what, std::size_t passed,
                                          const std::vector<registers::Refused>& refused);

/// Where the registers' files lie and what must hold of one. `services` must outlive it.
[[nodiscard]] registers::DefinitionSource<registers::Register> register_source(
    const app::Services& services);

}  // namespace jianghui::definitions
