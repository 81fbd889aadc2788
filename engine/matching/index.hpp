#pragma once
// The pool of workers and orders, kept in memory, and the two questions that are asked of it.
//
// Threads: one writer (the journal's follower; more take turns) and any number of readers. A batch
// is visible to a ranking entirely or not at all. A ranking waits for nobody and nobody waits for
// it: it looks at the newest version, which never changes. Only a question about somebody by id may
// wait for the batch that is being put in. Every answer names the journal position whose state it
// ranked.
//
// Answers are exact: README.md, "Inside", tells how they are found without looking at everybody.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "engine/matching/facts.hpp"
#include "engine/matching/names.hpp"
#include "engine/matching/policy.hpp"
#include "engine/matching/ranking.hpp"

namespace jianghui::matching {

struct EraseWorker {
    std::int64_t id = 0;
};
struct EraseOrder {
    std::int64_t id = 0;
};
/// A worker or order that appears or changes (by id), or that is gone. To erase what is not there
/// changes nothing, so a batch may be repeated.
using Change = std::variant<Worker, Order, EraseWorker, EraseOrder>;

/// The changes that bring the index to the state at one journal position.
struct Batch {
    std::int64_t position = 0;
    std::vector<Change> changes = {};
};

/// What its owner writes into an index file.
struct IndexNote {
    std::string foundation;  ///< what the facts were made from: a file of another one is foreign
    std::string attached;    ///< whatever the owner needs to go on from there
};

class Index {
  public:
    /// An empty index at position 0. Requires check(policy).
    explicit Index(Policy policy);
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// Applies a batch, all or nothing. Fails with out_of_range (a value beyond its limits; the
    /// path begins with the change's number), unknown_code (a skill or certificate id that names()
    /// did not give out) or position_went_back. O(size of the changes), plus what a version costs:
    /// some 10 µs a million workers, so changes are better put in together.
    Result<Done> apply(const Batch& batch);
    /// A batch of one change at the present position.
    Result<Done> upsert(const Worker& worker);
    Result<Done> upsert(const Order& order);
    /// Whether it was there.
    bool erase_worker(std::int64_t id);
    bool erase_order(std::int64_t id);
    /// Fills an empty index at once, which is many times faster than batch after batch: `all` hands
    /// every worker and order to `put`, each id once, and passes on what `put` refuses. All or
    /// nothing; fails as apply, or as `all`.
    using Put = std::function<Result<Done>(const Change&)>;
    Result<Done> fill(std::int64_t position, const std::function<Result<Done>(const Put&)>& all);

    /// The best `k` workers for the order: the order need not be in the index. Exactly those that
    /// scoring every worker and sorting by (score descending, id ascending) would put first. Fails
    /// with out_of_range or unknown_code when the order is faulty.
    [[nodiscard]] Result<Ranking> rank_workers(const Order& order,
                                               const RankRequest& request) const;
    /// The same for an order of the index. Fails with not_found.
    [[nodiscard]] Result<Ranking> rank_workers(std::int64_t order_id,
                                               const RankRequest& request) const;
    /// The same for every order of the index, all at one position, in an order in which neighbours
    /// ask for much the same people.
    void rank_every_order(
        const RankRequest& request,
        const std::function<void(std::int64_t order, Ranking&& ranking)>& take) const;
    /// The best `k` orders of the index for the worker, by the same score, except that reliability
    /// and freshness are the order's.
    [[nodiscard]] Result<Ranking> rank_orders(const Worker& worker,
                                              const RankRequest& request) const;
    [[nodiscard]] Result<Ranking> rank_orders(std::int64_t worker_id,
                                              const RankRequest& request) const;

    /// What speaks for and against one worker of the index for this order: every filter that fails,
    /// and the parts of the score all the same. Fails with not_found (the worker), out_of_range,
    /// unknown_code.
    [[nodiscard]] Result<Verdict> judge(const Order& order, std::int64_t worker_id,
                                        Day as_of) const;

    /// Writes everything to a file, readable by its owner alone, while changes go on; the file
    /// appears whole or not at all. `note_for` is told the position that is written. Fails with
    /// index_file_unwritable.
    using NoteFor = std::function<IndexNote(std::int64_t position)>;
    [[nodiscard]] Result<Done> save(const std::filesystem::path& path,
                                    const NoteFor& note_for) const;
    /// Fills an empty index whose names() are empty from a file that `accepts` accepts. Fails with
    /// not_found, index_file_damaged (torn or rotten: its checksum is wrong) or index_file_foreign
    /// (another policy, or not accepted); then the index is to be thrown away.
    using Accepts = std::function<bool(std::int64_t position, const IndexNote& note)>;
    [[nodiscard]] Result<Done> restore(const std::filesystem::path& path, const Accepts& accepts);

    /// The journal position of the last batch.
    [[nodiscard]] std::int64_t position() const;
    [[nodiscard]] std::int64_t workers() const;
    [[nodiscard]] std::int64_t orders() const;
    /// How many workers of the pool hold the skill.
    [[nodiscard]] std::int64_t holders(SkillId skill) const;
    /// Bytes that the newest version and what is kept beside it take.
    [[nodiscard]] std::size_t memory() const;
    [[nodiscard]] const Policy& policy() const;
    /// The names behind skill and certificate ids. Thread-safe by itself.
    [[nodiscard]] Names& names() const;

  private:
    struct State;
    class Writing;
    bool change_one(const Change& change);
    std::unique_ptr<State> state_;
};

inline constexpr ErrorCode position_went_back{
    "position_went_back", Kind::conflict,
    "匹配索引已在更后的流水位置。请从索引的位置继续读取，或重建索引。",
    "The index is at a later journal position. Go on from its position, or rebuild it."};
inline constexpr ErrorCode index_file_damaged{
    "index_file_damaged", Kind::internal, "匹配索引文件不完整或已损坏。请重建索引。",
    "The index file is torn or damaged. Rebuild the index."};
inline constexpr ErrorCode index_file_foreign{
    "index_file_foreign", Kind::conflict,
    "匹配索引文件属于另一套规则、参考数据或流水。请重建索引。",
    "The index file belongs to another policy, reference data or journal. Rebuild the index."};
inline constexpr ErrorCode index_file_unwritable{
    "index_file_unwritable", Kind::internal, "无法写入匹配索引文件。请检查磁盘空间和权限。",
    "The index file cannot be written. Check the space and rights of the disk."};

}  // namespace jianghui::matching
