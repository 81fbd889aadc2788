// A reader takes every event once, and none when its transaction is undone.

#include "engine/journal/checkpoint.hpp"

#include <gtest/gtest.h>

#include "engine/journal/ahead.hpp"
#include "engine/store/migrated_for_test.hpp"

namespace jianghui::journal {
namespace {

class CheckpointTest : public testing::Test {
  protected:
    CheckpointTest()
        : store_(std::make_unique<store::Store>(store::migrated(place_), store::Store::Options{})) {}
    ~CheckpointTest() override {
        store_.reset();
    }

    void add(const std::string& kind) {
        store_->write([&](store::Transaction& transaction) {
            Event event;
            event.kind = kind;
            event.subject_kind = "thing";
            event.subject = {1};
            event.data = boost::json::object{};
            append(transaction, event);
            return true;
        });
    }
    /// One run of the reader; `keep` false undoes it.
    bool read(int limit, bool keep = true) {
        bool more = false;
        store_->write([&](store::Transaction& transaction) {
            more = read_on(
                transaction, "test", limit, [](std::string_view kind) { return kind != "noise"; },
                [&](const Event& event) { taken_.push_back(event.kind); });
            return keep;
        });
        return more;
    }

    store::DatabaseForTest place_;
    std::unique_ptr<store::Store> store_;
    std::vector<std::string> taken_;
};

TEST_F(CheckpointTest, TakesEveryEventOnceInOrder) {
    for (const auto* kind : {"a", "noise", "b", "c"}) add(kind);
    EXPECT_TRUE(read(2));
    EXPECT_EQ(taken_, (std::vector<std::string>{"a"}));
    EXPECT_TRUE(read(2));
    EXPECT_FALSE(read(2));
    EXPECT_EQ(taken_, (std::vector<std::string>{"a", "b", "c"}));
    add("d");
    EXPECT_FALSE(read(2));
    EXPECT_EQ(taken_.back(), "d");
}

TEST_F(CheckpointTest, TakesTheSameWhetherFewOrManyAreWanted) {
    std::vector<std::string> expected;
    for (const int noise : {0, 1, 2, 3, 5, 9})  // Read in their order, and one by one.
        for (int i = 0; i < 12; ++i) {
            expected.push_back(std::to_string(noise) + "." + std::to_string(i));
            add(expected.back());
            for (int more = 0; more < noise; ++more) add("noise");
        }
    for (const int limit : {7, 25, 90}) {
        taken_.clear();
        store_->write([](store::Transaction& transaction) {
            rewind(transaction, "test");
            return true;
        });
        while (read(limit)) {
        }
        EXPECT_EQ(taken_, expected) << limit << " at a time";
    }
}

TEST_F(CheckpointTest, WhatIsReadAheadIsTakenOnceAndAgainWhenItsRunWasUndone) {
    Ahead ahead;
    const auto run = [&](bool keep) {
        bool more = false;
        store_->write([&](store::Transaction& transaction) {
            const auto next = ahead.take_next(transaction, *store_, "test", 3, [](std::string_view kind) { return kind != "noise"; });
            for (const auto& event : next.taken.events) taken_.push_back(event.kind);
            more = next.taken.may_be_more;
            return keep;
        });
        return more;
    };
    for (const auto* kind : {"a", "b", "noise", "c", "d", "e", "f", "g"}) add(kind);
    EXPECT_TRUE(run(true));
    EXPECT_TRUE(run(false));
    EXPECT_EQ(taken_, (std::vector<std::string>{"a", "b", "c", "d", "e"}));
    EXPECT_TRUE(run(true));
    EXPECT_FALSE(run(true));
    EXPECT_EQ(taken_, (std::vector<std::string>{"a", "b", "c", "d", "e", "c", "d", "e", "f", "g"}));
    for (const auto* kind : {"h", "i"}) add(kind);
    EXPECT_FALSE(run(true));
    EXPECT_EQ(taken_.back(), "i");
}

TEST_F(CheckpointTest, AnUndoneRunIsTakenAgain) {
    add("a");
    read(10, false);
    read(10);
    EXPECT_EQ(taken_, (std::vector<std::string>{"a", "a"}));
    read(10);
    EXPECT_EQ(taken_.size(), 2u);
}

TEST_F(CheckpointTest, RewindBeginsAtTheBeginning) {
    add("a");
    read(10);
    store_->write([](store::Transaction& transaction) {
        rewind(transaction, "test");
        EXPECT_EQ(checkpoint(transaction, "test"), 0);
        return true;
    });
    read(10);
    EXPECT_EQ(taken_, (std::vector<std::string>{"a", "a"}));
}

}  // namespace
}  // namespace jianghui::journal
