#include "features/seats/store.hpp"

#include "features/seats/api.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/rules.hpp"

namespace jianghui::seats {
namespace {

struct BusyDay {
    Date day;
};
BOOST_DESCRIBE_STRUCT(BusyDay, (), (day))
struct BusyDayOf {
    PlaceCode city;
    PersonId person;
    Date day;
};
BOOST_DESCRIBE_STRUCT(BusyDayOf, (), (city, person, day))
struct OrderOfSeat {
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(OrderOfSeat, (), (order_id))
constexpr std::size_t busy_days_most = 400;  // as in the query of one person

}  // namespace

bool insert(store::Transaction& transaction, const SeatRow& seat) {
    return transaction.execute(sql::insert_seat, store::members(seat)) == 1;
}

void update(store::Transaction& transaction, const SeatRow& seat) {
    transaction.execute(sql::update_seat, store::members(seat));
}

namespace {

PersonTime time_of(const SeatRow& seat) {
    return {seat.person_city, seat.person, seat.starts_on, seat.ends_on, seat.shift};
}

/// Reserves every part of every day; false when one is taken.
bool reserve(store::Transaction& transaction, std::string_view holder, std::int64_t id,
             const PersonTime& time) {
    const auto parts = parts_of(time.shift);
    for (Date day = time.from_on; day <= time.to_on; day = add_days(day, 1))
        for (const int part : parts)
            if (transaction.execute(sql::reserve_part,
                                    store::arguments("city", time.city, "person", time.person,
                                                     "day", day, "part", part, "id", id, "holder",
                                                     holder)) != 1)
                return false;
    return true;
}

void free_from(store::Transaction& transaction, std::string_view holder, std::int64_t id,
               Date from) {
    transaction.execute(sql::free_days,
                        store::arguments("id", id, "holder", holder, "from", from));
}

}  // namespace

bool reserve_days(store::Transaction& transaction, const SeatRow& seat) {
    return reserve(transaction, "seat", seat.id.number, time_of(seat));
}

void free_days(store::Transaction& transaction, SeatId seat, Date from) {
    free_from(transaction, "seat", seat.number, from);
}

bool reserve_loan(store::Transaction& transaction, std::int64_t loan, const PersonTime& time) {
    return reserve(transaction, "loan", loan, time);
}

void free_loan(store::Transaction& transaction, std::int64_t loan, Date from) {
    free_from(transaction, "loan", loan, from);
}

bool has_time(const store::Reader& reader, const PersonTime& time) {
    const auto parts = parts_of(time.shift);
    const int a = parts.front();
    const int b = parts.size() > 1 ? parts[1] : a;
    const int c = parts.size() > 2 ? parts[2] : a;
    return reader.value<int>(sql::count_taken,
                             store::arguments("city", time.city, "person", time.person, "from",
                                              time.from_on, "to", time.to_on, "part_a", a,
                                              "part_b", b, "part_c", c)) == 0;
}

bool has_time(const store::Reader& reader, const SeatRow& seat) {
    return has_time(reader, time_of(seat));
}

std::optional<SeatRow> find(const store::Reader& reader, SeatId seat) {
    return reader.one<SeatRow>(sql::find_seat, store::arguments("seat", seat));
}

std::vector<OrderId> orders_offered(const store::Reader& reader, PersonId person) {
    std::vector<OrderId> orders;
    for (const auto& [order] : reader.all<OrderOfSeat>(sql::orders_of_person, store::arguments("person", person)))
        orders.push_back(order);
    return orders;
}

std::vector<SeatRow> live_of_share(const store::Reader& reader, ShareId share) {
    return reader.all<SeatRow>(sql::live_seats_of_share, store::arguments("share", share));
}

std::vector<SeatRow> list(const store::Reader& reader, const ListSeats& filter,
                          const ListScope& scope, int limit) {
    return reader.all<SeatRow>(
        sql::list_seats,
        store::members_and(scope, "cursor", filter.cursor, "order", filter.order, "share",
                           filter.share, "person", filter.person, "status", filter.status, "limit",
                           limit));
}

std::vector<Date> busy_days(const store::Reader& reader, const PlaceCode& city, PersonId person,
                            Date from) {
    std::vector<Date> days;
    for (const auto& row : reader.all<BusyDay>(
             sql::busy_days, store::arguments("city", city, "person", person, "from", from)))
        days.push_back(row.day);
    return days;
}

std::unordered_map<std::int64_t, std::vector<Date>> all_busy_days(const store::Reader& reader, Date from) {
    std::unordered_map<std::int64_t, std::vector<Date>> days;
    reader.each<BusyDayOf>(sql::all_busy_days, store::arguments("from", from), [&](BusyDayOf&& row) {
        auto& of_person = days[row.person.number];
        if (of_person.size() < busy_days_most) of_person.push_back(row.day);
    });
    return days;
}

}  // namespace jianghui::seats
