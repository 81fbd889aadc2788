#include "features/imports/archive.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <zlib.h>

namespace jianghui::imports {

namespace {
// Signatures and field positions: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14–4.3.16.
constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t central_header = 0x02014b50;
constexpr std::uint32_t end_of_directory = 0x06054b50;
constexpr std::uint32_t end_of_directory64 = 0x06064b50;
constexpr std::uint32_t locator64 = 0x07064b50;
constexpr std::uint32_t size_elsewhere = 0xFFFFFFFF;
constexpr std::size_t small_part_bytes = 1'000'000;

struct Entry {
    std::string_view name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    std::uint64_t offset = 0;
    std::uint32_t checksum = 0;
    unsigned flags = 0;
    unsigned method = 0;
};

/// Little-endian reads that fail softly: outside the archive everything is 0.
class Bytes {
  public:
    explicit Bytes(std::string_view data) : data_(data) {}
    [[nodiscard]] std::uint64_t number(std::uint64_t at, unsigned width) const {
        if (at > data_.size() || data_.size() - at < width) return 0;
        std::uint64_t value = 0;
        for (unsigned i = 0; i < width; ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(data_[at + i]))
                     << (8 * i);
        return value;
    }
    [[nodiscard]] std::optional<std::string_view> part(std::uint64_t at, std::uint64_t size) const {
        if (at > data_.size() || data_.size() - at < size) return std::nullopt;
        return data_.substr(at, size);
    }
    [[nodiscard]] std::size_t size() const { return data_.size(); }

  private:
    std::string_view data_;
};

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
};

std::optional<Directory> find_directory(const Bytes& bytes) {
    constexpr std::size_t record_size = 22;
    constexpr std::size_t comment_max = 65'535;
    if (bytes.size() < record_size) return std::nullopt;
    const std::size_t last = bytes.size() - record_size;
    const std::size_t first = last > comment_max ? last - comment_max : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (bytes.number(at, 4) != end_of_directory) continue;
        Directory found{bytes.number(at + 16, 4), bytes.number(at + 10, 2)};
        if (at >= 20 && bytes.number(at - 20, 4) == locator64) {
            const auto record = bytes.number(at - 20 + 8, 8);
            if (bytes.number(record, 4) != end_of_directory64) return std::nullopt;
            found = {bytes.number(record + 48, 8), bytes.number(record + 32, 8)};
        }
        return found;
    }
    return std::nullopt;
}

/// Sizes of 4 GB and more, and those of writers that always use ZIP64, stand in an extra field.
void read_extra64(const Bytes& bytes, std::uint64_t at, std::uint64_t size, Entry& entry) {
    const std::uint64_t end = at + size;
    while (at + 4 <= end) {
        const auto kind = bytes.number(at, 2);
        const auto length = bytes.number(at + 2, 2);
        at += 4;
        if (kind == 1) {
            std::uint64_t field = at;
            for (auto* value : {&entry.unpacked, &entry.packed, &entry.offset}) {
                if (*value != size_elsewhere || field + 8 > at + length) continue;
                *value = bytes.number(field, 8);
                field += 8;
            }
        }
        at += length;
    }
}

Result<std::vector<Entry>> read_directory(const Bytes& bytes, const TableLimits& limits) {
    const auto directory = find_directory(bytes);
    if (!directory) return refuse(archive_damaged);
    if (directory->count > limits.parts_max) return refuse(archive_too_large);
    std::vector<Entry> entries;
    std::uint64_t at = directory->offset;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        if (bytes.number(at, 4) != central_header) return refuse(archive_damaged);
        Entry entry;
        entry.flags = static_cast<unsigned>(bytes.number(at + 8, 2));
        entry.method = static_cast<unsigned>(bytes.number(at + 10, 2));
        entry.checksum = static_cast<std::uint32_t>(bytes.number(at + 16, 4));
        entry.packed = bytes.number(at + 20, 4);
        entry.unpacked = bytes.number(at + 24, 4);
        const auto name_size = bytes.number(at + 28, 2);
        const auto extra_size = bytes.number(at + 30, 2);
        const auto comment_size = bytes.number(at + 32, 2);
        entry.offset = bytes.number(at + 42, 4);
        const auto name = bytes.part(at + 46, name_size);
        if (!name) return refuse(archive_damaged);
        entry.name = *name;
        read_extra64(bytes, at + 46 + name_size, extra_size, entry);
        entries.push_back(entry);
        at += 46 + name_size + extra_size + comment_size;
    }
    return entries;
}

bool too_tight(std::uint64_t packed, std::uint64_t unpacked, const TableLimits& limits) {
    return unpacked > small_part_bytes && unpacked / limits.ratio_max > packed;
}

/// Inflates raw deflate data, never past `limit` bytes.
Result<std::string> inflated(std::string_view packed, std::uint64_t declared, std::uint64_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return refuse(archive_damaged);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    // One byte more than declared tells a part that lies about its size.
    out.resize(std::min(declared, limit) + 1);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&stream, Z_FINISH);
    const std::uint64_t produced = stream.total_out;
    inflateEnd(&stream);
    if (produced > limit) return refuse(archive_too_large);
    if (status != Z_STREAM_END || produced != declared) return refuse(archive_damaged);
    out.resize(produced);
    return out;
}

Result<std::string> read_entry(const Bytes& bytes, const Entry& entry, std::uint64_t limit) {
    if ((entry.flags & 1U) != 0) return refuse(archive_encrypted);
    if (bytes.number(entry.offset, 4) != local_header) return refuse(archive_damaged);
    const auto name_size = bytes.number(entry.offset + 26, 2);
    const auto extra_size = bytes.number(entry.offset + 28, 2);
    const auto packed = bytes.part(entry.offset + 30 + name_size + extra_size, entry.packed);
    if (!packed) return refuse(archive_damaged);
    std::string content;
    if (entry.method == 0) {
        if (entry.packed != entry.unpacked) return refuse(archive_damaged);
        content = std::string(*packed);
    } else if (entry.method == 8) {
        TRY(content, inflated(*packed, entry.unpacked, limit));
    } else {
        return refuse(archive_damaged);
    }
    const auto checksum = crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size());
    if (checksum != entry.checksum) return refuse(archive_damaged);
    return content;
}
}  // namespace

Result<std::vector<ArchivePart>> unpack(std::string_view archive, const TableLimits& limits,
                                        bool (*wanted)(std::string_view name)) {
    const Bytes bytes(archive);
    TRY(const std::vector<Entry> entries, read_directory(bytes, limits));
    std::uint64_t declared = 0;
    for (const auto& entry : entries) {
        if (entry.unpacked > limits.unpacked_bytes_max) return refuse(archive_too_large);
        declared += entry.unpacked;
        if (declared > limits.unpacked_bytes_max) return refuse(archive_too_large);
        if (too_tight(entry.packed, entry.unpacked, limits)) return refuse(archive_ratio);
    }
    std::vector<ArchivePart> parts;
    std::uint64_t left = limits.unpacked_bytes_max;
    for (const auto& entry : entries) {
        if (!wanted(entry.name)) continue;
        TRY(std::string content, read_entry(bytes, entry, left));
        left -= content.size();
        parts.push_back({std::string(entry.name), std::move(content)});
    }
    return parts;
}

}  // namespace jianghui::imports
