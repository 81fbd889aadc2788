// One connection behind the store's face. What controls the transaction waits for the next
// statement and goes out with it; a rollback goes out and is not waited for.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "engine/base/random.hpp"
#include "engine/store/postgres/cursor.hpp"
#include "engine/store/postgres/dialect.hpp"
#include "engine/store/postgres/names.hpp"
#include "engine/store/postgres/settings.hpp"
#include "engine/store/postgres/values.hpp"

namespace jianghui::store::postgres {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::string_view begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr std::string_view begin_write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
constexpr std::string_view savepoint_text = "SAVEPOINT c";
constexpr std::string_view release_text = "RELEASE c";
constexpr std::string_view rollback_to_text = "ROLLBACK TO c";
/// What every commit sends is prepared once a session, under these names.
const std::string baton_name = "baton", notify_name = "notify";
/// Runs that are on their way together: so few that their answers fit the buffers.
constexpr std::size_t runs_together = 500;
/// Rows that one run may have: an element of an array of texts is found by going through those before it.
constexpr std::size_t rows_max = 128;
constexpr std::chrono::milliseconds first_pause = 50ms, longest_pause = 2s, doubt_lasts = 30s;

struct Prepared {
    std::string text;  ///< of the statement: another may come to lie at its address
    std::string name;
    Translated translated;
    bool known = false;  ///< to the server, in this session
};

/// One prepared statement with its values, on its way.
struct Run {
    const Statement* statement;
    Prepared* prepared;
    Values values;
    std::size_t number;     ///< of the change, or of the first question, that it belongs to
    std::size_t count = 0;  ///< so many questions are asked with it, and it says which; 0: one alone
};

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
        const auto runs = runs_of(questions);
        for (std::size_t from = 0; from < runs.size(); from += runs_together) {
            const auto end = std::min(runs.size(), from + runs_together);
            hand_out(runs, from, run(runs, from, end), take);
        }
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        return changed_by(run_one(statement, arguments));
    }
    std::int64_t execute_all(const Statement& statement,
                             const std::vector<Arguments>& rows) override {
        std::vector<Run> runs;
        add_runs(runs, statement, rows, false, 0);
        std::vector<std::int64_t> changed(1);
        run_changes(runs, changed);
        return changed[0];
    }
    std::vector<std::int64_t> execute_together(const std::vector<Change>& changes) override {
        std::vector<std::int64_t> changed(changes.size());
        run_changes(runs_of(changes), changed);
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
        for (auto& [statement, prepared] : of_rows_) prepared.known = false;
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
        session.script(fmt::format("PREPARE {} AS {}; PREPARE {} AS {}", baton_name, baton_, notify_name, notify_));
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
    enum class Many { question, change, change_of_differing_keys };
    /// The statement for many rows of these types; without a name when it cannot have them.
    Prepared& find_of_rows(const Statement& statement, const Columns& columns, Many use) {
        auto& prepared = of_rows_[{&statement, use, columns.signature()}];
        if (prepared.text == statement.text) return prepared;
        prepared = {std::string(statement.text), "", {}};
        const auto type = [&](std::string_view name) { return columns.type_of(name); };
        auto made = columns.signature().empty() ? std::nullopt
                    : use == Many::question
                        ? translate_questions(statement.text, type)
                        : translate_changes(statement.text, type, use == Many::change_of_differing_keys);
        if (made) {
            prepared.name = fmt::format("m{}", ++named_);
            prepared.translated = std::move(*made);
        }
        return prepared;
    }
    /// One run for all of these rows; nothing when the statement cannot have several.
    std::optional<Run> run_of_rows(const Statement& statement, const std::vector<const Arguments*>& rows,
                                   Many use, std::size_t number) {
        const Columns columns(statement, find(statement).translated.parameters, rows);
        auto& prepared = find_of_rows(statement, columns, use);
        if (prepared.name.empty()) return std::nullopt;
        return Run{&statement, &prepared, columns.arrays(prepared.translated.parameters), number,
                   use == Many::question ? rows.size() : 0};
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
            add_control();
            add();
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

    void add_control() {
        for (const auto text : control_) {
            if (text == baton_) {
                session_->add_run(baton_name, {});
            } else if (text == notify_) {
                session_->add_run(notify_name, {});
            } else {
                session_->add(text);
            }
        }
        control_.clear();
        begun_ = in_transaction_;
    }

    Run run_of(const Statement& statement, const Arguments& arguments, std::size_t number) {
        auto& prepared = find(statement);
        return {&statement, &prepared, Values(statement, prepared.translated.parameters, arguments), number};
    }
    Rows run_one(const Statement& statement, const Arguments& arguments) {
        std::vector<Run> runs;
        runs.push_back(run_of(statement, arguments, 0));
        return std::move(run(runs, 0, 1).back());
    }

    /// Adds the statement for each of the rows, many rows a run where it may have many.
    void add_runs(std::vector<Run>& runs, const Statement& statement,
                  const std::vector<Arguments>& rows, bool keys_differ, std::size_t number) {
        const auto use = keys_differ ? Many::change_of_differing_keys : Many::change;
        for (std::size_t from = 0; from < rows.size();) {
            const auto end = std::min(rows.size(), from + rows_max);
            std::vector<const Arguments*> some;
            for (; from < end; ++from) some.push_back(&rows[from]);
            auto many = some.size() > 1 ? run_of_rows(statement, some, use, number) : std::nullopt;
            if (many) {
                runs.push_back(std::move(*many));
            } else {
                for (const auto* row : some) runs.push_back(run_of(statement, *row, number));
            }
        }
    }
    std::vector<Run> runs_of(const std::vector<Change>& changes) {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < changes.size(); ++i)
            add_runs(runs, *changes[i].statement, changes[i].rows, changes[i].keys_differ, i);
        return runs;
    }
    /// Questions of one statement that stand together are asked at once.
    std::vector<Run> runs_of(const std::vector<Question>& questions) {
        std::vector<Run> runs;
        for (std::size_t from = 0; from < questions.size();) {
            const auto& statement = *questions[from].statement;
            std::vector<const Arguments*> rows;
            const auto first = from;
            for (; from < questions.size() && questions[from].statement == &statement && rows.size() < rows_max; ++from)
                rows.push_back(&questions[from].arguments);
            auto many = rows.size() > 1 ? run_of_rows(statement, rows, Many::question, first) : std::nullopt;
            if (many) {
                runs.push_back(std::move(*many));
            } else {
                for (std::size_t i = 0; i < rows.size(); ++i) runs.push_back(run_of(statement, *rows[i], first + i));
            }
        }
        return runs;
    }
    /// Hands the answers of the runs from `from` on to `take`, question by question.
    static void hand_out(const std::vector<Run>& runs, std::size_t from, std::vector<Rows> answers,
                         const std::function<void(std::size_t, Cursor&)>& take) {
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const auto& each = runs[from + i];
            if (each.count > 0) {
                hand_out_rows(each, answers[i].get(), take);
            } else {
                RowsCursor cursor(std::move(answers[i]));
                take(each.number, cursor);
            }
        }
    }
    /// Those of each question stand together, in the order of the questions.
    static void hand_out_rows(const Run& asked, const PGresult* rows,
                              const std::function<void(std::size_t, Cursor&)>& take) {
        const int count = PQntuples(rows), last = PQnfields(rows) - 1;
        int at = 0;
        for (std::size_t i = 1; i <= asked.count; ++i) {
            const int first = at;
            while (at < count && std::string_view(PQgetvalue(rows, at, last)) == std::to_string(i)) ++at;
            RowsCursor cursor(rows, first, at);
            take(asked.number + i - 1, cursor);
        }
        if (at != count)
            throw StoreFailure(StoreFailure::Cause::broken, "postgresql: answers in another order than asked");
    }
    /// Runs them and adds to `changed` what each changed.
    void run_changes(const std::vector<Run>& runs, std::vector<std::int64_t>& changed) {
        for (std::size_t from = 0; from < runs.size(); from += runs_together) {
            const auto end = std::min(runs.size(), from + runs_together);
            const auto answers = run(runs, from, end);
            for (std::size_t i = 0; i < answers.size(); ++i)
                changed[runs[from + i].number] += changed_by(answers[i]);
        }
    }

    /// Runs those from `from` to before `end` in one round trip; the result of each.
    std::vector<Rows> run(const std::vector<Run>& runs, std::size_t from, std::size_t end) {
        const auto control = control_;
        // Before the first answer of a transaction a lost session has lost nothing: once more.
        const bool may_repeat = !in_transaction_ || !begun_;
        try {
            return run_now(runs, from, end);
        } catch (const Lost&) {
            if (!may_repeat || !in_transaction_ || repeated_) throw;
            repeated_ = true;
            begun_ = false;
            control_ = control;
        } catch (const StoreFailure& failure) {
            throw StoreFailure(failure.cause(), fmt::format("{} ({}{})", failure.what(),
                                                            runs[from].statement->name,
                                                            end - from > 1 ? " …" : ""));
        }
        return run_now(runs, from, end);
    }

    /// Those statements that the session does not know yet, each once.
    static std::vector<Prepared*> fresh_of(const std::vector<Run>& runs, std::size_t from, std::size_t end) {
        std::vector<Prepared*> fresh;
        for (; from < end; ++from) {
            auto* prepared = runs[from].prepared;
            if (!prepared->known && std::find(fresh.begin(), fresh.end(), prepared) == fresh.end())
                fresh.push_back(prepared);
        }
        return fresh;
    }
    std::vector<Rows> run_now(const std::vector<Run>& runs, std::size_t from, std::size_t end) {
        make_ready();
        const auto fresh = fresh_of(runs, from, end);
        auto results = exchange(
            [&] {
                for (const auto* prepared : fresh) add_prepare(*prepared);
                for (auto i = from; i < end; ++i)
                    session_->add_run(runs[i].prepared->name, runs[i].values.pointers(),
                                      runs[i].values.lengths());
            },
            end - from + fresh.size());
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
    /// With many rows, by the types of the parameters.
    std::map<std::tuple<const Statement*, Many, std::string>, Prepared> of_rows_;
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
