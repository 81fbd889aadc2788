// Lists of cases, and what waits of them.

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "features/cases/endpoints.hpp"
#include "features/cases/queries.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::cases {
namespace {

using access::Role;
using procedures::CaseRow;

/// Where a list goes on: "id", or "2026-12-01.id" when it is sorted by the due day.
struct Cursor {
    std::optional<CaseId> id;
    std::optional<std::string> due_after;
};
Result<Cursor> read_cursor(const std::optional<String<1, 40>>& text, bool by_due) {
    if (!text) return Cursor{};
    constexpr std::size_t date_length = 10;
    Cursor cursor;
    std::string_view rest = text->text;
    if (by_due && rest.size() > date_length + 1) {
        cursor.due_after = std::string(rest.substr(0, date_length));
        rest.remove_prefix(date_length + 1);
    }
    cursor.id = CaseId::parse(rest);
    if (!cursor.id || by_due != cursor.due_after.has_value())
        return refuse(error(codec::wrong_type).at("/cursor"));
    return cursor;
}

std::optional<std::int64_t> number(const std::optional<bool>& flag) {
    return flag ? std::optional<std::int64_t>(*flag ? 1 : 0) : std::nullopt;
}

store::Arguments arguments_of(const app::Query& query, const ListCases& input,
                              const Cursor& cursor, std::int64_t limit) {
    const auto& caller = query.caller;
    std::optional<PlaceCode> from, to, place_from, place_to;
    if (caller.in_office()) std::tie(from, to) = codes_within(caller.place);
    if (input.place) std::tie(place_from, place_to) = codes_within(*input.place);
    const bool inspector = caller.is(Role::inspector);
    const auto optional = [](const auto& id) {
        return id ? std::optional(id) : std::nullopt;
    };
    return store::arguments(
        "from", from, "to", to, "office", caller.place, "place_from", place_from, "place_to",
        place_to, "organisation", optional(caller.organisation), "person", optional(caller.person),
        "procedure", input.procedure, "state", input.state, "open", number(input.open), "overdue",
        number(input.overdue), "today", date_of(query.now), "officer",
        input.mine.value_or(false) ? std::optional(caller.account) : std::nullopt, "my_turn",
        number(input.my_turn.value_or(false) ? input.my_turn : std::nullopt), "own",
        inspector ? Actor::inspector : Actor::official, "opposite",
        inspector ? Actor::counterpart_inspector : Actor::counterpart_official, "cursor", cursor.id,
        "due_after", cursor.due_after, "limit", limit);
}

std::vector<CaseRow> rows_of(const app::Query& query, const ListCases& input, const Cursor& cursor,
                             std::int64_t limit) {
    const bool by_due = input.sort == CaseOrder::due;
    const bool office = query.caller.in_office();
    const auto& statement = office ? (by_due ? sql::office_cases_due : sql::office_cases)
                                   : (by_due ? sql::side_cases_due : sql::side_cases);
    return query.db.all<CaseRow>(statement, arguments_of(query, input, cursor, limit));
}

/// The case with that number, and those of organisations so called; each once, seen or not.
std::map<CaseId, CaseRow> rows_called(const store::Reader& reader, const std::string& q) {
    constexpr int organisations_max = 20, cases_max = 100;
    std::map<CaseId, CaseRow> rows;
    if (const auto id = CaseId::parse(q))
        if (auto row = procedures::find_case(reader, *id)) rows.emplace(*id, std::move(*row));
    for (const auto organisation : organisations::named(reader, q, organisations_max))
        for (auto& row : reader.all<CaseRow>(sql::cases_about_organisation,
                                             store::arguments("organisation", organisation, "limit", cases_max)))
            rows.emplace(row.id, std::move(row));
    return rows;
}

/// Asked of the row: a summary reads the clocks of its case.
bool fits(const CaseRow& row, const app::Query& query, const ListCases& input) {
    const auto is = [](const std::optional<bool>& wanted, bool so) { return !wanted || *wanted == so; };
    return (!input.procedure || row.procedure_id == input.procedure->text) &&
           (!input.state || row.state == input.state->text) && is(input.open, !row.closed_at.has_value()) &&
           is(input.overdue, is_overdue(row, date_of(query.now))) &&
           (!input.mine.value_or(false) || row.officer == query.caller.account) &&
           (!input.my_turn.value_or(false) || waits_for_caller(row, query.caller)) &&
           (!input.place || within(row.place, *input.place));
}

/// Open ones first, what ends first before the others; all on one page.
Result<app::Page<CaseSummary>> page_called(const app::Query& query, const ListCases& input, std::size_t limit) {
    std::vector<SeenCase> found;
    for (auto& [id, row] : rows_called(query.db, input.q->text))
        if (const auto relation = procedures::relation_of(row, query.caller); relation && fits(row, query, input))
            found.push_back({std::move(row), *relation});
    const auto key = [](const SeenCase& one) {
        const auto& row = one.row;
        return std::tuple(row.closed_at.has_value(),
                          !row.closed_at && row.due_on ? date_text(*row.due_on) : "9999-12-31", -row.id.number);
    };
    std::sort(found.begin(), found.end(),
              [&](const auto& one, const auto& other) { return key(one) < key(other); });
    if (found.size() > limit) found.resize(limit);
    const Sight sight{query.db, query.services, query.caller, query.now};
    app::Page<CaseSummary> page;
    for (const auto& [row, relation] : found) {
        TRY(auto summary, summary_of(sight, row, relation));
        page.items.push_back(std::move(summary));
    }
    return page;
}

Text waiting_title(const CaseSummary& summary) {
    return {fmt::format("{}（{}）", summary.title.zh, summary.state_title.zh),
            fmt::format("{} ({})", summary.title.en, summary.state_title.en)};
}

std::string link_of(const app::Caller& caller, CaseId id) {
    return (caller.is(Role::worker) ? "/pocket/cases/" : "/desk/cases/") + id.text();
}

std::vector<app::Waiting> waiting_of(const app::Query& query, const std::vector<CaseRow>& rows,
                                     const std::string& kind) {
    const Sight sight{query.db, query.services, query.caller, query.now};
    std::vector<app::Waiting> waiting;
    for (const auto& row : rows) {
        const auto relation = procedures::relation_of(row, query.caller);
        if (!relation) continue;
        const auto summary = summary_of(sight, row, *relation);
        if (!summary) continue;
        std::optional<Instant> due_at;
        if (row.due_on) due_at = start_of(add_days(*row.due_on, 1));
        waiting.push_back({kind, waiting_title(*summary), "case", row.id.number, due_at,
                           row.changed_at, link_of(query.caller, row.id)});
    }
    return waiting;
}

std::vector<CaseRow> rows_of_my_turn(const app::Query& query, int limit) {
    ListCases input;
    input.my_turn = true;
    input.open = true;
    input.sort = CaseOrder::due;
    return rows_of(query, input, {}, limit);
}

std::vector<app::Waiting> my_turn(const app::Query& query, int limit) {
    auto rows = rows_of_my_turn(query, limit);
    if (query.caller.in_office()) {
        // What a colleague looks after waits for her alone, and for whom stands in for her (below).
        std::erase_if(rows, [&](const CaseRow& row) {
            return row.officer && *row.officer != query.caller.account;
        });
    }
    return waiting_of(query, rows, "case.step");
}

/// What waits for a colleague who handed his turn to the caller, under his name.
std::vector<app::Waiting> turn_of_colleagues(const app::Query& query, int limit) {
    const auto handed = procedures::delegations_to(query.db, query.caller.account, date_of(query.now));
    if (handed.empty()) return {};
    const Sight sight{query.db, query.services, query.caller, query.now};
    std::vector<app::Waiting> waiting;
    for (const auto& row : rows_of_my_turn(query, limit)) {
        const auto one = std::find_if(handed.begin(), handed.end(), [&](const auto& delegation) {
            return row.officer == delegation.given_by && procedures::covers(delegation, row);
        });
        if (one == handed.end()) continue;
        const std::string name = account_name(sight, one->given_by);
        for (auto& item : waiting_of(query, {row}, "case.step_for")) {
            item.title = {fmt::format("代{}：{}", name, item.title.zh),
                          fmt::format("For {}: {}", name, item.title.en)};
            waiting.push_back(std::move(item));
        }
    }
    return waiting;
}

/// What offices below have let run out: for the place above. A case that waits for its counterpart is that one's.
std::vector<app::Waiting> overdue(const app::Query& query, int limit) {
    const auto to = codes_within(query.caller.place).second;
    const auto below = store::arguments("from", query.caller.place, "to", to, "today",
                                        date_of(query.now), "limit", limit);
    auto rows = query.db.all<CaseRow>(sql::overdue_below, below);
    for (auto& row : query.db.all<CaseRow>(sql::overdue_below_elsewhere, below))
        rows.push_back(std::move(row));
    return waiting_of(query, rows, "case.overdue");
}

}  // namespace

Result<app::Page<CaseSummary>> list_cases(app::Query& query, const ListCases& input) {
    const std::int64_t limit = input.limit ? input.limit->value : 50;
    if (input.q) return page_called(query, input, static_cast<std::size_t>(limit));
    const bool by_due = input.sort == CaseOrder::due;
    TRY(const Cursor cursor, read_cursor(input.cursor, by_due));
    const Sight sight{query.db, query.services, query.caller, query.now};
    app::Page<CaseSummary> page;
    std::string last;
    for (const auto& row : rows_of(query, input, cursor, limit + 1)) {
        if (page.items.size() == static_cast<std::size_t>(limit)) {
            page.next = last;
            break;
        }
        const auto relation = procedures::relation_of(row, query.caller);
        ASSERT(relation.has_value());
        TRY(auto summary, summary_of(sight, row, *relation));
        page.items.push_back(std::move(summary));
        last = by_due ? (row.due_on ? date_text(*row.due_on) : "9999-12-31") + "." + row.id.text()
                      : row.id.text();
    }
    return page;
}

std::vector<app::InboxSource> inbox_sources() {
    return {{"cases.turn",
             {Role::official, Role::inspector, Role::employer, Role::agency, Role::worker},
             my_turn},
            {"cases.turn_of_colleagues", {Role::official, Role::inspector}, turn_of_colleagues},
            {"cases.overdue", {Role::official}, overdue}};
}

}  // namespace jianghui::cases
