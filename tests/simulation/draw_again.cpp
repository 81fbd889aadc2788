#include "tests/simulation/draw_again.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include <fmt/format.h>

namespace jianghui::simulation {
namespace draw_again {
namespace {

using codec::json::value;
using Word = std::uint32_t;
using Digest = std::array<std::uint8_t, 32>;

constexpr Word turned(Word x, unsigned n) {
    n %= 32;
    return n == 0 ? x : x << n | x >> (32 - n);
}

/// SM3 (GB/T 32905) as the standard writes it: one block of 64 bytes.
void compress(std::array<Word, 8>& v, const std::uint8_t* block) {
    std::array<Word, 68> w{};
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = Word(block[4 * i]) << 24 | Word(block[4 * i + 1]) << 16 |
               Word(block[4 * i + 2]) << 8 | Word(block[4 * i + 3]);
    for (std::size_t i = 16; i < 68; ++i) {
        const Word x = w[i - 16] ^ w[i - 9] ^ turned(w[i - 3], 15);
        w[i] = (x ^ turned(x, 15) ^ turned(x, 23)) ^ turned(w[i - 13], 7) ^ w[i - 6];
    }
    auto [a, b, c, d, e, f, g, h] = v;
    for (unsigned j = 0; j < 64; ++j) {
        const Word t = j < 16 ? 0x79CC4519 : 0x7A879D8A;
        const Word ss1 = turned(turned(a, 12) + e + turned(t, j), 7);
        const Word ss2 = ss1 ^ turned(a, 12);
        const Word ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
        const Word gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
        const Word tt1 = ff + d + ss2 + (w[j] ^ w[j + 4]);
        const Word tt2 = gg + h + ss1 + w[j];
        d = c, c = turned(b, 9), b = a, a = tt1;
        h = g, g = turned(f, 19), f = e, e = tt2 ^ turned(tt2, 9) ^ turned(tt2, 17);
    }
    const std::array<Word, 8> after{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) v[i] ^= after[i];
}

void append(std::string& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
}

Digest sm3(std::string message) {
    std::array<Word, 8> v{0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
                          0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E};
    const std::uint64_t bits = message.size() * 8;
    message += '\x80';
    while (message.size() % 64 != 56) message += '\0';
    append(message, bits);
    for (std::size_t at = 0; at < message.size(); at += 64)
        compress(v, reinterpret_cast<const std::uint8_t*>(message.data() + at));
    Digest digest{};
    for (std::size_t i = 0; i < 32; ++i)
        digest[i] = static_cast<std::uint8_t>(v[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string bytes_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

std::string hex(const Digest& digest) {
    std::string text;
    for (const auto byte : digest) text += fmt::format("{:02x}", byte);
    return text;
}

std::string from_hex(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16));
    return bytes;
}

/// The lottery: a walk from the end, each place exchanged with one that the stream of words names.
std::vector<std::size_t> lots(const std::string& seed, std::size_t count) {
    std::vector<std::uint64_t> words;
    std::size_t used = 0;
    const auto next = [&] {
        if (used == words.size()) {
            std::string block = seed;
            append(block, words.size() / 4);
            const Digest digest = sm3(block);
            for (std::size_t i = 0; i < 32; i += 8) {
                std::uint64_t word = 0;
                for (std::size_t k = 0; k < 8; ++k) word = word << 8 | digest[i + k];
                words.push_back(word);
            }
        }
        return words[used++];
    };
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) {
        const auto limit = (static_cast<unsigned __int128>(1) << 64) -
                           (static_cast<unsigned __int128>(1) << 64) % i;
        std::uint64_t word = next();
        while (word >= limit) word = next();
        std::swap(order[i - 1], order[static_cast<std::size_t>(word % i)]);
    }
    return order;
}

std::string text(const value& object, const char* member) {
    return std::string(object.at(member).as_string());
}
std::int64_t number(const value& object, const char* member) {
    return object.at(member).to_number<std::int64_t>();
}

/// What an applicant gets when its turn comes and `left` seats are left.
std::pair<std::int64_t, std::string> award(const value& entrant, std::int64_t left,
                                           std::int64_t lot_min) {
    const auto wanted = number(entrant, "seats"), room = number(entrant, "room");
    const auto given = std::min({wanted, room, left});
    if (room == 0) return {0, "refused"};
    if (left == 0) return {0, "none_left"};
    if (given < number(entrant, "at_least")) return {0, "too_few_left"};
    if (given < lot_min && given != left) return {0, "below_lot"};
    return {given, given == wanted ? "won" : "partly"};
}

std::vector<std::string> differs(const value& document) {
    std::vector<std::string> differences;
    const auto check = [&](bool same, std::string words) {
        if (!same) differences.push_back(std::move(words));
    };
    const auto& entrants = document.at("entrants").as_array();
    const std::string secret = from_hex(text(document, "secret"));
    check(text(document, "rules") == "draw-1", "other rules");
    check(secret.size() == 32 && hex(sm3(secret)) == text(document, "commitment"),
          "the secret is not what was committed to");
    std::string seeded = secret;
    std::int64_t before = 0;
    for (const auto& entrant : entrants) {
        seeded += from_hex(text(entrant, "nonce"));
        check(number(entrant, "number") > before, "applicants are not in order");
        before = number(entrant, "number");
    }
    append(seeded, static_cast<std::uint64_t>(number(document, "position")));
    const Digest seed = sm3(seeded);
    check(hex(seed) == text(document, "seed"), "the seed does not follow");
    std::int64_t left = number(document, "seats"), place = 0;
    for (const auto index : lots(bytes_of(seed), entrants.size())) {
        const auto& entrant = entrants[index];
        const auto [given, outcome] = award(entrant, left, number(document, "lot_min"));
        left -= given;
        check(number(entrant, "place") == ++place && number(entrant, "given") == given &&
                  text(entrant, "outcome") == outcome,
              fmt::format("applicant {} drew another lot", number(entrant, "number")));
    }
    return differences;
}

}  // namespace
}  // namespace draw_again

std::vector<std::string> draw_differs(const codec::json::value& document) {
    return draw_again::differs(document);
}

}  // namespace jianghui::simulation
