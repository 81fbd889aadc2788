#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/imports/api.hpp"
#include "features/imports/store.hpp"
#include "features/imports/test_bench.hpp"
#include "features/imports/work.hpp"

namespace jianghui::imports {
namespace {

using access::Role;
using organisations::OrganisationKind;

constexpr auto header = "单位名称,工种,人数,薪资,工作地点,开始日期,结束日期\n";

/// A valid number of nobody living.
std::string id_number(int sequence) {
    std::string number = "51050219900101" + std::to_string(1000 + sequence).substr(1);
    return number + identity_check_character(number);
}

class Imports : public ::testing::Test {
  protected:
    Imports() {
        employer = bench.add_organisation(OrganisationKind::employer, "宜宾示例酒业有限公司",
                                          "91350200776049653A", "511502");
        elsewhere = bench.add_organisation(OrganisationKind::employer, "内江示例食品有限公司",
                                           "91440101MA5CJQ4N59", "511002");
        agency = bench.add_organisation(OrganisationKind::agency, "泸州示例人力有限公司",
                                        "91450103735178081T", "510502");
        bench.add_caller("employer", Role::employer, "511502", employer);
        bench.add_caller("official", Role::official, "511500");
        bench.add_caller("agency", Role::agency, "510502", agency);
        bench.add_caller("other", Role::employer, "511002", elsewhere);
        bench.add_caller("worker", Role::worker, "510502");
    }

    std::string upload(const std::string& who, const std::string& kind, const std::string& file) {
        const auto answer = bench.post(who, "/imports?kind=" + kind + "&filename=list.csv", file);
        EXPECT_EQ(answer.status, 201) << answer.text;
        return answer.status == 201 ? answer.string("/id") : "";
    }
    Bench::Answer read(const std::string& who, const std::string& kind, const std::string& file) {
        const auto id = upload(who, kind, file);
        return bench.settle(who, id, "reading");
    }
    static void expect_counts_add_up(const Bench::Answer& list) {
        EXPECT_EQ(list.number("/counts/read"),
                  list.number("/counts/ready") + list.number("/counts/review") +
                      list.number("/counts/duplicates") + list.number("/counts/refused") +
                      list.number("/counts/imported"));
    }

    Bench bench;
    OrganisationId employer;
    OrganisationId elsewhere;
    OrganisationId agency;
};

TEST_F(Imports, ReadADemandListAndImportItAfterApproval) {
    const std::string file = std::string(header) +
                             "宜宾示例酒业有限公司,包装工,20,6-8千,宜宾·翠屏区,2027-03-01,2027-08-31\n"
                             "宜宾示例酒业有限公司,包装工,20,6-8千,宜宾·翠屏区,2027-03-01,2027-08-31\n"
                             "宜宾示例酒业有限公司,电焊工,若干,面议,翠屏区,,\n"
                             "内江示例食品有限公司,电焊工,3,面议,翠屏区,,\n"
                             ",电焊工,3,4000-6000元/月,511502,,\n";
    const auto list = read("employer", "demand", file);
    EXPECT_EQ(list.string("/status"), "ready");
    EXPECT_EQ(list.number("/counts/read"), 5);
    EXPECT_EQ(list.number("/counts/ready"), 2);
    EXPECT_EQ(list.number("/counts/duplicates"), 1);
    EXPECT_EQ(list.number("/counts/refused"), 2);
    expect_counts_add_up(list);
    const auto id = list.string("/id");

    const auto refused = bench.get("employer", "/imports/" + id + "/rows?outcome=refused");
    ASSERT_EQ(refused.body.at("items").as_array().size(), 2U);
    EXPECT_EQ(refused.number("/items/0/row"), 4);
    EXPECT_EQ(refused.string("/items/0/faults/0/code"), "number_unreadable");
    EXPECT_EQ(refused.string("/items/0/faults/0/column"), "人数");
    EXPECT_EQ(refused.string("/items/0/faults/0/value"), "若干");
    EXPECT_EQ(refused.string("/items/1/faults/0/code"), "employer_not_yours");

    EXPECT_EQ(bench.post("employer", "/imports/" + id + "/apply").status, 200);
    const auto done = bench.settle("employer", id, "applying");
    EXPECT_EQ(done.string("/status"), "done");
    EXPECT_EQ(done.number("/counts/imported"), 2);
    EXPECT_EQ(done.number("/counts/ready"), 0);
    expect_counts_add_up(done);

    const auto orders = bench.get("employer", "/orders?mine=true");
    ASSERT_EQ(orders.body.at("items").as_array().size(), 2U) << orders.text;
    const auto row = bench.get("employer", "/imports/" + id + "/rows?outcome=imported");
    const auto order = bench.get("employer", "/orders/" + row.string("/items/0/result"));
    EXPECT_EQ(order.string("/title"), "包装工");
    EXPECT_EQ(order.string("/status"), "draft");
    EXPECT_EQ(order.number("/headcount"), 20);
    EXPECT_EQ(order.string("/place"), "511502");
    EXPECT_EQ(order.number("/pay_min_fen"), 600'000);
    EXPECT_EQ(order.string("/starts_on"), "2027-03-01");
}

TEST_F(Imports, WriteNothingBeforeTheyAreApplied) {
    read("employer", "demand", std::string(header) + ",包装工,20,6-8千,翠屏区,,\n");
    EXPECT_EQ(bench.get("employer", "/orders?mine=true").body.at("items").as_array().size(), 0U);
}

TEST_F(Imports, LetAPersonChooseTheOccupationOfDoubtfulTitles) {
    const std::string doubtful = ",车间机动人员甲,5,5000元/月,翠屏区,2027-0{}-01,\n";
    const auto list = read("employer", "demand",
                           std::string(header) + fmt::format(fmt::runtime(doubtful), 1) +
                               fmt::format(fmt::runtime(doubtful), 2) +
                               fmt::format(fmt::runtime(doubtful), 3));
    EXPECT_EQ(list.number("/counts/review"), 3) << list.text;
    const auto rows = "/imports/" + list.string("/id") + "/rows";
    EXPECT_EQ(bench.post("employer", rows + "/2/choose").body.at("code"), "choice_missing");
    const auto unknown =
        bench.post("employer", rows + "/2/choose", R"({"occupation": "6-99-99-99"})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.string("/code"), "unknown_code");
    const auto one = bench.post("employer", rows + "/2/choose", R"({"occupation": "6-02-06-03"})");
    EXPECT_EQ(one.status, 200) << one.text;
    EXPECT_EQ(one.string("/outcome"), "ready");
    const auto all = bench.post("employer", rows + "/3/choose",
                                R"({"occupation": "6-02-06-03", "same_title": true})");
    EXPECT_EQ(all.status, 200) << all.text;
    const auto after = bench.get("employer", "/imports/" + list.string("/id"));
    EXPECT_EQ(after.number("/counts/ready"), 3);
    expect_counts_add_up(after);
    EXPECT_EQ(bench.post("employer", rows + "/2/choose", R"({"occupation": "6-02-06-03"})")
                  .body.at("code"),
              "row_not_open");
}

TEST_F(Imports, KeepADuplicateWhenToldTo) {
    const std::string row = ",包装工,20,6-8千,翠屏区,,\n";
    const auto list = read("employer", "demand", header + row + row);
    const auto id = list.string("/id");
    const auto duplicates = bench.get("employer", "/imports/" + id + "/rows?outcome=duplicate");
    EXPECT_EQ(duplicates.number("/items/0/duplicate_of/row"), 2);
    EXPECT_EQ(duplicates.string("/items/0/duplicate_of/reason"), "same_row");
    const auto kept =
        bench.post("employer", "/imports/" + id + "/rows/3/choose", R"({"keep": true})");
    EXPECT_EQ(kept.status, 200) << kept.text;
    EXPECT_EQ(kept.string("/outcome"), "ready");
    bench.post("employer", "/imports/" + id + "/apply");
    EXPECT_EQ(bench.settle("employer", id, "applying").number("/counts/imported"), 2);
}

TEST_F(Imports, ServeAnOfficialForTheEmployersOfThePlace) {
    const auto missing =
        bench.post("official", "/imports?kind=demand&filename=a.csv", "工种,工作地点\n包装工,翠屏区\n");
    EXPECT_EQ(missing.status, 422);
    EXPECT_EQ(missing.string("/code"), "columns_missing");
    EXPECT_EQ(missing.string("/errors/0/path"), "employer");
    const auto list = read("official", "demand",
                           std::string(header) + "宜宾示例酒业有限公司,包装工,20,6-8千,翠屏区,,\n"
                                                 "内江示例食品有限公司,包装工,20,6-8千,翠屏区,,\n"
                                                 "无名公司,包装工,20,6-8千,翠屏区,,\n");
    const auto refused =
        bench.get("official", "/imports/" + list.string("/id") + "/rows?outcome=refused");
    EXPECT_EQ(list.number("/counts/ready"), 1);
    EXPECT_EQ(refused.string("/items/0/faults/0/code"), "employer_elsewhere");
    EXPECT_EQ(refused.string("/items/1/faults/0/code"), "employer_unknown");
}

TEST_F(Imports, TurnASupplyListIntoCandidates) {
    const auto number = id_number(1);
    const std::string file = "姓名,身份证号,电话,居住地,求职意向,期望薪资\n"
                             "张三丰," + number + ",13812345678,泸州市江阳区,包装工,5000元/月\n"
                             "李四," + number + ",,江阳区,包装工,\n"
                             "王五,510502199001011111,,江阳区,包装工,\n"
                             "赵六," + id_number(2) + ",123,江阳区,包装工,\n";
    const auto list = read("agency", "supply", file);
    EXPECT_EQ(list.number("/counts/ready"), 1) << list.text;
    EXPECT_EQ(list.number("/counts/duplicates"), 1);
    EXPECT_EQ(list.number("/counts/refused"), 2);
    const auto id = list.string("/id");
    const auto rows = bench.get("agency", "/imports/" + id + "/rows");
    EXPECT_EQ(rows.text.find(number), std::string::npos);
    EXPECT_EQ(rows.text.find("张三丰"), std::string::npos);
    bench.post("agency", "/imports/" + id + "/apply");
    EXPECT_EQ(bench.settle("agency", id, "applying").number("/counts/imported"), 1);
    const auto people = bench.get("agency", "/people");
    ASSERT_EQ(people.body.at("items").as_array().size(), 1U) << people.text;
    EXPECT_EQ(people.string("/items/0/name"), "张三丰");

    // The same person once more adds nothing.
    const auto again = read("agency", "supply",
                            "姓名,身份证号,电话,居住地,求职意向,期望薪资\n张三丰," + number +
                                ",13812345678,江阳区,包装工,5000元/月\n");
    EXPECT_EQ(again.number("/counts/duplicates"), 1) << again.text;
    const auto duplicate =
        bench.get("agency", "/imports/" + again.string("/id") + "/rows?outcome=duplicate");
    EXPECT_EQ(duplicate.string("/items/0/duplicate_of/reason"), "known_already");
}

TEST_F(Imports, KeepIdentityNumbersSealedAndOutOfTheJournal) {
    const auto number = id_number(3);
    const auto list = read("agency", "supply",
                           "姓名,身份证号,居住地\n张三丰," + number + ",江阳区\n");
    const auto import = ImportId::parse(list.string("/id")).value();
    const auto row = bench.store().read(
        [&](store::Reader& reader) { return find_row(reader, import, 2); });
    ASSERT_TRUE(row.has_value());
    EXPECT_FALSE(row->content.empty());
    EXPECT_EQ(row->content.find(number), std::string::npos);
    EXPECT_EQ(row->content.find("张三丰"), std::string::npos);
    EXPECT_EQ(supply_of(bench.services(), *row)->id_number, number);
    bench.post("agency", "/imports/" + list.string("/id") + "/apply");
    bench.settle("agency", list.string("/id"), "applying");
    const auto after = bench.store().read(
        [&](store::Reader& reader) { return find_row(reader, import, 2); });
    EXPECT_EQ(after->content, "");
    for (const auto& event : bench.events()) {
        const auto data = boost::json::serialize(event.data);
        EXPECT_EQ(data.find("张"), std::string::npos) << event.kind;
        EXPECT_EQ(data.find(number), std::string::npos) << event.kind;
    }
}

TEST_F(Imports, RefuseTheSameFileTwiceUnlessAsked) {
    const std::string file = std::string(header) + ",包装工,20,6-8千,翠屏区,,\n";
    read("employer", "demand", file);
    const auto again = bench.post("employer", "/imports?kind=demand&filename=b.csv", file);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.string("/code"), "import_repeated");
    EXPECT_EQ(
        bench.post("employer", "/imports?kind=demand&filename=b.csv&again=true", file).status, 201);
}

TEST_F(Imports, RefuseFilesThatCannotBeRead) {
    const auto post = [&](const std::string& body) {
        return bench.post("employer", "/imports?kind=demand&filename=x.csv", body).string("/code");
    };
    EXPECT_EQ(post(""), "file_empty");
    EXPECT_EQ(post("\xD0\xCF\x11\xE0 old"), "old_excel_file");
    EXPECT_EQ(post("PK\x03\x04 broken"), "archive_damaged");
    EXPECT_EQ(post("a,b\n1,2\n"), "columns_missing");
    EXPECT_EQ(bench.post("employer", "/imports?kind=people&filename=x.csv", "a").status, 400);
    EXPECT_EQ(bench.post("employer", "/imports?kind=demand", "a").string("/code"), "missing_field");
}

TEST_F(Imports, AreForThoseWhoMayBringSuchAList) {
    const std::string demand = "岗位,地点\n包装工,翠屏区\n";
    const std::string supply = "姓名,身份证号,居住地\n张三," + id_number(4) + ",江阳区\n";
    EXPECT_EQ(bench.post("agency", "/imports?kind=demand&filename=x", demand).status, 403);
    EXPECT_EQ(bench.post("employer", "/imports?kind=supply&filename=x", supply).status, 403);
    EXPECT_EQ(bench.post("worker", "/imports?kind=demand&filename=x", demand).status, 403);
    EXPECT_EQ(bench.post("nobody", "/imports?kind=demand&filename=x", demand).status, 401);
    const auto id = upload("employer", "demand", demand);
    EXPECT_EQ(bench.get("other", "/imports/" + id).status, 404);
    EXPECT_EQ(bench.get("other", "/imports/" + id + "/rows").status, 404);
    EXPECT_EQ(bench.get("other", "/imports/" + id + "/errors.csv").status, 404);
    EXPECT_EQ(bench.post("other", "/imports/" + id + "/apply").status, 404);
    EXPECT_EQ(bench.get("other", "/imports").body.at("items").as_array().size(), 0U);
    EXPECT_EQ(bench.get("employer", "/imports").body.at("items").as_array().size(), 1U);
}

TEST_F(Imports, AreNotAppliedBeforeTheyAreReadNorTwice) {
    const auto id = upload("employer", "demand", "岗位,地点\n包装工,翠屏区\n");
    EXPECT_EQ(bench.post("employer", "/imports/" + id + "/apply").string("/code"),
              "import_not_ready");
    bench.settle("employer", id, "reading");
    EXPECT_EQ(bench.post("employer", "/imports/" + id + "/apply").status, 200);
    EXPECT_EQ(bench.post("employer", "/imports/" + id + "/apply").string("/code"),
              "import_not_ready");
}

TEST_F(Imports, OfALostServerFailAsAWhole) {
    const auto id = upload("employer", "demand", "岗位,地点\n包装工,翠屏区\n");
    bench.services().get<Workbench>().keep_only({});  // the server was restarted
    bench.app().run_due_jobs();
    EXPECT_EQ(bench.get("employer", "/imports/" + id).string("/status"), "reading");
    bench.clock().advance(std::chrono::minutes(2));
    const auto failed = bench.settle("employer", id, "reading");
    EXPECT_EQ(failed.string("/status"), "failed");
    EXPECT_EQ(failed.string("/failure/code"), "reading_interrupted");
    EXPECT_EQ(bench.post("employer", "/imports/" + id + "/apply").status, 409);
}

TEST_F(Imports, ThatLostAChunkFailInsteadOfLosingRows) {
    std::string file = "岗位,地点\n";
    for (int i = 0; i < 500; ++i) file += fmt::format("包装工{},翠屏区\n", i);
    const auto id = upload("employer", "demand", file);
    bench.app().run_due_jobs();
    // As if the commit of a chunk had failed after its rows had been handed out.
    const auto desk = bench.services().get<Workbench>().find(ImportId::parse(id).value());
    ASSERT_NE(desk, nullptr);
    bench.store().write([&](store::Transaction& transaction) {
        const access::Caller nobody;
        app::Command command(transaction, nobody, bench.clock().now(), bench.services(),
                             bench.services().get<IdSource>());
        const auto import = find(transaction, ImportId::parse(id).value());
        (void)read_some(command, *import, *desk, 10);
        return false;
    });
    const auto failed = bench.settle("employer", id, "reading");
    EXPECT_EQ(failed.string("/failure/code"), "reading_interrupted");
}

TEST_F(Imports, ShowTheirProgress) {
    std::string file = "岗位,地点\n";
    for (int i = 0; i < 1000; ++i) file += fmt::format("包装工{},翠屏区\n", i);
    const auto id = upload("employer", "demand", file);
    int last = -1;
    for (int i = 0; i < 4; ++i) {
        bench.app().run_due_jobs();
        const auto now = bench.get("employer", "/imports/" + id);
        EXPECT_EQ(now.string("/status"), "reading");
        EXPECT_GT(now.number("/progress_per_mille"), last);
        expect_counts_add_up(now);
        last = static_cast<int>(now.number("/progress_per_mille"));
    }
    const auto read = bench.settle("employer", id, "reading");
    EXPECT_EQ(read.number("/progress_per_mille"), 1000);
    EXPECT_EQ(read.number("/counts/read"), 1000);
}

TEST_F(Imports, LimitWhatOneAccountDoesAtATime) {
    upload("employer", "demand", "岗位,地点\n包装工,翠屏区\n");
    upload("employer", "demand", "岗位,地点\n包装工,511502\n");
    const auto third = bench.post("employer", "/imports?kind=demand&filename=x", "岗位,地点\n焊工,翠屏区\n");
    EXPECT_EQ(third.status, 429);
    EXPECT_EQ(third.string("/code"), "too_many_imports");
}

TEST_F(Imports, GiveBackWhatWasNotImportedAsASpreadsheet) {
    const auto list = read("employer", "demand",
                           std::string(header) + ",包装工,=1+1,6-8千,翠屏区,,\n,包装工,1,6-8千,翠屏区,,\n"
                                                 ",包装工,1,6-8千,翠屏区,,\n");
    const auto csv = bench.get("employer", "/imports/" + list.string("/id") + "/errors.csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_TRUE(csv.text.starts_with("\xEF\xBB\xBF"));
    EXPECT_NE(csv.text.find("2,人数,'=1+1,number_unreadable"), std::string::npos) << csv.text;
    EXPECT_NE(csv.text.find("same_row"), std::string::npos);
}

TEST_F(Imports, OfferATemplateThatTheyUnderstandThemselves) {
    for (const std::string kind : {"demand", "supply"}) {
        const auto csv = bench.get("official", "/imports/template?kind=" + kind);
        EXPECT_EQ(csv.status, 200);
        const auto reading = Reading::open(
            csv.text, kind == "demand" ? ImportKind::demand : ImportKind::supply);
        ASSERT_TRUE(reading.has_value());
        for (const auto& column : reading->mapping().columns)
            EXPECT_EQ(column.confidence_per_mille, 1000) << column.header;
    }
    const auto csv = bench.get("employer", "/imports/template?kind=demand");
    const auto list = read("employer", "demand", csv.text);
    const auto rows = bench.get("employer", "/imports/" + list.string("/id") + "/rows");
    EXPECT_EQ(list.number("/counts/ready") + list.number("/counts/review"), 1) << rows.text;
}

TEST_F(Imports, PublishWhatPassesThePostCheckWhenAsked) {
    const auto list = read("employer", "demand",
                           "单位名称,工种,人数,薪资,工作地点,开始日期,结束日期,工作内容\n"
                               ",包装工,20,6000-8000元/月,翠屏区,2027-03-01,2027-05-31,负责成品酒装箱\n"
                               ",电焊工,20,,翠屏区,2027-03-01,2027-05-31,负责钢结构焊接\n");
    const auto id = list.string("/id");
    bench.post("employer", "/imports/" + id + "/apply", R"({"publish": true})");
    const auto done = bench.settle("employer", id, "applying");
    EXPECT_EQ(done.number("/counts/imported"), 2) << done.text;
    const auto rows = bench.get("employer", "/imports/" + id + "/rows?outcome=imported");
    const auto draft = bench.get("employer", "/orders/" + rows.string("/items/1/result"));
    EXPECT_EQ(draft.string("/status"), "draft");
    EXPECT_NE(rows.text.find("Kept as a draft"), std::string::npos) << rows.text;
    const auto order = bench.get("employer", "/orders/" + rows.string("/items/0/result"));
    EXPECT_NE(order.string("/status"), "draft") << rows.text;
}

TEST_F(Imports, ForgetTheirRowsAfterAMonth) {
    const auto list = read("employer", "demand", "岗位,地点\n包装工,翠屏区\n");
    const auto rows = "/imports/" + list.string("/id") + "/rows";
    bench.clock().advance(std::chrono::hours(24 * 29));
    bench.app().run_due_jobs();
    EXPECT_EQ(bench.get("employer", rows).body.at("items").as_array().size(), 1U);
    bench.clock().advance(std::chrono::hours(24 * 2));
    bench.app().run_due_jobs();
    EXPECT_EQ(bench.get("employer", rows).body.at("items").as_array().size(), 0U);
    EXPECT_EQ(bench.get("employer", "/imports/" + list.string("/id")).number("/counts/read"), 1);
}

TEST_F(Imports, TellTheJournalCountsOnly) {
    const auto list = read("employer", "demand", "岗位,地点\n包装工,翠屏区\n");
    bench.post("employer", "/imports/" + list.string("/id") + "/apply");
    bench.settle("employer", list.string("/id"), "applying");
    std::vector<std::string> kinds;
    for (const auto& event : bench.events()) kinds.push_back(event.kind);
    for (const auto* kind : {"import.uploaded", "import.read", "order.drafted", "import.applied"})
        EXPECT_NE(std::find(kinds.begin(), kinds.end(), kind), kinds.end()) << kind;
}

}  // namespace
}  // namespace jianghui::imports
