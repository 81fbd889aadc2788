// Real procedures counted, a random year against the second implementation, equal treatment, rights.

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "features/codes/api.hpp"
#include "features/efficiency/second_count_test.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::efficiency {
namespace efficiency_test {

using access::Role;
namespace json = codec::json;

class EfficiencyTest : public testing::Test {
  protected:
    void count() { world_.run_jobs(5); }
    void append(journal::Event event) {
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }
    /// An event of a case as procedures record it.
    void say(const std::string& kind, std::int64_t id, Instant at, const std::string& city,
             const std::string& procedure, const std::string& state, const std::string& step,
             const std::string& due) {
        journal::Event event;
        event.at = at;
        event.kind = kind;
        event.city = {city};
        event.subject_kind = "case";
        event.subject = {id};
        const auto version = world_.get("/procedures/" + procedure, province_).number("version");
        json::object data{{"procedure", procedure}, {"version", version}, {"state", state}};
        if (!step.empty()) data["step"] = step;
        if (!due.empty()) data["due_on"] = due;
        event.data = data;
        append(event);
    }
    json::array procedures(const std::string& more, const access::Caller& as) {
        const auto answer = world_.get("/efficiency/procedures?" + more, as);
        EXPECT_EQ(answer.status, 200) << json::serialize(answer.body);
        return answer.body.at("items").as_array();
    }
    /// A licence's way through a random year, and now and then back for a supplement.
    void random_case(std::mt19937& random, std::int64_t id) {
        const auto pick = [&](int from, int to) {
            return std::uniform_int_distribution<int>(from, to)(random);
        };
        const std::string city = pick(0, 1) == 0 ? "510500" : "511500";
        Instant at = start_of(std::chrono::year(2026) / 1 / 1) +
                     std::chrono::minutes(pick(0, 250 * 24 * 60));
        const auto due = [&] { return date_text(add_days(date_of(at), pick(2, 9))); };
        const std::string procedure = "hr_service_licence_grant";
        say("case.opened", id, at, city, procedure, "submitted", "", due());
        const auto step = [&](const char* name, const char* state, const std::string& until) {
            at += std::chrono::minutes(pick(1, 9 * 24 * 60));
            say("case.step_taken", id, at, city, procedure, state, name, until);
        };
        while (pick(0, 3) == 0) {
            step("require_supplement", "supplement_required", pick(0, 1) == 0 ? due() : "");
            if (pick(0, 1) == 0)  // The applicant's clock runs out.
                say("case.overdue", id, at + std::chrono::minutes(1), city, procedure,
                    "supplement_required", "", "");
            step("supplement", "submitted", due());
            if (pick(0, 5) == 0)
                say("case.overdue", id, at + std::chrono::minutes(1), city, procedure, "submitted", "",
                    "");
        }
        step("accept", "accepted", due());
        if (pick(0, 9) == 0) return;  // Still open.
        step("review", "reviewed", pick(0, 1) == 0 ? due() : "");
        const bool granted = pick(0, 1) == 0;
        step(granted ? "grant" : "deny", granted ? "granted" : "denied", "");
        say("case.closed", id, at, city, procedure, granted ? "granted" : "denied", "", "");
    }

    /// A decision of some licence that went to review, and what became of it.
    void random_review(std::mt19937& random, std::int64_t id) {
        const auto pick = [&](int from, int to) {
            return std::uniform_int_distribution<int>(from, to)(random);
        };
        const std::string city = pick(0, 1) == 0 ? "510500" : "511500";
        Instant at = start_of(std::chrono::year(2026) / 1 / 1) + std::chrono::minutes(pick(0, 300 * 24 * 60));
        say("case.opened", id, at, city, "review_result", "recorded", "", "");
        at += std::chrono::minutes(pick(1, 4 * 24 * 60));
        const std::vector<std::string> outcomes{"upheld", "changed", "overturned", "ended"};
        const std::string outcome = outcomes[static_cast<std::size_t>(pick(0, 3))];
        journal::Event told;
        told.at = at;
        told.kind = "case.reviewed";
        told.city = {city};
        told.subject_kind = "case";
        told.subject = {id};
        told.data = json::object{{"decided", pick(0, 3) == 0 ? "elsewhere" : "hr_service_licence_grant"}, {"outcome", outcome}};
        append(told);
        say("case.step_taken", id, at, city, "review_result", outcome, "confirm_" + outcome, "");
        say("case.closed", id, at, city, "review_result", outcome, "", "");
    }

    test::TestApp world_;
    access::Caller province_ = world_.official("510000");
};

std::vector<std::int64_t> six(const json::value& spans) {
    std::vector<std::int64_t> values;
    for (const auto* name : {"working_minutes_50", "working_minutes_90", "working_days_50",
                             "working_days_90", "natural_days_50", "natural_days_90"})
        values.push_back(spans.at(name).as_int64());
    return values;
}

void expect_equal_reviews(const json::value& shown, const second_count::Group& group) {
    std::map<std::string, std::int64_t> reviews;
    std::int64_t decided = 0, corrected = 0;
    for (const auto* outcome : {"upheld", "changed", "overturned", "ended"}) {
        const auto number = shown.at(outcome).as_int64();
        if (number > 0) reviews[outcome] = number;
        if (std::string_view(outcome) != "ended") decided += number;
        if (std::string_view(outcome) == "changed" || std::string_view(outcome) == "overturned") corrected += number;
    }
    EXPECT_EQ(reviews, group.reviews);
    EXPECT_EQ(shown.at("corrected").at("of").as_int64(), decided);
    EXPECT_EQ(shown.at("corrected").at("hits").as_int64(), corrected);
}

void expect_equal(const json::value& shown, const second_count::Group& group,
                  const std::string& what) {
    EXPECT_EQ(shown.at("spans").at("count").as_int64(),
              static_cast<std::int64_t>(group.lengths[0].size())) << what;
    if (group.lengths[0].empty()) return;  // Only reviews of its decisions came in.
    std::vector<std::int64_t> expected;
    for (const auto& lengths : group.lengths)
        for (const double part : {0.5, 0.9})
            expected.push_back(second_count::percentile(lengths, part));
    EXPECT_EQ(six(shown.at("spans")), expected) << what;
    EXPECT_EQ(shown.at("within_clock").at("of").as_int64(), group.clocked) << what;
    EXPECT_EQ(shown.at("within_clock").at("hits").as_int64(), group.kept) << what;
}

TEST_F(EfficiencyTest, ARandomYearIsAsTheSecondImplementationSays) {
    std::mt19937 random(20261127);
    for (std::int64_t id = 1; id <= 60; ++id) random_case(random, id);
    for (std::int64_t id = 61; id <= 90; ++id) random_review(random, id);
    world_.clock().set(start_of(std::chrono::year(2026) / 12 / 31));
    count();
    const auto journal = world_.store().read(
        [](store::Reader& reader) { return journal::after(reader, 0, 10'000); });
    for (const auto& [from, to] : {std::pair{"2026-01-01", "2026-12-31"},
                                   std::pair{"2026-03-01", "2026-05-31"}}) {
        const auto& calendar = world_.app().services().get<codes::Tables>().working_days();
        auto groups = second_count::count(journal, {"submitted", "accepted", "reviewed"},
                                          start_of(*parse_date(from)),
                                          start_of(add_days(*parse_date(to), 1)), calendar);
        const std::string period = std::string("from=") + from + "&to=" + to;
        std::size_t seen = 0;
        for (const auto& row : procedures(period, province_)) {
            const std::string group = std::string(row.at("city").as_string()) + "|" +
                                      std::string(row.at("procedure").as_string());
            if (groups.contains(group)) {
                expect_equal(row, groups.at(group), group);
                std::map<std::string, std::int64_t> outcomes;
                for (const auto& one : row.at("outcomes").as_array())
                    outcomes[std::string(one.at("state").as_string())] = one.at("share").at("hits").as_int64();
                EXPECT_EQ(outcomes, groups.at(group).outcomes);
                expect_equal_reviews(row.at("reviews"), groups.at(group));
                ++seen;
            }
            for (const auto& step : row.at("steps").as_array()) {
                const auto key = group + "|" + std::string(step.at("step").as_string());
                ASSERT_TRUE(groups.contains(key)) << key;
                expect_equal(step, groups.at(key), key);
                ++seen;
                const auto waits = world_.get(
                    "/efficiency/cases?city=" + std::string(row.at("city").as_string()) +
                        "&procedure=" + std::string(row.at("procedure").as_string()) +
                        "&step=" + std::string(step.at("step").as_string()) +
                        "&turn=" + std::string(step.at("turn").as_string()) + "&" + period,
                    province_);
                EXPECT_EQ(static_cast<std::int64_t>(waits.body.as_array().size()),
                          step.at("spans").at("count").as_int64())
                    << key << ": as many records as the figure says";
            }
            const auto records = world_.get(
                "/efficiency/cases?city=" + std::string(row.at("city").as_string()) +
                    "&procedure=" + std::string(row.at("procedure").as_string()) + "&" + period,
                province_);
            EXPECT_EQ(static_cast<std::int64_t>(records.body.as_array().size()),
                      row.at("spans").at("count").as_int64())
                << "as many records as the figure says";
            std::map<std::string, std::int64_t> recorded;
            const auto reviews = world_.get(
                "/efficiency/cases?reviewed=true&city=" + std::string(row.at("city").as_string()) +
                    "&procedure=" + std::string(row.at("procedure").as_string()) + "&" + period,
                province_);
            for (const auto& one : reviews.body.as_array())
                ++recorded[std::string(one.at("outcome").as_string())];
            const auto known = groups.find(group);
            EXPECT_EQ(recorded, known == groups.end() ? decltype(recorded)() : known->second.reviews)
                << "and as many records of reviews";
        }
        EXPECT_EQ(seen, groups.size());
    }
    const auto before = json::serialize(procedures("", province_));
    const auto system = world_.caller(Role::system_administrator, {}, "");
    EXPECT_EQ(world_.post("/efficiency/recount", system).status, 200);
    count();
    EXPECT_EQ(json::serialize(procedures("", province_)), before) << "counted anew is the same";
}

TEST_F(EfficiencyTest, TheCounterpartsDelayIsNotTheAskingOffices) {
    const Instant at = world_.clock().now() - std::chrono::hours(24 * 20);
    const auto later = [&](int days) { return at + std::chrono::hours(24 * days); };
    const auto due = [&](int days) { return date_text(date_of(later(days))); };
    const std::string city = "510500", what = "assistance";
    say("case.opened", 9, at, city, what, "sent", "", due(1));
    say("case.overdue", 9, later(2), city, what, "sent", "", "");
    say("case.step_taken", 9, later(5), city, what, "received", "receive", due(8));
    say("case.step_taken", 9, later(12), city, what, "replied", "reply", due(15));
    say("case.step_taken", 9, later(13), city, what, "closed", "confirm", "");
    say("case.closed", 9, later(13), city, what, "closed", "", "");
    count();
    const auto rows = procedures("procedure=assistance", province_);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("within_clock").at("hits").as_int64(), 1) << "the office confirmed in time";
    EXPECT_EQ(rows[0].at("within_clock").at("of").as_int64(), 1);
    for (const auto& step : rows[0].at("steps").as_array()) {
        const bool own = step.at("step").as_string() == "confirm";
        EXPECT_EQ(step.at("turn").as_string(), own ? "office" : "counterpart");
        EXPECT_EQ(step.at("within_clock").at("of").as_int64(), own ? 1 : 0);
    }
}

TEST_F(EfficiencyTest, ObjectionsThatChangedSomething) {
    const auto tell = [&](std::int64_t id, bool objects, bool burdens) {
        Instant at = world_.clock().now() - std::chrono::hours(24 * 20);
        const std::string city = "511500";
        const std::string what = "wage_arrears_listing";
        say("case.opened", id, at, city, what, "candidate", "", "");
        say("case.step_taken", id, at, city, what, "notified", "notify", "");
        if (objects) say("case.step_taken", id, at, city, what, "objected", "object", "");
        if (burdens) say("case.step_taken", id, at, city, what, "listed", "list", "");
        say("case.closed", id, at, city, what, burdens ? "listed" : "not_listed", "", "");
    };
    tell(1, true, true);
    tell(2, true, false);
    tell(3, false, true);
    tell(4, true, true);
    count();
    const auto rows = procedures("procedure=wage_arrears_listing", world_.official("511502"));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("objected").at("of").as_int64(), 4);
    EXPECT_EQ(rows[0].at("objected").at("hits").as_int64(), 3);
    EXPECT_EQ(rows[0].at("changed").at("of").as_int64(), 3);
    EXPECT_EQ(rows[0].at("changed").at("hits").as_int64(), 1);
    EXPECT_EQ(rows[0].at("changed").at("per_mille").as_int64(), 333);
}

TEST_F(EfficiencyTest, ARealCaseIsCountedFromItsOwnEvents) {
    const auto agency = world_.agency("510502");
    const auto handler = world_.official("510502");
    const auto paper = world_.post("/case-files?name=a.pdf", agency, "%PDF-1.7 x").text("id");
    const auto opened = world_.post(
        "/cases", agency,
        R"({"procedure":"hr_service_licence_grant","values":)" + test::licence_application(paper) + "}",
        "open");
    ASSERT_EQ(opened.status, 201) << json::serialize(opened.body);
    const std::string steps = "/cases/" + opened.text("id") + "/steps/";
    world_.clock().advance(std::chrono::hours(2));
    EXPECT_EQ(world_.post(steps + "accept", handler).status, 200);
    world_.clock().advance(std::chrono::hours(24));
    EXPECT_EQ(world_.post(steps + "review", handler, R"({"values":{"opinion":"符合"}})").status, 200);
    EXPECT_EQ(world_.post(steps + "grant", world_.official("510502")).status, 200);
    count();
    const auto rows = procedures("place=510500", handler);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("spans").at("count").as_int64(), 1);
    EXPECT_EQ(rows[0].at("within_clock").at("hits").as_int64(), 1);
    EXPECT_EQ(rows[0].at("steps").as_array().size(), 3U);
    EXPECT_EQ(rows[0].at("city_name").as_string(), "泸州市");
    ASSERT_EQ(rows[0].at("outcomes").as_array().size(), 1U);
    EXPECT_EQ(rows[0].at("outcomes").at(0).at("title").at("zh").as_string(), "准予许可");
    EXPECT_EQ(rows[0].at("outcomes").at(0).at("share").at("per_mille").as_int64(), 1000);
    const std::string records =
        "/efficiency/cases?city=510500&procedure=hr_service_licence_grant";
    EXPECT_EQ(world_.get(records, world_.official("510500")).body.as_array().size(), 1U);
    EXPECT_EQ(world_.get(records + "&step=review", world_.official("510500")).body.as_array().size(), 1U);
    EXPECT_EQ(world_.get(records, world_.official("511500")).status, 404) << "another city's cases";
    EXPECT_EQ(world_.get(records, handler).status, 404) << "a county's office sees no whole city";
    EXPECT_EQ(world_.get("/efficiency/procedures", agency).status, 403);
    EXPECT_EQ(world_.get("/efficiency/procedures?from=2026-05-01&to=2026-04-01", handler).text("code"),
              "out_of_range");
}

TEST_F(EfficiencyTest, WhatBecameOfADecisionCountsForItsProcedure) {
    const auto records = world_.official("510500"), confirms = world_.official("510500");
    const auto review = [&](const std::string& decided, const std::string& outcome) {
        const auto paper = world_.post("/case-files?name=a.pdf", records, "%PDF-1.7 x").text("id");
        const auto opened = world_.post(
            "/cases", records,
            R"({"procedure":"review_result","values":{"kind":"review","decided":")" + decided +
                R"(","matter":"不予许可","number":"泸人社许〔2026〕7号","decided_by":"泸州市人民政府",)"
                R"("decided_on":"2026-11-20","paper":")" + paper + R"("}})",
            decided + outcome);
        ASSERT_EQ(opened.status, 201) << json::serialize(opened.body);
        const auto taken = world_.post("/cases/" + opened.text("id") + "/steps/confirm_" + outcome, confirms);
        EXPECT_EQ(taken.status, 200) << json::serialize(taken.body);
    };
    review("hr_service_licence_grant", "overturned");
    review("hr_service_licence_grant", "upheld");
    review("hr_service_licence_grant", "ended");
    review("elsewhere", "changed");
    count();
    const auto licence = procedures("procedure=hr_service_licence_grant", records);
    ASSERT_EQ(licence.size(), 1U) << "no case of it was closed, and yet decisions came back";
    EXPECT_EQ(licence[0].at("spans").at("count").as_int64(), 0);
    EXPECT_EQ(licence[0].at("reviews").at("corrected").at("hits").as_int64(), 1);
    EXPECT_EQ(licence[0].at("reviews").at("corrected").at("of").as_int64(), 2) << "what was withdrawn was not decided";
    const auto elsewhere = procedures("procedure=elsewhere", records);
    ASSERT_EQ(elsewhere.size(), 1U);
    EXPECT_EQ(elsewhere[0].at("title").at("zh").as_string(), "其他（不在平台办理的事项）");
    const std::string cases = "/efficiency/cases?reviewed=true&city=510500&procedure=hr_service_licence_grant";
    EXPECT_EQ(world_.get(cases, records).body.as_array().size(), 3U);
    EXPECT_EQ(world_.get(cases, world_.official("511500")).status, 404);
}

TEST_F(EfficiencyTest, EveryProcedureThatDecidesCanBeNamedAsReviewed) {
    const auto& tables = world_.app().services().get<codes::Tables>();
    const std::set<std::string> none{"review_result", "assistance", "cooperation_agreement"};
    const auto shown = world_.get("/procedures", province_);
    for (const auto& procedure : shown.body.at("items").as_array()) {
        const std::string id(procedure.at("id").as_string());
        if (!none.contains(id)) {
            EXPECT_NE(tables.find_item("reviewed_procedures", id), nullptr) << id;
        }
    }
}

TEST_F(EfficiencyTest, AgenciesFromOutsideBesideThoseOfThePlace) {
    const auto employer = world_.employer("511502");
    const auto home = world_.agency("511502");
    const auto outside = world_.agency("510502");
    const auto grab = [&](const access::Caller& by) {
        const auto order = world_.open_order(employer, 2);
        world_.clock().advance(std::chrono::minutes(by.organisation == home.organisation ? 10 : 30));
        const auto made = world_.post("/orders/" + order + "/shares", by, R"({"seats":1})", "g" + order);
        EXPECT_EQ(made.status, 201) << json::serialize(made.body);
        return order;
    };
    grab(home);
    const auto order = grab(outside);
    {  // As stand-bys are called: a share, and that it was no race.
        world_.clock().advance(std::chrono::minutes(5));
        journal::Event event;
        event.at = world_.clock().now();
        event.kind = "share.grabbed";
        event.city = {"511500"};
        event.organisation = home.organisation;
        event.subject_kind = "share";
        event.subject = {800};
        event.data = json::object{{"order", order}, {"seats", 1}};
        append(event);
        event.kind = "standby.called";
        event.subject_kind = "standby";
        event.subject = {801};
        append(event);
    }
    for (int i = 0; i < 4; ++i) {  // Sealed tries as draws record them.
        const auto& agency = i < 2 ? home : outside;
        journal::Event event;
        event.at = world_.clock().now();
        event.kind = "draw.applied";
        event.city = {"511500"};
        event.organisation = agency.organisation;
        event.subject_kind = "application";
        event.subject = {900 + i};
        event.data = json::object{{"order", order}};
        append(event);
        event.kind = i == 3 ? "draw.withdrawn" : "draw.result";
        event.at += std::chrono::hours(1);
        event.data = json::object{{"order", order}, {"given", i == 0 ? 1 : 0}};
        append(event);
    }
    world_.clock().advance(std::chrono::hours(2));
    count();
    const auto office = world_.official("511500");
    const auto shown = world_.get("/efficiency/treatment", office);
    ASSERT_EQ(shown.status, 200);
    const auto& rows = shown.body.at("items").as_array();
    ASSERT_EQ(rows.size(), 8U) << json::serialize(shown.body);
    EXPECT_EQ(rows[0].at("kind").as_string(), "race");
    EXPECT_FALSE(rows[0].at("outside").as_bool());
    EXPECT_EQ(rows[0].at("waiting").at("median").as_int64(), 10);
    EXPECT_EQ(rows[0].at("success").at("of").as_int64(), 1);
    EXPECT_EQ(rows[0].at("success").at("hits").as_int64(), 1);
    EXPECT_EQ(rows[1].at("waiting").at("median").as_int64(), 30);
    EXPECT_EQ(rows[4].at("success").at("of").as_int64(), 2);
    EXPECT_EQ(rows[4].at("success").at("hits").as_int64(), 1);
    EXPECT_EQ(rows[5].at("success").at("of").as_int64(), 1) << "what was withdrawn is no try";
    const auto& differences = shown.body.at("differences").as_array();
    ASSERT_EQ(differences.size(), 2U) << "of races and of draws";
    EXPECT_LE(differences[1].at("low").as_int64(), differences[1].at("per_mille").as_int64());
    EXPECT_LT(differences[1].at("low").as_int64(), 0) << "of three tries nothing is shown";
    EXPECT_GT(differences[1].at("high").as_int64(), 0);
    const auto tries = [&](const access::Caller& as) {
        return world_.get("/efficiency/tries?kind=draw", as).body.as_array().size();
    };
    EXPECT_EQ(tries(office), 3U);
    EXPECT_EQ(tries(world_.official("510500")), 1U) << "the office of the agency's home";
    EXPECT_EQ(tries(world_.official("512000")), 0U);
    for (const auto& side : {home, outside, employer}) {
        EXPECT_EQ(world_.get("/efficiency/treatment", side).status, 403)
            << "one day and one place would show a competitor's sealed bid";
        EXPECT_EQ(world_.get("/efficiency/tries?kind=quote", side).status, 403);
    }
    EXPECT_EQ(world_.get("/efficiency/treatment", {}).status, 401);
}

/// The row of all agencies of the place, or of all from outside, in races.
json::value race_row(const json::value& treatment, bool outside) {
    for (const auto& row : treatment.at("items").as_array())
        if (row.at("kind").as_string() == "race" && row.at("home").as_string().empty() &&
            row.at("outside").as_bool() == outside)
            return row;
    return nullptr;
}

TEST_F(EfficiencyTest, WhoGotNoSeatOfARaceIsCountedOnceAnOrder) {
    const auto employer = world_.employer("511502");
    const auto home = world_.agency("511502");
    const auto outside = world_.agency("510502");
    const auto system = world_.caller(Role::system_administrator, {}, "");
    int key = 0;
    const auto grab = [&](const std::string& order, const access::Caller& by, int seats, int status) {
        const auto made = world_.post("/orders/" + order + "/shares", by,
                                      R"({"seats":)" + std::to_string(seats) + "}", "k" + std::to_string(++key));
        EXPECT_EQ(made.status, status) << json::serialize(made.body);
    };
    const auto first = world_.open_order(employer, 1);
    grab(first, home, 1, 201);
    for (int times = 0; times < 3; ++times) grab(first, outside, 1, 409);
    const auto second = world_.open_order(employer, 2);
    grab(second, home, 1, 201);
    grab(second, outside, 2, 409);  // Too many; it takes what is left.
    grab(second, outside, 1, 201);
    world_.clock().advance(std::chrono::minutes(2));
    count();
    const auto office = world_.official("511500");
    const auto treatment = [&] { return world_.get("/efficiency/treatment", office).body; };
    const auto before = treatment();
    const auto own = race_row(before, false);
    EXPECT_EQ(own.at("success").at("of").as_int64(), 2);
    EXPECT_EQ(own.at("success").at("hits").as_int64(), 2);
    const auto far = race_row(before, true);
    EXPECT_EQ(far.at("success").at("of").as_int64(), 2) << "two orders, however often it asked";
    EXPECT_EQ(far.at("success").at("hits").as_int64(), 1);
    EXPECT_EQ(far.at("barred").as_int64(), 0);
    const auto tries = world_.get("/efficiency/tries?kind=race&outside=true", office).body.as_array();
    ASSERT_EQ(tries.size(), 2U) << "as many records as the figure says";
    EXPECT_EQ(tries[1].at("why").as_string(), "no_room");
    EXPECT_EQ(tries[1].at("order_id").as_string(), first);
    EXPECT_EQ(world_.post("/efficiency/recount", system).status, 200);
    count();
    EXPECT_EQ(json::serialize(treatment().at("items")), json::serialize(before.at("items")))
        << "counted anew is the same";
}

TEST_F(EfficiencyTest, WhomTheGateRefusedDidNotLoseARace) {
    const auto employer = world_.employer("511502");
    const auto order = world_.open_order(employer, 2);
    journal::Event event;
    event.at = world_.clock().now();
    event.kind = "share.refused";
    event.city = {"511500"};
    event.subject_kind = "refusals";
    event.subject = {801};
    const auto agency = world_.agency("510502").organisation.text();
    event.data = json::object{{"order", order},
                              {"refused", json::array{json::object{{"agency", agency}, {"why", "gate"}},
                                                      json::object{{"agency", "nobody"}, {"why", "gate"}},
                                                      json::object{{"agency", agency}, {"why", "rain"}}}},
                              {"missed", 0}};
    append(event);
    count();
    const auto far = race_row(world_.get("/efficiency/treatment", world_.official("511500")).body, true);
    EXPECT_EQ(far.at("barred").as_int64(), 1);
    EXPECT_EQ(far.at("success").at("of").as_int64(), 0);
    EXPECT_TRUE(far.at("success").at("per_mille").is_null()) << "of nobody there is no share";
}

}  // namespace efficiency_test
}  // namespace jianghui::efficiency
