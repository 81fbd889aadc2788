#pragma once
// The face that an SQL engine shows: connections, cursors, failures. Features never see this; they
// are handed a Reader or a Transaction (store.hpp).

#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/store/statement.hpp"
#include "engine/store/value.hpp"

namespace jianghui::store {

/// The database could not do its work: a lost disk, a full one, a bug in a statement. Expected
/// conflicts never come this way: statements say ON CONFLICT and count changed rows.
class StoreFailure : public std::runtime_error {
  public:
    enum class Cause {
        full,        ///< no space
        busy,        ///< not now: a lost connection, a lock; nothing was changed
        constraint,
        broken,
        doubtful,    ///< the connection was lost at a commit and nobody can say whether it counts
    };
    StoreFailure(Cause cause, const std::string& what) : std::runtime_error(what), cause_(cause) {}
    [[nodiscard]] Cause cause() const { return cause_; }

  private:
    Cause cause_;
};

/// The rows of a running query. Columns are numbered from 0.
class Cursor {
  public:
    virtual ~Cursor() = default;
    /// Moves to the next row; false after the last one.
    virtual bool next() = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual std::string_view name(int column) const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    /// Valid until the next call of next().
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
};

/// One of several reads that go out together.
struct Question {
    const Statement* statement = nullptr;
    Arguments arguments;
};
/// One of several changes that go out together: the statement once for each of the rows.
struct Change {
    const Statement* statement = nullptr;
    std::vector<Arguments> rows;
    /// No two rows have the same key: also an upsert may take many of them at once.
    bool keys_differ = false;
};

/// One session with the database, used by one thread at a time.
class Connection {
  public:
    virtual ~Connection() = default;
    [[nodiscard]] virtual std::unique_ptr<Cursor> query(const Statement& statement,
                                                        const Arguments& arguments) = 0;
    /// Runs a statement that returns no rows; the number of rows that it changed.
    virtual std::int64_t execute(const Statement& statement, const Arguments& arguments) = 0;
    /// Runs the statement once for each of `rows`, in order and in as few round trips as the engine
    /// can; the number of rows that were changed altogether.
    virtual std::int64_t execute_all(const Statement& statement,
                                     const std::vector<Arguments>& rows) = 0;
    /// Asks all of `questions` in as few round trips as the engine can and hands each one's rows to
    /// `take` with its number, in their order.
    virtual void query_together(const std::vector<Question>& questions,
                                const std::function<void(std::size_t, Cursor&)>& take) {
        for (std::size_t i = 0; i < questions.size(); ++i)
            take(i, *query(*questions[i].statement, questions[i].arguments));
    }
    /// Runs all of `changes` in order and in as few round trips as the engine can; the rows that
    /// each changed. Throws at the first that fails; what came before it may have been done.
    virtual std::vector<std::int64_t> execute_together(const std::vector<Change>& changes) {
        std::vector<std::int64_t> changed;
        for (const auto& change : changes)
            changed.push_back(execute_all(*change.statement, change.rows));
        return changed;
    }
    /// Runs several statements separated by semicolons (migrations).
    virtual void script(std::string_view text) = 0;
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() = 0;
    virtual void savepoint() = 0;
    virtual void release_savepoint() = 0;
    virtual void rollback_to_savepoint() = 0;
    /// Prepares a statement without running it, to check it. Throws StoreFailure.
    virtual void prepare(const Statement& statement) = 0;
    /// Copies the whole database, as of now, to a new file; readers and writers go on.
    virtual void backup_to(const std::string& path) = 0;
};

/// A database that connections can be opened to.
class Database {
  public:
    enum class Use { read, write };
    virtual ~Database() = default;
    [[nodiscard]] virtual std::unique_ptr<Connection> connect(Use use) = 0;
    /// Whether other programs may write to it at the same time.
    [[nodiscard]] virtual bool shared() const { return false; }
    /// The number that no other program holds while the writer's session lasts, for IdSource; none
    /// when the database is not shared.
    [[nodiscard]] virtual std::shared_ptr<const std::atomic<int>> node() const { return nullptr; }
    /// Calls `changed` soon after commits of other programs (and of this one), on a thread of its
    /// own, until the handle is destroyed. Commits may be missed while a connection is renewed: it
    /// is called then as well.
    [[nodiscard]] virtual std::shared_ptr<void> watch(std::function<void()> /*changed*/) {
        return nullptr;
    }
};

/// Whether an answered commit survives the loss of power. `none` is for tests and for filling the
/// demo: it still survives the end of the process.
enum class Durability { full, none };

/// A SQLite file in WAL mode with synchronous=FULL; made when it does not exist. Throws
/// StoreFailure when the file cannot be opened.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::string& path,
                                                    Durability durability = Durability::full);

/// A PostgreSQL database (15 or newer) by its connection URL; the schema is the first of its search
/// path. Connections are opened when they are needed and again when they were lost. Writers hold
/// the baton of docs/adr/0007 while their transaction lasts. Nothing is opened by this call.
[[nodiscard]] std::unique_ptr<Database> open_postgres(const std::string& url,
                                                      Durability durability = Durability::full);
[[nodiscard]] bool is_postgres_url(std::string_view text);
/// Whether the URL names a password. True for what cannot be read as a URL.
[[nodiscard]] bool url_has_password(const std::string& url);
/// A PostgreSQL database by its URL, or else a SQLite file by its path.
[[nodiscard]] std::unique_ptr<Database> open_database(const std::string& where,
                                                      Durability durability = Durability::full);

}  // namespace jianghui::store
