// Most blocks are of other occupations than the order's: of their rows it is known without reading them that the
// occupation removes them, and for nearly all of them that something else would too.

#include "engine/matching/account_of_workers.hpp"

#include "engine/matching/line.hpp"

namespace jianghui::matching {
namespace {

/// A block where it stands.
struct Standing {
    const WorkerShelf::BlockEntry* entry;
    SlotWords words;
    [[nodiscard]] const WorkerBlock& block() const { return *entry->block; }
    [[nodiscard]] const WorkerBounds& bounds() const { return entry->bounds; }
};

/// The blocks of an index, numbered in their order.
class NumberedBlocks {
  public:
    explicit NumberedBlocks(const WorkerShelf::Pages& pages) : pages_(pages) {
        constexpr std::size_t ahead = 8;
        firsts_.reserve(pages.size() + 1);
        firsts_.push_back(0);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i + ahead < pages.size()) prefetch(pages[i + ahead].page);
            firsts_.push_back(firsts_.back() + pages[i].page->blocks.size());
        }
    }
    [[nodiscard]] std::size_t count() const { return firsts_.back(); }
    /// The first block of which a row may have that rank or a later one.
    [[nodiscard]] std::size_t first_reaching(std::uint32_t rank) const {
        return first_not([&](const auto& entry) { return entry.bounds.last_rank < rank; });
    }
    /// The first block of which all rows have later ranks.
    [[nodiscard]] std::size_t first_beyond(std::uint32_t rank) const {
        const auto within = [&](const auto& entry) { return rank_in(entry.key) <= rank; };
        const auto page = std::partition_point(pages_.begin(), pages_.end(), within);
        if (page == pages_.begin()) return 0;
        return in_page(page - 1, within);
    }
    /// Those numbered `numbers(0), numbers(1), …`, which ascend.
    template <class F>
    [[nodiscard]] std::vector<Standing> all(std::size_t count, F numbers) const {
        std::vector<Standing> blocks;
        blocks.reserve(count);
        std::size_t page = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t number = numbers(i);
            while (firsts_[page + 1] <= number) ++page;
            const auto& on = *pages_[page].page;
            const std::size_t at = number - firsts_[page];
            blocks.push_back({&on.blocks[at], on.words_of(at)});
        }
        return blocks;
    }

  private:
    using Page = WorkerShelf::Pages::const_iterator;
    template <class F>
    [[nodiscard]] std::size_t first_not(F before) const {
        const auto page = std::partition_point(pages_.begin(), pages_.end(), before);
        return page == pages_.end() ? count() : in_page(page, before);
    }
    template <class F>
    [[nodiscard]] std::size_t in_page(Page page, F before) const {
        const auto& blocks = page->page->blocks;
        const auto block = std::partition_point(blocks.begin(), blocks.end(), before);
        return firsts_[static_cast<std::size_t>(page - pages_.begin())] +
               static_cast<std::size_t>(block - blocks.begin());
    }

    const WorkerShelf::Pages& pages_;
    std::vector<std::size_t> firsts_;  ///< of each page, and the number of all
};

/// A quarter of a block's rows says nearly as much as all of them, since those who stand side by side are much alike.
/// `turn`: other rows in each of the blocks that follow each other, since the best stand first.
constexpr std::size_t rows_apart = 4;
std::uint64_t rows_of_turn(std::size_t turn) {
    constexpr std::uint64_t every_fourth = 0x1111'1111'1111'1111;
    return every_fourth << turn % rows_apart;
}

/// Counts the rows of blocks. What is looked at waits in short lines for its memory, as in the search.
class WorkerCount {
  public:
    WorkerCount(const OrderRow& order, const Worths& worths, const Scoring& scoring,
                const Admitted& admitted)
        : order_(order), worths_(worths), admitted_(admitted), wanted_(order, worths, scoring),
          filters_(order, worths) {}

    [[nodiscard]] std::uint32_t lowest_rank() const { return wanted_.lowest_rank(); }
    [[nodiscard]] std::uint32_t highest_rank() const { return wanted_.highest_rank(); }

    /// Of occupations that the order lets in: all rows, or one of `rows_apart`.
    [[nodiscard]] Tally inside(const std::vector<Standing>& blocks, bool all_rows) {
        const auto bring_near = [](const Standing& one) { prefetch(&one.block()); };
        std::size_t turn = 0;
        return count(blocks, bring_near, [&](const Standing& one) {
            const std::uint64_t everybody = one.block().everybody();
            return all_rows ? everybody : everybody & rows_of_turn(turn++);
        });
    }
    /// Of other occupations.
    [[nodiscard]] Tally outside(const std::vector<Standing>& blocks) {
        const auto bring_near = [this](const Standing& one) {
            wanted_.prefetch_elsewhere(one.block(), one.words, one.bounds());
        };
        return count(blocks, bring_near, [this](const Standing& one) {
            const WorkerBlock& block = one.block();
            // Another occupation of whoever has several may be the order's.
            const std::uint64_t closely = (block.everybody() & ~block.alone()) |
                                          wanted_.passing_elsewhere(block, one.words, one.bounds());
            tally_.count_removed(Filter::occupation,
                                 admitted_.count(block, block.everybody() & ~closely));
            return closely;
        });
    }

  private:
    struct Seen {
        const WorkerBlock* block = nullptr;
        std::uint32_t row = 0;
    };
    /// `bring_near` asks for the memory that `closely` reads; this says which rows of a block have to be looked at,
    /// and counts the others.
    template <class Near, class Closely>
    [[nodiscard]] Tally count(const std::vector<Standing>& blocks, Near bring_near, Closely closely) {
        constexpr std::size_t far = 16;
        constexpr std::size_t near = 8;
        tally_ = {};
        for (std::size_t i = 0; i < blocks.size() + far; ++i) {
            if (i < blocks.size()) prefetch(blocks[i].entry, sizeof(*blocks[i].entry));
            if (i >= far - near && i - (far - near) < blocks.size()) bring_near(blocks[i - (far - near)]);
            if (i < far) continue;
            const Standing& one = blocks[i - far];
            if (!admitted_.may_have_one(one.block())) continue;
            for (auto rows = closely(one); rows != 0; rows &= rows - 1)
                put({&one.block(), static_cast<std::uint32_t>(std::countr_zero(rows))});
        }
        while (!rows_.is_empty()) look_at_row(rows_.take());
        while (!lists_.is_empty()) judge(lists_.take());
        return tally_;
    }
    void put(const Seen& seen) {
        prefetch(seen.block->rows() + seen.row, sizeof(PackedWorker));
        if (rows_.is_full()) look_at_row(rows_.take());
        rows_.put(seen);
    }
    void look_at_row(const Seen& seen) {
        const PackedWorker& row = seen.block->rows()[seen.row];
        const WorkerRow worker = seen.block->row(seen.row);
        if (worker.number() != 0 || !admitted_.has(worker.circle())) return;
        if (filters_.decide(worker))
            return tally_.count(filters_.removing(worker, wanted_.metres_from(worker.at())));
        prefetch(seen.block->heap() + row.lists, sizeof(PackedSkill) * row.skills);
        if (lists_.is_full()) judge(lists_.take());
        lists_.put(seen);
    }
    void judge(const Seen& seen) {
        const WorkerRow worker = seen.block->row(seen.row);
        Pairing pair(worker, order_, worths_);
        pair.set_metres(wanted_.metres_from(worker.at()));
        tally_.count(pair);
    }

    const OrderRow& order_;
    const Worths& worths_;
    const Admitted& admitted_;
    Wanted wanted_;
    FixedFilters filters_;
    Tally tally_;
    Line<Seen, 16> rows_;
    Line<Seen, 8> lists_;
};

/// Every n-th so that of `rows` about `looks` at most are looked at.
std::size_t every(std::int64_t rows, std::int64_t looks) {
    if (rows <= looks) return 1;
    return static_cast<std::size_t>(looks < 1 ? rows + 1 : (rows + looks - 1) / looks);
}
/// How many of `count` are numbered from, from + step, …
std::size_t how_many(std::size_t count, std::size_t from, std::size_t step) {
    return from >= count ? 0 : (count - from - 1) / step + 1;
}

/// Who would pass without the filter of the occupation, so many seen, is known to about one in seven.
constexpr std::int64_t passing_seen = 50;

class WorkerAccount {
  public:
    WorkerAccount(const Version& version, WorkerCount& counting)
        : blocks_(*version.worker_pages), counting_(counting),
          first_(blocks_.first_reaching(counting.lowest_rank())),
          last_(std::max(first_, blocks_.first_beyond(counting.highest_rank()))) {}

    [[nodiscard]] Tally of(std::int64_t considered, std::int64_t most, std::int64_t enough) {
        if (considered <= most) {
            Tally all = inside(1, true);
            all += outside(0, 1);
            return all;
        }
        // A block has about as many rows as another.
        const auto within = considered * static_cast<std::int64_t>(last_ - first_) /
                            static_cast<std::int64_t>(std::max<std::size_t>(1, blocks_.count()));
        const auto looks = std::min({within, enough, most / 2});
        const Inside inner = inside_of(within, looks);
        Tally all = inner.tally;
        const auto [others, other_step] = spread(considered - within, most - looks, enough);
        if (all.counted() + others.counted() < considered) {
            all.stand_for(inner.each_stands_for);
            Tally weighed = others;
            weighed.stand_for(static_cast<std::int64_t>(other_step));
            all += weighed;
        } else {
            all += others;  // Nobody who takes part is in the blocks between.
        }
        return all;
    }

  private:
    struct Inside {
        Tally tally;
        std::int64_t each_stands_for;
    };
    /// Whole blocks, about `looks` rows of them; where these would be far apart, a quarter of the rows of twice as many.
    [[nodiscard]] Inside inside_of(std::int64_t rows, std::int64_t looks) {
        constexpr std::size_t far_apart = 12;
        const std::size_t step = every(rows, looks);
        if (step < far_apart) return {inside(step, true), static_cast<std::int64_t>(step)};
        return {inside(step / 2, false), static_cast<std::int64_t>(step / 2 * rows_apart)};
    }
    struct Spread {
        Tally tally;
        std::size_t step;
    };
    /// Looks at about `enough` of the others, then at those half way between, as long as too few are seen.
    [[nodiscard]] Spread spread(std::int64_t rows, std::int64_t most, std::int64_t enough) {
        const std::size_t least = every(rows, most);
        const std::size_t first = every(rows, std::min(most, enough));
        std::size_t step = least;
        while (step * 2 <= first) step *= 2;
        std::size_t from = step / 2;
        Tally tally = outside(from, step);
        for (; step > least && tally.alone(Filter::occupation) < passing_seen; step /= 2) {
            tally += outside((from + step / 2) % step, step);
            from %= step / 2;
        }
        return {tally, step};
    }
    [[nodiscard]] Tally inside(std::size_t step, bool all_rows) {
        const std::size_t from = step / 2;
        const auto numbers = [&](std::size_t i) { return first_ + from + i * step; };
        return counting_.inside(blocks_.all(how_many(last_ - first_, from, step), numbers), all_rows);
    }
    /// Of those outside, numbered as if the others were not there.
    [[nodiscard]] Tally outside(std::size_t from, std::size_t step) {
        const std::size_t gap = last_ - first_;
        return counting_.outside(
            blocks_.all(how_many(blocks_.count() - gap, from, step), [&](std::size_t i) {
                const std::size_t number = from + i * step;
                return number < first_ ? number : number + gap;
            }));
    }

    NumberedBlocks blocks_;
    WorkerCount& counting_;
    std::size_t first_;  ///< the block where the order's occupations begin …
    std::size_t last_;   ///< … and the one behind their last
};

}  // namespace

Tally account_of(const Version& version, const OrderRow& order, const Worths& worths,
                 const Scoring& scoring, const Admitted& admitted, std::int64_t most,
                 std::int64_t enough) {
    WorkerCount counting(order, worths, scoring, admitted);
    return WorkerAccount(version, counting).of(admitted.considered(), most, enough);
}

}  // namespace jianghui::matching
