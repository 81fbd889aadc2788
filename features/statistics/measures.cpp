#include "features/statistics/measures.hpp"

#include "engine/app/event_catalogue.hpp"

namespace jianghui::statistics {

std::vector<Measures::Pointer> Measures::every_version() const {
    std::vector<Pointer> list;
    for (const auto& newest : all())
        for (std::int64_t number = 1; number <= newest->version.value; ++number)
            if (auto found = version(newest->id.text, number)) list.push_back(std::move(*found));
    return list;
}

KnownWords known_words(const codes::Tables& tables) {
    const auto kinds = std::make_shared<app::EventCatalogue>(all_features());
    return {[kinds](std::string_view kind) {
                return kinds->find(kind) != nullptr;
            },
            [&tables](std::string_view name) {
                const auto& all = tables.dated().parameters();
                return std::any_of(all.begin(), all.end(),
                                   [&](const auto& one) { return one.code == name; });
            }};
}

registers::DefinitionSource<Measure> measure_source(const app::Services& services) {
    return {registers::DefinitionKind::measures,
            registers::folder_of(services, registers::DefinitionKind::measures),
            [&services](const Measure& measure) {
                return faults_of(measure, known_words(services.get<codes::Tables>()));
            }};
}

Result<app::Printed> check_measures(const definitions::CheckFiles& files) {
    TRY(const auto tables, codes::Tables::load(files.codes));
    TRY(const auto texts,
        registers::read_folder(std::filesystem::path(files.folder) / "measures"));
    const KnownWords known = known_words(tables);
    std::vector<registers::Refused> refused;
    const auto good = registers::read_texts<Measure>(
        texts, [&](const Measure& measure) { return faults_of(measure, known); }, refused);
    return definitions::report("measures", good.size(), refused);
}

}  // namespace jianghui::statistics
