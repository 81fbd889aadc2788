// What authorities decide about the agencies of the simulated market: credentials, suspensions, exclusions,
// recognition. Restoring is likelier than ending, so that the market lives.

#include <algorithm>

#include <fmt/format.h>

#include "engine/registers/registers.hpp"
#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace {

using store::Statement;
using store::arguments;

struct EntryNow {
    std::int64_t id = 0;
    std::string gate;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(EntryNow, (), (id, gate, status))
constexpr Statement entries_now{
    "audit.entries_now",
    "SELECT id, gate, status FROM entries WHERE organisation = :agency AND gate IN ('filing', 'licence', "
    "'exclusion') AND status IN ('valid', 'suspended') ORDER BY id"};

struct OrganisationNow {
    std::string status;
};
BOOST_DESCRIBE_STRUCT(OrganisationNow, (), (status))
constexpr Statement organisation_now{"audit.organisation_now",
                                     "SELECT status FROM organisations WHERE id = :agency"};

struct DefaultNow {
    std::int64_t share = 0;
    std::int64_t employer = 0;
    std::int64_t agency = 0;
};
BOOST_DESCRIBE_STRUCT(DefaultNow, (), (share, employer, agency))
constexpr Statement defaults_now{
    "audit.defaults_now",
    "SELECT share_id AS share, employer, agency FROM share_defaults WHERE closed_at IS NULL ORDER BY share_id"};

struct RecognitionNow {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(RecognitionNow, (), (id))
constexpr Statement recognitions_now{
    "audit.recognitions_now",
    "SELECT id FROM entries WHERE register_id = 'recognition' AND status = 'valid' ORDER BY id"};

constexpr const char* cities[] = {"511500", "510500", "511000", "510300"};
constexpr auto with_reason = R"({"reason_code":"other","reason":"模拟"})";

std::string credential(const EntryNow& entry, const char* act) {
    return "/credentials/" + CredentialId{entry.id}.text() + "/" + act;
}

}  // namespace

void World::change_standing() {
    constexpr auto looked_at_every = std::chrono::hours(24 * 150);
    if (first().clock().now() - verified_at_ > looked_at_every) return verify_everybody();
    if (chance(15)) return change_recognition();
    if (chance(30)) return close_default();
    if (chance(5)) return replace_barred();
    const std::size_t agency = pick_agency();
    chance(75) ? restore_standing(agency) : end_standing(agency);
}

void World::verify_everybody() {
    verified_at_ = first().clock().now();
    auto everybody = employers_;
    for (const auto agency : present_) everybody.push_back(agencies_[agency]);
    for (const auto& one : everybody)
        send("verify", {"/organisations/" + one.organisation.text() + "/verify", official_, "{}", ""});
}

void World::replace_barred() {
    plan_->next = Fault::none;
    last_act_ = "an agency comes into the market";
    const auto now = auditor_->rows<DefaultNow>(defaults_now, {});
    for (std::size_t place = 0; place < present_.size(); ++place) {
        const auto id = agencies_[present_[place]].organisation.number;
        if (std::any_of(now.begin(), now.end(), [&](const auto& one) { return one.agency == id; }))
            open_agency(place);
    }
}

void World::close_default() {
    const auto now = auditor_->rows<DefaultNow>(defaults_now, {});
    if (now.empty()) return;
    const auto& one = now[pick(now.size())];
    const std::string path = "/shares/" + ShareId{one.share}.text() + "/default/close";
    const auto party = [](const std::vector<access::Caller>& all, std::int64_t id) {
        return *std::find_if(all.begin(), all.end(),
                             [&](const access::Caller& each) { return each.organisation.number == id; });
    };
    if (chance(20)) {
        const auto own = send("close_own_default",
                              {path, party(agencies_, one.agency), R"({"ground":"made_good"})", ""});
        if (own && own->status < 300) note_broken("an agency closed its own default: " + path);
    }
    if (chance(40))
        return void(send("excuse_default",
                         {path, official_, R"({"ground":"excused","reason":"模拟"})", ""}));
    send("close_default", {path, party(employers_, one.employer),
                           chance(50) ? R"({"ground":"made_good"})" : R"({"ground":"settled"})", ""});
}

void World::end_standing(std::size_t agency) {
    const auto id = agencies_[agency].organisation;
    if (chance(20))
        return void(send("suspend_organisation",
                         {"/organisations/" + id.text() + "/suspend", official_, with_reason, ""}));
    if (chance(25)) {
        const std::string path = "/organisations/" + id.text() + "/exclusion";
        send("propose_exclusion", {path, official_,
                                   fmt::format(R"({{"reason_code":"false_posts","until_on":"{}"}})",
                                               date_text(add_days(today(), static_cast<int>(pick(4))))),
                                   ""});
        return void(send("exclude", {path + "/approve", second_official_, "{}", ""}));
    }
    for (const auto& entry : auditor_->rows<EntryNow>(entries_now, arguments("agency", id))) {
        if (entry.gate == "exclusion" || entry.status != "valid" || chance(40)) continue;
        if (chance(70))
            return void(send("suspend_credential",
                             {credential(entry, "suspend"), official_, with_reason, ""}));
        send("propose_revoking", {credential(entry, "revoke"), official_, with_reason, ""});
        return void(send("revoke_credential", {"/entries/" + CredentialId{entry.id}.text() + "/proposal/approve",
                                               second_official_, "{}", ""}));
    }
}

void World::restore_standing(std::size_t agency) {
    const auto id = agencies_[agency].organisation;
    const auto now = auditor_->rows<OrganisationNow>(organisation_now, arguments("agency", id));
    if (now.front().status == "suspended")
        send("restore_organisation",
             {"/organisations/" + id.text() + "/restore", official_, with_reason, ""});
    bool has_filing = false, has_licence = false;
    for (const auto& entry : auditor_->rows<EntryNow>(entries_now, arguments("agency", id))) {
        if (entry.gate == "exclusion") {
            const std::string path = "/organisations/" + id.text() + "/exclusion";
            send("propose_lifting", {path, official_, "", "", http::Method::del});
            send("include", {path + "/approve", second_official_, "{}", ""});
            continue;
        }
        (entry.gate == "filing" ? has_filing : has_licence) = true;
        if (entry.status == "suspended")
            send("restore_credential", {credential(entry, "restore"), official_, with_reason, ""});
    }
    if (!has_filing) issue_credential(agency, "filing");
    if (!has_licence) issue_credential(agency, "licence");
}

void World::issue_credential(std::size_t agency, const char* kind) {
    const auto& holder = agencies_[agency];
    send("issue_credential",
         {"/organisations/" + holder.organisation.text() + "/credentials", official_,
          fmt::format(R"({{"kind":"{}","number":"S-{}","issuing_place":"{}","scope":["flex","recruit"],)"
                      R"("valid_from_on":"{}","valid_to_on":"{}"}})",
                      kind, ++keys_, holder.place.text.substr(0, 4) + "00", date_text(today()),
                      date_text(add_days(today(), 5 + static_cast<int>(pick(60))))),
          ""});
}

void World::change_recognition() {
    const auto now = auditor_->rows<RecognitionNow>(recognitions_now, {});
    if (!now.empty() && chance(30))
        return void(send("end_recognition",
                         {"/entries/" + CredentialId{now[pick(now.size())].id}.text() + "/end", official_,
                          R"({"reason":"lapsed"})", ""}));
    plan_->next = Fault::none;
    for (const char* city : cities) recognise(city);
}

void World::recognise(const char* city) {
    last_act_ = fmt::format("filings of {} are recognised", city);
    // Entries of this register come from a procedure: here is what its decision does.
    first().store().write([&](store::Transaction& transaction) {
        app::Command command(transaction, official_, first().clock().now(), first().app().services(),
                             first().app().services().get<IdSource>());
        for (const auto& one : registers::recognitions_of(transaction, "hr_service_filing", today()))
            if (one.origin.text == city) return false;
        registers::NewEntry wanted;
        wanted.place = {"510000"};
        wanted.valid_from_on = today();
        wanted.values = {{"register", "hr_service_filing"},
                         {"origin", city},
                         {"counts_in", codec::json::array{"510000"}}};
        const auto definition =
            command.services.get<registers::Catalogue>().current(registers::recognition_register);
        const bool made = definition && registers::issue(command, **definition, wanted);
        if (made) ++succeeded_["recognise"];
        return made;
    });
}

}  // namespace jianghui::simulation
