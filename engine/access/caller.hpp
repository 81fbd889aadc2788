#pragma once
// Who is asking. Made by the session look-up (access.hpp), handed to every query and command; rules
// decide from it alone, so that tests can be anybody without a session.

#include <boost/describe/enum.hpp>

#include "engine/base/code.hpp"
#include "engine/base/id.hpp"

namespace jianghui::access {

/// What an account may be. One membership has one role; somebody without a session is `anonymous`.
enum class Role { anonymous, employer, agency, worker, official, inspector, administrator };
BOOST_DESCRIBE_ENUM(Role, anonymous, employer, agency, worker, official, inspector, administrator)

/// The account behind a request, with the membership that it acts under. A default Caller is
/// anonymous and has no ids.
struct Caller {
    AccountId account;
    Role role = Role::anonymous;
    /// The place that the role is bound to: an official's authority, an organisation's seat, a
    /// worker's home. Empty when there is none.
    PlaceCode place;
    OrganisationId organisation;  ///< none for workers and officials without an organisation
    PersonId person;              ///< only for workers

    [[nodiscard]] bool is(Role wanted) const { return role == wanted; }
    /// Whether somebody has signed in at all.
    [[nodiscard]] bool signed_in() const { return role != Role::anonymous; }
    /// Whether the caller is an official of that place, or of a place that contains it: 510500 acts
    /// in 510502, 510502 does not act in 510500. False for every other role.
    [[nodiscard]] bool acts_in(const PlaceCode& where) const;
    /// The same for an official or an inspector: supervision is shared by both.
    [[nodiscard]] bool supervises(const PlaceCode& where) const;

    bool operator==(const Caller&) const = default;
};

}  // namespace jianghui::access
