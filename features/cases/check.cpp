#include "features/cases/check.hpp"

#include "engine/procedures/procedures.hpp"
#include "features/codes/api.hpp"

namespace jianghui::cases {
namespace {

using procedures::Procedure;

/// Procedures name each other before all of them are read: a file's name is its definition's id.
procedures::KnownRules known_rules(const codes::Tables& tables,
                                   const std::vector<registers::DefinitionText>& texts) {
    procedures::Rules rules;
    procedures::add_built_in_rules(rules);
    auto known = rules.known();
    for (const auto& parameter : tables.dated().parameters())
        known.parameters.insert(parameter.code);
    for (const auto& text : texts)
        known.procedures.insert(text.file.substr(0, text.file.rfind('.')));
    return known;
}

}  // namespace

Result<app::Printed> check_procedures(const definitions::CheckFiles& files) {
    TRY(const auto beside, definitions::read_registers(files.folder, files.codes));
    TRY(const auto tables, codes::Tables::load(files.codes));
    TRY(const auto texts,
        registers::read_folder(std::filesystem::path(files.folder) / "procedures"));
    const auto known = known_rules(tables, texts);
    procedures::Registers registers;
    const auto all = beside.catalogue->all();
    for (const auto& one : all) registers[one->id.text] = one.get();
    std::vector<registers::Refused> refused;
    const auto good = registers::read_texts<Procedure>(
        texts,
        [&](const Procedure& procedure) {
            return procedures::faults_of(procedure, *beside.codes, registers, known);
        },
        refused);
    return definitions::report("procedures", good.size(), refused);
}

}  // namespace jianghui::cases
