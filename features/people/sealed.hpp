#pragma once
// The sensitive values of a person: encrypted for keeping, indexed for finding.

#include <optional>
#include <string>
#include <string_view>

#include "engine/app/services.hpp"
#include "engine/base/base.hpp"

namespace jianghui::people {

/// What kind of value a box holds; it is bound to this, to the table and to the person.
enum class Sensitive { id_number, phone };

/// Encrypts a value of this person.
[[nodiscard]] std::string sealed(const app::Services& services, Sensitive kind, PersonId person,
                                 std::string_view value);
/// Reads it. Fails as crypto::open does.
[[nodiscard]] Result<std::string> opened(const app::Services& services, Sensitive kind,
                                         PersonId person, std::string_view box);
/// By what an identity number is found: HMAC-SM3 of the normalised number.
[[nodiscard]] std::string id_number_index(const app::Services& services,
                                          std::string_view id_number);

}  // namespace jianghui::people
