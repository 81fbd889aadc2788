#pragma once
// What a night told whom, and what the API says of it; ui/base/api_types/nightly.ts is its mirror.

#include <optional>
#include <string>
#include <vector>

#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/people/api.hpp"
#include "features/suggestions/api.hpp"

namespace jianghui::nightly {

/// A row of `nightly_runs`.
struct RunRow {
    Date night_on{};
    Instant begun_at;
    std::optional<Instant> ended_at;
    std::int64_t position = 0;
    std::int64_t ranked_ms = 0;
    std::int64_t orders = 0;
    std::int64_t people = 0;
    std::int64_t pairs = 0;
    std::int64_t reached = 0;  ///< everybody up to this person was looked at
    std::int64_t told = 0;
    std::int64_t told_orders = 0;
};
BOOST_DESCRIBE_STRUCT(RunRow, (),
                      (night_on, begun_at, ended_at, position, ranked_ms, orders, people, pairs, reached, told,
                       told_orders))

/// A row of `nightly_told`.
struct ToldRow {
    PlaceCode city;
    PersonId person;
    OrderId order_id;
    Date night_on{};
    int number = 0;
    int score = 0;
    Instant told_at;
};
BOOST_DESCRIBE_STRUCT(ToldRow, (), (city, person, order_id, night_on, number, score, told_at))

/// A row of `nightly_cities`.
struct CityRow {
    PlaceCode city;
    Date night_on{};
    std::int64_t told = 0;
    std::int64_t told_orders = 0;
};
BOOST_DESCRIBE_STRUCT(CityRow, (), (city, night_on, told, told_orders))

/// Of the event nightly.told.
struct ToldChange {
    Date night_on{};
    int orders = 0;
};
BOOST_DESCRIBE_STRUCT(ToldChange, (), (night_on, orders))

/// An order that somebody was told of, with why it suits her as things are now.
struct DailyOrder {
    orders::OrderView order;
    Date night_on{};
    Instant told_at;
    bool open = false;  ///< there are still seats to be had
    bool fits = false;  ///< and she still meets every condition
    int score = 0;      ///< now; of that night when it cannot be said any more
    std::vector<suggestions::PartView> parts;
    std::vector<suggestions::FailedView> failed;
};
BOOST_DESCRIBE_STRUCT(DailyOrder, (), (order, night_on, told_at, open, fits, score, parts, failed))

/// GET people/{person}/daily-orders
struct DailyOrders {
    bool wanted = true;     ///< she has not turned it off
    bool consented = true;  ///< she is in the public pool, without which nobody is told anything
    std::optional<Instant> looked_at;  ///< when the last night that is over ended
    std::vector<DailyOrder> today;     ///< the best first
    std::vector<DailyOrder> earlier;   ///< the latest first
};
BOOST_DESCRIBE_STRUCT(DailyOrders, (), (wanted, consented, looked_at, today, earlier))

struct FindDailyOrders {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindDailyOrders, (), (person))

/// PUT people/{person}/daily-orders
struct ChooseDailyOrders {
    PersonId person;
    bool wanted = true;
};
BOOST_DESCRIBE_STRUCT(ChooseDailyOrders, (), (person, wanted))

struct Choice {
    bool wanted = true;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (wanted))

/// How many of a home city were told of how many orders.
struct CityView {
    PlaceCode city;
    std::int64_t told = 0;
    std::int64_t told_orders = 0;
};
BOOST_DESCRIBE_STRUCT(CityView, (), (city, told, told_orders))

/// One night: what was ranked, how long it took, how many were told.
struct RunView {
    Date night_on{};
    Instant begun_at;
    std::optional<Instant> ended_at;
    std::int64_t position = 0;
    std::int64_t ranked_ms = 0;
    std::int64_t orders = 0;
    std::int64_t people = 0;
    std::int64_t pairs = 0;
    std::int64_t told = 0;
    std::int64_t told_orders = 0;
    std::vector<CityView> cities;  ///< those within the caller's place
};
BOOST_DESCRIBE_STRUCT(RunView, (),
                      (night_on, begun_at, ended_at, position, ranked_ms, orders, people, pairs, told, told_orders,
                       cities))

/// GET nightly-runs
struct ListRuns {
    std::optional<Integer<1, 60>> limit;  ///< nights; 14 when not said
};
BOOST_DESCRIBE_STRUCT(ListRuns, (), (limit))

struct Runs {
    int hour = 0;                        ///< from when on, o'clock
    int orders_per_person = 0;           ///< told of one night, at most
    int people_per_order = 0;            ///< the best of them are looked at
    std::vector<RunView> items;          ///< the latest first
};
BOOST_DESCRIBE_STRUCT(Runs, (), (hour, orders_per_person, people_per_order, items))

}  // namespace jianghui::nightly
