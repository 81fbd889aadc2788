#pragma once
// Making the members of the demo's world.

#include "features/demo/world.hpp"

namespace jianghui::demo {

struct NewMember {
    std::string account;
    std::string name;
    access::Role role;
    PlaceCode place = {};
    OrganisationId organisation = {};
    PersonId person = {};
    std::string organisation_name = {};
    bool signs_in = true;  ///< gets a password, shown in demo-accounts.json
    bool later = false;    ///< joined the story later: draws its password aside (World::aside)
};

/// An account; with a readable random password when it is to sign in.
access::Caller add_account(World& world, const NewMember& wanted);

/// A resident identity number of nobody: the area 519900 exists nowhere. `number` makes it unique
/// together with the date of birth.
[[nodiscard]] std::string synthetic_id_number(Date born, int number);

/// A mobile number in the block 1540…, which no operator has.
[[nodiscard]] std::string synthetic_phone(int number);

/// A unified social credit code of nobody: the area 519900 exists nowhere. `number` makes it unique.
[[nodiscard]] std::string credit_code(int number);

/// Whether the person is free from `from` to `to`.
[[nodiscard]] bool is_free(const Human& human, Date from, Date to);

}  // namespace jianghui::demo
