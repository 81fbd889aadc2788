#include "engine/app/feature.hpp"
#include "engine/store/ids.hpp"
#include "features/seats/api.hpp"
#include "features/seats/code_tries.hpp"
#include "features/seats/endpoints.hpp"
#include "features/seats/events.hpp"
#include "features/seats/inbox.hpp"
#include "features/seats/personal_data.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/teams.hpp"

namespace jianghui::seats {
namespace {

struct Holder {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (person))

/// Lets employers and agencies see the people who hold their seats.
class Holders final : public people::SeatHolders {
  public:
    [[nodiscard]] bool holds_seat_with(const store::Reader& reader, OrganisationId organisation,
                                       PersonId person) const override {
        return reader.value<int>(sql::holds_seat_with,
                                 store::arguments("organisation", organisation, "person",
                                                  person)) > 0;
    }
    [[nodiscard]] std::vector<PersonId> holders_among(const store::Reader& reader,
                                                      OrganisationId organisation,
                                                      std::span<const PersonId> people) const override {
        std::vector<PersonId> found;
        if (!reader.value<int>(sql::ever_had_seats,
                               store::arguments("organisation", organisation)))
            return found;
        store::each_fifty(people, [&](store::Arguments&& arguments) {
            arguments.emplace_back("organisation",
                                   store::Column<OrganisationId>::to(organisation));
            reader.each<Holder>(sql::holders_among, arguments,
                                [&](Holder&& holder) { found.push_back(holder.person); });
        });
        return found;
    }
};

/// A refusal of that kind is answered as such and yet keeps what its handler wrote.
app::Route keeps_refusal(app::Route route, bool (*is_kept)(const Error&)) {
    using Change = std::function<Result<http::Reply>(app::Command&)>;
    route.prepare = [prepare = std::move(route.prepare), is_kept](const app::Input& input) -> Result<Change> {
        TRY(Change change, prepare(input));
        return Change([change = std::move(change), is_kept](app::Command& command) -> Result<http::Reply> {
            auto reply = change(command);
            if (!reply && is_kept(reply.error())) return http::problem(reply.error(), "");
            return reply;
        });
    };
    return route;
}

}  // namespace

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles worker{Role::worker};
    const app::Roles employer{Role::employer};
    const app::Roles users{Role::agency, Role::employer};
    const app::Roles parties{Role::agency, Role::employer, Role::worker, Role::official,
                             Role::inspector};
    app::Feature feature;
    feature.name = "seats";
    feature.routes = {
        app::command("POST /shares/{share}/seats", agency, "seats.offer",
                     {"邀约席位", "Offer a seat"}, offer_seat),
        app::command("POST /seats/{seat}/accept", worker, "seats.accept",
                     {"收单", "Accept a seat"}, accept_seat)
            .changes(),
        app::command("POST /seats/{seat}/decline", worker, "seats.decline",
                     {"谢绝", "Decline a seat"}, decline_seat)
            .changes(),
        app::command("POST /seats/{seat}/insurance", agency, "seats.insure",
                     {"登记保险", "Record insurance"}, insure_seat)
            .changes(),
        // A wrong code counts.
        keeps_refusal(app::command("POST /seats/{seat}/start", {Role::worker, Role::employer},
                                   "seats.start", {"确认到岗", "Confirm the start"}, start_seat)
                          .changes(),
                      is_counted),
        app::command("POST /seats/{seat}/finish", users, "seats.finish",
                     {"确认结束", "Confirm the end"}, finish_seat)
            .changes(),
        app::command("POST /seats/{seat}/no-show", users, "seats.no_show",
                     {"记为未到岗", "Mark as no-show"}, mark_no_show)
            .changes(),
        app::command("POST /seats/{seat}/replace", agency, "seats.replace",
                     {"换人", "Replace by somebody else"}, replace_seat),
        app::query("GET /seats", parties, "seats.list", {"席位列表", "List seats"}, list_all),
        app::query("GET /seats/{seat}", parties, "seats.read", {"查看席位", "Show a seat"}, show),
        app::query("GET /seats/{seat}/contract", parties, "seats.contract",
                   {"查看用工确认书", "Show the terms accepted"}, show_contract),
        app::query("GET /orders/{order}/site-code", employer, "seats.site_code",
                   {"今日现场码", "Today's site code"}, show_site_code),
        app::query("GET /orders/{order}/progress", app::anybody, "seats.progress",
                   {"订单进展", "How far an order is"}, show_progress),
        app::command("POST /orders/{order}/cancel", employer, "orders.cancel",
                     {"撤销订单", "Cancel an order"}, cancel_order)
            .changes(),
        app::command("POST /shares/{share}/withdraw", {Role::official, Role::inspector},
                     "shares.withdraw", {"收回份额", "Take a share back"}, withdraw_share)
            .changes(),
    };
    feature.jobs = {{"seats.expire_offers", std::chrono::seconds(1), expire_offers},
                    {"seats.end", std::chrono::minutes(1), end_seats},
                    {"seats.no_shows", std::chrono::minutes(1), note_no_shows},
                    {"seats.defaults", std::chrono::minutes(1), default_shares}};
    feature.errors = {&share_full,           &share_not_live,    &order_incomplete,
                      &person_overlap,       &person_has_seat,   &seat_person_too_young,
                      &certificate_invalid,  &seat_consent_missing, &pay_outside_order,
                      &seat_status_conflict, &offer_expired,     &insurance_missing,
                      &insurance_dates,      &wrong_site_code, &site_code_locked, &too_early,
                      &worker_was_there,     &end_date_wrong, &too_late};
    feature.events = {&seat_offered,         &seat_accepted, &seat_declined, &seat_expired,
                      &seat_insured,         &seat_start_confirmed, &seat_on_site, &seat_code_locked, &seat_done,
                      &seat_ended_early,     &seat_no_show,  &seat_replaced, &seat_team_incomplete};
    feature.personal_data = personal_data();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide<people::SeatHolders>(std::make_shared<Holders>());
        services.get<shares::TeamSeats>().keep_standing = keep_standing;
        return Done{};
    };
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::seats
