#include "features/statistics/endpoints.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "features/statistics/api.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/events.hpp"
#include "features/statistics/several.hpp"
#include "features/statistics/strangers.hpp"
#include "features/statistics/verification.hpp"

namespace jianghui::statistics {
namespace {

using Chosen = std::shared_ptr<const Measure>;

/// Of the tree of occupations.
constexpr int finest_level = 4;

Result<Chosen> choose(const app::Query& query, const std::string& id,
                      const std::optional<Integer<1, 10000>>& version) {
    const auto& measures = query.services.get<Measures>();
    return version ? measures.version(id, version->value) : measures.current(id);
}

/// Whatever version is asked for: an older formula counts the same people. Fails with for_the_office.
Result<Done> may_read(const app::Query& query, const Measure& measure) {
    if (query.caller.in_office() ||
        !withholds_small(query.services.get<Measures>(), measure.id.text))
        return Done{};
    return refuse(for_the_office);
}

/// The slice that was asked for, checked.
Result<Slice> slice_of(const app::Query& query, const Measure& measure, const std::string& period,
                       const std::optional<PlaceCode>& place,
                       const std::optional<Integer<0, 9'007'199'254'740'991>>& position) {
    Slice slice;
    const auto read = parse_period(measure.period, period);
    if (!read) return refuse(error(period_malformed).at("/period"));
    slice.period = *read;
    const auto& tables = query.services.get<codes::Tables>();
    if (place) {
        if (tables.find_place(*place) == nullptr)
            return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place->text)));
        slice.place = *place;
    }
    if (position) {
        if (position->value > counted_to(query.db, measure))
            return refuse(error(not_counted_yet).at("/position"));
        slice.position = position->value;
    }
    return slice;
}

/// Figures as of an older position are made when they are not at hand (`kept`: they could be), of strangers' a few a second. Fails with
/// too_many_requests.
Result<Done> may_be_made(const app::Query& query, const Measure& measure, const Slice& slice, bool kept) {
    if (!slice.position || query.caller.in_office()) return Done{};
    if (kept && query.services.get<KeptFigures>().holds(query.db, measure, *slice.position, slice.period)) return Done{};
    const auto wait = query.services.get<OlderForStrangers>().limiter.wait_for("all of them", 1, query.now);
    if (!wait) return Done{};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
    return refuse(error(app::too_many_requests).with("retry_after_seconds", std::to_string(seconds)));
}

/// The figures that are kept, as of the slice's position or of now.
KeptFigures::Held held_for(const app::Query& query, const Measure& measure, const Slice& slice) {
    auto& kept = query.services.get<KeptFigures>();
    return slice.position ? kept.hold_at(query.db, measure, *slice.position, slice.period)
                          : kept.hold(query.db, measure);
}

/// The figures of a slice by the codes of a division, and the position that they are as of.
struct Divided {
    Sums sums;
    std::int64_t position = 0;
};

Divided divided(const app::Query& query, const Measure& measure, const Slice& slice, Division by) {
    Divided found;
    const auto held = held_for(query, measure, slice);
    found.position = held.position();
    for (const auto& [code, count] :
         held.margins().sums(slice.period, range_of(slice.place), dimension_of(by)))
        found.sums[code_in(by, code)] += count;
    return found;
}

/// The rows of a table. By place every place of the region is there: with 0 where it was counted and
/// nothing was found, without a figure where nothing ever was.
std::vector<TableRow> rows_of(const app::Query& query, const Measure& measure, Sums sums,
                              Division by, const Slice& slice) {
    const auto& tables = query.services.get<codes::Tables>();
    std::vector<TableRow> rows;
    const auto add = [&](const std::string& code, std::optional<Count> count) {
        rows.push_back({code, name_in(by, tables, code),
                        count ? std::optional(count->amount) : std::nullopt,
                        count ? count->facts : 0});
    };
    if (by == Division::place && !slice.place) {
        const auto counted = slice.position ? cities_counted(query.db, measure, *slice.position) : cities_counted(query.db, measure);
        for (const auto* city : tables.region()) {
            const auto found = sums.find(city->code.text);
            const bool known =
                std::find(counted.begin(), counted.end(), city->code) != counted.end();
            if (found != sums.end()) {
                add(city->code.text, found->second);
                sums.erase(found);
            } else {
                add(city->code.text, known ? std::optional(Count{}) : std::nullopt);
            }
        }
    }
    for (const auto& [code, count] : sums) add(code, count);
    return rows;
}

/// Whether it selects by a code of a dimension that the measure does not have: nothing carries one.
bool selects_nothing(const Measure& measure, const Selection& selection) {
    const auto is_nowhere = [&](Dimension dimension, const std::optional<std::string>& code) {
        return code && !code->empty() && measure.rule(dimension) == nullptr;
    };
    return is_nowhere(Dimension::occupation, selection.occupation) || is_nowhere(Dimension::industry, selection.industry) ||
           is_nowhere(Dimension::origin, selection.origin);
}

/// The figure of a selection: by one dimension from what is kept. Fails with too_much_to_add by several.
Result<Count> figure_of(const app::Query& query, const Measure& measure, const Slice& slice,
                const Selection& selection) {
    if (selects_nothing(measure, selection)) return Count{};
    const auto by = only_dimension(selection);
    if (by && measure.rule(*by) != nullptr) {
        const auto held = held_for(query, measure, slice);
        return sum_of(held.margins().sums(slice.period, range_of(slice.place), *by), *by,
                      selection);
    }
    return figure_by_several(query.db, measure, slice, selection);
}

}  // namespace

Result<app::Page<MeasureView>> list_measures(app::Query& query, const app::Empty&) {
    const auto& measures = query.services.get<Measures>();
    app::Page<MeasureView> page;
    for (const auto& measure : measures.all()) {
        MeasureView view;
        view.id = measure->id.text;
        view.version = measure->version.value;
        for (std::int64_t number = 1; number <= view.version; ++number)
            if (measures.version(view.id, number)) view.versions.push_back(number);
        view.title = measure->title;
        view.unit = measure->unit;
        view.method = measure->method;
        view.period = measure->period;
        for (const auto& rule : measure->dimensions) view.dimensions.push_back(rule.id);
        view.basis = measure->basis;
        view.as_of_position = counted_to(query.db, *measure);
        if (const auto first = first_period(query.db, *measure))
            view.first_period = period_text(measure->period, *first);
        page.items.push_back(std::move(view));
    }
    return page;
}

Result<TableView> show_table(app::Query& query, const AskTable& input) {
    TRY(const Chosen measure, choose(query, input.measure, input.version));
    TRY_DO(may_read(query, *measure));
    TRY(const Slice slice,
        slice_of(query, *measure, input.period.text, input.place, input.position));
    const Division by = input.by.value_or(Division::place);
    if (measure->rule(dimension_of(by)) == nullptr)
        return refuse(error(division_missing).at("/by"));
    TRY_DO(may_be_made(query, *measure, slice, true));
    TableView view;
    view.measure = measure->id.text;
    view.version = measure->version.value;
    view.title = measure->title;
    view.unit = measure->unit;
    view.method = measure->method;
    view.period = input.period.text;
    view.place = slice.place;
    view.by = by;
    view.confirmed = registers::all_certain(measure->basis);
    view.left_out = left_out(query.db, *measure);
    auto figures = divided(query, *measure, slice, by);
    view.as_of_position = figures.position;
    if (!is_covered(query.db, *measure, slice.period, query.now)) return view;
    view.total = total_of(figures.sums).amount;
    view.rows = rows_of(query, *measure, std::move(figures.sums), by, slice);
    return view;
}

Result<RecordsView> list_records(app::Query& query, const AskRecords& input) {
    TRY(const Chosen measure, choose(query, input.measure, input.version));
    TRY_DO(may_read(query, *measure));
    TRY(Slice slice, slice_of(query, *measure, input.period.text, input.place, input.position));
    Selection selection;
    if (input.occupation) selection.occupation = input.occupation->text;
    // Nothing is below an occupation of the finest level: cells are then found by its code.
    const auto* occupation = query.services.get<codes::Tables>().find_occupation({selection.occupation.value_or("")});
    selection.occupation_alone = occupation != nullptr && occupation->level == finest_level;
    if (input.industry) selection.industry = input.industry->text;
    if (input.origin) selection.origin = input.origin->text;
    TRY_DO(may_be_made(query, *measure, slice, only_dimension(selection).has_value()));
    if (!slice.position) slice.position = counted_to(query.db, *measure);
    const std::optional<std::int64_t> cursor =
        input.cursor ? std::optional(input.cursor->value) : std::nullopt;
    const int limit = input.limit ? static_cast<int>(input.limit->value) : 50;
    TRY(const Count figure, figure_of(query, *measure, slice, selection));
    return records_view(query, *measure, slice, selection, figure, cursor, limit);
}

RecordsView records_view(const app::Query& query, const Measure& measure, const Slice& slice,
                         const Selection& selection, const Count& figure,
                         std::optional<std::int64_t> cursor, int limit) {
    RecordsView view;
    view.amount = figure.amount;
    view.facts = figure.facts;
    // There are no more than that: who has found them need not look at what came before.
    const auto most = cursor ? limit + 1 : std::min<std::int64_t>(limit + 1, figure.facts);
    if (most <= 0) return view;
    const auto rows = records(query.db, measure, slice, selection, query.caller, cursor, static_cast<int>(most), figure.facts);
    for (const auto& row : rows) {
        if (static_cast<int>(view.items.size()) == limit) {
            view.next = std::to_string(view.items.back().position);
            break;
        }
        view.items.push_back(statistics::view(query.db, query.services, measure, row));
    }
    return view;
}

Result<VerifiedFigures> show_verification(app::Query& query, const FindMeasure& input) {
    const std::unique_lock alone(query.services.get<OneAtATime>().mutex, std::try_to_lock);
    if (!alone) return refuse(verification_running);
    const auto& measures = query.services.get<Measures>();
    TRY(const Chosen newest, measures.current(input.measure));
    HowToVerify how;
    how.measure = newest->id.text;
    how.threads = 1;  // The other processors serve.
    how.megabytes = 512;
    TRY(VerifiedFigures found,
        verify(query.db, measures, query.services.get<codes::Tables>(), how));
    if (!may_read(query, *newest))
        for (auto& measure : found.measures) measure.differences.clear();
    return found;
}

Result<app::Empty> recount(app::Command& command, const FindMeasure& input) {
    const auto& measures = command.services.get<Measures>();
    TRY(const Chosen newest, measures.current(input.measure));
    for (const auto& measure : measures.every_version())
        if (measure->id.text == newest->id.text) begin_recount(command.db, *measure);
    command.record(recount_begun, {{}, "measure", 0, {}, {}, {}});
    return app::Empty{};
}

}  // namespace jianghui::statistics
