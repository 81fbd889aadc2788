// Every cell of the shortage catalogues, of the levels and warnings, of hindsight and of the ranking over random quarters, counted a
// second time from the raw journal (recount_test.hpp). Officials dismiss some warnings and issue others on the way.

#include <gtest/gtest.h>

#include "features/orders/api.hpp"
#include "features/orders/queries.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/ranking_view.hpp"
#include "features/shortages/recount_test.hpp"
#include "features/shortages/warnings.hpp"
#include "tests/support/random_market.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::shortages {
namespace recomputed_test {

using recount::Cell;
using test::recount::Quarter;
namespace json = codec::json;

/// What a quarter of a cell says, and what stands after it.
struct Standing {
    Level level = Level::none;
    Level stands = Level::none;
    Facts facts;
};
/// A warning as it ought to be.
struct Given {
    Level level = Level::none;
    Level before = Level::none;
    WarningStatus status = WarningStatus::computed;
    bool operator==(const Given&) const = default;
};
/// Period, city, occupation.
using Moment = std::tuple<int, std::string, std::string>;

void PrintTo(const Given& given, std::ostream* out) {
    *out << codec::enum_text(given.level) << " after " << codec::enum_text(given.before) << " " << codec::enum_text(given.status);
}

bool is_short(Level level) { return level == Level::yellow || level == Level::orange || level == Level::red; }

class ShortagesRecomputed : public testing::Test {
  protected:
    static constexpr int year = 2027;
    static int period_of(int number) { return year * 4 + number - 1; }

    void begin(const test::RandomMarket& market) {
        const auto written = world_.store().write([&](store::Transaction& transaction) {
            for (const auto& order : market.posts()) insert(transaction, order);
            return true;
        });
        ASSERT_EQ(written, store::Work::Outcome::committed);
    }
    /// Every third post pays otherwise from some day on, and again from a later one. Its row says its last terms from the beginning:
    /// who reads the journal must not go by them.
    void insert(store::Transaction& transaction, orders::OrderRow order) {
        auto& pay = pay_[order.id.number];
        pay[Instant::min()] = pay_of(order);
        std::vector<orders::VersionRow> versions{{order.city, order.id, 1, orders::terms_of(order), {}, order.created_at, order.created_by}};
        for (const int version : {2, 3}) {
            if (!order.pay_min_fen || order.id.number % 3 != 0) break;
            order.version = version;
            order.pay_min_fen->value += order.pay_min_fen->value / 10 * 2;
            if (order.pay_max_fen) order.pay_max_fen->value += order.pay_max_fen->value / 10 * 2;
            const Instant at = test::recount::quarter(year, 1).from + std::chrono::hours(24 * 150 * (version - 1) - 24 * (order.id.number % 97));
            versions.push_back({order.city, order.id, version, orders::terms_of(order), {"pay_min_fen"}, at, order.created_by});
            pay[at] = pay_of(order);
        }
        orders::insert(transaction, order);
        if (order.version > 1)
            for (const auto& version : versions) transaction.execute(orders::sql::keep_version, store::members(version));
    }
    /// The middle of what is offered, as of a month of 21.75 days; hours are eight a day where none are said.
    static std::optional<std::int64_t> pay_of(const orders::OrderRow& order) {
        if (!order.pay_unit || *order.pay_unit == orders::PayUnit::piece) return std::nullopt;
        const long double middle = (order.pay_min_fen->value + order.pay_max_fen.value_or(*order.pay_min_fen).value) / 2.0L;
        if (*order.pay_unit == orders::PayUnit::month) return static_cast<std::int64_t>(middle);
        const long double day =
            *order.pay_unit == orders::PayUnit::day ? middle : middle * order.hours_per_day_tenths.value_or(80) / 10;
        return static_cast<std::int64_t>(std::floor(day * 2175 / 100));
    }
    /// The quarter is lived through, is over, and is counted and assessed.
    void live_through(test::RandomMarket& market, int number) {
        const auto quarter = test::recount::quarter(year, number);
        test::write(world_.store(), market.live_through(quarter, 400));
        world_.clock().set(quarter.to + std::chrono::hours(50));
        world_.run_jobs(12, std::chrono::seconds(6));
        journal_ = test::recount::whole_journal(world_.store());
        for (const auto& post : test::recount::demand(journal_, quarter))
            if (std::count(recount::region.begin(), recount::region.end(), recount::city(post.place)) > 0)
                cities_.insert(recount::city(post.place));
    }
    recount::Market counted(int number) {
        return recount::Counting(journal_, test::recount::quarter(year, number), test::recount::quarter(year, number - 1), number == 1,
                                 cities_, pay_)
            .market();
    }

    // The catalogue.
    std::string compiled(int number, const std::string& of) {
        const auto made = world_.post("/shortages", official("511500"),
                                      R"({"period":")" + test::recount::quarter(year, number).name + "\"" +
                                          (of.empty() ? "" : R"(,"place":")" + of + "\"") + "}",
                                      "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.text("id");
    }
    json::array entries(const std::string& catalogue, const access::Caller& as) {
        const auto answer = world_.get("/shortages/" + catalogue + "/entries?limit=500", as);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.body.at("items").as_array();
    }
    /// Every entry, in its order: offices see all of it.
    void compare_catalogue(const std::string& catalogue, const recount::Market& market, const std::string& of) {
        const auto shown = entries(catalogue, official("511500"));
        std::size_t line = 0;
        int too_few = 0;
        for (const auto& [cell, facts] : market.cells) {
            if (!of.empty() && cell.first != of) continue;
            if (facts.demand > 0 && facts.demand < 10) ++too_few;
            const auto parts = facts.demand > 0 ? recount::parts_of(facts) : std::vector<PartScore>{};
            const auto points = recount::points_of(parts);
            const auto grade = recount::grade_of(points);
            if (facts.demand < 10 || (grade == Grade::none && facts.demand <= facts.supply + facts.undecided)) continue;
            ASSERT_LT(line, shown.size()) << cell.first << cell.second;
            const auto entry = codec::decode<EntryView>(json::serialize(shown[line])).value();
            const auto what = cell.first + " " + cell.second;
            EXPECT_EQ(entry.line, static_cast<int>(++line)) << what;
            EXPECT_EQ(entry.place.text, cell.first) << what;
            EXPECT_EQ(entry.occupation.text, cell.second) << what;
            EXPECT_EQ(entry.demand, facts.demand) << what;
            EXPECT_EQ(entry.demand_before, facts.demand_before) << what;
            EXPECT_EQ(entry.available, facts.supply + facts.undecided) << what;
            expect_ratio(entry.ratio, facts, what);
            EXPECT_EQ(entry.days, facts.days) << what;
            EXPECT_EQ(entry.pay_fen, facts.pay_fen) << what;
            EXPECT_EQ(entry.parts, parts) << what;
            EXPECT_EQ(entry.points, points) << what;
            EXPECT_EQ(entry.grade, grade) << what;
            EXPECT_EQ(entry.cause, recount::cause_of(facts)) << what;
            ++grades_[grade];
            ++causes_[entry.cause];
        }
        EXPECT_EQ(line, shown.size()) << "and no more";
        EXPECT_EQ(world_.get("/shortages/" + catalogue, official("511500")).number("too_few"), too_few);
    }
    /// Everybody sees what is graded; of fewer than ten people, or of more of whom others would tell, neither number nor ratio nor points.
    void compare_published(const std::string& catalogue, const recount::Market& market, const std::string& of) {
        const auto act = [&](const char* what, const access::Caller& as) {
            return world_.post("/shortages/" + catalogue + "/" + what, as).status;
        };
        EXPECT_EQ(act("submit", official("511500")), 200);
        const auto published = act("publish", checker_);
        std::vector<json::value> shown;
        if (published == 200)
            for (const auto& entry : entries(catalogue, {})) shown.push_back(entry);
        std::size_t line = 0;
        for (const auto& [cell, facts] : market.cells) {
            if (cell.first != of || facts.demand < 10) continue;
            const auto grade = recount::grade_of(recount::points_of(recount::parts_of(facts)));
            if (grade == Grade::none) continue;
            ASSERT_LT(line, shown.size()) << cell.second;
            const auto entry = codec::decode<EntryView>(json::serialize(shown[line++])).value();
            EXPECT_EQ(entry.occupation.text, cell.second);
            EXPECT_EQ(entry.grade, grade);
            EXPECT_EQ(entry.demand, facts.demand);
            const bool told = facts.supply >= 10 && market.tells(cell);
            EXPECT_EQ(entry.withheld, !told) << cell.second;
            EXPECT_EQ(entry.available.has_value(), told) << cell.second;
            EXPECT_EQ(entry.points.has_value(), told) << cell.second;
            EXPECT_EQ(entry.parts.empty(), !told) << cell.second;
            ++withheld_[entry.withheld];
        }
        EXPECT_EQ(line, shown.size());
    }
    static void expect_ratio(const std::optional<std::int64_t>& shown, const Facts& facts, const std::string& what) {
        const auto ratio = recount::ratio_of(facts);
        ASSERT_EQ(shown.has_value(), ratio.has_value()) << what;
        if (!shown) return;
        EXPECT_LE(std::abs(static_cast<long double>(*shown) - 100 * *ratio), 0.5L + 1e-9L) << what;
    }

    // Levels and warnings.
    /// The level of every cell that was ever seen, and the warnings that follow from it.
    void assess(int number, const recount::Market& market) {
        for (const auto& [cell, facts] : market.cells) standings_[cell];
        for (auto& [cell, quarters] : standings_) {
            const auto found = market.cells.find(cell);
            Standing now;
            if (found != market.cells.end()) now.facts = found->second;
            now.level = recount::level_of(now.facts);
            // Before its first quarter nothing was said of it, and in the first of all nothing can stand.
            const Standing last = quarters.contains(number - 1) ? quarters.at(number - 1) : Standing{};
            now.stands = number == 1 ? Level::none : recount::stands(last.stands, last.level, now.level);
            quarters[number] = now;
            if (now.stands == last.stands || (!is_short(now.stands) && !is_short(last.stands))) continue;
            for (auto& [moment, given] : warnings_)
                if (std::get<1>(moment) == cell.first && std::get<2>(moment) == cell.second &&
                    (given.status == WarningStatus::computed || given.status == WarningStatus::issued))
                    given.status = WarningStatus::overtaken;
            warnings_[{period_of(number), cell.first, cell.second}] = {
                now.stands, last.stands, is_short(now.stands) ? WarningStatus::computed : WarningStatus::lifted};
        }
    }
    void compare_levels(int number) {
        const auto rows = world_.store().read([&](store::Reader& reader) {
            return reader.all<LevelRow>(sql::levels_between, store::arguments("from", period_of(number), "to", period_of(number)));
        });
        std::set<Cell> kept;
        for (const auto& row : rows) {
            const Cell cell{row.city.text, row.occupation.text};
            const auto what = cell.first + " " + cell.second;
            kept.insert(cell);
            ASSERT_TRUE(standings_.contains(cell)) << what;
            const auto& wanted = standings_.at(cell).at(number);
            EXPECT_EQ(row.level, wanted.level) << what;
            EXPECT_EQ(row.standing, wanted.stands) << what;
            EXPECT_EQ(codec::encode(row.facts), codec::encode(wanted.facts)) << what;
            ++levels_[row.level];
            ++stood_[row.standing];
        }
        for (const auto& [cell, quarters] : standings_)
            if (!kept.contains(cell)) {
                EXPECT_EQ(quarters.at(number).level, Level::none) << cell.first << cell.second;
                EXPECT_EQ(quarters.at(number).stands, Level::none) << cell.first << cell.second;
            }
    }
    std::vector<WarningRow> warnings() {
        return world_.store().read([&](store::Reader& reader) {
            const std::optional<std::string> none;
            return reader.all<WarningRow>(
                sql::list_warnings, store::arguments("cursor", std::optional<std::int64_t>(), "place", none, "level", none, "status", none,
                                                     "seen_from", std::string("000000"), "seen_to", std::string("999999"), "limit", 10'000));
        });
    }
    void compare_warnings() {
        std::map<Moment, Given> shown;
        for (const auto& row : warnings()) shown[{row.period, row.city.text, row.occupation.text}] = {row.level, row.level_before, row.status};
        EXPECT_EQ(shown, warnings_);
    }
    /// Of those that wait, a third is dismissed, a third issued and a third left alone.
    void decide() {
        for (const auto& row : warnings()) {
            if (row.status != WarningStatus::computed) continue;
            const int chance = ++decided_ % 3;
            if (chance == 0) continue;
            const auto answer = world_.post("/shortage-warnings/" + row.id.text() + (chance == 1 ? "/dismiss" : "/issue"),
                                            official(row.city.text), chance == 1 ? R"({"reason":"季节性用工"})" : "{}");
            EXPECT_EQ(answer.status, 200) << answer.bytes;
            warnings_.at({row.period, row.city.text, row.occupation.text}).status =
                chance == 1 ? WarningStatus::dismissed : WarningStatus::issued;
        }
    }
    /// Of the quarters in which a warning stood that was not dismissed: how many were followed by a short one.
    void compare_hindsight(int last, const std::string& of) {
        Hindsight wanted;
        for (const auto& [cell, quarters] : standings_) {
            if (!of.empty() && cell.first != of) continue;
            const auto given = [&](int number) {
                if (!quarters.contains(number) || !is_short(quarters.at(number).stands)) return false;
                WarningStatus newest = WarningStatus::computed;
                for (const auto& [moment, warning] : warnings_)  // by period
                    if (std::get<0>(moment) <= period_of(number) && std::get<1>(moment) == cell.first &&
                        std::get<2>(moment) == cell.second)
                        newest = warning.status;
                return newest != WarningStatus::dismissed;
            };
            for (const auto& [number, standing] : quarters) {
                if (given(number)) {
                    wanted.pending += number == last ? 1 : 0;
                    wanted.given += number < last ? 1 : 0;
                    wanted.right += number < last && is_short(quarters.at(number + 1).level) ? 1 : 0;
                }
                if (is_short(standing.level) && number > 1 && !given(number - 1)) ++wanted.missed;
            }
        }
        const auto answer = world_.get("/shortage-hindsight" + (of.empty() ? std::string() : "?place=" + of), {});
        EXPECT_EQ(answer.number("quarters"), last);
        EXPECT_EQ(answer.text("last_period"), test::recount::quarter(year, last).name);
        EXPECT_EQ(json::serialize(answer.body.at("of_warnings")), codec::encode(wanted)) << of << last;
        if (of.empty()) looked_back_ = wanted;
    }

    // The ranking.
    struct Ranked {
        std::int64_t demand = 0, available = 0, gap = 0, places = 0;
        long double points = 0;
    };
    /// domain.md 3.2, with the weights 0.7 and 0.3; what fewer than ten posts or one employer ask for is left out. There are fewer
    /// occupations than a city puts forward or the list has lines.
    static std::map<std::string, Ranked> ranked(const recount::Market& market) {
        std::map<std::string, Ranked> all;
        for (const auto& [cell, facts] : market.cells) {
            auto& one = all[cell.second];
            const auto gap = facts.demand - facts.supply - facts.undecided;
            one.demand += facts.demand;
            one.available += facts.supply + facts.undecided;
            one.gap += std::max<std::int64_t>(0, gap);
            one.places += gap > 0 ? 1 : 0;
        }
        std::erase_if(all, [&](const auto& one) {
            const auto asking = market.employers.find(one.first);
            return one.second.places == 0 || one.second.demand < 10 || asking == market.employers.end() || asking->second.size() < 2;
        });
        std::int64_t largest = 0;
        for (const auto& [occupation, one] : all) largest = std::max(largest, one.gap);
        for (auto& [occupation, one] : all) one.points = 700.0L * one.gap / largest + 300.0L * one.places / recount::region.size();
        return all;
    }
    void compare_ranking(int number, const recount::Market& market) {
        const auto answer = world_.get("/shortage-ranking?period=" + test::recount::quarter(year, number).name, official("511500"));
        ASSERT_EQ(answer.status, 200) << answer.bytes;
        const auto view = codec::decode<RankingView>(answer.bytes).value();
        const auto wanted = ranked(market);
        EXPECT_EQ(view.items.size(), wanted.size()) << number;
        std::map<std::string, int> ranks;
        std::int64_t above = 1'000;
        for (const auto& row : view.items) {
            const auto& what = row.occupation.text;
            ASSERT_TRUE(wanted.contains(what)) << what;
            const auto& one = wanted.at(what);
            EXPECT_EQ(row.demand, one.demand) << what;
            EXPECT_EQ(row.available, one.available) << what;
            EXPECT_EQ(row.gap, one.gap) << what;
            EXPECT_EQ(row.places, one.places) << what;
            EXPECT_LE(std::abs(static_cast<long double>(*row.points) - one.points), 1.0L) << what << ": two parts, each rounded";
            EXPECT_LE(*row.points, above) << "the most points first";
            EXPECT_EQ(row.rank, static_cast<int>(ranks.size()) + 1);
            const auto before = ranks_before_.find(what);
            EXPECT_EQ(row.rank_before, before == ranks_before_.end() ? std::nullopt : std::optional(before->second)) << what << number;
            above = *row.points;
            ranks[what] = row.rank;
        }
        std::set<std::string> left;
        for (const auto& [occupation, rank] : ranks_before_)
            if (!ranks.contains(occupation)) left.insert(occupation);
        std::set<std::string> shown;
        for (const auto& one : view.left) shown.insert(one.occupation.text);
        EXPECT_EQ(shown, left);
        ranks_before_ = ranks;
    }

    access::Caller official(const std::string& place) {
        const auto [found, is_new] = officials_.try_emplace(place);
        if (is_new) found->second = world_.official(place);
        return found->second;
    }

    test::TestApp world_;
    access::Caller checker_ = world_.official("511500");
    std::map<std::string, access::Caller> officials_;
    std::vector<journal::Event> journal_;
    std::set<std::string> cities_;
    recount::Pay pay_;
    std::map<int, test::TestApp::Answer> catalogues_;  ///< the region's by quarter, as they were compiled when it was over
    std::map<Cell, std::map<int, Standing>> standings_;
    std::map<Moment, Given> warnings_;
    std::map<std::string, int> ranks_before_;
    int keys_ = 0;
    int decided_ = 0;
    // What was seen, so that there is something to compare.
    std::map<Grade, int> grades_;
    std::map<Cause, int> causes_;
    std::map<Level, int> levels_;
    std::map<Level, int> stood_;
    std::map<bool, int> withheld_;
    Hindsight looked_back_;

    /// When more quarters have gone by, an old one still says what was known at its end.
    void compile_old_ones_anew(const std::map<int, recount::Market>& markets) {
        ranks_before_.clear();
        for (const auto& [number, known] : markets) {
            SCOPED_TRACE("quarter " + std::to_string(number) + ", after " + std::to_string(markets.size()));
            const auto before = catalogues_.at(number);
            const auto anew = world_.post("/shortages/" + before.text("id") + "/compile", official("511500"));
            EXPECT_EQ(anew.status, 200) << anew.bytes;
            for (const auto* same : {"position", "rules_on", "included", "excluded", "too_few"})
                EXPECT_EQ(json::serialize(anew.body.at(same)), json::serialize(before.body.at(same))) << same;
            compare_catalogue(before.text("id"), known, "");
            compare_ranking(number, known);
        }
    }

    void live_and_compare(std::uint32_t seed, int quarters) {
        test::RandomMarket market(seed);
        std::map<int, recount::Market> markets;
        begin(market);
        for (int number = 1; number <= quarters; ++number) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", quarter " + std::to_string(number));
            live_through(market, number);
            const auto known = counted(number);
            assess(number, known);
            compare_levels(number);
            compare_warnings();
            decide();
            compare_hindsight(number, "");
            compare_hindsight(number, "511500");
            compare_ranking(number, known);
            const auto of_region = compiled(number, "");
            catalogues_[number] = world_.get("/shortages/" + of_region, official("511500"));
            compare_catalogue(of_region, known, "");
            const auto of_city = compiled(number, "511500");
            compare_catalogue(of_city, known, "511500");
            compare_published(of_city, known, "511500");
            markets[number] = known;
        }
        compile_old_ones_anew(markets);
    }
};

TEST_F(ShortagesRecomputed, SixQuartersOfOneMarket) {
    live_and_compare(17, 6);
    EXPECT_GT(grades_[Grade::mild], 3);
    EXPECT_GT(grades_[Grade::moderate], 3);
    EXPECT_GT(grades_[Grade::severe], 1);
    for (const auto cause : {Cause::few_people, Cause::place, Cause::pay, Cause::skill}) EXPECT_GT(causes_[cause], 0) << codec::enum_text(cause);
    EXPECT_GT(levels_[Level::surplus], 3);
    EXPECT_GT(stood_[Level::yellow] + stood_[Level::orange] + stood_[Level::red], 5);
    EXPECT_GT(looked_back_.right, 0);
    EXPECT_GT(looked_back_.missed, 0);
}

/// The ranking is the region's: who asks elsewhere makes one employer no two. And it stays when a post is open anew after the quarter.
TEST_F(ShortagesRecomputed, WhoAsksInTheQuarterAndTheRegionIsRanked) {
    const auto day = [](int number, int days) { return test::recount::quarter(year, number).from + std::chrono::hours(24 * days); };
    const auto happens = [](Instant at, const char* kind, std::int64_t order, const std::string& place, const char* occupation, int seats) {
        journal::Event event;
        event.at = at;
        event.kind = kind;
        event.city = city_of(PlaceCode{place});
        event.organisation = OrganisationId{order};
        event.subject_kind = "order";
        event.subject = {order};
        event.data = boost::json::object{{"place", place}, {"occupation", occupation}, {"headcount", 20}, {"remaining", seats}};
        return event;
    };
    test::write(world_.store(), {happens(day(1, 5), "order.opened", 701, "511502", "4-04-05-01", 20),
                                 happens(day(1, 6), "order.opened", 702, "510104", "4-04-05-01", 20),
                                 happens(day(1, 7), "order.opened", 703, "511502", "6-02-06-07", 20),
                                 happens(day(1, 8), "order.opened", 704, "510502", "6-02-06-07", 20),
                                 happens(day(1, 9), "order.remaining", 704, "510502", "6-02-06-07", 0),
                                 happens(day(2, 9), "order.remaining", 704, "510502", "6-02-06-07", 3)});
    world_.clock().set(test::recount::quarter(year, 2).to + std::chrono::hours(50));
    world_.run_jobs(12, std::chrono::seconds(6));
    for (const int number : {1, 2}) {
        const auto answer = world_.get("/shortage-ranking?period=" + test::recount::quarter(year, number).name, {});
        const auto& items = answer.body.at("items").as_array();
        ASSERT_EQ(items.size(), 1U) << answer.bytes;
        EXPECT_EQ(items[0].at("occupation").as_string(), "6-02-06-07");
        EXPECT_EQ(items[0].at("rank_before").is_null(), number == 1);
    }
}

/// What happens after a quarter does not change it: a post is resumed or open anew, another city has its first order, pay is raised.
TEST_F(ShortagesRecomputed, AnOldQuarterStaysAsItWasKnownAtItsEnd) {
    const auto day = [](int number, int days) { return test::recount::quarter(year, number).from + std::chrono::hours(24 * days); };
    const auto happens = [](Instant at, const char* kind, std::int64_t order, const std::string& place, int seats) {
        journal::Event event;
        event.at = at;
        event.kind = kind;
        event.city = city_of(PlaceCode{place});
        event.organisation = OrganisationId{order};
        event.subject_kind = "order";
        event.subject = {order};
        event.data = boost::json::object{{"place", place}, {"occupation", "6-02-06-07"}, {"headcount", 20}, {"remaining", seats}};
        return event;
    };
    const auto count_until = [&](int number, int days) {
        world_.clock().set(day(number, days));
        world_.run_jobs(12, std::chrono::seconds(6));
    };
    test::write(world_.store(), {happens(day(1, 5), "order.opened", 801, "511502", 20), happens(day(1, 6), "order.opened", 802, "511502", 20),
                                 happens(day(1, 20), "order.suspended", 801, "511502", 20),
                                 happens(day(1, 30), "order.remaining", 802, "511502", 0)});
    count_until(2, 3);
    const auto id = compiled(1, "");
    const auto catalogue = world_.get("/shortages/" + id, official("511500"));
    const auto shown = entries(id, official("511500"));
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].at("days").as_int64(), 15) << "of 15 and 24, the lower";
    EXPECT_EQ(catalogue.text("rules_on"), "2027-03-31");
    EXPECT_EQ(json::serialize(catalogue.body.at("included").as_array()[0].at("code")), R"("511500")");
    EXPECT_EQ(catalogue.body.at("included").as_array().size(), 1U);
    test::write(world_.store(), {happens(day(2, 10), "order.opened", 803, "510502", 20),
                                 happens(day(2, 12), "order.remaining", 802, "511502", 9),
                                 happens(day(3, 12), "order.resumed", 801, "511502", 20)});
    count_until(4, 3);
    const auto anew = world_.post("/shortages/" + id + "/compile", official("511500"));
    ASSERT_EQ(anew.status, 200) << anew.bytes;
    EXPECT_EQ(json::serialize(entries(id, official("511500"))), json::serialize(shown));
    for (const auto* same : {"position", "rules_on", "included", "excluded", "too_few"})
        EXPECT_EQ(json::serialize(anew.body.at(same)), json::serialize(catalogue.body.at(same))) << same;
    const auto second = compiled(2, "");
    EXPECT_EQ(world_.get("/shortages/" + second, official("511500")).body.at("included").as_array().size(), 2U);
}

TEST_F(ShortagesRecomputed, FourQuartersOfAnother) { live_and_compare(23, 4); }
TEST_F(ShortagesRecomputed, AndThreeOfAThird) { live_and_compare(71, 3); }

}  // namespace recomputed_test
}  // namespace jianghui::shortages
