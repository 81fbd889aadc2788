// The best workers for an order. Blocks are looked at in the order of what their rows can score at
// most, and the search ends where that is less than what the k-th best has. Of a block's rows only
// those are read that hold enough of the skills to get into the list. Every bound is an upper
// bound of the very integers that the score is made of, so nobody is missed.

#include <bit>

#include "engine/matching/account_of_workers.hpp"
#include "engine/matching/best_first.hpp"
#include "engine/matching/line.hpp"
#include "engine/matching/top.hpp"
#include "engine/matching/wanted.hpp"

namespace jianghui::matching {
namespace {

class WorkerSearch {
  public:
    WorkerSearch(const Version& version, const OrderRow& order, const Worths& worths,
                 const Scoring& scoring, const RankRequest& request, const Admitted& admitted)
        : version_(version), order_(order), worths_(worths), scoring_(scoring),
          admitted_(admitted), wanted_(order, worths, scoring), top_(request.k),
          open_(score_max(scoring.policy.weights)) {}

    /// What is looked at waits in short lines, each for the memory that the next look reads.
    [[nodiscard]] std::vector<Scored> run() {
        push_pages();
        while (const Item* item = open_.pop(top_.threshold())) {
            if (item->most.total < top_.threshold()) continue;
            if (item->block == nullptr) {
                push_blocks(*item->page);
                continue;
            }
            wanted_.prefetch_slots(item->words());
            if (blocks_.is_full()) look_at_skills(blocks_.take());
            blocks_.put(*item);
        }
        while (!blocks_.is_empty()) look_at_skills(blocks_.take());
        while (!skilled_.is_empty()) look_at_facts(skilled_.take());
        while (!rows_.is_empty()) look_at_row(rows_.take());
        while (!lists_.is_empty()) consider(lists_.take());
        return std::move(top_).take();
    }

  private:
    struct Item {
        const WorkerShelf::Page* page = nullptr;
        const WorkerBlock* block = nullptr;  ///< one of the page; null: all of it
        std::uint32_t at = 0;                ///< where the block is in the page
        Wanted::Most most{};
        [[nodiscard]] SlotWords words() const { return page->words_of(at); }
    };
    struct Skilled {
        Item item{};
        std::uint64_t rows = 0;
    };
    struct Candidate {
        const WorkerBlock* block = nullptr;
        std::uint32_t row = 0;
        std::int64_t held = 0;     ///< the most of the skills' values
        int others = 0;            ///< the most points of all parts but the skills
        std::int64_t metres = -1;  ///< −1: not known yet
    };

    /// Calls `f` for the entries that have ranks from the lowest to the highest wanted.
    template <class Entries, class F>
    void each_in_class(const Entries& entries, F f) const {
        auto entry = std::partition_point(entries.begin(), entries.end(), [&](const auto& one) {
            return one.bounds.last_rank < wanted_.lowest_rank();
        });
        for (; entry != entries.end() && rank_in(entry->key) <= wanted_.highest_rank(); ++entry)
            f(*entry);
    }
    void push_pages() {
        constexpr std::size_t most_reserved = 16'384;
        std::size_t blocks = 0;
        each_in_class(*version_.worker_pages,
                      [&](const auto& entry) { blocks += 1 + entry.page->blocks.size(); });
        open_.reserve(std::min(blocks, most_reserved));
        each_in_class(*version_.worker_pages, [&](const WorkerShelf::PageEntry& entry) {
            push(entry.key, entry.bounds, {entry.page, nullptr});
        });
    }
    void push_blocks(const WorkerShelf::Page& page) {
        each_in_class(page.blocks, [&](const WorkerShelf::BlockEntry& entry) {
            push(entry.key, entry.bounds,
                 {&page, entry.block, static_cast<std::uint32_t>(&entry - page.blocks.data())});
        });
    }
    void push(std::uint64_t key, const WorkerBounds& bounds, Item item) {
        item.most = wanted_.most(rank_in(key), bounds, top_.threshold());
        if (item.most.total != Wanted::nobody) open_.push(item.most.total, item);
    }

    void look_at_skills(const Item& item) {
        const int threshold = top_.threshold();
        if (item.most.total < threshold) return;
        const std::uint64_t rows = wanted_.skilled(*item.block, item.words(), item.most, threshold);
        if (rows == 0) return;
        // The steps of a block are five lines of memory; a row is one or two, and says exactly what they say coarsely.
        if (are_one_or_two(rows)) return put_rows(item, rows, threshold);
        Wanted::prefetch_steps(*item.block);
        if (skilled_.is_full()) look_at_facts(skilled_.take());
        skilled_.put({item, rows});
    }
    void look_at_facts(const Skilled& skilled) {
        const Item& item = skilled.item;
        const int threshold = top_.threshold();
        if (item.most.total < threshold) return;
        put_rows(item, wanted_.worth_reading(*item.block, item.words(), skilled.rows, item.most, threshold), threshold);
    }
    /// Of these rows those whose skills may bring so many points, whatever else they have.
    void put_rows(const Item& item, std::uint64_t rows, int threshold) {
        const SlotWords words = item.words();
        const int others = item.most.rest + item.most.merit;
        for (; rows != 0; rows &= rows - 1) {
            const auto row = static_cast<std::uint32_t>(std::countr_zero(rows));
            const std::int64_t held = wanted_.held_at_most(words, row);
            if (!wanted_.brings(held, threshold - others)) continue;
            prefetch(item.block);  // Its head says where the lists begin.
            prefetch(item.block->rows() + row, sizeof(PackedWorker));
            if (rows_.is_full()) look_at_row(rows_.take());
            rows_.put({item.block, row, held, others, item.most.same_place ? item.most.metres : -1});
        }
    }
    /// All parts but the skills are known from the fixed part of a row: few lists have to be read.
    void look_at_row(Candidate candidate) {
        const WorkerRow worker = candidate.block->row(candidate.row);
        if (!may_pass(worker)) return;
        if (candidate.metres < 0) candidate.metres = wanted_.metres_from(worker.at());
        if (is_too_far(worker, candidate.metres)) return;
        if (!worker.has_several_occupations()) {
            Pairing pair(worker, order_, worths_);
            pair.set_metres(candidate.metres);
            candidate.others = pair.other_points(scoring_);
        }
        if (!wanted_.brings(candidate.held, top_.threshold() - candidate.others)) return;
        const PackedWorker& row = worker.packed();
        prefetch(candidate.block->heap() + row.lists, sizeof(PackedSkill) * row.skills);
        if (lists_.is_full()) consider(lists_.take());
        lists_.put(candidate);
    }
    void consider(const Candidate& candidate) {
        const WorkerRow worker = candidate.block->row(candidate.row);
        Pairing pair(worker, order_, worths_);
        if (candidate.others + pair.skill_points(scoring_.policy) < top_.threshold()) return;
        pair.set_metres(candidate.metres);
        if (pair.first_failure(0) != no_filter || !admitted_.has(worker.circle()) ||
            !worker.chosen_for(order_.occupation()))
            return;
        top_.offer({pair.score(scoring_), worker.id(), candidate.block, candidate.row});
    }
    /// Whether the place is out of reach of somebody who named no places.
    /// Requires that there is one.
    [[nodiscard]] static bool are_one_or_two(std::uint64_t rows) {
        rows &= rows - 1;
        return (rows & (rows - 1)) == 0;
    }
    [[nodiscard]] static bool is_too_far(const WorkerRow& worker, std::int64_t metres) {
        return !worker.has_more_lists() && worker.reach_metres() >= 0 && worker.reach_metres() < metres;
    }
    /// The filters that need the fixed part of the row alone.
    [[nodiscard]] bool may_pass(const WorkerRow& worker) const {
        const PackedOrder& asked = order_.packed();
        const DayRange free = worker.available();
        return free.first <= asked.latest_start && free.last >= asked.needed_until &&
               worker.education() >= asked.education && (worker.kinds() & asked.kind) != 0 &&
               (asked.pay_max < 0 || worker.packed().pay < 3 ||
                std::int64_t{worker.packed().pay} - 3 <= asked.pay_max);
    }

    const Version& version_;
    const OrderRow& order_;
    const Worths& worths_;
    const Scoring& scoring_;
    const Admitted& admitted_;
    Wanted wanted_;
    Top top_;
    BestFirst<Item> open_;
    Line<Item, 8> blocks_;
    Line<Skilled, 8> skilled_;
    Line<Candidate, 16> rows_;
    Line<Candidate, 8> lists_;
};

}  // namespace

Ranking rank_workers(const Version& version, const Policy& policy, const OrderRow& order,
                     const RankRequest& request) {
    Rarities rarities(*version.holders, version.workers);
    const Worths worths(order, rarities);
    const Scoring scoring{policy, Side::workers, day_number(request.as_of)};
    const Admitted admitted(request, version);
    Ranking ranking;
    ranking.position = version.position;
    ranking.score_max = score_max(policy.weights);
    ranking.considered = admitted.considered();
    const auto best = WorkerSearch(version, order, worths, scoring, request, admitted).run();
    ranking.items.resize(best.size());
    for (std::size_t i = 0; i < best.size(); ++i) {
        ranking.items[i].id = best[i].id;
        ranking.items[i].score = best[i].score;
        if (!request.with_parts) continue;
        const WorkerRow worker = static_cast<const WorkerBlock*>(best[i].block)->row(best[i].row);
        ranking.items[i].parts = Pairing(worker, order, worths).parts(scoring);
    }
    if (wants_account(request, ranking))
        account_of(version, order, worths, scoring, admitted, account_size(request, ranking),
                   request.account_enough)
            .write(ranking, request.k);
    return ranking;
}

}  // namespace jianghui::matching
