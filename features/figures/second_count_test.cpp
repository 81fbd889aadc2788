// Random years of seats and statements, counted a second time from the raw journal without a line of counting.cpp: every figure of
// every place equals, opens to as many records as it says, and is the same when counted anew.

#include <map>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/journal/event_data.hpp"
#include "features/figures/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::figures {
namespace second_count_test {

namespace json = boost::json;

/// Place ("" is the region), year, measure.
using Key = std::tuple<std::string, int, std::string>;
struct Amounts {
    std::int64_t verified = 0;
    std::int64_t provisional = 0;
    bool operator==(const Amounts&) const = default;
};
using Figures = std::map<Key, Amounts>;

class SecondCount {
  public:
    explicit SecondCount(std::map<std::string, std::string> places) : places_(std::move(places)) {}

    Figures of(const std::vector<journal::Event>& events) {
        for (const auto& event : events) {
            if (event.subject_kind == "seat") read_seat(event);
            if (event.subject_kind == "statement") read_statement(event);
        }
        Figures figures;
        // An employer, an agency and a year in one city: the first placement that both confirmed, else the first.
        std::map<std::string, const Start*> services;
        for (const auto& [id, start] : starts_) {
            add(figures, start.place, start.year, "employment", 1, start.verified);
            const auto key = fmt::format("{}|{}|{}", start.place.substr(0, 4), start.parties, start.year);
            auto& first = services[key];
            const auto rank = [](const Start& one) { return std::pair(!one.verified, one.position); };
            if (first == nullptr || rank(start) < rank(*first)) first = &start;
        }
        for (const auto& [key, start] : services)
            add(figures, start->place, start->year, "employers", 1, start->verified);
        for (const auto& [id, bill] : bills_) {
            if (bill.status == "draft") continue;
            const bool verified = bill.status == "confirmed";
            add(figures, bill.place, bill.year, "revenue", bill.fee + (bill.passes_wages ? bill.wage : 0), verified);
            add(figures, bill.place, bill.year, "revenue_net", bill.fee, verified);
        }
        return figures;
    }

  private:
    struct Start {
        std::string place;
        std::string parties;
        int year = 0;
        std::int64_t position = 0;
        bool verified = false;
    };
    struct Bill {
        std::string place;
        std::string status;
        int year = 0;
        std::int64_t wage = 0;
        std::int64_t fee = 0;
        bool passes_wages = false;
    };

    static void add(Figures& figures, const std::string& county, int year, const std::string& measure, std::int64_t amount,
                    bool verified) {
        for (const auto& place : {county, county.substr(0, 4) + "00", std::string()}) {
            auto& sum = figures[{place, year, measure}];
            (verified ? sum.verified : sum.provisional) += amount;
        }
    }
    void read_seat(const journal::Event& event) {
        const auto known = starts_.find(event.subject.number);
        if (known != starts_.end() && known->second.verified) return;
        const bool both = event.kind == "seat.on_site";
        const bool one = event.kind == "seat.start_confirmed";
        if (event.kind == "seat.accepted") return;
        if (!both && !one) {
            if (known != starts_.end()) starts_.erase(known);
            return;
        }
        if (known != starts_.end() && one) return;
        const auto place = places_.find(std::string(journal::text_of(event.data, "order")));
        if (place == places_.end()) return;  // An order that nobody knows.
        Start start{place->second, fmt::format("{}|{}", event.counterpart->text(), event.organisation->text()),
                    static_cast<int>(date_of(event.at).year()), event.position, both};
        if (known != starts_.end()) start.year = known->second.year;
        starts_[event.subject.number] = start;
    }
    void read_statement(const journal::Event& event) {
        if (event.kind == "statement.wage_paid" || journal::member_of(event.data, "fee_fen") == nullptr) return;
        const std::string kind(journal::text_of(event.data, "order_kind"));
        bills_[event.subject.number] = {
            std::string(journal::text_of(event.data, "agency_place")),
            std::string(journal::text_of(event.data, "status")),
            std::stoi(std::string(journal::text_of(event.data, "month").substr(0, 4))),
            *journal::number_of(event.data, "wage_fen"),
            *journal::number_of(event.data, "fee_fen"),
            kind == "dispatch" || kind == "outsource"};
    }

    std::map<std::string, std::string> places_;  ///< of the orders
    std::map<std::int64_t, Start> starts_;
    std::map<std::int64_t, Bill> bills_;
};

class FiguresCountedTwiceTest : public testing::Test {
  protected:
    FiguresCountedTwiceTest() {
        employers_ = {world_.employer("511502"), world_.employer("510502")};
        agencies_ = {world_.agency("510502"), world_.agency("511002")};
        for (const auto* place : {"511502", "511504", "510502", "511002"})
            orders_.emplace_back(world_.open_order(employers_[orders_.size() % 2], 9, "", place), place);
        orders_.emplace_back(OrderId{4711}.text(), "511502");  // There is no such order.
    }
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    journal::Event random_seat() {
        static const char* const kinds[] = {"seat.accepted",  "seat.start_confirmed", "seat.start_confirmed", "seat.on_site",
                                            "seat.no_show",   "seat.done",            "seat.replaced",        "seat.ended_early"};
        const int seat = below(50);
        const auto& [order, place] = orders_[static_cast<std::size_t>(seat) % orders_.size()];
        journal::Event event;
        event.kind = kinds[below(8)];
        event.city = city_of(PlaceCode{place});
        event.organisation = agencies_[static_cast<std::size_t>(seat / 5 % 2)].organisation;
        event.counterpart = employers_[static_cast<std::size_t>(seat / 10 % 2)].organisation;
        event.person = PersonId{seat + 1000};
        event.subject_kind = "seat";
        event.subject = {seat + 1};
        event.data = json::object{{"order", order}};
        return event;
    }
    journal::Event random_statement() {
        static const char* const kinds[] = {"statement.drafted", "statement.agreed", "statement.instructed", "statement.wage_paid",
                                            "statement.confirmed", "statement.corrected"};
        static const char* const statuses[] = {"draft", "agreed", "instructed", "confirmed", "confirmed", "draft"};
        static const char* const order_kinds[] = {"dispatch", "outsource", "recruit", "flex"};
        const int bill = below(30);
        const int what = below(6);
        journal::Event event;
        event.kind = kinds[what];
        event.city = {"511500"};
        event.organisation = employers_[0].organisation;
        event.counterpart = agencies_[static_cast<std::size_t>(bill % 2)].organisation;
        event.subject_kind = "statement";
        event.subject = {bill + 500};
        json::object data{{"order", orders_[0].first},
                          {"agency_place", bill % 2 == 0 ? "510502" : "511002"},
                          {"order_kind", order_kinds[bill % 4]},
                          {"month", bill % 3 == 0 ? "2026-11" : "2027-02"},
                          {"status", statuses[what]},
                          {"wage_fen", below(1'000'000)}};
        if (below(12) != 0) data["fee_fen"] = below(90'000);  // Else: not to be read.
        event.data = std::move(data);
        return event;
    }
    void append(int events) {
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < events; ++i) {
                auto event = below(3) == 0 ? random_statement() : random_seat();
                now_ += std::chrono::minutes(1 + below(48 * 60));
                event.at = now_;
                journal::append(transaction, event);
            }
            return true;
        });
    }
    Figures second() {
        std::map<std::string, std::string> places(orders_.begin(), orders_.end() - 1);
        return SecondCount(std::move(places)).of(world_.store().read([](store::Reader& reader) {
            return journal::after(reader, 0, 10'000);
        }));
    }
    /// As anybody is told, of the region, its cities and counties.
    Figures shown() {
        Figures figures;
        for (const auto* place : {"", "510500", "511000", "511500", "510502", "511002", "511502", "511503", "511504"})
            for (const int year : {2026, 2027, 2028}) {
                const auto answer = world_.get(fmt::format("/figures?year={}{}{}", year, *place == '\0' ? "" : "&place=", place), {});
                EXPECT_EQ(answer.status, 200);
                for (const auto& item : answer.body.at("items").as_array()) {
                    const Amounts amounts{item.at("verified").as_int64(), item.at("provisional").as_int64()};
                    if (amounts != Amounts{}) figures[{place, year, std::string(item.at("measure").as_string())}] = amounts;
                }
            }
        return figures;
    }
    void count() { world_.run_jobs(5); }

    /// Records of a figure by their state: their number and their sum.
    std::pair<std::map<std::string, std::int64_t>, std::map<std::string, std::int64_t>> records(const Key& key) {
        std::map<std::string, std::int64_t> counts;
        std::map<std::string, std::int64_t> sums;
        const auto& [place, year, measure] = key;
        std::string cursor;
        do {
            const auto page = world_.get(fmt::format("/figures/{}-{}-{}/records?limit=7{}", place.empty() ? "region" : place, year,
                                                     measure, cursor),
                                         chief_);
            EXPECT_EQ(page.status, 200);
            for (const auto& item : page.body.at("items").as_array()) {
                const std::string state(item.at("state").as_string());
                ++counts[state];
                sums[state] += item.at("amount").as_int64();
            }
            cursor = page.text("next").empty() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.empty());
        return {counts, sums};
    }

    test::TestApp world_;
    std::mt19937 random_{20261128};
    Instant now_ = *parse_instant("2026-02-01T09:00:00+08:00");
    std::vector<access::Caller> employers_;
    std::vector<access::Caller> agencies_;
    std::vector<std::pair<std::string, std::string>> orders_;
    access::Caller chief_ = world_.official("510000");
};

TEST_F(FiguresCountedTwiceTest, EveryFigureOfEveryPlaceAlongTheWayAndCountedAnew) {
    for (int part = 0; part < 5; ++part) {
        append(90);
        count();
        EXPECT_EQ(shown(), second()) << "after part " << part;
    }
    const auto figures = second();
    EXPECT_GT(figures.size(), 30U) << "there is something to count";
    const auto administrator = world_.caller(access::Role::system_administrator, {}, "510000");
    EXPECT_EQ(world_.post("/figures/recount", administrator).status, 200);
    EXPECT_TRUE(shown().empty());
    count();
    EXPECT_EQ(shown(), figures);
}

TEST_F(FiguresCountedTwiceTest, EveryFigureOpensToWhatItCounts) {
    append(400);
    count();
    for (const auto& [key, amounts] : shown()) {
        auto [counts, sums] = records(key);
        EXPECT_EQ(sums["verified"], amounts.verified) << std::get<0>(key) << std::get<2>(key);
        EXPECT_EQ(sums["provisional"], amounts.provisional) << std::get<0>(key) << std::get<2>(key);
        if (std::get<2>(key) == "employment" || std::get<2>(key) == "employers") {
            EXPECT_EQ(counts["verified"], amounts.verified) << "one record, one of them";
        }
    }
}

}  // namespace second_count_test
}  // namespace jianghui::figures
