// The only place where SQL is put together at run time: the tables' names and columns are read from
// the databases' own catalogues. Names come from the migrations, never from a user.

#include "engine/store/copy.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <deque>
#include <map>

#include "engine/crypto/sm3.hpp"
#include "engine/store/store.hpp"

namespace jianghui::store {
namespace {

constexpr int page_rows = 2'000;
constexpr std::string_view record_table = "schema_migrations";

constexpr Statement sqlite_columns{
    "copy.sqlite_columns",
    "SELECT m.name AS table_name, c.name AS column_name, c.type AS type, c.pk AS key "
    "FROM sqlite_master m, pragma_table_info(m.name) c "
    "WHERE m.type = 'table' AND substr(m.name, 1, 7) <> 'sqlite_' ORDER BY m.rowid, c.name"};
constexpr Statement postgres_columns{
    "copy.postgres_columns",
    "SELECT t.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, NULL) AS "
    "type, COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS key "
    "FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 "
    "AND NOT a.attisdropped LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary "
    "WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND t.relnamespace = current_schema()::regnamespace "
    "ORDER BY t.oid, a.attname COLLATE \"C\""};
constexpr Statement list_migrations{"copy.migrations",
                                    "SELECT name, digest FROM schema_migrations ORDER BY name"};
constexpr Statement any_event{"copy.any_event", "SELECT COUNT(*) FROM events"};

struct ColumnRow {
    std::string table_name;
    std::string column_name;
    std::string type;
    int key = 0;
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (table_name, column_name, type, key))

struct MigrationRow {
    std::string name;
    std::string digest;
    bool operator==(const MigrationRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(MigrationRow, (), (name, digest))

enum class Type { integer, real, text };

Type type_of(const std::string& declared) {
    const auto begins = [&](std::string_view with) {
        return declared.size() >= with.size() &&
               std::equal(with.begin(), with.end(), declared.begin(), [](char a, char b) {
                   return a == std::tolower(static_cast<unsigned char>(b));
               });
    };
    if (begins("bigint") || begins("int")) return Type::integer;
    if (begins("real") || begins("double")) return Type::real;
    return Type::text;
}

struct Table {
    std::string name;
    std::vector<std::string> columns;  ///< by name
    std::vector<Type> types;
    std::vector<std::size_t> key;  ///< columns of the primary key, in its order
};

/// In the order in which they were made, so that what others refer to comes first.
std::vector<Table> tables_of(const Reader& reader, bool postgres) {
    std::vector<Table> tables;
    std::map<std::string, std::map<int, std::size_t>> keys;
    reader.each<ColumnRow>(postgres ? postgres_columns : sqlite_columns, {}, [&](ColumnRow row) {
        if (row.table_name == record_table) return;
        if (tables.empty() || tables.back().name != row.table_name)
            tables.push_back({row.table_name, {}, {}, {}});
        if (row.key > 0) keys[row.table_name][row.key] = tables.back().columns.size();
        tables.back().columns.push_back(row.column_name);
        tables.back().types.push_back(type_of(row.type));
    });
    for (auto& table : tables)
        for (const auto& [position, column] : keys[table.name]) table.key.push_back(column);
    return tables;
}

/// Statements live as long as the program: connections know what they prepared by its address.
const Statement& statement(std::string text) {
    static std::deque<std::pair<std::string, Statement>> made;
    auto& [kept, made_of_it] = made.emplace_back(std::move(text), Statement{});
    made_of_it = {"copy.table", kept};
    return made_of_it;
}

std::string names(const Table& table, const std::vector<std::size_t>& columns,
                  std::string_view prefix) {
    std::string out;
    for (const auto column : columns) {
        if (!out.empty()) out += ", ";
        out += prefix;
        out += table.columns[column];
    }
    return out;
}

std::vector<std::size_t> all_columns(const Table& table) {
    std::vector<std::size_t> columns(table.columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    return columns;
}

/// Adds up the digests of rows.
class RowSum {
  public:
    void add(const std::vector<Value>& row) {
        std::string bytes;
        for (const auto& value : row) write(bytes, value);
        const auto digest = crypto::sm3(bytes);
        unsigned carry = 0;
        for (std::size_t i = sum_.size(); i-- > 0;) {
            const unsigned both = sum_[i] + digest.bytes[i] + carry;
            sum_[i] = static_cast<std::uint8_t>(both);
            carry = both >> 8U;
        }
        ++rows_;
    }
    [[nodiscard]] CopiedTable of(const std::string& table) const {
        std::string hex;
        for (const auto byte : sum_) hex += fmt::format("{:02x}", byte);
        return {table, rows_, hex};
    }

  private:
    /// The kind of the value, its length, its bytes: no two different rows are written alike.
    static void write(std::string& out, const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            out += fmt::format("t{}:{}", text->size(), *text);
        } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
            out += fmt::format("i{};", *number);
        } else if (const auto* real = std::get_if<double>(&value)) {
            out += fmt::format("r{};", std::bit_cast<std::uint64_t>(*real));
        } else {
            out += "n;";
        }
    }
    std::array<std::uint8_t, 32> sum_{};
    std::int64_t rows_ = 0;
};

std::vector<Value> row_at(const Cursor& cursor, const Table& table) {
    std::vector<Value> row(table.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int column = static_cast<int>(i);
        if (cursor.is_null(column)) continue;
        switch (table.types[i]) {
            case Type::integer: row[i] = cursor.integer(column); break;
            case Type::real: row[i] = cursor.real(column); break;
            case Type::text: row[i] = std::string(cursor.text(column)); break;
        }
    }
    return row;
}

using Page = std::vector<std::vector<Value>>;

/// Reads a table page by page in the order of its primary key.
template <class F>
void each_page(Connection& connection, const Table& table, F&& f) {
    const std::string select = fmt::format("SELECT {} FROM {}", names(table, all_columns(table), ""),
                                           table.name);
    const std::string key = names(table, table.key, "");
    const std::string order = fmt::format(" ORDER BY {} LIMIT {}", key, page_rows);
    const Statement& first = statement(select + order);
    const Statement& next = statement(
        select + fmt::format(" WHERE ({}) > ({})", key, names(table, table.key, ":")) + order);
    Arguments after;
    for (;;) {
        Page page;
        {
            const auto cursor = connection.query(after.empty() ? first : next, after);
            while (cursor->next()) page.push_back(row_at(*cursor, table));
        }
        if (page.empty()) return;
        after.clear();
        for (const auto column : table.key)
            after.emplace_back(table.columns[column], page.back()[column]);
        const bool last = page.size() < page_rows;
        f(std::move(page));
        if (last) return;
    }
}

CopiedTable copy_table(Connection& from, Connection& to, const Table& table) {
    const auto columns = all_columns(table);
    const Statement& insert =
        statement(fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name,
                              names(table, columns, ""), names(table, columns, ":")));
    RowSum sum;
    each_page(from, table, [&](Page page) {
        std::vector<Arguments> rows;
        rows.reserve(page.size());
        for (auto& row : page) {
            sum.add(row);
            Arguments& arguments = rows.emplace_back();
            for (std::size_t i = 0; i < row.size(); ++i)
                arguments.emplace_back(table.columns[i], std::move(row[i]));
        }
        to.execute_all(insert, rows);
    });
    return sum.of(table.name);
}

CopiedTable sum_of(Connection& connection, const Table& table) {
    RowSum sum;
    each_page(connection, table, [&](const Page& page) {
        for (const auto& row : page) sum.add(row);
    });
    return sum.of(table.name);
}

/// Names may come in another order from the other engine; types are those that the rows are read by.
bool same_tables(std::vector<Table> left, std::vector<Table> right) {
    const auto by_name = [](const Table& a, const Table& b) { return a.name < b.name; };
    std::sort(left.begin(), left.end(), by_name);
    std::sort(right.begin(), right.end(), by_name);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Table& a, const Table& b) {
                          return a.name == b.name && a.columns == b.columns &&
                                 a.types == b.types && a.key == b.key;
                      });
}

Result<std::vector<CopiedTable>> copy_all(Connection& from, bool from_postgres, Connection& to,
                                          bool to_postgres,
                                          const std::function<void(const CopiedTable&)>& each) {
    const Reader source(from);
    const Reader target(to);
    if (source.all<MigrationRow>(list_migrations) != target.all<MigrationRow>(list_migrations))
        return refuse(copy_of_other_program);
    const auto tables = tables_of(source, from_postgres);
    if (!same_tables(tables, tables_of(target, to_postgres))) return refuse(copy_of_other_program);
    if (target.value<std::int64_t>(any_event).value_or(0) > 0) return refuse(copy_target_used);
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
        to.execute(statement("DELETE FROM " + table->name), {});
    std::vector<CopiedTable> copied;
    for (const auto& table : tables) {
        const auto sent = copy_table(from, to, table);
        const auto arrived = sum_of(to, table);
        if (sent.rows != arrived.rows || sent.digest != arrived.digest)
            return refuse(error(copy_differs).with("table", table.name));
        copied.push_back(sent);
        each(sent);
    }
    return copied;
}

}  // namespace

Result<std::vector<CopiedTable>> copy_database(
    Connection& from, bool from_postgres, Connection& to, bool to_postgres,
    const std::function<void(const CopiedTable&)>& each) {
    from.begin();
    to.begin();
    try {
        auto copied = copy_all(from, from_postgres, to, to_postgres, each);
        from.rollback();
        if (copied) {
            to.commit();
        } else {
            to.rollback();
        }
        return copied;
    } catch (const StoreFailure&) {
        from.rollback();
        to.rollback();
        throw;
    }
}

}  // namespace jianghui::store
