// The look-up, one entry, and the export of what was looked up.

#include <algorithm>

#include <fmt/format.h>

#include "features/codes/api.hpp"
#include "features/entries/endpoints.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/search.hpp"
#include "features/entries/sheet.hpp"
#include "features/entries/value_names.hpp"
#include "features/imports/api.hpp"

namespace jianghui::entries {
namespace {

/// An export holds at most this many rows; the page says so and asks for a narrower search.
constexpr std::size_t export_max = 10'000;

Result<Done> check_place(const app::Services& services, const std::optional<PlaceCode>& place) {
    const auto& tables = services.get<codes::Tables>();
    if (!place || tables.find_place(*place) != nullptr) return Done{};
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place->text)));
}

Result<Search> search_of(const app::Query& query, const ListEntries& input,
                         const Register& definition) {
    const auto& caller = query.caller;
    const bool stranger = !caller.organisation && !caller.person &&
                          !caller.is(app::Role::official) && !caller.is(app::Role::inspector);
    if (!definition.published && stranger) return refuse(register_not_public);
    TRY_DO(check_place(query.services, input.place));
    Search wanted;
    wanted.register_id = definition.id.text;
    if (input.q) wanted.q = input.q->text;
    wanted.place = input.place;
    wanted.status = input.status;
    wanted.in_force_on = input.in_force_on;
    wanted.organisation = input.organisation;
    wanted.cursor = input.cursor;
    wanted.limit = static_cast<std::size_t>(input.limit ? input.limit->value : 50);
    if (!definition.published && caller.organisation) wanted.organisation = caller.organisation;
    if (!definition.published && caller.person) wanted.person = caller.person;
    return wanted;
}

app::Page<EntryView> page_of(Lens& lens, const Found& found) {
    app::Page<EntryView> page;
    for (const auto& entry : found.entries) page.items.push_back(lens.view(entry));
    if (found.next) page.next = found.next->text();
    return page;
}

/// In force first; all of them on one page.
app::Page<EntryView> page_of_everywhere(const app::Query& query, const std::string& q, std::size_t limit) {
    std::vector<std::string> within;
    for (const auto& definition : query.services.get<registers::Catalogue>().all())
        within.push_back(definition->id.text);
    Lens lens(query.db, query.services, query.caller, query.now);
    app::Page<EntryView> page;
    for (const auto& entry : search_everywhere(query.db, lens, within, q, limit))
        page.items.push_back(lens.view(entry));
    std::stable_sort(page.items.begin(), page.items.end(),
                     [](const auto& a, const auto& b) { return a.in_force && !b.in_force; });
    return page;
}

/// Whether the event is the one with which that version came.
bool makes_version(const journal::Event& event, std::int64_t version) {
    const auto* data = event.subject_kind == "entry" ? event.data.if_object() : nullptr;
    const auto* said = data == nullptr ? nullptr : data->if_contains("version");
    return said != nullptr && *said == codec::json::value(version);
}

}  // namespace

Result<app::Page<EntryView>> list_entries(app::Query& query, const ListEntries& input) {
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().current(input.register_id.text));
    TRY(const Search wanted, search_of(query, input, *definition));
    Lens lens(query.db, query.services, query.caller, query.now);
    return page_of(lens, search(query.db, lens, wanted));
}

Result<app::Page<EntryView>> list_of_subject(app::Query& query, const ListSubject& input) {
    Search wanted;
    wanted.organisation = input.organisation;
    wanted.cursor = input.cursor;
    wanted.limit = static_cast<std::size_t>(input.limit ? input.limit->value : 50);
    if (input.q) return page_of_everywhere(query, input.q->text, wanted.limit);
    if (input.mine.value_or(false)) {
        if (query.caller.organisation) wanted.organisation = query.caller.organisation;
        if (query.caller.person) wanted.person = query.caller.person;
    }
    if (!wanted.organisation && !wanted.person)
        return refuse(error(codec::missing_field).at("/organisation"));
    Lens lens(query.db, query.services, query.caller, query.now);
    return page_of(lens, search(query.db, lens, wanted));
}

Result<EntryDetail> show_entry(app::Query& query, const FindEntry& input) {
    Lens lens(query.db, query.services, query.caller, query.now);
    TRY(const Entry entry, lens.find(input.entry));
    return lens.detail(entry);
}

Result<journal::Proof> prove_version(app::Query& query, const FindVersion& input) {
    Lens lens(query.db, query.services, query.caller, query.now);
    TRY(const Entry entry, lens.find(input.entry));
    // A sealed event names its person by number.
    if (entry.person && lens.audience(entry) == Audience::everybody) return refuse(not_found);
    for (const auto& event : journal::of_subject(query.db, entry.id.number))
        if (makes_version(event, input.version.value))
            return journal::prove(query.db, event.position);
    return refuse(not_found);
}

Result<http::Reply> export_entries(app::Query& query, const ListEntries& input) {
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().current(input.register_id.text));
    TRY(Search wanted, search_of(query, input, *definition));
    wanted.limit = 200;
    Lens lens(query.db, query.services, query.caller, query.now);
    std::string csv(imports::csv_mark);
    imports::append_csv_row(csv, sheet_header(*definition));
    for (std::size_t rows = 0; rows < export_max;) {
        const Found found = search(query.db, lens, wanted);
        for (const auto& entry : found.entries)
            imports::append_csv_row(
                csv, sheet_row(query.services, *definition, lens.view(entry)));
        rows += found.entries.size();
        if (!found.next) break;
        wanted.cursor = found.next;
    }
    http::Reply reply;
    reply.content_type = "text/csv; charset=utf-8";
    reply.headers.emplace_back(
        "content-disposition",
        fmt::format("attachment; filename=\"{}.csv\"", definition->id.text));
    reply.body = std::move(csv);
    return reply;
}

}  // namespace jianghui::entries
