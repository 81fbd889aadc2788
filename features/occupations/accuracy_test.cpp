// How good the suggestions are, on titles that were labelled by reading (tests/data/README.md). The
// floors are a little below what is measured; docs/matching.md has the table that this prints.

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <iostream>

#include <fmt/format.h>

#include "features/occupations/suggester.hpp"

namespace jianghui::occupations::accuracy_test {

struct Title {
    std::string text;
    bool held_out = false;
    std::string code;  ///< to the level that the title supports; empty: no occupation
    std::vector<std::string> also;
};

const codes::Tables& tables() {
    static const codes::Tables loaded = codes::Tables::load(SOURCE_FOLDER "/data").value();
    return loaded;
}
const Suggester& suggester() {
    static const Suggester made(tables(), load_vocabulary(SOURCE_FOLDER "/data", tables()).value());
    return made;
}
const std::vector<Title>& titles() {
    static const std::vector<Title> read = [] {
        std::vector<Title> titles;
        auto rows = codes::read_table(SOURCE_FOLDER "/tests/data", "occupation_titles.csv",
                                      {"title", "set", "code", "also", "doubt"});
        for (auto& row : rows.value()) {
            Title title{row.text(0), row.text(1) == "held_out", row.text(2), row.parts(3)};
            if (title.code == "none") title.code.clear();
            titles.push_back(std::move(title));
        }
        return titles;
    }();
    return read;
}

/// 1 … 4: "6", "6-02", "6-02-06", "6-02-06-03".
int level_of(const std::string& code) {
    return static_cast<int>(1 + std::count(code.begin(), code.end(), '-'));
}
/// The class of that level above a code; the code itself when it is no deeper.
std::string above(const std::string& code, int level) {
    constexpr std::array<std::size_t, 5> lengths{0, 1, 4, 7, 10};
    return code.substr(0, lengths.at(static_cast<std::size_t>(level)));
}
bool is_right(const Title& title, const std::string& code, int level) {
    return above(title.code, level) == above(code, level);
}
/// Right, or what a careful person might choose as well.
bool is_accepted(const Title& title, const std::string& code, int level) {
    if (is_right(title, code, level)) return true;
    return std::any_of(title.also.begin(), title.also.end(), [&](const std::string& other) {
        const int depth = std::min(level, level_of(other));
        return above(other, depth) == above(code, depth);
    });
}

struct Score {
    int titles = 0, first = 0, among = 0, first_accepted = 0, among_accepted = 0;
    [[nodiscard]] int per_mille(int right) const { return titles == 0 ? 0 : 1000 * right / titles; }
};

Score score(bool held_out, int level) {
    Score score;
    for (const auto& title : titles()) {
        if (title.held_out != held_out || title.code.empty() || level_of(title.code) < level)
            continue;
        const auto found = suggester().suggest(title.text);
        const auto any = [&](auto judge) {
            return std::any_of(found.begin(), found.end(), [&](const Suggestion& each) {
                return judge(title, each.code.text, level);
            });
        };
        ++score.titles;
        if (!found.empty()) score.first += is_right(title, found[0].code.text, level);
        if (!found.empty()) score.first_accepted += is_accepted(title, found[0].code.text, level);
        score.among += any(is_right);
        score.among_accepted += any(is_accepted);
    }
    std::cout << fmt::format("{} level {}: {} titles, first {}, among three {}, accepted first {}, "
                             "accepted among three {} (per mille)\n",
                             held_out ? "held out" : "tuned", level, score.titles,
                             score.per_mille(score.first), score.per_mille(score.among),
                             score.per_mille(score.first_accepted),
                             score.per_mille(score.among_accepted));
    return score;
}

struct Floor {
    bool held_out;
    int level, first, among, first_accepted, among_accepted;
};

TEST(Accuracy, StaysAboveItsFloors) {
    for (const Floor& floor :
         {Floor{false, 2, 900, 965, 935, 970}, Floor{false, 3, 915, 960, 935, 970},
          Floor{false, 4, 885, 940, 940, 975}, Floor{true, 2, 890, 925, 925, 945},
          Floor{true, 3, 890, 930, 930, 965}, Floor{true, 4, 890, 925, 915, 950}}) {
        const auto seen = score(floor.held_out, floor.level);
        EXPECT_GE(seen.per_mille(seen.first), floor.first) << floor.held_out << floor.level;
        EXPECT_GE(seen.per_mille(seen.among), floor.among) << floor.held_out << floor.level;
        EXPECT_GE(seen.per_mille(seen.first_accepted), floor.first_accepted);
        EXPECT_GE(seen.per_mille(seen.among_accepted), floor.among_accepted);
    }
}

/// Of what is suggested with 800 to 899, 8 or 9 of 10 are right, and so on: titles of the fourth level
/// only, the first suggestion, by tenths.
TEST(Accuracy, ConfidenceSaysHowOftenItIsRight) {
    for (const bool held_out : {false, true}) {
        std::array<std::array<int, 4>, 10> tenths{};
        for (const auto& title : titles()) {
            if (title.held_out != held_out || (!title.code.empty() && level_of(title.code) < 4))
                continue;
            const auto found = suggester().suggest(title.text);
            if (found.empty()) continue;
            auto& tenth = tenths.at(static_cast<std::size_t>(
                std::min(9, found[0].confidence_per_mille / 100)));
            ++tenth[0];
            tenth[1] += found[0].confidence_per_mille;
            tenth[2] += !title.code.empty() && is_right(title, found[0].code.text, 4);
            tenth[3] += !title.code.empty() && is_accepted(title, found[0].code.text, 4);
        }
        int titles_sure = 0, accepted_sure = 0;
        for (std::size_t i = 0; i < tenths.size(); ++i) {
            const auto& [count, said, right, accepted] = tenths.at(i);
            if (count == 0) continue;
            std::cout << fmt::format("{} {}00…: {} titles, said {}, right {}, accepted {}\n",
                                     held_out ? "held out" : "tuned", i, count, said / count,
                                     1000 * right / count, 1000 * accepted / count);
            if (i >= 8) titles_sure += count;
            if (i >= 8) accepted_sure += accepted;
        }
        EXPECT_GE(accepted_sure * 10, titles_sure * 9) << "what is said to be sure is sure";
    }
}

TEST(Accuracy, IsFastEnoughForLists) {
    (void)suggester();
    const std::clock_t begun = std::clock();  // processor time: other tests run beside this one
    int asked = 0;
    for (int round = 0; round < 5; ++round)
        for (const auto& title : titles()) {
            (void)suggester().suggest(title.text);
            ++asked;
        }
    const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    std::cout << fmt::format("{:.0f} titles a second of one processor\n", asked / seconds);
    EXPECT_GT(asked / seconds, 2000);
}

TEST(Vocabulary, KnowsEveryOccupationByItsName) {
    for (const auto& entry : tables().occupations()) {
        if (entry.level != 4) continue;
        const auto found = suggester().suggest(entry.name);
        ASSERT_FALSE(found.empty()) << entry.name;
        EXPECT_EQ(found[0].code.text, entry.code) << entry.name;
        EXPECT_EQ(found[0].ground, Ground::name) << entry.name;
        EXPECT_GE(found[0].confidence_per_mille, 950) << entry.name;
    }
}

/// The trades of the region, which the labelled titles hardly have.
TEST(Vocabulary, KnowsTheTradesOfTheRegion) {
    const std::pair<const char*, const char*> cases[] = {
        {"酿酒工", "白酒酿造工"}, {"白酒酿造师傅", "白酒酿造工"}, {"评酒师", "品酒师"},
        {"彩灯设计师", "彩灯艺术设计师"}, {"急聘电焊工（包吃住）", "焊工"}, {"CNC操作工", "多工序数控机床操作调整工"},
        {"叉车司机", "起重装卸机械操作工"}, {"月嫂", "家政服务员"}, {"外卖骑手", "网约配送员"},
        {"动力电池操作工", "电池制造工"}, {"数控车工学徒", "车工"}, {"仓库管理员", "仓储管理员"},
        {"挖掘机司机", "挖掘铲运和桩工机械司机"}, {"护工", "医疗护理员"}, {"养老护理员", "养老护理员"},
        {"剪头发的师傅", "美发师"}, {"火锅店跑堂", "餐厅服务员"}, {"采茶工", "园艺工"}, {"电子厂打螺丝", "电子设备装接工"},
        {"光伏安装工", "太阳能利用工"}, {"坐堂中医师", "中医内科医师"}, {"烤酒师傅", "白酒酿造工"}, {"刮大白", "装饰装修工"}, {"棒棒", "装卸搬运工"}};
    for (const auto& [title, name] : cases) {
        const auto found = suggester().suggest(title);
        ASSERT_FALSE(found.empty()) << title;
        EXPECT_EQ(found[0].name, name) << title;
    }
}

}  // namespace jianghui::occupations::accuracy_test
