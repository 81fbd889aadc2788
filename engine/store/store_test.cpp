#include "engine/store/database_for_test.hpp"

#include <unistd.h>

#include <filesystem>
#include <future>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace jianghui::store_test {

using namespace store;

constexpr Statement insert_word{"insert_word",
                                "INSERT INTO words (word, count) VALUES (:word, :count)"};
constexpr Statement find_word{"find_word", "SELECT word, count FROM words WHERE word = :word"};
constexpr Statement raise{"raise", "UPDATE words SET count = count + 1 WHERE count >= :least AND count < 8"};
constexpr Statement add_below{"add_below",
                              "UPDATE words SET count = count + :more WHERE word = :word AND count < :below"};
constexpr Statement list_words{"list_words", "SELECT word, count FROM words ORDER BY word"};

struct Word {
    std::string word;
    std::optional<int> count;
};
BOOST_DESCRIBE_STRUCT(Word, (), (word, count))

class StoreTest : public ::testing::Test {
  protected:
    StoreTest() {
        auto database = place_.open();
        database->connect(Database::Use::write)
            ->script("CREATE TABLE words (word TEXT PRIMARY KEY, count INTEGER CHECK (count < 9))");
        store_ = std::make_unique<Store>(std::move(database), Store::Options());
    }
    std::vector<Word> words() {
        return store_->read([](Reader& reader) { return reader.all<Word>(list_words); });
    }
    Work::Outcome add(const std::string& word, std::optional<int> count, bool keep = true) {
        return store_->write([&](Transaction& transaction) {
            transaction.execute(insert_word, arguments("word", word, "count", count));
            return keep;
        });
    }
    DatabaseForTest place_;
    std::unique_ptr<Store> store_;
};

TEST_F(StoreTest, KeepsWhatWasCommitted) {
    EXPECT_EQ(add("two", 2), Work::Outcome::committed);
    EXPECT_EQ(add("none", std::nullopt), Work::Outcome::committed);
    const auto found = words();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].word, "none");
    EXPECT_FALSE(found[0].count);
    EXPECT_EQ(found[1].count, 2);
}

TEST_F(StoreTest, ALaneWithoutAThreadAnswersBeforeSubmitReturns) {
    Store::Options options;
    options.own_thread = false;
    Store inline_store(place_.open(), options);
    const auto here = std::this_thread::get_id();
    bool answered = false;
    ASSERT_TRUE(inline_store.submit({[&](Transaction& transaction) {
                                         transaction.execute(insert_word, arguments("word", "here", "count", 1));
                                         return std::this_thread::get_id() == here;
                                     },
                                     [&](Work::Outcome outcome) { answered = outcome == Work::Outcome::committed; }}));
    EXPECT_TRUE(answered);
    EXPECT_EQ(words().size(), 1U);
}

TEST_F(StoreTest, WhatIsSubmittedTogetherIsCommittedTogether) {
    for (const bool own_thread : {true, false}) {
        Store::Options options;
        options.own_thread = own_thread;
        Store store(place_.open(), options);
        std::promise<void> all;
        int answered = 0;
        store.together([&] {
            for (int i = 0; i < 5; ++i)
                EXPECT_TRUE(store.submit({[&, i](Transaction& transaction) {
                                              transaction.execute(insert_word,
                                                                  arguments("word", fmt::format("{} {}", own_thread, i),
                                                                            "count", 1));
                                              return true;
                                          },
                                          [&](Work::Outcome) {
                                              if (++answered == 5) all.set_value();
                                          }}));
            EXPECT_EQ(answered, 0) << "nothing is decided meanwhile";
        });
        all.get_future().wait();
        EXPECT_EQ(store.figures().commits, 1U);
    }
    EXPECT_EQ(words().size(), 10U);
}

TEST_F(StoreTest, UndoesWhatWasRefusedOrFailed) {
    EXPECT_EQ(add("refused", 1, false), Work::Outcome::undone);
    EXPECT_EQ(add("check", 9), Work::Outcome::failed);
    EXPECT_EQ(add("kept", 8), Work::Outcome::committed);
    EXPECT_EQ(add("kept", 7), Work::Outcome::failed);
    EXPECT_EQ(words().size(), 1U);
}

/// A word that is decided in one set with all others; "no" is refused.
struct SetOfWords {
    Store& store;
    std::vector<std::size_t> sizes = {};
    std::vector<std::string> answers = {};
    std::mutex mutex = {};

    Work work(std::string word, int count = 1) {
        Work work;
        work.set = {this, 1};
        work.member = std::make_shared<Word>(Word{std::move(word), count});
        work.run_set = [this](Transaction& transaction, const std::vector<void*>& members) {
            sizes.push_back(members.size());
            std::vector<bool> changed;
            std::vector<Arguments> rows;
            for (const auto* member : members) {
                const auto& wanted = *static_cast<const Word*>(member);
                changed.push_back(wanted.word != "no");
                if (changed.back()) rows.push_back(members_of(wanted));
            }
            transaction.execute_all(insert_word, rows);
            return changed;
        };
        work.done = [this, word = static_cast<Word*>(work.member.get())->word](auto outcome) {
            const std::lock_guard lock(mutex);
            const char* text = outcome == Work::Outcome::committed ? " kept"
                               : outcome == Work::Outcome::undone  ? " undone"
                                                                   : " failed";
            answers.push_back(word + text);
        };
        return work;
    }
    static Arguments members_of(const Word& word) { return members(word); }
    /// Submits while the lane is held up, so that all wait at the same time.
    void submit_together(const std::vector<Word>& words) {
        store.write([&](Transaction&) {
            for (const auto& word : words)
                EXPECT_TRUE(store.submit(work(word.word, word.count.value_or(1))));
            return false;
        });
        store.write([](Transaction&) { return false; });  // After them.
    }
};

TEST_F(StoreTest, AnAttemptThatFailsIsUndoneAndTheCommandGoesOn) {
    const auto put = [](Transaction& transaction, const char* word, int count) {
        transaction.execute(insert_word, arguments("word", word, "count", count));
    };
    const auto outcome = store_->write([&](Transaction& transaction) {
        put(transaction, "before", 1);
        EXPECT_TRUE(transaction.attempt([&] {
            put(transaction, "kept", 2);
            return true;
        }));
        EXPECT_FALSE(transaction.attempt([&] {
            put(transaction, "refused", 3);
            return false;
        }));
        EXPECT_FALSE(transaction.attempt([] { return false; })) << "one that did nothing";
        EXPECT_THROW(transaction.attempt([&] {
            put(transaction, "written", 4);
            put(transaction, "above", 99);
            return true;
        }),
                     StoreFailure);
        put(transaction, "after", 5);
        return true;
    });
    EXPECT_EQ(outcome, Work::Outcome::committed);
    std::string all;
    for (const auto& word : words()) all += word.word + " ";
    EXPECT_EQ(all, "after before kept ");
}

/// A database that is lost the first `lost` times that a read begins.
struct LostAtFirst : Database {
    struct Session : Connection {
        explicit Session(int& more) : lost(more) {}
        std::unique_ptr<Cursor> query(const Statement&, const Arguments&) override { return nullptr; }
        std::int64_t execute(const Statement&, const Arguments&) override { return 0; }
        std::int64_t execute_all(const Statement&, const std::vector<Arguments>&) override { return 0; }
        void script(std::string_view) override {}
        void begin() override {
            if (lost-- > 0) throw StoreFailure(StoreFailure::Cause::busy, "lost");
        }
        void commit() override {}
        void rollback() override {}
        void savepoint() override {}
        void release_savepoint() override {}
        void rollback_to_savepoint() override {}
        void prepare(const Statement&) override {}
        void backup_to(const std::string&) override {}
        int& lost;
    };
    std::unique_ptr<Connection> connect(Use) override { return std::make_unique<Session>(lost); }
    int lost = 3;
};

TEST(LostStore, AReaderThatCouldNotBeginComesBackToThePool) {
    Store::Options options;
    options.readers = 1;
    Store store(std::make_unique<LostAtFirst>(), options);
    const auto read = [&] { return store.read([](Reader&) { return 7; }); };
    for (int i = 0; i < 3; ++i) EXPECT_THROW((void)read(), StoreFailure);
    EXPECT_EQ(read(), 7) << "without the mend this waits for ever";
}

TEST_F(StoreTest, DecidesTogetherWhatWaitsTogether) {
    SetOfWords set{*store_};
    set.submit_together({{"one", 1}, {"no", 1}, {"two", 2}});
    EXPECT_EQ(set.sizes, (std::vector<std::size_t>{3}));
    EXPECT_EQ(set.answers, (std::vector<std::string>{"one kept", "no undone", "two kept"}));
    EXPECT_EQ(words().size(), 2U);
    EXPECT_EQ(store_->figures().commits, 1U);
}

TEST_F(StoreTest, ASetThatTheDatabaseRefusesIsDecidedOneByOne) {
    SetOfWords set{*store_};
    set.submit_together({{"one", 1}, {"ten", 10}, {"two", 2}});
    EXPECT_EQ(set.sizes, (std::vector<std::size_t>{3, 1, 1, 1}));
    EXPECT_EQ(set.answers, (std::vector<std::string>{"one kept", "ten failed", "two kept"}));
    EXPECT_EQ(words().size(), 2U);
}

TEST_F(StoreTest, AStatementWithoutItsArgumentFails) {
    EXPECT_EQ(store_->write([](Transaction& transaction) {
        transaction.execute(insert_word, arguments("word", "x"));
        return true;
    }),
              Work::Outcome::failed);
}

TEST_F(StoreTest, AppliesMigrationsOnceAndRefusesAnotherText) {
    const auto connection = place_.open()->connect(Database::Use::write);
    const Instant now{};
    EXPECT_EQ(migrate(*connection, {{"1_a", "CREATE TABLE a (x INTEGER)"}}, now).value(), 1);
    EXPECT_EQ(migrate(*connection, {{"1_a", "CREATE TABLE a (x INTEGER)"}}, now).value(), 0);
    const auto changed = migrate(*connection, {{"1_a", "CREATE TABLE a (y INTEGER)"}}, now);
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, "migration_changed");
    EXPECT_FALSE(migrate(*connection, {}, now)) << "made by a newer program";
}

TEST_F(StoreTest, TellsStatementsApartThatLieAtOneAddress) {
    add("any", 1);
    store_->read([](Reader& reader) {
        std::string text;
        text.reserve(100);
        text = "SELECT 'first' AS word, 1 AS count FROM words";
        Statement statement{"made", text};
        EXPECT_EQ(reader.one<Word>(statement)->word, "first");
        text = "SELECT 2 AS count, 'second' AS word FROM words";
        statement.text = text;
        const auto found = reader.one<Word>(statement);
        EXPECT_EQ(found->word, "second");
        EXPECT_EQ(found->count, 2);
        return true;
    });
}

TEST_F(StoreTest, ReadsAndWritesTogether) {
    std::vector<std::int64_t> changed;
    std::vector<std::string> seen;
    const auto outcome = store_->write([&](Transaction& transaction) {
        std::vector<Arguments> rows;
        for (int i = 0; i < 77; ++i)
            rows.push_back(arguments("word", std::to_string(100 + i), "count", i % 9));
        changed = transaction.execute_together(
            {{&insert_word, std::move(rows)}, {&raise, {arguments("least", 5)}}, {&insert_word, {}}});
        Readings readings;
        for (const char* word : {"105", "none", "104"})
            readings.each<Word>(find_word, arguments("word", word), [&](Word&& row) {
                seen.push_back(row.word + "=" + std::to_string(*row.count));
            });
        readings.run(transaction);
        return true;
    });
    EXPECT_EQ(outcome, Work::Outcome::committed);
    EXPECT_EQ(changed, (std::vector<std::int64_t>{77, 24, 0}));
    EXPECT_EQ(seen, (std::vector<std::string>{"105=6", "104=4"}));
    EXPECT_EQ(words().size(), 77U);
}

TEST_F(StoreTest, ChangesManyRowsTogetherEachByItsOwnCondition) {
    std::vector<std::int64_t> changed;
    const auto outcome = store_->write([&](Transaction& transaction) {
        std::vector<Arguments> rows, additions;
        for (int i = 0; i < 45; ++i) {
            rows.push_back(arguments("word", std::to_string(i), "count", i % 3));
            additions.push_back(arguments("more", 1, "word", std::to_string(i), "below", i < 40 ? 2 : 0));
        }
        transaction.execute_all(insert_word, rows);
        changed = transaction.execute_together({{&add_below, std::move(additions), true}});
        return true;
    });
    EXPECT_EQ(outcome, Work::Outcome::committed);
    EXPECT_EQ(changed, (std::vector<std::int64_t>{27})) << "0 and 1 of the first forty";
    std::map<std::int64_t, int> counts;
    for (const auto& word : words()) ++counts[*word.count];
    EXPECT_EQ(counts, (std::map<std::int64_t, int>{{0, 1}, {1, 16}, {2, 28}}));
}

/// A set of one member: a word to be kept with that count; more than 8 is what the database refuses.
class GroupTest : public StoreTest {
  protected:
    struct Member {
        std::string word;
        int count = 0;
    };
    Work work(int subject, const std::string& word, int count) {
        Work made;
        made.set = {&groups_, subject};
        made.member = std::make_shared<Member>(Member{word, count});
        made.run_set = [this](Transaction& transaction, const std::vector<void*>& members) {
            ++sets_;
            return keep(transaction, members);
        };
        made.run_sets = [this](Transaction& transaction,
                               const std::vector<std::vector<void*>>& sets) {
            groups_.push_back(sets.size());
            std::vector<std::vector<bool>> changed;
            for (const auto& set : sets) changed.push_back(keep(transaction, set));
            return changed;
        };
        return made;
    }
    static std::vector<bool> keep(Transaction& transaction, const std::vector<void*>& members) {
        std::vector<bool> changed;
        for (void* member : members) {
            const auto& [word, count] = *static_cast<Member*>(member);
            if (count >= 0)
                transaction.execute(insert_word, arguments("word", word, "count", count));
            changed.push_back(count >= 0);
        }
        return changed;
    }
    /// Submits them while the lane is busy; their outcomes.
    std::vector<Work::Outcome> together(std::vector<Work> works) {
        std::vector<std::promise<Work::Outcome>> answered(works.size());
        store_->write([&](Transaction&) {
            for (std::size_t i = 0; i < works.size(); ++i) {
                works[i].done = [&, i](Work::Outcome outcome) { answered[i].set_value(outcome); };
                EXPECT_TRUE(store_->submit(std::move(works[i])));
            }
            return false;
        });
        std::vector<Work::Outcome> outcomes;
        for (auto& answer : answered) outcomes.push_back(answer.get_future().get());
        return outcomes;
    }
    std::vector<std::size_t> groups_;  ///< how many sets each had
    int sets_ = 0;                     ///< decided by themselves
};

using Outcomes = std::vector<Work::Outcome>;

TEST_F(GroupTest, SetsOfOneDeciderAreDecidedTogether) {
    const auto commits = store_->commits();
    std::vector<Work> works;
    works.push_back(work(1, "a", 1));
    works.push_back(work(2, "b", 2));
    works.push_back(work(1, "c", -1));
    EXPECT_EQ(together(std::move(works)), (Outcomes{Work::Outcome::committed, Work::Outcome::committed,
                                                    Work::Outcome::undone}));
    EXPECT_EQ(groups_, (std::vector<std::size_t>{2}));
    EXPECT_EQ(sets_, 0);
    EXPECT_EQ(store_->commits(), commits + 1);
    EXPECT_EQ(words().size(), 2U);
}

TEST_F(GroupTest, WhatTheDatabaseRefusesCostsOnlyItself) {
    std::vector<Work> works;
    works.push_back(work(1, "a", 1));
    works.push_back(work(2, "b", 99));
    works.push_back(work(3, "c", 3));
    EXPECT_EQ(together(std::move(works)), (Outcomes{Work::Outcome::committed, Work::Outcome::failed,
                                                    Work::Outcome::committed}));
    EXPECT_EQ(groups_, (std::vector<std::size_t>{3}));
    EXPECT_EQ(sets_, 3);
    EXPECT_EQ(store_->losses(), 0U);
    EXPECT_EQ(words().size(), 2U);
}

}  // namespace jianghui::store_test
