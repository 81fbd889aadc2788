#pragma once
// Who is asking. Made by the session look-up (access.hpp), handed to every query and command; rules
// decide from it alone, so that tests can be anybody without a session.

#include <optional>
#include <utility>

#include <boost/describe/enum.hpp>

#include "engine/base/code.hpp"
#include "engine/base/id.hpp"

namespace jianghui::access {

/// What an account may be. One membership has one role; somebody without a session is `anonymous`,
/// and `half_signed_in` who has given a password and not yet the second factor that is due: both
/// are no account's role. The administrators' duties are kept apart (三权分立): the system one
/// keeps the technical side and hands out first passwords, the security one opens accounts and
/// second factors, the audit one reads what all have done and changes nothing.
enum class Role {
    anonymous,
    half_signed_in,
    employer,
    agency,
    worker,
    official,
    inspector,
    system_administrator,
    security_administrator,
    audit_administrator
};
BOOST_DESCRIBE_ENUM(Role, anonymous, half_signed_in, employer, agency, worker, official, inspector,
                    system_administrator, security_administrator, audit_administrator)

/// One of the three administrators.
[[nodiscard]] constexpr bool is_administrator(Role role) {
    return role == Role::system_administrator || role == Role::security_administrator ||
           role == Role::audit_administrator;
}
/// Who acts for an authority or the platform: these sign in with a second factor.
[[nodiscard]] constexpr bool is_office(Role role) {
    return role == Role::official || role == Role::inspector || is_administrator(role);
}

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
    /// Whether somebody has signed in, the second factor included where it is due.
    [[nodiscard]] bool signed_in() const {
        return role != Role::anonymous && role != Role::half_signed_in;
    }
    /// Whether the caller is an official or an inspector, of whatever place.
    [[nodiscard]] bool in_office() const {
        return role == Role::official || role == Role::inspector;
    }
    /// Whether the caller is an official of that place, or of a place that contains it: 510500 acts
    /// in 510502, 510502 does not act in 510500. False for every other role.
    [[nodiscard]] bool acts_in(const PlaceCode& where) const;
    /// The same for an official or an inspector: supervision is shared by both.
    [[nodiscard]] bool supervises(const PlaceCode& where) const;
    /// The first and last code that an official or inspector supervises, for ranges in SQL; nothing for
    /// every other role.
    [[nodiscard]] std::pair<std::optional<PlaceCode>, std::optional<PlaceCode>> seen_range() const;

    bool operator==(const Caller&) const = default;
};

}  // namespace jianghui::access
