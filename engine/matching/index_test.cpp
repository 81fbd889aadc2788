#include "engine/matching/index.hpp"

#include <functional>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

std::vector<std::int64_t> ids(const Result<Ranking>& ranking) {
    std::vector<std::int64_t> list;
    if (ranking)
        for (const Ranked& item : ranking->items) list.push_back(item.id);
    return list;
}

class IndexTest : public ::testing::Test {
  protected:
    Index index{shipped_policy()};
    RankRequest request{.k = 50, .as_of = today};

    Worker worker(std::int64_t id, const std::function<void(Worker&)>& change = {}) {
        Worker made = plain_worker(id);
        if (change) change(made);
        return made;
    }
    Order order(const std::function<void(Order&)>& change = {}) {
        Order made = plain_order(1);
        if (change) change(made);
        return made;
    }
    /// The filters that the one worker fails for the order.
    std::vector<Filter> failed(const Worker& one, const Order& asked) {
        EXPECT_TRUE(index.upsert(one));
        const auto verdict = index.judge(asked, one.id, today);
        EXPECT_TRUE(verdict);
        const auto ranking = index.rank_workers(asked, {.k = 50, .as_of = today});
        EXPECT_EQ(ranking->items.empty(), !verdict->failed.empty());
        return verdict->failed;
    }
    int points(const Worker& one, const Order& asked, ScorePart part) {
        EXPECT_TRUE(index.upsert(one));
        const auto verdict = index.judge(asked, one.id, today);
        EXPECT_TRUE(verdict);
        return verdict->parts[static_cast<std::size_t>(part)].points;
    }
    const std::vector<Filter> none;
};

TEST_F(IndexTest, AnEmptyPoolGivesAnEmptyRankingAndSaysSo) {
    const auto ranking = index.rank_workers(order(), request);
    ASSERT_TRUE(ranking);
    EXPECT_TRUE(ranking->items.empty());
    EXPECT_EQ(ranking->considered, 0);
    EXPECT_TRUE(ranking->accounted);
    EXPECT_FALSE(ranking->last_filter);
    EXPECT_FALSE(ranking->relaxation);
}

TEST_F(IndexTest, BestFirstAndTiesByAscendingId) {
    for (const std::int64_t id : {7, 3, 9}) ASSERT_TRUE(index.upsert(worker(id)));
    ASSERT_TRUE(
        index.upsert(worker(8, [](Worker& w) { w.occupations = {occupation("6-02-06-03")}; })));
    EXPECT_EQ(ids(index.rank_workers(order(), request)), (std::vector<std::int64_t>{8, 3, 7, 9}));
    EXPECT_EQ(ids(index.rank_workers(order(), {.k = 2, .as_of = today})),
              (std::vector<std::int64_t>{8, 3}));
    EXPECT_TRUE(ids(index.rank_workers(order(), {.k = 0, .as_of = today})).empty());
}

TEST_F(IndexTest, WhoDoesNotTakePartIsNeitherRankedNorCounted) {
    for (const std::int64_t id : {1, 2, 3, 4})
        ASSERT_TRUE(index.upsert(worker(id, [&](Worker& w) { w.circle = id % 2 == 0 ? 7 : 0; })));
    request.account = Account::always;
    request.among = [](std::uint32_t circle) { return circle == 7; };
    const auto ranking = index.rank_workers(order(), request);
    EXPECT_EQ(ids(ranking), (std::vector<std::int64_t>{2, 4}));
    EXPECT_EQ(ranking->considered, 2);
    EXPECT_EQ(ranking->passing, 2);
}

TEST_F(IndexTest, EveryResultCarriesItsPartsAndTheyAddUp) {
    ASSERT_TRUE(index.upsert(worker(1)));
    const auto ranking = index.rank_workers(order(), request);
    ASSERT_EQ(ranking->items.size(), 1U);
    int sum = 0;
    int most = 0;
    for (const Part& part : ranking->items[0].parts) {
        EXPECT_GE(part.points, 0);
        EXPECT_LE(part.points, part.points_max);
        sum += part.points;
        most += part.points_max;
    }
    EXPECT_EQ(ranking->items[0].score, sum);
    EXPECT_EQ(ranking->score_max, most);
}

TEST_F(IndexTest, APoolWithoutOptionalFactsStillShowsItsCandidates) {
    EXPECT_EQ(failed(worker(1), order()), none);
}

// ---- hard filters ----

TEST_F(IndexTest, OccupationFiltersOnlyAsDeepAsTheOrderAsks) {
    const auto brewer = worker(1, [](Worker& w) { w.occupations = {occupation("6-02-06-01")}; });
    const auto depth = [&](int levels) {
        return failed(brewer, order([&](Order& o) { o.occupation_levels = levels; }));
    };
    EXPECT_EQ(depth(0), none);
    EXPECT_EQ(depth(3), none);
    EXPECT_EQ(depth(4), std::vector{Filter::occupation});
}

TEST_F(IndexTest, AnOrderForAClassTakesEverybodyOfTheClass) {
    const auto brewer = worker(1, [](Worker& w) { w.occupations = {occupation("6-02-06-01")}; });
    const auto whole_class = order([](Order& o) {
        o.occupation = occupation("6-02");
        o.occupation_levels = 4;
    });
    EXPECT_EQ(failed(brewer, whole_class), none);
    EXPECT_EQ(points(brewer, whole_class, ScorePart::occupation), 300);
}

TEST_F(IndexTest, KindOfWorkMustBeAccepted) {
    const auto flexible = worker(1, [](Worker& w) { w.kinds = kind_set(OrderKind::flex); });
    EXPECT_EQ(failed(flexible, order()), std::vector{Filter::kind});
    EXPECT_EQ(failed(flexible, order([](Order& o) { o.kind = OrderKind::flex; })), none);
}

TEST_F(IndexTest, ReachIsADistanceOrAListOfPlacesOrBoth) {
    const auto in_yibin = order([](Order& o) {
        o.place = yibin_county;
        o.at = yibin;
    });
    ASSERT_NEAR(static_cast<double>(metres_between(luzhou, yibin)), 79'200, 500);
    const auto reach = [&](std::optional<int> metres, std::vector<Place> places) {
        return failed(worker(1,
                             [&](Worker& w) {
                                 w.reach_metres = metres;
                                 w.reach_places = places;
                             }),
                      in_yibin);
    };
    EXPECT_EQ(reach({}, {}), none) << "nothing stated: anywhere";
    EXPECT_EQ(reach(80'000, {}), none);
    EXPECT_EQ(reach(78'000, {}), std::vector{Filter::reach});
    EXPECT_EQ(reach({}, {luzhou_county}), std::vector{Filter::reach});
    EXPECT_EQ(reach(10'000, {{511500}}), none) << "a city covers its counties";
    EXPECT_EQ(reach({}, {{510000}}), none) << "a province covers its cities";
}

TEST_F(IndexTest, AvailableFromTheStartToTheEnd) {
    const auto available = [&](std::optional<Day> from, std::optional<Day> to,
                               std::optional<Day> latest_start = {}, bool open_end = false) {
        return failed(worker(1,
                             [&](Worker& w) {
                                 w.available_from = from;
                                 w.available_to = to;
                             }),
                      order([&](Order& o) {
                          o.latest_start = latest_start;
                          if (open_end) o.last.reset();
                      }));
    };
    const std::vector removed{Filter::availability};
    EXPECT_EQ(available(day(2026, 12, 1), day(2027, 2, 28)), none);
    EXPECT_EQ(available(day(2026, 12, 2), {}), removed);
    EXPECT_EQ(available(day(2026, 12, 2), {}, day(2026, 12, 10)), none);
    EXPECT_EQ(available({}, day(2027, 2, 27)), removed);
    EXPECT_EQ(available({}, day(2026, 12, 1), {}, true), none) << "no end: only the start counts";
    EXPECT_EQ(available({}, day(2026, 11, 30), {}, true), removed);
}

TEST_F(IndexTest, NoDayMayBeTakenByAnotherSeat) {
    const auto busy = [&](Day first, Day last, bool open_end = false) {
        return failed(worker(1,
                             [&](Worker& w) {
                                 w.busy = {{first, last}};
                             }),
                      order([&](Order& o) {
                          if (open_end) o.last.reset();
                      }));
    };
    const std::vector removed{Filter::availability};
    EXPECT_EQ(busy(day(2026, 11, 1), day(2026, 11, 30)), none);
    EXPECT_EQ(busy(day(2026, 11, 1), day(2026, 12, 1)), removed);
    EXPECT_EQ(busy(day(2027, 2, 28), day(2027, 3, 1)), removed);
    EXPECT_EQ(busy(day(2027, 3, 1), day(2027, 3, 9)), none);
    EXPECT_EQ(busy(day(2027, 3, 1), day(2027, 3, 9), true), removed);
}

TEST_F(IndexTest, EducationNotStatedDoesNotMeetARequirement) {
    const auto asked = order([](Order& o) { o.education = 3; });
    EXPECT_EQ(failed(worker(1, [](Worker& w) { w.education = 3; }), asked), none);
    EXPECT_EQ(failed(worker(1, [](Worker& w) { w.education = 2; }), asked),
              std::vector{Filter::education});
    EXPECT_EQ(failed(worker(1), asked), std::vector{Filter::education});
}

TEST_F(IndexTest, ARequiredSkillMustBeHeldADesiredOneNot) {
    const SkillId forklift = index.names().skill("叉车驾驶");
    const auto asked = [&](bool required) {
        return order([&](Order& o) { o.skills = {{forklift, 3, required}}; });
    };
    EXPECT_EQ(failed(worker(1), asked(true)), std::vector{Filter::skills});
    EXPECT_EQ(failed(worker(1), asked(false)), none);
    const auto holder = worker(1, [&](Worker& w) { w.skills = {{forklift, 1}}; });
    EXPECT_EQ(failed(holder, asked(true)), none) << "a self-declared level never excludes";
}

TEST_F(IndexTest, ACertificateMustHoldToTheLastDay) {
    const CertificateId permit = index.names().certificate("特种作业操作证");
    const auto asked = order([&](Order& o) { o.certificates = {permit}; });
    const auto holding = [&](std::optional<Day> valid_to) {
        return failed(worker(1, [&](Worker& w) { w.certificates = {{permit, valid_to}}; }), asked);
    };
    EXPECT_EQ(holding({}), none);
    EXPECT_EQ(holding(day(2027, 2, 28)), none);
    EXPECT_EQ(holding(day(2027, 2, 27)), std::vector{Filter::certificates});
    EXPECT_EQ(failed(worker(1), asked), std::vector{Filter::certificates});
    const auto renewed = worker(1, [&](Worker& w) {
        w.certificates = {{permit, day(2026, 12, 5)}, {permit, day(2032, 12, 5)}};
    });
    EXPECT_EQ(failed(renewed, asked), none) << "the later of two dates counts";
}

TEST_F(IndexTest, PayIsComparedByTheMonth) {
    const auto asks = [&](std::int64_t fen, PayUnit unit, PayRange offered) {
        return failed(worker(1,
                             [&](Worker& w) {
                                 w.pay_asked = Pay{Fen{fen}, unit};
                             }),
                      order([&](Order& o) { o.pay = offered; }));
    };
    const PayRange month{Fen{400'000}, Fen{600'000}, PayUnit::month};
    EXPECT_EQ(asks(600'000, PayUnit::month, month), none);
    EXPECT_EQ(asks(600'001, PayUnit::month, month), std::vector{Filter::pay});
    EXPECT_EQ(asks(27'586, PayUnit::day, month), none);  // × 21.75 = 599,995
    EXPECT_EQ(asks(27'587, PayUnit::day, month), std::vector{Filter::pay});
    EXPECT_EQ(asks(3'448, PayUnit::hour, month), none);  // × 174 = 599,952
    EXPECT_EQ(asks(3'449, PayUnit::hour, month), std::vector{Filter::pay});
    EXPECT_EQ(asks(999'999, PayUnit::piece, month), none) << "piece rates cannot be compared";
    EXPECT_EQ(asks(999'999, PayUnit::month, {}), none) << "面议";
    EXPECT_EQ(asks(2'500, PayUnit::hour, {Fen{2'000}, Fen{2'499}, PayUnit::hour}),
              std::vector{Filter::pay});
}

TEST_F(IndexTest, SixteenOnTheFirstDayOfWorkNotToday) {
    const auto born = [&](Day birthday, AgeBar bar) {
        return failed(worker(1, [&](Worker& w) { w.born = birthday; }),
                      order([&](Order& o) { o.age_bar = bar; }));
    };
    EXPECT_EQ(born(day(2010, 12, 1), AgeBar::working_age), none);
    EXPECT_EQ(born(day(2010, 12, 2), AgeBar::working_age), std::vector{Filter::age});
    EXPECT_EQ(born(day(2008, 12, 1), AgeBar::adult), none);
    EXPECT_EQ(born(day(2008, 12, 2), AgeBar::adult), std::vector{Filter::age});
    EXPECT_EQ(born(day(1940, 1, 1), AgeBar::adult), none) << "no upper bar";
}

TEST_F(IndexTest, EitherSideMayExcludeTheOther) {
    EXPECT_EQ(failed(worker(1, [](Worker& w) { w.excluded_employers = {900}; }), order()),
              std::vector{Filter::exclusion});
    EXPECT_EQ(failed(worker(1), order([](Order& o) {
                         o.excluded_workers = {5, 1};
                     })),
              std::vector{Filter::exclusion});
}

// ---- points ----

TEST_F(IndexTest, AgeNeverMovesTheScore) {
    ASSERT_TRUE(index.upsert(worker(1, [](Worker& w) { w.born = day(1960, 1, 1); })));
    ASSERT_TRUE(index.upsert(worker(2, [](Worker& w) { w.born = day(2008, 1, 1); })));
    const auto ranking = index.rank_workers(order(), request);
    ASSERT_EQ(ranking->items.size(), 2U);
    EXPECT_EQ(ranking->items[0].parts, ranking->items[1].parts);
}

TEST_F(IndexTest, ACloserOccupationScoresMore) {
    const auto of = [&](const char* code) {
        return points(worker(1, [&](Worker& w) { w.occupations = {occupation(code)}; }), order(),
                      ScorePart::occupation);
    };
    EXPECT_EQ(of("6-02-06-03"), 300);
    EXPECT_EQ(of("6-02-06-01"), 180);
    EXPECT_EQ(of("6-02-06"), 180);
    EXPECT_EQ(of("6-02-05-02"), 90);
    EXPECT_EQ(of("6-18-02-04"), 30);
    EXPECT_EQ(of("4-01-02-01"), 0);
    const auto both = worker(1, [](Worker& w) {
        w.occupations = {occupation("4-01-02-01"), occupation("6-02-06-03")};
    });
    EXPECT_EQ(points(both, order(), ScorePart::occupation), 300) << "the closest one counts";
    EXPECT_EQ(points(worker(1), order(), ScorePart::occupation), 0);
}

TEST_F(IndexTest, ARareSkillWeighsMoreThanACommonOne) {
    const SkillId common = index.names().skill("办公软件");
    const SkillId rare = index.names().skill("勾调");
    for (std::int64_t id = 10; id < 110; ++id)
        ASSERT_TRUE(index.upsert(worker(id, [&](Worker& w) { w.skills = {{common, 0}}; })));
    ASSERT_TRUE(index.upsert(worker(2, [&](Worker& w) { w.skills = {{rare, 0}}; })));
    EXPECT_EQ(index.holders(common), 100);
    EXPECT_EQ(index.holders(rare), 1);
    const auto asked = order([&](Order& o) { o.skills = {{common}, {rare}}; });
    const auto ranking = index.rank_workers(asked, request);
    EXPECT_EQ(ranking->items[0].id, 2);
    // 101 workers: common 16, rare 16 + floor(16 · log2(102 / 2)) = 106, of 122 together.
    EXPECT_EQ(ranking->items[0].parts[1].points, 300 * 106 / 122);
    EXPECT_EQ(ranking->items[1].parts[1].points, 300 * 16 / 122);
    ASSERT_TRUE(index.erase_worker(2));
    EXPECT_EQ(index.holders(rare), 0);
}

TEST_F(IndexTest, ALevelBelowTheAskedOneCountsInPart) {
    const SkillId welding = index.names().skill("焊接");
    const auto with_level = [&](int level) {
        return points(worker(1,
                             [&](Worker& w) {
                                 w.skills = {{welding, static_cast<std::uint8_t>(level)}};
                             }),
                      order([&](Order& o) {
                          o.skills = {{welding, 3, false}};
                      }),
                      ScorePart::skills);
    };
    EXPECT_EQ(with_level(5), 300);
    EXPECT_EQ(with_level(3), 300);
    EXPECT_EQ(with_level(2), 225);
    EXPECT_EQ(with_level(0), 75);
}

TEST_F(IndexTest, ExperienceCountsInRelatedOccupationsAndIsCapped) {
    const auto of = [&](const char* code, int months) {
        return points(worker(1,
                             [&](Worker& w) {
                                 w.occupations = {occupation(code)};
                                 w.experience_months = months;
                             }),
                      order(), ScorePart::experience);
    };
    EXPECT_EQ(of("6-02-05-02", 30), 50);
    EXPECT_EQ(of("6-02-05-02", 60), 100);
    EXPECT_EQ(of("6-02-05-02", 480), 100);
    EXPECT_EQ(of("6-18-02-04", 60), 0);
}

TEST_F(IndexTest, AskingLessThanTheLeastOfferedGainsNothing) {
    const auto asks = [&](std::int64_t fen) {
        return points(worker(1, [&](Worker& w) { w.pay_asked = Pay{Fen{fen}}; }),
                      order([](Order& o) {
                          o.pay = {Fen{400'000}, Fen{600'000}};
                      }),
                      ScorePart::pay);
    };
    EXPECT_EQ(asks(100'000), 80);
    EXPECT_EQ(asks(400'000), 80);
    EXPECT_EQ(asks(500'000), 60);
    EXPECT_EQ(asks(600'000), 40);
    EXPECT_EQ(points(worker(1), order(), ScorePart::pay), 40);
}

TEST_F(IndexTest, NearAndRecentlyConfirmedScoresMore) {
    EXPECT_EQ(points(worker(1), order(), ScorePart::distance), 120);
    EXPECT_EQ(points(worker(1, [](Worker& w) { w.at = yibin; }), order(), ScorePart::distance),
              120 * (100'000 - metres_between(luzhou, yibin)) / 100'000);
    const auto confirmed = [&](std::optional<Day> on) {
        return points(worker(1, [&](Worker& w) { w.confirmed_on = on; }), order(),
                      ScorePart::freshness);
    };
    EXPECT_EQ(confirmed(today), 40);
    EXPECT_EQ(confirmed(today + std::chrono::days(9)), 40) << "a date ahead is no advantage";
    EXPECT_EQ(confirmed(today - std::chrono::days(90)), 20);
    EXPECT_EQ(confirmed(today - std::chrono::days(180)), 0);
    EXPECT_EQ(confirmed({}), 0);
}

TEST_F(IndexTest, ANewcomerIsNotHeldToBeUnreliable) {
    const auto of = [&](std::optional<int> per_mille) {
        return points(worker(1, [&](Worker& w) { w.reliability = per_mille; }), order(),
                      ScorePart::reliability);
    };
    EXPECT_EQ(of({}), 30);
    EXPECT_EQ(of(1000), 60);
    EXPECT_EQ(of(0), 0);
}

// ---- orders for a worker ----

TEST_F(IndexTest, RanksOrdersForAWorkerByTheEmployersReliability) {
    Order first = plain_order(1);
    first.reliability = 200;
    Order second = plain_order(2);
    second.reliability = 900;
    ASSERT_TRUE(index.upsert(first));
    ASSERT_TRUE(index.upsert(second));
    ASSERT_TRUE(index.upsert(worker(5)));
    EXPECT_EQ(ids(index.rank_orders(5, request)), (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(ids(index.rank_orders(worker(6), request)), (std::vector<std::int64_t>{2, 1}));
    ASSERT_TRUE(index.erase_order(2));
    EXPECT_EQ(ids(index.rank_orders(5, request)), (std::vector<std::int64_t>{1}));
}

// ---- the account ----

TEST_F(IndexTest, AnEmptyResultNamesTheLastFilterAndWhatRelaxingWouldBring) {
    for (std::int64_t id = 1; id <= 3; ++id)
        ASSERT_TRUE(index.upsert(worker(id, [](Worker& w) { w.reach_places = {{511500}}; })));
    for (std::int64_t id = 4; id <= 8; ++id)
        ASSERT_TRUE(index.upsert(worker(id, [](Worker& w) { w.pay_asked = Pay{Fen{900'000}}; })));
    ASSERT_TRUE(index.upsert(worker(9, [](Worker& w) {
        w.pay_asked = Pay{Fen{900'000}};
        w.born = day(2012, 1, 1);
    })));
    const auto asked = order([](Order& o) { o.pay.max = Fen{500'000}; });
    const auto ranking = index.rank_workers(asked, request);
    EXPECT_TRUE(ranking->accounted);
    EXPECT_EQ(ranking->considered, 9);
    EXPECT_EQ(ranking->passing, 0);
    EXPECT_EQ(ranking->removed, (std::vector<Removed>{{Filter::reach, 3}, {Filter::pay, 6}}));
    EXPECT_EQ(ranking->last_filter, Filter::pay);
    EXPECT_EQ(ranking->relaxation, (Relaxation{Filter::pay, 5}));
}

TEST_F(IndexTest, TheLawIsNeverOfferedForRelaxing) {
    ASSERT_TRUE(index.upsert(worker(1, [](Worker& w) { w.born = day(2012, 1, 1); })));
    const auto ranking = index.rank_workers(order(), request);
    EXPECT_EQ(ranking->last_filter, Filter::age);
    EXPECT_FALSE(ranking->relaxation);
}

TEST_F(IndexTest, CountsWhenShortAlwaysOrNever) {
    ASSERT_TRUE(index.upsert(worker(1)));
    const auto accounted = [&](std::size_t k, Account account) {
        return index.rank_workers(order(), {.k = k, .as_of = today, .account = account})->accounted;
    };
    EXPECT_FALSE(accounted(1, Account::when_short));
    EXPECT_TRUE(accounted(2, Account::when_short));
    EXPECT_TRUE(accounted(1, Account::always));
    EXPECT_FALSE(accounted(2, Account::never));
}

// ---- changes ----

TEST_F(IndexTest, AnUpsertReplacesAndAnEraseMovesNobodyElse) {
    for (std::int64_t id = 1; id <= 4; ++id) ASSERT_TRUE(index.upsert(worker(id)));
    ASSERT_TRUE(index.upsert(worker(2, [](Worker& w) { w.reliability = 1000; })));
    EXPECT_EQ(index.workers(), 4);
    EXPECT_TRUE(index.erase_worker(1));
    EXPECT_FALSE(index.erase_worker(1));
    EXPECT_EQ(ids(index.rank_workers(order(), request)), (std::vector<std::int64_t>{2, 3, 4}));
    ASSERT_TRUE(index.upsert(worker(4, [](Worker& w) { w.reliability = 1000; })));
    EXPECT_EQ(ids(index.rank_workers(order(), request)), (std::vector<std::int64_t>{2, 4, 3}));
}

TEST_F(IndexTest, ABatchMovesThePositionAndIsAllOrNothing) {
    ASSERT_TRUE(index.apply({.position = 5, .changes = {worker(1), plain_order(1)}}));
    EXPECT_EQ(index.position(), 5);
    EXPECT_EQ(index.rank_workers(1, request)->position, 5);
    const auto refused =
        index.apply({.position = 6, .changes = {worker(2), EraseWorker{1}, worker(3, [](Worker& w) {
                                                    w.reliability = 1001;
                                                })}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "out_of_range");
    EXPECT_EQ(refused.error().path, "/2/reliability");
    EXPECT_EQ(index.position(), 5);
    EXPECT_EQ(index.workers(), 1);
    const auto back = index.apply({.position = 4});
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, "position_went_back");
    EXPECT_TRUE(index.apply({.position = 5, .changes = {EraseWorker{1}, EraseWorker{1}}}))
        << "a batch may be repeated";
    EXPECT_EQ(index.workers(), 0);
}

TEST_F(IndexTest, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(index.rank_workers(404, request).error().code, "not_found");
    EXPECT_EQ(index.rank_orders(404, request).error().code, "not_found");
    EXPECT_EQ(index.judge(order(), 404, today).error().code, "not_found");
    const auto foreign_skill = order([](Order& o) { o.skills = {{SkillId{99}}}; });
    EXPECT_EQ(index.upsert(foreign_skill).error().code, "unknown_code");
    EXPECT_EQ(index.rank_workers(foreign_skill, request).error().path, "/skills");
    const auto foreign_permit = worker(1, [](Worker& w) {
        w.certificates = {{CertificateId{99}, {}}};
    });
    EXPECT_EQ(index.upsert(foreign_permit).error().code, "unknown_code");
    EXPECT_EQ(index.rank_orders(foreign_permit, request).error().path, "/certificates");
    EXPECT_EQ(index.upsert(order([](Order& o) { o.last = day(2026, 1, 1); })).error().path,
              "/last");
}

TEST(IndexDeathTest, NeedsACheckedPolicy) {
    EXPECT_DEATH(Index{Policy{}}, "check\\(policy\\)");
}

}  // namespace
}  // namespace jianghui::matching::testing
