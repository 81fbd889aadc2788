#include "features/cases/world.hpp"

#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::cases {
namespace {

class PlatformWorld final : public procedures::World {
  public:
    explicit PlatformWorld(const app::Services& services) : services_(services) {}

    [[nodiscard]] const WorkingDays& working_days() const override {
        return tables().working_days();
    }
    [[nodiscard]] std::optional<std::int64_t> parameter(std::string_view name,
                                                        Date on) const override {
        const auto* parameter = tables().parameter(name, on);
        return parameter == nullptr ? std::nullopt : std::optional(parameter->value);
    }
    [[nodiscard]] std::optional<PlaceCode> place_of(const store::Reader& reader,
                                                    OrganisationId organisation) const override {
        const auto found = organisations::find(reader, organisation);
        return found ? std::optional(found->place) : std::nullopt;
    }
    [[nodiscard]] std::optional<PlaceCode> place_of(const store::Reader& reader,
                                                    PersonId person) const override {
        const auto found = people::find(reader, person);
        return found ? std::optional(found->place) : std::nullopt;
    }
    [[nodiscard]] bool is_verified(const store::Reader& reader,
                                   OrganisationId organisation) const override {
        const auto found = organisations::find(reader, organisation);
        return found && found->status == organisations::OrganisationStatus::verified;
    }
    [[nodiscard]] app::Role role_of(const store::Reader& reader,
                                    OrganisationId organisation) const override {
        const auto found = organisations::find(reader, organisation);
        if (!found) return app::Role::anonymous;
        switch (found->kind) {
            case organisations::OrganisationKind::employer: return app::Role::employer;
            case organisations::OrganisationKind::agency: return app::Role::agency;
            default: return app::Role::employer;  // Schools, bases and parks act as employers do.
        }
    }
    [[nodiscard]] std::string name_of(const store::Reader& reader,
                                      OrganisationId organisation) const override {
        const auto found = organisations::find_reference(reader, organisation);
        return found ? found->name : organisation.text();
    }
    [[nodiscard]] std::string name_of(const store::Reader& reader, PersonId person) const override {
        const auto found = people::find(reader, person);
        return found ? found->name : person.text();
    }
    [[nodiscard]] std::string place_name(const PlaceCode& place) const override {
        const auto* found = tables().find_place(place);
        return found == nullptr ? place.text : tables().place_index().full_name(*found);
    }
    [[nodiscard]] std::string authority_name(const PlaceCode& place) const override {
        return place_name(place) + "人力资源和社会保障局";
    }

  private:
    [[nodiscard]] const codes::Tables& tables() const { return services_.get<codes::Tables>(); }
    const app::Services& services_;
};

}  // namespace

std::shared_ptr<procedures::World> platform_world(const app::Services& services) {
    return std::make_shared<PlatformWorld>(services);
}

procedures::KnownRules known_rules(const procedures::Rules& rules, const codes::Tables& tables,
                                   const std::filesystem::path& folder) {
    auto known = rules.known();
    for (const auto& parameter : tables.dated().parameters())
        known.parameters.insert(parameter.code);
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder, none))
        if (file.path().extension() == ".toml") known.procedures.insert(file.path().stem().string());
    return known;
}

registers::DefinitionSource<procedures::Procedure> procedure_source(const app::Services& services) {
    return {registers::DefinitionKind::procedures,
            registers::folder_of(services, registers::DefinitionKind::procedures),
            [&services](const procedures::Procedure& procedure) {
                const auto in_force = services.get<registers::Catalogue>().all();
                procedures::Registers registers;
                for (const auto& one : in_force) registers[one->id.text] = one.get();
                return procedures::faults_of(procedure, services.get<registers::CodeBook>(),
                                             registers,
                                             known_rules(services.get<procedures::Rules>(),
                                                         services.get<codes::Tables>(),
                                                         registers::folder_of(
                                                             services,
                                                             registers::DefinitionKind::procedures)));
            }};
}

}  // namespace jianghui::cases
