// Registers as people meet them: the look-up for every audience, the acts of officials, sealed
// values, the import of an authority's own register, recognition, definitions.

#include <gtest/gtest.h>

#include "engine/journal/seal.hpp"
#include "engine/procedures/catalogue.hpp"
#include "features/entries/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::entries {
namespace entries_test {

using access::Caller;
using access::Role;
using test::WorkingMarket;

/// A register of bases that officials keep themselves, recognised place by place.
constexpr const char* bases = R"(
id = "test_base"
version = 1
title = { zh = "实训基地", en = "Training base" }
subject = "organisation"
counts = "recognised"
standard = "S1"
number = "{place}-{year}-{serial:3}"
published = true
direct = true
statistics = ["kinds"]
[[basis]]
text = "试"
mark = "K"
[issuer]
levels = ["city", "county"]
[validity]
months = 12
[[fields]]
id = "site"
title = { zh = "场地", en = "Site" }
type = "text"
audience = "everybody"
[[fields]]
id = "kinds"
title = { zh = "服务", en = "Services" }
type = "codes"
table = "order_kinds"
audience = "everybody"
[[fields]]
id = "fee_fen"
title = { zh = "收费", en = "Fee" }
type = "fen"
required = false
[[fields]]
id = "grade"
title = { zh = "内部评级", en = "Grade" }
type = "text"
required = false
audience = "officials"
[[fields]]
id = "phone"
title = { zh = "联系电话", en = "Phone" }
type = "phone"
required = false
sealed = true
[[fields]]
id = "deed"
title = { zh = "产权证号", en = "Deed" }
type = "text"
required = false
unique = true
audience = "officials"
)";
/// A list with consequences, not public, from a procedure only.
constexpr const char* warnings = R"(
id = "test_warning"
version = 1
title = { zh = "提示名单", en = "Warning list" }
subject = "organisation"
counts = "issuing_place"
gate = "warning"
published = false
[[basis]]
text = "试"
mark = "F"
[issuer]
levels = ["county"]
[[fields]]
id = "why"
title = { zh = "原因", en = "Why" }
type = "text"
)";

/// About people, with a value that is kept sealed.
constexpr const char* trainees = R"(
id = "test_trainee"
version = 1
title = { zh = "学员登记", en = "Trainees" }
subject = "person"
counts = "issuing_place"
published = false
direct = true
[[basis]]
text = "试"
mark = "F"
[issuer]
levels = ["county"]
[[fields]]
id = "phone"
title = { zh = "家属电话", en = "Family's phone" }
type = "phone"
sealed = true
)";

struct Registers : testing::Test {
    WorkingMarket market;
    Caller official = market.caller(Role::official, {}, "510502");
    Caller city = market.caller(Role::official, {}, "510500");
    Caller inspector = market.caller(Role::inspector, {}, "510502");
    Caller elsewhere = market.caller(Role::official, {}, "511502");
    Caller nobody;
    Caller administrator = market.caller(Role::system_administrator, {}, "");

    /// An entry of the market exclusions about the agency.
    std::string barred() {
        return market
            .act<registers::EntryId>(city,
                                     [&](app::Command& command) -> Result<registers::EntryId> {
                                         TRY(const auto definition,
                                             command.services.get<registers::Catalogue>().current("market_exclusion"));
                                         registers::NewEntry wanted;
                                         wanted.place = city.place;
                                         wanted.organisation = market.broker.organisation;
                                         wanted.valid_from_on = date_of(command.now);
                                         wanted.values = {{"reason", "unpaid_wages"}};
                                         TRY(const auto entry, registers::issue(command, *definition, wanted));
                                         return entry.id;
                                     })
            .text();
    }
    Registers() {
        auto& catalogue = market.app().services().get<registers::Catalogue>();
        registers::Catalogue::Versions versions;
        for (const auto& one : catalogue.all()) versions[one->id.text][one->version] = one;
        for (const char* text : {bases, warnings, trainees}) {
            auto read = registers::read_definition<Register>(
                text, "test.toml", [&](const Register& definition) {
                    return registers::faults_of(
                        definition, market.app().services().get<registers::CodeBook>());
                });
            if (!read) throw std::runtime_error(read.error().errors.empty()
                                                    ? read.error().path + read.error().message.en
                                                    : read.error().errors[0].message.en);
            const std::string id = read->id.text;
            versions[id][1] = std::make_shared<const Register>(std::move(*read));
        }
        catalogue.replace(std::move(versions));
    }

    std::string body(const std::string& more = "", const std::string& place = "510502") {
        return fmt::format(
            R"({{"place":"{}","organisation":"{}","valid_from_on":"2026-11-01","values":{{"site":"蓝田坝实训楼","kinds":["train","assess"],"fee_fen":120000,"grade":"甲","phone":"13812345678"}}{}}})",
            place, market.broker.organisation.text(), more);
    }
    std::string issued(const std::string& more = "") {
        const auto made = market.post("/registers/test_base/entries", official, body(more));
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.text("id");
    }
    WorkingMarket::Answer show(const std::string& entry, const Caller& who) {
        return market.get("/entries/" + entry, who);
    }
    WorkingMarket::Answer act(const std::string& entry, const char* step, const Caller& who,
                              const std::string& reason = R"({"reason":"violation"})") {
        return market.post("/entries/" + entry + "/" + step, who, reason);
    }
    /// One proposes, another approves.
    WorkingMarket::Answer revoke(const std::string& entry) {
        EXPECT_EQ(act(entry, "revoke", official).status, 200);
        return act(entry, "proposal/approve", city, "{}");
    }
    boost::json::array list(const std::string& query, const Caller& who,
                            const std::string& of = "test_base") {
        const auto page = market.get("/registers/" + of + "/entries" + query, who);
        EXPECT_EQ(page.status, 200) << page.bytes;
        return page.status == 200 ? page.body.at("items").as_array() : boost::json::array{};
    }
    /// A recognition of what Luzhou issues, for Yibin.
    void recognise() {
        market.act<Done>(elsewhere, [&](app::Command& command) -> Result<Done> {
            registers::NewEntry wanted;
            wanted.place = {"511500"};
            wanted.valid_from_on = date_of(command.now);
            wanted.values = codec::parse(
                R"({"register":"test_base","origin":"510500","counts_in":["511500"]})")
                                ->as_object();
            TRY(const auto definition,
                command.services.get<registers::Catalogue>().current("recognition"));
            TRY_DO(registers::issue(command, *definition, wanted));
            return Done{};
        });
    }
    std::string warned() {
        return market
            .act<EntryId>(official,
                          [&](app::Command& command) -> Result<EntryId> {
                              registers::NewEntry wanted;
                              wanted.place = {"510502"};
                              wanted.organisation = market.broker.organisation;
                              wanted.number = String<1, 80>{"W-1"};
                              wanted.valid_from_on = date_of(command.now);
                              wanted.values["why"] = "未按时报告";
                              TRY(const auto definition,
                                  command.services.get<registers::Catalogue>().current(
                                      "test_warning"));
                              TRY(const Entry entry,
                                  registers::issue(command, *definition, wanted));
                              return entry.id;
                          })
            .text();
    }
};

TEST_F(Registers, AreListedWithWhatIsPublicAndToBeConfirmed) {
    issued();
    const auto all = market.get("/registers", nobody).body.at("items").as_array();
    bool seen = false;
    for (const auto& one : all) {
        if (one.at("id").as_string() != "test_base") continue;
        seen = true;
        EXPECT_FALSE(one.at("confirmed").as_bool());
        EXPECT_TRUE(one.at("direct").as_bool());
        EXPECT_EQ(one.at("valid").as_int64(), 1);
        EXPECT_EQ(one.at("public_fields").as_array().size(), 2u);
    }
    EXPECT_TRUE(seen);
    const auto licence = market.get("/registers/hr_service_licence", nobody);
    EXPECT_EQ(licence.status, 200);
    EXPECT_EQ(licence.body.at("versions").as_array().size(), 1u);
    EXPECT_GE(licence.body.at("definition").at("fields").as_array().size(), 3u);
    EXPECT_FALSE(licence.body.at("may_import").as_bool());
    EXPECT_TRUE(market.get("/registers/test_base", official).body.at("may_issue").as_bool());
    const auto unknown = market.get("/registers/test_bas", nobody);
    EXPECT_EQ(unknown.text("code"), "register_unknown");
    EXPECT_EQ(unknown.body.at("nearest").as_array().at(0).as_string(), "test_base");
}

TEST_F(Registers, ShowEveryAudienceItsPart) {
    const auto entry = issued();
    const auto fields = [&](const Caller& who) {
        std::vector<std::string> names;
        const auto seen = show(entry, who);
        for (const auto& [name, value] : seen.body.at("values").as_object())
            names.emplace_back(name);
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(fields(nobody), (Names{"site", "kinds"}));
    EXPECT_EQ(fields(market.boss), (Names{"site", "kinds"}));
    EXPECT_EQ(fields(elsewhere), (Names{"site", "kinds"}));
    EXPECT_EQ(fields(administrator), (Names{"site", "kinds"}));
    EXPECT_EQ(fields(market.broker), (Names{"site", "kinds", "fee_fen", "phone"}));
    EXPECT_EQ(fields(official), (Names{"site", "kinds", "fee_fen", "grade", "phone"}));
    EXPECT_EQ(fields(city), (Names{"site", "kinds", "fee_fen", "grade", "phone"}));
    EXPECT_EQ(fields(inspector), (Names{"site", "kinds", "fee_fen", "grade", "phone"}));
    EXPECT_EQ(show(entry, official).body.at("values").at("phone").as_string(), "138****5678");
    recognise();
    EXPECT_EQ(fields(elsewhere), (Names{"site", "kinds", "fee_fen", "phone"}));
    const auto seen = show(entry, nobody).body;
    EXPECT_EQ(seen.at("history").as_array().size(), 1u);
    EXPECT_TRUE(seen.at("history").at(0).at("by").is_null());
    EXPECT_TRUE(seen.at("may").as_array().empty());
    EXPECT_EQ(seen.at("valid_to_on").as_string(), "2027-10-31");
    EXPECT_EQ(show(id_text(1), nobody).status, 404);
}

TEST_F(Registers, SayWhereAnEntryCountsAndWhy) {
    const auto entry = issued();
    const auto why = [&](std::string_view place) {
        const auto seen = show(entry, nobody);
        for (const auto& one : seen.body.at("counts_in").as_array())
            if (one.at("place").as_string() == place) return std::string(one.at("why").as_string());
        return std::string("?");
    };
    EXPECT_EQ(show(entry, nobody).body.at("counts_in").as_array().size(), 7u);
    EXPECT_EQ(why("511500"), "not_recognised");
    recognise();
    EXPECT_EQ(why("511500"), "recognised");
    EXPECT_EQ(why("511000"), "not_recognised");
    act(entry, "suspend", official);
    EXPECT_EQ(why("511500"), "not_in_force");
    const auto matrix = market.get("/recognitions", nobody).body;
    EXPECT_EQ(matrix.at("places").as_array().size(), 7u);
    int recognised = 0;
    for (const auto& row : matrix.at("registers").as_array())
        for (const auto& cell : row.at("cells").as_array())
            recognised += row.at("register_id").as_string() == "test_base" &&
                          cell.at("why").as_string() == "recognised";
    EXPECT_EQ(recognised, 1);
}

TEST_F(Registers, AreSearchedByNumberNameCodePlaceStatusAndDay) {
    const auto entry = issued();
    const auto number = show(entry, nobody).text("number");
    EXPECT_EQ(number, "510502-2026-001");
    const auto organisation = market.get("/organisations/" + market.broker.organisation.text(),
                                         market.broker);
    EXPECT_EQ(list("?q=" + number, nobody).size(), 1u);
    EXPECT_EQ(list("?q=2026-00", nobody).size(), 1u);
    EXPECT_EQ(list("?q=" + organisation.text("credit_code"), nobody).size(), 1u);
    EXPECT_EQ(list("?q=%E8%93%9D%E7%94%B0", nobody).size(), 1u);
    EXPECT_EQ(list("?q=%E7%94%B2", nobody).size(), 0u);  // 甲 is for officials: nobody finds by it.
    EXPECT_EQ(list("?place=510500", nobody).size(), 1u);
    EXPECT_EQ(list("?place=511500", nobody).size(), 0u);
    EXPECT_EQ(list("?status=suspended", nobody).size(), 0u);
    EXPECT_EQ(list("?in_force_on=2026-11-23", nobody).size(), 1u);
    EXPECT_EQ(list("?in_force_on=2026-10-31", nobody).size(), 0u);
    EXPECT_EQ(list("?in_force_on=2028-01-01", nobody).size(), 0u);
    EXPECT_EQ(market.get("/registers/test_base/entries?place=999999", nobody).text("code"),
              "unknown_code");
    for (int i = 0; i < 4; ++i) issued();
    const auto page = market.get("/registers/test_base/entries?limit=3", nobody).body;
    EXPECT_EQ(page.at("items").as_array().size(), 3u);
    const std::string next(page.at("next").as_string());
    EXPECT_EQ(list("?limit=3&cursor=" + next, nobody).size(), 2u);
}

TEST_F(Registers, AreSearchedAllAtOnceByNumberNameAndCreditCode) {
    const auto entry = issued();
    const auto hidden = warned();
    const auto one = show(entry, nobody).body;
    const auto name = std::string(one.at("subject").at("name").as_string());
    const auto code = market.get("/organisations/" + market.broker.organisation.text(), market.broker).text("credit_code");
    const auto found = [&](const std::string& q, const Caller& who) {
        std::string escaped;
        for (const unsigned char byte : q) escaped += fmt::format("%{:02X}", byte);
        const auto answer = market.get("/entries?q=" + escaped, who);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.bytes;
    };
    for (const auto& q : {std::string(one.at("number").as_string()), name, code}) {
        EXPECT_NE(found(q, nobody).find(entry), std::string::npos) << q;
        EXPECT_EQ(found(q, nobody).find(hidden), std::string::npos) << "not public: " << q;
    }
    EXPECT_NE(found(name, market.broker).find(hidden), std::string::npos) << "her own";
    for (const char* asked : {"/entries?q=x", "/entries"}) {
        const auto refused = market.get(asked, nobody).status;
        EXPECT_TRUE(refused == 400 || refused == 422) << asked << " " << refused;
    }
}

TEST_F(Registers, KeepUnpublishedOnesToTheirParties) {
    const auto entry = warned();
    EXPECT_EQ(market.get("/registers/test_warning/entries", nobody).text("code"),
              "register_not_public");
    EXPECT_EQ(show(entry, nobody).status, 404);
    EXPECT_EQ(show(entry, market.boss).status, 404);
    EXPECT_EQ(show(entry, elsewhere).status, 404);
    EXPECT_EQ(act(entry, "suspend", elsewhere).status, 404);
    EXPECT_EQ(show(entry, market.broker).status, 200);
    EXPECT_EQ(list("", market.broker, "test_warning").size(), 1u);
    EXPECT_EQ(list("", market.boss, "test_warning").size(), 0u);
    EXPECT_EQ(list("", official, "test_warning").size(), 1u);
    EXPECT_EQ(list("", elsewhere, "test_warning").size(), 0u);
    EXPECT_EQ(market.get("/registers/test_warning/statistics", nobody).status, 403);
    EXPECT_EQ(market.get("/registers/test_warning/statistics", elsewhere).number("total"), 0);
    EXPECT_EQ(market.get("/registers/test_warning/statistics", official).number("total"), 1);
    const auto mine = market.get("/entries?mine=true", market.broker).body.at("items").as_array();
    EXPECT_GE(mine.size(), 1u);
    const auto strangers =
        market.get("/entries?organisation=" + market.broker.organisation.text(), nobody);
    for (const auto& one : strangers.body.at("items").as_array())
        EXPECT_NE(one.at("register_id").as_string(), "test_warning");
    EXPECT_EQ(market.get("/entries", nobody).status, 400);
}

TEST_F(Registers, AreKeptByOfficialsOfTheIssuingPlace) {
    const auto refused = [&](const Caller& who) {
        return market.post("/registers/test_base/entries", who, body()).status;
    };
    for (const auto& who : {nobody, market.boss, market.broker, inspector, administrator})
        EXPECT_GE(refused(who), 401);
    EXPECT_EQ(refused(elsewhere), 403);
    EXPECT_EQ(market.post("/registers/test_warning/entries", official, body()).text("code"),
              "register_by_procedure");
    EXPECT_EQ(market.post("/registers/test_base/entries", city, body("", "510000")).status, 403);
    const auto wrong = market.post(
        "/registers/test_base/entries", official,
        fmt::format(
            R"({{"place":"510502","organisation":"{}","valid_from_on":"2026-11-01","values":{{"site":"楼","kinds":["trian"]}}}})",
            market.broker.organisation.text()));
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(wrong.text("path"), "/values/kinds/0");
    const auto entry = issued();
    for (const auto& who : {nobody, market.boss, market.broker, inspector, administrator})
        EXPECT_GE(act(entry, "suspend", who).status, 401);
    EXPECT_EQ(act(entry, "suspend", elsewhere).status, 403);
    EXPECT_EQ(act(entry, "suspend", official, R"({"reason":"granted"})").text("code"),
              "entry_reason_unfit");
    EXPECT_EQ(act(entry, "suspend", official, R"({"reason":"other"})").text("code"),
              "entry_note_missing");
}

TEST_F(Registers, HaveNoLastDayThatCouldNotBeReadAgain) {
    const auto ask = [&](const std::string& from) {
        return market.post("/registers/test_base/entries", official,
                           fmt::format(R"({{"place":"510502","organisation":"{}","valid_from_on":"{}",)"
                                       R"("values":{{"site":"蓝田坝实训楼","kinds":["train"]}}}})",
                                       market.broker.organisation.text(), from));
    };
    EXPECT_EQ(ask("9998-12-31").text("valid_to_on"), "9999-12-30");
    EXPECT_EQ(ask("9999-12-31").text("code"), "out_of_range");
}

TEST_F(Registers, AreRevokedByTwoOfficials) {
    const auto entry = issued();
    const auto proposed = act(entry, "revoke", official, R"({"reason":"violation","note":"严重违法"})");
    EXPECT_EQ(proposed.text("status"), "valid") << "nothing has happened yet: " << proposed.bytes;
    EXPECT_TRUE(proposed.body.at("proposal").at("mine").as_bool());
    EXPECT_EQ(proposed.body.at("proposal").at("act").as_string(), "revoke");
    EXPECT_TRUE(show(entry, market.broker).body.at("proposal").is_null()) << "its subject hears of a decision";
    const auto reads = [&](const Caller& who) {
        return market.get("/journal?limit=500", who).bytes.find("entry.proposed") != std::string::npos;
    };
    EXPECT_TRUE(reads(city));
    EXPECT_FALSE(reads(market.broker)) << "and not from the journal either";
    EXPECT_EQ(act(entry, "revoke", city).text("code"), "proposal_waiting");
    EXPECT_EQ(act(entry, "proposal/approve", official, "{}").text("code"), "second_official");
    EXPECT_GE(act(entry, "proposal/approve", elsewhere, "{}").status, 403);
    EXPECT_EQ(act(entry, "proposal/approve", market.broker, "{}").status, 403);
    const auto inbox = market.get("/inbox", city).bytes;
    EXPECT_NE(inbox.find("entry.decide"), std::string::npos) << inbox;
    EXPECT_EQ(market.get("/inbox", official).bytes.find("entry.decide"), std::string::npos);
    EXPECT_EQ(act(entry, "proposal/decline", city, "{}").text("status"), "valid");
    EXPECT_EQ(act(entry, "proposal/approve", city, "{}").text("code"), "proposal_over");
    EXPECT_EQ(revoke(entry).text("status"), "revoked");
    const auto lines = show(entry, official).body.at("history").as_array();
    EXPECT_EQ(lines.back().at("reason").as_string(), "violation");
    EXPECT_EQ(act(entry, "revoke", official).text("code"), "entry_status");
}

TEST_F(Registers, WhatBarsIsEndedAndSuspendedByTwo) {
    const auto entry = barred();
    const auto colleague = market.caller(access::Role::official, {}, city.place.text);
    for (const char* step : {"suspend", "end"}) {
        const auto reason = std::string(step) == "end" ? R"({"reason":"repaired"})" : R"({"reason":"at_own_request"})";
        const auto proposed = act(entry, step, city, reason);
        EXPECT_EQ(proposed.text("status"), "valid") << "nothing has happened yet: " << proposed.bytes;
        EXPECT_EQ(proposed.body.at("proposal").at("act").as_string(), step);
        EXPECT_EQ(act(entry, "proposal/approve", city, "{}").text("code"), "second_official");
        EXPECT_NE(market.get("/inbox", colleague).bytes.find("entry.decide"), std::string::npos);
        EXPECT_EQ(act(entry, "proposal/decline", colleague, "{}").text("status"), "valid");
    }
    ASSERT_EQ(act(entry, "end", city, R"({"reason":"repaired"})").status, 200);
    EXPECT_EQ(act(entry, "proposal/approve", colleague, "{}").text("status"), "ended");
}

TEST_F(Registers, TheDatesOfWhatBarsAreChangedByTwo) {
    const auto entry = barred();
    const auto colleague = market.caller(access::Role::official, {}, city.place.text);
    const auto change = [&](const char* until, const char* reason = "unpaid_wages") {
        return market.post("/entries/" + entry + "/change", city,
                           fmt::format(R"({{"values":{{"reason":"{}"}},"valid_to_on":"{}","reason":"corrected"}})", reason, until));
    };
    const auto last_day = [&] {
        const auto seen = show(entry, city);
        const auto& day = seen.body.at("valid_to_on");
        return day.is_null() ? std::string() : std::string(day.as_string());
    };
    const auto first = last_day();
    const auto proposed = change("2027-05-31");
    ASSERT_EQ(proposed.status, 200) << proposed.bytes;
    EXPECT_EQ(last_day(), first) << "nothing has happened yet";
    EXPECT_EQ(proposed.body.at("proposal").at("act").as_string(), "change");
    EXPECT_EQ(proposed.body.at("proposal").at("valid_to_on").as_string(), "2027-05-31");
    EXPECT_EQ(proposed.body.at("proposal").at("values").at("reason").as_string(), "unpaid_wages");
    EXPECT_FALSE(proposed.body.at("may_change").as_bool());
    EXPECT_EQ(change("2029-01-01").text("code"), "proposal_waiting");
    EXPECT_EQ(act(entry, "proposal/approve", city, "{}").text("code"), "second_official");
    EXPECT_EQ(act(entry, "proposal/approve", elsewhere, "{}").status, 403);
    EXPECT_NE(market.get("/inbox", colleague).bytes.find("待审批变更"), std::string::npos);
    EXPECT_EQ(act(entry, "proposal/decline", colleague, "{}").status, 200);
    EXPECT_EQ(last_day(), first);
    ASSERT_EQ(change("2026-12-31").status, 200) << "shorter too";
    const auto approved = act(entry, "proposal/approve", colleague, "{}");
    ASSERT_EQ(approved.status, 200) << approved.bytes;
    EXPECT_EQ(last_day(), "2026-12-31");
    EXPECT_EQ(approved.body.at("history").as_array().back().at("reason").as_string(), "corrected");
}

TEST_F(Registers, TheLastDayCanBeTakenAwayWhereNoneIsPrescribed) {
    const auto entry = barred();
    const auto colleague = market.caller(access::Role::official, {}, city.place.text);
    const auto change = [&](const std::string& dates) {
        return market.post("/entries/" + entry + "/change", city,
                           R"({"values":{"reason":"unpaid_wages"},"reason":"corrected")" + dates + "}");
    };
    ASSERT_EQ(change(R"(,"valid_to_on":"2027-05-31")").status, 200);
    ASSERT_EQ(act(entry, "proposal/approve", colleague, "{}").text("valid_to_on"), "2027-05-31");
    EXPECT_EQ(change(R"(,"valid_to_on":"2027-06-30","no_end":true)").text("code"), "entry_needs_end") << "either or";
    const auto proposed = change(R"(,"no_end":true)");
    ASSERT_EQ(proposed.status, 200) << proposed.bytes;
    EXPECT_TRUE(proposed.body.at("proposal").at("valid_to_on").is_null()) << "as it would be";
    EXPECT_EQ(proposed.text("valid_to_on"), "2027-05-31") << "nothing has happened yet";
    const auto approved = act(entry, "proposal/approve", colleague, "{}");
    ASSERT_EQ(approved.status, 200) << approved.bytes;
    EXPECT_TRUE(approved.body.at("valid_to_on").is_null());
    market.go_to("2027-06-01T00:05:00+08:00");
    market.app().run_due_jobs();
    EXPECT_EQ(show(entry, city).text("status"), "valid") << "it does not end by itself any more";
    EXPECT_TRUE(show(entry, city).body.at("in_force").as_bool());
    // A change that says nothing of days leaves them as they are.
    ASSERT_EQ(change("").status, 200);
    EXPECT_TRUE(act(entry, "proposal/approve", colleague, "{}").body.at("valid_to_on").is_null());
}

TEST_F(Registers, TheLastDayStaysWhereTheDefinitionSaysForHowLong) {
    const auto entry = issued();
    const auto before = show(entry, official);
    const auto refused = market.post(
        "/entries/" + entry + "/change", official,
        R"({"values":{"site":"蓝田坝实训楼","kinds":["train"],"fee_fen":120000,"grade":"甲","phone":"13812345678"},"no_end":true,"reason":"changed"})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("code"), "entry_needs_end");
    EXPECT_EQ(refused.text("path"), "/no_end");
    EXPECT_EQ(show(entry, official).text("valid_to_on"), before.text("valid_to_on"));
}

TEST_F(Registers, AProposedChangeIsNotWrittenOverAnother) {
    const auto entry = barred();
    const auto colleague = market.caller(access::Role::official, {}, city.place.text);
    ASSERT_EQ(market.post("/entries/" + entry + "/change", city,
                          R"({"values":{"reason":"unpaid_wages"},"valid_to_on":"2027-05-31","reason":"corrected"})")
                  .status,
              200);
    market.act<registers::EntryStatus>(city, [&](app::Command& command) -> Result<registers::EntryStatus> {
        TRY(const auto suspended, registers::take(command, *registers::EntryId::parse(entry),
                                                  {registers::EntryStep::suspend, EntryReason::violation}));
        return suspended.status;
    });
    EXPECT_EQ(act(entry, "proposal/approve", colleague, "{}").text("code"), "proposal_outdated");
    EXPECT_EQ(act(entry, "proposal/decline", colleague, "{}").status, 200);
    const auto back = act(entry, "restore", city, R"({"reason":"remedied"})");
    EXPECT_EQ(back.text("status"), "suspended") << "it would bar again: a colleague decides " << back.bytes;
    EXPECT_EQ(act(entry, "proposal/approve", colleague, "{}").text("status"), "valid");
}

TEST_F(Registers, NobodyBringsInAloneWhatBars) {
    const auto listed = market.post(
        "/registers/market_exclusion/entries", city,
        R"({"place":"510500","organisation":")" + market.broker.organisation.text() +
            R"(","valid_from_on":"2026-06-01","values":{"reason":"unpaid_wages"}})");
    EXPECT_EQ(listed.text("code"), "listing_by_two") << listed.bytes;
    const auto shown = market.get("/registers/market_exclusion", city);
    EXPECT_FALSE(shown.body.at("may_issue").as_bool());
    EXPECT_FALSE(shown.body.at("may_import").as_bool());
    for (const char* list : {"market_exclusion", "wage_arrears_list"})
        EXPECT_EQ(market.post(std::string("/registers/") + list + "/import?dry_run=false", city, "编号\n1\n").text("code"),
                  "import_bars");
}

constexpr store::Statement approve_alone{"entries_test.approve_alone", R"(
UPDATE entry_proposals SET status = 'approved', decided_by = proposed_by, decided_at = 1 WHERE id = :id)"};

TEST_F(Registers, TheTableHoldsNoApprovalByWhoProposed) {
    const auto entry = issued();
    ASSERT_EQ(act(entry, "revoke", official).status, 200);
    const auto proposal = *market.store().read([&](const store::Reader& reader) {
        return registers::proposal_of(reader, *registers::EntryId::parse(entry));
    });
    const auto outcome = market.store().write([&](store::Transaction& transaction) {
        transaction.execute(approve_alone, store::arguments("id", proposal.id));
        return true;
    });
    EXPECT_EQ(outcome, store::Work::Outcome::failed);
}

TEST_F(Registers, AreSuspendedRestoredChangedAndEnded) {
    const auto entry = issued();
    EXPECT_EQ(act(entry, "suspend", city, R"({"reason":"violation","note":"消防不合格"})").text("status"),
              "suspended");
    EXPECT_EQ(show(entry, nobody).text("status"), "suspended");
    EXPECT_TRUE(show(entry, nobody).body.at("history").at(1).at("note").is_null());
    EXPECT_EQ(show(entry, market.broker).body.at("history").at(1).at("note").as_string(),
              "消防不合格");
    EXPECT_EQ(act(entry, "suspend", official).text("code"), "entry_status");
    EXPECT_EQ(act(entry, "restore", official, R"({"reason":"remedied"})").text("status"), "valid");
    const auto changed = market.post(
        "/entries/" + entry + "/change", official,
        R"({"values":{"site":"新楼","kinds":["train"],"phone":"138****5678"},"reason":"changed"})");
    EXPECT_EQ(changed.status, 200) << changed.bytes;
    const auto lines = changed.body.at("history").as_array();
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines.at(3).at("changed").as_array().size(), 4u);  // site, kinds, fee and grade gone
    EXPECT_EQ(show(entry, nobody).body.at("history").at(3).at("changed").as_array().size(), 2u);
    EXPECT_EQ(revoke(entry).text("status"), "revoked");
    EXPECT_EQ(act(entry, "end", official, R"({"reason":"lapsed"})").text("code"), "entry_status");
    EXPECT_TRUE(show(entry, official).body.at("may").as_array().empty());
    const auto other = issued();
    EXPECT_EQ(act(other, "withdraw", official, R"({"reason":"annulled"})").text("status"), "valid");
    EXPECT_EQ(act(other, "proposal/approve", city, "{}").text("status"), "withdrawn");
    const auto third = issued();
    EXPECT_EQ(act(third, "end", official, R"({"reason":"at_own_request"})").text("status"), "ended");
}

TEST_F(Registers, ProveEveryVersionToWhoSeesTheEntry) {
    const auto entry = issued();
    const auto proof = [&](const std::string& of, int version, const Caller& who) {
        return market.get(fmt::format("/entries/{}/versions/{}/proof", of, version), who);
    };
    const auto seal = [&] {
        market.clock().advance(std::chrono::seconds(6));
        market.app().run_due_jobs();
    };
    EXPECT_EQ(proof(entry, 1, nobody).text("code"), "event_not_sealed");
    seal();
    const auto issuance = proof(entry, 1, nobody);
    ASSERT_EQ(issuance.status, 200) << issuance.bytes;
    const auto read = codec::decode<journal::Proof>(issuance.bytes);
    ASSERT_TRUE(read);
    EXPECT_TRUE(journal::check_proof(*read));
    EXPECT_EQ(read->event.at("kind").as_string(), "entry.issued");
    EXPECT_EQ(read->event.at("subject").as_string(), entry);
    EXPECT_EQ(proof(entry, 2, nobody).status, 404);
    act(entry, "suspend", official);
    seal();
    EXPECT_EQ(proof(entry, 2, nobody).body.at("event").at("kind").as_string(), "entry.suspended");
    // Of what one does not see there is no proof.
    const auto hidden = warned();
    seal();
    EXPECT_EQ(proof(hidden, 1, nobody).status, 404);
    EXPECT_EQ(proof(hidden, 1, market.boss).status, 404);
    EXPECT_EQ(proof(hidden, 1, market.broker).status, 200);
    EXPECT_EQ(proof(id_text(1), 1, official).status, 404);
}

TEST_F(Registers, OpenSealedValuesToWhoMayAndSayWhy) {
    const auto entry = issued();
    const auto open = [&](const Caller& who, const char* field = "phone") {
        return market.post("/entries/" + entry + "/open", who,
                           fmt::format(R"({{"field":"{}","purpose":"verification"}})", field));
    };
    EXPECT_EQ(open(official).text("value"), "13812345678");
    EXPECT_EQ(open(inspector).text("value"), "13812345678");
    EXPECT_EQ(open(market.broker).text("value"), "13812345678");
    EXPECT_EQ(open(market.boss).status, 403);
    EXPECT_EQ(open(elsewhere).status, 403);
    EXPECT_EQ(open(nobody).status, 401);
    EXPECT_EQ(open(official, "site").status, 404);
    const auto events = market.store().read([](const store::Reader& reader) {
        std::size_t reads = 0;
        for (const auto& event : journal::after(reader, 0, 1000))
            reads += event.kind == "entry.sealed_read";
        return reads;
    });
    EXPECT_EQ(events, 3u);
}

TEST_F(Registers, OpeningASealedValueOfAPersonIsAmongHerReadings) {
    const auto worker = market.accepted(market.grabbed(1)).caller;
    const auto entry = market.act<EntryId>(official, [&](app::Command& command) -> Result<EntryId> {
        registers::NewEntry wanted;
        wanted.place = {"510502"};
        wanted.person = worker.person;
        wanted.number = String<1, 80>{"T-1"};
        wanted.valid_from_on = date_of(command.now);
        wanted.values["phone"] = "13812345678";
        TRY(const auto definition, command.services.get<registers::Catalogue>().current("test_trainee"));
        TRY(const Entry made, registers::issue(command, *definition, wanted));
        return made.id;
    }).text();
    const auto open = [&](const Caller& who, const char* purpose) {
        return market.post("/entries/" + entry + "/open", who,
                           fmt::format(R"({{"field":"phone","purpose":"{}"}})", purpose));
    };
    const auto reads = [&] {
        return market.get("/people/" + worker.person.text() + "/reads", worker).body.at("items").as_array();
    };
    EXPECT_EQ(open(worker, "own_data").text("value"), "13812345678");
    EXPECT_TRUE(reads().empty()) << "her own reading is none";
    EXPECT_EQ(open(inspector, "inspection").text("value"), "13812345678");
    EXPECT_EQ(open(official, "verification").status, 200);
    EXPECT_EQ(open(elsewhere, "inspection").status, 404);
    ASSERT_EQ(reads().size(), 2u);
    const auto newest = reads().at(0), before = reads().at(1);
    EXPECT_EQ(newest.at("purpose").as_string(), "identity_check");
    EXPECT_EQ(newest.at("fields").at(0).as_string(), "test_trainee.phone");
    EXPECT_EQ(newest.at("basis").as_string(), "statutory_duty");
    EXPECT_EQ(before.at("purpose").as_string(), "public_duty");
    EXPECT_EQ(before.at("place").as_string(), "510502");
    EXPECT_EQ(newest.as_object().count("value"), 0u);
}

TEST_F(Registers, RemindTheirSubjectsAndExpire) {
    const auto entry = issued(R"(,"valid_to_on":"2026-12-31")");
    const auto waits = [&](const Caller& who) {
        std::size_t count = 0;
        const auto inbox = market.get("/inbox", who);
        for (const auto& one : inbox.body.at("items").as_array())
            count += one.at("kind").as_string() == "entry.runs_out";
        return count;
    };
    EXPECT_EQ(waits(market.broker), 1u);
    EXPECT_EQ(waits(market.boss), 0u);
    market.go_to("2026-12-31T23:00:00+08:00");
    market.app().run_due_jobs();
    EXPECT_EQ(show(entry, nobody).text("status"), "valid");
    market.go_to("2027-01-01T00:05:00+08:00");
    market.app().run_due_jobs();
    EXPECT_EQ(show(entry, nobody).text("status"), "expired");
    EXPECT_TRUE(show(entry, nobody).body.at("history").at(1).at("by_clock").as_bool());
    EXPECT_EQ(waits(market.broker), 0u);
}

TEST_F(Registers, CountByFieldPlaceAndStatus) {
    act(issued(), "suspend", official);
    issued();
    const auto counts = market.get("/registers/test_base/statistics", nobody).body;
    EXPECT_EQ(counts.at("total").as_int64(), 2);
    EXPECT_EQ(counts.at("by_place").as_array().size(), 1u);
    EXPECT_EQ(counts.at("by_place").at(0).at("valid").as_int64(), 1);
    const auto values = counts.at("fields").at(0).at("values").as_array();
    ASSERT_EQ(values.size(), 2u);
    EXPECT_EQ(values.at(0).at("title").at("zh").as_string(), "测评");
    EXPECT_EQ(values.at(0).at("total").as_int64(), 2);
    EXPECT_EQ(market.get("/registers/test_base/statistics?place=511500", nobody).number("total"), 0);
}

struct Import : Registers {
    std::string code = market.get("/organisations/" + market.broker.organisation.text(),
                                  market.broker)
                           .text("credit_code");
    WorkingMarket::Answer send(const std::string& csv, bool dry = false,
                               std::optional<Caller> who = std::nullopt) {
        return market.post(std::string("/registers/test_base/import?dry_run=") +
                               (dry ? "true" : "false"),
                           who.value_or(official), csv);
    }
    std::string sheet(const std::string& rows) {
        return "编号,统一社会信用代码,有效期起,有效期止,场地,服务,收费,联系电话,备注\n" + rows;
    }
};

TEST_F(Import, TellsEveryFaultAndWritesTheRest) {
    const std::string rows = "旧-1," + code + ",2026/3/1,2028年2月29日,老楼,培训；测评,\"1,200.50\",13800001111,x\n" +
                             "旧-2," + code + ",2026-13-01,,老楼,trian,abc,,\n" +
                             "旧-3,91510502MA00000000,2026-03-01,,老楼,train,,,\n" +
                             "旧-1," + code + ",2026-03-01,,老楼,train,,,\n";
    const auto dry = send(sheet(rows), true);
    ASSERT_EQ(dry.status, 200) << dry.bytes;
    EXPECT_EQ(dry.number("rows"), 4);
    EXPECT_EQ(dry.number("added"), 1);
    EXPECT_EQ(dry.number("refused"), 3);
    const auto& faults = dry.body.at("faults").as_array();
    ASSERT_EQ(faults.size(), 5u) << dry.bytes;
    EXPECT_EQ(faults.at(0).at("row").as_int64(), 3);
    EXPECT_EQ(faults.at(0).at("column").as_string(), "有效期起");
    EXPECT_EQ(faults.at(1).at("column").as_string(), "服务");
    EXPECT_EQ(faults.at(1).at("accepted").as_array().at(0).as_string(), "train");
    EXPECT_EQ(faults.at(2).at("column").as_string(), "收费");
    EXPECT_EQ(faults.at(3).at("code").as_string(), "row_subject_unknown");
    EXPECT_EQ(faults.at(4).at("code").as_string(), "row_number_twice");
    EXPECT_EQ(dry.body.at("ignored_columns").as_array().size(), 1u);
    EXPECT_TRUE(list("", nobody).empty());
    EXPECT_EQ(send(sheet(rows)).number("added"), 1);
    const auto found = list("", official);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.at(0).at("values").at("fee_fen").as_int64(), 120050);
    EXPECT_EQ(found.at(0).at("valid_to_on").as_string(), "2028-02-29");
}

TEST_F(Import, SeesWhatOthersHaveBeforeAnythingIsWritten) {
    const auto rows = [&](const char* number, const char* deed) {
        return std::string(number) + "," + code + ",2026-03-01,老楼,train," + deed + "\n";
    };
    const std::string header = "编号,统一社会信用代码,有效期起,场地,服务,产权证号\n";
    EXPECT_EQ(send(header + rows("旧-1", "川-1")).number("added"), 1);
    const auto file = header + rows("旧-2", "川-1") + rows("旧-3", "川-3") + rows("旧-4", "川-3");
    for (const bool dry : {true, false}) {
        const auto said = send(file, dry);
        ASSERT_EQ(said.status, 200) << said.bytes;
        EXPECT_EQ(said.number("added"), 1) << dry;
        EXPECT_EQ(said.number("refused"), 2) << dry;
        const auto& faults = said.body.at("faults").as_array();
        ASSERT_EQ(faults.size(), 2u) << said.bytes;
        EXPECT_EQ(faults.at(0).at("row").as_int64(), 2);
        EXPECT_EQ(faults.at(0).at("code").as_string(), "entry_value_taken");
        EXPECT_EQ(faults.at(0).at("column").as_string(), "产权证号");
        EXPECT_EQ(faults.at(1).at("row").as_int64(), 4) << "a row above has it";
    }
    const auto moved = send(header + rows("旧-3", "川-1"), true);
    EXPECT_EQ(moved.body.at("faults").at(0).at("code").as_string(), "entry_value_taken");
}

TEST_F(Import, IsIdempotentByNumber) {
    const std::string row = "旧-1," + code + ",2026-03-01,,老楼,train,,13800001111,\n";
    EXPECT_EQ(send(sheet(row)).number("added"), 1);
    EXPECT_EQ(send(sheet(row)).number("unchanged"), 1);
    const std::string changed = "旧-1," + code + ",2026-03-01,,新楼,train,,13800001111,\n";
    EXPECT_EQ(send(sheet(changed), true).number("changed"), 1);
    EXPECT_EQ(send(sheet(changed)).number("changed"), 1);
    const auto found = list("", official);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.at(0).at("version").as_int64(), 2);
    const std::string other = "旧-1," + code + ",2026-04-01,,新楼,train,,13800001111,\n";
    EXPECT_EQ(send(sheet(other)).body.at("faults").at(0).at("code").as_string(), "row_differs");
    revoke(std::string(found.at(0).at("id").as_string()));
    EXPECT_EQ(send(sheet(row)).body.at("faults").at(0).at("code").as_string(), "row_ended");
    EXPECT_EQ(send(sheet(changed)).number("unchanged"), 1);
}

TEST_F(Import, IsTheIssuingPlacesAlone) {
    const std::string row = "旧-1," + code + ",2026-03-01,,老楼,train,,,\n";
    EXPECT_EQ(send(sheet(row)).number("added"), 1);
    EXPECT_EQ(send(sheet(row), false, elsewhere).body.at("faults").at(0).at("code").as_string(),
              "row_of_another_place");
    for (const auto& who : {market.boss, market.broker, inspector, administrator, nobody})
        EXPECT_GE(send(sheet(row), true, who).status, 401);
    const auto missing = send("场地\n楼\n");
    EXPECT_EQ(missing.text("code"), "import_columns_missing");
    EXPECT_EQ(missing.body.at("nearest").as_array().size(), 3u);
}

TEST_F(Import, ReadsWhatTheExportWrote) {
    issued();
    const auto exported = market.get("/registers/test_base/export", official);
    ASSERT_EQ(exported.status, 200);
    EXPECT_NE(exported.bytes.find("培训"), std::string::npos);
    EXPECT_NE(exported.bytes.find("甲"), std::string::npos);
    const auto again = send(exported.bytes);
    EXPECT_EQ(again.number("unchanged"), 1) << again.bytes;
    const auto seen = market.get("/registers/test_base/export", nobody);
    EXPECT_EQ(seen.bytes.find("甲"), std::string::npos);
    EXPECT_EQ(seen.bytes.find("138****"), std::string::npos);
}

TEST_F(Registers, HaveDefinitionsThatAreConfirmed) {
    EXPECT_EQ(market.get("/definitions", market.boss).status, 403);
    EXPECT_EQ(market.get("/definitions", nobody).status, 401);
    const auto all = market.get("/definitions?kind=registers", administrator).body;
    const auto find = [](const boost::json::value& list, std::string_view id) {
        for (const auto& one : list.at("items").as_array())
            if (one.at("id").as_string() == id) return one;
        return boost::json::value();
    };
    const auto licence = find(all, "hr_service_licence");
    ASSERT_TRUE(licence.is_object());
    EXPECT_EQ(licence.at("state").as_string(), "in_force");
    EXPECT_FALSE(licence.at("confirmed").as_bool());
    EXPECT_GE(licence.at("bases").as_array().size(), 1u);
    const std::string at = fmt::format("/definitions/registers/hr_service_licence/{}/confirmation",
                                       licence.at("version").as_int64());
    EXPECT_EQ(market.post(at, market.broker).status, 403);
    EXPECT_TRUE(market.post(at, official).body.at("confirmed").as_bool());
    EXPECT_EQ(market.post(at, official).text("code"), "definition_confirmed_already");
    EXPECT_TRUE(market.get("/registers/hr_service_licence", nobody).body.at("confirmed").as_bool());
    EXPECT_EQ(market.post("/definitions/registers/nothing/1/confirmation", official).status, 404);
    market.app().services().get<registers::Catalogue>().set_refused(
        {{"bad.toml", error(registers::definition_malformed).at("bad.toml:3")}});
    const auto refused = market.get("/definitions", administrator).body.at("items").at(0);
    EXPECT_EQ(refused.at("state").as_string(), "refused");
    EXPECT_EQ(refused.at("faults").at(0).at("at").as_string(), "bad.toml:3");
    market.app().services().get<procedures::Catalogue>().set_refused(
        {{"worse.toml", error(registers::definition_malformed).at("worse.toml:5")}});
    const auto procedure = find(market.get("/definitions?kind=procedures", administrator).body, "worse.toml");
    ASSERT_TRUE(procedure.is_object());
    EXPECT_EQ(procedure.at("kind").as_string(), "procedures");
    EXPECT_EQ(procedure.at("faults").at(0).at("at").as_string(), "worse.toml:5");
    const auto inbox = market.get("/inbox", administrator).bytes;
    EXPECT_NE(inbox.find("definition.refused"), std::string::npos) << inbox;
    EXPECT_NE(inbox.find("definition.confirm"), std::string::npos) << "what is to be confirmed before use";
    EXPECT_EQ(market.get("/inbox", official).bytes.find("definition.refused"), std::string::npos);
}

TEST_F(Registers, WhatIsConfirmedNamesTheClocksToo) {
    const auto all = market.get("/definitions?kind=procedures", administrator).body;
    for (const auto& one : all.at("items").as_array()) {
        if (one.at("id").as_string() != "branch_report") continue;
        for (const auto& basis : one.at("bases").as_array())
            if (!basis.at("clock").is_null()) {
                EXPECT_EQ(basis.at("clock").at("zh").as_string(), "出具回执");
                EXPECT_EQ(basis.at("mark").as_string(), "P");
                return;
            }
    }
    ADD_FAILURE() << "the receipt's three working days are not named";
}

TEST_F(Registers, ShowTheCrosswalkOfGrades) {
    const auto table = market.get("/credit-grades", nobody).body;
    EXPECT_EQ(table.at("scales").as_array().size(), 4u);
    EXPECT_EQ(table.at("axis").as_int64(), 5);
}

}  // namespace entries_test
}  // namespace jianghui::entries
