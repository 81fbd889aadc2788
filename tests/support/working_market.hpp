#pragma once
// An order that is being worked: an employer in Cuiping (511502), an agency in Jiangyang (510502),
// workers on site since 2026-12-01. For the tests of what comes after the start: hours, pay,
// rating.

#include <stdexcept>

#include <fmt/format.h>

#include "features/seats/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::test {

class WorkingMarket : public TestApp {
  public:
    access::Caller boss = employer("511502");
    access::Caller broker = agency("510502");
    access::Caller official = caller(access::Role::official, {}, "511502");

    /// A worker with a seat, and who she is when she calls.
    struct Worker {
        SeatId seat;
        access::Caller caller;
    };

    /// Grabs `count` seats of a new order whose terms are extended by `more` (JSON members).
    ShareId grabbed(int count, const std::string& more = "") {
        const auto order = open_order(boss, count, more);
        const auto share = post("/orders/" + order + "/shares", broker,
                                fmt::format(R"({{"seats":{}}})", count), "grab" + order);
        if (share.status != 201) throw std::runtime_error("set-up: grab " + share.text("code"));
        return *ShareId::parse(share.text("id"));
    }

    /// A seat that somebody new was offered for `pay`, accepted and insured.
    Worker accepted(ShareId share, Fen pay = {20000}) {
        const PersonId person = new_person();
        const SeatId seat = act<SeatId>(broker, [&](app::Command& command) -> Result<SeatId> {
            TRY(auto row, seats::offer(command, *shares::find(command.db, share), person, pay));
            TRY(row, seats::accept(command, row));
            seats::Insurance insurance{{"P-1"}, row.starts_on, row.ends_on};
            TRY(row, seats::insure(command, row, insurance));
            return row.id;
        });
        return {seat, caller(access::Role::worker, {}, "510502", person)};
    }

    /// Both sides confirm the start, now.
    void start(const Worker& worker) {
        act<Done>(boss, [&](app::Command& command) -> Result<Done> {
            TRY(auto seat, seats::confirm_start(command, *seats::find(command.db, worker.seat),
                                                seats::Side::worker));
            TRY_DO(seats::confirm_start(command, seat, seats::Side::employer));
            return Done{};
        });
    }

    /// Ends the seat today.
    void finish(const Worker& worker) {
        act<Done>(boss, [&](app::Command& command) -> Result<Done> {
            TRY_DO(seats::finish(command, *seats::find(command.db, worker.seat),
                                 date_of(command.now), seats::EndReason::completed));
            return Done{};
        });
    }

    void go_to(const std::string& instant) { clock().set(*parse_instant(instant)); }

    /// Runs a set-up step in the lane as that caller.
    template <class T, class F>
    T act(const access::Caller& who, F&& step) {
        std::optional<Result<T>> result;
        store().write([&](store::Transaction& transaction) {
            app::Command command(transaction, who, clock().now(), app().services(),
                                 app().services().template get<IdSource>());
            result.emplace(step(command));
            return result->has_value();
        });
        if (!result) throw std::runtime_error("set-up: the lane did not run");
        if (!*result) throw std::runtime_error("set-up refused: " + result->error().code);
        return std::move(**result);
    }

  private:
    PersonId new_person() {
        return act<PersonId>(broker, [&](app::Command& command) {
            people::NewPerson wanted;
            wanted.name.text = "张三丰";
            wanted.id_number = id_number(++people_);
            wanted.place = {"510502"};
            wanted.agency = broker.organisation;
            return people::register_person(command, wanted);
        });
    }

    /// A valid number of nobody living (GB 11643).
    static std::string id_number(int sequence) {
        std::string number = fmt::format("51050219900101{:03}", sequence);
        return number + identity_check_character(number);
    }

    int people_ = 0;
};

}  // namespace jianghui::test
