// Streams are woken in rounds: few at once, many a portion at a time, each of them once a round.

#include <gtest/gtest.h>

#include <atomic>

#include "features/live/rounds.hpp"

namespace jianghui::live {
namespace {

using std::chrono::milliseconds;

TEST(Pace, FewHearAtOnceAndEverybodyHearsWithinASecond) {
    EXPECT_EQ(pace_of(0).pause, milliseconds(0));
    EXPECT_EQ(pace_of(10).pause, milliseconds(0));
    for (const std::size_t streams : {11u, 200u, 1'000u, 1'001u, 10'000u, 12'000u}) {
        const Pace pace = pace_of(streams);
        const std::size_t portions = (streams + pace.at_once - 1) / pace.at_once;
        EXPECT_LE(portions * pace.pause, milliseconds(1000)) << streams;
        EXPECT_LE(pace.at_once, 120u) << streams;  // A thread of the network is held for no longer.
    }
}

TEST(Pace, ManyAreLeftAloneAfterARoundButNoLongerThanAPageThatLoadsAnew) {
    EXPECT_EQ(rest_of(10), milliseconds(0));
    EXPECT_EQ(rest_of(1'000), milliseconds(0));
    EXPECT_EQ(rest_of(10'000), milliseconds(4'000));
    EXPECT_LT(rest_of(5'000), rest_of(10'000));
}

TEST(Rounds, FewAreWokenWithinTheCall) {
    Rounds rounds;
    int woken = 0;
    const auto one = rounds.listen([&] { ++woken; });
    const auto other = rounds.listen([&] { ++woken; });
    rounds.ring();
    EXPECT_EQ(woken, 2);
}

TEST(Rounds, WhoHasGoneIsNotWoken) {
    Rounds rounds;
    int woken = 0;
    auto one = rounds.listen([&] { ++woken; });
    one.reset();
    rounds.ring();
    EXPECT_EQ(woken, 0);
}

TEST(Rounds, ManyAreWokenEachOnceAfterTheCall) {
    constexpr int many = 300;
    std::mutex mutex;
    std::condition_variable heard;
    std::vector<int> woken(many, 0);
    int streams_woken = 0;
    std::vector<std::shared_ptr<void>> handles;
    Rounds rounds;
    for (int i = 0; i < many; ++i)
        handles.push_back(rounds.listen([&, i] {
            const std::lock_guard lock(mutex);
            if (woken[i]++ == 0) ++streams_woken;
            heard.notify_all();
        }));
    rounds.ring();
    std::unique_lock lock(mutex);
    heard.wait(lock, [&] { return streams_woken == many; });  // Never comes when one is left out.
    EXPECT_EQ(woken, std::vector<int>(many, 1));
    lock.unlock();
    handles.clear();
}

TEST(Rounds, OfManyBellsEachIsRungOnceAndNobodyElse) {
    constexpr int many = 300;
    std::mutex mutex;
    std::condition_variable heard;
    int rung = 0;
    std::vector<std::shared_ptr<void>> handles;
    Rounds rounds;
    const auto listening = rounds.listen([] { ADD_FAILURE() << "this round is not for everybody"; });
    Rounds::Bells bells;
    for (int i = 0; i < many; ++i) {
        bells.push_back(std::make_shared<journal::Bell>());
        handles.push_back(bells.back()->listen([&] {
            const std::lock_guard lock(mutex);
            ++rung;
            heard.notify_all();
        }));
    }
    rounds.ring(bells);
    std::unique_lock lock(mutex);
    heard.wait(lock, [&] { return rung == many; });
    lock.unlock();
    handles.clear();
    EXPECT_EQ(rung, many);
}

/// Listeners whose calls can be waited for.
class Woken {
  public:
    explicit Woken(Rounds& rounds, int many) {
        for (int i = 0; i < many; ++i) handles_.push_back(rounds.listen([this] { note(); }));
    }
    void note() {
        const std::lock_guard lock(mutex_);
        ++calls_;
        heard_.notify_all();
    }
    void wait_for(int calls) {
        std::unique_lock lock(mutex_);
        heard_.wait(lock, [&] { return calls_ >= calls; });
    }
    [[nodiscard]] int calls() {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable heard_;
    int calls_ = 0;
    std::vector<std::shared_ptr<void>> handles_;
};

TEST(Rounds, WhatIsRungDuringTheRestIsHeardAfterIt) {
    Rounds rounds([](std::size_t) { return milliseconds(1); });
    Woken woken(rounds, 20);
    for (int round = 1; round <= 5; ++round) {
        rounds.ring();
        woken.wait_for(round * 20);  // Never comes when a ring is lost.
    }
    EXPECT_EQ(woken.calls(), 100);
}

TEST(Rounds, WhoIsConcernedIsWokenWhileEverybodyRests) {
    Rounds rounds([](std::size_t) { return std::chrono::hours(1); });
    Woken woken(rounds, 20);
    rounds.ring();
    woken.wait_for(20);
    rounds.ring();
    Rounds::Bells bells;
    std::vector<std::shared_ptr<void>> handles;
    for (int i = 0; i < 20; ++i) {
        bells.push_back(std::make_shared<journal::Bell>());
        handles.push_back(bells.back()->listen([&] { woken.note(); }));
    }
    rounds.ring(bells);
    woken.wait_for(40);
    EXPECT_EQ(woken.calls(), 40);  // The bells' twenty; everybody rests for an hour.
}

TEST(Rounds, EndsWhileARoundIsUnderWay) {
    std::atomic<int> woken = 0;
    std::vector<std::shared_ptr<void>> handles;
    {
        Rounds rounds;
        for (int i = 0; i < 2'000; ++i) handles.push_back(rounds.listen([&] { ++woken; }));
        rounds.ring();
    }
    EXPECT_LE(woken, 2'000);
}

}  // namespace
}  // namespace jianghui::live
