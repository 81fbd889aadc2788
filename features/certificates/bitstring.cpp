#include "features/certificates/bitstring.hpp"

#include <zlib.h>

#include "engine/base/result.hpp"
#include "engine/crypto/bytes.hpp"

namespace jianghui::certificates {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib: the largest window, with gzip's header.
constexpr std::size_t list_bytes_max = 1 << 20;

std::string gzipped(std::string& bytes) {
    z_stream stream{};
    ASSERT(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8,
                        Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::optional<std::string> gunzipped(std::string& bytes) {
    z_stream stream{};
    ASSERT(inflateInit2(&stream, gzip_window) == Z_OK);
    std::string out(list_bytes_max, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool is_whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return is_whole ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::string encoded_list(const std::set<std::int64_t>& bits) {
    std::string bytes(status_bits / 8, '\0');
    for (const auto bit : bits) {
        ASSERT(bit >= 0 && bit < status_bits);
        auto& byte = bytes[static_cast<std::size_t>(bit / 8)];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | 0x80U >> bit % 8);
    }
    return "u" + crypto::to_base64url(gzipped(bytes));
}

std::optional<std::string> decoded_list(std::string_view text) {
    if (!text.starts_with('u')) return std::nullopt;
    auto bytes = crypto::from_base64url(text.substr(1));
    return bytes ? gunzipped(*bytes) : std::nullopt;
}

std::optional<bool> bit_at(std::string_view bytes, std::int64_t index) {
    if (index < 0 || index / 8 >= static_cast<std::int64_t>(bytes.size())) return std::nullopt;
    return (static_cast<unsigned char>(bytes[static_cast<std::size_t>(index / 8)]) &
            0x80U >> index % 8) != 0;
}

}  // namespace jianghui::certificates
