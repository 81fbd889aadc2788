// Every cell of the market tables over random years, from the second count of the raw journal and in real numbers: a share or a ratio is
// the nearest of its decimals, a change is that of what is shown, growth is that of the places that both quarters have.

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "features/codes/api.hpp"
#include "features/statistics/random_year_test.hpp"
#include "features/statistics/second_count_test.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace market_year_test {

namespace json = codec::json;

struct Group {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
};
using Table = std::map<std::string, Group>;

std::vector<std::string> parts(const std::string& cell) {
    std::vector<std::string> all(1);
    for (const char each : cell) {
        if (each == '|') all.emplace_back();
        else all.back() += each;
    }
    return all;
}

class MarketYearTest : public testing::Test {
  protected:
    void live_through(std::uint32_t seed) {
        RandomYear year(seed);
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < 400; ++i) journal::append(transaction, year.next());
            return true;
        });
        world_.clock().set(*parse_instant("2027-01-10T09:00:00+08:00"));
        world_.run_jobs(6);
        const auto events = world_.store().read([](store::Reader& reader) { return journal::after(reader, 0, 10'000); });
        const auto quarters = second_count::quarters(2025, 2026);
        demand_ = second_count::demand(events, quarters, std::chrono::hours(24));
        supply_ = second_count::supply(events, quarters, 6);
    }
    /// The groups of a quarter within a city, or everywhere for "".
    Table table(const std::string& period, const std::string& city, const std::string& by) {
        Table groups;
        const auto add = [&](const second_count::Figures& figures, std::int64_t Group::*side) {
            const auto found = figures.find(period);
            if (found == figures.end()) return;
            for (const auto& [cell, amount] : found->second) {
                const auto part = parts(cell);
                const std::string home = part[0].substr(0, 4) + "00";
                if (!city.empty() && home != city) continue;
                groups[code_of(part, by)].*side += amount;
            }
        };
        add(demand_, &Group::demand);
        if (by != "industry") add(supply_, &Group::supply);  // Nobody looks for work in an industry.
        return groups;
    }
    static std::string code_of(const std::vector<std::string>& part, const std::string& by) {
        if (by == "place") return part[0].substr(0, 4) + "00";
        if (by == "county") return part[0];
        if (by == "industry") return part[2].substr(0, 1);
        return by == "occupation" ? part[1] : part[1].substr(0, 1);
    }
    json::value market(const std::string& period, const std::string& city, const std::string& by) {
        const auto answer = world_.get("/statistics/market?period=" + period + "&by=" + by + (city.empty() ? "" : "&place=" + city), office_);
        EXPECT_EQ(answer.status, 200) << json::serialize(answer.body);
        return answer.body;
    }

    test::TestApp world_;
    access::Caller office_ = world_.caller(access::Role::official, {}, "510000");
    second_count::Figures demand_;
    second_count::Figures supply_;
};

/// Whether a number of two decimals, kept as an integer, is the nearest to that.
void expect_nearest(const json::value& shown, std::optional<long double> wanted, const std::string& what) {
    if (!wanted) {
        EXPECT_TRUE(shown.is_null()) << what;
        return;
    }
    ASSERT_TRUE(shown.is_int64()) << what;
    EXPECT_LE(std::abs(static_cast<long double>(shown.as_int64()) - *wanted), 0.5L + 1e-9L) << what;
}

std::optional<long double> divided(long double part, long double whole, long double times) {
    if (whole == 0) return std::nullopt;
    return times * part / whole;
}

TEST_F(MarketYearTest, EveryCellIsWhatASecondCountGives) {
    live_through(41);
    int rows = 0;
    for (const std::string period : {"2026Q1", "2026Q2", "2026Q3", "2026Q4"})
        for (const std::string city : {"", "510500", "511000", "511500"})
            for (const std::string by : {"place", "county", "occupation", "occupation_class", "industry"}) {
                const bool spreads = by.starts_with("occupation");
                const auto shown = market(period, city, by);
                if (!shown.at("covered").as_bool()) continue;
                const auto groups = table(period, city, by);
                Group whole;
                for (const auto& [code, group] : groups) {
                    whole.demand += group.demand;
                    whole.supply += group.supply;
                }
                const std::int64_t undecided = spreads && groups.contains("") ? groups.at("").supply : 0;
                EXPECT_EQ(shown.at("demand").as_int64(), whole.demand) << period;
                if (by != "industry") EXPECT_EQ(shown.at("supply").as_int64(), whole.supply) << period;
                std::size_t counted = 0;
                for (const auto& row : shown.at("rows").as_array()) {
                    const std::string code(row.at("code").as_string());
                    const Group group = groups.contains(code) ? groups.at(code) : Group{};
                    const std::string what = period + " " + city + " " + code;
                    EXPECT_EQ(row.at("demand").as_int64(), group.demand) << what;
                    EXPECT_EQ(row.at("supply").as_int64(), group.supply) << what;
                    expect_nearest(row.at("demand_share"), divided(group.demand, whole.demand, 10'000), what);
                    expect_nearest(row.at("supply_share"), divided(group.supply, whole.supply, 10'000), what);
                    if (group.demand + group.supply > 0) ++counted;
                    if (spreads && code.empty()) {
                        EXPECT_TRUE(row.at("ratio").is_null()) << what;
                        continue;
                    }
                    const long double part = whole.demand == 0 ? 0 : static_cast<long double>(undecided) * group.demand / whole.demand;
                    if (group.demand > 0) expect_nearest(row.at("ratio"), divided(group.demand, group.supply + part, 100), what);
                    ++rows;
                }
                std::size_t wanted = 0;
                for (const auto& [code, group] : groups)
                    if (group.demand + group.supply > 0) ++wanted;
                EXPECT_EQ(counted, wanted) << "no group is left out";
            }
    EXPECT_GT(rows, 20) << "there is something to compare";
}

TEST_F(MarketYearTest, ChangesAreThoseOfWhatIsShownAndGrowthIsOfTheSamePlaces) {
    live_through(47);
    int compared = 0;
    const std::vector<std::string> periods{"2026Q1", "2026Q2", "2026Q3", "2026Q4"};
    for (std::size_t i = 1; i < periods.size(); ++i) {
        const auto before = market(periods[i - 1], "", "occupation");
        const auto now = market(periods[i], "", "occupation");
        if (!before.at("covered").as_bool() || !now.at("covered").as_bool()) continue;
        for (const auto& row : now.at("rows").as_array())
            for (const auto& old : before.at("rows").as_array()) {
                if (old.at("code") != row.at("code")) continue;
                for (const auto* name : {"demand_share", "supply_share", "ratio"}) {
                    const auto& change = row.at(std::string(name) + "_quarter");
                    if (old.at(name).is_null() || row.at(name).is_null()) {
                        EXPECT_TRUE(change.is_null());
                    } else {
                        EXPECT_EQ(change.as_int64(), row.at(name).as_int64() - old.at(name).as_int64()) << name;
                        ++compared;
                    }
                }
            }
        // A place is in both from the first quarter on in which anything was counted there, also with nothing.
        std::set<std::string> known;
        for (std::size_t j = 0; j < i; ++j)
            for (const auto& [place, group] : table(periods[j], "", "place"))
                if (group.demand + group.supply > 0) known.insert(place);
        auto then = table(periods[i - 1], "", "place");
        auto since = table(periods[i], "", "place");
        Group was;
        Group is;
        for (const auto& place : known) {
            was.demand += then[place].demand;
            was.supply += then[place].supply;
            is.demand += since[place].demand;
            is.supply += since[place].supply;
        }
        EXPECT_EQ(now.at("quarter").at("places").as_int64(), static_cast<std::int64_t>(known.size()));
        expect_nearest(now.at("quarter").at("demand"), divided(is.demand - was.demand, was.demand, 10'000), periods[i]);
        expect_nearest(now.at("quarter").at("supply"), divided(is.supply - was.supply, was.supply, 10'000), periods[i]);
    }
    EXPECT_GT(compared, 10);
}

}  // namespace market_year_test
}  // namespace jianghui::statistics
