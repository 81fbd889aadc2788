#pragma once
// By what persons are counted in published tables.

#include <memory>

#include "engine/app/services.hpp"
#include "features/quarter_reports/api.hpp"

namespace jianghui::people {

/// Reads age, sex, schooling, skill level and kind of job seeker of active persons for counting. The identity number is opened
/// for its digit of sex and forgotten: nobody sees it, so it is no reading of hers (person_reads).
/// `services` must outlive it.
[[nodiscard]] std::shared_ptr<quarter_reports::TraitsOfPeople> traits_of_people(
    const app::Services& services);

}  // namespace jianghui::people
