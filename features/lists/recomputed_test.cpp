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

/// The smallest of the lines, which is taken out of them.
std::pair<Key, std::int64_t> taken_smallest(Lines& lines) {
    auto smallest = lines.begin();
    for (auto each = lines.begin(); each != lines.end(); ++each)
        if (each->second < smallest->second) smallest = each;
    const std::pair<Key, std::int64_t> taken = *smallest;
    lines.erase(smallest);
    return taken;
}

/// For everybody: of a place the lines of too few people together, joined by the next larger until they are enough; what a whole
/// place has too few of joins others in the same way, under no place.
Lines for_everybody(const Lines& all) {
    std::map<std::string, Lines> places;
    for (const auto& [key, amount] : all) places[std::get<0>(key)][key] = amount;
    Lines shown;
    std::int64_t left = 0;
    for (auto& [place, lines] : places) {
        std::int64_t together = 0;
        for (auto each = lines.begin(); each != lines.end();) {
            if (each->second >= published_people_min) {
                ++each;
                continue;
            }
            together += each->second;
            each = lines.erase(each);
        }
        while (together > 0 && together < published_people_min && !lines.empty()) together += taken_smallest(lines).second;
        shown.insert(lines.begin(), lines.end());
        if (together >= published_people_min) shown[{place, "", "*"}] = together;
        else left += together;
    }
    while (left > 0 && left < published_people_min && !shown.empty()) left += taken_smallest(shown).second;
    if (left > 0 && left < published_people_min) return {};
    if (left > 0) shown[{"", "", "*"}] = left;
    return shown;
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
                      const std::string& of) {
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
            if (counted.contains(city(place))) wanted.insert(place);
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
                    const auto wanted = lines_of(events, quarter, kind, of);
                    const auto list = compiled(kind, quarter.name, of);
                    EXPECT_EQ(shown(list, maker_), wanted);
                    compare_head(list, wanted, events, kind, of);
                    lines += static_cast<int>(wanted.size());
                    if (kind == ListKind::demand) continue;
                    const auto everybody = for_everybody(wanted);
                    const bool is_public = published(list);
                    EXPECT_EQ(is_public, !everybody.empty());
                    if (!is_public) {
                        ++kept_back;
                        continue;
                    }
                    EXPECT_EQ(shown(list, {}), everybody);
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

/// The border of what may be published: nine people of an occupation are merged, ten are a line.
TEST_F(ListsRecomputed, TenPeopleAreALine) {
    const auto quarter = recount::quarter(2027, 1);
    std::vector<journal::Event> people;
    std::int64_t number = 600'000;
    const auto register_people = [&](int count, const std::string& place, const std::string& occupation) {
        for (int i = 0; i < count; ++i) {
            journal::Event said;
            said.at = quarter.from + std::chrono::hours(24 * 5);
            said.kind = "people.registered";
            said.city = {"511500"};
            said.subject_kind = "person";
            said.subject = {++number};
            said.person = PersonId{number};
            said.data = boost::json::object{{"place", place}, {"occupation", occupation}, {"origin", "herself"}};
            people.push_back(said);
        }
    };
    register_people(9, "511502", "6-02-06-03");
    register_people(30, "511502", "4-04-05-01");
    register_people(10, "511504", "6-02-06-03");
    register_people(30, "511504", "4-04-05-01");
    test::write(world_.store(), people);
    world_.clock().set(quarter.to + std::chrono::hours(50));
    world_.run_jobs(6);
    const auto list = compiled(ListKind::supply, quarter.name, "511500");
    ASSERT_TRUE(published(list));
    const Lines wanted{{{"511502", "", "*"}, 39}, {{"511504", "", "4-04-05-01"}, 30}, {{"511504", "", "6-02-06-03"}, 10}};
    EXPECT_EQ(shown(list, {}), wanted);
}

}  // namespace recomputed_test
}  // namespace jianghui::lists
