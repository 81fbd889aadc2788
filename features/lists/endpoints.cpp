// What is asked about lists.

#include "features/lists/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/files.hpp"
#include "features/lists/queries.hpp"
#include "features/lists/view.hpp"

namespace jianghui::lists {
namespace {

const codes::Tables& tables_of(const app::Query& query) {
    return query.services.get<codes::Tables>();
}

}  // namespace

Result<app::Page<ListView>> list_lists(app::Query& query, const FindLists& input) {
    const auto [seen_from, seen_to] = query.caller.seen_range();
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<ListRow>(
        sql::list_lists,
        store::arguments("cursor", input.cursor, "kind", input.kind, "period", input.period,
                         "status", input.status, "seen_from", seen_from, "seen_to", seen_to,
                         "limit", limit + 1));
    return app::page_of(rows, limit, [&](const ListRow& row) {
        return view(query.services, query.caller, row);
    });
}

Result<app::Page<ListView>> follow_lists(app::Query& query, const FollowLists& input) {
    std::int64_t position = input.cursor ? input.cursor->value : 0;
    const auto rows = query.db.all<ListRow>(
        sql::published_after,
        store::arguments("after", position, "limit", app::limit_of(input.limit)));
    app::Page<ListView> page;
    for (const auto& row : rows) {
        page.items.push_back(view(query.services, query.caller, row));
        position = row.published_position;
    }
    // Where to go on from, also when nothing is new: who follows never begins anew.
    page.next = std::to_string(position);
    return page;
}

Result<ListView> show_list(app::Query& query, const FindList& input) {
    TRY(const ListRow list, find_visible(query.db, query.caller, input.list));
    return view(query.services, query.caller, list);
}

Result<app::Page<LineView>> list_lines(app::Query& query, const FindLines& input) {
    TRY(const ListRow list, find_visible(query.db, query.caller, input.list));
    const int limit = app::limit_of(input.limit);
    app::Page<LineView> page;
    for (const auto& line :
         lines(query.db, list, audience_of(query.caller, list),
               input.cursor ? static_cast<int>(input.cursor->value) : 0, limit + 1, input.place)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = std::to_string(page.items.back().line);
            break;
        }
        page.items.push_back(view(tables_of(query), line));
    }
    return page;
}

Result<ChangesView> show_changes(app::Query& query, const FindList& input) {
    TRY(const ListRow list, find_visible(query.db, query.caller, input.list));
    return changes_of(query.db, tables_of(query), list, audience_of(query.caller, list));
}

Result<statistics::RecordsView> list_line_records(app::Query& query,
                                                  const FindLineRecords& input) {
    TRY(const ListRow list, find_visible(query.db, query.caller, input.list));
    TRY(const auto measure, measure_of(query.services, list));
    const Audience audience = audience_of(query.caller, list);
    if (audience == Audience::everybody &&
        statistics::withholds_small(query.services.get<statistics::Measures>(), measure->id.text))
        return refuse(statistics::for_the_office);
    const auto line = find_line(query.db, list, audience, static_cast<int>(input.line.value));
    if (!line) return refuse(not_found);
    if (line->occupation == "*") return refuse(line_merged);
    auto slice = slice_of(*measure, list);
    slice.place = line->place;
    const std::optional<std::int64_t> cursor =
        input.cursor ? std::optional(input.cursor->value) : std::nullopt;
    return statistics::records_view(query, *measure, slice,
                                    {line->occupation, line->industry, {}, true},
                                    {line->amount, line->facts}, cursor, app::limit_of(input.limit));
}

Result<http::Reply> download_list(app::Query& query, const FindFile& input) {
    TRY(const ListRow list, find_visible(query.db, query.caller, input.list));
    const Audience audience = audience_of(query.caller, list);
    ListDocument document{view(query.services, query.caller, list), {},
                          changes_of(query.db, tables_of(query), list, audience)};
    document.list.acts.clear();
    for (const auto& line : all_lines(query.db, list, audience))
        document.lines.push_back(view(tables_of(query), line));
    return file_of(document, input.form, query.db);
}

namespace {

std::vector<app::Waiting> waiting_for_office(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<ListRow>(
             sql::lists_waiting,
             store::arguments("region", access::region_acted_on(query.caller), "place_from", from,
                              "place_to", to, "account", query.caller.account, "limit", limit))) {
        const bool review = row.status == ListStatus::review;
        const std::string what = row.kind == ListKind::demand ? "需求清单 " : "供给清单 ";
        waiting.push_back({review ? "list.review" : "list.publish",
                           {(review ? "待审核定稿：" : "待发布：") + what + row.period,
                            (review ? "List to be frozen: " : "List to be published: ") +
                                row.period},
                           "list",
                           row.id.number,
                           std::nullopt,
                           row.changed_at,
                           "/desk/lists/" + row.id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"lists.office", {app::Role::official}, waiting_for_office}};
}

}  // namespace jianghui::lists
