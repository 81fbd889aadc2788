#include "tests/load/rows.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <variant>
#include <vector>

namespace jianghui::load {
namespace {

using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Value>;

[[noreturn]] void fail(sqlite3* handle) {
    throw std::runtime_error(fmt::format("sqlite: {}", sqlite3_errmsg(handle)));
}

class Statement {
  public:
    Statement(sqlite3* handle, const std::string& text) : handle_(handle) {
        if (sqlite3_prepare_v3(handle, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement_,
                               nullptr) != SQLITE_OK)
            fail(handle);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(int at, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(statement_, at, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            sqlite3_bind_text64(statement_, at, text->data(), text->size(), SQLITE_STATIC,
                                SQLITE_UTF8);
        } else {
            sqlite3_bind_null(statement_, at);
        }
    }
    bool next() {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail(handle_);
        return code == SQLITE_ROW;
    }
    /// Runs it to its end with these values.
    void run(const Row& values = {}) {
        for (std::size_t i = 0; i < values.size(); ++i) bind(static_cast<int>(i) + 1, values[i]);
        while (next()) {
        }
        sqlite3_reset(statement_);
    }
    [[nodiscard]] Row row() const {
        Row values;
        for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
            switch (sqlite3_column_type(statement_, i)) {
                case SQLITE_INTEGER: values.emplace_back(sqlite3_column_int64(statement_, i)); break;
                case SQLITE_NULL: values.emplace_back(); break;
                default:
                    values.emplace_back(std::string(
                        reinterpret_cast<const char*>(sqlite3_column_text(statement_, i)),
                        static_cast<std::size_t>(sqlite3_column_bytes(statement_, i))));
            }
        }
        return values;
    }

  private:
    sqlite3* handle_;
    sqlite3_stmt* statement_ = nullptr;
};

class Database {
  public:
    explicit Database(const std::string& file) {
        if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) fail(handle_);
    }
    ~Database() { sqlite3_close_v2(handle_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    [[nodiscard]] sqlite3* handle() const { return handle_; }
    void script(const char* text) {
        if (sqlite3_exec(handle_, text, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_);
    }
    std::vector<Row> all(const std::string& text) {
        Statement statement(handle_, text);
        std::vector<Row> rows;
        while (statement.next()) rows.push_back(statement.row());
        return rows;
    }

  private:
    sqlite3* handle_ = nullptr;
};

std::string insert_of(const char* table, std::size_t columns) {
    std::string text = fmt::format("INSERT INTO {} VALUES (?", table);
    for (std::size_t i = 1; i < columns; ++i) text += ", ?";
    return text + ")";
}

/// What the server wrote between the two databases.
struct Written {
    std::vector<Row> shares, events, answers;
    std::vector<Row> seats;  ///< of each share: order, agency, seats, city
};

Written written(const std::string& before, const std::string& after) {
    Database database(after);
    Statement(database.handle(), "ATTACH ? AS before").run({before});
    Written rows;
    const std::string fresh = " WHERE id NOT IN (SELECT id FROM before.shares) ORDER BY created_at, id";
    rows.shares = database.all("SELECT * FROM main.shares" + fresh);
    rows.seats = database.all("SELECT order_id, agency, seats, city FROM main.shares" + fresh);
    rows.events = database.all(
        "SELECT * FROM main.events WHERE position > "
        "(SELECT COALESCE(MAX(position), 0) FROM before.events) ORDER BY position");
    rows.answers = database.all(
        "SELECT * FROM main.command_outcomes AS a WHERE NOT EXISTS (SELECT 1 FROM "
        "before.command_outcomes AS b WHERE b.account = a.account AND b.idempotency_key = "
        "a.idempotency_key) ORDER BY at");
    if (rows.shares.empty() || rows.answers.size() < rows.shares.size())
        throw std::runtime_error("no grabs between the two databases");
    return rows;
}

/// The statements of one grab, as the server's own.
class Writer {
  public:
    Writer(sqlite3* handle, const Written& rows)
        : rows_(rows),
          find_(handle, "SELECT digest, status, reply FROM command_outcomes WHERE account = ? AND "
                        "idempotency_key = ?"),
          take_(handle, "UPDATE orders SET remaining = remaining - ?1 WHERE id = ?2 AND "
                        "status = 'open' AND remaining > ?1"),
          share_(handle, insert_of("shares", rows.shares[0].size())),
          event_(handle, insert_of("events", rows.events[0].size())),
          answer_(handle, insert_of("command_outcomes", rows.answers[0].size())),
          of_order_(handle, "INSERT INTO share_totals (city, order_id, agency, seats) VALUES (?4, ?1, "
                            "?2, ?3) ON CONFLICT (order_id, agency, city) DO UPDATE SET seats = "
                            "share_totals.seats + excluded.seats"),
          of_agency_(handle, "INSERT INTO agency_totals (agency, seats, open_defaults) VALUES (?1, ?2, "
                             "0) ON CONFLICT (agency) DO UPDATE SET seats = agency_totals.seats + "
                             "excluded.seats") {}

    void grab(std::size_t number) {
        const auto& answer = rows_.answers[number];
        find_.run({answer[0], answer[1]});
        const auto& seats = rows_.seats[number];
        take_.run({seats[2], seats[0]});
        share_.run(rows_.shares[number]);
        of_order_.run(seats);
        of_agency_.run({seats[1], seats[2]});
        // As many events as fall to it: a set has one of its order for all of its grabs.
        const auto end = rows_.events.size() * (number + 1) / rows_.shares.size();
        for (; events_ < end; ++events_) event_.run(rows_.events[events_]);
        answer_.run(answer);
    }

  private:
    const Written& rows_;
    std::size_t events_ = 0;
    Statement find_, take_, share_, event_, answer_, of_order_, of_agency_;
};

}  // namespace

void copy_database(const std::string& from, const std::string& to) {
    ::unlink(to.c_str());
    Database source(from);
    Database target(to);
    target.script("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");  // It is thrown away.
    auto* backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (backup == nullptr || sqlite3_backup_step(backup, -1) != SQLITE_DONE) fail(target.handle());
    sqlite3_backup_finish(backup);
}

RowsRate measure_rows(const std::string& before, const std::string& after, int batch) {
    const auto rows = written(before, after);
    const std::string file = before + "-anchor";
    copy_database(before, file);
    RowsRate rate;
    {
        Database database(file);
        database.script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"
                        "PRAGMA wal_autocheckpoint=4000;");
        Writer writer(database.handle(), rows);
        Statement begin(database.handle(), "BEGIN IMMEDIATE"), commit(database.handle(), "COMMIT");
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < rows.shares.size();) {
            begin.run();
            const auto end = std::min(rows.shares.size(), i + static_cast<std::size_t>(batch));
            for (; i < end; ++i) writer.grab(i);
            commit.run();
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        rate.grabs = static_cast<int>(rows.shares.size());
        rate.per_second = rate.grabs / took.count();
    }
    for (const char* end : {"", "-wal", "-shm"}) ::unlink((file + end).c_str());
    return rate;
}

}  // namespace jianghui::load
