#include "features/lists/rules.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace jianghui::lists {
namespace rules_test {

Line line(const std::string& place, const std::string& occupation, std::int64_t people) {
    return {0, {place}, "", occupation, people, people};
}
std::string text(const std::vector<Line>& lines) {
    std::string all;
    for (const auto& one : lines)
        all += one.place.text + ":" + one.occupation + "=" + std::to_string(one.amount) + " ";
    return all;
}

/// "1:a 5>0=-5": place and occupation, both sides (a number, or why there is none), the difference.
std::string text(const std::vector<Change>& changes) {
    const auto side = [](const auto& amount, const auto& absent) {
        return amount ? std::to_string(*amount) : std::string(codec::enum_text(*absent));
    };
    std::string all;
    for (const auto& one : changes)
        all += one.place.text + ":" + one.occupation + " " + side(one.before, one.before_absent) + ">" +
               side(one.now, one.now_absent) +
               (one.difference ? "=" + std::to_string(*one.difference) : "") + " ";
    return all;
}

TEST(Status, GoesItsWayAndNoOther) {
    using S = ListStatus;
    using A = ListAct;
    const std::map<std::pair<S, A>, S> ways{{{S::draft, A::compile}, S::draft},
                                            {{S::draft, A::submit}, S::review},
                                            {{S::review, A::send_back}, S::draft},
                                            {{S::review, A::freeze}, S::frozen},
                                            {{S::frozen, A::publish}, S::published}};
    for (const auto from : {S::draft, S::review, S::frozen, S::published})
        for (const auto act : {A::compile, A::submit, A::send_back, A::freeze, A::publish}) {
            const auto found = ways.find({from, act});
            const auto to = next_status(from, act);
            EXPECT_EQ(to.has_value(), found != ways.end());
            if (to && found != ways.end()) EXPECT_EQ(*to, found->second);
        }
}

TEST(FourEyes, NeitherWhoCompiledNorWhoSubmittedFreezes) {
    ListRow list;
    list.made_by = AccountId{1};
    list.submitted_by = AccountId{2};
    EXPECT_FALSE(may_freeze(list, AccountId{1}));
    EXPECT_FALSE(may_freeze(list, AccountId{2}));
    EXPECT_TRUE(may_freeze(list, AccountId{3}));
}

TEST(Lines, AreByCityInTheRegionAndLeaveOutWhatIsExcluded) {
    const std::vector<statistics::Cell> cells{{{"510502"}, "6-02-06-03", "C1512", "", 5, 1},
                                              {{"510521"}, "6-02-06-03", "C1511", "", 7, 2},
                                              {{"511502"}, "6-02-06-03", "C1512", "", 9, 1}};
    EXPECT_EQ(text(lines_of(cells, true, {})), "510500:6-02-06-03=12 511500:6-02-06-03=9 ");
    EXPECT_EQ(text(lines_of(cells, false, {})),
              "510502:6-02-06-03=5 510521:6-02-06-03=7 511502:6-02-06-03=9 ");
    EXPECT_EQ(text(lines_of(cells, true, {{{"510500"}, {"未报"}}})), "511500:6-02-06-03=9 ");
    EXPECT_EQ(lines_of(cells, true, {})[1].industry, "C");
}

std::vector<statistics::Cell> people(std::initializer_list<std::tuple<const char*, const char*, int>> of) {
    std::vector<statistics::Cell> cells;
    for (const auto& [place, occupation, count] : of) cells.push_back({{place}, occupation, "", "", count, count});
    return cells;
}

TEST(ToldLines, OfTheRegionACityAndACountyAreOneDivision) {
    const auto cells = people({{"510502", "6-a", 30}, {"510502", "6-b", 6}, {"510502", "6-c", 7}, {"510521", "6-a", 12}, {"510521", "6-b", 15}});
    const auto cities = cities_told(cells, 10);
    EXPECT_EQ(text(told_lines(cities, {"510500"}, {})), "510502:*=13 510502:6-a=30 510521:6-a=12 510521:6-b=15 ");
    EXPECT_EQ(text(told_lines(cities, {"510502"}, {})), "510502:*=13 510502:6-a=30 ") << "the county's own list is that part of it";
    EXPECT_EQ(text(told_lines(cities, {}, {})), "510500:*=28 510500:6-a=42 ")
        << "21 of 6-b, less 15 in one county, would be the six in the other";
    EXPECT_EQ(text(told_lines(cities, {"510500"}, {{{"510521"}, {"撤回"}}})), "510502:*=13 510502:6-a=30 ");
}

TEST(ToldLines, ACountyOfFewIsToldWithAnotherAndHasNoListNorHasTheOther) {
    const auto cells = people({{"510502", "6-a", 30}, {"510521", "6-a", 4}, {"510522", "6-a", 12}, {"510522", "6-b", 11}});
    const auto cities = cities_told(cells, 10);
    EXPECT_EQ(text(told_lines(cities, {"510500"}, {})), ":*=27 510502:6-a=30 ")
        << "46 of 6-a in the city less 30 and 12 would be the four";
    EXPECT_TRUE(told_lines(cities, {"510521"}, {}).empty());
    EXPECT_TRUE(told_lines(cities, {"510522"}, {}).empty());
    EXPECT_TRUE(divides_joined(cities, {{{"510522"}, {"撤回"}}}));
    EXPECT_FALSE(divides_joined(cities, {{{"510502"}, {"撤回"}}}));
    EXPECT_FALSE(divides_joined(cities, {{{"510521"}, {"撤回"}}, {{"510522"}, {"撤回"}}}));
}

TEST(ToldLines, NothingOfACityOfFew) {
    EXPECT_TRUE(told_lines(cities_told(people({{"510502", "6-a", 4}, {"510521", "6-a", 5}}), 10), {"510500"}, {}).empty());
}

TEST(ToldLines, AddUpToTheOfficesLinesAndAreNeverSmall) {
    std::mt19937 random{20261127};
    for (int round = 0; round < 500; ++round) {
        std::vector<statistics::Cell> cells;
        for (int i = 0; i < 30; ++i) {
            const auto people = static_cast<std::int64_t>(random() % 25);
            const PlaceCode place{(i % 2 == 0 ? "51050" : "51150") + std::to_string(1 + i / 2 % 3)};
            cells.push_back({place, "6-" + std::to_string(i / 6), "", "herself", people, people});
        }
        const auto cities = cities_told(cells, 10);
        for (const PlaceCode& place : {PlaceCode{}, PlaceCode{"510500"}, PlaceCode{"511502"}}) {
            std::vector<statistics::Cell> within_place;
            for (const auto& cell : cells)
                if (!place || within(cell.place, place)) within_place.push_back(cell);
            const auto all = lines_of(within_place, !place, {});
            const auto shown = told_lines(cities, place, {});
            if (shown.empty()) continue;
            EXPECT_EQ(total_of(shown), total_of(all)) << "what is published adds up";
            for (const auto& one : shown) {
                EXPECT_GE(one.facts, 10);
                if (one.occupation == "*") continue;
                EXPECT_NE(std::find_if(all.begin(), all.end(), [&](const Line& had) {
                              return had.place == one.place && had.occupation == one.occupation && had.amount == one.amount;
                          }),
                          all.end())
                    << "a line that is shown is shown as it is";
            }
        }
    }
}

TEST(Differences, SayWhatCameWentAndChanged) {
    const std::vector<PlaceCode> places{{"1"}, {"2"}};
    const auto changes =
        differences({{line("1", "a", 5), line("1", "b", 6), line("2", "a", 7)}, places, {}},
                    {{line("1", "b", 6), line("1", "c", 8), line("2", "a", 9)}, places, {}});
    EXPECT_EQ(text(changes), "1:a 5>0=-5 1:c 0>8=8 2:a 7>9=2 ")
        << "what was counted and not found is none, not unknown";
}

TEST(Differences, SayNoNumberOfAPlaceThatOneListDoesNotCount) {
    const Compared before{{line("1", "a", 5)}, {{"1"}}, {{{"2"}, {"未报"}}}};
    const Compared now{{line("1", "a", 5), line("2", "a", 9)}, {{"1"}, {"2"}}, {}};
    EXPECT_EQ(text(differences(before, now)), "2:a place_left_out>9 ");
    EXPECT_EQ(text(differences(now, before)), "2:a 9>place_left_out ");
    const Panel panel = panel_of(before, now);
    EXPECT_EQ(panel.before, 5) << "the same places on both sides";
    EXPECT_EQ(panel.now, 5);
    EXPECT_EQ(panel.only_now, std::vector<PlaceCode>{{"2"}});
    EXPECT_TRUE(panel.only_before.empty());
}

TEST(Differences, OfACountyThatWasLeftOutAreNone) {
    const Compared before{{line("511502", "a", 5)}, {{"511500"}}, {{{"511504"}, {"未报"}}}};
    const Compared now{{line("511502", "a", 6), line("511504", "a", 9)}, {{"511500"}}, {}};
    EXPECT_EQ(text(differences(before, now)), "511502:a 5>6=1 511504:a place_left_out>9 ");
    EXPECT_EQ(panel_of(before, now).now, 6);
}

TEST(Differences, DoNotCompareWhatIsMerged) {
    const std::vector<PlaceCode> places{{"1"}, {"2"}};
    const Compared before{{line("1", "*", 12), line("2", "a", 20)}, places, {}};
    const Compared now{{line("1", "*", 15), line("1", "a", 11), line("2", "b", 30)}, places, {}};
    EXPECT_EQ(text(differences(before, now)),
              "1:* 12>15 1:a merged>11 2:a 20>0=-20 2:b 0>30=30 ")
        << "a line * never has the same people in it";
    const Compared rest{{line("", "*", 14), line("2", "a", 20)}, places, {}};
    EXPECT_EQ(text(differences(rest, now)),
              ":* 14>none_merged 1:* none_merged>15 1:a merged>11 2:a 20>0=-20 2:b merged>30 ");
    EXPECT_EQ(panel_of(rest, now).before, 34) << "the same places: the whole lists";
    const Compared fewer{{line("2", "b", 30)}, {{"2"}}, {}};
    EXPECT_EQ(panel_of(rest, fewer).before, std::nullopt) << "nobody knows whose the rest is";
}

TEST(Number, NamesPlaceQuarterAndVersion) {
    EXPECT_EQ(number_of(ListKind::demand, "泸州市", "2026Q4", 2), "泸州市需求清单〔2026〕第4季度第2版");
    EXPECT_NE(digest_of({line("1", "a", 5)}), digest_of({line("1", "a", 6)}));
}

}  // namespace rules_test
}  // namespace jianghui::lists
