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

}  // namespace

bool insert(store::Transaction& transaction, const SeatRow& seat) {
    return transaction.execute(sql::insert_seat, store::members(seat)) == 1;
}

void update(store::Transaction& transaction, const SeatRow& seat) {
    transaction.execute(sql::update_seat, store::members(seat));
}

bool reserve_days(store::Transaction& transaction, const SeatRow& seat) {
    const auto parts = parts_of(seat.shift);
    for (Date day = seat.starts_on; day <= seat.ends_on; day = add_days(day, 1))
        for (const int part : parts)
            if (transaction.execute(sql::reserve_part,
                                    store::arguments("city", seat.person_city, "person",
                                                     seat.person, "day", day, "part", part, "seat",
                                                     seat.id)) != 1)
                return false;
    return true;
}

void free_days(store::Transaction& transaction, SeatId seat, Date from) {
    transaction.execute(sql::free_days, store::arguments("seat", seat, "from", from));
}

bool has_time(const store::Reader& reader, const SeatRow& seat) {
    const auto parts = parts_of(seat.shift);
    const int a = parts.front();
    const int b = parts.size() > 1 ? parts[1] : a;
    const int c = parts.size() > 2 ? parts[2] : a;
    return reader.value<int>(sql::count_taken,
                             store::arguments("city", seat.person_city, "person", seat.person,
                                              "from", seat.starts_on, "to", seat.ends_on, "part_a",
                                              a, "part_b", b, "part_c", c)) == 0;
}

std::optional<SeatRow> find(const store::Reader& reader, SeatId seat) {
    return reader.one<SeatRow>(sql::find_seat, store::arguments("seat", seat));
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

}  // namespace jianghui::seats
