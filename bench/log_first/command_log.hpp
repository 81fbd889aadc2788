#pragma once
// The log that is the truth: commands one after the other in one file, each with its checksum, made
// durable together.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace jianghui::log_first {

/// A grab as it stands in the log: everything that deciding it again depends on, the time with it.
struct Grab {
    std::uint64_t key_high = 0, key_low = 0;  ///< of account and Idempotency-Key
    std::int64_t order = 0;
    std::int64_t agency = 0;
    std::int64_t account = 0;
    std::int64_t at_ms = 0;  ///< since 1970, as the server's clock said when it decided
    std::int32_t seats = 0;
    std::int32_t order_version = 0;  ///< 0: the grabber named none
};
static_assert(sizeof(Grab) == 56);

/// What the market was before the first command: the log's first 64 bytes.
struct Beginning {
    char magic[8] = {'j', 'h', 'l', 'o', 'g', '0', '0', '1'};
    std::int64_t agencies = 0;
    std::int64_t orders = 0;
    std::int64_t headcount = 0;
    std::int64_t at_ms = 0;
    std::int64_t unused[3] = {};
};
static_assert(sizeof(Beginning) == 64);

/// Whether the file is a log with its beginning: nothing can have been acknowledged from one without.
[[nodiscard]] bool begun(const std::string& file);

class CommandLog {
  public:
    /// Continues the file, from which a torn last record is cut off; a new one begins with `beginning`,
    /// durable with its name in the folder. Throws std::runtime_error when it cannot be written.
    CommandLog(const std::string& file, const Beginning& beginning);
    ~CommandLog();
    CommandLog(const CommandLog&) = delete;
    CommandLog& operator=(const CommandLog&) = delete;

    /// Takes the command into the group; its position, from 1. Nothing is durable before `commit`.
    std::int64_t append(const Grab& grab);
    /// One write and one fdatasync for the whole group; nothing for an empty one. What was appended
    /// survives from here on. Throws std::runtime_error: then nobody may be answered.
    void commit();

    [[nodiscard]] std::int64_t length() const { return length_; }  ///< commands, durable or not
    [[nodiscard]] std::int64_t commits() const { return commits_; }

  private:
    int file_ = -1;
    std::vector<char> group_;
    std::int64_t length_ = 0;
    std::int64_t commits_ = 0;
};

struct Reading {
    Beginning beginning;
    std::int64_t commands = 0;
    std::int64_t whole_bytes = 0;  ///< up to here every record is whole
    bool torn = false;             ///< something follows that is not
};
/// Calls `begin` and then `each` with every whole command in order, up to the first record whose
/// checksum does not fit. Throws std::runtime_error when there is no such file or it is no log.
Reading read_log(const std::string& file, const std::function<void(const Beginning&)>& begin,
                 const std::function<void(std::int64_t position, const Grab&)>& each);

}  // namespace jianghui::log_first
