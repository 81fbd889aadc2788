// What compiles a list and moves it on: draft → review → frozen → published.

#include <algorithm>

#include "engine/access/covering.hpp"
#include "engine/app/slow_change.hpp"
#include "features/lists/endpoints.hpp"
#include "features/lists/events.hpp"
#include "features/lists/rules.hpp"
#include "features/lists/view.hpp"

namespace jianghui::lists {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const ListRow& list) {
    command.record(kind, {list.city, "list", list.id.number, {}, {}, {}},
                   ListEvent{list.kind, list.period, list.place, list.status, list.version,
                             list.position, list.total, list.digest});
}

/// The list that the caller may see and act on.
Result<ListRow> find_own(const store::Reader& reader, const app::Caller& caller, ListId id) {
    TRY(ListRow list, find_visible(reader, caller, id));
    TRY_DO(access::check_office(caller, list.place, list_elsewhere));
    return list;
}
Result<ListRow> find_own(const app::Command& command, ListId id) {
    return find_own(command.db, command.caller, id);
}

/// Why a place is left out that nothing was ever counted in.
constexpr const char* no_data = "平台上还没有该地区的数据";
/// Why a city is left out of a list of several: what the others told of them all would tell of its people.
constexpr const char* too_few = "该地区人数未达到公布的最少人数";

bool is_computed(const Excluded& one) {
    return one.reason.text == no_data || one.reason.text == too_few;
}

/// Which places the list is of; those without any figure up to its position are excluded, and said so.
void divide_places(const app::Query& query, const statistics::Measure& measure, ListRow& list) {
    list.included.clear();
    const auto& tables = query.services.get<codes::Tables>();
    const auto counted = statistics::cities_counted(query.db, measure, list.position);
    const auto is_excluded = [&](const PlaceCode& place) {
        return std::any_of(list.excluded.begin(), list.excluded.end(),
                           [&](const Excluded& one) { return within(place, one.place); });
    };
    std::vector<PlaceCode> places;
    if (list.place) places = {list.place};
    else
        for (const auto* place : tables.region()) places.push_back(place->code);
    for (const auto& place : places) {
        if (is_excluded(place)) continue;
        if (std::find(counted.begin(), counted.end(), city_of(place)) == counted.end()) {
            list.excluded.push_back({place, {no_data}});
        } else {
            list.included.push_back(place);
        }
    }
}

/// Leaves out places that lines can be of: of the region's list whole cities, else any place within it.
Result<Done> exclude(ListRow& list, const Exclusions& excluded, const codes::Tables& tables) {
    for (std::size_t i = 0; i < excluded.size(); ++i) {
        const auto& place = excluded[i].place;
        const bool fits = list.place ? within(place, list.place) : city_of(place) == place;
        if (!fits || tables.find_place(place) == nullptr)
            return refuse(error(unknown_code)
                              .at("/excluded/" + std::to_string(i) + "/place")
                              .near(tables.nearest_places(place.text)));
    }
    list.excluded = excluded;
    return Done{};
}

/// A list with its lines, counted and not yet kept.
struct CountedList {
    ListRow list;
    std::vector<Line> office;
    std::vector<Line> everybody;
};

/// As of which the lines are counted: what tells of people, of a quarter that has ended, as of its end.
std::int64_t position_of(const app::Query& query, const statistics::Measure& measure,
                         const ListRow& list) {
    const auto counted = statistics::counted_to(query.db, measure);
    if (!statistics::withholds_small(query.services.get<statistics::Measures>(), measure.id.text))
        return counted;
    const auto cut_off = statistics::cut_off_of(query.db, measure.period,
                                                slice_of(measure, list).period, query.now);
    return cut_off ? std::min(counted, *cut_off) : counted;
}

bool is_included(const ListRow& list, const PlaceCode& place) {
    return std::any_of(list.included.begin(), list.included.end(),
                       [&](const auto& one) { return within(place, one); });
}

/// Leaves a city with too few people out of a list of several cities.
void exclude_few(ListRow& list, const CitiesTold& cities) {
    for (const auto& [city, of_city] : cities) {
        const bool is_of_several = list.place != city && !within(list.place, city);
        if (of_city.told.anybody || !is_of_several || !is_included(list, city)) continue;
        std::erase(list.included, city);
        list.excluded.push_back({city, {too_few}});
    }
}

/// What everybody sees of people, which leaves out cities of which nothing may be told. Fails with list_place_joined.
Result<std::vector<Line>> tell_people(const app::Query& query, ListRow& list, int period,
                                      const std::vector<statistics::Cell>& cells) {
    list.published_min = statistics::published_people_of(query.services, period);
    list.told_by = statistics::told_by;
    auto cities = cities_told(cells, list.published_min);
    std::erase_if(cities, [&](const auto& each) {
        return !is_included(list, each.first) && !within(list.place, each.first);
    });
    exclude_few(list, cities);
    if (divides_joined(cities, list.excluded))
        return refuse(error(list_place_joined).at("/excluded"));
    return told_lines(cities, list.place, list.excluded);
}

/// Counts the lines as of now. Reads all that was counted of the quarter: not for the write lane.
Result<CountedList> counted(const app::Query& query, ListRow list) {
    const auto& measures = query.services.get<statistics::Measures>();
    TRY(const auto measure, measures.current(codec::enum_text(list.kind)));
    list.formula = measure->version.value;
    list.position = position_of(query, *measure, list);
    list.left_out = statistics::events_left_out(query.db, *measure);
    divide_places(query, *measure, list);
    // What is told of people in one county depends on those of its whole city.
    const bool of_people = statistics::withholds_small(measures, measure->id.text);
    auto slice = slice_of(*measure, list);
    if (of_people && list.place) slice.place = city_of(list.place);
    auto cells = statistics::cells(query.db, *measure, slice);
    std::vector<Line> everybody;
    if (of_people) {
        TRY(everybody, tell_people(query, list, slice.period, cells));
    }
    std::erase_if(cells, [&](const auto& cell) { return !is_included(list, cell.place); });
    auto office = lines_of(cells, !list.place, list.excluded);
    if (!of_people) everybody = office;
    list.total = total_of(office);
    return CountedList{std::move(list), std::move(office), std::move(everybody)};
}

/// The kind, place and quarter that were asked for, checked.
Result<ListRow> new_list(const app::Query& query, const CompileList& input) {
    ListRow list;
    list.place = input.place.value_or(PlaceCode{});
    TRY_DO(access::check_office(query.caller, list.place, list_elsewhere));
    const auto& tables = query.services.get<codes::Tables>();
    if (list.place && tables.find_place(list.place) == nullptr)
        return refuse(error(unknown_code).at("/place").near(
            tables.nearest_places(list.place.text)));
    TRY(const auto measure, query.services.get<statistics::Measures>().current(
                                codec::enum_text(input.kind)));
    const auto period = statistics::parse_period(measure->period, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    if (*period > statistics::period_of(measure->period, query.now))
        return refuse(error(list_period_not_over).at("/period"));
    list.city = list.place ? city_of(list.place) : PlaceCode{};
    list.kind = input.kind;
    list.period = input.period.text;
    if (input.excluded) TRY_DO(exclude(list, *input.excluded, tables));
    list.made_by = query.caller.account;
    list.made_at = list.changed_at = query.now;
    return list;
}

/// Whether the lines tell no few people apart, alone or beside what was frozen of the same before. Fails with
/// publication_too_early, publication_too_small or publication_differs_little; with list_told_otherwise beside another list of the
/// quarter that told people in another way.
Result<Done> may_be_public(const app::Command& command, const ListRow& list,
                           const std::vector<Line>& shown) {
    statistics::Publication publication;
    publication.measure = codec::enum_text(list.kind);
    if (!statistics::withholds_small(command.services.get<statistics::Measures>(),
                                     publication.measure))
        return Done{};
    if (is_frozen_otherwise(command.db, list)) return refuse(list_told_otherwise);
    TRY(const auto measure, measure_of(command.services, list));
    publication.kind = measure->period;
    publication.period = slice_of(*measure, list).period;
    publication.position = list.position;
    publication.figures = figures_of(shown);
    for (const auto& earlier : versions(command.db, list))
        publication.earlier.push_back(
            figures_of(all_lines(command.db, earlier, Audience::everybody)));
    return statistics::may_publish(command, publication);
}

Result<ListView> save(app::Command& command, ListRow& list, ListAct act,
                      const journal::EventKind& kind) {
    const ListStatus from = list.status;
    TRY(list.status, next_status(from, act));
    list.changed_at = command.now;
    if (!update(command.db, list, from)) return refuse(list_status_conflict);
    record(command, kind, list);
    return view(command.services, command.caller, list);
}

}  // namespace

Result<ListView> compile_list(app::Query& query, const CompileList& input) {
    TRY(ListRow wanted, new_list(query, input));
    TRY(const CountedList made, counted(query, std::move(wanted)));
    return app::in_lane<ListView>(query, [&](app::Command& command) -> Result<ListView> {
        ListRow list = made.list;
        list.id = command.next_id<ListId>();
        if (!insert(command.db, list)) return refuse(list_open_already);
        replace_lines(command.db, list, made.office, made.everybody);
        record(command, list_compiled, list);
        return view(command.services, command.caller, list);
    });
}

Result<ListView> compile_anew(app::Query& query, const FindList& input) {
    TRY(ListRow known, find_own(query.db, query.caller, input.list));
    TRY_DO(next_status(known.status, ListAct::compile));
    const Instant changed_at = known.changed_at;
    const std::int64_t position = known.position;
    // What was excluded for want of data or people is looked at again.
    std::erase_if(known.excluded, is_computed);
    known.made_by = query.caller.account;
    known.made_at = query.now;
    TRY(const CountedList made, counted(query, std::move(known)));
    return app::in_lane<ListView>(query, [&](app::Command& command) -> Result<ListView> {
        TRY(const ListRow now, find_own(command, input.list));
        // Somebody was faster, perhaps with newer figures.
        if (now.changed_at != changed_at || now.position != position)
            return refuse(list_status_conflict);
        ListRow list = made.list;
        replace_lines(command.db, list, made.office, made.everybody);
        return save(command, list, ListAct::compile, list_compiled);
    });
}

Result<ListView> submit_list(app::Command& command, const FindList& input) {
    TRY(ListRow list, find_own(command, input.list));
    list.submitted_by = command.caller.account;
    list.note.clear();
    return save(command, list, ListAct::submit, list_submitted);
}

Result<ListView> send_list_back(app::Command& command, const SendBack& input) {
    TRY(ListRow list, find_own(command, input.list));
    list.note = input.reason.text;
    list.submitted_by.reset();
    return save(command, list, ListAct::send_back, list_returned);
}

Result<ListView> freeze_list(app::Command& command, const FindList& input) {
    TRY(ListRow list, find_own(command, input.list));
    TRY_DO(next_status(list.status, ListAct::freeze));
    TRY_DO(may_freeze(list, command.caller.account));
    const auto shown = all_lines(command.db, list, Audience::everybody);
    if (shown.empty()) return refuse(list_empty);
    TRY_DO(may_be_public(command, list, shown));
    list.digest = digest_of(shown);
    list.version = next_version(command.db, list);
    list.number = number_of(list.kind,
                            command.services.get<codes::Tables>().place_or_region_name(list.place),
                            list.period, list.version);
    list.frozen_by = command.caller.account;
    list.frozen_at = command.now;
    return save(command, list, ListAct::freeze, list_frozen);
}

Result<ListView> publish_list(app::Command& command, const FindList& input) {
    TRY(ListRow list, find_own(command, input.list));
    list.published_at = command.now;
    list.published_position = journal::last_position(command.db) + 1;
    return save(command, list, ListAct::publish, list_published);
}

}  // namespace jianghui::lists
