#include "features/organisations/rules.hpp"

#include <algorithm>

#include "features/organisations/api.hpp"

namespace jianghui::organisations {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string without_white_space(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return text;
}

/// 0830-2345678, 02887654321, 400-800-1234, each with an optional extension after a hyphen.
bool is_landline(std::string_view phone) {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < phone.size(); ++i) {
        if (is_digit(phone[i])) {
            ++digits;
        } else if (phone[i] != '-' || i == 0 || i + 1 == phone.size() || phone[i - 1] == '-') {
            return false;
        }
    }
    const bool has_prefix =
        phone.starts_with("0") || phone.starts_with("400") || phone.starts_with("800");
    return has_prefix && digits >= 10 && digits <= 17;
}

bool is_before(Date a, Date b) {
    return std::chrono::sys_days(a) < std::chrono::sys_days(b);
}

}  // namespace

std::string name_key(std::string_view name) {
    std::string key = without_white_space(half_width(name));
    std::transform(key.begin(), key.end(), key.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return key;
}

CreditCode normalised_credit_code(std::string_view typed) {
    return {upper_case(without_white_space(half_width(typed)))};
}

Result<CreditCode> accept_credit_code(std::string_view typed, bool has_reason) {
    CreditCode code = normalised_credit_code(typed);
    if (!has_form(code)) return refuse(error(credit_code_malformed).at("/credit_code"));
    if (!credit_code_checks(code.text) && !has_reason)
        return refuse(error(credit_code_check_failed).at("/credit_code"));
    return code;
}

Result<std::string> accept_contact_phone(std::string_view typed) {
    std::string phone = without_white_space(half_width(typed));
    if (!is_mobile_number(phone) && !is_landline(phone))
        return refuse(error(contact_phone_malformed).at("/contact_phone"));
    return phone;
}

std::string masked_phone(std::string_view phone) {
    constexpr std::size_t head = 3;
    constexpr std::size_t tail = 4;
    if (phone.size() < head + tail + 3) return std::string(phone.size(), '*');
    return std::string(phone.substr(0, head)) + std::string(phone.size() - head - tail, '*') +
           std::string(phone.substr(phone.size() - tail));
}

Result<Accepted> accept(const NewOrganisation& wanted, const access::Caller& caller) {
    if (wanted.kind == OrganisationKind::authority && !caller.is(access::Role::security_administrator))
        return refuse(error(authority_not_open).at("/kind"));
    if (wanted.kind != OrganisationKind::authority && wanted.place.text.ends_with("0000"))
        return refuse(error(place_too_wide).at("/place"));
    if (!has_form(wanted.place)) return refuse(error(unknown_code).at("/place"));
    if (wanted.capacity && wanted.kind != OrganisationKind::agency)
        return refuse(error(capacity_of_agencies).at("/capacity"));
    if (wanted.capacity && *wanted.capacity < 0) return refuse(error(out_of_range).at("/capacity"));
    Accepted accepted;
    TRY(accepted.credit_code,
        accept_credit_code(wanted.credit_code, wanted.credit_code_override_reason.has_value()));
    if (wanted.contact_phone) {
        TRY(accepted.phone, accept_contact_phone(*wanted.contact_phone));
    }
    accepted.key = name_key(wanted.name.text);
    accepted.city = city_of(wanted.place);
    return accepted;
}

Result<OrganisationStatus> status_after(OrganisationStatus from, Step step) {
    using S = OrganisationStatus;
    switch (step) {
        case Step::verify:
            if (from != S::suspended) return S::verified;
            break;
        case Step::refuse:
            if (from == S::registered) return S::refused;
            break;
        case Step::suspend:
            if (from == S::verified) return S::suspended;
            break;
        case Step::restore:
            if (from == S::suspended) return S::verified;
            break;
    }
    return refuse(error(organisation_status).with("status", std::string(codec::enum_text(from))));
}

Result<Done> check_reason(ReasonCode code, const std::optional<Sentence>& sentence) {
    if (code == ReasonCode::other && !sentence) return refuse(error(reason_missing).at("/reason"));
    return Done{};
}

Result<Done> check_credential(const NewCredential& wanted, OrganisationKind holder) {
    if (holder == OrganisationKind::employer || holder == OrganisationKind::authority)
        return refuse(credential_of_agencies);
    List<OrderKind, 9> kinds = wanted.scope;
    std::sort(kinds.begin(), kinds.end());
    if (kinds.empty() || std::adjacent_find(kinds.begin(), kinds.end()) != kinds.end())
        return refuse(error(credential_scope_empty).at("/scope"));
    if (wanted.valid_to_on && is_before(*wanted.valid_to_on, wanted.valid_from_on))
        return refuse(error(credential_period).at("/valid_to_on"));
    return Done{};
}

Result<Done> check_exclusion(const Exclusion& exclusion) {
    if (exclusion.until_on && is_before(*exclusion.until_on, exclusion.since_on))
        return refuse(error(exclusion_period).at("/until_on"));
    return Done{};
}

bool is_current(const Exclusion& exclusion, Date day) {
    return !exclusion.until_on || !is_before(*exclusion.until_on, day);
}

View view_of(const access::Caller& caller, const Organisation& organisation) {
    if (caller.organisation && caller.organisation == organisation.id) return View::own;
    if (caller.supervises(organisation.place) ||
        caller.is(access::Role::security_administrator) ||
        caller.is(access::Role::audit_administrator))
        return View::supervision;
    return View::open;
}

bool is_shown(View view, OrganisationStatus status) {
    return view != View::open || status == OrganisationStatus::verified ||
           status == OrganisationStatus::suspended;
}

bool is_sole_trader(const CreditCode& code) {
    return code.text.starts_with("92");
}

PlaceRange range_of(const PlaceCode& place) {
    const std::string& text = place.text;
    if (text.ends_with("0000")) return {text, text.substr(0, 2) + "9999"};
    if (text.ends_with("00")) return {text, text.substr(0, 4) + "99"};
    return {text, text};
}

std::string like_pattern(std::string_view key) {
    std::string pattern = "%";
    for (const char c : key) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

bool excluded_on(const Organisation& organisation, Date day) {
    const auto& exclusion = organisation.exclusion;
    return exclusion && !is_before(day, exclusion->since_on) && is_current(*exclusion, day);
}

bool in_force_on(const Credential& credential, Date day) {
    return credential.status == CredentialStatus::valid &&
           !is_before(day, credential.valid_from_on) &&
           (!credential.valid_to_on || !is_before(*credential.valid_to_on, day));
}

bool covers(const Credential& credential, OrderKind kind) {
    return std::find(credential.scope.begin(), credential.scope.end(), kind) !=
           credential.scope.end();
}

bool may_act_on(const Organisation& organisation, Date day) {
    return organisation.status == OrganisationStatus::verified && !excluded_on(organisation, day);
}

Result<std::vector<std::string>> check_changes(const Changes& changes,
                                               const Organisation& present) {
    const bool fixed = present.status == OrganisationStatus::verified ||
                       present.status == OrganisationStatus::suspended;
    std::vector<std::string> changed;
    if (changes.name && changes.name->text != present.name) changed.emplace_back("name");
    if (changes.credit_code &&
        normalised_credit_code(*changes.credit_code) != present.credit_code) {
        TRY_DO(accept_credit_code(*changes.credit_code,
                                  changes.credit_code_override_reason.has_value()));
        changed.emplace_back("credit_code");
    }
    if (changes.industry && changes.industry != present.industry) changed.emplace_back("industry");
    if (fixed && !changed.empty())
        return refuse(error(verified_fields_fixed).at("/" + changed.front()));
    if (changes.address && changes.address->text != present.address)
        changed.emplace_back("address");
    if (changes.contact_name) changed.emplace_back("contact_name");
    if (changes.contact_phone) {
        TRY_DO(accept_contact_phone(*changes.contact_phone));
        changed.emplace_back("contact_phone");
    }
    if (changes.capacity && present.kind != OrganisationKind::agency)
        return refuse(error(capacity_of_agencies).at("/capacity"));
    if (changes.capacity && changes.capacity->value != present.capacity)
        changed.emplace_back("capacity");
    return changed;
}

}  // namespace jianghui::organisations
