#include "features/seats/inbox.hpp"

#include "features/orders/api.hpp"
#include "features/people/api.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {
namespace {

/// What of a seat the inbox shows.
struct WaitingSeat {
    SeatId id;
    OrderId order_id;
    PersonId person;
    SeatStatus status = SeatStatus::offered;
    Date starts_on;
    Instant offered_at;
    Instant expires_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(WaitingSeat, (),
                      (id, order_id, person, status, starts_on, offered_at, expires_at, changed_at))

std::string order_title(const app::Query& query, const WaitingSeat& seat) {
    const auto order = orders::find(query.db, seat.order_id);
    return order ? order->title : "";
}

std::string person_name(const app::Query& query, const WaitingSeat& seat) {
    const auto person =
        people::find_reference(query.db, query.services, query.caller, seat.person);
    return person ? person->name : "";
}

Instant end_of(Date day) { return start_of(add_days(day, 1)); }

std::vector<app::Waiting> for_worker(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto rows = query.db.all<WaitingSeat>(
        sql::waiting_for_worker, store::arguments("person", query.caller.person, "today",
                                                  date_of(query.now), "limit", limit));
    for (const auto& seat : rows) {
        const std::string title = order_title(query, seat);
        const std::string link = "/pocket/jobs/" + seat.id.text();
        if (seat.status == SeatStatus::offered) {
            waiting.push_back({"seat.answer",
                               {"回复工作邀约：" + title, "Answer the offer: " + title}, "seat",
                               seat.id.number, seat.expires_at, seat.offered_at, link});
        } else {
            waiting.push_back({"seat.check_in", {"到岗签到：" + title, "Check in: " + title}, "seat",
                               seat.id.number, end_of(seat.starts_on), start_of(seat.starts_on),
                               link + "/check-in"});
        }
    }
    return waiting;
}

std::vector<app::Waiting> for_agency(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto rows = query.db.all<WaitingSeat>(
        sql::waiting_for_insurance,
        store::arguments("agency", query.caller.organisation, "limit", limit));
    for (const auto& seat : rows) {
        const std::string who = person_name(query, seat);
        const std::string title = order_title(query, seat);
        waiting.push_back({"seat.insure",
                           {"登记保险：" + who + "，" + title,
                            "Record insurance: " + who + ", " + title},
                           "seat", seat.id.number, start_of(seat.starts_on), seat.changed_at,
                           "/desk/orders/" + seat.order_id.text()});
    }
    return waiting;
}

std::vector<app::Waiting> for_employer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto rows = query.db.all<WaitingSeat>(
        sql::waiting_for_employer,
        store::arguments("employer", query.caller.organisation, "limit", limit));
    for (const auto& seat : rows) {
        const std::string who = person_name(query, seat);
        const std::string title = order_title(query, seat);
        waiting.push_back({"seat.confirm_start",
                           {"确认到岗：" + who + "，" + title,
                            "Confirm the start: " + who + ", " + title},
                           "seat", seat.id.number, end_of(seat.starts_on), seat.changed_at,
                           "/desk/orders/" + seat.order_id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"seats.worker", {Role::worker}, for_worker},
            {"seats.agency", {Role::agency}, for_agency},
            {"seats.employer", {Role::employer}, for_employer}};
}

}  // namespace jianghui::seats
