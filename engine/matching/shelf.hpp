#pragma once
// Rows in the order of their keys: blocks of up to 64 rows, pages of up to 64 blocks with their
// bounds, one list of pages (engine/matching only). Nothing that a reader can see ever changes: a
// change makes new blocks and pages and a new list, and hands out what they replace.

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/matching/block.hpp"
#include "engine/matching/bounds.hpp"
#include "engine/matching/whereabouts.hpp"

namespace jianghui::matching {

template <class T>
class Shelf {
  public:
    using Row = typename T::Row;
    using View = typename T::View;
    using Bounds = typename T::Bounds;
    using Staged = StagedRow<Row>;

    struct BlockEntry {
        std::uint64_t key = 0;  ///< of the first row
        const Block<T>* block = nullptr;
        Bounds bounds{};
    };
    struct Page {
        std::vector<BlockEntry> blocks;
        std::vector<std::uint64_t> words;  ///< slot after slot, of each the word of every block
        /// Of the block at that place in the page.
        [[nodiscard]] SlotWords words_of(std::size_t block) const {
            return {words.data() + block, blocks.size()};
        }
        /// Bytes with what it holds.
        [[nodiscard]] std::size_t memory() const {
            return sizeof(Page) + blocks.capacity() * sizeof(BlockEntry) +
                   words.capacity() * sizeof(std::uint64_t);
        }
    };
    struct PageEntry {
        std::uint64_t key = 0;
        const Page* page = nullptr;
        Bounds bounds{};
    };
    using Pages = std::vector<PageEntry>;

    /// Blocks and pages that are freed with it.
    class Remains {
      public:
        Remains() = default;
        Remains(Remains&&) = default;
        Remains& operator=(Remains&& other) noexcept {
            blocks.swap(other.blocks);
            pages.swap(other.pages);
            return *this;
        }
        Remains(const Remains&) = delete;
        Remains& operator=(const Remains&) = delete;
        ~Remains() {
            for (const auto* block : blocks) Block<T>::free(block);
            for (const auto* page : pages) delete page;
        }
        std::vector<const Block<T>*> blocks;
        std::vector<const Page*> pages;
    };

    explicit Shelf(const Policy& policy)
        : policy_(policy), pages_(std::make_shared<const Pages>()) {}
    ~Shelf() {
        Remains all;
        for (const auto& entry : *pages_) {
            all.pages.push_back(entry.page);
            for (const auto& block : entry.page->blocks) all.blocks.push_back(block.block);
        }
    }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    [[nodiscard]] std::shared_ptr<const Pages> pages() const { return pages_; }
    /// Bytes beside pages and blocks.
    [[nodiscard]] std::size_t bookkeeping() const {
        return where_.memory() + blocks_.capacity() * sizeof(blocks_[0]) +
               free_.capacity() * sizeof(free_[0]);
    }

    /// The first of the id's rows.
    [[nodiscard]] std::optional<View> find(std::int64_t id) const {
        std::optional<View> found;
        where_.visit(id, [&](std::uint32_t number) {
            const Block<T>& block = *blocks_[number];
            for (std::size_t i = 0; i < block.count() && !found; ++i)
                if (block.rows()[i].id == id) found.emplace(block.row(i));
            return !found;
        });
        return found;
    }

    /// Takes out all rows of the ids `gone`, which are distinct, and puts in the rows `added`, which
    /// are sorted by key, then id. Returns what the readers of older versions still need. O(rows × block).
    [[nodiscard]] Remains change(const std::vector<std::int64_t>& gone,
                                 const std::vector<Staged>& added);

    /// Puts a block at the end of an empty or growing shelf, in the order of the keys; `finish()`
    /// makes the pages. For what was sorted and cut before (the index file).
    void append(Block<T>* block);
    void finish();

    /// The same for rows, sorted by key and id: `expect` their number, append them in the order of the keys, `close`.
    void expect(std::size_t rows);
    void append(const std::vector<Staged>& rows);
    void close();

  private:
    struct Task {
        std::size_t page = 0;
        std::size_t block = 0;
        std::uint64_t gone = 0;  ///< a bit for each row that leaves
        std::size_t first_added = 0;
        std::size_t last_added = 0;
    };
    struct Place {
        std::size_t page = 0;
        std::size_t block = 0;
        auto operator<=>(const Place&) const = default;
    };
    using Tasks = std::vector<Task>;
    /// Blocks on their way into pages.
    struct Entries {
        std::vector<BlockEntry> blocks;
        std::vector<std::uint32_t> kept;  ///< where each stands in the page that is replaced; new_block: it is new
        void add(const BlockEntry& entry, std::uint32_t at) {
            blocks.push_back(entry);
            kept.push_back(at);
        }
    };
    static constexpr std::uint32_t new_block = ~0U;

    [[nodiscard]] std::uint64_t key(const View& row) const { return key_of(row, policy_); }
    [[nodiscard]] Place locate(std::uint64_t key, std::int64_t id) const;
    void mark(std::int64_t id, Tasks& tasks);
    [[nodiscard]] Tasks tasks_for(const std::vector<std::int64_t>& gone,
                                  const std::vector<Staged>& added);
    void rebuild(const Page* old, const Task* first, const Task* last,
                 const std::vector<Staged>& added, Pages& pages, Remains& remains);
    void merge(const Block<T>* old, const Task& task, const std::vector<Staged>& added,
               std::vector<Staged>& rows) const;
    void write(const std::vector<Staged>& rows, std::uint32_t number, Entries& entries);
    [[nodiscard]] static std::size_t cut(const std::vector<Staged>& rows, std::size_t begin);
    [[nodiscard]] BlockEntry entry_of(const Block<T>* block) const;
    static void write_pages(const Entries& entries, const Page* old, Pages& pages);
    static void write_words(Page& page, const std::uint32_t* kept, const Page* old);
    [[nodiscard]] std::uint32_t new_number();

    const Policy& policy_;
    std::shared_ptr<const Pages> pages_;
    std::vector<const Block<T>*> blocks_;  ///< by number
    std::vector<std::uint32_t> free_;      ///< numbers of no block
    Whereabouts where_;
    Entries appended_;
};

}  // namespace jianghui::matching
