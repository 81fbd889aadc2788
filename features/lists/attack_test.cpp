// Everything that lists of one quarter tell everybody, subtracted from each other: lists of the region, of cities and of counties over random
// quarters, published in random order. Every line is an equation; nobody may be found in a group of fewer than ten.

#include <random>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/attack_on_people.hpp"
#include "tests/support/random_market.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::lists {
namespace attack_test {

namespace recount = test::recount;
using recount::city;
/// County and occupation.
using Cell = std::pair<std::string, std::string>;
using Cells = std::map<Cell, std::int64_t>;
/// Place and occupation, "*" for the others.
using Lines = std::map<std::pair<std::string, std::string>, std::int64_t>;
constexpr std::int64_t least = 10;

/// A list as everybody sees it.
struct Shown {
    std::string place;  ///< "" : the region
    Lines lines;
    std::set<std::string> excluded;
};

/// Where a list tells of a cell, without the lines of others.
std::pair<std::string, std::string> place_and_occupation(const Shown& list, const Cell& cell) {
    return {list.place.empty() ? city(cell.first) : cell.first, cell.second};
}
/// The line that tells of a cell, as a reader of the list knows it; nothing when none does.
std::optional<std::pair<std::string, std::string>> line_of(const Shown& list, const Cell& cell) {
    if (!list.place.empty() && cell.first != list.place && city(cell.first) != list.place) return std::nullopt;
    if (list.excluded.contains(cell.first) || list.excluded.contains(city(cell.first))) return std::nullopt;
    const auto alone = place_and_occupation(list, cell);
    for (const auto& line : {alone, std::pair(alone.first, std::string("*")), std::pair(std::string(), std::string("*"))})
        if (list.lines.contains(line)) return line;
    return std::nullopt;
}

/// Somebody who reads what is published of a quarter.
class Reader {
  public:
    explicit Reader(const Cells& cells) : cells_(cells), attack_(people_of(cells)) {}

    /// So many people are in the cells together, as she knows which.
    template <class F>
    void learn(const std::string& what, std::int64_t amount, F&& is_in) {
        test::AttackOnPeople::Group of;
        std::int64_t sum = 0;
        std::size_t number = 0;
        for (const auto& [cell, count] : cells_) {
            if (is_in(cell)) {
                of.push_back(number);
                sum += count;
            }
            ++number;
        }
        EXPECT_EQ(sum, amount) << "her equation is right: " << what;
        attack_.add(of);
    }
    void read(const Shown& list) {
        for (const auto& [line, amount] : list.lines)
            learn(list.place + " " + line.first + " " + line.second, amount, [&, key = line](const Cell& cell) { return line_of(list, cell) == key; });
    }
    /// The fewest people who can be told apart by whoever has read all of it.
    [[nodiscard]] std::optional<test::AttackOnPeople::Group> small_group() const {
        auto attack = attack_;
        return attack.small_group(least);
    }

  private:
    static std::vector<std::int64_t> people_of(const Cells& cells) {
        std::vector<std::int64_t> people;
        for (const auto& [cell, count] : cells) people.push_back(count);
        return people;
    }
    const Cells& cells_;
    test::AttackOnPeople attack_;
};

/// The defence switched off: a list merged for itself, as it was before.
Shown merged_alone(const Cells& cells, const std::string& place) {
    Shown list{place, {}, {}};
    std::map<std::string, std::map<std::string, std::int64_t>> places;
    for (const auto& [cell, count] : cells) {
        const auto [where, what] = place_and_occupation(list, cell);
        if (place.empty() || cell.first == place || city(cell.first) == place) places[where][what] += count;
    }
    for (const auto& [where, occupations] : places) {
        std::vector<std::pair<std::int64_t, std::string>> sized;
        for (const auto& [what, count] : occupations) sized.emplace_back(count, what);
        std::sort(sized.begin(), sized.end());
        std::int64_t together = 0;
        for (const auto& [count, what] : sized) {
            if (count >= least && (together == 0 || together >= least)) list.lines[{where, what}] = count;
            else together += count;
        }
        if (together > 0) list.lines[{where, "*"}] = together;
    }
    return list;
}

class ListsAttacked : public testing::Test {
  protected:
    /// People who register in the quarter: some counties have many, some few, of some occupations.
    Cells live_through(const recount::Quarter& quarter, std::mt19937& random) {
        static const char* const counties[] = {"510502", "510503", "510521", "511502", "511503", "511504", "511523", "500153"};
        static const char* const occupations[] = {"", "6-02-06-03", "6-02-06-07", "4-04-05-01", "2-02-02-01"};
        const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
        Cells cells;
        std::vector<journal::Event> events;
        for (const auto* county : counties) {
            const int most = below(4) == 0 ? 4 : 8 + below(25);
            for (const auto* occupation : occupations) {
                const int count = below(4) == 0 ? 0 : below(3) == 0 ? below(7) : below(most);
                if (count > 0) cells[{county, occupation}] = count;
                for (int i = 0; i < count; ++i) events.push_back(registered(quarter, county, occupation));
            }
        }
        for (int i = 0; i < 40; ++i) {
            const Cell post{counties[below(8)], occupations[1 + below(4)]};
            asked_.emplace(city(post.first), post.second);
            events.push_back(opened(quarter, post.first, post.second, 1 + below(60)));
        }
        test::write(world_.store(), events);
        return cells;
    }
    /// Nothing when it cannot be published.
    std::optional<Shown> published(const recount::Quarter& quarter, const std::string& place) {
        const auto made = world_.post("/lists", maker_,
                                      R"({"kind":"supply","period":")" + quarter.name + "\"" + (place.empty() ? "" : R"(,"place":")" + place + "\"") + "}",
                                      "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << made.bytes;
        const auto list = made.text("id");
        const auto act = [&](const char* what, const access::Caller& as) { return world_.post("/lists/" + list + "/" + what, as); };
        EXPECT_EQ(act("submit", maker_).status, 200);
        if (const auto frozen = act("freeze", checker_); frozen.status != 200) {
            EXPECT_EQ(frozen.text("code"), "list_empty");
            return std::nullopt;
        }
        EXPECT_EQ(act("publish", maker_).status, 200);
        Shown shown{place, {}, {}};
        const auto head = world_.get("/lists/" + list, {});
        for (const auto& one : head.body.at("excluded").as_array()) shown.excluded.insert(std::string(one.at("code").as_string()));
        std::int64_t total = 0;
        const auto lines = world_.get("/lists/" + list + "/lines?limit=500", {});
        for (const auto& item : lines.body.at("items").as_array()) {
            total += item.at("amount").as_int64();
            shown.lines[{std::string(item.at("place").as_string()), std::string(item.at("occupation").as_string())}] = item.at("amount").as_int64();
        }
        EXPECT_EQ(total, head.number("total"));
        return shown;
    }

    test::TestApp world_;
    access::Caller maker_ = world_.official("510000");
    access::Caller checker_ = world_.official("510000");

    /// What the ranking and the catalogue of the region tell everybody. Both count those without a preference in parts, which she is said too.
    void read_shortages(Reader& reader, const Cells& cells, const recount::Quarter& quarter) {
        const auto learn = [&](const std::string& place, const std::string& occupation) {
            std::int64_t sum = 0;
            const auto is_in = [&](const Cell& cell) { return (place.empty() || city(cell.first) == place) && cell.second == occupation; };
            for (const auto& [cell, count] : cells) sum += is_in(cell) ? count : 0;
            reader.learn("shortages of " + place + " " + occupation, sum, is_in);
            ++told_;
        };
        std::set<std::string> cities;
        for (const auto& [cell, count] : cells) cities.insert(city(cell.first));
        const auto ranking = world_.get("/shortage-ranking?period=" + quarter.name, {});
        EXPECT_EQ(ranking.status, 200) << ranking.bytes;
        for (const auto& row : ranking.body.at("items").as_array()) {
            ++ranked_;
            if (row.at("available").is_null()) continue;
            ++ranked_with_people_;
            const std::string occupation(row.at("occupation").as_string());
            learn("", occupation);
            for (const auto& one : cities)
                if (asked_.contains({one, occupation})) learn(one, "");  // Their part is counted by the demand.
        }
        const auto made = world_.post("/shortages", maker_, R"({"period":")" + quarter.name + "\"}", "compile" + std::to_string(++keys_));
        ASSERT_EQ(made.status, 201) << made.bytes;
        const auto path = "/shortages/" + made.text("id");
        ASSERT_EQ(world_.post(path + "/submit", maker_).status, 200);
        const auto published = world_.post(path + "/publish", checker_);
        if (published.status != 200) return;
        const auto entries = world_.get(path + "/entries?limit=200", {});
        for (const auto& row : entries.body.at("items").as_array()) {
            ++entries_;
            if (row.at("withheld").as_bool()) continue;
            ++entries_with_people_;
            learn(std::string(row.at("place").as_string()), std::string(row.at("occupation").as_string()));
            learn(std::string(row.at("place").as_string()), "");
        }
    }
    std::set<Cell> asked_;  ///< cities and occupations
    int told_ = 0, ranked_ = 0, ranked_with_people_ = 0, entries_ = 0, entries_with_people_ = 0;

  private:
    journal::Event opened(const recount::Quarter& quarter, const std::string& county, const std::string& occupation, int headcount) {
        journal::Event said;
        said.at = quarter.from + std::chrono::hours(24 * 6);
        said.kind = "order.opened";
        said.city = {city(county)};
        said.organisation = OrganisationId{++number_};
        said.subject_kind = "order";
        said.subject = {number_};
        said.data = boost::json::object{
            {"place", county}, {"occupation", occupation}, {"industry", "C1512"}, {"headcount", headcount}, {"remaining", headcount}};
        return said;
    }
    journal::Event registered(const recount::Quarter& quarter, const std::string& county, const std::string& occupation) {
        journal::Event said;
        said.at = quarter.from + std::chrono::hours(24 * 5);
        said.kind = "people.registered";
        said.city = {city(county)};
        said.subject_kind = "person";
        said.subject = {++number_};
        said.person = PersonId{number_};
        said.data = boost::json::object{{"place", county}, {"occupation", occupation}, {"origin", "herself"}};
        return said;
    }
    std::int64_t number_ = 700'000;
    int keys_ = 0;
};

TEST_F(ListsAttacked, NobodyIsFoundWhateverWasPublishedInWhateverOrder) {
    std::mt19937 random{20261128};
    std::vector<std::string> places{"", "510500", "511500", "510502", "510521", "511502", "511504", "511523"};
    int lists = 0, open_before = 0;
    std::size_t lines = 0, lines_before = 0;
    constexpr int quarters = 8;
    for (int number = 1; number <= quarters; ++number) {
        // Registrations are valid for months: two quarters lie between, so that each has its own people.
        const auto quarter = recount::quarter(2027, number * 4);
        const auto cells = live_through(quarter, random);
        world_.clock().set(quarter.to + std::chrono::hours(50));
        world_.run_jobs(6);
        std::shuffle(places.begin(), places.end(), random);
        Reader now(cells), before(cells);
        for (const auto& place : places) {
            const auto one = published(quarter, place);
            if (!one) continue;
            ++lists;
            now.read(*one);
            EXPECT_FALSE(now.small_group().has_value()) << quarter.name << " after the list of " << place;
            const auto alone = merged_alone(cells, place);
            before.read(alone);
            lines += one->lines.size();
            lines_before += alone.lines.size();
        }
        open_before += before.small_group() ? 1 : 0;
    }
    EXPECT_GT(lists, quarters * 4);
    EXPECT_GE(open_before, quarters / 2) << "each list merged for itself tells of few people";
    EXPECT_GT(lines * 2, lines_before) << "what is told is not lost altogether: " << lines << " of " << lines_before;
    RecordProperty("lists", lists);
    RecordProperty("open_before", open_before);
    RecordProperty("lines", static_cast<int>(lines));
    RecordProperty("lines_before", static_cast<int>(lines_before));
}

/// The same with the quarter's ranking and its catalogue. What reports tell beside them: statistics/told_test.cpp, quarter_reports/shown_test.cpp.
TEST_F(ListsAttacked, NorBesideTheRankingAndTheCatalogue) {
    std::mt19937 random{11};
    for (int number = 1; number <= 6; ++number) {
        const auto quarter = recount::quarter(2027, number * 4);
        const auto cells = live_through(quarter, random);
        world_.clock().set(quarter.to + std::chrono::hours(50));
        world_.run_jobs(12, std::chrono::seconds(6));
        Reader reader(cells);
        read_shortages(reader, cells, quarter);
        EXPECT_FALSE(reader.small_group().has_value()) << quarter.name << " with shortages";
        for (const std::string place : {"", "511500", "510500", "510502", "511502", "511523"})
            if (const auto list = published(quarter, place)) reader.read(*list);
        EXPECT_FALSE(reader.small_group().has_value()) << quarter.name << " with lists";
    }
    EXPECT_GT(told_, 20);
    EXPECT_GT(ranked_with_people_ + entries_with_people_, 5) << ranked_ << " ranked, " << entries_ << " entries";
    RecordProperty("ranked", ranked_);
    RecordProperty("ranked_with_people", ranked_with_people_);
    RecordProperty("entries", entries_);
    RecordProperty("entries_with_people", entries_with_people_);
}

/// A list that told people in another way is beside no other of its quarter.
TEST_F(ListsAttacked, WhatWasToldOtherwiseIsNotAddedTo) {
    std::mt19937 random{3};
    const auto quarter = recount::quarter(2027, 1);
    live_through(quarter, random);
    world_.clock().set(quarter.to + std::chrono::hours(50));
    world_.run_jobs(6);
    ASSERT_TRUE(published(quarter, "511500").has_value());
    world_.store().write([](store::Transaction& transaction) {
        const store::Statement as_before{"told_otherwise", "UPDATE lists SET told_by = 0"};
        transaction.execute(as_before);
        return true;
    });
    const auto made = world_.post("/lists", maker_, R"({"kind":"supply","period":"2027Q1"})", "other");
    const auto list = made.text("id");
    EXPECT_EQ(world_.post("/lists/" + list + "/submit", maker_).status, 200);
    EXPECT_EQ(world_.post("/lists/" + list + "/freeze", checker_).text("code"), "list_told_otherwise");
}

}  // namespace attack_test
}  // namespace jianghui::lists
