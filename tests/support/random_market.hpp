#pragma once
// A market from a seed as events alone, quarter by quarter: posts that open, fill, are free again, are revised and end, people who
// register and change their minds. Some of it makes no sense. What posts pay stands in their orders, which are drafts for the program.

#include <map>
#include <random>
#include <string>
#include <vector>

#include "features/orders/store.hpp"
#include "tests/support/recount.hpp"

namespace jianghui::test {

class RandomMarket {
  public:
    explicit RandomMarket(std::uint32_t seed) : random_(seed), base_(seed * std::int64_t{100'000}) {
        for (int i = 0; i < posts_count; ++i) posts_.push_back(post(i));
    }

    /// The posts as their orders say them, to be written first by who wants to know what they pay.
    [[nodiscard]] const std::vector<orders::OrderRow>& posts() const { return posts_; }

    /// So many events between the fifth day of the quarter and its end, in their order.
    std::vector<journal::Event> live_through(const recount::Quarter& quarter, int count) {
        const Instant begins = quarter.from + std::chrono::hours(24 * 4);
        const auto step = static_cast<int>((quarter.to - begins) / std::chrono::minutes(1) / (count + 1));
        std::vector<journal::Event> events;
        for (int i = 0; i < count; ++i) {
            now_ = begins + std::chrono::minutes(i * step + below(step));
            const int chance = below(20);
            events.push_back(chance < 3   ? opening()
                             : chance < 6 ? later()
                                          : person());
        }
        return events;
    }

    static constexpr int posts_count = 40;

  private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    std::string place() {
        // Of the region's cities, most in two of them, and one that is elsewhere.
        static const char* const places[] = {"510502", "510502", "510521", "511502", "511502",
                                             "511504", "510302", "500153", "510104"};
        return places[below(9)];
    }
    std::string occupation() {
        static const char* const occupations[] = {"6-02-06-03", "6-02-06-07", "4-04-05-01", "2-02-02-01", "2-02-02-02"};
        return occupations[below(5)];
    }

    orders::OrderRow post(int number) {
        static const int sizes[] = {1, 2, 3, 5, 9, 10, 12, 30, 110};
        orders::OrderRow row;
        row.id = OrderId{base_ + 7000 + number};
        row.place = {place()};
        row.city = city_of(row.place);
        row.employer = OrganisationId{base_ + 1 + below(6)};
        row.title = "岗位";
        row.description = "重算";
        row.occupation = {occupation()};
        row.headcount = row.remaining = sizes[below(9)];
        set_pay(row);
        row.created_by = AccountId{1};
        row.created_at = row.changed_at = *parse_instant("2026-11-23T09:00:00+08:00");
        return row;
    }
    void set_pay(orders::OrderRow& row) {
        using orders::PayUnit;
        // Even amounts: their middle is a whole one.
        const auto set = [&](PayUnit unit, std::int64_t least) {
            row.pay_unit = unit;
            row.pay_min_fen = Fen{least + 2 * below(static_cast<int>(least / 5))};
            if (below(3) > 0) row.pay_max_fen = Fen{row.pay_min_fen->value + 2 * below(static_cast<int>(least / 5))};
        };
        switch (below(6)) {
            case 0: break;  // Nothing is said of it.
            case 1: set(PayUnit::piece, 50); break;
            case 2: set(PayUnit::hour, 2'000); break;
            case 3: set(PayUnit::day, 18'000); break;
            default: set(PayUnit::month, 400'000);
        }
        if (below(2) == 0) row.hours_per_day_tenths = 60 + 10 * below(3);
    }

    journal::Event event(const std::string& kind, const std::string& subject_kind, std::int64_t subject,
                         const PlaceCode& city) {
        journal::Event event;
        event.at = now_;
        event.kind = kind;
        event.city = city;
        event.subject_kind = subject_kind;
        event.subject = {subject};
        event.data = boost::json::object();
        return event;
    }
    const orders::OrderRow& some_post() { return posts_[static_cast<std::size_t>(below(posts_count))]; }

    /// As it was revised last.
    int headcount_of(const orders::OrderRow& row) { return headcounts_.try_emplace(row.id.number, row.headcount).first->second; }

    journal::Event opening() {
        const auto& row = some_post();
        auto opened = event(below(5) == 0 ? "order.resumed" : "order.opened", "order", row.id.number, row.city);
        opened.organisation = row.employer;
        opened.data = boost::json::object{{"place", row.place.text},
                                          {"occupation", row.occupation.text},
                                          {"industry", row.employer.number % 2 == 0 ? "C1512" : "I6510"},
                                          {"headcount", headcount_of(row)},
                                          {"remaining", 1 + below(row.headcount)}};
        return opened;
    }
    /// What comes after an opening, or before it.
    journal::Event later() {
        static const char* const ends[] = {"order.closed", "order.cancelled", "order.suspended",
                                           "order.running", "order.expired",  "order.returned"};
        const auto& row = some_post();
        const int chance = below(10);
        auto happened = event(chance < 6   ? "order.remaining"
                              : chance < 8 ? "order.revised"
                                           : ends[below(6)],
                              "order", row.id.number, row.city);
        happened.organisation = row.employer;
        auto& data = happened.data.as_object();
        if (happened.kind == "order.revised") data["headcount"] = headcounts_[row.id.number] = 1 + below(2 * row.headcount);
        if (happened.kind == "order.remaining" || below(3) == 0) data["remaining"] = below(2) * (1 + below(row.headcount));
        return happened;
    }
    journal::Event person() {
        const std::int64_t number = base_ + 9000 + below(260);
        const std::string home = place();
        // Who moves stays where she was registered first: that is her city in the journal for ever.
        const auto registered = registered_in_.try_emplace(number, city_of(PlaceCode{home})).first;
        auto said = event(below(3) == 0 ? "people.changed" : "people.registered", "person", number, registered->second);
        said.person = PersonId{number};
        said.data = boost::json::object{{"place", home},
                                        {"occupation", below(6) == 0 ? std::string() : occupation()},
                                        {"origin", below(3) == 0 ? "agency" : "herself"}};
        return said;
    }

    std::mt19937 random_;
    std::int64_t base_;  ///< ids of another seed are other ids
    Instant now_;
    std::vector<orders::OrderRow> posts_;
    std::map<std::int64_t, int> headcounts_;
    std::map<std::int64_t, PlaceCode> registered_in_;
};

/// Writes the events at the end of the journal.
inline void write(store::Store& store, const std::vector<journal::Event>& events) {
    store.write([&](store::Transaction& transaction) {
        for (const auto& event : events) journal::append(transaction, event);
        return true;
    });
}

}  // namespace jianghui::test
