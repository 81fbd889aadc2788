// A sealed value of a form, opened while its case runs: by whom, with which purpose, and who finds the reading.

#include <gtest/gtest.h>

#include "engine/registers/definition_file.hpp"
#include "features/cases/model.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace sealed_value_test {

using access::Caller;
using access::Role;
using Answer = test::TestApp::Answer;

constexpr const char* help = R"(
id = "test_help"
version = 1
title = { zh = "求助", en = "Help" }
opened_by = ["worker"]
basis = [{ text = "试", mark = "F" }]
states = [
  { id = "asked", title = { zh = "已提出", en = "Asked" }, waits_for = "official" },
  { id = "done", title = { zh = "已办结", en = "Done" } },
]
steps = [{ id = "close", title = { zh = "办结", en = "Close" }, from = ["asked"], to = "done", by = ["official"] }]
[handled]
place = "applicant"
[[forms]]
id = "ask"
title = { zh = "求助", en = "Help" }
fields = [
  { id = "what", title = { zh = "事项", en = "What" }, type = "text" },
  { id = "phone", title = { zh = "电话", en = "Telephone" }, type = "phone", sealed = true },
]
)";

struct SealedValues : testing::Test {
    test::WorkingMarket market;
    Caller agency = market.agency("510502");
    Caller stranger = market.agency("510502");
    Caller handler = market.caller(Role::official, {}, "511502");
    Caller elsewhere = market.caller(Role::official, {}, "510302");
    std::string id;
    std::string line;

    SealedValues() {
        const auto code = market.get("/organisations/" + agency.organisation.text(), agency).text("credit_code");
        open_case(agency, "branch_report",
                  R"({"branch_name":"翠屏分公司","branch_credit_code":")" + code +
                      R"(","branch_place":"511502","address":"滨江路","registered_on":"2026-11-02","services":["recruit"],)"
                      R"("person_in_charge":"王五","phone":"13812345678"})");
    }
    void open_case(const Caller& by, const std::string& procedure, const std::string& values) {
        const auto opened =
            market.post("/cases", by, R"({"procedure":")" + procedure + R"(","values":)" + values + "}", procedure);
        if (opened.status != 201) throw std::runtime_error(opened.bytes);
        id = opened.text("id");
        line = std::string(opened.body.at("timeline").at(0).at("id").as_string());
    }
    Answer open(const Caller& by, const std::string& field = "phone") {
        return market.post("/cases/" + id + "/sealed-values", by,
                           R"({"timeline":")" + line + R"(","field":")" + field + R"(","purpose":"service"})");
    }
    std::vector<journal::Event> readings(std::string_view kind) {
        return market.store().read([&](const store::Reader& reader) {
            std::vector<journal::Event> found;
            for (auto& event : journal::after(reader, 0, 5000))
                if (event.kind == kind) found.push_back(std::move(event));
            return found;
        });
    }
};

TEST_F(SealedValues, AreMaskedAndOpenedByWhoHandlesTheCaseAndByWhoWroteThem) {
    const auto seen = market.get("/cases/" + id, handler).body.at("timeline").at(0);
    EXPECT_EQ(seen.at("values").at("phone").as_string(), "138****5678");
    EXPECT_TRUE(seen.at("may_open").as_bool());
    const auto opened = open(handler);
    ASSERT_EQ(opened.status, 200) << opened.bytes;
    EXPECT_EQ(opened.text("value"), "13812345678");
    EXPECT_EQ(open(agency).text("value"), "13812345678");
    const auto events = readings("case.sealed_read");
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].organisation, agency.organisation) << "whose it is, hears of it";
    EXPECT_EQ(events[0].actor, handler.account);
    const auto said = codec::json::serialize(events[0].data);
    EXPECT_NE(said.find("\"purpose\":\"service\""), std::string::npos) << said;
    EXPECT_EQ(said.find("13812345678"), std::string::npos);
}

TEST_F(SealedValues, AreNobodyElses) {
    EXPECT_EQ(open(elsewhere).status, 404);
    EXPECT_EQ(open(stranger).status, 404);
    EXPECT_EQ(open(Caller{}).status, 401);
    EXPECT_EQ(open(handler, "address").status, 404) << "nothing sealed";
    EXPECT_EQ(open(handler, "nothing").status, 404);
    EXPECT_TRUE(readings("case.sealed_read").empty());
}

TEST_F(SealedValues, OfAPersonAreAmongHerReadings) {
    auto& catalogue = market.app().services().get<procedures::Catalogue>();
    procedures::Catalogue::Versions versions;
    for (const auto& one : catalogue.all()) versions[one->id.text][one->version] = one;
    auto read = registers::read_definition<procedures::Procedure>(
        help, "test_help.toml", [](const procedures::Procedure&) { return std::vector<registers::Fault>(); });
    ASSERT_TRUE(read) << read.error().path;
    versions["test_help"][1] = std::make_shared<const procedures::Procedure>(std::move(*read));
    catalogue.replace(std::move(versions));
    const Caller worker = market.accepted(market.grabbed(1)).caller;
    open_case(worker, "test_help", R"({"what":"问路","phone":"13912345678"})");
    const auto place = market.get("/cases/" + id, worker).text("place");
    ASSERT_EQ(open(market.caller(Role::official, {}, place)).text("value"), "13912345678");
    EXPECT_EQ(readings("person.sensitive_read").size(), 1u);
    EXPECT_TRUE(readings("case.sealed_read").empty());
    const auto hers = market.get("/people/" + worker.person.text() + "/reads", worker);
    EXPECT_NE(hers.bytes.find("test_help.ask.phone"), std::string::npos) << hers.bytes;
    EXPECT_EQ(open(worker).text("value"), "13912345678");
    EXPECT_EQ(market.get("/people/" + worker.person.text() + "/reads", worker).bytes, hers.bytes) << "her own is none";
}

}  // namespace sealed_value_test
}  // namespace jianghui::cases
