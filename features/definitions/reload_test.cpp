// Files that change while the program runs.

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "features/definitions/api.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::definitions {
namespace reload_test {

using namespace registers;

struct Reload : testing::Test {
    Reload() { std::filesystem::create_directories(source.folder); }
    ~Reload() override { std::filesystem::remove_all(source.folder); }

    void write(int version, const std::string& more = "") {
        std::ofstream(source.folder / "one.toml")
            << "id = \"one\"\nversion = " << version << R"(
title = { zh = "登记", en = "Register" }
subject = "none"
counts = "everywhere"
published = true
fields = []
basis = [{ text = "测试", mark = "P" }]
)" << more << "\n[issuer]\nlevels = [\"city\"]\n";
    }
    bool read() { return load_changed(bench.services, source, catalogue).value(); }
    std::int64_t in_force() { return (*catalogue.current("one"))->version.value; }
    std::string refusal() {
        const auto refused = catalogue.refused();
        return refused.empty() ? "" : refused.front().error.code;
    }

    test::FeatureBench bench;
    Catalogue catalogue;
    DefinitionSource<Register> source{
        DefinitionKind::registers,
        std::filesystem::temp_directory_path() / ("reload" + std::to_string(::getpid())),
        [&](const Register& one) { return faults_of(one, bench.services.get<CodeBook>()); }};
};

TEST_F(Reload, TakesANewVersionAndKeepsTheOldOneReadable) {
    write(1);
    EXPECT_TRUE(read());
    EXPECT_FALSE(read()) << "nothing changed";
    EXPECT_TRUE(bench.event_kinds().empty()) << "the database began with it";
    write(2);
    EXPECT_TRUE(read());
    EXPECT_EQ(in_force(), 2);
    EXPECT_EQ((*catalogue.version("one", 1))->version.value, 1);
    EXPECT_EQ(bench.event_kinds(), std::vector<std::string>{"definition.in_force"});
    EXPECT_TRUE(says_in_force(bench.events(), DefinitionKind::registers));
    EXPECT_FALSE(says_in_force(bench.events(), DefinitionKind::procedures));
}

TEST_F(Reload, LeavesWhatWasInForceWhenAFileDoesNotPass) {
    write(2);
    EXPECT_TRUE(read());
    write(3, "nonsense = 1");
    EXPECT_TRUE(read()) << "so that what was refused is said in the log";
    EXPECT_EQ(refusal(), "definition_malformed");
    EXPECT_EQ(in_force(), 2);
    write(2, "certificate = true");
    EXPECT_TRUE(read());
    EXPECT_EQ(refusal(), "definition_changed");
    write(1);
    EXPECT_TRUE(read());
    EXPECT_EQ(refusal(), "definition_older");
    std::filesystem::remove(source.folder / "one.toml");
    EXPECT_TRUE(read());
    EXPECT_EQ(refusal(), "definition_gone");
    EXPECT_EQ(in_force(), 2);
    write(2);
    EXPECT_TRUE(read());
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(bench.event_kinds().size(), 0U) << "nothing else came into force";
}

TEST_F(Reload, AnotherProcessFollows) {
    write(1);
    EXPECT_TRUE(read());
    Catalogue other;
    bench.ask({}, [&](app::Query& query) {
        take_over(query.db, source, other);
        return 0;
    });
    EXPECT_EQ((*other.current("one"))->version.value, 1);
}

TEST_F(Reload, AnOfficialConfirmsAVersion) {
    write(1);
    EXPECT_TRUE(read());
    const auto confirm = [&](std::int64_t version) {
        return bench.run(test::caller(app::Role::official), [&](app::Command& command) {
            return confirm_definition(command, DefinitionKind::registers, "one", version);
        });
    };
    EXPECT_FALSE(confirm(2));
    ASSERT_TRUE(confirm(1));
    const auto rows = bench.ask({}, [](app::Query& query) {
        return definition_rows(query.db, DefinitionKind::registers);
    });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].confirmed_at, bench.now);
}

}  // namespace reload_test
}  // namespace jianghui::definitions
