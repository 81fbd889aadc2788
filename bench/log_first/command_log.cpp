#include "bench/log_first/command_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace jianghui::log_first {
namespace {

/// 64 bytes. The position is in the checksum, so that a record of an older file that shared the
/// disk's blocks is not taken for one of this.
struct Record {
    std::uint32_t size = sizeof(Grab);
    std::uint32_t checksum = 0;
    Grab grab;
};
static_assert(sizeof(Record) == 64);

std::uint32_t checksum_of(std::int64_t position, const Grab& grab) {
    auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(&position), sizeof(position));
    sum = ::crc32(sum, reinterpret_cast<const Bytef*>(&grab), sizeof(grab));
    return static_cast<std::uint32_t>(sum);
}

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

void write_all(int file, const char* from, std::size_t size) {
    while (size > 0) {
        const auto written = ::write(file, from, size);
        if (written < 0) fail("write");
        from += written;
        size -= static_cast<std::size_t>(written);
    }
}

void sync_folder_of(const std::string& file) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (handle < 0 || ::fsync(handle) != 0) fail(folder.string());
    ::close(handle);
}

}  // namespace

bool begun(const std::string& file) {
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    return !none && size >= sizeof(Beginning);
}

CommandLog::CommandLog(const std::string& file, const Beginning& beginning) {
    std::int64_t whole = 0;
    if (begun(file)) {
        const auto found = read_log(file, [](const auto&) {}, [](auto, const auto&) {});
        whole = found.whole_bytes;
        length_ = found.commands;
    }
    file_ = ::open(file.c_str(), O_CREAT | O_WRONLY, 0600);
    if (file_ < 0 || ::ftruncate(file_, whole) != 0 || ::lseek(file_, whole, SEEK_SET) != whole)
        fail(file);
    if (whole == 0) write_all(file_, reinterpret_cast<const char*>(&beginning), sizeof(beginning));
    if (::fsync(file_) != 0) fail(file);
    sync_folder_of(file);
}

CommandLog::~CommandLog() { ::close(file_); }

std::int64_t CommandLog::append(const Grab& grab) {
    Record record;
    record.checksum = checksum_of(++length_, grab);
    record.grab = grab;
    const auto* bytes = reinterpret_cast<const char*>(&record);
    group_.insert(group_.end(), bytes, bytes + sizeof(record));
    return length_;
}

void CommandLog::commit() {
    if (group_.empty()) return;
    write_all(file_, group_.data(), group_.size());
    // After a failed fdatasync the kernel may have dropped the pages: there is no second try.
    if (::fdatasync(file_) != 0) fail("fdatasync");
    group_.clear();
    ++commits_;
}

Reading read_log(const std::string& file, const std::function<void(const Beginning&)>& begin,
                 const std::function<void(std::int64_t, const Grab&)>& each) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!in) fail(file);
    Reading reading;
    if (std::fread(&reading.beginning, sizeof(Beginning), 1, in.get()) != 1 ||
        std::memcmp(reading.beginning.magic, Beginning().magic, sizeof(Beginning::magic)) != 0)
        throw std::runtime_error(file + " is no log");
    begin(reading.beginning);
    reading.whole_bytes = sizeof(Beginning);
    Record record;
    for (;;) {
        const auto got = std::fread(&record, 1, sizeof(record), in.get());
        if (got == 0) break;
        if (got != sizeof(record) || record.size != sizeof(Grab) ||
            record.checksum != checksum_of(reading.commands + 1, record.grab)) {
            reading.torn = true;
            break;
        }
        reading.whole_bytes += sizeof(record);
        each(++reading.commands, record.grab);
    }
    return reading;
}

}  // namespace jianghui::log_first
