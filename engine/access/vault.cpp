#include "engine/access/vault.hpp"

#include <algorithm>

namespace jianghui::access {
namespace {

std::string place_of(const FieldKind& kind, std::int64_t row) {
    return std::string(kind.place) + ':' + id_text(row);
}

void drop_prefix(std::string& digits, std::string_view prefix) {
    if (digits.rfind(prefix, 0) == 0) digits.erase(0, prefix.size());
}

}  // namespace

SealedField Vault::seal(const FieldKind& kind, std::int64_t row, std::string_view value) const {
    return {crypto::seal(keyring_.keys(crypto::KeyUse::field_encryption), value,
                         place_of(kind, row), *secrets_),
            index(kind, value)};
}

Result<std::string> Vault::open(const FieldKind& kind, std::int64_t row,
                                std::string_view box) const {
    return crypto::open(keyring_.keys(crypto::KeyUse::field_encryption), box, place_of(kind, row));
}

std::string Vault::index(const FieldKind& kind, std::string_view value) const {
    return crypto::blind_index(keyring_, kind.value_kind, value);
}

bool Vault::should_reseal(std::string_view box) const {
    return crypto::should_reseal(keyring_.keys(crypto::KeyUse::field_encryption), box);
}

std::optional<std::string> normal_phone(std::string_view typed) {
    std::string digits;
    for (const char c : half_width(typed)) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '+' && digits.empty()) {
            // The plus of +86 goes with its prefix below.
        } else if (c != ' ' && c != '-' && c != '(' && c != ')') {
            return std::nullopt;
        }
    }
    drop_prefix(digits, "0086");
    if (digits.size() > 11) drop_prefix(digits, "86");
    if (is_mobile_number(digits)) return digits;
    // 区号: 0 and two or three digits, then seven or eight of the line.
    const bool landline =
        digits.size() >= 10 && digits.size() <= 12 && digits.front() == '0' && digits[1] != '0';
    if (landline) return digits;
    return std::nullopt;
}

void record_sensitive_read(store::Transaction& transaction, const Act& act, const PlaceCode& city,
                           PersonId person, std::vector<std::string> fields,
                           std::string_view purpose) {
    const SensitiveReading reading{std::move(fields), std::string(purpose),
                                   std::string(codec::enum_text(act.caller.role))};
    journal::Event event;
    event.at = act.now;
    event.kind = sensitive_read.name;
    event.city = city;
    if (act.caller.account) event.actor = act.caller.account;
    if (act.caller.organisation) event.organisation = act.caller.organisation;
    event.person = person;
    event.subject_kind = "person";
    event.subject = {person.number};
    event.data = codec::parse(codec::encode(reading)).value();
    journal::append(transaction, event);
}

}  // namespace jianghui::access
