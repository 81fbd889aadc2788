#include "features/statistics/kept.hpp"

#include <algorithm>
#include <limits>

#include "features/statistics/counting.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/table.hpp"

namespace jianghui::statistics {
namespace {

/// Further behind than that, all cells are read anew instead of the steps.
constexpr std::int64_t steps_worth_reading = 200'000;
/// Of all measures together; each as large as one period of what is kept as of the checkpoint.
constexpr std::size_t older_positions_kept = 8;

/// A cell or a step as it adds to the margins.
struct Addition {
    int period = 0;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::int64_t facts = 0;
};
BOOST_DESCRIBE_STRUCT(Addition, (),
                      (period, place, occupation, industry, origin, amount, facts))

std::pair<CellKey, Count> added(Addition&& row) {
    return {CellKey{row.period,
                    {std::move(row.place), std::move(row.occupation), std::move(row.industry),
                     std::move(row.origin)}},
            Count{row.amount, row.facts}};
}

/// What the reader's snapshot says of a measure.
struct Counted {
    std::int64_t position = 0;
    std::int64_t recounts = 0;
};

Counted counted(const store::Reader& reader, const Measure& measure) {
    return {counted_to(reader, measure),
            reader.value<std::int64_t>(sql::recounts_of, of_version(measure)).value_or(0)};
}

void read_all(const store::Reader& reader, const store::Statement& statement,
              const store::Arguments& arguments, const std::function<void(CellKey, Count)>& each) {
    reader.each<Addition>(statement, arguments, [&](Addition&& row) {
        auto [cell, count] = added(std::move(row));
        each(std::move(cell), count);
    });
}

/// From the first to the last.
struct Periods {
    int from = 0;
    int to = std::numeric_limits<int>::max();
};

/// Where steps of these periods lie behind a position, the newest first.
std::vector<PlacePeriod> place_periods(const store::Reader& reader, const Measure& measure,
                                       Periods periods, std::int64_t after) {
    const auto [from, to] = range_of({});
    return reader.all<PlacePeriod>(sql::place_periods,
                               of_version(measure, "place_from", from, "place_to", to, "period_from",
                                       periods.from, "period_to", periods.to, "after", after));
}

store::Arguments between(const Measure& measure, const PlacePeriod& one_place, std::int64_t after,
                         std::int64_t until) {
    return of_version(measure, "place", one_place.place, "period", one_place.period, "after", after, "until",
                   until);
}

}  // namespace

/// A city at a time: the key of the cells begins with it, and PostgreSQL hands over a whole answer at once. Then what waits to be
/// added to the cells.
void each_cell(const store::Reader& reader, const Measure& measure,
               const std::function<void(CellKey, Count)>& each) {
    for (std::optional<std::string> city = ""; city;
         city = reader.value<std::string>(sql::next_city_of_cells, of_version(measure, "after", *city)))
        read_all(reader, sql::cells_of_city, of_version(measure, "city", *city), each);
    for (const auto& one : place_periods(reader, measure, {}, 0))
        if (one.cells_to < one.position)
            read_all(reader, sql::steps_between, between(measure, one, one.cells_to, one.position), each);
}

namespace {

Margins all_margins(const store::Reader& reader, const Measure& measure) {
    Margins margins(measure);
    each_cell(reader, measure,
              [&](const CellKey& cell, const Count& count) { margins.add(cell, count); });
    return margins;
}

/// Whose steps make the figure of a period.
Periods counting_in(const Measure& measure, int period) {
    return {measure.counts == Counting::while_valid ? 0 : period, period};
}

/// The steps since a position, summed up by cell and read together: one round trip on PostgreSQL.
std::map<CellKey, Count> sums_since(const store::Reader& reader, const Measure& measure,
                                    std::int64_t after, std::int64_t until) {
    std::map<CellKey, Count> sums;
    store::Readings readings;
    for (const auto& one_place : place_periods(reader, measure, {}, after))
        readings.each<Addition>(sql::steps_between, between(measure, one_place, after, until),
                                [&sums](Addition&& row) {
                                    const auto [cell, count] = added(std::move(row));
                                    sums[cell] += count;
                                });
    readings.run(reader);
    return sums;
}

/// The figures of a period as of `position`: `now` less the steps since, or the steps before from nothing, whichever are
/// fewer. One place and period after the other: so many steps are never in memory together.
Margins margins_at(const store::Reader& reader, const Measure& measure, Margins now,
                   std::int64_t now_position, std::int64_t position, int period) {
    const auto lying = place_periods(reader, measure, counting_in(measure, period), 0);
    const std::int64_t newest = lying.empty() ? 0 : std::min(now_position, lying.front().position);
    const bool from_nothing = newest - position > position;
    Margins margins = from_nothing ? Margins(measure) : std::move(now);
    const std::int64_t after = from_nothing ? 0 : position;
    const std::int64_t until = from_nothing ? position : now_position;
    const int sign = from_nothing ? 1 : -1;
    for (const auto& one_place : lying) {
        if (one_place.position <= after) break;
        read_all(reader, sql::steps_between, between(measure, one_place, after, until),
                 [&](CellKey cell, Count count) {
                     cell.period = period;
                     margins.add(cell, {sign * count.amount, sign * count.facts});
                 });
    }
    return margins;
}

}  // namespace

std::shared_ptr<KeptFigures::Kept> KeptFigures::kept_of(const Measure& measure) {
    const std::lock_guard lock(mutex_);
    auto& kept = kept_[reader_name(measure)];
    if (!kept) kept = std::make_shared<Kept>(measure);
    return kept;
}

KeptFigures::Held KeptFigures::hold(const store::Reader& reader, const Measure& measure) {
    const auto kept = kept_of(measure);
    const Counted now = counted(reader, measure);
    // A snapshot may be older than what others have read already: then that holds.
    const auto is_behind = [&] {
        return kept->recounts < now.recounts ||
               (kept->recounts == now.recounts && kept->position < now.position);
    };
    while (true) {
        if (std::shared_lock lock(kept->mutex); !is_behind()) return {kept, std::move(lock)};
        const std::unique_lock lock(kept->mutex);
        if (!is_behind()) continue;
        const bool anew = kept->position < 0 || kept->recounts != now.recounts ||
                          now.position - kept->position > steps_worth_reading;
        // Read first, then added: nothing is half added when the database fails.
        if (anew)
            kept->margins = all_margins(reader, measure);
        else
            for (const auto& [cell, count] : sums_since(reader, measure, kept->position, now.position))
                kept->margins.add(cell, count);
        kept->position = now.position;
        kept->recounts = now.recounts;
    }
}

std::shared_ptr<KeptFigures::Kept> KeptFigures::older(const std::string& name,
                                                      std::int64_t position,
                                                      std::int64_t recounts) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(older_.begin(), older_.end(), [&](const auto& one) {
        return one.first == name && one.second->position == position &&
               one.second->recounts == recounts;
    });
    if (found == older_.end()) return nullptr;
    std::rotate(older_.begin(), found, found + 1);
    return older_.front().second;
}

void KeptFigures::keep_older(const std::string& name, std::shared_ptr<Kept> kept) {
    const std::lock_guard lock(mutex_);
    older_.emplace(older_.begin(), name, std::move(kept));
    if (older_.size() > older_positions_kept) older_.pop_back();
}

KeptFigures::Held KeptFigures::hold_at(const store::Reader& reader, const Measure& measure,
                                       std::int64_t position, int period) {
    const auto name = reader_name(measure) + ':' + std::to_string(period);
    const Counted snapshot = counted(reader, measure);
    std::optional<Margins> base;
    {
        auto now = hold(reader, measure);
        if (position == now.position()) return now;
        if (auto found = older(name, position, now.kept_->recounts))
            return {found, std::shared_lock(found->mutex)};
        // What others have read since the reader's snapshot began is not in its steps.
        if (now.position() == snapshot.position && now.kept_->recounts == snapshot.recounts)
            base = now.margins().only(period);
    }  // Nobody waits for the steps to be read.
    if (!base) base = all_margins(reader, measure).only(period);
    auto kept = std::make_shared<Kept>(measure);
    kept->margins = margins_at(reader, measure, std::move(*base), snapshot.position, position, period);
    kept->position = position;
    kept->recounts = snapshot.recounts;
    keep_older(name, kept);
    return {kept, std::shared_lock(kept->mutex)};
}

}  // namespace jianghui::statistics
