#include "engine/app/feature.hpp"
#include "features/shares/api.hpp"
#include "features/shares/cancelled.hpp"
#include "features/shares/defaults.hpp"
#include "features/shares/endpoints.hpp"
#include "features/shares/errors.hpp"
#include "features/shares/events.hpp"
#include "features/shares/inbox.hpp"
#include "features/shares/refusals.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/standing.hpp"
#include "features/shares/without_room.hpp"

namespace jianghui::shares {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles parties{Role::agency, Role::employer, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "shares";
    feature.routes = {
        app::with_refusal(
            app::with_sets(app::command_set("POST /orders/{order}/shares", agency, "shares.grab",
                                            {"抢单", "Grab a share"}, order_of, grab_shares),
                           open_grabs),
            certainly_refused)
            .needs_key(),
        app::command("POST /shares/{share}/release", agency, "shares.release",
                     {"退回席位", "Give seats back"}, release)
            .changes(),
        app::query("GET /orders/{order}/gate", agency, "shares.gate",
                   {"能否抢单", "May my agency grab?"}, show_gate),
        app::query("GET /shares", parties, "shares.list", {"份额列表", "List shares"}, list_all),
        app::query("GET /shares/{share}", parties, "shares.read", {"查看份额", "Show a share"},
                   show),
        app::query("GET /share-defaults", parties, "shares.defaults",
                   {"份额违约列表", "List defaults of shares"}, list_defaults),
        app::query("GET /shares/{share}/default", parties, "shares.defaults",
                   {"查看份额违约", "Show a share's default"}, show_default),
        app::command("POST /shares/{share}/default/close", {Role::employer, Role::official},
                     "shares.close_default", {"了结份额违约", "Close a share's default"},
                     close_default)
            .changes(),
    };
    feature.jobs = {{"shares.end_holds", std::chrono::seconds(1), end_holds},
                    {"shares.tell_standing", std::chrono::milliseconds(400), tell_standing},
                    {"shares.end_refills", std::chrono::seconds(1), end_refills},
                    {"shares.lapse_defaults", std::chrono::minutes(1), lapse_defaults},
                    {"shares.tell_refusals", std::chrono::seconds(10), tell_refusals}};
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<GrabFacts>());
        services.provide(std::make_shared<WithoutRoom>());
        services.provide(std::make_shared<Refusals>());
        services.provide(std::make_shared<TierRule>());
        services.provide(std::make_shared<TeamSeats>());
        services.provide(std::make_shared<AtCancellation>());
        return Done{};
    };
    feature.errors = {&organisation_unverified, &organisation_excluded, &licence_missing,
                      &licence_expired,         &licence_scope,         &capacity_exceeded,
                      &open_default,            &share_status_conflict, &nothing_to_release,
                      &tier_not_open,           &credential_not_recognised,
                      &default_not_open,        &default_ground,        &default_reason_wanted};
    feature.events = {&share_grabbed,    &share_refused,
                      &share_shrunk,     &share_released,  &share_staffing,
                      &share_delivering, &share_settled, &share_withdrawn, &share_defaulted,
                      &share_agency_barred, &share_agency_cleared, &share_team_stands,
                      &share_default_closed};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::shares
