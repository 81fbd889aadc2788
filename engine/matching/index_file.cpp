// The index as a file: rows and lists as they lie in memory, so that a restart copies instead of
// reading a million people from the database. Little-endian machines only. The file is written
// beside its place and moved there when it is whole; its checksum is compared before any of it is
// believed.

#include <bit>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include "engine/matching/index_state.hpp"

namespace jianghui::matching {
namespace {

static_assert(std::endian::native == std::endian::little);
/// The number changes with the layout of what follows.
constexpr std::array<char, 8> magic{'J', 'H', 'I', 'N', 'D', 'E', 'X', '1'};
constexpr std::size_t piece = std::size_t{1} << 20U;

/// 64 bits against torn and rotten files, not against forgers.
class Checksum {
  public:
    void add(std::span<const std::byte> bytes) {
        std::size_t at = 0;
        for (; at + 8 <= bytes.size(); at += 8) {
            std::uint64_t word;
            std::memcpy(&word, bytes.data() + at, 8);
            mix(word);
        }
        std::uint64_t rest = bytes.size() - at;
        for (; at < bytes.size(); ++at) rest = rest << 8U | static_cast<std::uint64_t>(bytes[at]);
        mix(rest);
    }
    [[nodiscard]] std::uint64_t value() const { return value_ ^ value_ >> 32U; }

  private:
    void mix(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15ULL;
        value_ ^= value_ >> 29U;
    }
    std::uint64_t value_ = 0x6A09E667F3BCC908ULL;
};

struct Start {
    std::array<char, 8> magic;
    std::uint64_t size;  ///< of what follows
    std::uint64_t checksum;
};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

class Writer {
  public:
    explicit Writer(std::FILE* file) : file_(file) { buffer_.reserve(piece); }
    void bytes(std::span<const std::byte> data) {
        while (!data.empty()) {
            const std::size_t count = std::min(data.size(), piece - buffer_.size());
            buffer_.insert(buffer_.end(), data.begin(),
                           data.begin() + static_cast<std::ptrdiff_t>(count));
            data = data.subspan(count);
            if (buffer_.size() == piece) flush();
        }
    }
    template <class T>
    void number(T value) {
        bytes(std::as_bytes(std::span(&value, 1)));
    }
    void text(std::string_view value) {
        number(std::uint64_t{value.size()});
        bytes(std::as_bytes(std::span(value)));
    }
    void counts(const Counts& counts) {
        number(std::uint64_t{counts.size()});
        bytes(std::as_bytes(std::span(counts)));
    }
    /// The start of the file, once everything is written; whether all writing went well.
    [[nodiscard]] bool finish() {
        flush();
        const Start start{magic, size_, checksum_.value()};
        good_ = good_ && std::fseek(file_, 0, SEEK_SET) == 0 &&
                std::fwrite(&start, sizeof start, 1, file_) == 1 && std::fflush(file_) == 0 &&
                ::fdatasync(::fileno(file_)) == 0;
        return good_;
    }

  private:
    void flush() {
        checksum_.add(buffer_);
        size_ += buffer_.size();
        good_ = good_ && std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size();
        buffer_.clear();
    }
    std::FILE* file_;
    std::vector<std::byte> buffer_;
    Checksum checksum_;
    std::uint64_t size_ = 0;
    bool good_ = true;
};

/// Reads a file whose checksum was found good: what does not fit then is our own mistake.
class Reader {
  public:
    explicit Reader(std::FILE* file) : file_(file) {}
    void bytes(std::span<std::byte> data) {
        ASSERT(std::fread(data.data(), 1, data.size(), file_) == data.size());
    }
    template <class T>
    T number() {
        T value;
        bytes(std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    std::string text() {
        std::string value(number<std::uint64_t>(), '\0');
        bytes(std::as_writable_bytes(std::span(value)));
        return value;
    }
    Counts counts() {
        Counts counts(number<std::uint64_t>());
        bytes(std::as_writable_bytes(std::span(counts)));
        return counts;
    }

  private:
    std::FILE* file_;
};

/// Whether the file is whole.
bool is_whole(std::FILE* file) {
    Start start;
    if (std::fread(&start, sizeof start, 1, file) != 1 || start.magic != magic) return false;
    Checksum checksum;
    std::vector<std::byte> buffer(piece);
    std::uint64_t size = 0;
    for (;;) {
        const std::size_t count = std::fread(buffer.data(), 1, piece, file);
        checksum.add(std::span(buffer).first(count));
        size += count;
        if (count < piece) break;
    }
    return size == start.size && checksum.value() == start.checksum;
}

void write_names(Writer& writer, const NameTable& names) {
    const std::size_t count = names.size();
    writer.number(std::uint64_t{count});
    for (std::uint32_t i = 0; i < count; ++i) writer.text(names.text(i));
}

/// False when the names are not numbered as in the file: the index had some already.
bool read_names(Reader& reader, NameTable& names) {
    const auto count = reader.number<std::uint64_t>();
    bool same = true;
    for (std::uint64_t i = 0; i < count; ++i) same = names.intern(reader.text()) == i && same;
    return same;
}

template <class Pages>
void write_blocks(Writer& writer, const Pages& pages) {
    std::uint64_t count = 0;
    for (const auto& page : pages) count += page.page->blocks.size();
    writer.number(count);
    for (const auto& page : pages)
        for (const auto& entry : page.page->blocks) {
            writer.number(static_cast<std::uint32_t>(entry.block->count()));
            writer.number(static_cast<std::uint32_t>(entry.block->heap_size()));
            writer.bytes(entry.block->bytes());
        }
}

template <class T>
void read_blocks(Reader& reader, Shelf<T>& shelf) {
    for (auto left = reader.number<std::uint64_t>(); left > 0; --left) {
        const auto count = reader.number<std::uint32_t>();
        const auto heap = reader.number<std::uint32_t>();
        Block<T>* block = Block<T>::allocate(count, heap);
        reader.bytes(block->bytes());
        shelf.append(block);
    }
    shelf.finish();
}

/// The numbers that rows are packed by and placed by.
std::string packing_of(const Policy& policy) {
    const Weights& weights = policy.weights;
    std::string text;
    for (const int number :
         {weights.experience, weights.reliability, weights.freshness,
          policy.experience_full_months, policy.freshness_zero_days,
          policy.paid_days_per_month_hundredths, policy.hours_per_day, policy.working_age_years,
          policy.adult_age_years})
        text += std::to_string(number) + ";";
    return text;
}

/// A file that is being written: taken away again unless it was renamed.
struct Beside {
    std::string path;
    ~Beside() { ::unlink(path.c_str()); }
};

tl::unexpected<Error> unwritable(const std::filesystem::path& path) {
    return refuse(error(index_file_unwritable).with("file", path.string()));
}

}  // namespace

Result<Done> Index::save(const std::filesystem::path& path, const NoteFor& note_for) const {
    const Beside unfinished{path.string() + ".new"};
    const std::string& beside = unfinished.path;
    ::unlink(beside.c_str());  // What a crash left behind, with whatever rights it has.
    const int descriptor = ::open(
        beside.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
    const File file(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w+b"), &std::fclose);
    if (!file) return unwritable(beside);
    const IndexVersions::Pin version(state_->versions);
    const IndexNote note = note_for(version->position);
    if (std::fseek(file.get(), sizeof(Start), SEEK_SET) != 0) return unwritable(beside);
    Writer writer(file.get());
    writer.text(packing_of(state_->policy));
    writer.number(version->position);
    writer.text(note.foundation);
    writer.text(note.attached);
    // Names only grow: those of this version are among them.
    write_names(writer, state_->names.skills);
    write_names(writer, state_->names.certificates);
    writer.number(version->workers);
    writer.number(version->orders);
    writer.counts(*version->holders);
    writer.counts(*version->circles);
    write_blocks(writer, *version->worker_pages);
    write_blocks(writer, *version->order_pages);
    if (!writer.finish()) return unwritable(beside);
    std::error_code failed;
    std::filesystem::rename(beside, path, failed);
    if (failed) return unwritable(path);
    return Done{};
}

Result<Done> Index::restore(const std::filesystem::path& path, const Accepts& accepts) {
    const File file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file) return refuse(not_found);
    if (!is_whole(file.get())) return refuse(index_file_damaged);
    if (std::fseek(file.get(), sizeof(Start), SEEK_SET) != 0) return refuse(index_file_damaged);
    Reader reader(file.get());
    if (reader.text() != packing_of(state_->policy)) return refuse(index_file_foreign);
    Version next;
    next.position = reader.number<std::int64_t>();
    IndexNote note;
    note.foundation = reader.text();
    note.attached = reader.text();
    if (!accepts(next.position, note)) return refuse(index_file_foreign);
    const std::lock_guard writing(state_->writing);
    const std::lock_guard finding(state_->finding);
    ASSERT(workers() == 0 && orders() == 0);
    if (!read_names(reader, state_->names.skills) ||
        !read_names(reader, state_->names.certificates))
        return refuse(index_file_foreign);
    next.workers = reader.number<std::int64_t>();
    next.orders = reader.number<std::int64_t>();
    next.holders = std::make_shared<const Counts>(reader.counts());
    next.circles = std::make_shared<const Counts>(reader.counts());
    read_blocks(reader, state_->worker_shelf);
    read_blocks(reader, state_->order_shelf);
    next.worker_pages = state_->worker_shelf.pages();
    next.order_pages = state_->order_shelf.pages();
    state_->versions.publish(std::make_shared<const Version>(std::move(next)), {});
    return Done{};
}

}  // namespace jianghui::matching
