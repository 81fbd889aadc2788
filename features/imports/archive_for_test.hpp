#pragma once
// Makes ZIP archives for tests: honest ones and ones that lie.

#include <cstdint>
#include <string>
#include <vector>

#include <zlib.h>

namespace jianghui::imports::testing {

struct ZipPart {
    std::string name;
    std::string content;
    bool deflated = true;
    /// What the headers declare as the unpacked size; -1: the truth.
    std::int64_t declared = -1;
    bool encrypted = false;
};

inline void put(std::string& out, std::uint64_t value, unsigned width) {
    for (unsigned i = 0; i < width; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

inline std::string deflated(const std::string& content) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string zip(const std::vector<ZipPart>& parts) {
    std::string out;
    std::string directory;
    for (const auto& part : parts) {
        const std::string data = part.deflated ? deflated(part.content) : part.content;
        const auto size = part.declared < 0 ? static_cast<std::int64_t>(part.content.size())
                                            : part.declared;
        std::string shared;
        put(shared, 20, 2);
        put(shared, part.encrypted ? 1 : 0, 2);
        put(shared, part.deflated ? 8 : 0, 2);
        put(shared, 0, 4);
        put(shared, crc32_z(0, reinterpret_cast<const Bytef*>(part.content.data()),
                            part.content.size()), 4);
        put(shared, data.size(), 4);
        put(shared, static_cast<std::uint64_t>(size), 4);
        put(shared, part.name.size(), 2);
        put(shared, 0, 2);
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        directory += shared;
        put(directory, 0, 8);
        put(directory, 0, 2);
        put(directory, out.size(), 4);
        directory += part.name;
        put(out, 0x04034b50, 4);
        out += shared + part.name + data;
    }
    const auto offset = out.size();
    out += directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, parts.size(), 2);
    put(out, parts.size(), 2);
    put(out, directory.size(), 4);
    put(out, offset, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace jianghui::imports::testing
