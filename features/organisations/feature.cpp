#include "engine/app/feature.hpp"
#include "engine/app/slow_change.hpp"
#include "features/organisations/endpoints.hpp"
#include "features/organisations/errors.hpp"
#include "features/organisations/events.hpp"
#include "features/organisations/inbox.hpp"

namespace jianghui::organisations {

app::Feature feature() {
    using app::Role;
    const app::Roles members{Role::employer, Role::agency};
    const app::Roles official{Role::official};
    const app::Roles supervisor{Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "organisations";
    feature.routes = {
        app::query("GET /organisations", app::anybody, "organisations.list",
                   {"机构列表", "List organisations"}, list_all),
        app::query("GET /organisations/{organisation}", app::anybody, "organisations.read",
                   {"查看机构", "Show an organisation"}, show),
        app::command("PATCH /organisations/{organisation}", members, "organisations.change",
                     {"修改本机构信息", "Change one's own organisation"}, change),
        app::command("POST /organisations/{organisation}/verify", official, "organisations.verify",
                     {"核验机构", "Verify an organisation"}, approve)
            .changes(),
        app::command("POST /organisations/{organisation}/refuse", official, "organisations.refuse",
                     {"不予通过", "Refuse an organisation"}, refuse_registration)
            .changes(),
        app::command("POST /organisations/{organisation}/suspend", official,
                     "organisations.suspend", {"暂停机构", "Suspend an organisation"}, suspend)
            .changes(),
        app::command("POST /organisations/{organisation}/restore", official,
                     "organisations.restore", {"恢复机构", "Restore an organisation"}, restore)
            .changes(),
        app::command("POST /organisations/{organisation}/exclusion", supervisor,
                     "organisations.exclude",
                     {"提议排除机构", "Propose to exclude an organisation from the market"}, exclude)
            .changes(),
        app::command("POST /organisations/{organisation}/exclusion/approve", supervisor,
                     "organisations.decide_exclusion",
                     {"审批排除或解除排除", "Approve a colleague's proposal to exclude or to lift"}, approve_exclusion)
            .changes(),
        app::command("POST /organisations/{organisation}/exclusion/decline", supervisor,
                     "organisations.decline_exclusion", {"退回排除或解除的提议", "Decline a proposal to exclude or to lift"},
                     decline_exclusion)
            .changes(),
        app::command("DELETE /organisations/{organisation}/exclusion", supervisor,
                     "organisations.exclude", {"提议解除排除", "Propose to lift an exclusion"},
                     end_exclusion),
        app::secret_change("POST /organisations/{organisation}/reveal", supervisor,
                           "organisations.reveal",
                           {"查看联系电话", "Read an organisation's contact phone"}, 200,
                           reveal_contact),
        app::command("POST /organisations/{organisation}/credentials", official,
                     "credentials.issue", {"登记证照", "Issue a credential"}, issue),
        app::command("POST /credentials/{credential}/suspend", official, "credentials.suspend",
                     {"暂停证照", "Suspend a credential"}, suspend_credential)
            .changes(),
        app::command("POST /credentials/{credential}/restore", official, "credentials.restore",
                     {"恢复证照", "Restore a credential"}, restore_credential)
            .changes(),
        app::command("POST /credentials/{credential}/revoke", official, "credentials.revoke",
                     {"提议吊销证照", "Propose to revoke a credential"}, revoke_credential)
            .changes(),
    };
    feature.errors = {&credit_code_malformed, &credit_code_check_failed,
                      &credit_code_taken,     &contact_phone_malformed,
                      &place_too_wide,        &authority_not_open,
                      &organisation_status,   &organisation_not_active,
                      &verified_fields_fixed, &capacity_of_agencies,
                      &reason_missing,        &exclusion_period,
                      &not_excluded, &exclusion_elsewhere, &credential_scope_empty,
                      &credential_period,     &credential_number_taken,
                      &credential_status,     &credential_of_agencies,
                      &contact_missing};
    // Those of credentials stand in journals from before the registers; entry.* took their place.
    feature.events = {
        &organisation_registered, &organisation_changed,         &organisation_verified,
        &organisation_refused,    &organisation_suspended,       &organisation_restored,
        &organisation_excluded,   &organisation_exclusion_ended, &organisation_contact_revealed,
        &credential_issued,       &credential_suspended,         &credential_restored,
        &credential_revoked};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::organisations
