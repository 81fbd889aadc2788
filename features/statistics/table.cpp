#include "features/statistics/table.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/journal/checkpoint.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/newest_records.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/routes.hpp"

namespace jianghui::statistics {
namespace {

store::Arguments sliced(const Measure& measure, const Slice& slice) {
    const auto [from, to] = range_of(slice.place);
    const int first = measure.counts == Counting::while_valid ? 0 : slice.period;
    return of_version(measure, "period_from", first, "period_to", slice.period, "place_from", from,
                      "place_to", to, "position", slice.position);
}

struct PlaceCounted {
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(PlaceCounted, (), (place))

/// What cells and steps add up to.
class CellSums {
  public:
    CellSums(const store::Reader& reader, const Measure& measure) : reader_(reader), measure_(measure) {}

    /// The cells of the slice's places and periods as they are kept, those of one period added up.
    void add_kept(const Slice& slice) {
        reader_.each<Cell>(sql::cells, sliced(measure_, slice), [this](Cell&& cell) { add(std::move(cell), 1); });
    }
    void ask_cells(store::Readings& readings, const PlacePeriod& part) {
        readings.each<Cell>(sql::cells_of_place,
                            of_version(measure_, "city", city_of(part.place), "period", part.period, "place", part.place),
                            [this](Cell&& cell) { add(std::move(cell), 1); });
    }
    /// Those behind `after` up to `until`.
    void ask_steps(store::Readings& readings, const PlacePeriod& part, std::int64_t after, std::int64_t until, int sign) {
        readings.each<Cell>(sql::steps_between,
                            of_version(measure_, "place", part.place, "period", part.period, "after", after, "until", until),
                            [this, sign](Cell&& cell) { add(std::move(cell), sign); });
    }
    [[nodiscard]] bool goes_on() const { return true; }
    /// What is not 0, in the order of the codes.
    [[nodiscard]] std::vector<Cell> cells() const {
        std::vector<Cell> cells;
        for (const auto& [where, count] : sums_)
            if (count.facts != 0)
                cells.push_back({where.place, where.occupation, where.industry, where.origin, count.amount, count.facts});
        return cells;
    }

  private:
    void add(Cell&& cell, int sign) {
        sums_[{std::move(cell.place), std::move(cell.occupation), std::move(cell.industry), std::move(cell.origin)}] +=
            {sign * cell.amount, sign * cell.facts};
    }

    const store::Reader& reader_;
    const Measure& measure_;
    std::map<Where, Count> sums_;
};

/// As of the checkpoint: what the cells hold, and the steps that wait to be added to them.
std::vector<Cell> cells_now(const store::Reader& reader, const Measure& measure, const Slice& slice) {
    CellSums sums(reader, measure);
    sums.add_kept(slice);
    store::Readings waiting;
    for (const auto& one : place_periods_of(reader, measure, slice))
        if (one.cells_to < one.position) sums.ask_steps(waiting, one, one.cells_to, one.position, 1);
    waiting.run(reader);
    return sums.cells();
}

/// As of an older position: of each place and period from the nearer end.
std::vector<Cell> cells_then(const store::Reader& reader, const Measure& measure, const Slice& slice) {
    const auto position = slice.position.value();
    CellSums sums(reader, measure);
    (void)read_along(reader, routes_to(reader, measure, place_periods_of(reader, measure, slice), position), position, sums);
    return sums.cells();
}

/// `alone`: the code itself, not those below it.
bool has_prefix(const std::optional<std::string>& wanted, const std::string& code,
                bool alone = false) {
    if (!wanted) return true;
    return wanted->empty() || alone ? code == *wanted : code.starts_with(*wanted);
}
bool begins_with(const Measure& measure, std::string_view part) {
    return measure.begins.front().text.starts_with(part);
}

}  // namespace

std::string pattern(const std::optional<std::string>& wanted, bool alone) {
    if (!wanted) return "%";
    return wanted->empty() || alone ? *wanted : *wanted + "%";
}

std::vector<PlacePeriod> place_periods_of(const store::Reader& reader, const Measure& measure, const Slice& slice) {
    auto arguments = sliced(measure, slice);
    arguments.emplace_back("after", std::int64_t{0});
    return reader.all<PlacePeriod>(sql::place_periods, arguments);
}

std::pair<PlaceCode, PlaceCode> range_of(const PlaceCode& place) {
    return place ? codes_within(place) : std::pair{PlaceCode{"0"}, PlaceCode{"9"}};
}

std::int64_t counted_to(const store::Reader& reader, const Measure& measure) {
    return journal::checkpoint(reader, reader_name(measure));
}

std::vector<Cell> cells(const store::Reader& reader, const Measure& measure, const Slice& slice) {
    const bool is_now = !slice.position || slice.position == counted_to(reader, measure);
    return is_now ? cells_now(reader, measure, slice) : cells_then(reader, measure, slice);
}

std::optional<int> first_period(const store::Reader& reader, const Measure& measure) {
    return reader.value<int>(sql::first_period, of_version(measure));
}

bool is_covered(const store::Reader& reader, const Measure& measure, int period, Instant now) {
    const auto first = first_period(reader, measure);
    return first && period >= *first && period <= period_of(measure.period, now);
}

std::vector<PlaceCode> places_counted(const store::Reader& reader, const Measure& measure) {
    std::vector<PlaceCode> places;
    reader.each<PlaceCounted>(sql::places_counted, of_version(measure),
                              [&](PlaceCounted&& row) { places.push_back(std::move(row.place)); });
    return places;
}

std::vector<PlaceCode> cities_counted(const store::Reader& reader, const Measure& measure, std::int64_t position) {
    std::set<PlaceCode> cities;
    reader.each<PlaceCounted>(sql::places_counted_to, of_version(measure, "position", position),
                              [&](PlaceCounted&& row) { cities.insert(city_of(row.place)); });
    return {cities.begin(), cities.end()};
}

std::vector<PlaceCode> cities_counted(const store::Reader& reader, const Measure& measure) {
    std::set<PlaceCode> cities;
    for (const auto& place : places_counted(reader, measure)) cities.insert(city_of(place));
    return {cities.begin(), cities.end()};
}

std::vector<LeftOut> left_out(const store::Reader& reader, const Measure& measure) {
    return reader.all<LeftOut>(sql::left_out, of_version(measure));
}

std::int64_t events_left_out(const store::Reader& reader, const Measure& measure) {
    std::int64_t events = 0;
    for (const auto& one : left_out(reader, measure)) events += one.events;
    return events;
}

Dimension dimension_of(Division division) {
    switch (division) {
        case Division::occupation:
        case Division::occupation_class: return Dimension::occupation;
        case Division::industry: return Dimension::industry;
        case Division::origin: return Dimension::origin;
        default: return Dimension::place;
    }
}

std::string code_in(Division division, const std::string& finest) {
    switch (division) {
        case Division::place: return city_of(PlaceCode{finest}).text;
        case Division::occupation_class:
        case Division::industry: return finest.substr(0, 1);
        case Division::county:
        case Division::occupation:
        case Division::origin: break;
    }
    return finest;
}

std::string code_in(Division division, const Cell& cell) {
    switch (dimension_of(division)) {
        case Dimension::place: return code_in(division, cell.place.text);
        case Dimension::occupation: return code_in(division, cell.occupation);
        case Dimension::industry: return code_in(division, cell.industry);
        case Dimension::origin: break;
    }
    return code_in(division, cell.origin);
}

std::string name_in(Division division, const codes::Tables& tables, const std::string& code) {
    if (code.empty()) return "未填";
    const auto place = [&]() -> std::string {
        const auto* found = tables.find_place(PlaceCode{code});
        return found == nullptr ? code : found->name;
    };
    switch (dimension_of(division)) {
        case Dimension::place: return place();
        case Dimension::occupation: {
            const auto* found = tables.find_occupation(OccupationCode{code});
            return found == nullptr ? code : found->name;
        }
        case Dimension::industry: {
            const auto* found = tables.find_industry(IndustryCode{code});
            return found == nullptr ? code : found->name;
        }
        case Dimension::origin: break;
    }
    static const std::map<std::string, std::string> origins{
        {"herself", "本人登记"}, {"agency", "机构登记"}, {"authority", "部门登记"}};
    const auto origin = origins.find(code);
    return origin == origins.end() ? place() : origin->second;
}

bool selects(const Selection& selection, const Cell& cell) {
    return has_prefix(selection.occupation, cell.occupation, selection.occupation_alone) &&
           has_prefix(selection.industry, cell.industry) &&
           (!selection.origin || *selection.origin == cell.origin);
}

Count sum_of(const std::vector<Cell>& cells, const Selection& selection) {
    Count sum;
    for (const auto& cell : cells)
        if (selects(selection, cell)) sum += {cell.amount, cell.facts};
    return sum;
}

std::optional<Dimension> only_dimension(const Selection& selection) {
    const int named = (selection.occupation ? 1 : 0) + (selection.industry ? 1 : 0) +
                      (selection.origin ? 1 : 0);
    if (named > 1) return std::nullopt;
    if (selection.occupation) return Dimension::occupation;
    if (selection.industry) return Dimension::industry;
    return selection.origin ? Dimension::origin : Dimension::place;
}

Count sum_of(const Sums& sums, Dimension dimension, const Selection& selection) {
    Count sum;
    for (const auto& [code, count] : sums) {
        Cell cell;
        if (dimension == Dimension::occupation) cell.occupation = code;
        if (dimension == Dimension::industry) cell.industry = code;
        if (dimension == Dimension::origin) cell.origin = code;
        if (selects(selection, cell)) sum += count;
    }
    return sum;
}

std::vector<RecordRow> records(const store::Reader& reader, const Measure& measure,
                               const Slice& slice, const Selection& selection,
                               const app::Caller& caller, std::optional<std::int64_t> cursor,
                               int limit, std::optional<std::int64_t> facts) {
    const auto [seen_from, seen_to] = caller.seen_range();
    auto arguments = sliced(measure, slice);
    const auto more = store::arguments(
        "occupation_like", pattern(selection.occupation, selection.occupation_alone),
        "industry_like", pattern(selection.industry), "origin", selection.origin, "cursor", cursor, "all",
        measure.records == RecordsFor::everybody ? 1 : 0, "seen_from", seen_from, "seen_to",
        seen_to, "organisation", caller.organisation, "person", caller.person, "limit", limit);
    arguments.insert(arguments.end(), more.begin(), more.end());
    const std::int64_t behind = slice.position.value() + 1;
    const auto from = std::min(cursor.value_or(behind), behind);
    // A figure of few facts may be of long ago: not far back they are looked for where they end.
    constexpr int rounds_first = 5;
    if (facts && *facts <= facts_found_by_their_end) {
        if (auto page = newest_records(reader, arguments, from, limit, rounds_first)) return std::move(*page);
        if (auto page = records_by_their_end(reader, arguments, behind, slice.period, *facts, cursor, limit)) return std::move(*page);
    }
    if (auto page = newest_records(reader, arguments, from, limit)) return std::move(*page);
    return reader.all<RecordRow>(sql::records, arguments);
}

std::vector<RecordRow> all_records(const store::Reader& reader, const Measure& measure,
                                   const Slice& slice) {
    auto arguments = sliced(measure, slice);
    const auto more = store::arguments(
        "occupation_like", "%", "industry_like", "%", "origin", std::optional<std::string>(),
        "cursor", std::optional<std::int64_t>(), "all", 1, "seen_from",
        std::optional<PlaceCode>(), "seen_to", std::optional<PlaceCode>(), "organisation",
        OrganisationId{}, "person", PersonId{}, "limit", std::numeric_limits<int>::max());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return reader.all<RecordRow>(sql::records, arguments);
}

bool sees(const app::Caller& caller, const Measure& measure, const RecordRow& row) {
    return measure.records == RecordsFor::everybody || caller.supervises(row.place);
}

RecordView view(const store::Reader& reader, const app::Services& services,
                const Measure& measure, const RecordRow& row) {
    const auto& tables = services.get<codes::Tables>();
    RecordView shown;
    shown.position = row.position;
    shown.subject = Id<struct AnyTag>{row.subject}.text();
    shown.place = row.place;
    shown.place_name = name_in(Division::county, tables, row.place.text);
    shown.occupation = row.occupation;
    shown.occupation_name = name_in(Division::occupation, tables, row.occupation);
    shown.industry = row.industry;
    shown.origin = row.origin;
    shown.amount = row.amount;
    if (!begins_with(measure, "order.")) return shown;
    if (const auto order = orders::find(reader, OrderId{row.subject})) {
        const auto employer = organisations::find_reference(reader, order->employer);
        shown.order = RecordOrder{order->id, order->title, employer ? employer->name : ""};
    }
    return shown;
}

}  // namespace jianghui::statistics
