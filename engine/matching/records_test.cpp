#include "engine/matching/records.hpp"

#include <functional>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace records_test {

class RecordsTest : public ::testing::Test {
  protected:
    std::map<std::string, Point> places{{"510502", luzhou}, {"511502", yibin}};
    std::map<std::string, int> education{{"60", 2}, {"30", 4}};
    Identifiers workers = *Identifiers::listed({"w2", "w10", "w1"});
    Identifiers orders = *Identifiers::listed({"o1"});
    Identifiers employers = *Identifiers::listed({"e1", "e2"});
    Names names;
    Tables tables{places, education, workers, orders, employers, names};

    static Date date(int year, unsigned month, unsigned day_of_month) {
        return Date(day(year, month, day_of_month));
    }
    static WorkerRecord worker_record() {
        WorkerRecord record;
        record.id = "w2";
        record.place = "510502";
        record.born_on = date(1990, 5, 1);
        return record;
    }
    static OrderRecord order_record() {
        OrderRecord record;
        record.id = "o1";
        record.occupation = "6-02-06-03";
        record.place = "510502";
        record.starts_on = date(2026, 12, 1);
        return record;
    }
};

TEST_F(RecordsTest, TheLeastWorkerAndOrder) {
    const auto worker = to_worker(worker_record(), tables);
    ASSERT_TRUE(worker) << worker.error().path;
    Worker expected = plain_worker(3);  // "w1" < "w10" < "w2"
    EXPECT_EQ(*worker, expected);
    const auto order = to_order(order_record(), tables);
    ASSERT_TRUE(order) << order.error().path;
    EXPECT_EQ(order->id, 1);
    EXPECT_EQ(order->at, luzhou);
    EXPECT_EQ(order->first, day(2026, 12, 1));
    EXPECT_FALSE(order->last);
    EXPECT_EQ(order->kind, OrderKind::recruit);
}

TEST_F(RecordsTest, AFullWorker) {
    WorkerRecord record = worker_record();
    record.occupations = {"6-02-06-03", "6-02"};
    record.lon_e6 = 105'000'000;
    record.lat_e6 = 28'000'000;
    record.skills = {{"叉车", 3, {}}, {"酿酒", {}, {}}};
    record.education = "30";
    record.experience_months = 40;
    record.certificates = {{"特种作业操作证", date(2027, 1, 1)}, {"健康证", {}}};
    record.pay_asked_fen = Fen{20'000};
    record.pay_unit = PayUnit::day;
    record.available_from_on = date(2026, 12, 1);
    record.available_to_on = date(2027, 12, 1);
    record.busy = {{date(2026, 1, 1), date(2026, 2, 1)}};
    record.reach_metres = 30'000;
    record.reach_places = {"511500"};
    record.kinds = {OrderKind::recruit, OrderKind::flex};
    record.excluded_employers = {"e2", "someone not in the files"};
    record.reliability = 800;
    record.confirmed_on = date(2026, 11, 1);
    const auto worker = to_worker(record, tables);
    ASSERT_TRUE(worker) << worker.error().path;
    EXPECT_EQ(worker->occupations, (std::vector{occupation("6-02-06-03"), occupation("6-02")}));
    EXPECT_EQ(worker->at, (Point{105'000'000, 28'000'000}));
    EXPECT_EQ(worker->skills,
              (std::vector<HeldSkill>{{names.skill("叉车"), 3}, {names.skill("酿酒"), 0}}));
    EXPECT_EQ(worker->education, 4);
    EXPECT_EQ(worker->certificates.size(), 2U);
    EXPECT_EQ(worker->certificates[0].valid_to, day(2027, 1, 1));
    EXPECT_EQ(worker->pay_asked, (Pay{Fen{20'000}, PayUnit::day}));
    EXPECT_EQ(worker->busy, (std::vector<Period>{{day(2026, 1, 1), day(2026, 2, 1)}}));
    EXPECT_EQ(worker->reach_places, (std::vector<Place>{{511500}}));
    EXPECT_EQ(worker->kinds, kind_set(OrderKind::recruit) | kind_set(OrderKind::flex));
    EXPECT_EQ(worker->excluded_employers, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(worker->reliability, 800);
}

TEST_F(RecordsTest, AFullOrder) {
    OrderRecord record = order_record();
    record.employer = "e2";
    record.kind = OrderKind::flex;
    record.occupation_levels = 2;
    record.ends_on = date(2027, 2, 28);
    record.latest_start_on = date(2026, 12, 10);
    record.skills = {{"叉车", 3, true}, {"酿酒", {}, {}}};
    record.education = "60";
    record.certificates = {"健康证"};
    record.pay_unit = PayUnit::hour;
    record.pay_min_fen = Fen{2'000};
    record.pay_max_fen = Fen{2'500};
    record.age_bar = AgeBar::adult;
    record.excluded_workers = {"w10"};
    record.reliability = 900;
    const auto order = to_order(record, tables);
    ASSERT_TRUE(order) << order.error().path;
    EXPECT_EQ(order->employer, 2);
    EXPECT_EQ(order->skills, (std::vector<AskedSkill>{{names.skill("叉车"), 3, true},
                                                      {names.skill("酿酒"), 0, false}}));
    EXPECT_EQ(order->education, 2);
    EXPECT_EQ(order->pay, (PayRange{Fen{2'000}, Fen{2'500}, PayUnit::hour}));
    EXPECT_EQ(order->latest_start, day(2026, 12, 10));
    EXPECT_EQ(order->excluded_workers, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(order->age_bar, AgeBar::adult);
}

struct WorkerFault {
    const char *code, *path;
    std::function<void(WorkerRecord&)> change;
};

TEST_F(RecordsTest, AFaultyWorkerRecordNamesTheField) {
    const WorkerFault faults[] = {
        {"unknown_identifier", "/id", [](auto& r) { r.id = "w3"; }},
        {"unknown_code", "/place", [](auto& r) { r.place = "510503"; }},
        {"unknown_code", "/place", [](auto& r) { r.place = "泸州"; }},
        {"missing_partner", "/lat_e6", [](auto& r) { r.lon_e6 = 1; }},
        {"missing_partner", "/lon_e6", [](auto& r) { r.lat_e6 = 1; }},
        {"unknown_code", "/occupations/1",
         [](auto& r) {
             r.occupations = {"6-02", "6-2"};
         }},
        {"out_of_range", "/skills/0/level",
         [](auto& r) {
             r.skills = {{"叉车", 6, {}}};
         }},
        {"unknown_code", "/education", [](auto& r) { r.education = "31"; }},
        {"unknown_code", "/reach_places/0", [](auto& r) { r.reach_places = {"5105"}; }},
        {"out_of_range", "/lon_e6",
         [](auto& r) {
             r.lon_e6 = 200'000'000;
             r.lat_e6 = 0;
         }},
        {"out_of_range", "/born_on", [](auto& r) { r.born_on = date(1, 1, 1); }},
        {"out_of_range", "/available_to_on",
         [](auto& r) {
             r.available_from_on = date(2026, 2, 1);
             r.available_to_on = date(2026, 1, 1);
         }},
        {"out_of_range", "/pay_asked_fen", [](auto& r) { r.pay_asked_fen = Fen{-5}; }},
        {"out_of_range", "/reliability", [](auto& r) { r.reliability = 2000; }},
    };
    for (const auto& fault : faults) {
        WorkerRecord record = worker_record();
        fault.change(record);
        const auto worker = to_worker(record, tables);
        ASSERT_FALSE(worker) << fault.path;
        EXPECT_EQ(worker.error().code, fault.code) << fault.path;
        EXPECT_EQ(worker.error().path, fault.path);
    }
}

struct OrderFault {
    const char *code, *path;
    std::function<void(OrderRecord&)> change;
};

TEST_F(RecordsTest, AFaultyOrderRecordNamesTheField) {
    const OrderFault faults[] = {
        {"unknown_identifier", "/id", [](auto& r) { r.id = ""; }},
        {"unknown_code", "/occupation", [](auto& r) { r.occupation = "酿酒"; }},
        {"unknown_code", "/place", [](auto& r) { r.place = "999999"; }},
        {"out_of_range", "/skills/1/level",
         [](auto& r) {
             r.skills = {{"a", 5, {}}, {"b", -1, {}}};
         }},
        {"unknown_code", "/education", [](auto& r) { r.education = "本科"; }},
        {"out_of_range", "/ends_on", [](auto& r) { r.ends_on = date(2026, 11, 30); }},
        {"out_of_range", "/latest_start_on",
         [](auto& r) { r.latest_start_on = date(2026, 11, 30); }},
        {"out_of_range", "/starts_on", [](auto& r) { r.starts_on = date(2300, 1, 1); }},
        {"out_of_range", "/pay_min_fen",
         [](auto& r) {
             r.pay_min_fen = Fen{2};
             r.pay_max_fen = Fen{1};
         }},
        {"out_of_range", "/occupation_levels", [](auto& r) { r.occupation_levels = 9; }},
    };
    for (const auto& fault : faults) {
        OrderRecord record = order_record();
        fault.change(record);
        const auto order = to_order(record, tables);
        ASSERT_FALSE(order) << fault.path;
        EXPECT_EQ(order.error().code, fault.code) << fault.path;
        EXPECT_EQ(order.error().path, fault.path);
    }
}

TEST_F(RecordsTest, AnUnknownPlaceOffersTheNearest) {
    WorkerRecord record = worker_record();
    record.place = "510520";
    const auto worker = to_worker(record, tables);
    ASSERT_FALSE(worker);
    ASSERT_FALSE(worker.error().nearest.empty());
    EXPECT_EQ(worker.error().nearest[0], "510502");
}

TEST(Identifiers, ListedOnesAreNumberedInTheOrderOfTheirText) {
    const auto listed = Identifiers::listed({"b", "a", "c"});
    ASSERT_TRUE(listed);
    EXPECT_EQ(listed->number("a"), 1);
    EXPECT_EQ(listed->number("c"), 3);
    EXPECT_FALSE(listed->number("d"));
    EXPECT_EQ(listed->text(2), "b");
    const auto twice = Identifiers::listed({"b", "a", "b"});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "duplicate_identifier");
    EXPECT_EQ(twice.error().path, "/2");
}

TEST(Identifiers, CanonicalOnesAreThePlatformsOwn) {
    const auto canonical = Identifiers::canonical();
    const std::string text = id_text(123'456'789);
    EXPECT_EQ(canonical.number(text), 123'456'789);
    EXPECT_EQ(canonical.text(123'456'789), text);
    EXPECT_FALSE(canonical.number("w1"));
}

}  // namespace records_test
}  // namespace jianghui::matching::testing
