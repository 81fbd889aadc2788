// What is told of a city: examples by hand, and an attack with everything that may be published at once over random cities.

#include "features/statistics/told.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/attack_on_people.hpp"

namespace jianghui::statistics {
namespace told_test {

constexpr std::int64_t least = 10;
using City = std::vector<PeopleOf>;

PeopleOf some(const char* place, const char* occupation, std::int64_t people) { return {{place}, occupation, people}; }

TEST(Told, NothingOfFewPeople) {
    EXPECT_FALSE(told({some("1", "6-1", 9)}, least).anybody);
    EXPECT_FALSE(told({}, least).anybody);
    const auto ten = told({some("1", "6-1", 10)}, least);
    EXPECT_TRUE(ten.anybody);
    EXPECT_TRUE(ten.tells({"1"}, "6-1"));
    EXPECT_TRUE(ten.of_city.count("6-1") != 0);
}

/// The example of ADR 19: 60 weavers in the city, 55 in one county. Told by county and by city, the other five would follow.
TEST(Told, WhatTheCityHasMoreThanItsLargeCounties) {
    const City city{some("1", "6-weaver", 55), some("1", "6-cook", 40), some("1", "6-smith", 4), some("1", "6-baker", 8),
                    some("2", "6-weaver", 5),  some("2", "6-cook", 30), some("2", "6-smith", 9)};
    const auto found = told(city, least);
    EXPECT_FALSE(found.tells({"1"}, "6-weaver") && found.of_city.count("6-weaver") != 0);
    EXPECT_TRUE(found.joined.empty());
    // The county tells its other sum, 67, and the city its 60 weavers: fewer lose their line than if the city had none of weavers.
    EXPECT_FALSE(found.tells({"1"}, "6-weaver"));
    EXPECT_TRUE(found.of_city.count("6-weaver") != 0);
    EXPECT_TRUE(found.tells({"1"}, "6-cook"));
    EXPECT_TRUE(found.of_city.count("6-cook") != 0);
}

TEST(Told, ASmallCountyIsToldWithTheNextLarger) {
    const City city{some("1", "6-1", 4), some("2", "6-1", 20), some("2", "6-2", 15), some("3", "6-1", 90)};
    const auto found = told(city, least);
    EXPECT_EQ(found.joined, (std::set<PlaceCode>{{"1"}, {"2"}}));
    EXPECT_TRUE(found.tells({"3"}, "6-1"));
    EXPECT_TRUE(found.of_city.count("6-1") != 0);
    EXPECT_TRUE(found.of_city.count("6-2") != 0);
}

TEST(Told, ASmallClassIsToldWithAnother) {
    const City city{some("1", "6-1", 40), some("1", "1-1", 3), some("1", "2-1", 12), some("1", "", 11)};
    const auto found = told(city, least);
    const auto& joined = *std::find_if(found.classes.begin(), found.classes.end(), [](const auto& each) { return each.count("1") != 0; });
    EXPECT_GT(joined.size(), 1U) << "three people are no line";
    std::set<std::string> all;
    for (const auto& each : found.classes) all.insert(each.begin(), each.end());
    EXPECT_EQ(all, (std::set<std::string>{"", "1", "2", "6"}));
}

/// Sums of two counties less those of an occupation: neither line is small, what is left is.
TEST(Told, WhatCountiesHideTogetherLessAnOccupationThatOnlyTheyHave) {
    // Hidden are the nines of both counties, 18 smiths for the city, and six bakers, of whom there are others elsewhere.
    const City city{some("1", "6-smith", 9), some("1", "6-baker", 3), some("2", "6-smith", 9), some("2", "6-baker", 3),
                    some("3", "6-baker", 6), some("3", "6-cook", 8),  some("1", "6-cook", 30), some("2", "6-cook", 30)};
    test::AttackOnPeople attack({9, 3, 9, 3, 6, 8, 30, 30});
    for (const auto& sum : {std::vector<std::size_t>{0, 1}, {2, 3}, {4, 5}, {0, 2}, {1, 3, 4}, {6}, {7}}) attack.add(sum);
    EXPECT_TRUE(attack.small_group(least).has_value()) << "12 + 12 − 18 are six bakers";
    const auto found = told(city, least);
    EXPECT_LT(found.of_county.size() + found.of_city.size(), 5U);
}

TEST(Told, DoesNotDependOnTheOrderOfCells) {
    std::mt19937 random{7};
    City city;
    for (int i = 0; i < 40; ++i)
        city.push_back({{std::to_string(i % 5)}, std::to_string(1 + i / 20) + "-" + std::to_string(i / 5), static_cast<std::int64_t>(random() % 30)});
    const auto first = told(city, least);
    std::shuffle(city.begin(), city.end(), random);
    const auto second = told(city, least);
    EXPECT_EQ(first.of_county, second.of_county);
    EXPECT_EQ(first.of_city, second.of_city);
    EXPECT_EQ(first.classes, second.classes);
    EXPECT_EQ(first.joined, second.joined);
}

City random_city(std::mt19937& random) {
    City city;
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    const int counties = 1 + below(6);
    const int occupations = 1 + below(9);
    const int most = 3 + below(60);
    for (int county = 0; county < counties; ++county)
        for (int i = 0; i < occupations; ++i) {
            const int people = below(3) == 0 ? below(6) : below(3) == 0 ? 0 : below(most);
            const std::string occupation = i == 0 ? "" : std::to_string(1 + i % 3) + "-" + std::to_string(i);
            if (people > 0) city.push_back({{std::to_string(county)}, occupation, people});
        }
    return city;
}

/// All sums that anybody may publish, by what is told.
class Everything {
  public:
    Everything(const City& city, const Told& told) : city_(city), told_(told), attack_(people_of(city)) {}

    test::AttackOnPeople attack() {
        // Lists by county: cells, and what is left of each county.
        for (std::size_t i = 0; i < city_.size(); ++i)
            if (told_.tells(city_[i].place, city_[i].occupation)) attack_.add({i});
        std::set<PlaceCode> counties;
        for (const auto& one : city_) counties.insert(one.place);
        for (const auto& county : counties)
            if (told_.joined.count(county) == 0) add([&](const PeopleOf& one) { return one.place == county; });
        add([&](const PeopleOf& one) { return told_.joined.count(one.place) != 0; });
        // Lists of the region: occupations, and what is left of the city. Reports: the classes.
        for (const auto& occupation : told_.of_city) add([&](const PeopleOf& one) { return one.occupation == occupation; });
        for (const auto& classes : told_.classes)
            add([&](const PeopleOf& one) { return classes.count(class_of_occupation(one.occupation)) != 0; });
        add([](const PeopleOf&) { return true; });
        return attack_;
    }

  private:
    static std::vector<std::int64_t> people_of(const City& city) {
        std::vector<std::int64_t> people;
        for (const auto& one : city) people.push_back(one.people);
        return people;
    }
    template <class F>
    void add(F&& is_in) {
        std::vector<std::size_t> cells;
        for (std::size_t i = 0; i < city_.size(); ++i)
            if (is_in(city_[i])) cells.push_back(i);
        attack_.add(cells);
    }
    const City& city_;
    const Told& told_;
    test::AttackOnPeople attack_;
};

/// The defence switched off: each table merged for itself, as it was.
Told each_for_itself(const City& city) {
    Told told;
    told.anybody = true;
    std::map<PlaceCode, std::vector<std::pair<std::int64_t, std::string>>> counties;
    std::map<std::string, std::int64_t> occupations;
    for (const auto& one : city) {
        counties[one.place].emplace_back(one.people, one.occupation);
        occupations[one.occupation] += one.people;
    }
    std::int64_t smallest = 0;
    for (auto& [place, cells] : counties) {
        std::sort(cells.begin(), cells.end());
        std::int64_t together = 0;
        for (const auto& [people, occupation] : cells) {
            if (people >= least && (together == 0 || together >= least)) told.of_county.emplace(place, occupation);
            else together += people;
        }
        if (together > 0 && together < least) told.joined.insert(place);
        smallest = std::max(smallest, together);
    }
    std::set<std::string> classes;
    for (const auto& [occupation, people] : occupations) {
        classes.insert(class_of_occupation(occupation));
        if (people >= least) told.of_city.insert(occupation);
    }
    told.classes = {classes};
    return told;
}

TEST(Told, NoSmallGroupFollowsFromEverythingThatMayBePublished) {
    std::mt19937 random{20261128};
    int tried = 0, open_before = 0;
    std::size_t lines_before = 0, lines = 0;
    for (int round = 0; round < 3'000; ++round) {
        const City city = random_city(random);
        const auto found = told(city, least);
        if (!found.anybody) continue;
        ++tried;
        const auto group = Everything(city, found).attack().small_group(least);
        ASSERT_FALSE(group.has_value()) << "round " << round;
        const auto before = each_for_itself(city);
        open_before += Everything(city, before).attack().small_group(least) ? 1 : 0;
        lines_before += before.of_county.size() + before.of_city.size();
        lines += found.of_county.size() + found.of_city.size();
    }
    EXPECT_GT(tried, 2'000);
    EXPECT_GT(open_before, tried / 4) << "without the defence the attack finds somebody";
    RecordProperty("tried", tried);
    RecordProperty("open_before", open_before);
    RecordProperty("lines_before", static_cast<int>(lines_before));
    RecordProperty("lines", static_cast<int>(lines));
    EXPECT_GT(lines * 3, lines_before) << "what is told is not lost altogether: " << lines << " of " << lines_before;
}

/// Occupations as they are spread in life: many of few people, few of many, counties of several sizes.
City likely_city(std::mt19937& random, int counties, int occupations) {
    const auto unit = [&] { return (1.0 + static_cast<double>(random() % 999'999)) / 1'000'000.0; };
    City city;
    for (int occupation = 0; occupation < occupations; ++occupation) {
        const double usual = 3.0 / unit();
        for (int county = 0; county < counties; ++county) {
            const double people = usual * (0.4 + static_cast<double>(county) / counties) * (unit() + unit());
            city.push_back({{std::to_string(county)}, std::to_string(1 + occupation % 8) + "-" + std::to_string(occupation),
                            static_cast<std::int64_t>(people)});
        }
    }
    return city;
}

TEST(Told, ALikelyCityLosesFewLines) {
    std::mt19937 random{1};
    std::size_t lines_before = 0, lines = 0;
    int columns = 0, columns_of_large_atoms = 0;
    for (int round = 0; round < 20; ++round) {
        const City city = likely_city(random, 7, 60);
        const auto found = told(city, least);
        const auto before = each_for_itself(city);
        lines_before += before.of_county.size() + before.of_city.size();
        lines += found.of_county.size() + found.of_city.size();
        // What would be left if no cell of few might lie in a county's rest and in an occupation that the city tells.
        for (const auto& occupation : before.of_city) {
            ++columns;
            columns_of_large_atoms += std::none_of(city.begin(), city.end(), [&](const PeopleOf& one) {
                return one.occupation == occupation && one.people > 0 && one.people < least;
            });
        }
    }
    EXPECT_GT(lines * 100, lines_before * 85) << lines << " of " << lines_before;
    EXPECT_LT(columns_of_large_atoms * 2, columns) << "why the strict condition was not taken";
    RecordProperty("lines_before", static_cast<int>(lines_before));
    RecordProperty("lines", static_cast<int>(lines));
    RecordProperty("columns", columns);
    RecordProperty("columns_of_large_atoms", columns_of_large_atoms);
}

TEST(Told, ALargeCityIsDividedQuickly) {
    std::mt19937 random{9};
    City city;
    for (int county = 0; county < 10; ++county)
        for (int occupation = 0; occupation < 1'600; ++occupation) {
            // Few of most, many of some.
            const auto people = static_cast<std::int64_t>(random() % (occupation % 40 == 0 ? 400U : occupation % 5 == 0 ? 40U : 6U));
            city.push_back({{"51050" + std::to_string(county)}, std::to_string(1 + occupation % 8) + "-" + std::to_string(occupation), people});
        }
    const auto before = std::chrono::steady_clock::now();
    const auto found = told(city, least);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - before);
    EXPECT_GT(found.of_county.size(), 1'000U);
    EXPECT_GT(found.of_city.size(), 1'000U);
    EXPECT_LT(took.count(), 2'000);
    RecordProperty("milliseconds", static_cast<int>(took.count()));
}

}  // namespace told_test
}  // namespace jianghui::statistics
