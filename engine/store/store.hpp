#pragma once
// The public header of engine/store. A Store is a database with a pool of readers and one write
// lane. Reads see one snapshot. Writes go through the lane: what is waiting is executed together,
// each command or set of commands in its own savepoint, and answered after the common commit (group
// commit, docs/adr/0007).
//
//   store.read([&](Reader& reader) { return reader.one<Order>(sql::find_order, arguments("order", id)); });
//   store.submit({.run = …, .done = …});

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "engine/store/connection.hpp"
#include "engine/store/fair_queue.hpp"
#include "engine/store/migration.hpp"
#include "engine/store/value.hpp"
#include "engine/store/work.hpp"

namespace jianghui::store {

namespace detail {

/// Reads column `column` of the current row into `value`.
template <class T>
void read_column(const Cursor& cursor, int column, T& value) {
    if constexpr (codec::is_optional<T>::value) {
        if (cursor.is_null(column)) {
            value.reset();
        } else {
            read_column(cursor, column, value.emplace());
        }
    } else if constexpr (std::is_floating_point_v<T>) {
        value = static_cast<T>(cursor.real(column));
    } else if constexpr (Column<T>::is_text) {
        if (!Column<T>::from(cursor.text(column), value))
            throw StoreFailure(StoreFailure::Cause::broken,
                               "column " + std::string(cursor.name(column)) +
                                   " holds what its type cannot read");
    } else {
        if (!Column<T>::from(cursor.integer(column), value))
            throw StoreFailure(StoreFailure::Cause::broken, "column out of range");
    }
}

}  // namespace detail

/// Reads rows into described structs: every member must be a column of the result, by name.
class Reader {
  public:
    explicit Reader(Connection& connection) : connection_(&connection) {}

    /// Calls `each(row)` for every row.
    template <codec::DescribedStruct T, class F>
    void each(const Statement& statement, const Arguments& arguments, F&& each_row) const {
        const auto cursor = connection_->query(statement, arguments);
        read_rows<T>(*cursor, statement, each_row);
    }
    template <codec::DescribedStruct T>
    [[nodiscard]] std::vector<T> all(const Statement& statement,
                                     const Arguments& arguments = {}) const {
        std::vector<T> rows;
        each<T>(statement, arguments, [&](T&& row) { rows.push_back(std::move(row)); });
        return rows;
    }
    /// The first row, or nothing.
    template <codec::DescribedStruct T>
    [[nodiscard]] std::optional<T> one(const Statement& statement,
                                       const Arguments& arguments = {}) const {
        std::optional<T> found;
        each<T>(statement, arguments, [&](T&& row) {
            if (!found) found = std::move(row);
        });
        return found;
    }
    /// The first column of the first row; nothing when there is no row or it is NULL.
    template <class T>
    [[nodiscard]] std::optional<T> value(const Statement& statement,
                                         const Arguments& arguments = {}) const {
        const auto cursor = connection_->query(statement, arguments);
        if (!cursor->next() || cursor->is_null(0)) return std::nullopt;
        T value{};
        detail::read_column(*cursor, 0, value);
        return value;
    }

  protected:
    [[nodiscard]] Connection& connection() const { return *connection_; }

  private:
    friend class Readings;
    template <codec::DescribedStruct T, class F>
    static void read_rows(Cursor& cursor, const Statement& statement, F&& each_row) {
        const std::vector<int>& columns = columns_of<T>(cursor, statement);
        while (cursor.next()) {
            T row{};
            std::size_t at = 0;
            boost::mp11::mp_for_each<codec::Members<T>>([&](auto member) {
                detail::read_column(cursor, columns[at++], row.*member.pointer);
            });
            each_row(std::move(row));
        }
    }
    static int find_column(const Cursor& cursor, std::string_view name,
                           const Statement& statement);
    /// Where the members of a struct are in a statement's result.
    struct Columns {
        std::string text;  ///< of the statement: another may come to lie at its address
        std::vector<int> of_members;
    };
    /// Looked up by name once a thread.
    template <codec::DescribedStruct T>
    static const std::vector<int>& columns_of(const Cursor& cursor, const Statement& statement) {
        thread_local std::unordered_map<const char*, Columns> known;
        const auto found = known.find(statement.text.data());
        if (found != known.end() && found->second.text == statement.text)
            return found->second.of_members;
        Columns columns{std::string(statement.text), {}};  // Known only when every member was found.
        boost::mp11::mp_for_each<codec::Members<T>>([&](auto member) {
            columns.of_members.push_back(find_column(cursor, member.name, statement));
        });
        return known.insert_or_assign(statement.text.data(), std::move(columns))
            .first->second.of_members;
    }
    Connection* connection_;
};

/// Several reads that go to the database together: one round trip on PostgreSQL.
class Readings {
  public:
    /// `each_row(T&&)` is called by `run` for every row of the statement.
    template <codec::DescribedStruct T, class F>
    void each(const Statement& statement, Arguments arguments, F&& each_row) {
        questions_.push_back({&statement, std::move(arguments)});
        takers_.push_back([&statement, each_row = std::forward<F>(each_row)](Cursor& cursor) mutable {
            Reader::read_rows<T>(cursor, statement, each_row);
        });
    }
    [[nodiscard]] bool empty() const { return questions_.empty(); }
    /// Asks everything that was added, in that order. Once.
    void run(const Reader& reader) {
        if (empty()) return;
        reader.connection().query_together(
            questions_, [this](std::size_t number, Cursor& cursor) { takers_[number](cursor); });
    }

  private:
    std::vector<Question> questions_;
    std::vector<std::function<void(Cursor&)>> takers_;
};

/// What a command is handed: it reads its own writes; everything it does is kept or undone together.
class Transaction : public Reader {
  public:
    explicit Transaction(Connection& connection) : Reader(connection) {}
    /// Rows changed. Throws StoreFailure on anything but success.
    std::int64_t execute(const Statement& statement, const Arguments& arguments = {}) {
        const auto rows = connection().execute(statement, arguments);
        wrote_ = wrote_ || rows > 0;
        return rows;
    }
    /// Runs the statement once for each of `rows`; the rows changed altogether.
    std::int64_t execute_all(const Statement& statement, const std::vector<Arguments>& rows) {
        const auto changed = connection().execute_all(statement, rows);
        wrote_ = wrote_ || changed > 0;
        return changed;
    }
    /// Runs all of `changes`, in order and together; the rows that each changed.
    std::vector<std::int64_t> execute_together(const std::vector<Change>& changes) {
        auto changed = connection().execute_together(changes);
        for (const auto rows : changed) wrote_ = wrote_ || rows > 0;
        return changed;
    }
    /// Runs `f()` in a savepoint of its own and returns what it returns: false undoes what it did, and so does
    /// what it throws, which is thrown on. The command goes on with what it did before.
    template <class F>
    bool attempt(F&& f) {
        connection().savepoint();
        try {
            const bool kept = f();
            if (!kept) connection().rollback_to_savepoint();
            connection().release_savepoint();
            return kept;
        } catch (...) {
            connection().rollback_to_savepoint();
            connection().release_savepoint();
            throw;
        }
    }
    /// Whether any row was changed.
    [[nodiscard]] bool wrote() const { return wrote_; }

  private:
    bool wrote_ = false;
};

/// Counters of the lane, for /metrics and tests.
struct LaneFigures {
    std::uint64_t commands = 0;
    std::uint64_t commits = 0;   ///< commits that wrote something
    std::uint64_t failures = 0;
    std::size_t waiting = 0;
};

class Batch;

class Store {
  public:
    struct Options {
        int readers = 4;
        std::size_t waiting_max = 10'000;  ///< more are refused: back-pressure, not memory
        std::size_t caller_waiting_max = 1'000;  ///< of one caller
        std::size_t batch_max = 32;        ///< commands or sets a commit (CORRECTIONS 4)
        std::size_t batch_commands_max = 512;  ///< commands a commit, sets taken apart
        /// Without a thread of its own the lane runs on the thread that submits, before `submit`
        /// returns: for the simulator, where nothing may hang on which thread is quicker.
        bool own_thread = true;
    };
    Store(std::unique_ptr<Database> database, Options options);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Runs `f(Reader&)` in one snapshot on a pooled connection and returns what it returns. Waits
    /// when all readers are busy. Must not be called inside itself on the same thread.
    template <class F>
    auto read(F&& f) {
        const Borrowed borrowed(*this);
        Reader reader(*borrowed.connection);
        return f(reader);
    }

    /// Puts work into the lane; false when too much is waiting or the store is closing (then `done`
    /// is not called).
    [[nodiscard]] bool submit(Work work);

    /// Submits and waits: for jobs, tests and the command line, never on the lane's own thread.
    /// Too much waiting counts as `failed`.
    Work::Outcome write(const std::function<bool(Transaction&)>& run);

    /// Runs `submits` while the lane takes nothing on: what it submits waits, and is decided together
    /// after it, in that order. It must not wait for an answer. For tests of what arrives at once.
    void together(const std::function<void()>& submits);

    /// Called on the lane's thread after each commit that wrote something. Set before first use.
    void on_commit(std::function<void()> observer) { observer_ = std::move(observer); }

    [[nodiscard]] LaneFigures figures() const;
    /// Commits of this program that wrote something: has grown before any of them is answered. Who
    /// read it before reading knows of later changes by its growing (unless `shared`).
    [[nodiscard]] std::uint64_t commits() const { return commits_.load(std::memory_order_acquire); }
    /// Transactions of the lane that were lost after their commands had run, here or at the commit.
    [[nodiscard]] std::uint64_t losses() const { return losses_.load(std::memory_order_acquire); }
    /// Whether other programs may write to the database at the same time.
    [[nodiscard]] bool shared() const { return shared_; }
    /// A consistent copy of the whole database in a new file.
    void backup_to(const std::string& path);

  private:
    struct Borrowed {
        explicit Borrowed(Store& from);
        ~Borrowed();
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        void give_back();
        Store& store;
        std::unique_ptr<Connection> connection;
    };
    void run_lane();
    /// Runs what waits on this thread, unless it is at that already.
    void run_waiting();
    /// Takes what is decided together next. Requires the lane's mutex.
    [[nodiscard]] Batch take_batch();
    void hold(bool held);
    void run_batch(Batch& batch);

    std::unique_ptr<Database> database_;
    Options options_;
    bool shared_ = false;
    std::function<void()> observer_;
    std::atomic<std::uint64_t> commits_{0};
    std::atomic<std::uint64_t> losses_{0};

    std::mutex readers_mutex_;
    std::condition_variable reader_returned_;
    std::vector<std::unique_ptr<Connection>> readers_;

    mutable std::mutex lane_mutex_;
    std::condition_variable lane_wakes_;
    FairQueue<std::int64_t, Work> waiting_;  ///< by `Work::caller`
    bool closing_ = false;
    bool held_ = false;  ///< by `together`
    LaneFigures figures_;
    std::unique_ptr<Connection> writer_;
    std::mutex running_mutex_;  ///< of a lane without a thread: one thread at a time runs it
    std::atomic<std::thread::id> runs_;  ///< which thread runs the lane now, when it has none of its own
    std::thread lane_;
};

}  // namespace jianghui::store
