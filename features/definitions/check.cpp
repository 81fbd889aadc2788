#include "features/definitions/check.hpp"

#include <fmt/format.h>

namespace jianghui::definitions {

using registers::Register;

Result<FromFiles> read_registers(const std::filesystem::path& folder,
                                 const std::filesystem::path& data) {
    TRY(auto tables, codes::Tables::load(data));
    FromFiles read;
    read.catalogue = std::make_shared<registers::Catalogue>();
    read.tables = std::make_shared<const codes::Tables>(std::move(tables));
    read.codes = make_code_book(read.tables, read.catalogue);
    TRY(const auto texts, registers::read_folder(folder / "registers"));
    const auto good = registers::read_texts<Register>(
        texts,
        [&](const Register& definition) { return registers::faults_of(definition, *read.codes); },
        read.refused);
    registers::Definitions<Register>::Versions versions;
    for (const auto& file : good)
        versions[file.definition.id.text][file.definition.version.value] =
            std::make_shared<const Register>(file.definition);
    read.catalogue->replace(std::move(versions));
    for (const auto& file : good)
        for (const auto& name : file.definition.ends.value_or(List<String<1, 40>, 10>()))
            if (!read.codes->has("registers", name.text))
                read.refused.push_back({file.text.file, error(unknown_code)
                                                            .at(file.text.file + ":1")
                                                            .near(read.codes->nearest("registers", name.text))});
    return read;
}

app::CommandLine check_command(const std::string& what,
                               Result<app::Printed> (*run)(const CheckFiles&)) {
    return app::on_command_line_alone<CheckFiles>(
        "definitions " + what, "check the files of " + what + " (see check --definitions)",
        {{"--folder", "that holds registers/ and procedures/", false, true},
         {"--codes", "the folder of the code tables (data/)", false, true}},
        run);
}

namespace {

/// Single faults, the file's name put back where a fault has none.
void add_faults(const Error& found, const std::string& file, std::vector<Error>& all) {
    for (const auto& one : found.errors) add_faults(one, file, all);
    if (!found.errors.empty()) return;
    all.push_back(found);
    if (all.back().path.empty()) all.back().path = file + ":1";
}

}  // namespace

Result<app::Printed> report(const std::string& what, std::size_t passed,
                            const std::vector<registers::Refused>& refused) {
    if (refused.empty())
        return app::Printed{fmt::format("{}: {} files, no faults", what, passed),
                            fmt::format("{{\"{}\":{}}}", what, passed)};
    Error all = error(registers::definition_malformed);
    for (const auto& one : refused) add_faults(one.error, what + "/" + one.file, all.errors);
    for (auto& one : all.errors)
        if (one.path.find('/') == std::string::npos) one.path = what + "/" + one.path;
    return refuse(std::move(all));
}

Result<app::Printed> check_registers(const CheckFiles& files) {
    TRY(const auto read, read_registers(files.folder, files.codes));
    return report("registers", read.catalogue->all().size(), read.refused);
}

}  // namespace jianghui::definitions
