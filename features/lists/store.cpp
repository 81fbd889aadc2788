#include "features/lists/store.hpp"

#include <limits>

#include "features/lists/queries.hpp"

namespace jianghui::lists {
namespace {

void add_lines(store::Transaction& transaction, const ListRow& list, Audience audience,
               const std::vector<Line>& lines) {
    std::vector<store::Arguments> rows;
    for (const auto& line : lines)
        rows.push_back(store::members_and(line, "city", list.city, "list", list.id, "audience",
                                          audience));
    if (!rows.empty()) transaction.execute_all(sql::insert_line, rows);
}

}  // namespace

std::optional<ListRow> find(const store::Reader& reader, ListId list) {
    return reader.one<ListRow>(sql::find_list, store::arguments("list", list));
}

bool insert(store::Transaction& transaction, const ListRow& list) {
    return transaction.execute(sql::insert_list, store::members(list)) == 1;
}

bool update(store::Transaction& transaction, const ListRow& list, ListStatus from) {
    return transaction.execute(sql::update_list, store::members_and(list, "from", from)) == 1;
}

void replace_lines(store::Transaction& transaction, const ListRow& list,
                   const std::vector<Line>& office, const std::vector<Line>& everybody) {
    transaction.execute(sql::delete_lines,
                        store::arguments("city", list.city, "list", list.id));
    add_lines(transaction, list, Audience::office, office);
    add_lines(transaction, list, Audience::everybody, everybody);
}

std::vector<Line> lines(const store::Reader& reader, const ListRow& list, Audience audience,
                        int after, int limit, const std::optional<PlaceCode>& place) {
    return reader.all<Line>(
        sql::lines, store::arguments("city", list.city, "list", list.id, "audience", audience,
                                     "after", after, "place", place, "limit", limit));
}

std::vector<Line> all_lines(const store::Reader& reader, const ListRow& list, Audience audience) {
    return lines(reader, list, audience, 0, std::numeric_limits<int>::max());
}

std::optional<Line> find_line(const store::Reader& reader, const ListRow& list, Audience audience,
                              int line) {
    return reader.one<Line>(sql::find_line,
                            store::arguments("city", list.city, "list", list.id, "audience",
                                             audience, "line", line));
}

std::optional<ListRow> before(const store::Reader& reader, const ListRow& list) {
    const std::int64_t position = list.published_position > 0
                                      ? list.published_position
                                      : std::numeric_limits<std::int64_t>::max();
    const int version = list.version > 0 ? list.version : std::numeric_limits<int>::max();
    return reader.one<ListRow>(sql::published_before,
                               store::arguments("kind", list.kind, "place", list.place, "before",
                                                position, "period", list.period, "version", version));
}

std::vector<ListRow> versions(const store::Reader& reader, const ListRow& list) {
    return reader.all<ListRow>(sql::frozen_versions,
                               store::arguments("kind", list.kind, "place", list.place, "period",
                                                list.period));
}

bool is_frozen_otherwise(const store::Reader& reader, const ListRow& list) {
    return reader.value<std::int64_t>(
               sql::frozen_otherwise,
               store::arguments("kind", list.kind, "period", list.period, "formula", list.formula,
                                "position", list.position, "published_min", list.published_min,
                                "told_by", list.told_by)) != 0;
}

int next_version(const store::Reader& reader, const ListRow& list) {
    const auto newest =
        reader.value<int>(sql::newest_version, store::arguments("kind", list.kind, "place",
                                                                list.place, "period", list.period));
    return newest.value_or(0) + 1;
}

}  // namespace jianghui::lists
