// Streams taken by hand, and the journal over the API.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/live/event_stream.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::live {
namespace {

using test::TestApp;

std::shared_ptr<http::Stream> open(TestApp& world, const access::Caller& as,
                                   const std::string& last_event_id = "") {
    http::Request request;
    request.path = "/api/v1/events";
    if (as.account) request.headers.emplace_back("x-test-caller", as.account.text());
    if (!last_event_id.empty()) request.headers.emplace_back("last-event-id", last_event_id);
    const auto reply = world.app().handle(std::move(request));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.content_type, "text/event-stream; charset=utf-8");
    return reply.stream;
}

/// Everything that the stream has to say now.
std::string drain(http::Stream& stream) {
    std::string all;
    for (;;) {
        const auto text = stream.take();
        if (text.empty()) return all;
        all += text;
    }
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::int64_t end_of(TestApp& world) {
    return world.store().read([](store::Reader& reader) { return journal::last_position(reader); });
}

TEST(Events, EverybodySeesWhatIsOpenAndPartiesSeeTheirOwn) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto other = world.agency("511002");
    const auto order = world.open_order(employer, 5);
    world.app().follow();
    int wakes = 0;
    const auto visitor = open(world, {});
    visitor->on_ready([&] { ++wakes; });
    const auto party = open(world, agency);
    const auto stranger = open(world, other);
    EXPECT_EQ(count(drain(*visitor), "retry: "), 1);
    drain(*party);
    drain(*stranger);
    ASSERT_EQ(world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", "k").status, 201);
    world.app().follow();
    EXPECT_EQ(wakes, 1);
    const auto seen = drain(*visitor);
    EXPECT_EQ(count(seen, "event: order.remaining\n"), 1);
    EXPECT_EQ(count(seen, "event: "), 1);
    EXPECT_EQ(count(seen, "\"remaining\":3"), 1);
    EXPECT_EQ(count(seen, agency.organisation.text()), 0);
    EXPECT_EQ(count(drain(*stranger), "event: "), 1);
    const auto own = drain(*party);
    EXPECT_EQ(count(own, "event: order.remaining\n"), 1);
    EXPECT_EQ(count(own, "event: share.grabbed\n"), 1);
    EXPECT_EQ(count(own, "\"actor\":\""), 0) << "an agency does not see which account acted";
    EXPECT_EQ(drain(*visitor), "") << "nothing twice";
}

TEST(Events, AVisitorIsToldTheNewestAndNotWhatItOvertook) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 9);
    world.app().follow();
    const auto visitor = open(world, {});
    const auto party = open(world, agency);
    drain(*visitor);
    drain(*party);
    for (int i = 0; i < 3; ++i)
        world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", std::to_string(i));
    world.app().follow();
    const auto seen = drain(*visitor);
    EXPECT_EQ(count(seen, "event: order.remaining\n"), 1);
    EXPECT_EQ(count(seen, "\"remaining\":3"), 1);
    EXPECT_EQ(count(drain(*party), "event: order.remaining\n"), 3) << "parties are told everything";
}

TEST(Events, AVisitorIsToldToLoadAnewWhereTooMuchHappened) {
    TestApp world;
    const auto visitor = open(world, {});
    drain(*visitor);
    const auto happen = [&](std::size_t things) {
        world.store().write([&](store::Transaction& transaction) {
            for (std::size_t i = 0; i < things; ++i) {
                journal::Event event;
                event.kind = "order.remaining";
                event.city = {"510500"};
                event.subject_kind = "order";
                event.subject = {static_cast<std::int64_t>(1'000 + i)};
                event.data = boost::json::object{};
                journal::append(transaction, event);
            }
            return true;
        });
        world.app().follow();
    };
    happen(told_max);
    EXPECT_EQ(count(drain(*visitor), "event: order.remaining\n"), static_cast<int>(told_max));
    happen(told_max + 1);
    const auto seen = drain(*visitor);
    EXPECT_EQ(count(seen, "event: reset\n"), 1);
    EXPECT_EQ(count(seen, "event: "), 1);
    happen(1);
    EXPECT_EQ(count(drain(*visitor), "event: order.remaining\n"), 1) << "and goes on from there";
}

TEST(Events, APageThatIsOpenedNowReadsWhatHasJustHappened) {
    TestApp world;
    EXPECT_TRUE(world.get("/events/recent", {}).body.at("items").as_array().empty());
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 9);
    for (int i = 0; i < 3; ++i)
        world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", std::to_string(i));
    for (const auto& reader : {access::Caller{}, agency}) {
        const auto answer = world.get("/events/recent", reader);
        std::vector<std::int64_t> remaining;
        std::int64_t last = 0;
        for (const auto& item : answer.body.at("items").as_array()) {
            EXPECT_GT(item.at("position").as_int64(), last) << "in order";
            last = item.at("position").as_int64();
            EXPECT_NE(item.at("kind").as_string(), "share.grabbed") << "a party's event is not everybody's";
            if (item.at("kind").as_string() == "order.remaining")
                remaining.push_back(item.at("data").at("remaining").as_int64());
        }
        EXPECT_EQ(remaining, (std::vector<std::int64_t>{7, 5, 3})) << "each of them, not only the newest";
        EXPECT_EQ(answer.bytes.find(agency.organisation.text()), std::string::npos);
    }
    const auto one = world.get("/events/recent?limit=1", {}).body.at("items").as_array();
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].at("data").at("remaining").as_int64(), 3) << "the newest";
    EXPECT_EQ(world.get("/events/recent?limit=201", {}).status, 400);
}

/// Longer ago than is looked at: nothing, not an endless search.
TEST(Events, WhatIsLongAgoIsNotLookedFor) {
    TestApp world;
    world.open_order(world.employer("511502"), 9);
    EXPECT_FALSE(world.get("/events/recent", {}).body.at("items").as_array().empty());
    world.store().write([&](store::Transaction& transaction) {
        for (int i = 0; i < 2'000; ++i) {
            journal::Event event;
            event.kind = "timesheet.day_recorded";
            event.city = {"510500"};
            event.subject_kind = "timesheet";
            event.subject = {1'000 + i};
            event.data = boost::json::object{};
            journal::append(transaction, event);
        }
        return true;
    });
    EXPECT_TRUE(world.get("/events/recent", {}).body.at("items").as_array().empty());
}

TEST(Events, ResumesWhereTheReaderHasBeen) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 9);
    world.app().follow();
    const auto before = end_of(world);
    for (int i = 0; i < 3; ++i)
        world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", std::to_string(i));
    world.app().follow();
    // Nobody listened meanwhile: it comes from the database, once.
    const auto stream = open(world, {}, std::to_string(before));
    EXPECT_EQ(count(drain(*stream), "event: order.remaining\n"), 3);
    world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "more");
    world.app().follow();
    EXPECT_EQ(count(drain(*stream), "event: order.remaining\n"), 1);
    const auto lost = open(world, {}, std::to_string(end_of(world) + 1000));
    EXPECT_EQ(count(drain(*lost), "event: reset\n"), 1);
}

TEST(Events, ASlowReaderGetsSmallPiecesAndMissesNothing) {
    TestApp world;
    const auto official = world.caller(access::Role::official, {}, "511500");
    const StreamLimits limits{.bytes_max = 2000, .batch = 10};
    world.store().write([](store::Transaction& transaction) {
        for (int i = 0; i < 300; ++i) {
            journal::Event event;
            event.kind = i % 100 == 99 ? "test.here" : "test.elsewhere";
            event.city = {i % 100 == 99 ? "511500" : "510500"};
            event.subject_kind = "thing";
            event.subject = {1};
            event.data = boost::json::object{};
            journal::append(transaction, event);
        }
        return true;
    });
    world.app().follow();
    EventStream stream(world.app().services(), official, 0, end_of(world), limits);
    std::string all;
    for (std::string text = stream.take(); !text.empty(); text = stream.take()) {
        EXPECT_LE(text.size(), limits.bytes_max + 10 * 300);
        all += text;
    }
    EXPECT_EQ(count(all, "event: test.here\n"), 3);
    EXPECT_EQ(count(all, "event: test.elsewhere\n"), 0);
    EXPECT_FALSE(stream.ended());
}

TEST(Events, AStreamEndsWithItsSession) {
    TestApp world;
    const auto agency = world.agency("510502");
    const auto stream = open(world, agency);
    drain(*stream);
    world.store().write([&](store::Transaction& transaction) {
        journal::Event event;
        event.kind = "account.signed_out";
        event.actor = agency.account;
        event.subject_kind = "account";
        event.subject = {agency.account.number};
        event.data = boost::json::object{};
        journal::append(transaction, event);
        return true;
    });
    world.app().follow();
    EXPECT_FALSE(stream->ended());
    drain(*stream);
    EXPECT_TRUE(stream->ended());
    const auto old = open(world, agency);
    world.clock().advance(std::chrono::hours(2));
    drain(*old);
    EXPECT_TRUE(old->ended());
}

TEST(Journal, IsReadByPlaceAndParty) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 5);
    world.post("/orders/" + order + "/shares", agency, R"({"seats":2})", "k");
    const auto items = [&](const access::Caller& as, const std::string& query = "") {
        const auto answer = world.get("/journal" + query, as);
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.number("last") > 0, true);
        EXPECT_EQ(answer.number("end"), end_of(world));
        return static_cast<int>(answer.body.at("items").as_array().size());
    };
    EXPECT_EQ(world.get("/journal", {}).status, 401);
    const auto yibin = world.caller(access::Role::official, {}, "511500");
    const auto zigong = world.caller(access::Role::official, {}, "510300");
    EXPECT_EQ(items(zigong), 0);
    // The order drafted, opened, seats taken, share grabbed; and what was of the employer itself.
    EXPECT_GE(items(yibin), 5);
    EXPECT_EQ(items(yibin, "?limit=2"), 2);
    const auto first = world.get("/journal?limit=1", yibin).number("last");
    EXPECT_EQ(items(yibin, fmt::format("?after={}", first)), items(yibin) - 1);
    EXPECT_EQ(items(employer) >= 4, true);
    EXPECT_EQ(items(world.agency("511002")) >= 1, true) << "its own registration";
    EXPECT_EQ(world.get("/journal?afer=1", yibin).status, 400);
}

}  // namespace
}  // namespace jianghui::live
