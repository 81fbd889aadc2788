// Commits that are decided while the one before them is being written (docs/adr/0012).

#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <set>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/store/database_for_test.hpp"
#include "engine/store/meanwhile_for_test.hpp"
#include "engine/store/postgres/session.hpp"
#include "engine/store/steps.hpp"

namespace jianghui::overlap_test {

using namespace store;

constexpr Statement newest{"newest", "SELECT COALESCE(MAX(number), 0) AS number FROM tickets"};
constexpr Statement find_ticket{"find_ticket", "SELECT number FROM tickets WHERE word = :word"};
constexpr Statement insert_ticket{"insert_ticket",
                                  "INSERT INTO tickets (number, word) VALUES (:number, :word)"};
constexpr Statement insert_next{
    "insert_next", "INSERT INTO tickets (number, word) "
                   "VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM tickets), :word)"};
constexpr Statement list_tickets{"list_tickets", "SELECT number, word FROM tickets ORDER BY number"};

struct Number {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Number, (), (number))
struct Ticket {
    std::int64_t number = 0;
    std::string word;
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (number, word))

/// What the lane remembers from one commit to the next: the newest number, as the journal's position.
struct Memory {
    std::optional<std::int64_t> number;
    std::uint64_t losses = 0;
    int ahead = 0;    ///< so many commits were decided ahead
    int alone = 0;    ///< and so many sets by themselves
    int asks_ahead = 0;  ///< to be decided ahead as soon as they ask the database, which they must not
};

/// Each word gets the next number; a word that has one already changes nothing.
class Tickets final : public SetsInSteps {
  public:
    Tickets(Store& store, Memory& memory, Transaction& transaction,
            const std::vector<std::vector<void*>>& sets)
        : store_(store), memory_(memory), transaction_(transaction), sets_(sets) {}
    ~Tickets() override {
        if (begun_ && !settled_) memory_.number.reset();
    }
    void ask(Readings& readings) override {
        begun_ = true;
        memory_.losses = store_.losses();
        readings.each<Number>(newest, {}, [this](Number&& row) { memory_.number = row.number; });
        ask_words(readings);
    }
    bool ask_ahead(Readings& readings) override {
        if (!memory_.number || memory_.losses != store_.losses()) return false;
        ask_words(readings);
        ahead_ = true;
        return true;
    }
    std::vector<std::vector<bool>> decide() override {
        begun_ = true;
        if (ahead_) ++memory_.ahead;
        if (ahead_ && memory_.asks_ahead > 0 && --memory_.asks_ahead == 0)
            (void)transaction_.value<std::int64_t>(newest);
        std::vector<std::vector<bool>> changed;
        std::vector<Arguments> rows;
        for (const auto& set : sets_) {
            changed.emplace_back();
            for (const void* member : set) {
                const auto& word = *static_cast<const std::string*>(member);
                changed.back().push_back(!known_.contains(word));
                if (changed.back().back())
                    rows.push_back(arguments("number", ++*memory_.number, "word", word));
            }
        }
        wanted_ = static_cast<std::int64_t>(rows.size());
        if (!rows.empty()) changes_.push_back({&insert_ticket, std::move(rows)});
        settled_ = changes_.empty();
        return changed;
    }
    [[nodiscard]] const std::vector<Change>& changes() const override { return changes_; }
    void changed(const std::vector<std::int64_t>& rows) override {
        EXPECT_EQ(rows, (std::vector<std::int64_t>{wanted_}));
        settled_ = true;
    }

  private:
    void ask_words(Readings& readings) {
        for (const auto& set : sets_)
            for (const void* member : set) {
                const auto& word = *static_cast<const std::string*>(member);
                readings.each<Number>(find_ticket, arguments("word", word),
                                      [this, word](Number&&) { known_.insert(word); });
            }
    }
    Store& store_;
    Memory& memory_;
    Transaction& transaction_;
    const std::vector<std::vector<void*>> sets_;
    std::set<std::string> known_;
    std::vector<Change> changes_;
    std::int64_t wanted_ = 0;
    bool begun_ = false, ahead_ = false, settled_ = false;
};

/// A connection of which every so many'th commit fails, and nothing of it is kept.
class Troubled final : public Connection {
  public:
    Troubled(std::unique_ptr<Connection> inner, int every)
        : inner_(std::move(inner)), every_(every), meanwhile_(*this, [this] { commit_now(); }) {}
    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& with) override {
        return inner_->query(statement, with);
    }
    std::int64_t execute(const Statement& statement, const Arguments& with) override {
        return inner_->execute(statement, with);
    }
    std::int64_t execute_all(const Statement& statement, const std::vector<Arguments>& rows) override {
        return inner_->execute_all(statement, rows);
    }
    void script(std::string_view text) override { inner_->script(text); }
    void begin() override { inner_->begin(); }
    void commit() override {
        if (!meanwhile_.await_commit()) commit_now();
    }
    void rollback() override {
        meanwhile_.settle();
        inner_->rollback();
    }
    void savepoint() override { inner_->savepoint(); }
    void release_savepoint() override { inner_->release_savepoint(); }
    void rollback_to_savepoint() override { inner_->rollback_to_savepoint(); }
    void prepare(const Statement& statement) override { inner_->prepare(statement); }
    void backup_to(const std::string& path) override { inner_->backup_to(path); }
    Overlapping* overlapping() override { return &meanwhile_; }

  private:
    void commit_now() {
        if (++commits_ % every_ == 0) throw StoreFailure(StoreFailure::Cause::busy, "lost at the commit");
        inner_->commit();
    }
    std::unique_ptr<Connection> inner_;
    const int every_;
    int commits_ = 0;
    Meanwhile meanwhile_;
};

class TroubledDatabase final : public Database {
  public:
    TroubledDatabase(std::unique_ptr<Database> inner, int every)
        : inner_(std::move(inner)), every_(every) {}
    std::unique_ptr<Connection> connect(Use use) override {
        auto connection = inner_->connect(use);
        if (use == Use::read) return connection;
        return std::make_unique<Troubled>(std::move(connection), every_);
    }

  private:
    std::unique_ptr<Database> inner_;
    const int every_;
};

class OverlapTest : public ::testing::Test {
  protected:
    void SetUp() override {
        place_.open()->connect(Database::Use::write)->script(
            "CREATE TABLE tickets (number BIGINT PRIMARY KEY, word TEXT UNIQUE CHECK (word <> 'no'))");
        // SQLite by itself does not decide ahead: a thread does it for the test.
        auto database = place_.open();
        if (!place_.is_postgres()) database = std::make_unique<TroubledDatabase>(std::move(database), std::numeric_limits<int>::max());
        store_ = std::make_unique<Store>(std::move(database), Store::Options());
    }
    Work work(const std::string& word, std::size_t at) {
        Work made;
        made.set = {this, static_cast<std::int64_t>(at)};
        made.member = std::make_shared<std::string>(word);
        made.run_set = [this](Transaction& transaction, const std::vector<void*>& members) {
            ++memory_.alone;
            std::vector<bool> changed;
            for (const void* member : members) {
                const auto& own = *static_cast<const std::string*>(member);
                const bool fresh = !transaction.one<Number>(find_ticket, arguments("word", own));
                if (fresh) transaction.execute(insert_next, arguments("word", own));
                changed.push_back(fresh);
            }
            return changed;
        };
        made.run_sets = [run = made.run_set](Transaction& transaction,
                                             const std::vector<std::vector<void*>>& sets) {
            std::vector<std::vector<bool>> changed;
            for (const auto& set : sets) changed.push_back(run(transaction, set));
            return changed;
        };
        made.open_sets = [this](Transaction& transaction, const std::vector<std::vector<void*>>& sets,
                                const SetsInSteps*) {
            return std::make_unique<Tickets>(*store_, memory_, transaction, sets);
        };
        return made;
    }
    /// Submits them one behind the other; waits for the outcomes of all.
    std::vector<Work::Outcome> submit(const std::vector<std::string>& words) {
        std::vector<Work::Outcome> outcomes(words.size());
        std::mutex mutex;
        std::condition_variable answered;
        std::size_t waiting = words.size();
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto made = work(words[i], i);
            made.done = [&, i](Work::Outcome outcome) {
                const std::lock_guard lock(mutex);
                outcomes[i] = outcome;
                if (--waiting == 0) answered.notify_one();
            };
            EXPECT_TRUE(store_->submit(std::move(made)));
        }
        std::unique_lock lock(mutex);
        answered.wait(lock, [&] { return waiting == 0; });
        return outcomes;
    }
    std::vector<Ticket> tickets() {
        return store_->read([](Reader& reader) { return reader.all<Ticket>(list_tickets); });
    }
    /// No number is missing.
    void expect_without_gaps() {
        std::int64_t expected = 0;
        for (const auto& ticket : tickets()) EXPECT_EQ(ticket.number, ++expected);
    }
    static std::vector<std::string> words(const std::string& prefix, int count) {
        std::vector<std::string> made;
        for (int i = 0; i < count; ++i) made.push_back(prefix + std::to_string(i));
        return made;
    }
    void cut_all() {
        postgres::Session session(place_.where());
        (void)session.ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                          "pid <> pg_backend_pid() AND application_name = current_setting('application_name')");
    }
    DatabaseForTest place_;
    Memory memory_;
    std::unique_ptr<Store> store_;
};

using Outcomes = std::vector<Work::Outcome>;

TEST_F(OverlapTest, CommitsFollowEachOtherInOrder) {
    const auto wanted = words("w", 900);
    EXPECT_EQ(submit(wanted), Outcomes(900, Work::Outcome::committed));
    const auto all = tickets();
    ASSERT_EQ(all.size(), 900U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].number, static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(all[i].word, wanted[i]);
    }
    EXPECT_GE(memory_.ahead, 20) << "most of 900 / 32 commits";
    EXPECT_EQ(memory_.alone, 0);
    EXPECT_EQ(store_->losses(), 0U);
    EXPECT_EQ(submit(wanted), Outcomes(900, Work::Outcome::undone)) << "each has its number";
}

TEST_F(OverlapTest, WhatWasDecidedOnAStateThatIsGoneIsDecidedAnew) {
    if (!place_.is_postgres()) GTEST_SKIP() << "one program has a SQLite file";
    Store other(place_.open(), Store::Options());
    std::atomic<bool> enough{false};
    int written = 0;
    std::thread writes([&] {
        for (; !enough; ++written)
            EXPECT_EQ(other.write([&](Transaction& transaction) {
                return transaction.execute(insert_next, arguments("word", fmt::format("o{}", written))) == 1;
            }), Work::Outcome::committed);
    });
    for (int round = 0; round < 10; ++round) {
        EXPECT_EQ(submit(words(fmt::format("r{}-", round), 200)), Outcomes(200, Work::Outcome::committed));
    }
    enough = true;
    writes.join();
    expect_without_gaps();
    EXPECT_EQ(tickets().size(), static_cast<std::size_t>(2000 + written));
}

TEST_F(OverlapTest, ARefusalOfTheDatabaseCostsOnlyItself) {
    auto wanted = words("w", 200);
    wanted[100] = "no";
    auto expected = Outcomes(200, Work::Outcome::committed);
    expected[100] = Work::Outcome::failed;
    EXPECT_EQ(submit(wanted), expected);
    expect_without_gaps();
    EXPECT_EQ(tickets().size(), 199U);
}

TEST_F(OverlapTest, WhatMustAskTheDatabaseIsDecidedInItsTransaction) {
    memory_.asks_ahead = 2;
    const auto wanted = words("w", 300);
    EXPECT_EQ(submit(wanted), Outcomes(300, Work::Outcome::committed));
    EXPECT_EQ(memory_.asks_ahead, 0) << "it did come to that";
    expect_without_gaps();
    const auto all = tickets();
    ASSERT_EQ(all.size(), 300U);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].word, wanted[i]);
}

TEST_F(OverlapTest, ACommitThatFailsTakesNobodyElseAlong) {
    store_.reset();
    store_ = std::make_unique<Store>(std::make_unique<TroubledDatabase>(place_.open(), 3), Store::Options());
    const auto wanted = words("w", 1000);
    const auto outcomes = submit(wanted);
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_TRUE(outcomes[i] == Work::Outcome::committed || outcomes[i] == Work::Outcome::busy);
        if (outcomes[i] == Work::Outcome::committed) kept.push_back(wanted[i]);
    }
    const auto all = tickets();
    ASSERT_EQ(all.size(), kept.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].number, static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(all[i].word, kept[i]);
    }
    EXPECT_GE(store_->losses(), 5U);
    EXPECT_GT(memory_.ahead, 0);
}

TEST_F(OverlapTest, ACutUnderLoadLosesNothingThatWasAnswered) {
    if (!place_.is_postgres()) GTEST_SKIP() << "JIANGHUI_TEST_DB is not set";
    std::atomic<bool> enough{false};
    std::thread cuts([&] {
        while (!enough) {
            std::this_thread::sleep_for(std::chrono::milliseconds(15));
            cut_all();
        }
    });
    std::set<std::string> kept, refused;
    for (int round = 0; round < 30; ++round) {
        const auto wanted = words(fmt::format("r{}-", round), 300);
        const auto outcomes = submit(wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            EXPECT_NE(outcomes[i], Work::Outcome::undone);
            if (outcomes[i] == Work::Outcome::committed) kept.insert(wanted[i]);
            if (outcomes[i] == Work::Outcome::busy) refused.insert(wanted[i]);
        }
    }
    enough = true;
    cuts.join();
    expect_without_gaps();
    std::set<std::string> there;
    for (const auto& ticket : tickets()) there.insert(ticket.word);
    for (const auto& word : kept) EXPECT_TRUE(there.contains(word)) << word;
    for (const auto& word : refused) EXPECT_FALSE(there.contains(word)) << word;
    EXPECT_FALSE(kept.empty());
}

}  // namespace jianghui::overlap_test
