// Credit as cases make and mend it: repair by class (信用修复管理办法, 国家发展改革委令第36号), how long a breach is
// published by class, and that nobody is on the red list and on a list of breaches at once.

#include <gtest/gtest.h>

#include "features/cases/endpoints.hpp"
#include "features/cases/walker_for_test.hpp"
#include "features/codes/api.hpp"

namespace jianghui::cases {
namespace credit_test {

using access::Role;
using registers::Entry;
using registers::EntryReason;
using registers::EntryStatus;

struct Credit : testing::Test {
    test::WorkingMarket market;
    access::Caller firm = market.employer("510502");
    access::Caller inspector = market.caller(Role::inspector, {}, "510502");
    access::Caller colleague = market.caller(Role::inspector, {}, "510502");
    access::Caller official = market.caller(Role::official, {}, "510500");
    access::Caller chief = market.caller(Role::official, {}, "510500");
    int keys = 0;

    Credit() { go_to("2026-06-01"); }

    void go_to(const std::string& day) { market.go_to(day + "T10:00:00+08:00"); }

    Entry issue(const std::string& name, const std::string& place, OrganisationId about,
                codec::json::object values) {
        const auto id = market.act<registers::EntryId>(
            official, [&](app::Command& command) -> Result<registers::EntryId> {
                TRY(const auto definition,
                    command.services.get<registers::Catalogue>().current(name));
                registers::NewEntry wanted;
                wanted.place = {place};
                wanted.organisation = about;
                wanted.valid_from_on = date_of(command.now);
                wanted.values = std::move(values);
                TRY(const auto entry, registers::issue(command, *definition, wanted));
                return entry.id;
            });
        return entry(id);
    }
    Entry entry(registers::EntryId id) {
        return market.store().read([&](const store::Reader& reader) { return *registers::find(reader, id); });
    }
    Entry violation(const std::string& of_class, const std::string& decided_on, OrganisationId about) {
        return issue("major_violation", "510502", about,
                     {{"kind", kind()}, {"facts", "拖欠工资"}, {"handling", "责令支付"}, {"decision_number", "决1号"},
                      {"decided_on", decided_on}, {"legal_representative", "王五"}, {"credit_class", of_class}});
    }
    Entry red_entry(OrganisationId about) {
        return issue("red_list", "510500", about, {{"ground", "grade_a"}, {"document", "认定1号"}});
    }
    std::string kind() {
        return market.app().services().get<codes::Tables>().tables().at("major_violation_kinds")[0].code;
    }
    EntryReason last_reason(registers::EntryId id) {
        return market.store().read(
            [&](const store::Reader& reader) { return registers::history(reader, id).back().reason; });
    }

    test::TestApp::Answer open(const std::string& procedure, const access::Caller& by,
                               const codec::json::object& values) {
        codec::json::object body;
        body["procedure"] = procedure;
        body["values"] = values;
        return market.post("/cases", by, codec::json::serialize(body), "credit" + std::to_string(++keys));
    }
    test::TestApp::Answer take(const std::string& id, const char* step, const access::Caller& by,
                               const std::string& body = "{}") {
        return market.post("/cases/" + id + "/steps/" + step, by, body);
    }
    std::string paper() { return market.post("/case-files?name=a.pdf", firm, "%PDF-1.7 x").text("id"); }
    /// A request for repair that has been verified.
    std::string repair(const std::string& number) {
        const auto opened = open("credit_repair", firm,
                                 {{"number", number}, {"corrected_on", "2026-05-01"}, {"proof", paper()},
                                  {"promise", paper()}});
        EXPECT_EQ(opened.status, 201) << opened.bytes;
        const auto verified = take(opened.text("id"), "verify", inspector,
                                   R"({"values":{"duties_fulfilled":true,"found":"已支付"}})");
        EXPECT_EQ(verified.text("state"), "verified") << verified.bytes;
        return opened.text("id");
    }
};

TEST_F(Credit, IsRepairedWhenTheLeastTimeOfTheClassHasPassed) {
    struct Case {
        const char* of_class;
        const char* too_early;  ///< "" when there is no least time
        const char* on;
    };
    for (const Case& one : {Case{"minor", "", "2026-06-01"}, Case{"ordinary", "2026-08-31", "2026-09-01"},
                            Case{"serious", "2027-05-31", "2027-06-01"}}) {
        SCOPED_TRACE(one.of_class);
        go_to("2026-06-01");
        const auto published = violation(one.of_class, "2026-06-01", firm.organisation);
        const auto id = repair(published.number);
        if (*one.too_early != '\0') {
            go_to(one.too_early);
            const auto early = take(id, "grant", colleague);
            EXPECT_EQ(early.text("code"), "step_too_early") << early.bytes;
            EXPECT_NE(early.bytes.find(one.on), std::string::npos) << "it says from when: " << early.bytes;
            EXPECT_EQ(entry(published.id).status, EntryStatus::valid);
        }
        go_to(one.on);
        const auto granted = take(id, "grant", colleague);
        EXPECT_EQ(granted.text("state"), "granted") << granted.bytes;
        EXPECT_EQ(entry(published.id).status, EntryStatus::ended);
        EXPECT_EQ(last_reason(published.id), EntryReason::repaired);
    }
}

TEST_F(Credit, NobodyHasAnothersBreachRepaired) {
    const auto other = market.employer("510502");
    const auto published = violation("minor", "2026-05-01", other.organisation);
    const auto id = repair(published.number);
    EXPECT_EQ(take(id, "grant", colleague).text("code"), "entry_not_in_force");
    EXPECT_EQ(entry(published.id).status, EntryStatus::valid);
}

TEST_F(Credit, ABreachIsPublishedForTheLongestTimeOfItsClass) {
    for (const auto& [of_class, last] : std::map<std::string, std::string>{
             {"minor", "2026-08-09"}, {"ordinary", "2027-05-09"}, {"serious", "2029-05-09"}}) {
        SCOPED_TRACE(of_class);
        go_to("2026-06-01");
        const auto opened = open("major_violation_publication", inspector,
                                 {{"employer", firm.organisation.text()}, {"kind", kind()}, {"facts", "拖欠"},
                                  {"handling", "责令支付"}, {"decision_number", "决2号"}, {"decided_on", "2026-05-10"},
                                  {"legal_representative", "王五"}, {"credit_class", of_class}});
        ASSERT_EQ(opened.status, 201) << opened.bytes;
        const auto id = opened.text("id");
        ASSERT_EQ(take(id, "notify", inspector, R"({"values":{"no_secrets":true}})").text("state"), "notified");
        go_to("2026-06-09");  // Five working days are over.
        EXPECT_TRUE(ring_clocks(market.app().services()));
        const auto published = take(id, "publish", colleague);
        ASSERT_EQ(published.text("state"), "published") << published.bytes;
        const auto about = market.store().read([&](const store::Reader& reader) {
            return registers::about(reader, firm.organisation, "major_violation").back();
        });
        EXPECT_EQ(date_text(*about.valid_to_on), last);
        go_to(last);
        const auto expire = [&] {
            market.act<bool>(access::Caller{}, [](app::Command& command) { return registers::expire_due(command, 100); });
        };
        expire();
        EXPECT_EQ(entry(about.id).status, EntryStatus::valid);
        market.clock().advance(std::chrono::hours(24));
        expire();
        EXPECT_EQ(entry(about.id).status, EntryStatus::expired) << "it ends by itself";
    }
}

/// Walks to the state before the step, puts the party on the red list, takes the step: her entry has ended.
void expect_to_end_red(Credit& credit, const std::string& name, const std::string& last) {
    const auto procedure = credit.market.app().services().get<procedures::Catalogue>().current(name).value();
    auto path = paths_of(*procedure).at(procedure->step(last)->from[0].text);
    Run run(credit.market, *procedure, path, {last});
    ASSERT_EQ(run.go(path.size()), "");
    const auto party = *run.row().party_organisation;
    const auto red = credit.red_entry(party);
    const auto beside = credit.red_entry(credit.firm.organisation);
    ASSERT_EQ(run.take(*procedure->step(last)), "");
    EXPECT_EQ(credit.entry(red.id).status, EntryStatus::ended);
    EXPECT_EQ(credit.last_reason(red.id), EntryReason::violation);
    EXPECT_EQ(credit.entry(beside.id).status, EntryStatus::valid) << "somebody else's stays";
    const auto events = credit.market.store().read(
        [&](const store::Reader& reader) { return journal::of_subject(reader, red.id.number); });
    EXPECT_EQ(events.back().kind, "entry.ended");
}

TEST_F(Credit, AListingForArrearsEndsTheRedEntry) { expect_to_end_red(*this, "wage_arrears_listing", "list"); }

TEST_F(Credit, APublishedViolationEndsTheRedEntry) {
    expect_to_end_red(*this, "major_violation_publication", "publish");
}

TEST_F(Credit, WhoIsOnAListOfBreachesDoesNotComeOntoTheRedList) {
    const auto opened = open("red_list", firm, {{"ground", "grade_a"}, {"document", "认定2号"}});
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    const auto id = opened.text("id");
    ASSERT_EQ(take(id, "check", official, R"({"values":{"no_case":true,"no_list":true}})").text("state"), "publicity");
    go_to("2026-06-09");
    EXPECT_TRUE(ring_clocks(market.app().services()));
    const auto published = violation("minor", "2026-06-01", firm.organisation);
    EXPECT_EQ(take(id, "list", chief).text("code"), "entry_stands_against");
    market.act<EntryStatus>(official, [&](app::Command& command) -> Result<EntryStatus> {
        TRY(const auto ended, registers::take(command, published.id,
                                              {registers::EntryStep::end, EntryReason::repaired}));
        return ended.status;
    });
    const auto listed = take(id, "list", chief);
    EXPECT_EQ(listed.text("state"), "listed") << listed.bytes;
}

}  // namespace credit_test
}  // namespace jianghui::cases
