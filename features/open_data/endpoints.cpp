#include "features/open_data/endpoints.hpp"

#include "engine/app/page.hpp"
#include "engine/crypto/sha256.hpp"
#include "features/open_data/catalogue.hpp"
#include "features/open_data/store.hpp"
#include "features/open_data/view.hpp"

namespace jianghui::open_data {
namespace {

constexpr int versions_shown = 50;
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view ask_again = "public, no-cache";

enum class Form { csv, json };

bool fits(const TableView& table, const FindTables& wanted) {
    if (wanted.theme && table.theme != *wanted.theme) return false;
    if (!wanted.q) return true;
    const auto& q = wanted.q->text;
    for (const auto* text : {&table.id, &table.title.zh, &table.title.en, &table.about.zh,
                             &table.about.en, &table.place_name})
        if (text->find(q) != std::string::npos) return true;
    return false;
}

/// Fills in what lets others keep the reply; `make` is called when they have not got it.
template <class Make>
http::Reply tagged(const http::Request& request, const std::string& digest,
                   std::string_view keeping, Make&& make) {
    const std::string tag = '"' + digest + '"';
    http::Reply reply;
    if (request.knows(tag))
        reply.status = 304;
    else
        reply = make();
    reply.headers.emplace_back("etag", tag);
    reply.headers.emplace_back("cache-control", std::string(keeping));
    return reply;
}

http::Reply file_reply(const app::Query& query, const VersionRow& version, Form form,
                       std::string_view keeping) {
    const std::string name = version.table_id + ".v" + std::to_string(version.number);
    const bool csv = form == Form::csv;
    return tagged(query.request, csv ? version.digest : version.json_digest, keeping, [&] {
        return csv ? http::attachment(csv_bytes(query.db, version), "text/csv; charset=utf-8",
                                      name + ".csv")
                   : http::attachment(json_bytes(query.db, version),
                                      "application/json; charset=utf-8", name + ".json");
    });
}

Result<http::Reply> version_file(const app::Query& query, const FindVersion& input, Form form) {
    const auto version =
        find_version(query.db, input.table.text, static_cast<int>(input.version.value));
    if (!version) return refuse(not_found);
    return file_reply(query, *version, form, for_ever);
}

Result<http::Reply> newest_file(const app::Query& query, const FindTable& input, Form form) {
    const auto version = newest_version(query.db, input.table.text);
    if (!version) return refuse(not_found);
    return file_reply(query, *version, form, ask_again);
}

}  // namespace

Result<TableList> list_tables(app::Query& query, const FindTables& input) {
    TRY(auto tables, all_tables(query));
    TableList list;
    list.licence = query.services.get<Kinds>().licence;
    for (auto& table : tables)
        if (fits(table, input)) list.items.push_back(std::move(table));
    return list;
}

Result<TableDetail> show_table(app::Query& query, const FindTable& input) {
    TableDetail detail;
    detail.licence = query.services.get<Kinds>().licence;
    detail.missing = missing_text();
    const auto newest = newest_version(query.db, input.table.text);
    TRY(auto tables, all_tables(query));
    for (auto& table : tables) {
        if (table.id != input.table.text) continue;
        static_cast<TableView&>(detail) = std::move(table);
        if (!newest) return detail;
        detail.columns = newest->columns;
        detail.preview = newest->preview;
        for (const auto& version :
             versions_before(query.db, detail.id, std::nullopt, versions_shown))
            detail.versions.push_back(view(version));
        return detail;
    }
    return refuse(not_found);
}

Result<app::Page<VersionView>> list_versions(app::Query& query, const FindVersions& input) {
    const int limit = app::limit_of(input.limit, versions_shown);
    const std::optional<int> before =
        input.cursor ? std::optional(static_cast<int>(input.cursor->value)) : std::nullopt;
    if (!newest_version(query.db, input.table.text)) return refuse(not_found);
    app::Page<VersionView> page;
    for (const auto& version : versions_before(query.db, input.table.text, before, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = std::to_string(page.items.back().number);
            break;
        }
        page.items.push_back(view(version));
    }
    return page;
}

Result<http::Reply> version_csv(app::Query& query, const FindVersion& input) {
    return version_file(query, input, Form::csv);
}
Result<http::Reply> version_json(app::Query& query, const FindVersion& input) {
    return version_file(query, input, Form::json);
}
Result<http::Reply> newest_csv(app::Query& query, const FindTable& input) {
    return newest_file(query, input, Form::csv);
}
Result<http::Reply> newest_json(app::Query& query, const FindTable& input) {
    return newest_file(query, input, Form::json);
}

Result<http::Reply> show_catalogue(app::Query& query, const app::Empty& /*input*/) {
    TRY(const auto tables, all_tables(query));
    std::string text = catalogue_of(tables, query.services.get<Kinds>().licence);
    const auto digest = crypto::sha256(text).hex();
    return tagged(query.request, digest, ask_again, [&] {
        http::Reply reply;
        reply.content_type = "application/ld+json; charset=utf-8";
        reply.body = std::move(text);
        return reply;
    });
}

}  // namespace jianghui::open_data
