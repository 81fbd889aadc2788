#include "engine/access/vault.hpp"

#include "engine/access/database_test.hpp"

namespace jianghui::access {
namespace {

using VaultTest = World;

constexpr FieldKind person_phone{"people.phone", "phone"};
constexpr FieldKind contact_phone{"organisations.contact_phone", "phone"};
constexpr FieldKind person_number{"people.id_number", "id_number"};

TEST_F(VaultTest, opens_a_field_in_its_own_row_only) {
    const auto sealed = vault.seal(person_phone, 7, "13812341234");
    EXPECT_EQ(vault.open(person_phone, 7, sealed.box).value(), "13812341234");
    EXPECT_EQ(vault.open(person_phone, 8, sealed.box).error().code, "sealed_box_broken");
    EXPECT_EQ(vault.open(person_number, 7, sealed.box).error().code, "sealed_box_broken");
    EXPECT_EQ(vault.open(contact_phone, 7, sealed.box).error().code, "sealed_box_broken");
    EXPECT_EQ(vault.open(person_phone, 7, "").error().code, "sealed_box_broken");
    EXPECT_FALSE(vault.should_reseal(sealed.box));
}

TEST_F(VaultTest, finds_equal_values_of_one_sort) {
    const auto index = vault.seal(person_phone, 7, "13812341234").index;
    EXPECT_EQ(vault.index(person_phone, "13812341234"), index);
    EXPECT_EQ(vault.index(contact_phone, "13812341234"), index);
    EXPECT_NE(vault.index(person_number, "13812341234"), index);
    EXPECT_NE(vault.index(person_phone, "13812341235"), index);
}

TEST(Phone, is_kept_in_one_form) {
    for (const auto* typed :
         {"13812341234", " 138 1234 1234 ", "138-1234-1234", "+86 13812341234", "8613812341234",
          "008613812341234", "１３８１２３４１２３４", "+86-138-1234-1234"})
        EXPECT_EQ(normal_phone(typed).value_or("none"), "13812341234") << typed;
    EXPECT_EQ(normal_phone("0830-1234567"), "08301234567");
    EXPECT_EQ(normal_phone("(023) 12345678"), "02312345678");
}

TEST(Phone, refuses_what_is_none) {
    for (const auto* typed : {"", "1381234123", "138123412345", "12812341234", "phone", "110",
                              "138+12341234", "0012345678", "1381234123x", "+", "0123"})
        EXPECT_FALSE(normal_phone(typed)) << typed;
}

TEST_F(VaultTest, reading_is_an_event_of_the_person_without_the_value) {
    const Act reader{{AccountId{3}, Role::agency, {"510500"}, OrganisationId{4}, {}}, clock.now()};
    database.write([&](store::Transaction& transaction) {
        record_sensitive_read(transaction, reader, {"511500"}, PersonId{9}, {"phone", "id_number"},
                              "offer_contact");
        return true;
    });
    const auto events = database.read([](store::Reader& db) { return journal::of_subject(db, 9); });
    ASSERT_EQ(events.size(), 1U);
    const auto& event = events[0];
    EXPECT_EQ(event.kind, "person.sensitive_read");
    EXPECT_EQ(event.at, clock.now());
    EXPECT_EQ(event.actor, AccountId{3});
    EXPECT_EQ(event.organisation, OrganisationId{4});
    EXPECT_EQ(event.person, PersonId{9});
    EXPECT_EQ(event.city, PlaceCode{"511500"});
    EXPECT_EQ(
        boost::json::serialize(event.data),
        R"({"fields":["phone","id_number"],"purpose":"offer_contact","reader_role":"agency"})");
}

}  // namespace
}  // namespace jianghui::access
