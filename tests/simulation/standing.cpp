// What authorities decide about the agencies of the simulated market: credentials, suspensions, exclusions,
// recognition. Restoring is likelier than ending, so that the market lives.

#include <fmt/format.h>

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

struct DefaultsNow {
    int open_defaults = 0;
};
BOOST_DESCRIBE_STRUCT(DefaultsNow, (), (open_defaults))
constexpr Statement defaults_now{"audit.defaults_now",
                                 "SELECT open_defaults FROM agency_totals WHERE agency = :agency"};

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
    if (chance(15)) return replace_barred();
    const std::size_t agency = pick_agency();
    chance(65) ? restore_standing(agency) : end_standing(agency);
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
    for (std::size_t place = 0; place < present_.size(); ++place) {
        const auto id = agencies_[present_[place]].organisation;
        const auto totals = auditor_->rows<DefaultsNow>(defaults_now, arguments("agency", id));
        if (!totals.empty() && totals.front().open_defaults > 0) open_agency(place);
    }
}

void World::end_standing(std::size_t agency) {
    const auto id = agencies_[agency].organisation;
    if (chance(20))
        return void(send("suspend_organisation",
                         {"/organisations/" + id.text() + "/suspend", official_, with_reason, ""}));
    if (chance(25))
        return void(send("exclude", {"/organisations/" + id.text() + "/exclusion", official_,
                                     fmt::format(R"({{"reason_code":"false_posts","until_on":"{}"}})",
                                                 date_text(add_days(today(), static_cast<int>(pick(4))))),
                                     ""}));
    for (const auto& entry : auditor_->rows<EntryNow>(entries_now, arguments("agency", id))) {
        if (entry.gate == "exclusion" || entry.status != "valid" || chance(40)) continue;
        const bool for_ever = chance(30);
        return void(send(for_ever ? "revoke_credential" : "suspend_credential",
                         {credential(entry, for_ever ? "revoke" : "suspend"), official_, with_reason, ""}));
    }
}

void World::restore_standing(std::size_t agency) {
    const auto id = agencies_[agency].organisation;
    const auto now = auditor_->rows<OrganisationNow>(organisation_now, arguments("agency", id));
    if (now.front().status == "suspended")
        return void(send("restore_organisation",
                         {"/organisations/" + id.text() + "/restore", official_, with_reason, ""}));
    bool has_filing = false, has_licence = false;
    for (const auto& entry : auditor_->rows<EntryNow>(entries_now, arguments("agency", id))) {
        if (entry.gate == "exclusion")
            return void(send("include", {"/organisations/" + id.text() + "/exclusion", official_, "", "",
                                         http::Method::del}));
        if (entry.status == "suspended")
            return void(send("restore_credential",
                             {credential(entry, "restore"), official_, with_reason, ""}));
        (entry.gate == "filing" ? has_filing : has_licence) = true;
    }
    if (has_filing && has_licence) return;
    send("issue_credential",
         {"/organisations/" + id.text() + "/credentials", official_,
          fmt::format(R"({{"kind":"{}","number":"S-{}","issuing_place":"{}","scope":["flex","recruit"],)"
                      R"("valid_from_on":"{}","valid_to_on":"{}"}})",
                      has_filing ? "licence" : "filing", ++keys_, agencies_[agency].place.text.substr(0, 4) + "00",
                      date_text(today()),
                      date_text(add_days(today(), 5 + static_cast<int>(pick(60))))),
          ""});
}

void World::change_recognition() {
    const auto now = auditor_->rows<RecognitionNow>(recognitions_now, {});
    if (!now.empty() && chance(40))
        return void(send("end_recognition",
                         {"/entries/" + CredentialId{now[pick(now.size())].id}.text() + "/end", official_,
                          R"({"reason":"lapsed"})", ""}));
    send("recognise",
         {"/registers/recognition/entries", official_,
          fmt::format(R"({{"place":"510000","valid_from_on":"{}","values":{{"register":"hr_service_filing",)"
                      R"("origin":"{}","counts_in":["510000"]}}}})",
                      date_text(today()), cities[pick(std::size(cities))]),
          ""});
}

}  // namespace jianghui::simulation
