// One connection behind the store's face. What controls the transaction waits for the next
// statement and goes out with it; a rollback goes out and is not waited for.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "engine/base/random.hpp"
#include "engine/store/argument_search.hpp"
#include "engine/store/postgres/cursor.hpp"
#include "engine/store/postgres/dialect.hpp"
#include "engine/store/postgres/names.hpp"
#include "engine/store/postgres/settings.hpp"

namespace jianghui::store::postgres {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::string_view begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr std::string_view begin_write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr std::string_view savepoint_text = "SAVEPOINT c";
constexpr std::string_view release_text = "RELEASE c";
constexpr std::string_view rollback_to_text = "ROLLBACK TO c";
/// Runs that are on their way together: so few that their answers fit the buffers.
constexpr std::size_t runs_together = 500;
/// Rows that one INSERT may have: the powers of two up to it, so that few are prepared.
constexpr std::size_t rows_max = 32;
constexpr std::chrono::milliseconds first_pause = 50ms, longest_pause = 2s, doubt_lasts = 30s;

struct Prepared {
    std::string text;  ///< of the statement: another may come to lie at its address
    std::string name;
    Translated translated;
    bool known = false;  ///< to the server, in this session
};

/// The values in the order of the parameters, one row after the other; `kept` holds the texts of the
/// numbers. The rows' own texts are pointed to: they must outlive it.
class Values {
  public:
    Values(const Statement& statement, const Prepared& prepared, const Arguments* row,
           std::size_t rows) {
        const auto& names = prepared.translated.parameters;
        kept_.reserve(names.size());
        pointers_.reserve(names.size());
        for (std::size_t i = 0; i < rows; ++i, ++row) {
            ArgumentSearch search(statement, *row);
            const auto from = names.size() / rows * i;
            for (std::size_t at = 0; at < names.size() / rows; ++at)
                pointers_.push_back(text_of(search.find(names[from + at])));
        }
    }
    [[nodiscard]] const std::vector<const char*>& pointers() const { return pointers_; }

  private:
    const char* text_of(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (text->find('\0') != std::string::npos)
                throw StoreFailure(StoreFailure::Cause::broken, "a text with a zero byte");
            return text->c_str();
        }
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return kept_.emplace_back(std::to_string(*number)).c_str();
        if (const auto* real = std::get_if<double>(&value))
            return kept_.emplace_back(fmt::format("{}", *real)).c_str();
        return nullptr;
    }
    std::vector<std::string> kept_;
    std::vector<const char*> pointers_;
};

/// One prepared statement with its values, on its way.
struct Run {
    const Statement* statement;
    Prepared* prepared;
    Values values;
    std::size_t number;  ///< of the change that it belongs to
};

/// The type that a value has in every column that may hold it; empty for NULL, which says nothing.
std::string_view type_of(const Value& value) {
    if (std::holds_alternative<std::string>(value)) return "TEXT";
    if (std::holds_alternative<std::int64_t>(value)) return "BIGINT";
    if (std::holds_alternative<double>(value)) return "DOUBLE PRECISION";
    return "";
}

std::int64_t changed_by(const Rows& rows) {
    const std::string_view count = PQcmdTuples(rows.get());
    return count.empty() ? 0 : std::stoll(std::string(count));
}

class PostgresConnection final : public Connection {
  public:
    PostgresConnection(Settings settings, Database::Use use)
        : settings_(std::move(settings)), writes_(use == Database::Use::write) {
        // A reader connects when it is first used; a server that is not there shows at once.
        if (writes_) connect_now();
    }

    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& arguments) override {
        return std::make_unique<RowsCursor>(run_one(statement, arguments));
    }
    void query_together(const std::vector<Question>& questions,
                        const std::function<void(std::size_t, Cursor&)>& take) override {
        for (std::size_t from = 0; from < questions.size(); from += runs_together) {
            const auto end = std::min(questions.size(), from + runs_together);
            std::vector<Run> runs;
            runs.reserve(end - from);
            for (std::size_t i = from; i < end; ++i)
                runs.push_back(run_of(*questions[i].statement, questions[i].arguments));
            auto answers = run(runs);
            for (std::size_t i = from; i < end; ++i) {
                RowsCursor cursor(std::move(answers[i - from]));
                take(i, cursor);
            }
        }
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        return changed_by(run_one(statement, arguments));
    }
    std::int64_t execute_all(const Statement& statement,
                             const std::vector<Arguments>& rows) override {
        if (rows.empty()) return 0;
        std::vector<Run> runs;
        std::vector<std::int64_t> changed(1);
        add_runs(runs, statement, rows, false, 0, changed);
        flush(runs, changed);
        return changed[0];
    }
    std::vector<std::int64_t> execute_together(const std::vector<Change>& changes) override {
        std::vector<Run> runs;
        std::vector<std::int64_t> changed(changes.size());
        for (std::size_t i = 0; i < changes.size(); ++i)
            add_runs(runs, *changes[i].statement, changes[i].rows, changes[i].keys_differ, i,
                     changed);
        flush(runs, changed);
        return changed;
    }
    void script(std::string_view text) override {
        make_ready();
        exchange([] {}, 0);
        session_->script(translate_migration(text));
    }
    void begin() override {
        control_ = {writes_ ? begin_write : begin_read};
        if (writes_) control_.push_back(baton_);
        in_transaction_ = true;
        begun_ = false;
        transaction_.clear();
    }
    void savepoint() override { control_.push_back(savepoint_text); }
    void release_savepoint() override {
        if (!drop_savepoint()) control_.push_back(release_text);
    }
    void rollback_to_savepoint() override {
        if (control_.empty() || control_.back() != savepoint_text)
            control_.push_back(rollback_to_text);
    }
    void commit() override;
    void rollback() override;
    void prepare(const Statement& statement) override {
        make_ready();
        auto& prepared = find(statement);
        if (prepared.known) return;
        Session::check(exchange([&] { add_prepare(prepared); }, 1));
        prepared.known = true;
    }
    void backup_to(const std::string& /*path*/) override {
        throw StoreFailure(StoreFailure::Cause::broken,
                           "a PostgreSQL database is copied by pg_dump");
    }

  private:
    /// A savepoint that no statement has followed need not be set at all.
    bool drop_savepoint() {
        if (control_.empty() || control_.back() != savepoint_text) return false;
        control_.pop_back();
        return true;
    }

    /// Connects unless connected. After a failure the next tries wait longer and longer: meanwhile
    /// callers hear at once that the database is not there.
    void connect_now() {
        if (session_ && session_->alive()) return;
        session_.reset();
        for (auto& [statement, prepared] : prepared_) prepared.known = false;
        for (auto& [statement, prepared] : of_many_) prepared.known = false;
        if (Steady::now() < next_try_) throw Lost("postgresql: not reachable");
        try {
            auto session = std::make_unique<Session>(settings_.url);
            // Rows are looked for by keys, on disks without arms: what the default of 4 is meant for is gone.
            session->script("SET client_min_messages = warning; SET random_page_cost = 1.1");
            if (settings_.durability == Durability::none)
                session->script("SET synchronous_commit = off");
            if (writes_) become_writer(*session);
            session_ = std::move(session);
            pause_ = first_pause;
        } catch (const StoreFailure&) {
            next_try_ = Steady::now() + pause_;
            pause_ = std::min<std::chrono::milliseconds>(longest_pause, pause_ * 2);
            throw;
        }
    }

    /// Inside a transaction only the session that it began in will do, and no statement runs
    /// without the baton.
    void make_ready() {
        if (!in_transaction_ || !begun_) return connect_now();
        if (!session_ || !session_->alive()) throw Lost("postgresql: connection lost");
        if (writes_ && transaction_.empty()) throw Lost("postgresql: the baton is not to be had");
    }

    /// A number that no other session of this schema holds.
    static int take_node(Session& session) {
        const auto first = system_seed();
        for (unsigned i = 0; i < nodes; ++i) {
            const auto node = static_cast<int>((first + i) % nodes);
            if (session.ask(fmt::format("SELECT pg_try_advisory_lock({}, {})", node_class, node)) ==
                "t")
                return node;
        }
        throw StoreFailure(StoreFailure::Cause::busy,
                           fmt::format("postgresql: {} programs write here already", nodes));
    }

    void become_writer(Session& session) {
        // A writer that hangs, or one whose machine is gone, must not keep the baton.
        session.script("SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '20s'");
        if (baton_.empty())  // Never changed later: a begun transaction may point to it.
            baton_ = fmt::format("SELECT pg_advisory_xact_lock({}), pg_current_xact_id()",
                                 session.ask(fmt::format("SELECT {}", baton_key)));
        life_ = session.ask("SELECT COALESCE((SELECT backend_start::text FROM pg_stat_activity "
                            "WHERE backend_type = 'checkpointer'), '')");
        if (notify_.empty()) notify_ = fmt::format("SELECT pg_notify({}, '')", channel);
        settings_.node->store(take_node(session));
        settings_.writer->store(session.process());
    }

    Prepared& find(const Statement& statement) {
        auto& prepared = prepared_[&statement];
        if (prepared.text != statement.text)
            prepared = {std::string(statement.text), fmt::format("s{}", ++named_),
                        translate_query(statement.text)};
        return prepared;
    }
    /// The statement for as many of `rows` rows as one run of it may take, and how many these are; the first
    /// row says the parameters' types.
    std::pair<Prepared*, std::size_t> find_for(const Statement& statement, const Arguments& first,
                                               std::size_t rows, bool keys_differ) {
        std::size_t count = rows_max;
        while (count > rows) count /= 2;
        if (count == 1) return {&find(statement), 1};
        auto& prepared = of_many_[{&statement, count, keys_differ}];
        if (prepared.text != statement.text) {
            prepared = {std::string(statement.text), "", {}};
            if (auto many = of_many(statement, first, count, keys_differ)) {
                prepared.name = fmt::format("m{}", ++named_);
                prepared.translated = std::move(*many);
            }
        }
        if (prepared.name.empty()) return {&find(statement), 1};
        return {&prepared, count};
    }
    static std::optional<Translated> of_many(const Statement& statement, const Arguments& first,
                                             std::size_t count, bool keys_differ) {
        auto many = translate_many(statement.text, count, keys_differ);
        if (many || !keys_differ) return many;
        return translate_updates(statement.text, count, [&](std::string_view name) {
            return type_of(ArgumentSearch(statement, first).find(name));
        });
    }
    void add_prepare(const Prepared& prepared) {
        session_->add_prepare(prepared.name, prepared.translated.text);
    }

    /// Sends what controls the transaction, then what `add` queues, and returns the results of
    /// that, `wanted` in number, which the caller checks: see Session::check.
    template <class Add>
    std::vector<Rows> exchange(Add&& add, std::size_t wanted) {
        const bool takes_baton = control_.size() > 1 && control_[1] == baton_;
        const std::size_t sent = control_.size() + wanted;
        try {
            for (const auto text : control_) session_->add(text);
            add();
            control_.clear();
            begun_ = in_transaction_;
            auto all = session_->collect();
            all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(sent));
            if (takes_baton && PQntuples(all[1].get()) == 1)
                transaction_ = PQgetvalue(all[1].get(), 0, 1);
            if (wanted < sent) {  // A failure of the control is one of what follows.
                std::vector<Rows> controls;
                const auto end = all.end() - static_cast<std::ptrdiff_t>(wanted);
                std::move(all.begin(), end, std::back_inserter(controls));
                all.erase(all.begin(), end);
                Session::check(controls);
            }
            return all;
        } catch (const Lost&) {
            session_.reset();
            throw;
        }
    }

    Run run_of(const Statement& statement, const Arguments& arguments) {
        auto& prepared = find(statement);
        return {&statement, &prepared, Values(statement, prepared, &arguments, 1), 0};
    }
    Rows run_one(const Statement& statement, const Arguments& arguments) {
        std::vector<Run> runs;
        runs.push_back(run_of(statement, arguments));
        return std::move(run(runs).back());
    }

    /// Adds the statement for each of the rows, many rows a run where it is an INSERT that may have
    /// many; what is too much to be on its way together goes out.
    void add_runs(std::vector<Run>& runs, const Statement& statement,
                  const std::vector<Arguments>& rows, bool keys_differ, std::size_t number,
                  std::vector<std::int64_t>& changed) {
        for (std::size_t from = 0; from < rows.size();) {
            auto [prepared, count] =
                find_for(statement, rows[from], rows.size() - from, keys_differ);
            runs.push_back(
                {&statement, prepared, Values(statement, *prepared, &rows[from], count), number});
            from += count;
            if (runs.size() >= runs_together) flush(runs, changed);
        }
    }
    /// Runs them and adds to `changed` what each changed.
    void flush(std::vector<Run>& runs, std::vector<std::int64_t>& changed) {
        if (runs.empty()) return;
        const auto answers = run(runs);
        for (std::size_t i = 0; i < runs.size(); ++i)
            changed[runs[i].number] += changed_by(answers[i]);
        runs.clear();
    }

    /// Runs them in one round trip; the result of each.
    std::vector<Rows> run(const std::vector<Run>& runs) {
        const auto control = control_;
        // Before the first answer of a transaction a lost session has lost nothing: once more.
        const bool may_repeat = !in_transaction_ || !begun_;
        try {
            return run_now(runs);
        } catch (const Lost&) {
            if (!may_repeat || !in_transaction_ || repeated_) throw;
            repeated_ = true;
            begun_ = false;
            control_ = control;
        } catch (const StoreFailure& failure) {
            throw StoreFailure(failure.cause(), fmt::format("{} ({}{})", failure.what(),
                                                            runs.front().statement->name,
                                                            runs.size() > 1 ? " …" : ""));
        }
        return run_now(runs);
    }

    std::vector<Rows> run_now(const std::vector<Run>& runs) {
        make_ready();
        std::vector<Prepared*> fresh;
        for (const auto& each : runs)
            if (!each.prepared->known &&
                std::find(fresh.begin(), fresh.end(), each.prepared) == fresh.end())
                fresh.push_back(each.prepared);
        auto results = exchange(
            [&] {
                for (const auto* prepared : fresh) add_prepare(*prepared);
                for (const auto& each : runs)
                    session_->add_run(each.prepared->name, each.values.pointers());
            },
            runs.size() + fresh.size());
        repeated_ = false;
        for (std::size_t i = 0; i < fresh.size(); ++i)
            fresh[i]->known = PQresultStatus(results[i].get()) == PGRES_COMMAND_OK;
        Session::check(results);
        results.erase(results.begin(), results.begin() + static_cast<std::ptrdiff_t>(fresh.size()));
        return results;
    }

    /// Asks a new session what became of the transaction. Throws when it was not kept.
    void resolve(const std::string& transaction);

    Settings settings_;
    bool writes_;
    std::unique_ptr<Session> session_;
    std::size_t named_ = 0;  ///< so many statements were given a name
    std::unordered_map<const Statement*, Prepared> prepared_;
    /// Of an INSERT, or UPDATE, with so many rows; without a name when it cannot have many.
    std::map<std::tuple<const Statement*, std::size_t, bool>, Prepared> of_many_;
    std::vector<std::string_view> control_;  ///< waits for the next statement
    std::string baton_, notify_;
    std::string life_;  ///< since when the database runs without a crash; empty: it does not say
    std::string transaction_;  ///< its id, once the baton is held
    bool in_transaction_ = false;
    bool begun_ = false;  ///< something of it was sent
    bool repeated_ = false;
    Steady::time_point next_try_{};
    std::chrono::milliseconds pause_ = first_pause;
};

void PostgresConnection::commit() {
    if (!begun_) return rollback();
    const auto transaction = transaction_;
    make_ready();
    control_.push_back(notify_);
    try {
        const auto answer = exchange([this] { session_->add("COMMIT"); }, 1);
        Session::check(answer);
        if (std::string_view(PQcmdStatus(answer[0].get())) != "COMMIT")
            throw StoreFailure(StoreFailure::Cause::broken, "postgresql: the commit was undone");
    } catch (const Lost&) {
        resolve(transaction);
    }
    in_transaction_ = begun_ = false;
}

void PostgresConnection::resolve(const std::string& transaction) {
    in_transaction_ = begun_ = false;
    control_.clear();
    // A database that crashed gives the numbers of transactions that never reached its log to others: "committed"
    // is then said of somebody else's. It is believed only of the database that the transaction began in.
    const auto life = life_;
    const auto end = Steady::now() + doubt_lasts;
    for (; Steady::now() < end; std::this_thread::sleep_for(first_pause)) {
        std::string status;
        try {
            connect_now();
            // Under the baton: the old session is gone for good, and its end is written.
            session_->add("BEGIN");
            session_->add(baton_);
            status = session_->ask(fmt::format("SELECT pg_xact_status('{}')", transaction));
            (void)session_->ask("ROLLBACK");
        } catch (const StoreFailure& failure) {
            session_.reset();
            if (failure.cause() == StoreFailure::Cause::busy) continue;
            break;
        }
        if (status == "committed" && !life.empty() && life == life_) return;
        if (status == "committed") break;
        if (status == "aborted") throw Lost("postgresql: connection lost before the commit");
        if (status.empty()) break;
    }
    throw StoreFailure(StoreFailure::Cause::doubtful,
                       "postgresql: connection lost at the commit of " + transaction);
}

void PostgresConnection::rollback() {
    control_.clear();
    in_transaction_ = false;
    repeated_ = false;
    if (!std::exchange(begun_, false) || !session_) return;
    if (!session_->alive()) return session_.reset();
    session_->add("ROLLBACK");
    session_->send();
}

}  // namespace

std::unique_ptr<Connection> connect(const Settings& settings, Database::Use use) {
    return std::make_unique<PostgresConnection>(settings, use);
}

}  // namespace jianghui::store::postgres
