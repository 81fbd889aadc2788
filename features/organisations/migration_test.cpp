// Credentials and exclusions of a database from before the registers.

#include <gtest/gtest.h>

#include "engine/registers/registers.hpp"
#include "engine/store/database_for_test.hpp"
#include "engine/store/old_database_for_test.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::organisations {
namespace migration_test {

constexpr std::string_view rows_of_old = R"(
INSERT INTO organisations (id, city, kind, name, name_key, credit_code, place, address, status,
    verified_at, capacity, exclusion_reason_code, exclusion_since_on, exclusion_until_on,
    registered_at, changed_at)
VALUES (7, '510500', 'agency', '甲', '甲', '91511502MA6ABCDE78', '510502', '某路', 'verified', 5, 80,
    'unpaid_wages', '2026-01-01', NULL, 1, 2),
    (8, '500118', 'agency', '乙', '乙', '91350200776049653A', '500118', '某路', 'verified', 5, NULL,
    NULL, NULL, NULL, 1, 2);
INSERT INTO credentials (id, city, organisation, kind, number, issuing_place, scope, valid_from_on,
    valid_to_on, status, status_reason, issued_by, issued_at, changed_at)
VALUES (21, '510500', 7, 'licence', 'A-1', '510502', '["recruit","search"]', '2024-01-01',
    '2028-12-31', 'suspended', '违规', 3, 10, 11),
    (22, '510500', 7, 'filing', 'A-1', '510500', '["flex"]', '2024-01-01', NULL, 'valid', NULL, NULL,
    10, 10),
    (23, '500118', 8, 'filing', 'A-1', '500118', '["flex","train"]', '2024-01-01', NULL, 'valid',
    NULL, NULL, 10, 10);
)";

TEST(OldCredentials, AreEntriesUnderTheIdsThatTheyHad) {
    const store::DatabaseForTest place;
    const auto database = place.open();
    const auto connection = database->connect(store::Database::Use::write);
    ASSERT_TRUE(store::bring_up_to_date(*connection, "20261127_1100", rows_of_old));

    const store::Reader reader(*connection);
    const auto facts = gate_facts(reader, OrganisationId{7});
    ASSERT_TRUE(facts.has_value());
    EXPECT_EQ(facts->organisation.capacity, 80);
    EXPECT_EQ(facts->organisation.exclusion,
              (Exclusion{ReasonCode::unpaid_wages, *parse_date("2026-01-01"), std::nullopt}));
    ASSERT_EQ(facts->credentials.size(), 2U);
    const auto& licence = facts->credentials[0];
    EXPECT_EQ(licence.id, CredentialId{21});
    EXPECT_EQ(licence.kind, CredentialKind::licence);
    EXPECT_EQ(licence.status, CredentialStatus::suspended);
    EXPECT_EQ(licence.number, "A-1");
    EXPECT_EQ(licence.issuing_place.text, "510502");
    EXPECT_TRUE(covers(licence, OrderKind::search));
    EXPECT_EQ(licence.valid_to_on, parse_date("2028-12-31"));
    const auto entry = registers::find(reader, registers::EntryId{21});
    EXPECT_EQ(entry->city.text, "510500");
    const auto versions = registers::history(reader, registers::EntryId{21});
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_EQ(versions[0].note, "违规");
    EXPECT_EQ(versions[0].by, AccountId{3});
    EXPECT_EQ(registers::find(reader, registers::EntryId{23})->city.text, "500118");
    // The same number of two places: the older entry is found by it.
    EXPECT_EQ(registers::find_by_number(reader, "hr_service_filing", "A-1")->id,
              registers::EntryId{22});
    EXPECT_EQ(registers::count_values(reader, "hr_service_filing", "services", std::nullopt).size(),
              2U);
    EXPECT_FALSE(gate_facts(reader, OrganisationId{8})->organisation.exclusion);
}

}  // namespace migration_test
}  // namespace jianghui::organisations
