// A procedure's file that changes on the disk is read again while the program runs: a new version is for new cases, those
// that were begun go on under theirs, and a version that does not pass changes nothing.

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/app/reference_data.hpp"
#include "features/cases/model.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace reload_test {

namespace fs = std::filesystem;
using access::Caller;
using access::Role;
using Answer = test::TestApp::Answer;

constexpr const char* procedure = "hr_service_licence_grant";

struct Reload : testing::Test {
    test::WorkingMarket market;
    Caller agency = market.agency("510502");
    Caller handler = market.caller(Role::official, {}, "510502");
    Caller approver = market.caller(Role::official, {}, "510502");
    Caller administrator = market.caller(Role::system_administrator, {}, "");
    fs::path folder = fs::path(testing::TempDir()) / ("reload." + std::to_string(::getpid()));
    std::int64_t shipped = 0;  ///< the version that the program came with
    int keys = 0;

    /// From now on the program finds its definitions in a folder of its own.
    Reload() {
        fs::create_directories(folder);
        for (const auto* part : {"data", "registers", "procedures", "measures"})
            fs::copy(fs::path(SOURCE_FOLDER) / part, folder / part, fs::copy_options::recursive);
        market.app().services().get<app::ReferenceData>().folder = (folder / "data").string();
        shipped = market.get(std::string("/procedures/") + procedure, agency).number("version");
    }
    ~Reload() override { fs::remove_all(folder); }

    [[nodiscard]] fs::path file() const { return folder / "procedures" / (std::string(procedure) + ".toml"); }
    [[nodiscard]] std::string text() const {
        std::ifstream in(file(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }
    /// Writes the file anew and lets the task that looks for changes run.
    void write(const std::string& anew) {
        std::ofstream(file(), std::ios::binary) << anew;
        market.clock().advance(std::chrono::seconds(6));
        market.app().run_due_jobs();
    }
    static std::string replaced(std::string text, const std::string& what, const std::string& with) {
        const auto at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return at == std::string::npos ? text : text.replace(at, what.size(), with);
    }
    std::string new_version() {
        auto anew = replaced(text(), "version = " + std::to_string(shipped), "version = " + std::to_string(shipped + 1));
        // In the new version the step is called otherwise: what a page shows says under which version a case runs.
        const auto step = anew.find("id = \"accept\"");
        const auto title = anew.find("title = { zh = \"", step);
        const auto from = title + std::string("title = { zh = \"").size();
        return anew.replace(from, anew.find('"', from) - from, "受理（新版）");
    }
    std::string open() {
        const auto paper = market.post("/case-files?name=a.pdf", agency, "%PDF-1.7 x").text("id");
        const auto opened = market.post(
            "/cases", agency,
            R"({"procedure":"hr_service_licence_grant","values":)" + test::licence_application(paper) + "}",
            "k" + std::to_string(++keys));
        EXPECT_EQ(opened.status, 201) << opened.bytes;
        return opened.text("id");
    }
    Answer show(const std::string& id) { return market.get("/cases/" + id, handler); }
    Answer take(const std::string& id, const char* step, const Caller& by, const std::string& body = "{}") {
        return market.post("/cases/" + id + "/steps/" + step, by, body);
    }
    std::string in_force(std::int64_t version) { return "in_force " + std::to_string(version); }
    std::string both() { return in_force(shipped + 1) + ", superseded " + std::to_string(shipped); }
    /// What the definition page says of the procedure: "in_force 2, superseded 1".
    std::string states() {
        const auto answer = market.get("/definitions?kind=procedures", administrator);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        std::string all;
        for (const auto& one : answer.body.at("items").as_array())
            if (one.at("id").as_string() == procedure && one.at("state").as_string() != "refused")
                all += (all.empty() ? "" : ", ") + std::string(one.at("state").as_string()) + " " +
                       std::to_string(one.at("version").as_int64());
        return all;
    }
    codec::json::array refused() {
        codec::json::array all;
        const auto answer = market.get("/definitions?kind=procedures", administrator);
        for (const auto& one : answer.body.at("items").as_array())
            if (one.at("state").as_string() == "refused") all.push_back(one);
        return all;
    }
};

TEST_F(Reload, ANewVersionIsForNewCasesAndOldOnesKeepTheirs) {
    const auto old = open();
    EXPECT_EQ(show(old).number("version"), shipped);
    write(new_version());
    EXPECT_EQ(market.get(std::string("/procedures/") + procedure, agency).number("version"), shipped + 1);
    EXPECT_EQ(states(), both());
    const auto fresh = open();
    EXPECT_EQ(show(old).number("version"), shipped);
    EXPECT_EQ(show(fresh).number("version"), shipped + 1);
    const auto title = [&](const std::string& id) {
        const auto taken = take(id, "accept", handler);
        EXPECT_EQ(taken.status, 200) << taken.bytes;
        return std::string(taken.body.at("timeline").as_array().back().at("title").at("zh").as_string());
    };
    EXPECT_NE(title(old), "受理（新版）");
    EXPECT_EQ(title(fresh), "受理（新版）");
    EXPECT_EQ(take(old, "review", handler, R"({"values":{"opinion":"符合"}})").status, 200);
    const auto granted = take(old, "grant", approver);
    ASSERT_EQ(granted.status, 200) << granted.bytes;
    EXPECT_EQ(granted.number("version"), shipped) << "to its end";
    const auto page = std::string("/procedures/") + procedure + "?version=" + std::to_string(shipped);
    EXPECT_EQ(market.get(page, agency).number("version"), shipped);
}

TEST_F(Reload, AVersionThatDoesNotPassIsNamedAndChangesNothing) {
    const auto broken = replaced(new_version(), "to = \"accepted\"", "to = \"accepte\"");
    write(broken);
    EXPECT_EQ(market.get(std::string("/procedures/") + procedure, agency).number("version"), shipped);
    EXPECT_EQ(states(), in_force(shipped));
    const auto named = refused();
    ASSERT_EQ(named.size(), 1u) << codec::json::serialize(named);
    const auto& fault = named[0].at("faults").at(0);
    const auto before = broken.substr(0, broken.find("to = \"accepte\""));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    EXPECT_EQ(std::string(fault.at("at").as_string()), std::string(procedure) + ".toml:" + std::to_string(line));
    EXPECT_NE(std::string(fault.at("message").at("zh").as_string()).find("accepte"), std::string::npos);
    EXPECT_FALSE(fault.at("message").at("en").as_string().empty());
    const auto id = open();
    EXPECT_EQ(show(id).number("version"), shipped) << "what was in force stays";
    EXPECT_EQ(take(id, "accept", handler).status, 200);
    write(replaced(broken, "to = \"accepte\"", "to = \"accepted\""));
    EXPECT_EQ(states(), both()) << "put right, it is read";
    EXPECT_TRUE(refused().empty());
}

TEST_F(Reload, AChangeUnderTheSameVersionIsNotUsed) {
    write(text() + "\n# changed\n");
    const auto named = refused();
    ASSERT_EQ(named.size(), 1u);
    EXPECT_EQ(named[0].at("faults").at(0).at("at").as_string(), std::string(procedure) + ".toml:1");
    EXPECT_EQ(states(), in_force(shipped));
}

}  // namespace reload_test
}  // namespace jianghui::cases
