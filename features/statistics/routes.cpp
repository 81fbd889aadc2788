#include "features/statistics/routes.hpp"

#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

struct FirstMark {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(FirstMark, (), (position))

}  // namespace

std::vector<Route> routes_to(const store::Reader& reader, const Measure& measure, const std::vector<PlacePeriod>& parts,
                             std::int64_t position) {
    std::vector<Route> routes;
    for (const auto& part : parts)
        routes.push_back({part, true, part.position > position ? std::optional(position) : std::nullopt});
    store::Readings readings;
    for (auto& route : routes) {
        if (!route.taken_off_after) continue;
        // Without a mark there are few steps: either way does.
        readings.each<FirstMark>(sql::mark_behind,
                                 of_version(measure, "place", route.part.place, "period", route.part.period, "position", std::int64_t{0}),
                                 [&route, position](FirstMark&& first) {
                                     route.from_cells = route.part.position - position < position - first.position;
                                 });
    }
    readings.run(reader);
    return routes;
}

}  // namespace jianghui::statistics
