// A catalogue from its figures to its guide; warnings over three quarters; flows against a second count.

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "engine/access/access.hpp"
#include "features/imports/api.hpp"
#include "features/shortages/levels.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::shortages {
namespace shortages_test {

using access::Role;

class ShortagesTest : public testing::Test {
  protected:
    access::Caller official(const std::string& place) {
        return world_.caller(Role::official, {}, place);
    }
    /// Jobs that read the journal, then those that read what these wrote.
    void count() { world_.run_jobs(12, std::chrono::seconds(6)); }
    void append(const journal::Event& event) {
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }
    static journal::Event event(const std::string& kind, const std::string& at,
                                const std::string& subject_kind, std::int64_t subject,
                                const std::string& place) {
        journal::Event event;
        event.at = *parse_instant(at + "T09:00:00+08:00");
        event.kind = kind;
        event.city = city_of(PlaceCode{place});
        event.subject_kind = subject_kind;
        event.subject = {subject};
        event.data = boost::json::object{};
        return event;
    }
    /// A post of an employer of its own.
    void post(std::int64_t order, const std::string& at, const std::string& occupation,
              std::int64_t headcount, const std::string& place = "511502") {
        auto opened = event("order.opened", at, "order", order, place);
        opened.organisation = OrganisationId{order};
        opened.data = boost::json::object{{"place", place},         {"occupation", occupation},
                                          {"industry", "C1512"},    {"headcount", headcount},
                                          {"remaining", headcount}, {"to", "open"}};
        append(opened);
    }
    void close(std::int64_t order, const std::string& at) {
        auto closed = event("order.closed", at, "order", order, "511502");
        closed.organisation = OrganisationId{order};
        append(closed);
    }
    void person(std::int64_t person, const std::string& at, const std::string& place,
                const std::string& occupation = "", const std::string& kind = "people.registered") {
        auto said = event(kind, at, "person", person, place);
        said.person = PersonId{person};
        said.data = boost::json::object{
            {"place", place}, {"occupation", occupation}, {"origin", "herself"}};
        append(said);
    }
    void people(int count, const std::string& at, const std::string& occupation) {
        for (int i = 0; i < count; ++i) person(++people_, at, "511502", occupation);
    }
    access::Caller expert(const std::string& login) {
        return named(login, world_.caller(Role::agency, {}, "511502"));
    }
    /// The caller with an account of that login.
    access::Caller named(const std::string& login, const access::Caller& who) {
        world_.act<Done>(who, [&](app::Command& command) -> Result<Done> {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = "专家" + login;
            wanted.role = Role::official;
            wanted.place = {"510500"};
            TRY_DO(access::create_account(command.db, command.services.get<access::Vault>(),
                                          {command.caller, command.now}, who.account, wanted));
            return Done{};
        });
        return who;
    }
    std::string act(const std::string& path, const access::Caller& as,
                    const std::string& body = "{}") {
        const auto answer = world_.post(path, as, body);
        return answer.status == 200 ? answer.text("status")
                                    : std::to_string(answer.status) + answer.text("code");
    }
    std::string compiled(const access::Caller& as,
                         const std::string& more = R"(,"place":"511500")") {
        const auto made = world_.post("/shortages", as, R"({"period":"2026Q4")" + more + "}",
                                      "compile" + std::to_string(++keys_));
        return made.status == 201 ? made.text("id")
                                  : std::to_string(made.status) + made.text("code");
    }
    codec::json::array entries(const std::string& catalogue, const access::Caller& as) {
        const auto answer = world_.get("/shortages/" + catalogue + "/entries", as);
        EXPECT_EQ(answer.status, 200);
        return answer.body.at("items").as_array();
    }
    std::size_t waiting(const access::Caller& as, const std::string& kind) {
        const auto answer = world_.get("/inbox", as);
        std::size_t count = 0;
        for (const auto& item : answer.body.at("items").as_array())
            if (item.at("kind").as_string() == kind) ++count;
        return count;
    }
    /// 包装工 severe; a second one moderate with three people only; a third that is not short.
    void market() {
        post(7001, "2026-10-05", "6-02-06-03", 100);
        post(7002, "2026-11-01", "6-02-06-07", 12);
        post(7003, "2026-11-20", "4-04-05-01", 30);
        people(20, "2026-10-06", "6-02-06-03");
        people(3, "2026-10-06", "6-02-06-07");
        people(11, "2026-10-06", "6-29-02-01");  // Or the class less the twenty would be the three.
        people(40, "2026-10-06", "4-04-05-01");
        count();
    }
    /// The quarter is over: what tells of people may be published.
    void next_quarter() {
        world_.clock().set(*parse_instant("2027-01-04T02:00:00.000Z"));
        count();
    }

    test::WorkingMarket world_;
    access::Caller maker_ = official("511500");
    access::Caller checker_ = official("511500");
    std::int64_t people_ = 500'000;
    int keys_ = 0;
};

TEST_F(ShortagesTest, FromFiguresThroughADissentToThePublishedCatalogue) {
    market();
    const auto first = expert("expa");
    const auto early = compiled(maker_);
    EXPECT_EQ(act("/shortages/" + early + "/submit", maker_), "review");
    EXPECT_EQ(act("/shortages/" + early + "/publish", checker_), "409publication_too_early");
    EXPECT_EQ(act("/shortages/" + early + "/send-back", checker_, R"({"reason":"季度没有结束"})"), "draft");
    next_quarter();
    const auto& id = early;
    const std::string path = "/shortages/" + id;
    EXPECT_EQ(act(path + "/compile", maker_), "draft");
    EXPECT_EQ(world_.get(path, {}).status, 404) << "nobody else knows of a draft";
    EXPECT_EQ(world_.get(path, official("510500")).status, 404);
    auto rows = entries(id, maker_);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("grade").as_string(), "severe");
    EXPECT_EQ(rows[0].at("demand").as_int64(), 100);
    EXPECT_EQ(rows[0].at("available").as_int64(), 20);
    EXPECT_EQ(rows[0].at("ratio").as_int64(), 500);
    EXPECT_EQ(rows[0].at("points").as_int64(), (35 * 800 + 25 * 1000 + 30) / 60);
    EXPECT_EQ(rows[0].at("known_weight").as_int64(), 60) << "growth, pay and experts are not known";
    EXPECT_EQ(rows[1].at("grade").as_string(), "moderate");
    EXPECT_EQ(act(path + "/experts", maker_, R"({"login":"nobody"})"), "422expert_unfit");
    EXPECT_EQ(act(path + "/experts", maker_, R"({"login":"expa"})"), "draft");
    EXPECT_EQ(act(path + "/experts", maker_, R"({"login":"expa"})"), "422expert_unfit");
    const auto half = named("exph", world_.caller(Role::half_signed_in, {}, "511502"));
    EXPECT_EQ(act(path + "/experts", maker_, R"({"login":"exph"})"), "draft");
    const std::string opinion = path + "/entries/2/opinion";
    EXPECT_EQ(act(opinion, first, R"({"grade":"mild"})"), "404not_found") << "not yet";
    EXPECT_EQ(act(path + "/submit", maker_), "review");
    EXPECT_EQ(act(path + "/compile", maker_), "409catalogue_status_conflict");
    EXPECT_EQ(waiting(checker_, "shortage.review"), 1U);
    EXPECT_EQ(waiting(maker_, "shortage.review"), 0U);
    EXPECT_EQ(waiting(first, "shortage.opinion"), 1U);
    const auto listed = [&](const access::Caller& as) {
        return world_.get("/shortages?period=2026Q4", as).body.at("items").as_array().size();
    };
    EXPECT_EQ(listed(first), 1U);
    EXPECT_EQ(listed(half), 0U) << "a password without the second factor shows nothing";
    EXPECT_EQ(world_.get(path, half).status, 404);
    EXPECT_EQ(act(opinion, world_.agency("511502"), R"({"grade":"mild"})"), "404not_found");
    EXPECT_EQ(act(opinion, checker_, R"({"grade":"mild"})"), "403not_an_expert");
    EXPECT_EQ(act(opinion, first, R"({"grade":"none"})"), "422dissent_without_reason");
    EXPECT_EQ(act(path + "/entries/9/opinion", first, R"({"grade":"none"})"), "404not_found");
    EXPECT_EQ(act(opinion, first, R"({"grade":"none","reason":"职校本季毕业两百人"})"), "review");
    EXPECT_EQ(waiting(first, "shortage.opinion"), 0U);
    EXPECT_EQ(act(path + "/publish", maker_), "403catalogue_four_eyes");
    EXPECT_EQ(act(path + "/publish", checker_), "published");
    EXPECT_EQ(act(opinion, first, R"({"grade":"moderate"})"), "409catalogue_status_conflict");
    const auto shown = world_.get(path, {});
    EXPECT_EQ(shown.text("number"), "宜宾市急需紧缺人才目录〔2026〕第4季度第1版");
    EXPECT_EQ(shown.text("digest").size(), 64U);
    EXPECT_TRUE(shown.body.at("experts").as_array().empty());
    rows = entries(id, {});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("available").as_int64(), 20);
    EXPECT_FALSE(rows[0].at("withheld").as_bool());
    EXPECT_EQ(rows[1].at("demand").as_int64(), 12);
    EXPECT_TRUE(rows[1].at("withheld").as_bool()) << "three people are told to nobody";
    for (const char* hidden : {"available", "ratio", "points"})
        EXPECT_TRUE(rows[1].at(hidden).is_null()) << hidden;
    EXPECT_EQ(rows[1].at("dissents").as_int64(), 1);
    EXPECT_TRUE(rows[1].at("opinions").as_array().empty());
    rows = entries(id, checker_);
    EXPECT_EQ(rows[1].at("points").as_int64(), (35 * 750 + 25 * 500 + 20 * 150 + 40) / 80);
    const auto& said = rows[1].at("opinions").as_array().at(0);
    EXPECT_EQ(said.at("expert").as_string(), "专家expa");
    EXPECT_EQ(said.at("reason").as_string(), "职校本季毕业两百人");
    rows = entries(id, first);
    EXPECT_TRUE(rows[1].at("withheld").as_bool()) << "what an expert sees ends with the review";
    ASSERT_EQ(rows[1].at("opinions").as_array().size(), 1U);
    EXPECT_TRUE(rows[1].at("opinions").as_array().at(0).at("mine").as_bool());
    EXPECT_EQ(world_.get("/shortages?period=2026Q4", {}).body.at("items").as_array().size(), 1U);
}

TEST_F(ShortagesTest, TheGuideLinksEveryNumberToItsFigure) {
    market();
    next_quarter();
    const auto id = compiled(maker_);
    const std::string path = "/shortages/" + id;
    const auto colleague = named("expb", official("511500"));
    EXPECT_EQ(act(path + "/experts", colleague, R"({"login":"expb"})"), "422expert_unfit")
        << "nobody asks oneself";
    EXPECT_EQ(act(path + "/experts", maker_, R"({"login":"expb"})"), "draft");
    EXPECT_EQ(act(path + "/submit", maker_), "review");
    EXPECT_EQ(waiting(colleague, "shortage.review"), 1U);
    EXPECT_EQ(act(path + "/entries/2/opinion", colleague, R"({"grade":"moderate"})"), "review");
    EXPECT_EQ(waiting(colleague, "shortage.review"), 0U);
    EXPECT_EQ(act(path + "/publish", colleague), "403catalogue_four_eyes");
    EXPECT_EQ(act(path + "/publish", checker_), "published");
    const auto guide = world_.get(path + "/guide", {}).body;
    const auto& figures = guide.at("figures").as_array();
    std::size_t named = 0;
    for (const auto& section : guide.at("sections").as_array())
        for (const auto& sentence : section.at("sentences").as_array())
            for (const auto& part : sentence.at("parts").as_array()) {
                const std::string text(part.at("text").as_string());
                const auto number = static_cast<std::size_t>(part.at("figure").as_int64());
                if (number == 0) {
                    EXPECT_EQ(text.find_first_of("0123456789"), std::string::npos) << text;
                    continue;
                }
                ++named;
                EXPECT_EQ(figures.at(number - 1).at("value").as_string(), text);
            }
    EXPECT_EQ(named, figures.size());
    EXPECT_GT(named, 8U);
    EXPECT_EQ(codec::json::serialize(guide).find("可供3"), std::string::npos);
    const auto position = std::to_string(world_.get(path, {}).number("position"));
    const auto records = world_.get("/statistics/demand/records?period=2026Q4&place=511500"
                                    "&occupation=6-02-06-03&position=" + position, {});
    EXPECT_EQ(records.number("amount"), 100) << "the link's figure is the guide's";
    EXPECT_EQ(world_.get(path + "/guide/file", {}).bytes.substr(0, 5), "%PDF-");
}

/// What is not told, what is not known and what is 0 stay apart in the files, too; an office's file says no more than everybody's.
TEST_F(ShortagesTest, TheCatalogueComesAsXlsxPdfAndJson) {
    market();
    next_quarter();
    const std::string path = "/shortages/" + compiled(maker_);
    EXPECT_EQ(world_.get(path + "/file?form=json", {}).status, 404) << "nobody else knows of a draft";
    EXPECT_EQ(act(path + "/submit", maker_), "review");
    EXPECT_EQ(act(path + "/publish", checker_), "published");
    const auto json = world_.get(path + "/file?form=json", {});
    EXPECT_EQ(json.bytes, world_.get(path + "/file?form=json", maker_).bytes);
    const auto file = codec::json::parse(json.bytes);
    const auto& told = file.at("entries").as_array();
    EXPECT_EQ(world_.get(path + "/file?form=pdf", {}).bytes.substr(0, 5), "%PDF-");
    auto table = imports::open_table(world_.get(path + "/file?form=xlsx", {}).bytes, {});
    ASSERT_TRUE(table);
    (void)(*table)->next();
    std::size_t rows = 0, kept_back = 0;
    for (auto row = (*table)->next(); row && *row; row = (*table)->next(), ++rows) {
        const auto& cells = (*row)->cells;
        const auto& entry = told.at(rows);
        EXPECT_EQ(cells.at(2), entry.at("occupation").as_string());
        EXPECT_EQ(cells.at(6), std::to_string(entry.at("demand").as_int64()));
        const bool hidden = entry.at("available").is_null();
        EXPECT_EQ(cells.at(8), hidden ? "人数少，不公布" : std::to_string(entry.at("available").as_int64()));
        EXPECT_EQ(cells.at(7) == "没有数据", entry.at("demand_before").is_null()) << "nothing is known of the quarter before";
        kept_back += hidden ? 1 : 0;
    }
    EXPECT_EQ(rows, told.size());
    EXPECT_GT(kept_back, 0U);
    EXPECT_EQ(world_.get(path + "/file?form=doc", {}).status, 400);
}

TEST_F(ShortagesTest, TheRegionsGuideCountsItsCitiesAlone) {
    post(7101, "2026-10-07", "6-02-06-03", 40, "510104");  // Chengdu is not of the region.
    post(7102, "2026-10-07", "6-02-06-03", 25, "510502");
    market();
    next_quarter();
    const auto id = compiled(maker_, "");
    const std::string path = "/shortages/" + id;
    EXPECT_EQ(act(path + "/submit", maker_), "review");
    EXPECT_EQ(act(path + "/publish", checker_), "published");
    const auto guide = world_.get(path + "/guide", {}).body;
    std::map<std::string, std::string> values;
    std::map<std::string, std::string> links;
    for (const auto& figure : guide.at("figures").as_array()) {
        const std::string what(figure.at("what").as_string());
        values[what] = std::string(figure.at("value").as_string());
        links[what] = std::string(figure.at("link").as_string());
    }
    EXPECT_EQ(values["制造业需求人数"], "167") << codec::json::serialize(guide);
    EXPECT_EQ(values["宜宾市制造业需求人数"], "142");
    EXPECT_EQ(values["泸州市制造业需求人数"], "25");
    EXPECT_FALSE(values.contains("成都市制造业需求人数"));
    const auto& link = links["泸州市制造业需求人数"];
    const auto records =
        world_.get("/statistics/demand/records" + link.substr(std::min(link.find('?'), link.size())), {});
    EXPECT_EQ(records.number("amount"), 25) << link;
}

TEST_F(ShortagesTest, TheCatalogueOfTheRegionIsForOfficesOfCities) {
    next_quarter();
    const auto county = official("511502");
    EXPECT_EQ(compiled(county, ""), "403catalogue_elsewhere");
    const auto path = "/shortages/" + compiled(maker_, "");
    EXPECT_EQ(world_.get(path, county).text("needs_office"), "of_city");
    EXPECT_EQ(act(path + "/submit", county), "403catalogue_elsewhere");
    EXPECT_EQ(act(path + "/experts", county, R"({"login":"nobody"})"), "403catalogue_elsewhere");
    EXPECT_EQ(act(path + "/submit", maker_), "review");
    EXPECT_EQ(act(path + "/publish", county), "403catalogue_elsewhere");
    EXPECT_EQ(act(path + "/publish", official("510500")), "409catalogue_empty")
        << "another city's office may: here nothing is short";
}

TEST_F(ShortagesTest, RefusesWithARule) {
    count();
    EXPECT_EQ(compiled(maker_, R"(,"place":"510500")"), "403catalogue_elsewhere");
    EXPECT_EQ(compiled(maker_, R"(,"place":"511502")"), "400unknown_code");
    const auto code = [&](const std::string& period) {
        return world_.post("/shortages", maker_, R"({"period":")" + period + R"("})",
                           "refused" + std::to_string(++keys_)).text("code");
    };
    EXPECT_EQ(code("2026-4"), "period_malformed");
    EXPECT_EQ(code("2027Q1"), "catalogue_period_not_begun");
    EXPECT_EQ(world_.post("/shortages", world_.agency("511502"), "{}", "no").status, 403);
    const auto id = compiled(maker_);
    EXPECT_EQ(compiled(checker_), "409catalogue_open_already");
    EXPECT_EQ(act("/shortages/" + id + "/submit", official("510500")), "404not_found");
    EXPECT_EQ(act("/shortages/" + id + "/publish", checker_), "409catalogue_status_conflict");
    EXPECT_EQ(act("/shortages/" + id + "/submit", maker_), "review");
    EXPECT_EQ(act("/shortages/" + id + "/publish", checker_), "409catalogue_empty");
    EXPECT_EQ(act("/shortages/" + id + "/send-back", checker_, R"({"reason":"没有数据"})"), "draft");
    EXPECT_EQ(world_.get("/shortages/" + id, maker_).text("note"), "没有数据");
    EXPECT_EQ(act("/shortages/" + id + "/compile", maker_), "draft");
}

TEST_F(ShortagesTest, WarningsOverQuartersAreDecidedActedOnAndLookedBackAt) {
    post(7001, "2026-01-05", "6-02-06-03", 120);
    post(7002, "2026-01-05", "6-02-06-07", 30);
    people(20, "2026-01-06", "6-02-06-03");
    people(18, "2026-01-06", "6-02-06-07");
    close(7001, "2026-09-20");
    close(7002, "2026-09-20");
    count();
    const auto list = [&](const access::Caller& as) {
        return world_.get("/shortage-warnings", as).body.at("items").as_array();
    };
    const auto warnings = list(maker_);
    ASSERT_EQ(warnings.size(), 2U) << "both at the second quarter, and nothing moved at the third";
    EXPECT_TRUE(list({}).empty()) << "nothing is given before officials decide";
    EXPECT_TRUE(list(official("510500")).empty());
    const auto hindsight = world_.get("/shortage-hindsight?place=511500", {});
    EXPECT_EQ(hindsight.number("quarters"), 3);
    EXPECT_EQ(hindsight.text("last_period"), "2026Q3");
    const auto& assessed = hindsight.body.at("assessed");
    EXPECT_EQ(assessed.at("period").as_string(), "2026Q3");
    EXPECT_GT(assessed.at("position").as_int64(), 0);
    EXPECT_EQ(assessed.at("formula").as_int64(), levels_formula);
    ASSERT_EQ(assessed.at("included").as_array().size(), 1U) << "posts were counted in one place alone";
    EXPECT_EQ(assessed.at("included").at(0).at("code").as_string(), "511500");
    EXPECT_EQ(assessed.at("excluded").as_array().size(), 6U) << "the others are named as left out";
    const auto& looked = hindsight.body.at("of_warnings");
    EXPECT_EQ(looked.at("given").as_int64(), 2);
    EXPECT_EQ(looked.at("right").as_int64(), 2);
    EXPECT_EQ(looked.at("pending").as_int64(), 2);
    EXPECT_EQ(looked.at("missed").as_int64(), 2) << "the second quarter came without a warning";
    std::string red;
    std::string other;
    for (const auto& each : warnings) {
        if (each.at("status").as_string() != "computed") continue;
        (each.at("level").as_string() == "red" ? red : other) = std::string(each.at("id").as_string());
    }
    ASSERT_FALSE(red.empty());
    ASSERT_FALSE(other.empty());
    EXPECT_EQ(waiting(maker_, "shortage.decide"), 2U);
    const std::string path = "/shortage-warnings/" + red;
    EXPECT_EQ(world_.get(path, {}).status, 404);
    EXPECT_EQ(act(path + "/issue", official("510500")), "404not_found");
    EXPECT_EQ(act(path + "/answer", maker_, R"({"measures":"扩招两个班"})"),
              "409warning_status_conflict");
    EXPECT_EQ(act(path + "/issue", maker_), "issued");
    EXPECT_EQ(act(path + "/issue", maker_), "409warning_status_conflict");
    EXPECT_EQ(waiting(maker_, "shortage.act"), 1U);
    EXPECT_EQ(list({}).size(), 1U);
    const auto shown = world_.get(path, {});
    EXPECT_EQ(shown.text("due_at"), "2026-12-01T00:00:00+08:00") << "seven whole days";
    const auto& history = shown.body.at("history").as_array();
    ASSERT_EQ(history.size(), 1U) << "of what was issued, and not after it";
    EXPECT_EQ(history[0].at("period").as_string(), shown.text("period"));
    EXPECT_TRUE(history[0].at("available").is_null()) << "figures of people are for the office";
    EXPECT_EQ(world_.get(path, official("510500")).body.at("history").as_array().size(), 1U);
    const auto whole = world_.get(path, maker_);
    const auto& quarters = whole.body.at("history").as_array();
    ASSERT_EQ(quarters.size(), 3U);
    EXPECT_TRUE(quarters[0].at("available").is_int64());
    EXPECT_EQ(quarters[2].at("standing").as_string(), "none") << "one quarter warns of nothing";
    EXPECT_EQ(act(path + "/answer", maker_, R"({"measures":"扩招两个班"})"), "answered");
    EXPECT_EQ(act("/shortage-warnings/" + other + "/dismiss", maker_, R"({"reason":"季节性用工"})"),
              "dismissed");
    EXPECT_EQ(world_.get("/shortage-hindsight?place=511500", {})
                  .body.at("of_warnings").at("given").as_int64(), 1)
        << "what officials dismiss was not given";
    EXPECT_EQ(waiting(maker_, "shortage.act"), 0U);
    world_.go_to("2027-04-02T09:00:00+08:00");
    count();
    const auto after = list(maker_);
    ASSERT_EQ(after.size(), 4U);
    EXPECT_EQ(after[0].at("status").as_string(), "lifted") << "two quarters without posts";
    EXPECT_EQ(after[0].at("period").as_string(), "2027Q1");
    EXPECT_EQ(world_.get("/shortage-hindsight", {}).number("quarters"), 5);
}

/// The distinct people of every flow of the raw journal, found by looking back from each event: slow and
/// without a line of following.cpp.
std::map<std::string, std::int64_t> second_count(const std::vector<journal::Event>& events,
                                                 const std::string& kind, Instant from, Instant to) {
    const auto text = [](const journal::Event& event, const char* member) {
        const auto* found = event.data.as_object().if_contains(member);
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
    };
    const auto home_before = [&](std::size_t end, PersonId person) -> std::string {
        for (std::size_t i = end; i-- > 0;)
            if (events[i].kind.starts_with("people.") && events[i].person == person &&
                !text(events[i], "place").empty())
                return city_of(PlaceCode{text(events[i], "place")}).text;
        return "";
    };
    std::map<std::string, std::set<std::int64_t>> people;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& event = events[i];
        if (event.at < from || event.at >= to) continue;
        if (kind == "work" && event.kind == "seat.accepted") {
            for (std::size_t j = 0; j < i; ++j)
                if (events[j].kind == "order.opened" &&
                    events[j].subject.text() == text(event, "order")) {
                    people[home_before(i, *event.person) + ">" +
                           city_of(PlaceCode{text(events[j], "place")}).text]
                        .insert(event.person->number);
                    break;
                }
        }
        if (kind == "residence" && event.kind.starts_with("people.")) {
            const auto before = home_before(i, *event.person);
            const auto after = city_of(PlaceCode{text(event, "place")}).text;
            if (!before.empty() && before != after)
                people[before + ">" + after].insert(event.person->number);
        }
    }
    std::map<std::string, std::int64_t> flows;
    for (const auto& [name, each] : people) flows[name] = static_cast<std::int64_t>(each.size());
    return flows;
}

TEST_F(ShortagesTest, AFlowCountsPeopleAndForgetsWhoWasErased) {
    post(8100, "2026-07-05", "6-02-06-03", 50, "511502");
    person(700'001, "2026-07-06", "510502");
    person(700'002, "2026-07-06", "510502");
    append([] {
        auto erased = event("privacy.erased", "2026-07-07", "privacy_request", 1, "510502");
        erased.person = PersonId{700'002};
        return erased;
    }());
    for (int seat = 0; seat < 10; ++seat)
        for (const std::int64_t who : {700'001, 700'002}) {
            auto accepted = event("seat.accepted", "2026-07-08", "seat",
                                  9'500'000 + 2 * seat + who % 2, "511502");
            accepted.person = PersonId{who};
            accepted.data = boost::json::object{{"order", OrderId{8100}.text()}};
            append(accepted);
        }
    count();
    const auto shown = world_.get("/talent-flows?kind=work&period=2026Q3", maker_);
    EXPECT_EQ(shown.body.at("matrix").at("total").as_int64(), 1) << "ten short seats, one person";
    EXPECT_EQ(shown.number("unknown"), 1) << "where she lived is forgotten";
    const std::string records = "/talent-flows/records?kind=work&period=2026Q3&from=510500&to=511500";
    const auto who = world_.get(records, maker_);
    EXPECT_EQ(who.number("amount"), 1);
    ASSERT_EQ(who.body.at("items").as_array().size(), 1U);
    EXPECT_EQ(who.body.at("items").at(0).at("person").as_string(), PersonId{700'001}.text());
    EXPECT_EQ(who.body.at("items").at(0).at("from_name").as_string(), "泸州市");
    const auto elsewhere = world_.get(records, official("511000"));
    EXPECT_EQ(elsewhere.number("amount"), 1) << "offices see the number";
    EXPECT_TRUE(elsewhere.body.at("items").as_array().empty()) << "and nobody of other places";
    EXPECT_EQ(world_.get(records, {}).status, 401);
    const auto beyond = world_.get("/talent-flows/records?kind=work&period=2026Q3&to=511500", maker_);
    EXPECT_EQ(beyond.number("amount"), 0) << "without a place: everywhere beyond the region";
    const auto codes = [&](const char* which) {
        std::set<std::string> all;
        for (const auto& place : shown.body.at(which).as_array()) all.emplace(place.at("code").as_string());
        return all;
    };
    EXPECT_EQ(codes("included"), (std::set<std::string>{"510500", "511500"})) << "people live in one, posts are in the other";
    EXPECT_EQ(codes("excluded").size(), 5U) << "of these nothing is known: their 0 is no count";
    const auto open = world_.get("/talent-flows?kind=work&period=2026Q3", {});
    EXPECT_EQ(open.body.at("matrix").at("hidden").as_int64(), 1);
    EXPECT_EQ(open.body.at("matrix").at("total").as_int64(), 0);
}

TEST_F(ShortagesTest, FlowsAreWhatASecondCountOfTheJournalGives) {
    std::mt19937 random(11);
    const std::vector<std::string> homes{"510302", "510502", "510521", "511502", "500153", "510104"};
    std::vector<journal::Event> events;
    const auto keep = [&](const journal::Event& each) {
        append(each);
        events.push_back(each);
    };
    Date day = *parse_date("2026-05-02");
    for (int i = 0; i < 900; ++i) {
        if (i % 5 == 0) day = add_days(day, 1);
        const auto& place = homes[random() % homes.size()];
        const auto who = static_cast<std::int64_t>(600'000 + random() % 70);
        const auto order = static_cast<std::int64_t>(8000 + random() % 12);
        if (i < 12) {
            auto opened = event("order.opened", date_text(day), "order", 8000 + i, homes[static_cast<std::size_t>(i) % 5]);
            opened.organisation = OrganisationId{3};
            opened.data = boost::json::object{{"place", homes[static_cast<std::size_t>(i) % 5]},
                                              {"occupation", "6-02-06-03"}, {"headcount", 500},
                                              {"remaining", 500}};
            keep(opened);
        } else if (random() % 3 == 0) {
            auto said = event(random() % 2 == 0 ? "people.registered" : "people.changed",
                              date_text(day), "person", who, place);
            said.person = PersonId{who};
            said.data = boost::json::object{{"place", place}, {"occupation", ""}, {"origin", "herself"}};
            keep(said);
        } else {
            auto accepted = event("seat.accepted", date_text(day), "seat", 9'000'000 + i, place);
            accepted.person = PersonId{who};
            accepted.data = boost::json::object{{"order", OrderId{order}.text()}};
            keep(accepted);
        }
    }
    count();
    const auto sichuan = official("510000");
    const auto asked = [&](const std::string& kind, const std::string& period, const access::Caller& as) {
        return world_.get("/talent-flows?kind=" + kind + "&period=" + period, as);
    };
    for (const std::string kind : {"work", "residence"})
        for (int quarter = 2; quarter <= 4; ++quarter) {
            const auto from = start_of(Date{std::chrono::year(2026), std::chrono::month(static_cast<unsigned>(quarter * 3 - 2)), std::chrono::day(1)});
            const auto to = start_of(add_months(date_of(from), 3));
            auto expected = second_count(events, kind, from, to);
            const auto shown = asked(kind, "2026Q" + std::to_string(quarter), maker_);
            ASSERT_EQ(shown.status, 200);
            const auto& places = shown.body.at("places").as_array();
            const auto& cells = shown.body.at("matrix").at("cells").as_array();
            std::int64_t total = 0;
            for (std::size_t i = 0; i <= places.size(); ++i)
                for (std::size_t j = 0; j <= places.size(); ++j) {
                    const auto name = [&](std::size_t k) {
                        return k < places.size() ? std::string(places[k].at("code").as_string()) : "510100";
                    };
                    const auto amount = cells[i].as_array()[j].at("amount").as_int64();
                    EXPECT_EQ(amount, expected[name(i) + ">" + name(j)]) << kind << quarter;
                    total += amount;
                    const auto cell = world_.get(
                        "/talent-flows/records?limit=200&kind=" + kind + "&period=2026Q" + std::to_string(quarter) +
                            (i < places.size() ? "&from=" + name(i) : "") + (j < places.size() ? "&to=" + name(j) : ""),
                        sichuan);
                    EXPECT_EQ(cell.number("amount"), amount) << "the cell opens to its figure";
                    if (name(i).starts_with("51") || name(j).starts_with("51"))
                        EXPECT_EQ(static_cast<std::int64_t>(cell.body.at("items").as_array().size()), amount);
                }
            std::int64_t unknown = 0;
            for (const auto& [name, amount] : expected) unknown += name.starts_with(">") ? amount : 0;
            EXPECT_EQ(shown.number("unknown"), unknown);
            EXPECT_GT(total, quarter == 4 ? 0 : 10);
            if (quarter == 4) continue;
            const auto open = asked(kind, "2026Q" + std::to_string(quarter), {});
            const auto& public_cells = open.body.at("matrix").at("cells").as_array();
            for (std::size_t i = 0; i <= places.size(); ++i)
                for (std::size_t j = 0; j <= places.size(); ++j) {
                    const auto amount = cells[i].as_array()[j].at("amount").as_int64();
                    EXPECT_EQ(public_cells[i].as_array()[j].at("hidden").as_bool(),
                              amount > 0 && amount < 10);
                }
            EXPECT_TRUE(open.body.at("unknown").is_null());
        }
    EXPECT_EQ(asked("work", "2026Q4", {}).text("code"), "flow_period_open");
    EXPECT_EQ(asked("work", "2027Q1", maker_).text("code"), "catalogue_period_not_begun");
    EXPECT_EQ(asked("work", "2026-4", maker_).text("code"), "period_malformed");
}

}  // namespace shortages_test
}  // namespace jianghui::shortages
