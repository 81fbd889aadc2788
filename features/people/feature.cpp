#include "engine/app/feature.hpp"
#include "engine/app/reference_data.hpp"
#include "engine/app/slow_change.hpp"
#include "features/people/consent_texts.hpp"
#include "features/people/endpoints.hpp"
#include "features/people/errors.hpp"
#include "features/people/events.hpp"
#include "features/people/personal_data.hpp"
#include "features/people/traits.hpp"

namespace jianghui::people {
namespace {

Result<Done> start(app::Services& services) {
    services.provide<quarter_reports::TraitsOfPeople>(traits_of_people(services));
    if (services.has<ConsentTexts>()) return Done{};
    TRY(auto texts, ConsentTexts::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<ConsentTexts>(std::move(texts)));
    return Done{};
}

}  // namespace

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles herself{Role::worker};
    const app::Roles readers{Role::agency, Role::employer, Role::worker, Role::official,
                             Role::inspector};
    app::Feature feature;
    feature.name = "people";
    feature.personal_data = personal_data();
    feature.start = start;
    feature.routes = {
        app::query("GET /people", {Role::agency, Role::official, Role::inspector}, "people.list",
                   {"求职者列表", "List people"}, list_all),
        app::query("GET /people/{person}", readers, "people.read", {"查看个人", "Show a person"},
                   show),
        app::command("POST /people", agency, "people.add", {"登记求职者", "Add a candidate"}, add),
        app::command("PATCH /people/{person}", {Role::worker, Role::agency}, "people.change",
                     {"修改求职信息", "Change a profile"}, change),
        app::command("POST /people/{person}/verify", {Role::official}, "people.verify",
                     {"核验身份", "Verify a person's identity"}, approve)
            .changes(),
        app::command("POST /people/{person}/consents", herself, "people.consent",
                     {"同意或撤回同意", "Give or withdraw consent"}, consent),
        app::query("GET /people/{person}/consents", herself, "people.consents",
                   {"我的同意记录", "My consents"}, consents),
        app::query("GET /people/{person}/consent-questions", herself, "people.consents",
                   {"我的授权选择", "What I am asked to agree to"}, questions),
        app::secret_change("POST /people/{person}/reveal", readers, "people.reveal",
                           {"查看电话和证件号（留痕）", "Read phone and identity number (recorded)"},
                           200, reveal),
        app::query("GET /people/{person}/reads", herself, "people.reads",
                   {"谁看过我的信息", "Who read my data"}, reads),
        app::query("GET /personal-data-reads", {Role::audit_administrator}, "people.audit_reads",
                   {"个人信息查阅记录", "Readings of personal data"}, audit_reads),
        app::query("GET /people/{person}/candidacies", herself, "people.candidacies",
                   {"登记了我的机构", "Agencies that have me as a candidate"}, candidacies),
        app::command("DELETE /people/{person}/candidacies/{organisation}",
                     {Role::worker, Role::agency}, "people.end_candidacy",
                     {"解除求职登记", "End a candidacy"}, end),
    };
    feature.errors = {&id_number_malformed,     &person_too_young,
                      &identity_mismatch,       &person_has_account,
                      &phone_malformed,         &home_too_wide,
                      &pay_unit_missing,        &named_twice,
                      &person_restricted,       &consent_missing,
                      &contact_consent_missing, &purpose_not_open,      &reading_without_basis,
                      &kept_by_herself,         &person_verified_already};
    feature.events = {&person_registered,     &person_changed,  &person_verified,
                      &person_account_linked, &person_revealed, &consent_given,     &consent_refused,
                      &consent_withdrawn,     &candidacy_added, &candidacy_ended};
    return feature;
}

}  // namespace jianghui::people
