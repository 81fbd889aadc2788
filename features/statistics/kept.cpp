#include "features/statistics/kept.hpp"

#include <algorithm>
#include <limits>

#include "features/statistics/counting.hpp"
#include "features/statistics/marks.hpp"
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

/// How the figure of a place and period as of a position is come to: from the nearer of what is known, and the steps between.
struct Way {
    PlacePeriod part;
    std::optional<std::int64_t> from;  ///< a mark, 0: nothing; none: all of its steps
    std::int64_t after = 0;
    std::int64_t until = 0;
    int sign = 1;
};

struct MarkAt {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(MarkAt, (), (position))

struct MarkRow {
    PlaceCode place;
    int period = 0;
    std::int64_t base = 0;  ///< the mark that its sums are to be added to; 0: none
    std::string sums;
};
BOOST_DESCRIBE_STRUCT(MarkRow, (), (place, period, base, sums))

store::Arguments at_position(const Measure& measure, const PlacePeriod& part, std::int64_t position) {
    return of_version(measure, "place", part.place, "period", part.period, "position", position);
}

/// `all_known`: what all of the steps add up to is known without reading.
std::vector<Way> ways_to(const store::Reader& reader, const Measure& measure, const std::vector<PlacePeriod>& parts,
                         std::int64_t position, bool all_known) {
    struct Marks {
        std::int64_t before = 0;
        std::optional<std::int64_t> behind;
    };
    std::vector<Marks> marks(parts.size());
    store::Readings before, behind;  // A statement's questions together: one round trip on PostgreSQL.
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto where = at_position(measure, parts[i], position);
        before.each<MarkAt>(sql::mark_before, where, [one = &marks[i]](MarkAt&& mark) { one->before = mark.position; });
        behind.each<MarkAt>(sql::mark_behind, where, [one = &marks[i]](MarkAt&& mark) { one->behind = mark.position; });
    }
    before.run(reader);
    behind.run(reader);
    std::vector<Way> ways;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        const auto& mark = marks[i];
        std::optional<std::int64_t> end = mark.behind;
        if (!end && all_known) end = part.position;
        if (end && *end - position < position - mark.before)
            ways.push_back({part, mark.behind, position, *end, -1});
        else
            ways.push_back({part, mark.before, mark.before, std::min(position, part.position), 1});
    }
    return ways;
}

/// Of so many places and periods the steps are read together: what lies between two marks, and on PostgreSQL one round trip.
constexpr std::size_t parts_read_together = 16;

/// Adds what the ways lead to, all in the period that the figures are of.
void go(const store::Reader& reader, const Measure& measure, const std::vector<Way>& ways, int period, Margins& margins) {
    for (std::size_t from = 0; from < ways.size(); from += parts_read_together) {
        store::Readings marks, bases, steps;
        const auto add_mark = [&](const MarkRow& row) {
            const bool whole = each_in_mark(row.sums, [&](Dimension dimension, const std::string& code, const Count& count) {
                margins.add(row.place, period, dimension, code, count);
            });
            if (!whole) throw store::StoreFailure(store::StoreFailure::Cause::broken, "a mark of statistics is no mark");
        };
        for (std::size_t i = from; i < std::min(ways.size(), from + parts_read_together); ++i) {
            const Way& way = ways[i];
            if (way.from.value_or(0) > 0)
                marks.each<MarkRow>(sql::mark_at, at_position(measure, way.part, *way.from), [&](MarkRow&& row) {
                    add_mark(row);
                    if (row.base > 0) bases.each<MarkRow>(sql::mark_at, at_position(measure, way.part, row.base), add_mark);
                });
            steps.each<Addition>(sql::steps_between, between(measure, way.part, way.after, way.until),
                                 [&margins, sign = way.sign, period](Addition&& row) {
                                     auto [cell, count] = added(std::move(row));
                                     cell.period = period;
                                     margins.add(cell, {sign * count.amount, sign * count.facts});
                                 });
        }
        marks.run(reader);
        bases.run(reader);
        steps.run(reader);
    }
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

bool KeptFigures::is_near(const Measure& measure, std::int64_t position, std::int64_t recounts) {
    const auto kept = kept_of(measure);
    const std::shared_lock lock(kept->mutex);
    const std::int64_t from = kept->recounts == recounts ? std::max<std::int64_t>(0, kept->position) : 0;
    return position - from <= steps_worth_reading;
}

std::string KeptFigures::name_of(const Measure& measure, int period) {
    return reader_name(measure) + ':' + std::to_string(period);
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

bool KeptFigures::holds(const store::Reader& reader, const Measure& measure, std::int64_t position, int period) {
    const Counted snapshot = counted(reader, measure);
    return position >= snapshot.position || older(name_of(measure, period), position, snapshot.recounts);
}

KeptFigures::Held KeptFigures::hold_at(const store::Reader& reader, const Measure& measure,
                                       std::int64_t position, int period) {
    const auto name = name_of(measure, period);
    const Counted snapshot = counted(reader, measure);
    const bool known = is_near(measure, snapshot.position, snapshot.recounts);
    if (known && position == snapshot.position)
        if (auto now = hold(reader, measure); now.position() == position) return now;
    if (auto found = older(name, position, snapshot.recounts)) return {found, std::shared_lock(found->mutex)};
    // What has no step behind the position is as of now; of the rest the nearer mark is looked for.
    const Periods periods = counting_in(measure, period);
    auto ways = ways_to(reader, measure, place_periods(reader, measure, periods, known ? position : 0), position, known);
    std::optional<Margins> margins;
    if (known) {
        const auto now = hold(reader, measure);
        // What others have read since the reader's snapshot began is not in its steps.
        if (now.position() == snapshot.position && now.kept_->recounts == snapshot.recounts) {
            margins = now.margins().only(period);
            for (const auto& way : ways)
                if (way.from) margins->take_off(now.margins(), way.part.place, way.part.period, period);
        }
    }  // Nobody waits for the steps to be read.
    if (!margins && known) ways = ways_to(reader, measure, place_periods(reader, measure, periods, 0), position, false);
    if (!margins) margins = Margins(measure);
    go(reader, measure, ways, period, *margins);
    auto kept = std::make_shared<Kept>(measure);
    kept->margins = std::move(*margins);
    kept->position = position;
    kept->recounts = snapshot.recounts;
    keep_older(name, kept);
    return {kept, std::shared_lock(kept->mutex)};
}

}  // namespace jianghui::statistics
