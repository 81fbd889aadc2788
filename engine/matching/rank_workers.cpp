// The best workers for an order. Blocks are looked at in the order of what their rows can score at
// most, and the search ends where that is less than what the k-th best has. Of a block's rows only
// those are read that hold enough of the skills to get into the list. Every bound is an upper
// bound of the very integers that the score is made of, so nobody is missed.

#include <bit>

#include "engine/matching/account.hpp"
#include "engine/matching/best_first.hpp"
#include "engine/matching/index_state.hpp"
#include "engine/matching/line.hpp"
#include "engine/matching/top.hpp"

namespace jianghui::matching {
namespace {

using WorkerBlock = Block<WorkersKept>;

/// Who takes part, asked once for each circle.
class Admitted {
  public:
    Admitted(const RankRequest& request, const Version& version) {
        considered_ = version.workers;
        if (!request.among) return;
        considered_ = 0;
        const Counts& circles = *version.circles;
        circles_.resize(circles.size());
        for (std::size_t i = 0; i < circles.size(); ++i) {
            if (circles[i] == 0) continue;
            circles_[i] = request.among(static_cast<std::uint32_t>(i));
            if (circles_[i]) considered_ += circles[i];
        }
        all_ = false;
    }
    [[nodiscard]] bool has(std::uint32_t circle) const { return all_ || circles_[circle]; }
    /// How many of these rows of the block take part. Reads them only when they are of several circles.
    [[nodiscard]] int count(const WorkerBlock& block, std::uint64_t rows) const {
        if (all_) return std::popcount(rows);
        if (block.circle() != WorkerBlock::of_several)
            return circles_[block.circle()] ? std::popcount(rows) : 0;
        int counted = 0;
        for (; rows != 0; rows &= rows - 1)
            counted += has(block.row(static_cast<std::size_t>(std::countr_zero(rows))).circle()) ? 1 : 0;
        return counted;
    }
    [[nodiscard]] std::int64_t considered() const { return considered_; }

  private:
    bool all_ = true;
    std::vector<bool> circles_;
    std::int64_t considered_ = 0;
};

/// What an order asks, in the form in which bounds and words of blocks are compared.
class Wanted {
  public:
    Wanted(const OrderRow& order, const Worths& worths, const Scoring& scoring)
        : order_(order), packed_(order.packed()), scoring_(scoring) {
        const Weights& weights = scoring.policy.weights;
        stated_ = order.occupation().levels();
        related_ = std::min(stated_, scoring.policy.experience_levels_min);
        const bool pay_compares = packed_.pay_min != pay_by_piece &&
                                  packed_.pay_max != pay_by_piece &&
                                  (packed_.pay_min >= 0 || packed_.pay_max >= 0);
        pay_most_ = pay_compares ? weights.pay : weights.pay / 2;
        read_skills(worths, weights.skills);
        for (const CertificateId kind : order.certificates())
            required_.push_back(slot_of(kind));
        const Occupation asked = class_of(order.occupation(), packed_.occupation_levels);
        lowest_ = rank_of(asked);
        highest_ = last_rank_in(asked);
    }

    [[nodiscard]] std::uint32_t lowest_rank() const { return lowest_; }
    [[nodiscard]] std::uint32_t highest_rank() const { return highest_; }

    /// What the rows of a block or page can have at most, part by part.
    struct Most {
        int total = nobody;
        int merit = 0;        ///< of the total: experience and reliability
        int rest = 0;         ///< of the total: all but merit and skills
        bool related = true;  ///< whether experience counts
        std::int64_t metres = 0;  ///< the nearest row's distance …
        bool same_place = false;  ///< … and that of all of them
    };
    static constexpr int nobody = -1;
    /// The most that a row with these bounds can score; `nobody` when all of them fail a filter or
    /// stay below the threshold.
    [[nodiscard]] Most most(std::uint32_t first_rank, const WorkerBounds& bounds, int threshold) {
        if (nobody_passes(bounds)) return {};
        const int common = levels_at_most(first_rank, bounds.last_rank);
        if (common < packed_.occupation_levels) return {};
        const Weights& weights = scoring_.policy.weights;
        Most most;
        most.related = common >= related_;
        most.merit = counted(bounds.merit, most.related);
        most.rest = pay_most_ + points_of_freshness(scoring_.policy, scoring_.as_of, bounds.confirmed_on) +
                    (stated_ == 0        ? weights.occupation.back() / 2
                     : common >= stated_ ? weights.occupation.back()
                                         : weights.occupation[static_cast<std::size_t>(common)]);
        const int near = most.rest + most.merit + skill_bounds_.back();
        if (near + weights.distance < threshold) return {};
        most.metres = metres_to(bounds.area);
        if (most.metres > bounds.reach) return {};
        most.same_place = bounds.area.is_point();
        const int distance = points_of_distance(scoring_.policy, most.metres);
        most.rest += distance;
        most.total = near + distance < threshold ? nobody : near + distance;
        return most;
    }

    /// The rows of the block that may hold enough of what is wanted to reach the threshold, whatever
    /// else they have. This usually leaves nobody.
    [[nodiscard]] std::uint64_t skilled(const WorkerBlock& block, const Most& most,
                                        int threshold) const {
        std::uint64_t rows = block.everybody();
        for (const unsigned slot : required_) rows &= block.slot(slot);
        const std::size_t needed = skills_needed(threshold - most.rest - most.merit);
        if (needed == 0 || rows == 0) return rows;
        if (needed > slots_.size()) return 0;
        Holders holders;
        read_holders(block, holders);
        return rows & holders[needed];
    }
    /// Of `rows`, which are skilled, those that have to be read: they may pass, and may reach the threshold.
    [[nodiscard]] std::uint64_t worth_reading(const WorkerBlock& block, std::uint64_t rows,
                                              const Most& most, int threshold) const {
        rows &= passing_facts(block, most.metres);
        if (rows == 0 || threshold == 0) return rows;
        Holders holders;
        read_holders(block, holders);
        return rows & promising(block, holders, most, threshold);
    }
    /// Whether everybody in a block or page is of another occupation than the order lets in.
    [[nodiscard]] bool is_elsewhere(std::uint32_t first_rank, const WorkerBounds& bounds) const {
        return levels_at_most(first_rank, bounds.last_rank) < packed_.occupation_levels;
    }
    /// The rows of the block that may pass every filter but that of the occupation; all others fail another one too.
    [[nodiscard]] std::uint64_t passing_elsewhere(const WorkerBlock& block, const WorkerBounds& bounds) {
        if (nobody_passes(bounds)) return 0;
        const std::int64_t metres = metres_to(bounds.area);
        if (metres > bounds.reach) return 0;
        std::uint64_t rows = block.everybody();
        for (const unsigned slot : required_) rows &= block.slot(slot);
        return rows == 0 ? 0 : rows & passing_facts(block, metres);
    }
    /// Brings the words of skills, and then those of the other facts, nearer before they are read.
    void prefetch_slots(const WorkerBlock& block) const {
        __builtin_prefetch(&block);
        for (const unsigned slot : required_) __builtin_prefetch(block.slots() + slot);
        for (const unsigned slot : slots_) __builtin_prefetch(block.slots() + slot);
    }
    static void prefetch_steps(const WorkerBlock& block) {
        for (unsigned fact = 0; fact < WorkersKept::facts; ++fact)
            __builtin_prefetch(&block.steps(fact));
        __builtin_prefetch(block.rows());
    }

  private:
    /// Whether all with these bounds fail a filter that is neither the occupation nor the reach.
    [[nodiscard]] bool nobody_passes(const WorkerBounds& bounds) const {
        return (bounds.kinds & packed_.kind) == 0 || bounds.education < packed_.education ||
               bounds.from > packed_.latest_start || bounds.to < packed_.needed_until ||
               (packed_.pay_max >= 0 && bounds.pay > 2 &&
                std::int64_t{bounds.pay} - 3 > packed_.pay_max);
    }
    /// The rows of the block whose facts may pass, when nobody of it is nearer than that.
    [[nodiscard]] std::uint64_t passing_facts(const WorkerBlock& block, std::int64_t metres) const {
        std::uint64_t rows = block.everybody();
        const auto keep = [&](WorkersKept::Fact fact, std::int64_t least) {
            rows &= block.steps(fact).at_least(static_cast<std::int32_t>(least));
        };
        keep(WorkersKept::from, -std::int64_t{packed_.latest_start});
        keep(WorkersKept::to, packed_.needed_until);
        keep(WorkersKept::education, packed_.education);
        keep(WorkersKept::reach, metres);
        if (packed_.pay_max >= 0) keep(WorkersKept::pay, WorkersKept::pay_value(packed_.pay_max));
        return rows;
    }
    /// How many of the wanted skills a row must hold to have so many points for them; more than
    /// there are when all together do not bring so much.
    [[nodiscard]] std::size_t skills_needed(int points) const {
        std::size_t needed = 0;
        while (needed < skill_bounds_.size() && skill_bounds_[needed] < points) ++needed;
        return needed;
    }
    [[nodiscard]] int counted(int merit, bool related) const {
        return related ? merit : std::min(merit, scoring_.policy.weights.reliability);
    }
    /// By n: the rows that may hold n or more of the skills; nobody holds more than there are.
    using Holders = std::array<std::uint64_t, limits::skills + 2>;
    void read_holders(const WorkerBlock& block, Holders& holders) const {
        std::fill_n(holders.begin(), slots_.size() + 2, 0);
        holders[0] = ~0ULL;
        for (std::size_t seen = 0; seen < slots_.size(); ++seen) {
            const std::uint64_t held = block.slot(slots_[seen]);
            for (std::size_t n = seen + 1; n > 0; --n) holders[n] |= holders[n - 1] & held;
        }
    }
    /// The rows whose merit and skills may reach the threshold: the less merit, the more skills.
    [[nodiscard]] std::uint64_t promising(const WorkerBlock& block, const Holders& holders,
                                          const Most& most, int threshold) const {
        const Steps& merits = block.steps(WorkersKept::merit);
        std::uint64_t rows = 0;
        for (std::size_t quarter = 0; quarter < 4; ++quarter) {
            const int merit = std::min(
                most.merit, counted(merits.most_between(quarter, most.merit), most.related));
            const std::size_t needed = skills_needed(threshold - most.rest - merit);
            rows |= merits.between(quarter) & holders[needed];
        }
        return rows;
    }
    void read_skills(const Worths& worths, int points) {
        std::vector<std::int64_t> full;
        for (const Worths::Asked& asked : worths.asked()) {
            full.push_back(asked.step * (asked.level + 1));
            slots_.push_back(slot_of(asked.skill));
            if (asked.required) required_.push_back(slot_of(asked.skill));
        }
        std::sort(full.rbegin(), full.rend());
        skill_bounds_.push_back(full.empty() ? points / 2 : 0);
        std::int64_t sum = 0;
        for (const std::int64_t worth : full)
            skill_bounds_.push_back(share_of(points, sum += worth, worths.whole()));
    }
    /// The most levels that a rank between these two shares with what is asked.
    [[nodiscard]] int levels_at_most(std::uint32_t first, std::uint32_t last) const {
        const std::uint32_t own = rank_of(order_.occupation());
        const auto common = [&](std::uint32_t rank) {
            return levels_in_common(occupation_of(rank), order_.occupation());
        };
        if (first == last) return common(first);
        // Codes sort as a tree is walked: what lies in the class of `own` follows it at once.
        if (first <= last_rank_in(order_.occupation()) && own <= last) return stated_;
        return std::max(common(first), common(last));
    }
    [[nodiscard]] std::int64_t metres_to(const Area& area) {
        // Blocks of one county follow each other and lie at one point.
        if (area != last_area_) {
            last_area_ = area;
            last_metres_ = metres_at_least(area, order_.at());
        }
        return last_metres_;
    }

    OrderRow order_;
    const PackedOrder& packed_;
    const Scoring& scoring_;
    int stated_;
    int related_;
    int pay_most_;
    std::vector<unsigned> slots_;     ///< of the skills, one for each
    std::vector<unsigned> required_;  ///< of what nobody may lack
    std::vector<int> skill_bounds_;   ///< points of the n most valuable skills
    std::uint32_t lowest_;
    std::uint32_t highest_;
    Area last_area_{};
    std::int64_t last_metres_ = 0;
};

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
            if (item->page != nullptr) {
                push_blocks(*item->page);
                continue;
            }
            wanted_.prefetch_slots(*item->block);
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
        const WorkerBlock* block = nullptr;
        Wanted::Most most{};
    };
    struct Skilled {
        Item item{};
        std::uint64_t rows = 0;
    };
    struct Candidate {
        const WorkerBlock* block = nullptr;
        std::uint32_t row = 0;
        int most = 0;              ///< all points but those of the skills
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
        each_in_class(*version_.worker_pages, [&](const WorkerShelf::PageEntry& entry) {
            push(entry.key, entry.bounds, {entry.page, nullptr});
        });
    }
    void push_blocks(const WorkerShelf::Page& page) {
        each_in_class(page.blocks, [&](const WorkerShelf::BlockEntry& entry) {
            push(entry.key, entry.bounds, {nullptr, entry.block});
        });
    }
    void push(std::uint64_t key, const WorkerBounds& bounds, Item item) {
        item.most = wanted_.most(rank_in(key), bounds, top_.threshold());
        if (item.most.total != Wanted::nobody) open_.push(item.most.total, item);
    }

    void look_at_skills(const Item& item) {
        const int threshold = top_.threshold();
        if (item.most.total < threshold) return;
        const std::uint64_t rows = wanted_.skilled(*item.block, item.most, threshold);
        if (rows == 0) return;
        Wanted::prefetch_steps(*item.block);
        if (skilled_.is_full()) look_at_facts(skilled_.take());
        skilled_.put({item, rows});
    }
    void look_at_facts(const Skilled& skilled) {
        const Item& item = skilled.item;
        const int threshold = top_.threshold();
        if (item.most.total < threshold) return;
        auto rows = wanted_.worth_reading(*item.block, skilled.rows, item.most, threshold);
        for (; rows != 0; rows &= rows - 1) {
            const auto row = static_cast<std::uint32_t>(std::countr_zero(rows));
            prefetch(item.block->rows() + row, sizeof(PackedWorker));
            if (rows_.is_full()) look_at_row(rows_.take());
            rows_.put({item.block, row, item.most.rest + item.most.merit,
                       item.most.same_place ? item.most.metres : -1});
        }
    }
    void look_at_row(const Candidate& candidate) {
        const PackedWorker& row = candidate.block->rows()[candidate.row];
        if (!may_pass(candidate.block->row(candidate.row))) return;
        prefetch(candidate.block->heap() + row.lists, sizeof(PackedSkill) * row.skills);
        if (lists_.is_full()) consider(lists_.take());
        lists_.put(candidate);
    }
    static void prefetch(const void* at, std::size_t size) {
        __builtin_prefetch(at);
        __builtin_prefetch(static_cast<const std::byte*>(at) + size);
    }
    void consider(const Candidate& candidate) {
        const WorkerRow worker = candidate.block->row(candidate.row);
        Pairing pair(worker, order_, worths_);
        if (candidate.most + pair.skill_points(scoring_.policy) < top_.threshold()) return;
        if (candidate.metres >= 0) pair.set_metres(candidate.metres);
        if (pair.first_failure(0) != no_filter || !admitted_.has(worker.circle()) ||
            !worker.chosen_for(order_.occupation()))
            return;
        top_.offer({pair.score(scoring_), worker.id(), candidate.block, candidate.row});
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
    Line<Skilled, 4> skilled_;
    Line<Candidate, 16> rows_;
    Line<Candidate, 8> lists_;
};

/// Most blocks are of other occupations than the order's: of their rows it is known without reading them that the
/// occupation removes them, and for nearly all of them that something else would too.
Tally account_of(const Version& version, const OrderRow& order, const Worths& worths,
                 const Scoring& scoring, const Admitted& admitted, std::int64_t most) {
    Tally tally;
    Wanted wanted(order, worths, scoring);
    const auto count = [&](const WorkerShelf::BlockEntry& entry) {
        const WorkerBlock& block = *entry.block;
        std::uint64_t closely = block.everybody();
        if (wanted.is_elsewhere(rank_in(entry.key), entry.bounds)) {
            // Another occupation of whoever has several may be the order's.
            closely = (block.everybody() & ~block.alone()) |
                      wanted.passing_elsewhere(block, entry.bounds);
            tally.count_removed(Filter::occupation,
                                admitted.count(block, block.everybody() & ~closely));
        }
        for (; closely != 0; closely &= closely - 1) {
            const WorkerRow worker = block.row(static_cast<std::size_t>(std::countr_zero(closely)));
            if (worker.number() != 0 || !admitted.has(worker.circle())) continue;
            Pairing pair(worker, order, worths);
            tally.count(pair);
        }
    };
    each_counted_block(*version.worker_pages, admitted.considered(), most, count);
    return tally;
}

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
        account_of(version, order, worths, scoring, admitted, account_size(request, ranking))
            .write(ranking, request.k);
    return ranking;
}

}  // namespace jianghui::matching
