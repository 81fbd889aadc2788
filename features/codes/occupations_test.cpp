#include "features/codes/occupations.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::codes::occupations_test {

const Occupations& occupations() {
    static const Occupations loaded = Occupations::load(SOURCE_FOLDER "/data").value();
    return loaded;
}

struct Case {
    std::string title;
    std::string occupation;
    int least = 0;
    int most = 1000;
};

TEST(Occupations, AreSuggestedForTitlesAsPeopleWriteThem) {
    // `least` 850 and more would be taken without asking (parameter occupation_sure_per_mille).
    const Case cases[] = {
        {"白酒酿造工", "白酒酿造工", 1000, 1000},
        {"酿酒工", "白酒酿造工", 900, 999},
        {"评酒师", "品酒师", 900, 999},
        {"彩灯设计师", "彩灯艺术设计师", 900, 999},
        {"电焊工", "焊工", 900, 999},
        {"急聘电焊工（包吃住）", "焊工", 900, 1000},
        {"焊 工", "焊工", 1000, 1000},
        {"ＣＮＣ操作工", "多工序数控机床操作调整工", 850, 999},
        {"cnc", "多工序数控机床操作调整工", 850, 999},
        {"叉车司机", "起重装卸机械操作工", 850, 999},
        {"月嫂", "家政服务员", 900, 999},
        {"护工", "医疗护理员", 900, 999},
        {"保安", "保安员", 900, 999},
        {"外卖骑手", "网约配送员", 900, 999},
        {"会计（双休+五险一金）", "会计专业人员", 900, 999},
        {"【急招】出纳", "会计专业人员", 850, 999},
        {"Java开发工程师", "计算机程序设计员", 850, 999},
        {"高级Java开发工程师", "计算机程序设计员", 850, 999},
        {"嵌入式软件工程师", "嵌入式系统设计工程技术人员", 850, 999},
        {"动力电池操作工", "电池制造工", 900, 999},
        {"数控车工学徒", "车工", 850, 999},
        // A person has to choose among these.
        {"五粮液酒厂酿酒工", "白酒酿造工", 500, 849},
        {"护士", "内科护士", 500, 849},
        {"普工", "其他生产制造及有关人员", 400, 849},
        {"司机", "道路货运汽车驾驶员", 500, 849},
        {"汽车零部件装配工", "装配钳工", 400, 849},
    };
    for (const auto& [title, name, least, most] : cases) {
        const auto found = occupations().suggest(title);
        ASSERT_FALSE(found.empty()) << title;
        EXPECT_EQ(found.front().occupation->name, name) << title;
        EXPECT_GE(found.front().confidence, least) << title;
        EXPECT_LE(found.front().confidence, most) << title;
    }
}

TEST(Occupations, AreNotMadeUp) {
    for (const char* title : {"", " ", "工", "！！！", "zzzz", "（）", "\xFF\xFF"})
        EXPECT_TRUE(occupations().suggest(title).empty()) << title;
    const auto vague = occupations().suggest("综合岗");
    EXPECT_TRUE(vague.empty() || vague.front().confidence < 850);
}

TEST(Occupations, AreSuggestedFromBracketsWhenNothingElseSpeaks) {
    const auto found = occupations().suggest("急招（电焊工）");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().occupation->name, "焊工");
}

TEST(Occupations, EveryNameSuggestsItself) {
    for (const auto& entry : occupations().tree().entries()) {
        if (entry.level != 4) continue;
        const auto found = occupations().suggest(entry.name);
        ASSERT_FALSE(found.empty()) << entry.name;
        EXPECT_EQ(found.front().confidence, 1000) << entry.name;
        EXPECT_EQ(found.front().occupation->name, entry.name);
        EXPECT_EQ(occupations().find_by_name(entry.name)->name, entry.name);
    }
}

TEST(Occupations, FindByNameIsCertainOnly) {
    EXPECT_EQ(occupations().find_by_name("电焊工")->name, "焊工");
    EXPECT_EQ(occupations().find_by_name("普工"), nullptr) << "an uncertain everyday name";
    EXPECT_EQ(occupations().find_by_name("五粮液酒厂酿酒工"), nullptr);
    EXPECT_EQ(occupations().find_by_name(""), nullptr);
}

RC_GTEST_PROP(Occupations, SuggestionsAreOrderedAndFew, (const std::string& bytes)) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"酒", "工", "师", "电", "焊", "车", "高级", "急聘", "员", "a"}));
    std::string title = bytes;
    for (const auto& part : parts) title += part;
    const auto found = occupations().suggest(title);
    RC_ASSERT(found.size() <= 3U);
    for (std::size_t i = 0; i < found.size(); ++i) {
        RC_ASSERT(found[i].confidence > 0);
        RC_ASSERT(found[i].confidence <= 1000);
        RC_ASSERT(found[i].occupation->level == 4);
        RC_ASSERT(i == 0 || found[i - 1].confidence >= found[i].confidence);
        RC_ASSERT(i == 0 || found[i - 1].occupation != found[i].occupation);
    }
}

}  // namespace jianghui::codes::occupations_test
