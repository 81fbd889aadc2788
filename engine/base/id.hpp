#pragma once
// Identifiers made without a central sequence: 42 bits of milliseconds since 2020-01-01 UTC and
// 21 bits that start at random within a millisecond and count up. They sort by time of creation.
// As text: 13 characters of Crockford base 32, lower case ("0r5k2m9x8q3va").

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jianghui {

/// The text form of an identifier's number. O(1).
[[nodiscard]] std::string id_text(std::int64_t number);
/// The number, or nothing when the text is not the canonical form of an identifier.
[[nodiscard]] std::optional<std::int64_t> id_number(std::string_view text);

/// An identifier of one kind of thing; different kinds do not mix. 0 means "none".
template <class Tag>
struct Id {
    std::int64_t number = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return number != 0; }
    [[nodiscard]] std::string text() const { return id_text(number); }
    static std::optional<Id> parse(std::string_view text) {
        const auto number = id_number(text);
        return number ? std::optional<Id>(Id{*number}) : std::nullopt;
    }
};

using AccountId = Id<struct AccountTag>;
using OrganisationId = Id<struct OrganisationTag>;
using CredentialId = Id<struct CredentialTag>;
using PersonId = Id<struct PersonTag>;
using OrderId = Id<struct OrderTag>;
using ShareId = Id<struct ShareTag>;
using SeatId = Id<struct SeatTag>;
using TimesheetId = Id<struct TimesheetTag>;
using StatementId = Id<struct StatementTag>;
using LineId = Id<struct LineTag>;
using ImportId = Id<struct ImportTag>;
using NoticeId = Id<struct NoticeTag>;
using ConsentId = Id<struct ConsentTag>;

}  // namespace jianghui

template <class Tag>
struct std::hash<jianghui::Id<Tag>> {
    std::size_t operator()(jianghui::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.number);
    }
};
