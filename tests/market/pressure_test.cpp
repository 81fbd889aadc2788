// Under pressure: what finds no room is refused at once and changes nothing, one caller's flood delays another by one
// command a turn, and nobody asks more often than the rates allow. Measured in commits and positions, without a watch.

#include <algorithm>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui {
namespace pressure_test {

using test::TestApp;

std::string seats(int count) { return fmt::format(R"({{"seats":{}}})", count); }

http::Request post(const std::string& target, const access::Caller& as, std::string body, std::string key,
                   std::string from = "") {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/api/v1" + target;
    request.headers = {{"x-test-caller", as.account.text()}, {"idempotency-key", std::move(key)}};
    request.body = std::move(body);
    request.remote = std::move(from);
    return request;
}

/// A reply, and how many commits the lane had made when it came.
struct Answer {
    http::Reply reply;
    std::uint64_t commits = 0;
    [[nodiscard]] std::string code() const {
        const auto problem = codec::parse(reply.body);
        const auto* found = problem ? problem->as_object().if_contains("code") : nullptr;
        return found != nullptr ? std::string(found->as_string()) : "";
    }
    [[nodiscard]] std::string header(std::string_view name) const {
        for (const auto& [each, value] : reply.headers)
            if (each == name) return value;
        return "";
    }
};

/// What is sent while the lane is held up, in this order; the answers when all have come.
std::vector<Answer> sent_together(TestApp& world, std::vector<http::Request> requests) {
    std::vector<std::promise<Answer>> coming(requests.size());
    world.store().write([&](store::Transaction&) {
        for (std::size_t i = 0; i < requests.size(); ++i)
            world.app().handle(std::move(requests[i]), [&, i](http::Reply reply) {
                coming[i].set_value({std::move(reply), world.store().commits()});
            });
        return false;
    });
    std::vector<Answer> answers;
    for (auto& each : coming) answers.push_back(each.get_future().get());
    return answers;
}

Answer sent(TestApp& world, http::Request request) {
    return {world.app().handle(std::move(request)), world.store().commits()};
}

std::int64_t position(TestApp& world) { return world.store().read(journal::last_position); }

struct Pressure : testing::Test {
    static store::Store::Options narrow() {
        store::Store::Options lane;
        lane.waiting_max = 6;
        lane.caller_waiting_max = 4;
        return lane;
    }
};

TEST_F(Pressure, AFullLaneRefusesAtOnceWithRetryAfterAndChangesNothing) {
    TestApp world(nullptr, narrow());
    const auto flooding = world.agency("510502");
    const auto second = world.agency("511002");
    const auto third = world.agency("511502");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 60) + "/shares";
    std::vector<http::Request> wishes;
    for (int i = 1; i <= 5; ++i) wishes.push_back(post(grab, flooding, seats(1), fmt::format("a{}", i)));
    wishes.push_back(post(grab, second, seats(2), "b1"));
    wishes.push_back(post(grab, second, seats(2), "b2"));
    wishes.push_back(post(grab, third, seats(3), "c1"));
    const auto answers = sent_together(world, std::move(wishes));
    std::string statuses;
    for (const auto& each : answers) statuses += fmt::format("{} ", each.reply.status);
    // Four of the first caller, two of the second: six. The fifth of a flood and the seventh of all find no room.
    EXPECT_EQ(statuses, "201 201 201 201 503 201 201 503 ");
    for (const std::size_t refused : {4U, 7U}) {
        EXPECT_EQ(answers[refused].code(), "busy");
        EXPECT_EQ(answers[refused].header("retry-after"), "1");
    }
    const auto order = world.get(grab.substr(0, grab.size() - 7), third);
    EXPECT_EQ(order.number("remaining"), 60 - 4 - 4) << "the refused took nothing";
    // And left no answer behind their keys: the retry is decided.
    EXPECT_EQ(sent(world, post(grab, flooding, seats(1), "a5")).reply.status, 201);
    EXPECT_EQ(sent(world, post(grab, third, seats(3), "c1")).reply.status, 201);
    EXPECT_EQ(world.store().figures().waiting, 0U);
}

TEST_F(Pressure, WhatIsRefusedWritesNothing) {
    auto none = narrow();
    none.waiting_max = 1;
    TestApp world(nullptr, none);
    const auto agency = world.agency("510502");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 60) + "/shares";
    const auto before = position(world);
    std::vector<http::Request> wishes;
    for (int i = 0; i < 200; ++i) wishes.push_back(post(grab, agency, seats(1), fmt::format("k{}", i)));
    const auto answers = sent_together(world, std::move(wishes));
    EXPECT_EQ(answers[0].reply.status, 201);
    for (std::size_t i = 1; i < answers.size(); ++i) ASSERT_EQ(answers[i].reply.status, 503) << i;
    EXPECT_EQ(position(world), before + 2) << "the one grab: order.remaining and share.grabbed";
}

/// Commands that stand alone: each a unit of a commit of its own.
std::vector<http::Request> drafts_of(const access::Caller& employer, int count) {
    std::vector<http::Request> drafts;
    for (int i = 0; i < count; ++i)
        drafts.push_back(post("/orders", employer,
                              R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502","headcount":3})",
                              fmt::format("{}-{}", employer.account.text(), i)));
    return drafts;
}

void append(std::vector<http::Request>& to, std::vector<http::Request> from) {
    for (auto& each : from) to.push_back(std::move(each));
}

TEST_F(Pressure, ASingleWishIsDecidedInTheFirstCommitWhateverOneCallerFloods) {
    TestApp world;
    const auto flooding = world.employer("510502");
    const auto agency = world.agency("511002");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 5) + "/shares";
    const auto before = world.store().commits();
    auto wishes = drafts_of(flooding, 200);
    wishes.push_back(post(grab, agency, seats(1), "only"));
    const auto answers = sent_together(world, std::move(wishes));
    for (const auto& each : answers) ASSERT_EQ(each.reply.status, 201) << each.reply.body;
    EXPECT_EQ(answers.back().commits, before + 1) << "asked last, served in the first turn";
    EXPECT_EQ(answers[0].commits, before + 1);
    EXPECT_EQ(answers[199].commits, before + 7) << "201 commands, 32 a commit: the flood waits for itself";
}

/// Forty floods at once: one command of each goes first, so the single wish comes within two commits of 32.
TEST_F(Pressure, ASingleWishWaitsForOneCommandOfEachFloodAndNoMore) {
    TestApp world;
    const auto agency = world.agency("511002");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 5) + "/shares";
    std::vector<http::Request> wishes;
    for (int i = 0; i < 40; ++i) append(wishes, drafts_of(world.employer("510502"), 8));
    wishes.push_back(post(grab, agency, seats(1), "only"));
    const auto before = world.store().commits();
    const auto answers = sent_together(world, std::move(wishes));
    EXPECT_EQ(answers.back().reply.status, 201);
    EXPECT_EQ(answers.back().commits, before + 2);
    EXPECT_EQ(answers[319].commits, before + 11);
}

/// An agency that presses with many accounts has one turn.
TEST_F(Pressure, ManyAccountsOfOneAgencyAreOneCaller) {
    TestApp world;
    const auto agency = world.agency("511002");
    const auto flooding = world.employer("510502");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 5) + "/shares";
    std::vector<http::Request> wishes;
    for (int i = 0; i < 40; ++i)
        append(wishes,
               drafts_of(world.caller(access::Role::employer, flooding.organisation, "510502"), 2));
    wishes.push_back(post(grab, agency, seats(1), "only"));
    const auto before = world.store().commits();
    EXPECT_EQ(sent_together(world, std::move(wishes)).back().commits, before + 1);
}

TEST_F(Pressure, WhoFloodsAHotOrderFirstDoesNotGetItAll) {
    TestApp world;
    const auto flooding = world.agency("510502");
    const auto second = world.agency("511002");
    const auto grab = "/orders/" + world.open_order(world.employer("511502"), 20) + "/shares";
    std::vector<http::Request> wishes;
    for (int i = 0; i < 300; ++i) wishes.push_back(post(grab, flooding, seats(1), fmt::format("a{}", i)));
    for (int i = 0; i < 5; ++i) wishes.push_back(post(grab, second, seats(1), fmt::format("b{}", i)));
    const auto answers = sent_together(world, std::move(wishes));
    int granted = 0;
    for (std::size_t i = 0; i < 300; ++i) granted += answers[i].reply.status == 201;
    EXPECT_EQ(granted, 15);
    for (std::size_t i = 300; i < 305; ++i)
        EXPECT_EQ(answers[i].reply.status, 201) << "asked after three hundred, served in turn";
    EXPECT_EQ(answers[299].code(), "not_enough_seats");
}

/// The slow workers are shared by all: signing in, files, candidates. Two slow changes hold them up while the lane is.
TEST_F(Pressure, ASlowQuestionIsAnsweredInTurnWhateverOneCallerFloods) {
    TestApp world;
    const auto flooding = world.agency("510502");
    const auto second = world.agency("511002");
    const auto slow = [](const access::Caller& as) {
        http::Request request;
        request.path = "/api/v1/registers";
        request.headers = {{"x-test-caller", as.account.text()}};
        return request;
    };
    std::vector<http::Request> requests;
    for (const char* place : {"510500", "511500"})
        requests.push_back(post("/entries/0000000000001/open", world.official(place),
                                R"({"field":"phone","purpose":"verification"})", place));
    for (int i = 0; i < 105; ++i) requests.push_back(slow(flooding));
    requests.push_back(slow(second));
    std::mutex mutex;
    std::vector<std::size_t> in_order;  // as they were answered
    std::vector<std::promise<int>> coming(requests.size());
    world.store().write([&](store::Transaction&) {
        for (std::size_t i = 0; i < requests.size(); ++i)
            world.app().handle(std::move(requests[i]), [&, i](http::Reply reply) {
                {
                    const std::lock_guard lock(mutex);
                    if (reply.status == 200) in_order.push_back(i);
                }
                coming[i].set_value(reply.status);
            });
        return false;
    });
    int busy = 0;
    for (std::size_t i = 0; i < coming.size(); ++i) {
        const int status = coming[i].get_future().get();
        if (status == 503)
            ++busy;
        else
            EXPECT_EQ(status, i < 2 ? 404 : 200) << i;
    }
    EXPECT_EQ(busy, 5) << "a hundred of one caller wait";
    const auto place = std::find(in_order.begin(), in_order.end(), coming.size() - 1) - in_order.begin();
    EXPECT_LT(place, 20) << "asked last, answered beside the flood's first";
}

struct Rates : testing::Test {
    TestApp world;
    access::Caller first = world.agency("510502");
    access::Caller second = world.agency("511002");
    std::string grab = "/orders/" + world.open_order(world.employer("511502"), 60) + "/shares";
    int keys = 0;

    Answer grab_as(const access::Caller& who, const std::string& from) {
        return sent(world, post(grab, who, seats(1), fmt::format("k{}", ++keys), from));
    }
};

TEST_F(Rates, OfAnAccountStopItAndNobodyElse) {
    world.app().limit_rates({{.per_second = 2, .burst = 3}, {}});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(grab_as(first, "203.0.113.7").reply.status, 201);
    const auto before = position(world);
    const auto refused = grab_as(first, "203.0.113.9");
    EXPECT_EQ(refused.reply.status, 429) << "from whatever address";
    EXPECT_EQ(refused.code(), "too_many_requests");
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(position(world), before);
    EXPECT_EQ(grab_as(second, "203.0.113.7").reply.status, 201);
    world.clock().advance(std::chrono::milliseconds(500));
    EXPECT_EQ(grab_as(first, "203.0.113.7").reply.status, 201);
    EXPECT_EQ(grab_as(first, "203.0.113.7").reply.status, 429);
}

TEST_F(Rates, OfAnAddressStopAllOfItsAccounts) {
    world.app().limit_rates({{}, {.per_second = 1, .burst = 2}});
    EXPECT_EQ(grab_as(first, "203.0.113.7").reply.status, 201);
    EXPECT_EQ(grab_as(second, "203.0.113.7").reply.status, 201);
    const auto before = position(world);
    EXPECT_EQ(grab_as(first, "203.0.113.7").code(), "too_many_requests");
    EXPECT_EQ(grab_as(second, "203.0.113.7").code(), "too_many_requests");
    EXPECT_EQ(position(world), before);
    EXPECT_EQ(grab_as(second, "203.0.113.8").reply.status, 201);
    world.clock().advance(std::chrono::seconds(1));
    EXPECT_EQ(grab_as(first, "203.0.113.7").reply.status, 201);
}

}  // namespace pressure_test
}  // namespace jianghui
