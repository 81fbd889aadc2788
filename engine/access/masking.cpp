#include "engine/access/masking.hpp"

#include "engine/base/utf8.hpp"

namespace jianghui::access {
namespace {

/// Hides the characters from `from` up to `to`. Works on characters, so that a wrong value of
/// several bytes a character is never cut in half.
std::string hide(std::u32string characters, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) characters[i] = U'*';
    return encode_utf8(characters);
}

}  // namespace

std::string mask_name(std::string_view name) {
    const std::u32string characters = decode_utf8(name);
    if (characters.empty()) return {};
    return encode_utf8(characters.substr(0, 1)) + "*";
}

std::string mask_phone(std::string_view phone) {
    const std::u32string characters = decode_utf8(phone);
    const std::size_t size = characters.size();
    if (size == 11) return hide(characters, 3, 7);
    return hide(characters, 0, size < 6 ? size : size - 2);
}

std::string mask_identity_number(std::string_view number) {
    const std::u32string characters = decode_utf8(number);
    const std::size_t size = characters.size();
    return size == 18 ? hide(characters, 4, 14) : hide(characters, 0, size);
}

}  // namespace jianghui::access
