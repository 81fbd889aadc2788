#include "engine/app/feature.hpp"

#include <spdlog/spdlog.h>

#include "features/codes/api.hpp"
#include "features/definitions/api.hpp"

namespace jianghui::definitions {

using registers::Register;

registers::DefinitionSource<Register> register_source(const app::Services& services) {
    return {registers::DefinitionKind::registers,
            registers::folder_of(services, registers::DefinitionKind::registers),
            [&services](const Register& definition) {
                return registers::faults_of(definition, services.get<registers::CodeBook>());
            }};
}

namespace {

/// What the files were when they were read last.
struct FilesSeen {
    std::string digests;
};

Result<bool> read_files(const app::Services& services) {
    auto& catalogue = services.get<registers::Catalogue>();
    TRY(const bool changed,
        registers::load_changed(services, register_source(services), catalogue,
                                services.get<FilesSeen>().digests));
    if (changed)
        for (const auto& refused : catalogue.refused())
            spdlog::warn("{}: {}", refused.file, refused.error.message.en);
    return false;
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    if (registers::says_in_force(events, registers::DefinitionKind::registers))
        registers::take_over(reader, register_source(services),
                             services.get<registers::Catalogue>());
}

Result<bool> expire(app::Command& command) {
    constexpr int a_run = 200;
    return registers::expire_due(command, a_run);
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "definitions";
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<FilesSeen>());
        TRY_DO(read_files(services));
        return Done{};
    };
    feature.tasks = {{"definitions.read", std::chrono::seconds(5), read_files}};
    feature.followers = {{"definitions.in_force", follow}};
    feature.jobs = {{"definitions.expire", std::chrono::minutes(1), expire}};
    feature.events = registers::event_kinds();
    feature.errors = registers::error_codes();
    return feature;
}

}  // namespace jianghui::definitions
