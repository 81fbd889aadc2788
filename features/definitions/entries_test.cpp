// Entries of registers: what the acts write, refuse and free, on a real database.

#include <gtest/gtest.h>

#include <fstream>

#include "engine/access/vault.hpp"
#include "features/definitions/api.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::definitions {
namespace entries_test {

using namespace registers;

constexpr std::string_view permit = R"(id = "permit"
version = 1
title = { zh = "许可", en = "Permit" }
subject = "organisation"
counts = "recognised"
standard = "2026"
gate = "filing"
number = "({place})字[{year}]{serial:3}"
published = true
statistics = ["services"]
[[basis]]
text = "测试"
mark = "P"
[issuer]
levels = ["city", "county"]
[validity]
months = 12
[[fields]]
id = "services"
title = { zh = "服务", en = "Services" }
type = "codes"
table = "order_kinds"
audience = "everybody"
[[fields]]
id = "seal"
title = { zh = "印章编号", en = "Seal" }
type = "text"
unique = true
[[fields]]
id = "phone"
title = { zh = "电话", en = "Phone" }
type = "phone"
sealed = true
unique = true
required = false
)";

Register read(std::string_view text, const CodeBook& codes) {
    const auto id = std::string(text.substr(6, text.find('"', 6) - 6));
    return read_definition<Register>(text, id + ".toml", [&](const Register& definition) {
               return faults_of(definition, codes);
           })
        .value();
}

struct Entries : testing::Test {
    Entries() {
        bench.services.provide(std::make_shared<access::Vault>(
            bench.services.get<crypto::Keyring>(), crypto::system_secrets()));
        add(permit);
    }
    void add(std::string_view text) {
        auto definition = read(text, bench.services.get<CodeBook>());
        versions[definition.id.text][definition.version.value] =
            std::make_shared<const Register>(definition);
        bench.catalogue->replace(versions);
    }
    NewEntry wanted(const std::string& seal, const std::string& place = "510500") {
        NewEntry entry;
        entry.place = {place};
        entry.organisation = OrganisationId{77};
        entry.valid_from_on = *parse_date("2026-11-01");
        entry.values = {{"services", codec::json::array{"recruit", "search"}}, {"seal", seal}};
        return entry;
    }
    Result<Entry> issue_one(const NewEntry& entry, const std::string& id = "permit") {
        return bench.run(office, [&](app::Command& command) {
            return issue(command, **bench.catalogue->current(id), entry);
        });
    }
    Result<Entry> step(EntryId id, EntryStep what) {
        return bench.run(office, [&](app::Command& command) {
            return take(command, id, {what, EntryReason::violation, "违规", {}});
        });
    }
    Result<Entry> change_one(EntryId id, codec::json::object values) {
        return bench.run(office, [&](app::Command& command) {
            return change(command, **bench.catalogue->current("permit"), id, {std::move(values), {}});
        });
    }
    template <class F>
    auto ask(F&& f) {
        return bench.ask(office, [&](app::Query& query) { return f(query.db); });
    }
    std::string code_of(const Result<Entry>& result) {
        return result ? "done" : result.error().code;
    }

    test::FeatureBench bench;
    app::Caller office = test::caller(app::Role::official, "510500");
    Definitions<Register>::Versions versions;
};

TEST_F(Entries, AreNumberedDatedAndFound) {
    const auto first = issue_one(wanted("A"));
    ASSERT_TRUE(first.has_value()) << first.error().code << first.error().path;
    EXPECT_EQ(first->number, "(510500)字[2026]001");
    EXPECT_EQ(first->city.text, "510500");
    EXPECT_EQ(date_text(*first->valid_to_on), "2027-10-31");
    EXPECT_EQ(issue_one(wanted("B"))->number, "(510500)字[2026]002");
    EXPECT_EQ(issue_one(wanted("C", "510502"))->number, "(510502)字[2026]001");
    const auto found = ask([&](const auto& db) { return find(db, first->id); });
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(codec::encode(*found), codec::encode(*first));
    EXPECT_EQ(ask([](const auto& db) {
                  return find_by_number(db, "permit", "(510500)字[2026]002");
              })->values.at("seal"), "B");
    EXPECT_EQ(ask([](const auto& db) { return about(db, OrganisationId{77}); }).size(), 3U);
    EXPECT_EQ(ask([](const auto& db) { return at_gate(db, OrganisationId{77}); }).size(), 3U);
    EXPECT_EQ(ask([](const auto& db) { return about(db, OrganisationId{77}, "other"); }).size(), 0U);
    EXPECT_EQ(bench.event_kinds(), (std::vector<std::string>(3, "entry.issued")));
}

TEST_F(Entries, RefuseWhatTheDefinitionForbids) {
    EXPECT_EQ(code_of(issue_one(wanted("A", "510000"))), "issuer_level");
    EXPECT_EQ(code_of(issue_one(wanted("A", "519999"))), "unknown_code");
    auto entry = wanted("A");
    entry.organisation.reset();
    EXPECT_EQ(code_of(issue_one(entry)), "entry_subject");
    entry = wanted("A");
    entry.valid_to_on = parse_date("2026-10-31");
    EXPECT_EQ(code_of(issue_one(entry)), "entry_period");
    entry = wanted("A");
    entry.values["services"] = codec::json::array{"nothing"};
    const auto refused = issue_one(entry);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().path, "/values/services/0");
    EXPECT_TRUE(bench.event_kinds().empty());
}

TEST_F(Entries, ARefusedOneLeavesNothingEvenWhereTheCallerGoesOn) {
    ASSERT_TRUE(issue_one(wanted("A")));
    auto refused = wanted("A");
    refused.number = String<1, 80>{"甲-7"};
    const auto made = bench.run(office, [&](app::Command& command) {
        EXPECT_FALSE(issue(command, **bench.catalogue->current("permit"), refused));
        refused.values["seal"] = "B";
        return issue(command, **bench.catalogue->current("permit"), refused);
    });
    ASSERT_TRUE(made.has_value()) << made.error().code;
    EXPECT_EQ(made->number, "甲-7");
    EXPECT_EQ(issue_one(wanted("C"))->number, "(510500)字[2026]002");
}

TEST_F(Entries, KeepNumbersForEverAndFreeUniqueValuesAtTheEnd) {
    auto entry = wanted("A");
    entry.number = String<1, 80>{"甲-1"};
    const auto first = issue_one(entry);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(code_of(issue_one(entry)), "entry_number_taken");
    EXPECT_EQ(code_of(issue_one(wanted("A"))), "entry_value_taken");
    EXPECT_EQ(step(first->id, EntryStep::suspend)->status, EntryStatus::suspended);
    EXPECT_EQ(code_of(issue_one(wanted("A"))), "entry_value_taken");
    EXPECT_EQ(step(first->id, EntryStep::revoke)->status, EntryStatus::revoked);
    EXPECT_EQ(code_of(step(first->id, EntryStep::restore)), "entry_status");
    EXPECT_TRUE(issue_one(wanted("A")).has_value());
    entry.values["seal"] = "B";
    EXPECT_EQ(code_of(issue_one(entry)), "entry_number_taken");
}

TEST_F(Entries, ChangesAreVersionsWithWhoAndWhy) {
    const auto first = issue_one(wanted("A"));
    const auto other = issue_one(wanted("B"));
    EXPECT_EQ(code_of(change_one(first->id, {{"services", codec::json::array{"flex"}},
                                             {"seal", "B"}})), "entry_value_taken");
    const auto changed = change_one(first->id, {{"services", codec::json::array{"flex"}},
                                                {"seal", "C"}});
    ASSERT_TRUE(changed.has_value()) << changed.error().code;
    EXPECT_EQ(changed->version, 2);
    ASSERT_TRUE(step(first->id, EntryStep::suspend).has_value());
    const auto versions_kept = ask([&](const auto& db) { return history(db, first->id); });
    ASSERT_EQ(versions_kept.size(), 3U);
    EXPECT_EQ(versions_kept[0].values.at("seal"), "A");
    EXPECT_EQ(versions_kept[1].values.at("seal"), "C");
    EXPECT_EQ(versions_kept[2].reason, EntryReason::violation);
    EXPECT_EQ(versions_kept[2].note, "违规");
    EXPECT_EQ(versions_kept[2].by, office.account);
    EXPECT_TRUE(issue_one(wanted("A")).has_value()) << "the value before is free";
    const auto counted = ask([](const auto& db) {
        return count_values(db, "permit", "services", PlaceCode{"510000"});
    });
    ASSERT_EQ(counted.size(), 3U);
    EXPECT_EQ(counted[0].value, "flex");
    EXPECT_EQ(counted[0].status, EntryStatus::suspended);
    EXPECT_EQ(counted[1].value, "recruit");
    EXPECT_EQ(counted[1].entries, 2);
    ASSERT_TRUE(step(other->id, EntryStep::end).has_value());
    EXPECT_EQ(code_of(change_one(other->id, {})), "entry_status");
}

TEST_F(Entries, SealedValuesAreMaskedUniqueAndOpenedOnTheRecord) {
    auto entry = wanted("A");
    entry.values["phone"] = "138 1234 5678";
    const auto first = issue_one(entry);
    ASSERT_TRUE(first.has_value()) << first.error().code;
    EXPECT_EQ(first->values.at("phone"), "138****5678");
    entry = wanted("B");
    entry.values["phone"] = "13812345678";
    EXPECT_EQ(code_of(issue_one(entry)), "entry_value_taken");
    // Shown masked and handed back as it was shown: it stays.
    ASSERT_TRUE(change_one(first->id, {{"services", codec::json::array{"flex"}}, {"seal", "A"},
                                       {"phone", "138****5678"}}).has_value());
    const auto open = bench.run(office, [&](app::Command& command) {
        return open_sealed(command, first->id, "phone", "inspection");
    });
    ASSERT_TRUE(open.has_value()) << open.error().code;
    EXPECT_EQ(*open, "13812345678");
    EXPECT_EQ(bench.event_kinds().back(), "entry.sealed_read");
    for (const auto& event : bench.events())
        EXPECT_EQ(codec::json::serialize(event.data).find("1381"), std::string::npos);
}

TEST_F(Entries, ExpireAfterTheirLastDay) {
    const auto first = issue_one(wanted("A"));
    const auto run = [&] {
        return *bench.run(office, [](app::Command& command) { return expire_due(command, 10); });
    };
    EXPECT_FALSE(run());
    bench.now = *parse_instant("2027-10-31T23:59:00+08:00");
    run();
    EXPECT_EQ(ask([&](const auto& db) { return find(db, first->id); })->status, EntryStatus::valid);
    bench.now = *parse_instant("2027-11-01T00:00:00+08:00");
    run();
    EXPECT_EQ(ask([&](const auto& db) { return find(db, first->id); })->status,
              EntryStatus::expired);
    EXPECT_EQ(bench.event_kinds().back(), "entry.expired");
}

TEST_F(Entries, ARecognitionLetsThemCountElsewhereAndASuspensionStopsThemEverywhere) {
    std::ifstream file(SOURCE_FOLDER "/registers/recognition.toml");
    add(std::string(std::istreambuf_iterator<char>(file), {}));
    const Date day = *parse_date("2026-11-24");
    const auto first = issue_one(wanted("A", "500118"));
    ASSERT_TRUE(first.has_value()) << first.error().code;
    const auto counts = [&](const std::string& place) {
        return ask([&](const auto& db) {
            return counts_now(db, *find(db, first->id), {place}, day);
        });
    };
    EXPECT_TRUE(counts("500118"));
    EXPECT_FALSE(counts("510502"));
    NewEntry recognition;
    recognition.place = {"510500"};
    recognition.valid_from_on = day;
    recognition.values = {{"register", "permit"}, {"origin", "500118"},
                          {"counts_in", codec::json::array{"510500"}}, {"standard", "2026"}};
    const auto recognised = issue_one(recognition, "recognition");
    ASSERT_TRUE(recognised.has_value()) << recognised.error().code << recognised.error().path;
    EXPECT_TRUE(counts("510502"));
    EXPECT_FALSE(counts("510302"));
    ASSERT_TRUE(step(first->id, EntryStep::suspend).has_value());
    EXPECT_FALSE(counts("510502"));
    EXPECT_FALSE(counts("500118"));
    ASSERT_TRUE(step(first->id, EntryStep::restore).has_value());
    EXPECT_TRUE(counts("510502"));
    ASSERT_TRUE(step(recognised->id, EntryStep::end).has_value());
    EXPECT_FALSE(counts("510502"));
    recognition.values["register"] = "permits";
    EXPECT_EQ(code_of(issue_one(recognition, "recognition")), "unknown_code");
}

TEST_F(Entries, AreListedByPageAndFoundByText) {
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(issue_one(wanted("S" + std::to_string(i))));
    EntryFilter filter;
    filter.register_id = "permit";
    filter.limit = 3;
    const auto page = ask([&](const auto& db) { return list(db, filter); });
    ASSERT_EQ(page.size(), 3U);
    filter.cursor = page.back().id;
    EXPECT_EQ(ask([&](const auto& db) { return list(db, filter); }).size(), 2U);
    filter = {};
    filter.q = "[2026]004";
    const auto found = ask([&](const auto& db) { return list(db, filter); });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().values.at("seal"), "S3");
    filter = {};
    filter.place = PlaceCode{"510300"};
    EXPECT_TRUE(ask([&](const auto& db) { return list(db, filter); }).empty());
}

}  // namespace entries_test
}  // namespace jianghui::definitions
