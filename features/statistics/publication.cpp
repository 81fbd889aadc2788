#include "features/statistics/publication.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/journal/journal.hpp"

namespace jianghui::statistics {
namespace {

std::vector<Measures::Pointer> versions_of(const Measures& measures, const std::string& id) {
    auto versions = measures.every_version();
    std::erase_if(versions, [&](const auto& one) { return one->id.text != id; });
    return versions;
}

/// Whether the event after that position, if there is one, is not before the instant.
bool is_past(const store::Reader& reader, std::int64_t position, Instant end) {
    const auto next = journal::after(reader, position, 1);
    return next.empty() || next.front().at >= end;
}

Date last_day_of(PeriodKind kind, int period) {
    return add_days(date_of(beginning_of(kind, period + 1)), -1);
}

}  // namespace

bool withholds_small(const Measures& measures, const std::string& id) {
    const auto versions = versions_of(measures, id);
    return std::any_of(versions.begin(), versions.end(),
                       [](const auto& one) { return one->published_min.has_value(); });
}

std::int64_t published_least(const Measures& measures, const codes::Tables& tables,
                             const std::string& id, Date on) {
    std::int64_t least = 0;
    for (const auto& one : versions_of(measures, id))
        if (one->published_min)
            least = std::max(least, tables.parameter_or(one->published_min->text, on, 0));
    return least;
}

std::int64_t published_people(const app::Services& services, Date on) {
    const auto& tables = services.get<codes::Tables>();
    return std::max(tables.parameter_or("published_people_min", on, 10),
                    published_least(services.get<Measures>(), tables, "supply", on));
}

std::int64_t published_people_of(const app::Services& services, int quarter) {
    return published_people(services, last_day_of(PeriodKind::quarter, quarter));
}

std::optional<std::int64_t> cut_off_of(const store::Reader& reader, PeriodKind kind, int period,
                                       Instant now) {
    const Instant end = beginning_of(kind, period + 1);
    if (now < end) return std::nullopt;
    std::int64_t from = 0;
    std::int64_t to = journal::last_position(reader);
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        if (is_past(reader, middle, end)) to = middle;
        else from = middle + 1;
    }
    // Events of several processes may stand a few milliseconds out of order: the first one of the next period counts,
    // so that the answer stays the same however long the journal grows.
    constexpr int disorder = 500;
    const auto around = std::max<std::int64_t>(0, from - disorder);
    for (const auto& event : journal::after(reader, around, disorder))
        if (event.at >= end) return event.position - 1;
    return from;
}

bool differ_little(const PublicFigures& one, const PublicFigures& other, std::int64_t least) {
    if (one.size() != other.size()) return true;
    const auto little = [&](std::int64_t by) { return by != 0 && std::abs(by) < least; };
    std::int64_t sum = 0;
    for (auto mine = one.begin(), theirs = other.begin(); mine != one.end(); ++mine, ++theirs) {
        if (mine->first != theirs->first || little(mine->second - theirs->second)) return true;
        sum += mine->second - theirs->second;
    }
    return little(sum);
}

Result<Done> may_publish(const app::Command& command, const Publication& wanted) {
    const auto& measures = command.services.get<Measures>();
    if (!withholds_small(measures, wanted.measure)) return Done{};
    if (cut_off_of(command.db, wanted.kind, wanted.period, command.now) != wanted.position)
        return refuse(publication_too_early);
    const auto least = published_least(measures, command.services.get<codes::Tables>(),
                                       wanted.measure, last_day_of(wanted.kind, wanted.period));
    for (const auto& [what, amount] : wanted.figures)
        if (amount != 0 && amount < least) return refuse(publication_too_small);
    for (const auto& before : wanted.earlier)
        if (differ_little(before, wanted.figures, least)) return refuse(publication_differs_little);
    return Done{};
}

}  // namespace jianghui::statistics
