// What opens, fills and holds a draw.

#include "engine/app/by_itself.hpp"
#include "features/draws/api.hpp"
#include "features/draws/endpoints.hpp"
#include "features/draws/events.hpp"
#include "features/draws/rules.hpp"
#include "features/draws/store.hpp"
#include "features/shares/api.hpp"

namespace jianghui::draws {
namespace {

app::Command::About about(const DrawRow& draw) {
    return {draw.city, "order", draw.order_id.number, draw.employer, {}, {}};
}

/// Of its agency alone: until the draw the employer does not know who applied.
app::Command::About about(const ApplicationRow& application) {
    return {application.city, "application", application.id.number, application.agency, {}, {}};
}

}  // namespace

Result<Done> order_opened(app::Command& command, const orders::OrderRow& order) {
    TRY(const auto window, orders::application_window(order, command.now));
    const Secret secret = new_secret(command.services, secret_place(order.id));
    DrawRow draw;
    draw.order_id = order.id;
    draw.city = order.city;
    draw.employer = order.employer;
    draw.commitment = secret.commitment;
    draw.secret_box = secret.box;
    draw.opens_at = window.opens_at;
    draw.closes_at = window.closes_at;
    draw.due_at = window.closes_at;
    insert(command.db, draw);
    command.record(draw_opened, about(draw), Opened{order.id, draw.commitment});
    return Done{};
}

Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order) {
    const auto draw = find_draw(reader, order.id);
    if (draw && draw->status == DrawStatus::open) return refuse(orders::mode_not_over);
    return Done{};
}

Result<ApplicationRow> apply(app::Command& command, const Apply& wanted) {
    TRY(const auto order, orders::find_visible(command.db, command.caller, wanted.order));
    const auto draw = find_draw(command.db, wanted.order);
    if (!draw) return refuse(orders::other_mode);
    TRY_DO(may_apply(order, *draw, wanted, command.now));
    const OrganisationId agency = command.caller.organisation;
    if (own_application(command.db, order.id, agency)) return refuse(applied_already);
    const int seats = static_cast<int>(wanted.seats.value);
    TRY_DO(shares::room_of(command.db, command.services, order, agency, seats, command.now));
    ApplicationRow row;
    row.id = command.next_id<ApplicationId>();
    row.city = order.city;
    row.order_id = order.id;
    row.employer = order.employer;
    row.agency = agency;
    row.account = command.caller.account;
    row.number = last_number(command.db, order.id) + 1;
    row.seats = seats;
    row.at_least = wanted.at_least ? static_cast<int>(wanted.at_least->value) : 1;
    row.nonce = crypto::to_hex(*crypto::from_hex(wanted.nonce.text));
    row.applied_at = command.now;
    row.changed_at = command.now;
    insert(command.db, row);
    command.record(draw_applied, about(row), Applied{row.order_id, row.number, row.seats});
    return row;
}

namespace {

/// The draw and everything that belongs to it, in one transaction.
class Holding {
  public:
    Holding(app::Command& command, DrawRow draw, crypto::Bytes secret, const orders::OrderRow& order)
        : command_(command), draw_(std::move(draw)), secret_(std::move(secret)), order_(order),
          applications_(applications_of(command.db, order.id)) {}

    Result<Done> hold() {
        draw_seed();
        ask_gate();
        in_order_ = lottery(seed_, applications_.size());
        allotted_ = allot(entrants_, in_order_, order_.remaining, order_.lot_min);
        TRY_DO(give());
        return publish();
    }

  private:
    /// Closes the list in the journal; its position there enters the seed.
    void draw_seed() {
        command_.record(draw_closed, about(draw_),
                        Closed{draw_.order_id, draw_.commitment,
                               static_cast<int>(applications_.size())});
        std::vector<crypto::Bytes> nonces;
        for (const auto& application : applications_)
            nonces.push_back(*crypto::from_hex(application.nonce));
        draw_.position = journal::last_position(command_.db);
        seed_ = seed_of(secret_, nonces, *draw_.position);
        draw_.secret = crypto::to_hex(secret_);
        draw_.seed = seed_.hex();
    }
    /// What the gate lets each take today, before anybody is served.
    void ask_gate() {
        for (auto& application : applications_) {
            const auto room = shares::room_of(command_.db, command_.services, order_,
                                              application.agency, application.seats, command_.now);
            application.room = room.value_or(0);
            if (!room) application.refusal = room.error().code;
            entrants_.push_back({application.seats, application.at_least, *application.room});
        }
    }
    /// Awards in the order of the lottery; all are written together.
    Result<Done> give() {
        shares::Awarding awarding(command_, order_);
        for (std::size_t place = 0; place < in_order_.size(); ++place) {
            ApplicationRow& application = applications_[in_order_[place]];
            const Allotment& allotment = allotted_[in_order_[place]];
            application.status = ApplicationStatus::drawn;
            application.changed_at = command_.now;
            application.place = static_cast<int>(place) + 1;
            application.given = allotment.given;
            application.outcome = allotment.outcome;
            if (allotment.given == 0) continue;
            TRY(const auto share, awarding.decide({application.agency, allotment.given,
                                                   application.account},
                                                  command_.now));
            application.share_id = share.id;
            given_ += allotment.given;
        }
        return awarding.write();
    }
    Result<Done> publish() {
        draw_.status = DrawStatus::drawn;
        draw_.seats = order_.remaining;
        draw_.lot_min = order_.lot_min;
        draw_.drawn_at = command_.now;
        if (!end(command_.db, draw_)) return refuse(application_over);
        command_.record(draw_drawn, about(draw_),
                        Drawn{draw_.order_id, *draw_.position, *draw_.seed, given_,
                              order_.remaining - given_});
        for (const auto& application : applications_) {
            if (!end(command_.db, application)) return refuse(application_over);
            command_.record(draw_result, about(application),
                            Drawing{application.order_id, application.number, *application.place,
                                    *application.given, *application.outcome});
        }
        return Done{};
    }

    app::Command& command_;
    DrawRow draw_;
    crypto::Bytes secret_;
    const orders::OrderRow& order_;
    std::vector<ApplicationRow> applications_;
    std::vector<Entrant> entrants_;
    crypto::Digest seed_;
    std::vector<std::size_t> in_order_;
    std::vector<Allotment> allotted_;
    int given_ = 0;
};

/// The order has ended before its draw.
Result<Done> make_void(app::Command& command, DrawRow draw) {
    draw.status = DrawStatus::voided;
    if (!end(command.db, draw)) return refuse(application_over);
    command.record(draw_voided, about(draw), Opened{draw.order_id, draw.commitment});
    for (auto& application : applications_of(command.db, draw.order_id)) {
        application.status = ApplicationStatus::voided;
        application.changed_at = command.now;
        if (!end(command.db, application)) return refuse(application_over);
    }
    return Done{};
}

}  // namespace

Result<bool> hold_due(app::Command& command) {
    const auto draw = due_draw(command.db, command.now);
    if (!draw) return false;
    const auto order = orders::find(command.db, draw->order_id);
    ASSERT(order.has_value());
    const auto due = orders::due_at_window_end(*order, command.now);
    const bool done = due != orders::Due::later &&
                      app::by_itself(command, clock_name, about(*draw), [&]() -> Result<Done> {
                          if (due == orders::Due::never) return make_void(command, *draw);
                          TRY(auto secret,
                              open_secret(command.services, draw->order_id, draw->secret_box));
                          TRY_DO(Holding(command, *draw, std::move(secret), *order).hold());
                          return orders::leave_to_race(command, *order);
                      });
    if (!done) look_later(command.db, draw->order_id, command.now + std::chrono::minutes(1));
    return true;
}

std::vector<app::InboxSource> inbox_sources() {
    return {app::inbox_of_left_aside("draws.not_held", clock_name,
                                     {"抽签未能进行", "A draw could not be held"}, "/desk/orders/")};
}

}  // namespace jianghui::draws
