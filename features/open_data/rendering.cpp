#include "features/open_data/rendering.hpp"

#include "engine/crypto/sha256.hpp"
#include "features/imports/api.hpp"

namespace jianghui::open_data {
namespace {

constexpr std::size_t preview_rows = 10;

std::optional<std::string> text_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? "true" : "false";
    return std::nullopt;
}

codec::json::value value_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return codec::json::value(*text);
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag;
    return nullptr;
}

codec::json::array rows_of(const Content& content) {
    codec::json::array rows;
    rows.reserve(content.rows.size());
    for (const auto& row : content.rows) {
        ASSERT(row.size() == content.columns.size());
        codec::json::object shown;
        for (std::size_t i = 0; i < row.size(); ++i)
            shown[content.columns[i].id] = value_of(row[i]);
        rows.push_back(std::move(shown));
    }
    return rows;
}

std::string json_of(const Content& content, const VersionRow& version) {
    codec::json::object document;
    document["table"] = version.table_id;
    document["version"] = version.number;
    document["label"] = version.label;
    document["published_at"] = instant_text(version.published_at);
    document["position"] = version.position;
    document["formula"] = version.formula;
    document["left_out"] = version.left_out;
    document["places"] = codec::json::parse(codec::encode(content.places));
    document["csv_sha256"] = version.digest;
    document["columns"] = codec::json::parse(codec::encode(content.columns));
    document["rows"] = rows_of(content);
    return codec::json::serialize(document);
}

Preview preview_of(const Content& content) {
    Preview preview;
    for (const auto& row : content.rows) {
        if (preview.size() == preview_rows) break;
        auto& shown = preview.emplace_back();
        for (const auto& cell : row) shown.push_back(text_of(cell));
    }
    return preview;
}

}  // namespace

std::string table_id(const Content& content) {
    return content.part.empty() ? content.kind : content.kind + "-" + content.part;
}

std::string csv_of(const Content& content) {
    std::string csv(imports::csv_mark);
    std::vector<std::string> cells;
    for (const auto& column : content.columns) cells.push_back(column.id);
    imports::append_csv_row(csv, cells);
    for (const auto& row : content.rows) {
        cells.clear();
        for (const auto& cell : row) cells.push_back(text_of(cell).value_or(""));
        imports::append_csv_row(csv, cells);
    }
    return csv;
}

NewVersion version_of(const Content& content, const std::optional<VersionRow>& newest,
                      Instant published_at) {
    NewVersion made;
    auto& row = made.row;
    row.table_id = table_id(content);
    row.number = newest ? newest->number + 1 : 1;
    row.kind = content.kind;
    row.part = content.part;
    row.place = content.place;
    row.label = content.label;
    row.published_at = published_at;
    row.position = content.position;
    row.formula = content.formula;
    row.rows = static_cast<std::int64_t>(content.rows.size());
    row.left_out = content.left_out;
    row.columns = content.columns;
    row.places = content.places;
    row.preview = preview_of(content);
    made.csv = csv_of(content);
    row.digest = crypto::sha256(made.csv).hex();
    row.csv_bytes = static_cast<std::int64_t>(made.csv.size());
    made.json = json_of(content, row);
    row.json_digest = crypto::sha256(made.json).hex();
    row.json_bytes = static_cast<std::int64_t>(made.json.size());
    return made;
}

bool repeats(const Content& content, const std::optional<VersionRow>& newest) {
    return newest && newest->label == content.label && newest->position >= content.position &&
           newest->digest == crypto::sha256(csv_of(content)).hex();
}

bool is_news(const Content& content, const std::optional<VersionRow>& newest) {
    if (!newest) return !content.rows.empty();
    return newest->label != content.label || newest->digest != crypto::sha256(csv_of(content)).hex();
}

std::string link_of(const std::string& table, int number, std::string_view form) {
    return "/api/v1/open-data/" + table + "/versions/" + std::to_string(number) + "/" +
           std::string(form);
}

}  // namespace jianghui::open_data
