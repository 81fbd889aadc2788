#include "engine/matching/shelf.hpp"

#include <algorithm>

#include "engine/matching/line.hpp"

namespace jianghui::matching {
namespace {

constexpr std::size_t page_blocks = 64;
constexpr std::size_t small_block = 16;   ///< such a block takes in the next one …
constexpr std::size_t joined_block = 48;  ///< … when both are no more than this

template <class Staged>
bool before(const Staged& a, const Staged& b) {
    return a.key != b.key ? a.key < b.key : a.row->id < b.row->id;
}

}  // namespace

template <class T>
auto Shelf<T>::locate(std::uint64_t key, std::int64_t id) const -> Place {
    // The last entry whose first row is not after (key, id).
    const auto last_of = [&](const auto& entries, auto first_block) {
        std::size_t low = 0;
        for (std::size_t high = entries.size(); high - low > 1;) {
            const std::size_t middle = (low + high) / 2;
            const auto& entry = entries[middle];
            const bool later =
                entry.key != key ? entry.key > key : first_block(entry)->rows()[0].id > id;
            (later ? high : low) = middle;
        }
        return low;
    };
    if (pages_->empty()) return {};
    Place place;
    place.page = last_of(*pages_, [](const auto& entry) { return entry.page->blocks[0].block; });
    place.block =
        last_of((*pages_)[place.page].page->blocks, [](const auto& entry) { return entry.block; });
    return place;
}

template <class T>
void Shelf<T>::mark(std::int64_t id, Tasks& tasks) {
    std::vector<std::pair<std::uint32_t, std::size_t>> found;
    where_.visit(id, [&](std::uint32_t number) {
        const Block<T>& block = *blocks_[number];
        for (std::size_t i = 0; i < block.count(); ++i) {
            if (block.rows()[i].id != id) continue;
            const std::pair here(number, i);
            if (std::find(found.begin(), found.end(), here) != found.end()) continue;
            found.push_back(here);
            return Whereabouts::Answer::take;
        }
        return Whereabouts::Answer::skip;
    });
    for (const auto& [number, i] : found) {
        const Block<T>& block = *blocks_[number];
        const Place at = locate(key(block.row(0)), block.rows()[0].id);
        tasks.push_back({at.page, at.block, 1ULL << i, 0, 0});
    }
}

template <class T>
auto Shelf<T>::tasks_for(const std::vector<std::int64_t>& gone, const std::vector<Staged>& added)
    -> Tasks {
    Tasks tasks;
    for (const std::int64_t id : gone) mark(id, tasks);
    if (pages_->empty()) {
        if (!added.empty()) tasks.push_back({0, 0, 0, 0, added.size()});
        return tasks;
    }
    for (std::size_t i = 0; i < added.size(); ++i) {
        const Place at = locate(added[i].key, added[i].row->id);
        tasks.push_back({at.page, at.block, 0, i, i + 1});
    }
    std::sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) {
        if (a.page != b.page) return a.page < b.page;
        return a.block != b.block ? a.block < b.block : a.last_added < b.last_added;
    });
    Tasks joined;
    for (const Task& task : tasks) {
        if (joined.empty() || joined.back().page != task.page || joined.back().block != task.block) {
            joined.push_back(task);
            continue;
        }
        Task& one = joined.back();
        one.gone |= task.gone;
        if (one.last_added == 0) one.first_added = task.first_added;
        one.last_added = std::max(one.last_added, task.last_added);
    }
    return joined;
}

template <class T>
void Shelf<T>::merge(const Block<T>* old, const Task& task, const std::vector<Staged>& added,
                     std::vector<Staged>& rows) const {
    std::size_t next = task.first_added;
    for (std::size_t i = 0; i < old->count(); ++i) {
        if ((task.gone >> i & 1U) != 0) continue;
        const View row = old->row(i);
        const Staged kept{key(row), &old->rows()[i], old->heap() + old->rows()[i].lists,
                          static_cast<std::uint32_t>(row.lists_size()), old->number()};
        while (next < task.last_added && before(added[next], kept)) rows.push_back(added[next++]);
        rows.push_back(kept);
    }
    rows.insert(rows.end(), added.begin() + static_cast<std::ptrdiff_t>(next),
                added.begin() + static_cast<std::ptrdiff_t>(std::max(next, task.last_added)));
}

template <class T>
std::size_t Shelf<T>::cut(const std::vector<Staged>& rows, std::size_t begin) {
    constexpr std::size_t full = 60;
    const std::size_t left = rows.size() - begin;
    const std::size_t most = left <= block_rows ? left : left < 2 * full ? left / 2 : full;
    std::size_t heap = 0;
    for (std::size_t i = 0; i < most; ++i) {
        heap += rows[begin + i].lists_size;
        if (i > 0 && heap > block_heap) return i;
        if (left <= block_rows || i < block_rows / 2) continue;
        // A block of one occupation, or of one cell, has the better bounds.
        const std::uint64_t differs = rows[begin + i].key ^ rows[begin + i - 1].key;
        if (differs >> 39U != 0 || (i >= 48 && differs >> merit_bits != 0)) return i;
    }
    return most;
}

template <class T>
auto Shelf<T>::entry_of(const Block<T>* block) const -> BlockEntry {
    BlockEntry entry{key(block->row(0)), block, {}};
    for (std::size_t i = 0; i < block->count(); ++i) entry.bounds.include(block->row(i), policy_);
    return entry;
}

template <class T>
std::uint32_t Shelf<T>::new_number() {
    if (!free_.empty()) {
        const std::uint32_t number = free_.back();
        free_.pop_back();
        return number;
    }
    blocks_.push_back(nullptr);
    return static_cast<std::uint32_t>(blocks_.size() - 1);
}

template <class T>
void Shelf<T>::write(const std::vector<Staged>& rows, std::uint32_t number, Entries& entries) {
    if (rows.empty() && number != no_block) free_.push_back(number);
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::size_t count = cut(rows, begin);
        const std::uint32_t own = begin == 0 && number != no_block ? number : new_number();
        const std::span piece(rows.data() + begin, count);
        // The rows of the next block come nearer while this one is made.
        for (std::size_t i = begin + count; i < std::min(rows.size(), begin + count + block_rows);
             ++i) {
            prefetch(rows[i].row);
            prefetch(rows[i].lists);
        }
        for (const Staged& row : piece)
            if (row.from == no_block) where_.fetch(row.row->id);
        const auto* block = Block<T>::make(own, piece, policy_);
        blocks_[own] = block;
        entries.add(entry_of(block), new_block);
        for (const Staged& row : piece) {
            if (row.from == no_block) {
                where_.insert(row.row->id, own);
            } else if (row.from != own) {
                where_.move(row.row->id, row.from, own);
            }
        }
        begin += count;
    }
}

/// The words of a page's blocks: copied for those that stood in the `old` one, made for the others.
template <class T>
void Shelf<T>::write_words([[maybe_unused]] Page& page, [[maybe_unused]] const std::uint32_t* kept,
                           [[maybe_unused]] const Page* old) {
    if constexpr (T::slots > 0) {
        const std::size_t count = page.blocks.size();
        page.words.resize(T::slots * count);
        struct Run {
            std::size_t to, from, size;
        };
        std::vector<Run> runs;
        for (std::size_t b = 0; b < count; ++b) {
            if (kept[b] == new_block) {
                const auto words = page.blocks[b].block->slot_words();
                for (std::size_t slot = 0; slot < T::slots; ++slot)
                    page.words[slot * count + b] = words[slot];
            } else if (!runs.empty() && runs.back().to + runs.back().size == b &&
                       runs.back().from + runs.back().size == kept[b]) {
                ++runs.back().size;
            } else {
                runs.push_back({b, kept[b], 1});
            }
        }
        for (std::size_t slot = 0; slot < T::slots; ++slot)
            for (const Run& run : runs)
                std::copy_n(old->words.data() + slot * old->blocks.size() + run.from, run.size,
                            page.words.data() + slot * count + run.to);
    }
}

template <class T>
void Shelf<T>::write_pages(const Entries& entries, const Page* old, Pages& pages) {
    const std::size_t all = entries.blocks.size();
    if (all == 0) return;
    const std::size_t full = page_blocks * 3 / 4;
    const std::size_t count = all <= page_blocks ? 1 : (all + full - 1) / full;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = all * i / count;
        auto* page = new Page;
        page->blocks.assign(entries.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                            entries.blocks.begin() + static_cast<std::ptrdiff_t>(all * (i + 1) / count));
        write_words(*page, entries.kept.data() + first, old);
        PageEntry entry{page->blocks[0].key, page, {}};
        for (const BlockEntry& block : page->blocks) entry.bounds.include(block.bounds);
        pages.push_back(entry);
    }
}

template <class T>
void Shelf<T>::rebuild(const Page* old, const Task* first, const Task* last,
                       const std::vector<Staged>& added, Pages& pages, Remains& remains) {
    const std::size_t count = old == nullptr ? 0 : old->blocks.size();
    Entries entries;
    entries.blocks.reserve(count + 2);
    entries.kept.reserve(count + 2);
    std::vector<Staged> rows;
    const auto take = [&](std::size_t i) {
        const bool changed = first != last && first->block == i;
        merge(old->blocks[i].block, changed ? *first++ : Task{}, added, rows);
        remains.blocks.push_back(old->blocks[i].block);
    };
    if (count == 0) write(added, no_block, entries);
    for (std::size_t i = 0; i < count; ++i) {
        if (first == last || first->block != i) {
            entries.add(old->blocks[i], static_cast<std::uint32_t>(i));
            continue;
        }
        rows.clear();
        take(i);
        const std::uint32_t number = old->blocks[i].block->number();
        while (rows.size() < small_block && i + 1 < count &&
               rows.size() + old->blocks[i + 1].block->count() <= joined_block) {
            ++i;
            const std::uint32_t absorbed = old->blocks[i].block->number();
            take(i);
            free_.push_back(absorbed);
        }
        write(rows, number, entries);
    }
    if (old != nullptr) remains.pages.push_back(old);
    write_pages(entries, old, pages);
}

template <class T>
auto Shelf<T>::change(const std::vector<std::int64_t>& gone, const std::vector<Staged>& added)
    -> Remains {
    where_.reserve(added.size(), [&](auto put) {
        for (const auto& page : *pages_)
            for (const auto& block : page.page->blocks)
                for (std::size_t i = 0; i < block.block->count(); ++i)
                    put(block.block->rows()[i].id, block.block->number());
    });
    const Tasks tasks = tasks_for(gone, added);
    Remains remains;
    Pages next;
    next.reserve(pages_->size() + 2);
    const Task* task = tasks.data();
    const Task* const end = task + tasks.size();
    if (pages_->empty() && task != end) rebuild(nullptr, task, end, added, next, remains);
    for (std::size_t page = 0; page < pages_->size(); ++page) {
        const Task* const first = task;
        while (task != end && task->page == page) ++task;
        if (first == task) {
            next.push_back((*pages_)[page]);
        } else {
            rebuild((*pages_)[page].page, first, task, added, next, remains);
        }
    }
    pages_ = std::make_shared<const Pages>(std::move(next));
    return remains;
}

template <class T>
void Shelf<T>::append(Block<T>* block) {
    block->fill_steps(policy_);
    block->set_number(new_number());
    blocks_[block->number()] = block;
    appended_.add(entry_of(block), new_block);
}

template <class T>
void Shelf<T>::finish() {
    std::size_t rows = 0;
    const auto& blocks = appended_.blocks;
    for (const auto& entry : blocks) rows += entry.block->count();
    expect(rows);
    const auto fetch = [&](const BlockEntry& entry) {
        for (std::size_t i = 0; i < entry.block->count(); ++i) where_.fetch(entry.block->rows()[i].id);
    };
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (b + 1 < blocks.size()) fetch(blocks[b + 1]);
        const auto& block = *blocks[b].block;
        for (std::size_t i = 0; i < block.count(); ++i) where_.insert(block.rows()[i].id, block.number());
    }
    close();
}

template <class T>
void Shelf<T>::expect(std::size_t rows) {
    where_.reserve(rows, [](auto /*put*/) {});
}

template <class T>
void Shelf<T>::append(const std::vector<Staged>& rows) {
    write(rows, no_block, appended_);
}

template <class T>
void Shelf<T>::close() {
    Pages pages;
    write_pages(appended_, nullptr, pages);
    appended_ = {};
    pages_ = std::make_shared<const Pages>(std::move(pages));
}

template class Shelf<WorkersKept>;
template class Shelf<OrdersKept>;

}  // namespace jianghui::matching
