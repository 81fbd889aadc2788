#include "engine/crypto/base58.hpp"

#include <algorithm>
#include <vector>

namespace jianghui::crypto {
namespace {

constexpr std::string_view letters_of_58 =
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Takes digits of base `from` one after the other; digits of base `to`, lowest first.
std::vector<unsigned> in_base(const std::vector<unsigned>& digits, unsigned from, unsigned to) {
    std::vector<unsigned> out;
    for (unsigned carry : digits) {
        for (auto& digit : out) {
            carry += digit * from;
            digit = carry % to;
            carry /= to;
        }
        for (; carry > 0; carry /= to) out.push_back(carry % to);
    }
    return out;
}

std::size_t zeros_before(const std::vector<unsigned>& digits) {
    return static_cast<std::size_t>(
        std::find_if(digits.begin(), digits.end(), [](unsigned digit) { return digit != 0; }) -
        digits.begin());
}

}  // namespace

std::string to_base58btc(std::string_view bytes) {
    std::vector<unsigned> digits;
    for (const char byte : bytes) digits.push_back(static_cast<unsigned char>(byte));
    std::string text = "z" + std::string(zeros_before(digits), letters_of_58.front());
    const auto written = in_base(digits, 256, 58);
    for (auto digit = written.rbegin(); digit != written.rend(); ++digit)
        text += letters_of_58[*digit];
    return text;
}

std::optional<Bytes> from_base58btc(std::string_view text) {
    if (text.empty() || text.front() != 'z' || text.size() > 1024) return std::nullopt;
    std::vector<unsigned> digits;
    for (const char letter : text.substr(1)) {
        const auto digit = letters_of_58.find(letter);
        if (digit == std::string_view::npos) return std::nullopt;
        digits.push_back(static_cast<unsigned>(digit));
    }
    Bytes bytes(zeros_before(digits), '\0');
    const auto read = in_base(digits, 58, 256);
    for (auto digit = read.rbegin(); digit != read.rend(); ++digit)
        bytes += static_cast<char>(*digit);
    return bytes;
}

}  // namespace jianghui::crypto
