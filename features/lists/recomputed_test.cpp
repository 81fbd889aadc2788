// Every cell of the supply and demand lists over random years, from the raw journal: what offices see, what is merged for everybody,
// and what changed since the list before. Nothing here calls what compiles or merges.

#include <set>

#include <gtest/gtest.h>

#include "features/lists/model.hpp"
#include "tests/support/random_market.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::lists {
namespace recomputed_test {

namespace recount = test::recount;
using recount::city;
using recount::region;

/// Place, class of industry, occupation.
using Key = std::tuple<std::string, std::string, std::string>;
using Lines = std::map<Key, std::int64_t>;

constexpr std::int64_t published_people_min = 10;

bool is_in(const std::string& place, const std::string& of) {
    if (of.empty()) return std::find(region.begin(), region.end(), city(place)) != region.end();
    return place == of || city(place) == of;
}

/// The region's list is by city, any other by county.
Lines lines_of(const std::vector<journal::Event>& events, const recount::Quarter& quarter, ListKind kind, const std::string& of) {
    Lines lines;
    const auto add = [&](const std::string& place, const std::string& industry, const std::string& occupation, std::int64_t amount) {
        if (is_in(place, of)) lines[{of.empty() ? city(place) : place, industry, occupation}] += amount;
    };
    if (kind == ListKind::demand)
        for (const auto& post : recount::demand(events, quarter))
            add(post.place, post.industry.substr(0, 1), post.occupation, post.amount);
    else
        for (const auto& seeker : recount::supply(events, quarter)) add(seeker.place, "", seeker.occupation, 1);
    return lines;
}

/// Of the people in the lines, by county or by city.
std::map<std::string, std::int64_t> people_by(const Lines& lines, bool of_cities) {
    std::map<std::string, std::int64_t> people;
    for (const auto& [key, amount] : lines) people[of_cities ? city(std::get<0>(key)) : std::get<0>(key)] += amount;
    return people;
}

/// Cities of too few people: the region's list is not of them.
std::set<std::string> cities_of_few(const Lines& lines) {
    std::set<std::string> few;
    for (const auto& [place, people] : people_by(lines, true))
        if (people > 0 && people < published_people_min) few.insert(place);
    return few;
}

/// Counties with too few people and, until they are enough, the next larger.
std::set<std::string> told_together(const Lines& of_city) {
    std::multimap<std::int64_t, std::string> by_size;
    for (const auto& [place, people] : people_by(of_city, false)) by_size.emplace(people, place);
    std::set<std::string> together;
    std::int64_t sum = 0;
    for (const auto& [people, place] : by_size) {
        if (people >= published_people_min && (sum == 0 || sum >= published_people_min)) break;
        sum += people;
        together.insert(place);
    }
    return together;
}

/// What everybody sees adds up to what offices see: lines as they are, and of each place the rest, of counties told together in one.
void expect_told(const Lines& shown, const Lines& all) {
    std::map<std::string, std::int64_t> rest = people_by(all, false);
    for (const auto& [key, amount] : shown) {
        EXPECT_GE(amount, published_people_min);
        if (std::get<2>(key) == "*") continue;
        EXPECT_EQ(amount, all.contains(key) ? all.at(key) : 0);
        rest[std::get<0>(key)] -= amount;
    }
    for (const auto& [key, amount] : shown) {
        if (std::get<2>(key) != "*" || std::get<0>(key).empty()) continue;
        EXPECT_EQ(amount, rest[std::get<0>(key)]);
        rest[std::get<0>(key)] = 0;
    }
    std::int64_t left = 0;
    for (const auto& [place, amount] : rest) left += amount;
    EXPECT_EQ(left, shown.contains({"", "", "*"}) ? shown.at({"", "", "*"}) : 0);
}

class ListsRecomputed : public testing::Test {
  protected:
    std::string compiled(ListKind kind, const std::string& period, const std::string& of) {
        const auto made = world_.post("/lists", maker_,
                                      R"({"kind":")" + std::string(codec::enum_text(kind)) + R"(","period":")" + period + "\"" +
                                          (of.empty() ? "" : R"(,"place":")" + of + "\"") + "}",
                                      "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.text("id");
    }
    /// Whether it could be: a list in which nobody may be seen cannot.
    bool published(const std::string& list) {
        const auto act = [&](const char* what, const access::Caller& as) {
            return world_.post("/lists/" + list + "/" + what, as).status == 200;
        };
        return act("submit", maker_) && act("freeze", checker_) && act("publish", maker_);
    }
    Lines shown(const std::string& list, const access::Caller& as) {
        const auto answer = world_.get("/lists/" + list + "/lines?limit=500", as);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        Lines lines;
        int number = 0;
        for (const auto& item : answer.body.at("items").as_array()) {
            const auto text = [&](const char* name) { return std::string(item.at(name).as_string()); };
            EXPECT_EQ(item.at("line").as_int64(), ++number);
            EXPECT_EQ(item.at("merged").as_bool(), text("occupation") == "*");
            lines[{text("place"), text("industry"), text("occupation")}] = item.at("amount").as_int64();
        }
        EXPECT_EQ(lines.size(), static_cast<std::size_t>(number)) << "no line twice";
        return lines;
    }
    /// Total, and which places the list is of.
    void compare_head(const std::string& list, const Lines& lines, const std::vector<journal::Event>& events, ListKind kind,
                      const std::string& of, const std::set<std::string>& few) {
        const auto head = world_.get("/lists/" + list, maker_);
        std::int64_t total = 0;
        for (const auto& [key, amount] : lines) total += amount;
        EXPECT_EQ(head.number("total"), total);
        std::set<std::string> counted;  // in which anything was ever counted
        for (int number = 1; number <= 8; ++number)
            for (const auto& [key, amount] : lines_of(events, recount::quarter(2027, number), kind, "")) counted.insert(std::get<0>(key));
        std::set<std::string> included;
        for (const auto& one : head.body.at("included").as_array()) included.insert(std::string(one.at("code").as_string()));
        std::set<std::string> wanted;
        for (const auto& place : of.empty() ? region : std::vector<std::string>{of})
            if (counted.contains(city(place)) && !few.contains(place)) wanted.insert(place);
        EXPECT_EQ(included, wanted);
        EXPECT_EQ(head.body.at("excluded").as_array().size(), (of.empty() ? region.size() : 1U) - wanted.size());
    }
    /// The changes that everybody sees from the published list before.
    void compare_changes(const std::string& list, const Lines& before, const Lines& now) {
        const auto answer = world_.get("/lists/" + list + "/changes", {});
        std::map<Key, std::pair<std::int64_t, std::int64_t>> shown;  // −1: none
        for (const auto& item : answer.body.at("items").as_array()) {
            const auto text = [&](const char* name) { return std::string(item.at(name).as_string()); };
            const auto side = [&](const char* name) { return item.at(name).is_null() ? -1 : item.at(name).as_int64(); };
            shown[{text("place"), "", text("occupation")}] = {side("before"), side("now")};
            const bool compared = side("before") >= 0 && side("now") >= 0 && text("occupation") != "*";
            EXPECT_EQ(item.at("difference").is_null(), !compared);
            if (compared) {
                EXPECT_EQ(item.at("difference").as_int64(), side("now") - side("before"));
            }
        }
        // Nobody of that there, or some who stand with others: a line of others of the place or of no place may hold them.
        const auto absent = [](const Lines& lines, const Key& key) -> std::int64_t {
            const auto& [place, industry, occupation] = key;
            return occupation == "*" || lines.contains({place, "", "*"}) || lines.contains({"", "", "*"}) ? -1 : 0;
        };
        std::map<Key, std::pair<std::int64_t, std::int64_t>> wanted;
        for (const auto& [key, amount] : before) wanted[key] = {amount, now.contains(key) ? now.at(key) : absent(now, key)};
        for (const auto& [key, amount] : now)
            if (!before.contains(key)) wanted[key] = {absent(before, key), amount};
        std::erase_if(wanted, [](const auto& each) { return each.second.first == each.second.second; });
        EXPECT_EQ(shown, wanted);
        EXPECT_EQ(answer.body.at("items").as_array().size(), wanted.size());
    }

    test::TestApp world_;
    access::Caller maker_ = world_.official("511500");
    access::Caller checker_ = world_.official("511500");
    int keys_ = 0;
};

TEST_F(ListsRecomputed, EveryLineIsWhatTheJournalSays) {
    int lines = 0, merged = 0, kept_back = 0;
    std::map<std::string, Lines> before;  // what everybody saw of the quarter before, by place
    for (const std::uint32_t seed : {3U, 5U}) {
        test::RandomMarket market(seed);
        for (int number = 1; number <= 3; ++number) {
            // Another seed's people come after those of the first: two years.
            const auto quarter = recount::quarter(seed == 3U ? 2027 : 2028, number);
            test::write(world_.store(), market.live_through(quarter, 260));
            world_.clock().set(quarter.to + std::chrono::hours(50));
            world_.run_jobs(6);
            const auto events = recount::until(recount::whole_journal(world_.store()), quarter.to);
            for (const std::string of : {"", "511500", "511502"})
                for (const auto kind : {ListKind::demand, ListKind::supply}) {
                    SCOPED_TRACE(quarter.name + " " + of + std::string(codec::enum_text(kind)) + " seed " + std::to_string(seed));
                    auto wanted = lines_of(events, quarter, kind, of);
                    const auto few = kind == ListKind::supply && of.empty() ? cities_of_few(wanted) : std::set<std::string>{};
                    std::erase_if(wanted, [&](const auto& each) { return few.contains(std::get<0>(each.first)); });
                    const auto list = compiled(kind, quarter.name, of);
                    EXPECT_EQ(shown(list, maker_), wanted);
                    compare_head(list, wanted, events, kind, of, few);
                    lines += static_cast<int>(wanted.size());
                    if (kind == ListKind::demand) continue;
                    std::int64_t people = 0;
                    for (const auto& [key, amount] : wanted) people += amount;
                    const bool is_public = published(list);
                    EXPECT_EQ(is_public, people >= published_people_min &&
                                             !told_together(lines_of(events, quarter, kind, city("511502"))).contains(of));
                    if (!is_public) {
                        ++kept_back;
                        continue;
                    }
                    const auto everybody = shown(list, {});
                    expect_told(everybody, wanted);
                    for (const auto& [key, amount] : everybody) merged += std::get<2>(key) == "*" ? 1 : 0;
                    if (before.contains(of)) compare_changes(list, before[of], everybody);
                    before[of] = everybody;
                }
        }
    }
    EXPECT_GT(lines, 300) << "there is something to compare";
    EXPECT_GT(merged, 5);
    EXPECT_LT(kept_back, 6);
}

class PeopleOfTwoCounties : public ListsRecomputed {
  protected:
    /// What everybody sees of a city where so many weavers live in one county, ten in another, and thirty cooks in both.
    Lines shown_with(int weavers) {
        const auto quarter = recount::quarter(2027, 1);
        register_people(quarter, weavers, "511502", "6-02-06-03");
        register_people(quarter, 30, "511502", "4-04-05-01");
        register_people(quarter, 10, "511504", "6-02-06-03");
        register_people(quarter, 30, "511504", "4-04-05-01");
        test::write(world_.store(), people_);
        world_.clock().set(quarter.to + std::chrono::hours(50));
        world_.run_jobs(6);
        const auto list = compiled(ListKind::supply, quarter.name, "511500");
        EXPECT_TRUE(published(list));
        return shown(list, {});
    }

  private:
    void register_people(const recount::Quarter& quarter, int count, const std::string& place, const std::string& occupation) {
        for (int i = 0; i < count; ++i) {
            journal::Event said;
            said.at = quarter.from + std::chrono::hours(24 * 5);
            said.kind = "people.registered";
            said.city = {"511500"};
            said.subject_kind = "person";
            said.subject = {++number_};
            said.person = PersonId{number_};
            said.data = boost::json::object{{"place", place}, {"occupation", occupation}, {"origin", "herself"}};
            people_.push_back(said);
        }
    }
    std::vector<journal::Event> people_;
    std::int64_t number_ = 600'000;
};

/// The border of what may be published: ten people of an occupation are a line.
TEST_F(PeopleOfTwoCounties, TenPeopleAreALine) {
    const Lines wanted{{{"511502", "", "4-04-05-01"}, 30}, {{"511502", "", "6-02-06-03"}, 10},
                       {{"511504", "", "4-04-05-01"}, 30}, {{"511504", "", "6-02-06-03"}, 10}};
    EXPECT_EQ(shown_with(10), wanted);
}

/// Nine are merged with the cooks of their county. The ten in the other county are then no line either, or the city's nineteen weavers less
/// those ten would tell of the nine; nor are its cooks, or the city's sixty less those thirty would tell how many cooks the merged line has.
TEST_F(PeopleOfTwoCounties, NineAreMergedAndSoIsWhateverWouldTellOfThem) {
    const Lines wanted{{{"511502", "", "*"}, 39}, {{"511504", "", "*"}, 40}};
    EXPECT_EQ(shown_with(9), wanted);
}

}  // namespace recomputed_test
}  // namespace jianghui::lists
