#include "features/cases/check.hpp"

#include "features/cases/world.hpp"

namespace jianghui::cases {

using procedures::Procedure;

Result<app::Printed> check_procedures(const definitions::CheckFiles& files) {
    TRY(const auto beside, definitions::read_registers(files.folder, files.codes));
    const auto folder = std::filesystem::path(files.folder) / "procedures";
    TRY(const auto texts, registers::read_folder(folder));
    procedures::Rules rules;
    procedures::add_built_in_rules(rules);
    const auto known = known_rules(rules, *beside.tables, folder);
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
