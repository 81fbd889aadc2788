#include "engine/app/feature.hpp"

#include "features/codes/api.hpp"
#include "features/definitions/api.hpp"
#include "features/definitions/check.hpp"

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

Result<bool> read_files(const app::Services& services) {
    TRY_DO(registers::load_changed(services, register_source(services),
                                   services.get<registers::Catalogue>()));
    return false;
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    registers::follow(reader, events, register_source(services),
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
        const auto catalogue = std::make_shared<registers::Catalogue>();
        services.provide(catalogue);
        // The tables live as long as the services do.
        services.provide(make_code_book({std::shared_ptr<void>(), &services.get<codes::Tables>()},
                                        catalogue));
        TRY_DO(read_files(services));
        return Done{};
    };
    feature.tasks = {{"definitions.read", std::chrono::seconds(5), read_files}};
    feature.followers = {{"definitions.in_force", follow}};
    feature.jobs = {{"definitions.expire", std::chrono::minutes(1), expire}};
    feature.commands = {check_command("registers", check_registers)};
    feature.events = registers::event_kinds();
    feature.errors = registers::error_codes();
    return feature;
}

}  // namespace jianghui::definitions
