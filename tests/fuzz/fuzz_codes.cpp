// Any text as a code, number, date, instant or identifier: what is taken is in the form that it is
// written in again, and what the check characters say holds.
#include "engine/base/base.hpp"
#include "features/codes/api.hpp"

namespace {

using namespace jianghui;

void try_identity_number(std::string_view text) {
    const Date today = *parse_date("2026-11-23");
    const auto number = parse_identity_number(text, today);
    if (!number) return;
    ASSERT(number->text.size() == 18);
    ASSERT(number->born.ok() && number->born <= today);
    const auto again = parse_identity_number(number->text, today);
    ASSERT(again && again->text == number->text && again->born == number->born);
    std::string wrong = number->text;
    wrong[17] = wrong[17] == '1' ? '2' : '1';
    ASSERT(!parse_identity_number(wrong, today));
}

void try_credit_code(std::string_view text) {
    if (!credit_code_checks(text)) return;
    ASSERT(has_form(CreditCode{std::string(text)}));
    std::string wrong(text);
    wrong[17] = wrong[17] == '1' ? '2' : '1';
    ASSERT(!credit_code_checks(wrong));
}

void try_places(std::string_view text) {
    const PlaceCode code{std::string(text)};
    if (!has_form(code)) return;
    const auto city = city_of(code);
    ASSERT(has_form(city) && city_of(city) == city && within(code, city));
    const auto [first, last] = codes_within(code);
    ASSERT(first <= code && code <= last);
}

void try_times(std::string_view text) {
    if (const auto date = parse_date(text)) ASSERT(date_text(*date) == text);
    if (const auto instant = parse_instant(text))
        ASSERT(parse_instant(instant_text(*instant)) == instant);
}

void try_texts(std::string_view text) {
    const auto half = half_width(text);
    ASSERT(half_width(half) == half);
    (void)code_points(text);
    (void)is_mobile_number(text);
    if (const auto number = id_number(text)) ASSERT(id_text(*number) == text);
    (void)nearest(text.substr(0, 200), {"place", "occupation", "状态", ""});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_identity_number(text);
    try_credit_code(text);
    try_places(text);
    try_times(text);
    try_texts(text);
    static const auto tables = codes::Tables::load(SOURCE_FOLDER "/data");
    if (!tables) return 0;
    const auto found = tables->resolve_place(text);
    ASSERT(found.place == nullptr || tables->find_place(found.place->code) == found.place);
    (void)tables->nearest_places(text.substr(0, 100));
    (void)tables->suggest_occupations(text.substr(0, 200));
    return 0;
}
