#pragma once
// What cases ask of the rest of the program: a service that features/cases provides, so that this
// engine knows no feature.

#include "engine/app/context.hpp"
#include "engine/base/base.hpp"

namespace jianghui::procedures {

class World {
  public:
    virtual ~World() = default;
    [[nodiscard]] virtual const WorkingDays& working_days() const = 0;
    /// A parameter of data/parameters.csv in force on a day.
    [[nodiscard]] virtual std::optional<std::int64_t> parameter(std::string_view name,
                                                                Date on) const = 0;
    /// Seat, or home; nothing when there is none such.
    [[nodiscard]] virtual std::optional<PlaceCode> place_of(const store::Reader& reader,
                                                            OrganisationId organisation) const = 0;
    [[nodiscard]] virtual std::optional<PlaceCode> place_of(const store::Reader& reader,
                                                            PersonId person) const = 0;
    [[nodiscard]] virtual bool is_verified(const store::Reader& reader,
                                           OrganisationId organisation) const = 0;
    /// The role of whoever acts for the organisation: employer or agency; anonymous for others.
    [[nodiscard]] virtual app::Role role_of(const store::Reader& reader,
                                            OrganisationId organisation) const = 0;
    /// Full names, as printed documents have them.
    [[nodiscard]] virtual std::string name_of(const store::Reader& reader,
                                              OrganisationId organisation) const = 0;
    [[nodiscard]] virtual std::string name_of(const store::Reader& reader,
                                              PersonId person) const = 0;
    /// "泸州市江阳区".
    [[nodiscard]] virtual std::string place_name(const PlaceCode& place) const = 0;
    /// "泸州市江阳区人力资源和社会保障局": the office that handles cases of a place.
    [[nodiscard]] virtual std::string authority_name(const PlaceCode& place) const = 0;
};

}  // namespace jianghui::procedures
