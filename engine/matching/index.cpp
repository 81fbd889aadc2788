#include "engine/matching/index.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "engine/matching/index_state.hpp"
#include "engine/matching/staging.hpp"

namespace jianghui::matching {
namespace {

tl::unexpected<Error> unknown_name(const char* path) {
    return refuse(error(unknown_code, {"技能或证书的编号不是本索引给出的。",
                                       "The index did not give out this skill or certificate id."})
                      .at(path));
}

std::int64_t id_of(const Worker& worker) { return worker.id; }
std::int64_t id_of(const Order& order) { return order.id; }
std::int64_t id_of(const EraseWorker& erased) { return erased.id; }
std::int64_t id_of(const EraseOrder& erased) { return erased.id; }
constexpr bool of_worker(const Change& change) {
    return std::holds_alternative<Worker>(change) || std::holds_alternative<EraseWorker>(change);
}

/// One worker by herself, for a question about somebody who is not in the index.
class LoneWorker {
  public:
    LoneWorker(const Worker& worker, const Policy& policy) {
        WorkerPacker(policy).pack(worker, [&](const PackedWorker& row, auto lists) {
            if (WorkerRow(row, lists.data()).number() > 0) return;
            row_ = row;
            lists_.assign(lists.begin(), lists.end());
        });
    }
    [[nodiscard]] WorkerRow row() const { return {row_, lists_.data()}; }

  private:
    PackedWorker row_{};
    std::vector<std::byte> lists_;
};

}  // namespace

Index::State::State(Policy rules)
    : policy(std::move(rules)), worker_shelf(policy), order_shelf(policy),
      versions(std::make_shared<const Version>(Version{
          .worker_pages = worker_shelf.pages(),
          .order_pages = order_shelf.pages(),
          .holders = std::make_shared<const Counts>(),
          .circles = std::make_shared<const Counts>()})) {}

Result<Done> Index::State::check_all(const Worker& worker) const {
    TRY_DO(check(worker));
    std::uint32_t skills = 0;
    for (const HeldSkill& held : worker.skills)
        skills = std::max(skills, static_cast<std::uint32_t>(held.skill) + 1);
    if (skills > names.skills.size()) return unknown_name("/skills");
    if (skills > skill_names_max) return refuse(error(out_of_range).at("/skills"));
    std::uint32_t certificates = 0;
    for (const HeldCertificate& held : worker.certificates)
        certificates = std::max(certificates, static_cast<std::uint32_t>(held.kind) + 1);
    if (certificates > names.certificates.size()) return unknown_name("/certificates");
    return Done{};
}

Result<Done> Index::State::check_all(const Order& order) const {
    TRY_DO(check(order));
    for (const AskedSkill& asked : order.skills)
        if (static_cast<std::uint32_t>(asked.skill) >= names.skills.size())
            return unknown_name("/skills");
    for (const CertificateId kind : order.certificates)
        if (static_cast<std::uint32_t>(kind) >= names.certificates.size())
            return unknown_name("/certificates");
    return Done{};
}

Result<Done> Index::State::check_all(const EraseWorker& /*change*/) const { return Done{}; }
Result<Done> Index::State::check_all(const EraseOrder& /*change*/) const { return Done{}; }

/// One batch on its way in: what is known of the state after it. Requires the writer's lock.
class Index::Writing {
  public:
    /// `filling`: an empty index, and all at once.
    explicit Writing(State& state, bool filling = false)
        : state_(state), filling_(filling), packer_(state.policy), order_packer_(state.policy),
          next_(*IndexVersions::Pin(state.versions)) {}

    [[nodiscard]] std::int64_t position() const { return next_.position; }
    /// The change, whatever the id was before. Ids must differ.
    void add(const Change& change) {
        std::visit([&](const auto& one) { put(one); }, change);
    }
    /// Takes out who is there. Whether somebody was.
    bool remove(const Change& change) {
        const std::int64_t id = std::visit([](const auto& one) { return id_of(one); }, change);
        return of_worker(change) ? remove_worker(id) : remove_order(id);
    }
    /// Makes everything visible.
    void publish(std::int64_t position) {
        const auto workers = workers_.sorted();
        const auto orders = orders_.sorted();
        const std::lock_guard lock(state_.finding);
        IndexRemains remains;
        if (filling_) {
            fill(state_.worker_shelf, all_workers_);
            fill(state_.order_shelf, all_orders_);
        } else {
            remains.workers = state_.worker_shelf.change(workers_gone_, workers);
            remains.orders = state_.order_shelf.change(orders_gone_, orders);
        }
        next_.position = position;
        next_.worker_pages = state_.worker_shelf.pages();
        next_.order_pages = state_.order_shelf.pages();
        if (holders_) next_.holders = std::move(holders_);
        if (circles_) next_.circles = std::move(circles_);
        state_.versions.publish(std::make_shared<const Version>(std::move(next_)),
                                std::move(remains));
    }

  private:
    void put(const Worker& worker) {
        packer_.pack(worker, [&](const PackedWorker& row, std::span<const std::byte> lists) {
            const WorkerRow seen(row, lists.data());
            if (seen.number() == 0) count(seen, +1);
            const auto key = key_of(seen, state_.policy);
            filling_ ? all_workers_.add(key, row, lists) : workers_.add(key, row, lists);
        });
    }
    void put(const Order& order) {
        order_packer_.pack(order, [&](const PackedOrder& row, std::span<const std::byte> lists) {
            const auto key = key_of(OrderRow(row, lists.data()), state_.policy);
            filling_ ? all_orders_.add(key, row, lists) : orders_.add(key, row, lists);
        });
        ++next_.orders;
    }
    void put(const EraseWorker& /*erased*/) {}
    void put(const EraseOrder& /*erased*/) {}

    template <class Shelf, class Classes>
    static void fill(Shelf& shelf, Classes& classes) {
        shelf.expect(classes.size());
        classes.take_each([&](const auto& rows) { shelf.append(rows); });
        shelf.close();
    }
    bool remove_worker(std::int64_t id) {
        const auto there = state_.worker_shelf.find(id);
        if (!there) return false;
        count(*there, -1);
        workers_gone_.push_back(id);
        return true;
    }
    bool remove_order(std::int64_t id) {
        if (!state_.order_shelf.find(id)) return false;
        --next_.orders;
        orders_gone_.push_back(id);
        return true;
    }
    static void count(Counts& counts, std::size_t at, int change) {
        if (at >= counts.size()) counts.resize(at + 1, 0);
        counts[at] += static_cast<std::uint32_t>(change);
    }
    void count(const WorkerRow& worker, int change) {
        next_.workers += change;
        if (!holders_) {  // Not for a batch of orders alone: they may be millions.
            holders_ = std::make_shared<Counts>(*next_.holders);
            circles_ = std::make_shared<Counts>(*next_.circles);
        }
        count(*circles_, worker.circle(), change);
        for (const PackedSkill held : worker.skills())
            count(*holders_, held.number() >> 3U, change);
    }

    State& state_;
    const bool filling_;
    WorkerPacker packer_;
    OrderPacker order_packer_;
    Version next_;
    std::shared_ptr<Counts> holders_;
    std::shared_ptr<Counts> circles_;
    std::vector<std::int64_t> workers_gone_, orders_gone_;
    Staging<PackedWorker> workers_;
    Staging<PackedOrder> orders_;
    StagedClasses<PackedWorker> all_workers_;
    StagedClasses<PackedOrder> all_orders_;
};

Index::Index(Policy policy) {
    ASSERT(check(policy).has_value());
    state_ = std::make_unique<State>(std::move(policy));
}
Index::~Index() = default;

Result<Done> Index::apply(const Batch& batch) {
    for (std::size_t i = 0; i < batch.changes.size(); ++i) {
        auto checked = std::visit([&](const auto& change) { return state_->check_all(change); },
                                  batch.changes[i]);
        if (!checked) {
            std::string path = fmt::format("/{}{}", i, checked.error().path);
            return refuse(std::move(checked).error().at(std::move(path)));
        }
    }
    // Of several changes of one worker or order the last one counts.
    std::unordered_map<std::int64_t, std::size_t> last_of_worker, last_of_order;
    for (std::size_t i = 0; i < batch.changes.size(); ++i) {
        const Change& change = batch.changes[i];
        auto& last = of_worker(change) ? last_of_worker : last_of_order;
        last[std::visit([](const auto& one) { return id_of(one); }, change)] = i;
    }
    const std::lock_guard lock(state_->writing);
    Writing writing(*state_);
    if (batch.position < writing.position()) return refuse(position_went_back);
    for (const auto* last : {&last_of_worker, &last_of_order})
        for (const auto& [id, i] : *last) {
            writing.remove(batch.changes[i]);
            writing.add(batch.changes[i]);
        }
    writing.publish(batch.position);
    return Done{};
}

Result<Done> Index::fill(std::int64_t position,
                         const std::function<Result<Done>(const Put&)>& all) {
    const std::lock_guard lock(state_->writing);
    ASSERT(workers() == 0 && orders() == 0);
    Writing writing(*state_, true);
    std::size_t number = 0;
    TRY_DO(all([&](const Change& change) -> Result<Done> {
        auto checked = std::visit([&](const auto& one) { return state_->check_all(one); }, change);
        if (!checked) {
            std::string path = fmt::format("/{}{}", number, checked.error().path);
            return refuse(std::move(checked).error().at(std::move(path)));
        }
        writing.add(change);
        ++number;
        return Done{};
    }));
    if (position < writing.position()) return refuse(position_went_back);
    writing.publish(position);
    return Done{};
}

Result<Done> Index::upsert(const Worker& worker) {
    TRY_DO(state_->check_all(worker));
    change_one(worker);
    return Done{};
}

Result<Done> Index::upsert(const Order& order) {
    TRY_DO(state_->check_all(order));
    change_one(order);
    return Done{};
}

bool Index::erase_worker(std::int64_t id) { return change_one(EraseWorker{id}); }
bool Index::erase_order(std::int64_t id) { return change_one(EraseOrder{id}); }

bool Index::change_one(const Change& change) {
    const std::lock_guard lock(state_->writing);
    Writing writing(*state_);
    const bool was_there = writing.remove(change);
    writing.add(change);
    writing.publish(writing.position());
    return was_there;
}

Result<Ranking> Index::rank_workers(const Order& order, const RankRequest& request) const {
    TRY_DO(state_->check_all(order));
    const LoneOrder lone(order, state_->policy);
    const IndexVersions::Pin version(state_->versions);
    return matching::rank_workers(*version, state_->policy, lone.row(), request);
}

Result<Ranking> Index::rank_workers(std::int64_t order_id, const RankRequest& request) const {
    std::unique_lock finding(state_->finding);
    const IndexVersions::Pin version(state_->versions);
    const auto order = state_->order_shelf.find(order_id);
    finding.unlock();
    if (!order) return refuse(not_found);
    return matching::rank_workers(*version, state_->policy, *order, request);
}

void Index::rank_every_order(
    const RankRequest& request,
    const std::function<void(std::int64_t order, Ranking&& ranking)>& take) const {
    const IndexVersions::Pin version(state_->versions);
    for (const auto& page : *version->order_pages)
        for (const auto& entry : page.page->blocks)
            for (std::size_t i = 0; i < entry.block->count(); ++i) {
                const OrderRow order = entry.block->row(i);
                take(order.id(),
                     matching::rank_workers(*version, state_->policy, order, request));
            }
}

Result<Ranking> Index::rank_orders(const Worker& worker, const RankRequest& request) const {
    TRY_DO(state_->check_all(worker));
    const LoneWorker lone(worker, state_->policy);
    const IndexVersions::Pin version(state_->versions);
    return matching::rank_orders(*version, state_->policy, lone.row(), request);
}

Result<Ranking> Index::rank_orders(std::int64_t worker_id, const RankRequest& request) const {
    std::unique_lock finding(state_->finding);
    const IndexVersions::Pin version(state_->versions);
    const auto worker = state_->worker_shelf.find(worker_id);
    finding.unlock();
    if (!worker) return refuse(not_found);
    return matching::rank_orders(*version, state_->policy, *worker, request);
}

Result<Verdict> Index::judge(const Order& order, std::int64_t worker_id, Day as_of) const {
    TRY_DO(state_->check_all(order));
    const LoneOrder lone(order, state_->policy);
    std::unique_lock finding(state_->finding);
    const IndexVersions::Pin version(state_->versions);
    const auto worker = state_->worker_shelf.find(worker_id);
    finding.unlock();
    if (!worker) return refuse(not_found);
    Rarities rarities(*version->holders, version->workers);
    const Worths worths(lone.row(), rarities);
    const Scoring scoring{state_->policy, Side::workers, day_number(as_of)};
    Pairing pair(*worker, lone.row(), worths);
    Verdict verdict;
    for (std::size_t at = pair.first_failure(0); at != no_filter; at = pair.first_failure(at + 1))
        verdict.failed.push_back(static_cast<Filter>(at));
    verdict.score = pair.score(scoring);
    verdict.parts = pair.parts(scoring);
    return verdict;
}

std::int64_t Index::position() const { return IndexVersions::Pin(state_->versions)->position; }
std::int64_t Index::workers() const { return IndexVersions::Pin(state_->versions)->workers; }
std::int64_t Index::orders() const { return IndexVersions::Pin(state_->versions)->orders; }

std::int64_t Index::holders(SkillId skill) const {
    const IndexVersions::Pin version(state_->versions);
    const auto at = static_cast<std::size_t>(skill);
    return at < version->holders->size() ? (*version->holders)[at] : 0;
}

std::size_t Index::memory() const {
    const std::lock_guard finding(state_->finding);
    const IndexVersions::Pin version(state_->versions);
    const auto of_pages = [](const auto& pages) {
        std::size_t bytes = pages.capacity() * sizeof(pages[0]);
        for (const auto& page : pages) {
            bytes += page.page->memory();
            for (const auto& entry : page.page->blocks)
                bytes += entry.block->size_of(entry.block->count(), entry.block->heap_size());
        }
        return bytes;
    };
    return of_pages(*version->worker_pages) + of_pages(*version->order_pages) +
           state_->worker_shelf.bookkeeping() + state_->order_shelf.bookkeeping() +
           (version->holders->capacity() + version->circles->capacity()) * sizeof(std::uint32_t);
}

const Policy& Index::policy() const { return state_->policy; }
Names& Index::names() const { return state_->names; }

}  // namespace jianghui::matching
