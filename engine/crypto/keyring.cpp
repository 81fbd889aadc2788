#include "engine/crypto/keyring.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jianghui::crypto {
namespace {

constexpr std::string_view first_line = "jianghui-keyring 1";
constexpr std::size_t file_size_max = std::size_t{1} << 20U;

/// An open file descriptor.
class File {
  public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

bool is_private(const struct stat& status) {
    return S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0 &&
           (status.st_uid == ::geteuid() || status.st_uid == 0);
}

Result<std::string> read_private_file(const std::string& path) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.is_open()) {
        // ELOOP: a symbolic link, whose target anybody may have set.
        if (errno == ELOOP || errno == EACCES)
            return refuse(error(key_file_readable_by_others).at(path));
        return refuse(error(key_file_missing).at(path));
    }
    struct stat status {};
    if (::fstat(file.descriptor(), &status) != 0 || !is_private(status))
        return refuse(error(key_file_readable_by_others).at(path));
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.descriptor(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 || text.size() > file_size_max)
            return refuse(error(key_file_malformed).at(path));
        if (count == 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    sodium_memzero(buffer.data(), buffer.size());
    return text;
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(descriptor) == 0;
}

void sync_folder_of(const std::string& path) {
    auto folder = std::filesystem::path(path).parent_path();
    if (folder.empty()) folder = ".";
    const File handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.is_open()) ::fsync(handle.descriptor());
}

/// Writes a file that only we can read beside the path and returns its name.
Result<std::string> write_beside(const std::string& path, std::string_view text) {
    // With our process number: two programs that start at once must not share the file.
    std::string name = path + '.' + std::to_string(::getpid()) + ".new";
    ::unlink(name.c_str());  // What a crash left behind.
    const File file(
        ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open()) return refuse(error(key_file_not_written).at(path));
    if (::fchmod(file.descriptor(), 0600) != 0 || !write_all(file.descriptor(), text)) {
        ::unlink(name.c_str());
        return refuse(error(key_file_not_written).at(path));
    }
    return name;
}

std::optional<std::size_t> use_of(std::string_view name) {
    const auto* const found = std::find(key_use_names.begin(), key_use_names.end(), name);
    if (found == key_use_names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - key_use_names.begin());
}

std::string_view take_word(std::string_view& line) {
    const auto space = std::min(line.find(' '), line.size());
    const auto word = line.substr(0, space);
    line.remove_prefix(std::min(space + 1, line.size()));
    return word;
}

struct Line {
    std::size_t use = 0;
    std::uint32_t id = 0;
    Key key;
};

std::optional<Line> parse_line(std::string_view text) {
    Line line;
    const auto use = use_of(take_word(text));
    const auto id = take_word(text);
    const auto key = from_hex(text);
    const auto [end, fault] = std::from_chars(id.data(), id.data() + id.size(), line.id);
    if (!use || fault != std::errc() || end != id.data() + id.size() || line.id == 0 || !key ||
        key->size() != Key::size)
        return std::nullopt;
    line.use = *use;
    line.key = Key(*key);
    return line;
}

tl::unexpected<Error> malformed(std::size_t line) {
    return refuse(error(key_file_malformed).with("line", std::to_string(line)));
}

}  // namespace

Keyring Keyring::generate(SecretSource& secrets) {
    Keyring ring;
    for (auto& set : ring.sets_) set.add(1, Key::random(secrets));
    return ring;
}

Result<Keyring> Keyring::parse(std::string_view text) {
    Keyring ring;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        // Without its newline a last line may be the half of one.
        if (end == std::string_view::npos) return malformed(number + 1);
        const auto line = text.substr(0, end);
        text.remove_prefix(end + 1);
        ++number;
        if (number == 1) {
            if (line != first_line) return malformed(number);
            continue;
        }
        const auto parsed = parse_line(line);
        if (!parsed) return malformed(number);
        KeySet& set = ring.sets_[parsed->use];
        if (!set.empty() && set.newest().id >= parsed->id) return malformed(number);
        set.add(parsed->id, parsed->key);
    }
    for (const auto& set : ring.sets_)
        if (set.empty()) return malformed(number + 1);
    return ring;
}

std::string Keyring::text() const {
    std::string text(first_line);
    text += '\n';
    for (std::size_t use = 0; use < sets_.size(); ++use)
        for (const auto& [id, key] : sets_[use].entries())
            text += std::string(key_use_names[use]) + ' ' + std::to_string(id) + ' ' +
                    to_hex(key.reveal()) + '\n';
    return text;
}

Result<Keyring> Keyring::load(const std::string& path) {
    TRY(std::string text, read_private_file(path));
    auto ring = parse(text);
    sodium_memzero(text.data(), text.size());
    if (!ring) return refuse(std::move(ring).error().at(path));
    return ring;
}

Result<Done> Keyring::create_file(const std::string& path) const {
    std::string content = text();
    const auto written = write_beside(path, content);
    sodium_memzero(content.data(), content.size());
    if (!written) return refuse(written.error());
    // link() refuses to replace, unlike rename(): two programs that start at once do not lose keys.
    const bool linked = ::link(written->c_str(), path.c_str()) == 0;
    const int reason = errno;
    ::unlink(written->c_str());
    if (!linked)
        return refuse(error(reason == EEXIST ? key_file_exists : key_file_not_written).at(path));
    sync_folder_of(path);
    return Done{};
}

Result<Keyring> Keyring::rotate(const std::string& path, KeyUse use, SecretSource& secrets) {
    TRY(Keyring ring, load(path));
    KeySet& set = ring.sets_[static_cast<std::size_t>(use)];
    set.add(set.newest().id + 1, Key::random(secrets));
    std::string content = ring.text();
    const auto written = write_beside(path, content);
    sodium_memzero(content.data(), content.size());
    if (!written) return refuse(written.error());
    if (::rename(written->c_str(), path.c_str()) != 0) {
        ::unlink(written->c_str());
        return refuse(error(key_file_not_written).at(path));
    }
    sync_folder_of(path);
    return ring;
}

std::string Keyring::fingerprint() const {
    Sm3 hash;
    for (const auto use : {KeyUse::field_encryption, KeyUse::blind_index})
        hash.add(hmac_sm3(keys(use).entries().front().key.reveal(), "jianghui keyring fingerprint")
                     .raw());
    return hash.finish().hex();
}

std::string blind_index(const Keyring& keyring, std::string_view field, std::string_view value) {
    std::string message(field);
    message += '\0';
    message += value;
    return hmac_sm3(keyring.key(KeyUse::blind_index).reveal(), message).hex();
}

}  // namespace jianghui::crypto
