#include "engine/matching/distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace jianghui::matching {
namespace {

/// cos(d°) · 2^20 for d = 0 … 90. A table, not std::cos, so that no mathematics library's last bit
/// can change a ranking.
constexpr std::array<std::int64_t, 92> cosines{
    1048576, 1048416, 1047937, 1047139, 1046022, 1044586, 1042832, 1040760, 1038371, 1035666,
    1032646, 1029311, 1025662, 1021701, 1017429, 1012847, 1007956, 1002758, 997255,  991448,
    985339,  978930,  972223,  965219,  957922,  950333,  942454,  934288,  925838,  917105,
    908093,  898805,  889243,  879410,  869309,  858943,  848316,  837430,  826289,  814897,
    803256,  791370,  779244,  766880,  754282,  741455,  728402,  715127,  701634,  687928,
    674012,  659890,  645568,  631049,  616338,  601438,  586356,  571095,  555661,  540057,
    524288,  508360,  492277,  476044,  459665,  443147,  426494,  409711,  392803,  375776,
    358634,  341383,  324028,  306574,  289027,  271391,  253673,  235878,  218011,  200078,
    182083,  164033,  145934,  127789,  109606,  91389,   73145,   54878,   36595,   18300,
    0,       0};  // One more, so that 90° can be interpolated like the others.

/// cos · 2^20, linear between whole degrees: errs by at most 0.004 %.
std::int64_t cosine(std::int64_t lat_e6) {
    const std::int64_t positive = std::abs(lat_e6);
    const auto degree = static_cast<std::size_t>(positive / 1'000'000);
    const std::int64_t rest = positive % 1'000'000;
    return cosines[degree] - (cosines[degree] - cosines[degree + 1]) * rest / 1'000'000;
}

/// Centimetres of an arc of so many millionths of a degree on the great circle.
std::int64_t centimetres(std::int64_t arc_e6) {
    return arc_e6 * 11'119'493 / 1'000'000;
}

std::int64_t square_root(std::int64_t square) {
    auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)));
    while (root * root > square) --root;
    while ((root + 1) * (root + 1) <= square) ++root;
    return root;
}

}  // namespace

std::int64_t metres_between(Point a, Point b) {
    std::int64_t east = std::abs(std::int64_t{a.lon_e6} - b.lon_e6);
    if (east > 180'000'000) east = 360'000'000 - east;
    const std::int64_t north = std::abs(std::int64_t{a.lat_e6} - b.lat_e6);
    const std::int64_t middle = (std::int64_t{a.lat_e6} + b.lat_e6) / 2;
    const std::int64_t x = centimetres(east * cosine(middle) >> 20U);
    const std::int64_t y = centimetres(north);
    return square_root(x * x + y * y) / 100;
}

std::int64_t metres_at_least(const Area& area, Point point) {
    const auto gap = [](std::int64_t least, std::int64_t most, std::int64_t at) {
        return std::max<std::int64_t>({0, least - at, at - most});
    };
    const std::int64_t far = std::max(std::abs(std::int64_t{area.lon_min} - point.lon_e6),
                                      std::abs(std::int64_t{area.lon_max} - point.lon_e6));
    std::int64_t east = gap(area.lon_min, area.lon_max, point.lon_e6);
    if (far > 180'000'000) east = std::min(east, 360'000'000 - far);
    if (east < 0) east = 0;
    const std::int64_t north = gap(area.lat_min, area.lat_max, point.lat_e6);
    // The cosine has no dip between two latitudes: its least value is at an end.
    const std::int64_t narrow = std::min(cosine((std::int64_t{area.lat_min} + point.lat_e6) / 2),
                                         cosine((std::int64_t{area.lat_max} + point.lat_e6) / 2));
    const std::int64_t x = centimetres(east * narrow >> 20U);
    const std::int64_t y = centimetres(north);
    return square_root(x * x + y * y) / 100;
}

}  // namespace jianghui::matching
