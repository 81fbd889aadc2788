// Open data from a publication to bytes that stay; what is not in it.

#include <gtest/gtest.h>

#include "engine/crypto/sha256.hpp"
#include "features/organisations/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::open_data {
namespace open_data_test {

using access::Role;

class OpenData : public testing::Test {
  protected:
    void run_jobs() { world_.run_jobs(3); }
    /// The quarter of the tests is over: what tells of people may be published.
    void next_quarter() {
        world_.clock().set(*parse_instant("2027-01-04T02:00:00.000Z"));
        run_jobs();
    }
    /// A list of 511500, published by two officials.
    std::string published(const std::string& kind) {
        const auto list = world_.post("/lists", maker_,
                                      R"({"kind":")" + kind + R"(","period":"2026Q4","place":"511500"})",
                                      "list" + std::to_string(++keys_)).text("id");
        world_.post("/lists/" + list + "/submit", maker_);
        world_.post("/lists/" + list + "/freeze", checker_);
        EXPECT_EQ(world_.post("/lists/" + list + "/publish", maker_).text("status"), "published");
        return list;
    }
    http::Reply fetched(const std::string& target, const std::string& tag = "") {
        http::Request request;
        request.path = "/api/v1" + target;
        if (!tag.empty()) request.headers.emplace_back("if-none-match", tag);
        return world_.app().handle(std::move(request));
    }
    static std::string header(const http::Reply& reply, std::string_view name) {
        for (const auto& [key, value] : reply.headers)
            if (key == name) return value;
        return "";
    }
    std::vector<std::string> ids(const std::string& query = "") {
        std::vector<std::string> found;
        const auto answer = world_.get("/open-data" + query, {});
        EXPECT_EQ(answer.status, 200);
        for (const auto& item : answer.body.at("items").as_array())
            found.emplace_back(item.at("id").as_string());
        return found;
    }
    bool has(const std::string& id, const std::string& query = "") {
        const auto all = ids(query);
        return std::find(all.begin(), all.end(), id) != all.end();
    }
    /// A verified agency with that first half of its credit code and a licence.
    void licensed(const std::string& code_begin, const std::string& name) {
        std::string refused;
        world_.store().write([&](store::Transaction& transaction) {
            const access::Caller nobody;
            app::Command command(transaction, nobody, world_.clock().now(), world_.app().services(),
                                 world_.app().services().get<IdSource>());
            organisations::NewOrganisation wanted;
            wanted.kind = organisations::OrganisationKind::agency;
            wanted.name.text = name;
            for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
                wanted.credit_code = code_begin + last;
                if (credit_code_checks(wanted.credit_code)) break;
            }
            wanted.place = {"511502"};
            wanted.address.text = "测试路 1 号";
            wanted.capacity = 10;
            const auto id = organisations::register_organisation(command, wanted);
            if (!id || !organisations::verify(command, *id)) {
                refused = id ? "verify" : id.error().code;
                return false;
            }
            organisations::NewCredential issued;
            issued.kind = organisations::CredentialKind::licence;
            issued.number.text = "许可-" + name;
            issued.issuing_place = {"511500"};
            issued.scope.push_back(organisations::OrderKind::recruit);
            issued.valid_from_on = *parse_date("2024-01-01");
            issued.valid_to_on = *parse_date("2028-12-31");
            const auto done = organisations::issue_credential(command, *id, issued);
            if (!done) refused = done.error().code;
            return done.has_value();
        });
        EXPECT_EQ(refused, "");
    }

    test::TestApp world_;
    access::Caller employer_ = world_.employer("511502");
    access::Caller maker_ = world_.caller(Role::official, {}, "511500");
    access::Caller checker_ = world_.caller(Role::official, {}, "511500");
    int keys_ = 0;
};

TEST_F(OpenData, APublishedQuarterReportIsATableWithWhatEverybodySeesOfIt) {
    // As many companies and people as may be published.
    world_.open_order(employer_, 9);
    for (int i = 0; i < 2; ++i) world_.open_order(world_.employer("511502"), 6);
    run_jobs();
    next_quarter();
    const auto report = world_.post("/quarter-reports", maker_,
                                    R"({"period":"2026Q4","place":"511500"})", "report");
    const std::string path = "/quarter-reports/" + report.text("id");
    world_.post(path + "/submit", maker_);
    run_jobs();
    EXPECT_FALSE(has("quarter-report-511500")) << "a report in review is nothing";
    EXPECT_EQ(world_.post(path + "/publish", checker_).text("status"), "published");
    run_jobs();
    ASSERT_TRUE(has("quarter-report-511500", "?theme=market"));
    const auto table = world_.get("/open-data/quarter-report-511500", {});
    EXPECT_EQ(table.body.at("newest").at("label").as_string(), "2026Q4");
    EXPECT_EQ(table.body.at("newest").at("position").as_int64(),
              world_.get(path, {}).number("position"));
    const auto csv = fetched("/open-data/quarter-report-511500/versions/1/csv").body;
    const auto tables = world_.get(path + "/tables", {});
    std::size_t rows = 1;  // and the header
    for (const auto& one : tables.body.at("items").as_array())
        rows += one.at("rows").as_array().size() + (one.at("is_whole").as_bool() ? 1 : 0);
    EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), rows);
    EXPECT_NE(csv.find("2026Q4,511500,宜宾市,overall,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",total,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",seeker_kind,"), std::string::npos) << csv;
}

TEST_F(OpenData, APublishedListIsATableWhoseOldVersionsStay) {
    world_.open_order(employer_, 9);
    run_jobs();
    EXPECT_FALSE(has("demand-list-511500")) << "a draft is nothing";
    published("demand");
    run_jobs();
    ASSERT_TRUE(has("demand-list-511500"));
    EXPECT_TRUE(has("demand-list-511500", "?theme=market&q=%E5%AE%9C%E5%AE%BE"));
    EXPECT_FALSE(has("demand-list-511500", "?theme=pay"));
    const auto table = world_.get("/open-data/demand-list-511500", {});
    EXPECT_EQ(table.body.at("title").at("zh").as_string(), "宜宾市需求清单");
    EXPECT_EQ(table.body.at("newest").at("label").as_string(), "2026Q4");
    EXPECT_EQ(table.body.at("newest").at("formula").as_string(), "demand 1");
    ASSERT_EQ(table.body.at("newest").at("places").as_array().size(), 1U);
    EXPECT_EQ(table.body.at("newest").at("places").at(0).at("name").as_string(), "宜宾市");
    EXPECT_EQ(table.body.at("newest").at("places").at(0).at("reason").as_string(), "");
    EXPECT_GT(table.body.at("newest").at("position").as_int64(), 0);
    EXPECT_FALSE(table.body.at("licence").at("confirmed").as_bool());
    EXPECT_EQ(table.body.at("preview").as_array().size(), 1U);
    EXPECT_EQ(table.body.at("columns").as_array().size(), table.body.at("preview").as_array()[0].as_array().size());

    const std::string link = "/open-data/demand-list-511500/versions/1/csv";
    const auto first = fetched(link);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.content_type, "text/csv; charset=utf-8");
    const std::string digest(table.body.at("newest").at("digest").as_string());
    EXPECT_EQ(crypto::sha256(first.body).hex(), digest);
    EXPECT_EQ(header(first, "etag"), '"' + digest + '"');
    EXPECT_NE(header(first, "cache-control").find("immutable"), std::string::npos);
    const auto known = fetched(link, '"' + digest + '"');
    EXPECT_EQ(known.status, 304);
    EXPECT_TRUE(known.body.empty());

    world_.open_order(employer_, 4, "", "511504");
    run_jobs();
    published("demand");
    run_jobs();
    EXPECT_EQ(fetched(link).body, first.body) << "the old link gives the same bytes";
    const auto second = fetched("/open-data/demand-list-511500/versions/2/csv");
    EXPECT_NE(second.body, first.body);
    EXPECT_EQ(fetched("/open-data/demand-list-511500/csv").body, second.body);
    EXPECT_EQ(fetched("/open-data/demand-list-511500/csv", '"' + digest + '"').status, 200);
    const auto json = codec::json::parse(fetched("/open-data/demand-list-511500/versions/2/json").body);
    EXPECT_EQ(json.at("version").as_int64(), 2);
    EXPECT_EQ(json.at("rows").as_array().size(), 2U);
    const auto versions = world_.get("/open-data/demand-list-511500/versions?limit=1", {});
    EXPECT_EQ(versions.body.at("items").as_array()[0].at("number").as_int64(), 2);
    EXPECT_EQ(world_.get("/open-data/demand-list-511500/versions?cursor=" + versions.text("next"), {})
                  .body.at("items").as_array()[0].at("number").as_int64(), 1);
    world_.restart();
    run_jobs();
    EXPECT_EQ(fetched(link).body, first.body);
    EXPECT_EQ(world_.get("/open-data/demand-list-511500/versions", {}).body.at("items").as_array().size(), 2U)
        << "each publication is taken once";
}

TEST_F(OpenData, WhatIsNowGetsAVersionWhenItChangedAndKeepsEmptyApartFromZero) {
    world_.open_order(employer_, 9);
    run_jobs();
    ASSERT_TRUE(has("figures"));
    ASSERT_TRUE(has("demand-statistics"));
    const auto figures = fetched("/open-data/figures/versions/1/csv").body;
    EXPECT_NE(figures.find("2026,,川南渝西,employment,人次,0,0,,"), std::string::npos)
        << "counted, and nothing was found";
    EXPECT_NE(figures.find("2025,,川南渝西,employment,人次,,,1200000,"), std::string::npos)
        << "not known, and the target is";
    const auto demand = fetched("/open-data/demand-statistics/versions/1/csv");
    world_.open_order(employer_, 5, "", "511504");
    run_jobs();
    EXPECT_EQ(fetched("/open-data/demand-statistics/versions/2/csv").status, 404) << "looked at daily";
    world_.clock().advance(std::chrono::hours(25));
    run_jobs();
    EXPECT_EQ(fetched("/open-data/demand-statistics/versions/2/csv").status, 200);
    EXPECT_EQ(fetched("/open-data/demand-statistics/versions/1/csv").body, demand.body);
    EXPECT_EQ(fetched("/open-data/figures/versions/2/csv").status, 404) << "nothing changed there";
    int without = 0;
    const auto places = world_.get("/open-data/demand-statistics", {}).body.at("newest").at("places");
    EXPECT_EQ(places.as_array().size(), 7U);
    for (const auto& place : places.as_array()) without += place.at("reason").as_string().empty() ? 0 : 1;
    EXPECT_EQ(without, 6) << "places without data are named with why";
}

TEST_F(OpenData, WhatIsOnTheMarketIsThereByCodesAndWithoutNames) {
    world_.open_order(employer_, 9);
    run_jobs();
    const auto file = fetched("/open-data/open-orders/versions/1/csv").body;
    EXPECT_NE(file.find(",511502,翠屏区,flex,6-02-06-03,白酒酿造工,9,9,2026-12-01,2026-12-31,,day,20000,26000,race,"),
              std::string::npos) << file;
    EXPECT_EQ(file.find("起窖"), std::string::npos) << "no words of people";
    EXPECT_EQ(file.find("二车间"), std::string::npos);
    EXPECT_EQ(world_.get("/open-data/service-products", {}).status, 404) << "nothing is on sale";
}

TEST_F(OpenData, RegistersLeaveOutSoleTradersAndKeepNoVersionsOfConsequences) {
    licensed("91511502MA6ABCDE7", "江河人力有限公司");
    licensed("92511502MA6ABCDE7", "张三劳务服务部");
    run_jobs();
    ASSERT_TRUE(has("register-hr_service_licence"));
    const auto file = fetched("/open-data/register-hr_service_licence/csv").body;
    EXPECT_NE(file.find("江河人力有限公司"), std::string::npos) << file;
    EXPECT_EQ(file.find("张三"), std::string::npos) << file;
    EXPECT_EQ(file.find("legal_representative"), std::string::npos) << "who everybody may look up is no open data";
    EXPECT_NE(file.find("field_services"), std::string::npos);
    EXPECT_NE(file.find("field_premises"), std::string::npos);
    const auto table = world_.get("/open-data/register-hr_service_licence", {});
    EXPECT_EQ(table.body.at("newest").at("left_out").as_int64(), 1);
    EXPECT_EQ(table.body.at("title").at("zh").as_string(), "登记簿：人力资源服务许可证");
    EXPECT_FALSE(has("register-practitioner_qualification")) << "not public";
    const auto listed = world_.get("/open-data/register-wage_arrears_list", {});
    EXPECT_EQ(listed.status, 200);
    EXPECT_TRUE(listed.body.at("newest").is_null());
    EXPECT_EQ(fetched(listed.text("live").substr(7)).status, 200);
    EXPECT_EQ(fetched("/open-data/register-wage_arrears_list/csv").status, 404);
}

TEST_F(OpenData, TheCatalogueIsForMachinesAndWhatThereIsNotIsNotFound) {
    run_jobs();
    const auto catalogue = fetched("/open-data/catalogue.jsonld");
    EXPECT_EQ(catalogue.status, 200);
    EXPECT_EQ(catalogue.content_type, "application/ld+json; charset=utf-8");
    const auto document = codec::json::parse(catalogue.body);
    EXPECT_EQ(document.at("dcat:dataset").as_array().size(), ids().size());
    EXPECT_EQ(fetched("/open-data/catalogue.jsonld", header(catalogue, "etag")).status, 304);
    EXPECT_EQ(fetched("/open-data/nothing").status, 404);
    EXPECT_EQ(fetched("/open-data/figures/versions/99/csv").status, 404);
    EXPECT_EQ(fetched("/open-data/nothing/versions").status, 404);
    EXPECT_EQ(world_.get("/open-data?theme=weather", {}).status, 400);
}

TEST_F(OpenData, FewPeopleStayHidden) {
    world_.store().write([&](store::Transaction& transaction) {
        std::int64_t person = 500'000;
        for (const auto& [occupation, count] :
             std::vector<std::pair<std::string, int>>{{"6-02-06-03", 14}, {"6-02-06-07", 11}, {"4-04-05-01", 3}})
            for (int i = 0; i < count; ++i) {
                journal::Event event;
                event.at = world_.clock().now();
                event.kind = "people.registered";
                event.city = {"511500"};
                event.person = PersonId{++person};
                event.subject_kind = "person";
                event.subject = {person};
                event.data = boost::json::object{
                    {"place", "511502"}, {"occupation", occupation}, {"origin", "herself"}};
                journal::append(transaction, event);
            }
        return true;
    });
    run_jobs();
    next_quarter();
    published("supply");
    run_jobs();
    const auto json = codec::json::parse(fetched("/open-data/supply-list-511500/json").body);
    std::int64_t total = 0;
    for (const auto& row : json.at("rows").as_array()) {
        EXPECT_GE(row.at("amount").as_int64(), 10);
        total += row.at("amount").as_int64();
    }
    EXPECT_EQ(total, 28);
}

}  // namespace open_data_test
}  // namespace jianghui::open_data
