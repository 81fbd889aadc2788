#pragma once
// Typed calls of queries.sql.

#include <set>

#include "features/nightly/model.hpp"
#include "features/nightly/rules.hpp"

namespace jianghui::nightly {

[[nodiscard]] Limits limits_on(const app::Services& services, Date day);

[[nodiscard]] std::optional<RunRow> find_run(const store::Reader& reader, Date night);
/// The latest first.
[[nodiscard]] std::vector<RunRow> latest_runs(const store::Reader& reader, int limit);
/// When the last night that is over ended.
[[nodiscard]] std::optional<Instant> last_end(const store::Reader& reader);
[[nodiscard]] std::vector<CityRow> cities_since(const store::Reader& reader, Date night);

/// Every order that the person was ever told of, as long as it is kept.
[[nodiscard]] std::set<OrderId> orders_told(const store::Reader& reader, const PlaceCode& city, PersonId person);
/// What she was told, the latest night first, the best of it first.
[[nodiscard]] std::vector<ToldRow> told_of_person(const store::Reader& reader, PersonId person, int limit);

/// Whether she may be told: active, in the public pool, and has not turned it off.
[[nodiscard]] bool may_be_told(const store::Reader& reader, const people::Person& person);
[[nodiscard]] bool has_stopped(const store::Reader& reader, PersonId person);

}  // namespace jianghui::nightly
