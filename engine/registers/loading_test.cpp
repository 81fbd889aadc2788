#include "engine/registers/loading.hpp"

#include <gtest/gtest.h>

#include "engine/registers/code_book_for_test.hpp"

namespace jianghui::registers {
namespace loading_test {

std::string text(const std::string& id, int version, const std::string& more = "") {
    return "id = \"" + id + "\"\nversion = " + std::to_string(version) + R"(
title = { zh = "登记", en = "Register" }
subject = "none"
counts = "everywhere"
published = true
fields = []
[[basis]]
text = "测试"
mark = "P"
[issuer]
levels = ["city"]
)" + more;
}

struct Loading : testing::Test {
    std::vector<DefinitionRow> load(const std::string& file, const std::string& what) {
        refused.clear();
        const DefinitionText one{file, what, what};
        const auto good = read_texts<Register>(
            {one}, [&](const Register& definition) { return faults_of(definition, codes); },
            refused);
        return new_versions(good, rows, DefinitionKind::registers, {}, refused);
    }
    std::string refusal() { return refused.empty() ? "" : refused.front().error.code; }
    void keep(const std::vector<DefinitionRow>& added) {
        rows.insert(rows.end(), added.begin(), added.end());
    }
    CodeBookForTest codes;
    std::vector<DefinitionRow> rows;
    std::vector<Refused> refused;
};

TEST_F(Loading, TakesWhatIsNewOnce) {
    keep(load("one.toml", text("one", 3)));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].id, "one");
    EXPECT_EQ(rows[0].version, 3);
    EXPECT_TRUE(load("one.toml", text("one", 3)).empty());
    EXPECT_EQ(refusal(), "");
    keep(load("one.toml", text("one", 4)));
    EXPECT_EQ(rows.size(), 2U);
}

TEST_F(Loading, RefusesAChangedTextUnderTheSameVersionAndAnOlderOne) {
    keep(load("one.toml", text("one", 3)));
    EXPECT_TRUE(load("one.toml", text("one", 3, "# more")).empty());
    EXPECT_EQ(refusal(), "definition_changed");
    EXPECT_TRUE(load("one.toml", text("one", 2)).empty());
    EXPECT_EQ(refusal(), "definition_older");
    EXPECT_EQ(refused.front().error.path, "one.toml:1");
}

TEST_F(Loading, RefusesAFileOfAnotherNameAndWhatIsFaulty) {
    EXPECT_TRUE(load("two.toml", text("one", 1)).empty());
    EXPECT_EQ(refusal(), "definition_malformed");
    EXPECT_EQ(refused.front().error.path, "two.toml:1");
    EXPECT_TRUE(load("one.toml", text("one", 1, "more = 1")).empty());
    EXPECT_EQ(refusal(), "definition_malformed");
}

TEST_F(Loading, OldVersionsStayReadable) {
    keep(load("one.toml", text("one", 1)));
    keep(load("one.toml", text("one", 2)));
    Catalogue catalogue;
    catalogue.replace(versions_of<Register>(rows));
    EXPECT_EQ((*catalogue.current("one"))->version.value, 2);
    EXPECT_EQ((*catalogue.version("one", 1))->version.value, 1);
    EXPECT_EQ(catalogue.version("one", 3).error().code, "register_unknown");
    EXPECT_EQ(catalogue.current("ones").error().nearest, std::vector<std::string>{"one"});
}

}  // namespace loading_test
}  // namespace jianghui::registers
