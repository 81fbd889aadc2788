// The shipped measures over random years, against a second count of the raw journal; as of any
// position; counted anew; opened to their records; and what the API says and refuses.

#include <thread>

#include <gtest/gtest.h>

#include "features/statistics/api.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/random_year_test.hpp"
#include "features/statistics/second_count_test.hpp"
#include "features/statistics/strangers.hpp"
#include "features/statistics/verification.hpp"
#include "features/statistics/verify_command.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace statistics_test {

class StatisticsTest : public testing::Test {
  protected:
    void append(RandomYear& year, int events) {
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < events; ++i) journal::append(transaction, year.next());
            return true;
        });
    }
    void append(journal::Event event) {
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }
    void count() { world_.run_jobs(6); }
    std::shared_ptr<const Measure> measure(const std::string& id) {
        return world_.app().services().get<Measures>().current(id).value();
    }
    std::vector<journal::Event> journal_to(std::int64_t position) {
        auto events = world_.store().read([](store::Reader& reader) {
            std::vector<journal::Event> all;
            for (std::int64_t after = 0;;) {
                auto some = journal::after(reader, after, 500);
                if (some.empty()) return all;
                after = some.back().position;
                all.insert(all.end(), std::make_move_iterator(some.begin()),
                           std::make_move_iterator(some.end()));
            }
        });
        std::erase_if(events, [&](const auto& event) { return event.position > position; });
        return events;
    }
    std::int64_t last_position() {
        return world_.store().read(
            [](store::Reader& reader) { return journal::last_position(reader); });
    }
    /// Every quarter of the years, as the program says it.
    second_count::Figures counted(const std::string& id, std::optional<std::int64_t> position) {
        return world_.store().read([&](store::Reader& reader) {
            second_count::Figures figures;
            for (int period = 2026 * 4; period < 2028 * 4; ++period)
                for (const auto& cell :
                     cells(reader, *measure(id), {period, {}, position}))
                    figures[period_text(PeriodKind::quarter, period)]
                           [cell.place.text + "|" + cell.occupation + "|" + cell.industry + "|" +
                            cell.origin] = cell.amount;
            return figures;
        });
    }
    second_count::Figures second(const std::string& id, std::int64_t position) {
        const auto events = journal_to(position);
        const auto quarters = second_count::quarters(2026, 2027);
        if (id == "demand") return second_count::demand(events, quarters, std::chrono::hours(24));
        if (id == "supply") return second_count::supply(events, quarters, 6);
        return second_count::placements(events, quarters);
    }

    /// Every quarter by every dimension, of a city and of all, from memory and from the cells.
    void expect_kept_as_counted() {
        auto& kept = world_.app().services().get<KeptFigures>();
        world_.store().read([&](store::Reader& reader) {
            for (const auto* id : ids)
                for (const auto& rule : measure(id)->dimensions)
                    for (const PlaceCode& place : {PlaceCode{}, PlaceCode{"511500"}})
                        for (int period = 2026 * 4; period < 2028 * 4; ++period) {
                            Sums sums;
                            for (const auto& cell :
                                 cells(reader, *measure(id), {period, place, {}})) {
                                const Where where{cell.place, cell.occupation, cell.industry,
                                                  cell.origin};
                                auto& sum = sums[value_of(where, rule.id)];
                                sum.amount += cell.amount;
                                sum.facts += cell.facts;
                            }
                            const auto held = kept.hold(reader, *measure(id));
                            EXPECT_EQ(held.position(), counted_to(reader, *measure(id)));
                            EXPECT_EQ(held.margins().sums(period, range_of(place), rule.id), sums)
                                << id << " in " << period << " within " << place.text;
                        }
            return 0;
        });
    }

    VerifiedFigures verified(const HowToVerify& how) {
        return world_.store().read([&](store::Reader& reader) {
            const auto& services = world_.app().services();
            return verify(reader, services.get<Measures>(), services.get<codes::Tables>(), how)
                .value();
        });
    }

    test::TestApp world_;
    access::Caller luzhou_ = world_.caller(access::Role::official, {}, "510500");
    access::Caller province_ = world_.caller(access::Role::official, {}, "510000");
    static constexpr const char* ids[] = {"demand", "supply", "placements"};
};

TEST_F(StatisticsTest, ASecondCountOfTheJournalGivesEveryCellAsOfAnyPosition) {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        RandomYear year(seed * 7919);
        std::vector<std::int64_t> positions;
        for (int part = 0; part < 4; ++part) {
            append(year, 90);
            positions.push_back(last_position());
            if (part % 2 == 1) count();  // Along the way, in batches of several sizes.
        }
        count();
        for (const auto* id : ids) {
            SCOPED_TRACE(std::string(id) + " of seed " + std::to_string(seed));
            EXPECT_EQ(counted(id, {}), second(id, positions.back()));
            for (const auto position : positions)
                EXPECT_EQ(counted(id, position), second(id, position)) << position;
            EXPECT_GE(second(id, positions.back()).size(), 3U) << "there is something to count";
        }
    }
}

TEST_F(StatisticsTest, CountedAnewIsTheSame) {
    RandomYear year(11);
    append(year, 200);
    count();
    append(year, 150);
    count();
    const auto administrator = world_.caller(access::Role::system_administrator, {}, "510000");
    for (const auto* id : ids) {
        const auto before = counted(id, {});
        const auto middle = counted(id, 150);
        EXPECT_EQ(world_.post(std::string("/statistics/") + id + "/recount", luzhou_).status, 403);
        EXPECT_EQ(world_.post(std::string("/statistics/") + id + "/recount", administrator).status,
                  200);
        EXPECT_TRUE(counted(id, {}).empty());
        count();
        EXPECT_EQ(counted(id, {}), before) << id;
        EXPECT_EQ(counted(id, 150), middle) << id;
    }
    EXPECT_EQ(world_.post("/statistics/nonsense/recount", administrator).status, 404);
}

TEST_F(StatisticsTest, ComputedAnewFromColumnsIsWhatWasCountedAlong) {
    RandomYear year(31);
    for (const int events : {0, 240, 160}) {
        append(year, events);
        count();
        for (const int threads : {1, 2}) {
            const auto found = verified({{}, threads, 2048, 1});
            EXPECT_TRUE(found.same);
            EXPECT_EQ(found.measures.size(), 3U);
            for (const auto& measure : found.measures) {
                EXPECT_EQ(measure.differing, 0) << measure.measure;
                if (events > 0) EXPECT_GT(measure.cells, 5) << measure.measure;
            }
        }
    }
    append(year, 50);  // Not counted yet: verified as of what is counted.
    EXPECT_TRUE(verified({}).same);
    EXPECT_EQ(verified({"supply", 1, 2048, 3}).measures.size(), 1U);
}

TEST_F(StatisticsTest, AWrongCellIsFound) {
    RandomYear year(37);
    append(year, 200);
    count();
    EXPECT_TRUE(verify_command().run(world_.app(), {}).has_value());
    world_.store().write([&](store::Transaction& transaction) {
        transaction.execute(
            store::Statement{"add_to_cell", "INSERT INTO statistic_cells (measure, version, city, period, place, occupation, industry, "
                                            "origin, amount, facts) VALUES (:measure, :version, :city, :period, :place, :occupation, "
                                            ":industry, :origin, :amount, :facts) ON CONFLICT (measure, version, city, period, place, "
                                            "occupation, industry, origin) DO UPDATE SET amount = statistic_cells.amount + 1, "
                                            "facts = statistic_cells.facts + 1"},
            store::arguments("measure", "supply", "version", 1, "city", "510500", "period",
                             2026 * 4 + 1, "place", "510502", "occupation", "6-02-06-03",
                             "industry", "", "origin", "herself", "amount", 1, "facts", 1));
        return true;
    });
    const auto found = verified({});
    EXPECT_FALSE(found.same);
    for (const auto& measure : found.measures)
        EXPECT_EQ(measure.differing, measure.measure == "supply" ? 1 : 0);
    const auto said = verify_command().run(world_.app(), {});
    ASSERT_FALSE(said.has_value());
    EXPECT_EQ(said.error().code, "figures_differ");
    const auto path = "/statistics/supply/verification";
    const auto shown = world_.get(path, luzhou_).body.at("measures").as_array().at(0).as_object();
    EXPECT_EQ(shown.at("differences").as_array().at(0).at("period").as_string(), "2026Q2");
    const auto auditor = world_.caller(access::Role::audit_administrator, {}, "510000");
    const auto counted = world_.get(path, auditor).body.at("measures").as_array().at(0).as_object();
    EXPECT_EQ(counted.at("differing").as_int64(), 1);
    EXPECT_TRUE(counted.at("differences").as_array().empty()) << "figures of people are for offices";
    EXPECT_EQ(world_.get(path, world_.agency("510502")).status, 403);
    EXPECT_EQ(world_.get("/statistics/nothing/verification", luzhou_).status, 404);
}

TEST_F(StatisticsTest, OneVerificationAtATime) {
    std::thread([&] {
        const std::lock_guard running(world_.app().services().get<OneAtATime>().mutex);
        std::thread([&] {
            EXPECT_EQ(world_.get("/statistics/demand/verification", luzhou_).text("code"),
                      "verification_running");
        }).join();
    }).join();
    EXPECT_EQ(world_.get("/statistics/demand/verification", luzhou_).status, 200);
}

TEST_F(StatisticsTest, WhoMovedIsCountedFromHerNewHome) {
    const auto person = [](const std::string& kind, const std::string& place, const std::string& at) {
        journal::Event event;
        event.at = *parse_instant(at);
        event.kind = kind;
        event.city = city_of(PlaceCode{place});
        event.person = PersonId{77};
        event.subject_kind = "person";
        event.subject = {77};
        event.data = boost::json::object{{"place", place}, {"occupation", ""}, {"origin", "herself"}};
        return event;
    };
    append(person("people.registered", "510502", "2026-02-01T09:00:00+08:00"));
    count();
    append(person("people.changed", "511502", "2026-02-02T09:00:00+08:00"));
    count();
    journal::Event order;
    order.at = *parse_instant("2026-02-03T09:00:00+08:00");
    order.kind = "order.opened";
    order.city = {"511500"};
    order.organisation = OrganisationId{3};
    order.subject_kind = "order";
    order.subject = {8};
    order.data = boost::json::object{
        {"place", "511502"}, {"occupation", ""}, {"industry", "C1512"}, {"headcount", 2}};
    append(order);
    count();
    journal::Event seat = order;
    seat.at = *parse_instant("2026-02-04T09:00:00+08:00");
    seat.kind = "seat.on_site";
    seat.person = PersonId{77};
    seat.subject_kind = "seat";
    seat.subject = {9};
    seat.data = boost::json::object{{"order", OrderId{8}.text()}};
    append(seat);
    count();
    const auto figures = counted("placements", {}).at("2026Q1");
    ASSERT_EQ(figures.size(), 1U);
    EXPECT_EQ(figures.begin()->first, "511502||C1512|511500");
    EXPECT_TRUE(verified({}).same);
}

TEST_F(StatisticsTest, AFigureOpensToAsManyRecordsAsItCounts) {
    RandomYear year(5);
    append(year, 360);
    count();
    const std::int64_t position = last_position();
    for (const auto* id : ids)
        world_.store().read([&](store::Reader& reader) {
            const auto chosen = measure(id);
            for (const int period : {2026 * 4, 2026 * 4 + 1, 2026 * 4 + 3})
                for (const auto& cell : cells(reader, *chosen, {period, {}, {}})) {
                    std::int64_t amount = 0;
                    std::int64_t facts = 0;
                    std::optional<std::int64_t> cursor;
                    while (true) {
                        const auto page =
                            records(reader, *chosen, {period, cell.place, position},
                                    {cell.occupation, cell.industry, cell.origin}, province_,
                                    cursor, 2);
                        for (const auto& row : page) amount += row.amount;
                        facts += static_cast<std::int64_t>(page.size());
                        if (page.size() < 2) break;
                        cursor = page.back().position;
                    }
                    EXPECT_EQ(amount, cell.amount) << id;
                    EXPECT_EQ(facts, cell.facts) << id;
                }
            return 0;
        });
}

/// As the pages ask: a row's code, "" included, opens to the row's own figure and to nothing more.
TEST_F(StatisticsTest, EveryRowOfATableOpensToItsOwnFigure) {
    RandomYear year(11);
    append(year, 360);
    count();
    const std::pair<std::string, std::string> divisions[] = {
        {"place", "place"},           {"county", "place"},      {"occupation_class", "occupation"},
        {"occupation", "occupation"}, {"industry", "industry"}, {"origin", "origin"}};
    int opened = 0, unsaid = 0;
    for (const std::string id : ids)
        for (const auto& [by, member] : divisions) {
            const auto table = world_.get("/statistics/" + id + "?period=2026Q2&by=" + by, province_);
            if (table.status != 200) continue;  // This measure is not divided so.
            for (const auto& row : table.body.at("rows").as_array()) {
                const std::string code(row.at("code").as_string());
                if (row.at("amount").is_null() || (code.empty() && member == "place")) continue;
                const auto records = world_.get(
                    "/statistics/" + id + "/records?period=2026Q2&" + member + "=" + code, province_);
                ASSERT_EQ(records.status, 200) << id << " by " << by << ": " << code;
                EXPECT_EQ(records.number("amount"), row.at("amount").as_int64())
                    << id << " by " << by << ": " << code;
                ++opened;
                if (code.empty()) ++unsaid;
            }
        }
    EXPECT_GT(opened, 20);
    EXPECT_GT(unsaid, 0) << "the year names nobody without a preference";
}

TEST_F(StatisticsTest, WhatIsKeptOfAnOlderPositionIsWhatWasCountedThen) {
    RandomYear year(29);
    append(year, 260);
    count();
    const std::int64_t last = last_position();
    KeptFigures kept;
    world_.store().read([&](store::Reader& reader) {
        // Nearer to the beginning, nearer to the end, the end; more of them than are kept, and again.
        for (const std::int64_t position : {last / 5, last - 20, last, last / 3, last / 2, last - 3,
                                            last - 20, last / 5, std::int64_t{0}})
            for (const auto* id : ids)
                for (int period = 2026 * 4; period < 2027 * 4; ++period) {
                    Sums sums;
                    for (const auto& cell : cells(reader, *measure(id), {period, {}, position})) {
                        sums[cell.place.text].amount += cell.amount;
                        sums[cell.place.text].facts += cell.facts;
                    }
                    const auto held = kept.hold_at(reader, *measure(id), position, period);
                    EXPECT_EQ(held.position(), position);
                    EXPECT_EQ(held.margins().sums(period, range_of({}), Dimension::place), sums)
                        << id << " as of " << position;
                }
        return 0;
    });
}

TEST_F(StatisticsTest, StrangersHaveAFewOlderFiguresMadeAndWhatIsAtHandAtAnyTime) {
    RandomYear year(31);
    append(year, 120);
    count();
    const std::int64_t last = last_position();
    const auto status = [&](std::int64_t position, const access::Caller& as, const std::string& more = "") {
        return world_.get("/statistics/demand" + more + "period=2026Q2&position=" + std::to_string(position), as).status;
    };
    std::int64_t position = 1;
    while (position < last && status(position, {}, "?") == 200) ++position;
    EXPECT_GE(position, static_cast<std::int64_t>(OlderForStrangers::rate.burst));
    ASSERT_LT(position, last) << "some are refused";
    EXPECT_EQ(status(position, {}, "?"), 429);
    EXPECT_EQ(status(position, world_.agency("510502"), "?"), 429) << "all strangers together";
    EXPECT_EQ(status(position, {}, "/records?"), 429);
    EXPECT_EQ(status(position - 1, {}, "?"), 200) << "made already";
    EXPECT_EQ(status(position - 1, {}, "/records?"), 200);
    EXPECT_EQ(status(position - 1, {}, "/records?occupation=6&industry=C&"), 429) << "of several dimensions nothing is kept";
    EXPECT_EQ(status(last, {}, "?"), 200) << "as of now";
    EXPECT_EQ(status(position, luzhou_, "?"), 200);
    EXPECT_EQ(status(position, {}, "?"), 200) << "the office had it made";
}

TEST_F(StatisticsTest, WhatIsKeptInMemoryIsWhatWasCounted) {
    expect_kept_as_counted();  // Of nothing.
    RandomYear year(23);
    for (int part = 0; part < 4; ++part) {
        append(year, 80);
        count();
        expect_kept_as_counted();  // Brought forward by steps.
    }
    KeptFigures anew;  // As another process reads them.
    world_.store().read([&](store::Reader& reader) {
        const auto supply = measure("supply");
        EXPECT_EQ(anew.hold(reader, *supply).margins().sums(2026 * 4 + 2, range_of({}),
                                                            Dimension::occupation),
                  world_.app().services().get<KeptFigures>().hold(reader, *supply).margins().sums(
                      2026 * 4 + 2, range_of({}), Dimension::occupation));
        return 0;
    });
    const auto administrator = world_.caller(access::Role::system_administrator, {}, "510000");
    for (const auto* id : ids)
        world_.post(std::string("/statistics/") + id + "/recount", administrator);
    expect_kept_as_counted();  // Nothing again, and not what was kept.
    count();
    expect_kept_as_counted();
}

journal::Event opened(std::int64_t order, const std::string& at, std::int64_t headcount,
                      const std::string& place = "510502") {
    journal::Event event;
    event.at = *parse_instant(at);
    event.kind = "order.opened";
    event.city = city_of(PlaceCode{place});
    event.organisation = OrganisationId{3};
    event.subject_kind = "order";
    event.subject = {order};
    event.data = boost::json::object{{"place", place},
                                     {"occupation", "6-02-06-03"},
                                     {"industry", "C1512"},
                                     {"headcount", headcount}};
    return event;
}
journal::Event over(std::int64_t order, const std::string& at, const std::string& kind) {
    auto event = opened(order, at, 0);
    event.kind = kind;
    event.data = boost::json::object{};
    return event;
}
journal::Event registered(std::int64_t person, const std::string& at) {
    journal::Event event;
    event.at = *parse_instant(at);
    event.kind = "people.registered";
    event.city = {"510500"};
    event.person = PersonId{person};
    event.subject_kind = "person";
    event.subject = {person};
    event.data = boost::json::object{
        {"place", "510502"}, {"occupation", ""}, {"origin", "herself"}};
    return event;
}

TEST_F(StatisticsTest, TablesTellZeroFromNothingAndSayHowTheyWereCounted) {
    append(opened(1, "2026-05-02T09:00:00+08:00", 30));
    append(over(1, "2026-06-01T09:00:00+08:00", "order.expired"));
    append(opened(2, "2026-06-02T09:00:00+08:00", 30));  // The same post once more.
    append(opened(3, "2026-06-03T09:00:00+08:00", 12));
    append(over(3, "2026-06-03T19:00:00+08:00", "order.cancelled"));  // Ten hours are too few.
    auto nowhere = opened(4, "2026-06-04T09:00:00+08:00", 5);
    nowhere.data.as_object().erase("place");
    append(nowhere);
    count();
    const auto table = [&](const std::string& query) {
        const auto answer = world_.get("/statistics/demand?" + query, {});
        EXPECT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
        return answer.body.as_object();
    };
    const auto second = table("period=2026Q2");
    EXPECT_EQ(second.at("total").as_int64(), 30);
    EXPECT_EQ(second.at("version").as_int64(), 1);
    EXPECT_FALSE(second.at("confirmed").as_bool()) << "a basis is a proposal";
    EXPECT_EQ(second.at("rows").as_array().size(), 7U) << "the seven places";
    for (const auto& row : second.at("rows").as_array()) {
        if (row.at("code").as_string() == "510500") {
            EXPECT_EQ(row.at("amount").as_int64(), 30);
            EXPECT_EQ(row.at("name").as_string(), "泸州市");
        } else {
            EXPECT_TRUE(row.at("amount").is_null()) << "never counted there: not known, not 0";
        }
    }
    EXPECT_EQ(second.at("left_out").as_array().at(0).at("reason").as_string(), "no_place");
    EXPECT_TRUE(table("period=2026Q1").at("total").is_null()) << "before the journal";
    EXPECT_TRUE(table("period=2027Q1").at("total").is_null()) << "not yet";
    append(over(2, "2026-07-02T09:00:00+08:00", "order.closed"));
    count();
    EXPECT_EQ(table("period=2026Q4").at("total").as_int64(), 0) << "counted, and nothing there";
    EXPECT_EQ(table("period=2026Q3").at("total").as_int64(), 30);
    EXPECT_EQ(table("period=2026Q2&by=industry").at("rows").as_array().at(0).at("name").as_string(),
              "制造业");
    EXPECT_EQ(table("period=2026Q2&by=occupation_class&place=510502").at("rows").as_array().at(0)
                  .at("code").as_string(), "6");
    const auto records = world_.get(
        "/statistics/demand/records?period=2026Q2&place=510500&occupation=6-02", {});
    EXPECT_EQ(records.number("amount"), 30);
    EXPECT_EQ(records.number("facts"), 1);
    EXPECT_EQ(records.body.at("items").as_array().at(0).at("amount").as_int64(), 30);
}

TEST_F(StatisticsTest, RefusesWhatCannotBeMeantAndWhatIsNotForEverybody) {
    append(registered(50, "2026-10-02T09:00:00+08:00"));
    count();
    const auto code = [&](const std::string& path, const access::Caller& as) {
        const auto answer = world_.get(path, as);
        return std::to_string(answer.status) + answer.text("code");
    };
    EXPECT_EQ(code("/statistics/demand?period=2026-11", {}), "422period_malformed");
    EXPECT_EQ(code("/statistics/demand?period=2026Q4&by=origin", {}), "422division_missing");
    EXPECT_EQ(code("/statistics/demand?period=2026Q4&place=599999", {}), "400unknown_code");
    EXPECT_EQ(code("/statistics/nothing?period=2026Q4", {}), "404measure_unknown");
    EXPECT_EQ(code("/statistics/demand?period=2026Q4&version=9", {}), "404measure_unknown");
    EXPECT_EQ(code("/statistics/demand?period=2026Q4&position=99999999", {}),
              "409not_counted_yet");
    const auto agency = world_.agency("510502");
    for (const auto* path : {"/statistics/supply?period=2026Q4",
                             "/statistics/supply/records?period=2026Q4"}) {
        EXPECT_EQ(code(path, {}), "403for_the_office");
        EXPECT_EQ(code(path, agency), "403for_the_office");
        EXPECT_EQ(world_.get(path, luzhou_).status, 200);
    }
    const auto yibin = world_.caller(access::Role::inspector, {}, "511500");
    const auto records = [&](const access::Caller& as) {
        const auto answer = world_.get("/statistics/supply/records?period=2026Q4", as);
        EXPECT_EQ(answer.number("amount"), 1);
        return answer.body.at("items").as_array().size();
    };
    EXPECT_EQ(records(luzhou_), 1U);
    EXPECT_EQ(records(yibin), 0U) << "a figure everywhere, records of the own place";
    EXPECT_EQ(world_.get("/statistics", {}).body.at("items").as_array().size(), 3U);
}

}  // namespace statistics_test
}  // namespace jianghui::statistics
