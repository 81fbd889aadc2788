#include "engine/matching/facts.hpp"

#include <functional>

#include "engine/matching/explain.hpp"
#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

TEST(Facts, CodesOfKindsAndUnits) {
    EXPECT_EQ(parse_order_kind("recruit"), OrderKind::recruit);
    EXPECT_EQ(parse_order_kind("procure"), OrderKind::procure);
    EXPECT_FALSE(parse_order_kind("Recruit"));
    EXPECT_EQ(parse_pay_unit("month"), PayUnit::month);
    EXPECT_EQ(parse_pay_unit("piece"), PayUnit::piece);
    EXPECT_FALSE(parse_pay_unit("week"));
}

TEST(Facts, PlainValuesPass) {
    EXPECT_TRUE(check(plain_worker(1)));
    EXPECT_TRUE(check(plain_order(1)));
}

struct WorkerFault {
    const char* path;
    std::function<void(Worker&)> change;
};

TEST(Facts, AWorkerBeyondItsLimitsIsRefusedWithThePlace) {
    const Day distant = day(2500, 1, 1);
    const WorkerFault faults[] = {
        {"/place", [](Worker& w) { w.place = {}; }},
        {"/at/lon_e6", [](Worker& w) { w.at.lon_e6 = 180'000'001; }},
        {"/at/lat_e6", [](Worker& w) { w.at.lat_e6 = -90'000'001; }},
        {"/occupations", [](Worker& w) { w.occupations.resize(limits::occupations + 1); }},
        {"/skills", [](Worker& w) { w.skills.resize(limits::skills + 1); }},
        {"/skills",
         [](Worker& w) {
             w.skills = {{SkillId{0}, 6}};
         }},
        {"/education", [](Worker& w) { w.education = 16; }},
        {"/education", [](Worker& w) { w.education = -1; }},
        {"/experience_months", [](Worker& w) { w.experience_months = 1201; }},
        {"/certificates", [](Worker& w) { w.certificates.resize(limits::certificates + 1); }},
        {"/certificates",
         [&](Worker& w) {
             w.certificates = {{CertificateId{0}, distant}};
         }},
        {"/pay_asked", [](Worker& w) { w.pay_asked = Pay{Fen{-1}}; }},
        {"/pay_asked", [](Worker& w) { w.pay_asked = Pay{Fen{limits::pay_fen + 1}}; }},
        {"/available_from", [&](Worker& w) { w.available_from = distant; }},
        {"/available_to",
         [](Worker& w) {
             w.available_from = day(2026, 1, 2);
             w.available_to = day(2026, 1, 1);
         }},
        {"/busy",
         [](Worker& w) {
             w.busy.resize(limits::periods + 1, {today, today});
         }},
        {"/busy",
         [](Worker& w) {
             w.busy = {{today, today - std::chrono::days(1)}};
         }},
        {"/busy",
         [&](Worker& w) {
             w.busy = {{today, distant}};
         }},
        {"/reach_metres", [](Worker& w) { w.reach_metres = -1; }},
        {"/reach_places", [](Worker& w) { w.reach_places.resize(limits::places + 1); }},
        {"/born", [&](Worker& w) { w.born = distant; }},
        {"/kinds", [](Worker& w) { w.kinds = all_kinds + 1; }},
        {"/excluded_employers",
         [](Worker& w) { w.excluded_employers.resize(limits::exclusions + 1); }},
        {"/reliability", [](Worker& w) { w.reliability = 1001; }},
        {"/confirmed_on", [&](Worker& w) { w.confirmed_on = distant; }},
    };
    for (const auto& fault : faults) {
        Worker worker = plain_worker(1);
        fault.change(worker);
        const auto result = check(worker);
        ASSERT_FALSE(result) << fault.path;
        EXPECT_EQ(result.error().code, "out_of_range");
        EXPECT_EQ(result.error().path, fault.path);
    }
}

struct OrderFault {
    const char* path;
    std::function<void(Order&)> change;
};

TEST(Facts, AnOrderBeyondItsLimitsIsRefusedWithThePlace) {
    const OrderFault faults[] = {
        {"/place", [](Order& o) { o.place = {}; }},
        {"/kind", [](Order& o) { o.kind = static_cast<OrderKind>(9); }},
        {"/occupation_levels", [](Order& o) { o.occupation_levels = 5; }},
        {"/first", [](Order& o) { o.first = day(1800, 1, 1); }},
        {"/last", [](Order& o) { o.last = o.first - std::chrono::days(1); }},
        {"/latest_start", [](Order& o) { o.latest_start = o.first - std::chrono::days(1); }},
        {"/latest_start", [](Order& o) { o.latest_start = *o.last + std::chrono::days(1); }},
        {"/skills", [](Order& o) { o.skills.resize(limits::skills + 1); }},
        {"/skills",
         [](Order& o) {
             o.skills = {{SkillId{0}, 6, false}};
         }},
        {"/education", [](Order& o) { o.education = 16; }},
        {"/certificates", [](Order& o) { o.certificates.resize(limits::certificates + 1); }},
        {"/pay", [](Order& o) { o.pay.max = Fen{limits::pay_fen + 1}; }},
        {"/pay",
         [](Order& o) {
             o.pay = {Fen{2}, Fen{1}};
         }},
        {"/excluded_workers", [](Order& o) { o.excluded_workers.resize(limits::exclusions + 1); }},
        {"/reliability", [](Order& o) { o.reliability = -1; }},
        {"/confirmed_on", [](Order& o) { o.confirmed_on = day(2500, 1, 1); }},
    };
    for (const auto& fault : faults) {
        Order order = plain_order(1);
        fault.change(order);
        const auto result = check(order);
        ASSERT_FALSE(result) << fault.path;
        EXPECT_EQ(result.error().code, "out_of_range");
        EXPECT_EQ(result.error().path, fault.path);
    }
}

}  // namespace
}  // namespace jianghui::matching::testing
