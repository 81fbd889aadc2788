#include "features/pay_surveys/protect.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "features/pay_surveys/attack_for_test.hpp"

namespace jianghui::pay_surveys {
namespace protect_test {

const Limits limits;

void add(std::vector<Answered>& answers, const std::string& occupation, const std::string& level,
         const std::string& place, std::int64_t company, int persons, std::int64_t fen = 1000) {
    for (int i = 0; i < persons; ++i)
        answers.push_back({occupation, level, place, OrganisationId{company}, {fen, 1}});
}
/// The same of four companies alike.
void add_four(std::vector<Answered>& answers, const std::string& level, const std::string& place,
              int persons, const std::string& occupation = "6-02-06-03") {
    for (int company = 1; company <= 4; ++company)
        add(answers, occupation, level, place, company * 100 + place.back(), persons);
}

/// Random answers: companies of one place each, some large, cells of all sizes, many too small.
std::vector<Answered> random_answers(unsigned seed) {
    std::mt19937 random(seed);
    const std::vector<std::string> occupations{"6-02-06-01", "6-02-06-02", "6-02-07-01",
                                               "4-01-01-01"};
    const std::vector<std::string> levels{"a", "b", "c"};
    const std::vector<std::string> places{"1", "2", "3", "4"};
    std::vector<Answered> answers;
    for (std::int64_t company = 1; company <= 18; ++company) {
        const auto& place = places[random() % places.size()];
        const int lines = 1 + static_cast<int>(random() % 6);
        for (int i = 0; i < lines; ++i)
            add(answers, occupations[random() % occupations.size()],
                levels[random() % levels.size()], place, company,
                1 + static_cast<int>(random() % (random() % 4 == 0 ? 30 : 6)),
                static_cast<std::int64_t>(10 + random() % 90));
    }
    return answers;
}

/// Whether all that is hidden in each row, and in each column, is safe together: it follows by subtraction.
bool remainders_are_safe(const Table& table) {
    std::vector<Bag> rows(table.levels.size());
    std::vector<Bag> columns(table.places.size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (table.hidden[r][c]) {
                rows[r].add(table.cells[r][c]);
                columns[c].add(table.cells[r][c]);
            }
    const auto safe = [](const Bag& bag) { return bag.empty() || is_safe(bag, limits); };
    return std::all_of(rows.begin(), rows.end(), safe) &&
           std::all_of(columns.begin(), columns.end(), safe);
}

/// What the margins and the shown cells of a table say about its hidden cells.
template <class Value>
attack::System said_of(const Table& table, std::vector<std::pair<std::size_t, std::size_t>>& hidden,
                       Value&& value) {
    hidden.clear();
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> at;
    for (std::size_t r = 0; r < table.levels.size(); ++r)
        for (std::size_t c = 0; c < table.places.size(); ++c)
            if (table.hidden[r][c]) {
                at[{r, c}] = hidden.size();
                hidden.emplace_back(r, c);
            }
    attack::System system{hidden.size(), {}};
    const auto say = [&](auto&& belongs) {
        std::vector<std::size_t> unknown;
        std::int64_t rest = 0;
        for (const auto& [cell, number] : at)
            if (belongs(cell.first, cell.second)) {
                unknown.push_back(number);
                rest += value(table.cells[cell.first][cell.second]);
            }
        if (!unknown.empty()) system.add(unknown, rest);  // the margin less what is shown
    };
    for (std::size_t i = 0; i < table.levels.size(); ++i)
        say([&](std::size_t r, std::size_t) { return r == i; });
    for (std::size_t i = 0; i < table.places.size(); ++i)
        say([&](std::size_t, std::size_t c) { return c == i; });
    say([](std::size_t, std::size_t) { return true; });
    return system;
}

TEST(Safe, NeedsCompaniesPersonsAndNobodyWhoDominates) {
    std::vector<Answered> answers;
    const auto bag = [&] {
        Bag sum;
        for (const auto& one : answers) sum.add(one);
        return sum;
    };
    add(answers, "o", "l", "p", 1, 5);
    add(answers, "o", "l", "p", 2, 5);
    EXPECT_FALSE(is_safe(bag(), limits)) << "two companies";
    add(answers, "o", "l", "p", 3, 2);
    EXPECT_TRUE(is_safe(bag(), limits)) << "5 + 5 of 12 is 83 %";
    add(answers, "o", "l", "p", 1, 1, 8000);
    EXPECT_FALSE(is_safe(bag(), limits)) << "one has 65 % of the pay";
    answers.clear();
    for (int company = 1; company <= 9; ++company) add(answers, "o", "l", "p", company, 1);
    EXPECT_FALSE(is_safe(bag(), limits)) << "nine persons";
}

TEST(Pooled, SmallOnesStandTogetherAndOneAloneIsJoined) {
    std::map<std::string, Bag> bags;
    const auto put = [&](const std::string& code, int persons) {
        std::vector<Answered> answers;
        for (int company = 1; company <= 4; ++company)
            add(answers, "o", code, "p", company, persons);
        for (const auto& one : answers) bags[code].add(one);
    };
    put("a", 10);
    put("b", 5);
    EXPECT_EQ(pooled(bags, limits), (std::vector<Group>{{"a"}, {"b"}}));
    put("c", 2);  // 8 persons
    EXPECT_EQ(pooled(bags, limits), (std::vector<Group>{{"a"}, {"b", "c"}}));
    put("d", 2);
    EXPECT_EQ(pooled(bags, limits), (std::vector<Group>{{"a"}, {"b"}, {"c", "d"}}));
    std::map<std::string, Bag> few{{"c", bags["c"]}};
    EXPECT_TRUE(pooled(few, limits).empty());
}

TEST(Protect, ACellThatItsRowWouldTellTakesOthersWithIt) {
    std::vector<Answered> answers;
    add_four(answers, "a", "1", 10);
    add_four(answers, "a", "2", 8);
    add_four(answers, "b", "1", 9);
    add(answers, "6-02-06-03", "b", "2", 9, 5);  // one company: unsafe
    add_four(answers, "c", "1", 12);
    add_four(answers, "c", "2", 12);
    const auto tables = protect(answers, limits);
    ASSERT_EQ(tables.size(), 1U);
    const auto& table = tables[0];
    ASSERT_EQ(table.levels.size(), 3U);
    ASSERT_EQ(table.places.size(), 2U);
    EXPECT_TRUE(table.hidden[1][1]);
    EXPECT_TRUE(table.hidden[1][0]) << "the row's total less it would tell the other";
    int hidden = 0;
    for (const auto& row : table.hidden)
        for (const bool one : row) hidden += one ? 1 : 0;
    EXPECT_GE(hidden, 4) << "and the columns' totals, too";
}

/// Two columns, each with all that it hides of few companies: a column's total less its shown cell tells it.
TEST(Protect, WhatAColumnHidesInAllIsSafe) {
    std::vector<Answered> answers;
    for (const char* level : {"1", "2"}) {
        add(answers, "6-02-06-03", level, "A", 1, 12);
        add(answers, "6-02-06-03", level, "B", 2, 6);
        add(answers, "6-02-06-03", level, "B", 3, 6);
    }
    for (std::int64_t company = 4; company <= 6; ++company) {
        add(answers, "6-02-06-03", "3", "A", company, 20);
        add(answers, "6-02-06-03", "3", "B", company + 3, 20);
    }
    const auto tables = protect(answers, limits);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_TRUE(remainders_are_safe(tables[0]));
}

TEST(Protect, OccupationsWithFewAnswersGoUpAndWhatIsLeftIsNotPublished) {
    std::vector<Answered> answers;
    add_four(answers, "a", "1", 10, "6-02-06-03");
    add(answers, "6-02-06-01", "a", "1", 1, 4);
    add(answers, "6-02-06-02", "a", "1", 2, 4);
    add(answers, "6-02-06-04", "a", "1", 3, 4);
    add(answers, "4-01-01-01", "a", "1", 7, 3);
    const auto tables = protect(answers, limits);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].occupation, "6-02-06");
    EXPECT_EQ(tables[0].members,
              (std::vector<std::string>{"6-02-06-01", "6-02-06-02", "6-02-06-04"}));
    EXPECT_EQ(tables[1].occupation, "6-02-06-03");
}

TEST(Attack, NobodyComputesAHiddenCellOfARandomTable) {
    int cells = 0;
    for (unsigned seed = 1; seed <= 120; ++seed) {
        for (const auto& table : protect(random_answers(seed), limits)) {
            std::vector<std::pair<std::size_t, std::size_t>> hidden;
            const auto persons =
                said_of(table, hidden, [](const Bag& bag) { return bag.persons; });
            if (hidden.empty()) continue;
            cells += static_cast<int>(hidden.size());
            const auto pay = said_of(
                table, hidden, [](const Bag& bag) { return static_cast<std::int64_t>(bag.pay); });
            EXPECT_TRUE(attack::determined(persons).empty()) << "seed " << seed;
            EXPECT_TRUE(remainders_are_safe(table)) << "seed " << seed;
            const auto many = attack::ranges(persons);
            const auto much = attack::ranges(pay);
            for (std::size_t i = 0; i < hidden.size(); ++i) {
                const auto& bag = table.cells[hidden[i].first][hidden[i].second];
                EXPECT_GE(many[i].most - many[i].least, limits.hidden_persons) << "seed " << seed;
                EXPECT_GE((much[i].most - much[i].least) * 100,
                          static_cast<std::int64_t>(bag.pay) * limits.hidden_percent)
                    << "seed " << seed;
            }
        }
    }
    EXPECT_GT(cells, 40) << "the tables must have something to hide";
}

/// The attacker is no man of straw: with unsafe cells alone hidden, she finds many of them.
TEST(Attack, HidingUnsafeCellsAloneIsNotEnough) {
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        for (auto table : protect(random_answers(seed), limits)) {
            for (std::size_t r = 0; r < table.levels.size(); ++r)
                for (std::size_t c = 0; c < table.places.size(); ++c)
                    table.hidden[r][c] =
                        table.hidden[r][c] && !is_safe(table.cells[r][c], limits);
            std::vector<std::pair<std::size_t, std::size_t>> hidden;
            found += attack::determined(said_of(table, hidden, [](const Bag& bag) {
                         return bag.persons;
                     })).size();
        }
    }
    EXPECT_GT(found, 5U);
}

TEST(Attack, TheIntervalsAreExactlyThoseOfTheCorners) {
    std::mt19937 random(3);
    for (int round = 0; round < 150; ++round) {
        Table table;
        table.levels.resize(2 + random() % 2);
        table.places.resize(2 + random() % 3);
        std::vector<std::vector<Wide>> numbers;
        for (std::size_t r = 0; r < table.levels.size(); ++r) {
            numbers.emplace_back();
            table.cells.emplace_back();
            table.hidden.emplace_back();
            for (std::size_t c = 0; c < table.places.size(); ++c) {
                numbers.back().push_back(random() % 20);
                table.cells.back().emplace_back();
                table.cells.back().back().persons = static_cast<std::int64_t>(numbers.back().back());
                table.hidden.back().push_back(random() % 3 > 0);
            }
        }
        std::vector<std::pair<std::size_t, std::size_t>> hidden;
        const auto said = said_of(table, hidden, [](const Bag& bag) { return bag.persons; });
        if (hidden.empty()) continue;
        const auto corners = attack::ranges(said);
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            const auto found =
                interval_of(numbers, table.hidden, hidden[i].first, hidden[i].second);
            EXPECT_EQ(static_cast<std::int64_t>(found.least), corners[i].least) << round;
            EXPECT_EQ(static_cast<std::int64_t>(found.most), corners[i].most) << round;
        }
    }
}

/// The whole guide at once: every published number as an equation between the smallest cells there are.
TEST(Attack, NoUnsafeCellFollowsFromTheWholeGuide) {
    using Key = std::tuple<std::string, std::string, std::string>;
    for (unsigned seed = 200; seed <= 260; ++seed) {
        const auto answers = random_answers(seed);
        std::map<Key, Bag> bags;
        for (const auto& one : answers) bags[{one.occupation, one.level, one.place}].add(one);
        std::map<Key, std::size_t> at;
        for (const auto& [key, bag] : bags) at.emplace(key, at.size());
        attack::System system{at.size(), {}};
        const auto publish = [&](const Table& table, const Group* levels, const Group* places) {
            std::vector<std::size_t> of;
            std::int64_t persons = 0;
            for (const auto& [key, number] : at) {
                const auto& [occupation, level, place] = key;
                const auto in = [](const Group& group, const std::string& code) {
                    return std::count(group.begin(), group.end(), code) > 0;
                };
                if (!in(table.members, occupation) || (levels != nullptr && !in(*levels, level)) ||
                    (places != nullptr && !in(*places, place)))
                    continue;
                of.push_back(number);
                persons += bags[key].persons;
            }
            system.add(of, persons);
        };
        for (const auto& table : protect(answers, limits)) {
            publish(table, nullptr, nullptr);
            for (const auto& levels : table.levels) publish(table, &levels, nullptr);
            for (const auto& places : table.places) publish(table, nullptr, &places);
            for (std::size_t r = 0; r < table.levels.size(); ++r)
                for (std::size_t c = 0; c < table.places.size(); ++c)
                    if (!table.hidden[r][c] && !table.cells[r][c].empty())
                        publish(table, &table.levels[r], &table.places[c]);
        }
        const auto known = attack::determined(system);
        for (const auto& [key, number] : at)
            if (!is_safe(bags[key], limits)) {
                EXPECT_EQ(std::count(known.begin(), known.end(), number), 0) << "seed " << seed;
            }
    }
}

}  // namespace protect_test
}  // namespace jianghui::pay_surveys
