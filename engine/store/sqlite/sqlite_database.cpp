// The SQLite engine: raw sqlite3 behind the Connection face. WAL, synchronous=FULL: a commit that
// was answered survives the loss of power as far as the disk keeps its word.

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/store/argument_search.hpp"
#include "engine/store/sqlite/gathered_log.hpp"
#include "engine/store/sqlite/log_copier.hpp"
#include "engine/store/sqlite/optional_filters.hpp"

namespace jianghui::store {
namespace {

[[noreturn]] void fail(sqlite3* handle, std::string_view doing) {
    const int code = sqlite3_errcode(handle);
    auto cause = StoreFailure::Cause::broken;
    if (code == SQLITE_FULL) cause = StoreFailure::Cause::full;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) cause = StoreFailure::Cause::busy;
    if (code == SQLITE_CONSTRAINT) cause = StoreFailure::Cause::constraint;
    throw StoreFailure(cause, fmt::format("sqlite: {}: {}", doing, sqlite3_errmsg(handle)));
}

/// A prepared statement and, per parameter, its name without the colon.
struct Prepared {
    Prepared() = default;
    ~Prepared() { sqlite3_finalize(handle); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    sqlite3_stmt* handle = nullptr;
    std::vector<std::string> parameters;
    bool in_use = false;
};

/// What a connection knows of a statement: prepared once for each choice of optional filters that was asked for.
struct Known {
    explicit Known(std::string_view sql) : text(sql), filters(optional_filters(text)) {}

    const std::string text;  ///< what it was prepared from: another may come to lie at its address
    const std::vector<std::string_view> filters;
    std::map<std::vector<bool>, Prepared> by_given;
};
/// More choices of one statement than anybody's screen offers: then those that are kept are let go.
constexpr std::size_t most_choices = 64;

// Not called `bind`: argument-dependent look-up would prefer std::bind, which binds nothing.
void bind_arguments(sqlite3* handle, const Prepared& prepared, const Statement& statement,
                    const Arguments& arguments) {
    ArgumentSearch search(statement, arguments);
    for (std::size_t i = 0; i < prepared.parameters.size(); ++i) {
        const Value* value = &search.find(prepared.parameters[i]);
        const int at = static_cast<int>(i) + 1;
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(value)) {
            code = sqlite3_bind_int64(prepared.handle, at, *number);
        } else if (const auto* real = std::get_if<double>(value)) {
            code = sqlite3_bind_double(prepared.handle, at, *real);
        } else if (const auto* text = std::get_if<std::string>(value)) {
            code = sqlite3_bind_text64(prepared.handle, at, text->data(), text->size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
        } else {
            code = sqlite3_bind_null(prepared.handle, at);
        }
        if (code != SQLITE_OK) fail(handle, statement.name);
    }
}

class SqliteCursor final : public Cursor {
  public:
    /// Text is bound without a copy: `arguments` must outlive the cursor, or are kept in it.
    SqliteCursor(sqlite3* handle, Prepared& prepared, const Statement& statement,
                 const Arguments& arguments, bool keeps_arguments)
        : handle_(handle), prepared_(prepared), statement_(statement) {
        if (keeps_arguments) kept_ = arguments;
        prepared_.in_use = true;
        bind_arguments(handle_, prepared_, statement_, keeps_arguments ? kept_ : arguments);
    }
    ~SqliteCursor() override {
        sqlite3_reset(prepared_.handle);
        sqlite3_clear_bindings(prepared_.handle);
        prepared_.in_use = false;
    }
    SqliteCursor(const SqliteCursor&) = delete;
    SqliteCursor& operator=(const SqliteCursor&) = delete;

    bool next() override {
        const int code = sqlite3_step(prepared_.handle);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) fail(handle_, statement_.name);
        return false;
    }
    [[nodiscard]] int columns() const override { return sqlite3_column_count(prepared_.handle); }
    [[nodiscard]] std::string_view name(int column) const override {
        return sqlite3_column_name(prepared_.handle, column);
    }
    [[nodiscard]] bool is_null(int column) const override {
        return sqlite3_column_type(prepared_.handle, column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        return sqlite3_column_int64(prepared_.handle, column);
    }
    [[nodiscard]] double real(int column) const override {
        return sqlite3_column_double(prepared_.handle, column);
    }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto* data =
            reinterpret_cast<const char*>(sqlite3_column_text(prepared_.handle, column));
        return {data, static_cast<std::size_t>(sqlite3_column_bytes(prepared_.handle, column))};
    }

  private:
    sqlite3* handle_;
    Prepared& prepared_;
    const Statement& statement_;
    Arguments kept_;
};

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(const std::string& path, Database::Use use, Durability durability)
        : use_(use) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        // Without syncs there would be no moment at which what was gathered must be in the file.
        const char* const files = durability == Durability::none ? nullptr : gathered_log();
        if (sqlite3_open_v2(path.c_str(), &handle_, flags, files) != SQLITE_OK) {
            const std::string reason = sqlite3_errmsg(handle_);
            sqlite3_close_v2(handle_);
            throw StoreFailure(StoreFailure::Cause::broken,
                               fmt::format("cannot open {}: {}", path, reason));
        }
        try {
            script(
                "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
                "PRAGMA cache_size=-65536;");
            if (durability == Durability::none) script("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=4000;");
            if (use == Database::Use::read)
                script("PRAGMA query_only=ON; PRAGMA mmap_size=268435456;");
            else if (durability == Durability::full)
                have_log_copied(path, files);
        } catch (const StoreFailure&) {
            sqlite3_close_v2(handle_);
            throw;
        }
    }
    ~SqliteConnection() override {
        copier_.reset();
        known_.clear();
        for (auto* handle : control_) sqlite3_finalize(handle);
        sqlite3_close_v2(handle_);
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& arguments) override {
        return std::make_unique<SqliteCursor>(handle_, find(statement, arguments), statement, arguments, true);
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        SqliteCursor cursor(handle_, find(statement, arguments), statement, arguments, false);
        while (cursor.next()) {
        }
        return sqlite3_changes64(handle_);
    }
    std::int64_t execute_all(const Statement& statement,
                             const std::vector<Arguments>& rows) override {
        std::int64_t changed = 0;
        if (rows.empty()) return changed;
        // Found once; only optional filters could make another statement of it.
        auto* const same = known(statement).filters.empty() ? &find(statement, rows.front()) : nullptr;
        for (const auto& arguments : rows) {
            auto& prepared = same != nullptr ? *same : find(statement, arguments);
            SqliteCursor cursor(handle_, prepared, statement, arguments, false);
            while (cursor.next()) {
            }
            changed += sqlite3_changes64(handle_);
        }
        return changed;
    }
    void query_together(const std::vector<Question>& questions,
                        const std::function<void(std::size_t, Cursor&)>& take) override {
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const auto& [statement, arguments] = questions[i];
            SqliteCursor cursor(handle_, find(*statement, arguments), *statement, arguments, false);
            take(i, cursor);
        }
    }
    void script(std::string_view text) override {
        char* message = nullptr;
        const std::string copy(text);
        if (sqlite3_exec(handle_, copy.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
            sqlite3_free(message);
            fail(handle_, "script");
        }
    }
    void begin() override {
        control(use_ == Database::Use::write ? begin_write : begin_read);
    }
    void commit() override { control(commit_all); }
    void rollback() override { control(rollback_all); }
    void savepoint() override { control(set_savepoint); }
    void release_savepoint() override { control(release); }
    void rollback_to_savepoint() override { control(rollback_to); }
    void prepare(const Statement& statement) override {
        auto& known = this->known(statement);
        for (const bool given : {false, true}) choice(statement, known, std::vector<bool>(known.filters.size(), given));
    }
    void backup_to(const std::string& path) override {
        sqlite3* target = nullptr;
        if (sqlite3_open(path.c_str(), &target) != SQLITE_OK) {
            sqlite3_close_v2(target);
            throw StoreFailure(StoreFailure::Cause::broken, "cannot open " + path);
        }
        auto* backup = sqlite3_backup_init(target, "main", handle_, "main");
        const int code = backup == nullptr ? SQLITE_ERROR : sqlite3_backup_step(backup, -1);
        if (backup != nullptr) sqlite3_backup_finish(backup);
        sqlite3_close_v2(target);
        if (code != SQLITE_DONE)
            throw StoreFailure(StoreFailure::Cause::broken, "backup to " + path + " failed");
    }

  private:
    /// Instead of checkpoints of its own.
    void have_log_copied(const std::string& path, const char* files) {
        copier_ = std::make_unique<LogCopier>(path, files);
        const auto committed = [](void* copier, sqlite3* handle, const char* /*database*/, int pages) {
            static_cast<LogCopier*>(copier)->committed(handle, pages);
            return SQLITE_OK;
        };
        sqlite3_wal_hook(handle_, committed, copier_.get());
    }

    enum Control { begin_write, begin_read, commit_all, rollback_all, set_savepoint, release,
                   rollback_to, controls };

    /// Transaction control, prepared once: it runs several times per command.
    void control(Control which) {
        static constexpr std::string_view texts[controls] = {
            "BEGIN IMMEDIATE", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT c", "RELEASE c",
            "ROLLBACK TO c"};
        auto*& handle = control_[which];
        if (handle == nullptr &&
            sqlite3_prepare_v3(handle_, texts[which].data(), static_cast<int>(texts[which].size()),
                               SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK)
            fail(handle_, texts[which]);
        const int code = sqlite3_step(handle);
        sqlite3_reset(handle);
        if (code != SQLITE_DONE) fail(handle_, texts[which]);
    }

    Known& known(const Statement& statement) {
        auto& known = known_[&statement];
        if (!known || known->text != statement.text) known = std::make_unique<Known>(statement.text);
        return *known;
    }

    Prepared& find(const Statement& statement, const Arguments& arguments) {
        auto& known = this->known(statement);
        std::vector<bool> given;
        ArgumentSearch search(statement, arguments);
        for (const auto name : known.filters) given.push_back(!std::holds_alternative<std::monostate>(search.find(name)));
        auto& prepared = choice(statement, known, given);
        if (prepared.in_use)
            throw StoreFailure(StoreFailure::Cause::broken, fmt::format("statement {} used inside itself", statement.name));
        return prepared;
    }

    Prepared& choice(const Statement& statement, Known& known, const std::vector<bool>& given) {
        if (const auto found = known.by_given.find(given); found != known.by_given.end()) return found->second;
        if (known.by_given.size() >= most_choices)
            std::erase_if(known.by_given, [](const auto& one) { return !one.second.in_use; });
        const auto text = with_filters(known.text, [&](std::string_view name) {
            return given[static_cast<std::size_t>(std::ranges::find(known.filters, name) - known.filters.begin())];
        });
        sqlite3_stmt* handle = nullptr;
        if (sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK)
            fail(handle_, statement.name);
        auto& prepared = known.by_given[given];
        prepared.handle = handle;
        const int count = sqlite3_bind_parameter_count(handle);
        for (int i = 1; i <= count; ++i) {
            const char* name = sqlite3_bind_parameter_name(handle, i);
            prepared.parameters.emplace_back(name == nullptr ? "" : name + 1);
        }
        return prepared;
    }

    Database::Use use_;
    sqlite3* handle_ = nullptr;
    std::unordered_map<const Statement*, std::unique_ptr<Known>> known_;
    sqlite3_stmt* control_[controls] = {};
    std::unique_ptr<LogCopier> copier_;  ///< of a writer whose commits are durable
};

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(std::string path, Durability durability)
        : path_(std::move(path)), durability_(durability) {
        // Nobody reads SQLite's memory statistics, and keeping them takes a lock at every
        // allocation. Has an effect before the first connection only.
        static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        (void)once;
    }
    std::unique_ptr<Connection> connect(Use use) override {
        return std::make_unique<SqliteConnection>(path_, use, durability_);
    }

  private:
    std::string path_;
    Durability durability_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, Durability durability) {
    // Nobody reads SQLite's count of its memory, and keeping it takes a lock of all threads at each allocation. Says
    // no where SQLite was begun before; it then counts on.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)uncounted;
    return std::make_unique<SqliteDatabase>(path, durability);
}

}  // namespace jianghui::store
