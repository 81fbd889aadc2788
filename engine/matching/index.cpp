#include "engine/matching/index.hpp"

#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/matching/pairing.hpp"
#include "engine/matching/top.hpp"
#include "engine/matching/turnstile.hpp"

namespace jianghui::matching {
namespace {

using Rows = std::unordered_map<std::int64_t, std::uint32_t>;

/// What each filter removed, filled candidate by candidate.
struct Tally {
    std::int64_t passing = 0;
    std::array<std::int64_t, filter_count> first{};  ///< by the first filter that failed
    std::array<std::int64_t, filter_count> alone{};  ///< by filters that failed alone

    void count(Pairing& pair) {
        const std::size_t failed = pair.first_failure(0);
        if (failed == no_filter) {
            ++passing;
            return;
        }
        ++first[failed];
        if (pair.first_failure(failed + 1) == no_filter) ++alone[failed];
    }
};

void write_account(Ranking& ranking, const Tally& tally) {
    ranking.accounted = true;
    ranking.passing = tally.passing;
    std::int64_t most = 0;
    for (std::size_t i = 0; i < filter_count; ++i) {
        if (tally.first[i] == 0) continue;
        const auto filter = static_cast<Filter>(i);
        ranking.removed.push_back({filter, tally.first[i]});
        if (tally.passing == 0) ranking.last_filter = filter;
        if (relaxable(filter) && tally.first[i] > most) {
            most = tally.first[i];
            ranking.relaxation = Relaxation{filter, tally.passing + tally.alone[i]};
        }
    }
}

/// The ranking of `count` candidates, of which `pairing(row)` is the pair with the other side and
/// `id(row)` the identifier.
template <class PairingOf, class IdOf>
Ranking rank(std::size_t count, const RankRequest& request, Scoring& scoring, PairingOf pairing,
             IdOf id) {
    const auto takes_part = [&](std::size_t row) {
        return !request.among || request.among(id(row));
    };
    Ranking ranking;
    ranking.score_max = score_max(scoring.policy.weights);
    Top top(request.k);
    for (std::size_t row = 0; row < count; ++row) {
        if (!takes_part(row)) continue;
        ++ranking.considered;
        Pairing pair = pairing(row);
        if (pair.first_failure(0) == no_filter) top.offer({pair.score(scoring), id(row), row});
    }
    for (const Scored& kept : std::move(top).take())
        ranking.items.push_back({kept.id, kept.score, pairing(kept.row).parts(scoring)});
    const bool is_short = ranking.items.size() < request.k;
    if (request.account == Account::always ||
        (request.account == Account::when_short && is_short)) {
        Tally tally;
        for (std::size_t row = 0; row < count; ++row) {
            if (!takes_part(row)) continue;
            Pairing pair = pairing(row);
            tally.count(pair);
        }
        write_account(ranking, tally);
    }
    return ranking;
}

tl::unexpected<Error> unknown_name(const char* path) {
    return refuse(error(unknown_code, {"技能或证书的编号不是本索引给出的。",
                                       "The index did not give out this skill or certificate id."})
                      .at(path));
}

}  // namespace

struct Index::State {
    explicit State(Policy rules) : policy(std::move(rules)) {}

    const Policy policy;
    mutable Names names;
    Turnstile lock;
    // Everything below is guarded by `lock`.
    std::int64_t position = 0;
    WorkerColumns workers;
    OrderColumns orders;
    Rows worker_rows;
    Rows order_rows;
    std::vector<std::uint32_t> holders;  ///< by SkillId

    Result<Done> check_names(const Worker& worker) const {
        for (const HeldSkill& held : worker.skills)
            if (static_cast<std::uint32_t>(held.skill) >= names.skills.size())
                return unknown_name("/skills");
        for (const HeldCertificate& held : worker.certificates)
            if (static_cast<std::uint32_t>(held.kind) >= names.certificates.size())
                return unknown_name("/certificates");
        return Done{};
    }
    Result<Done> check_names(const Order& order) const {
        for (const AskedSkill& asked : order.skills)
            if (static_cast<std::uint32_t>(asked.skill) >= names.skills.size())
                return unknown_name("/skills");
        for (const CertificateId kind : order.certificates)
            if (static_cast<std::uint32_t>(kind) >= names.certificates.size())
                return unknown_name("/certificates");
        return Done{};
    }
    template <class T>
    Result<Done> check_all(const T& value) const {
        TRY_DO(check(value));
        return check_names(value);
    }
    Result<Done> check_all(const EraseWorker& /*change*/) const { return Done{}; }
    Result<Done> check_all(const EraseOrder& /*change*/) const { return Done{}; }

    void count_skills(std::size_t row, int change) {
        for (const HeldSkill& held : workers.skills[row]) {
            const auto skill = static_cast<std::size_t>(held.skill);
            if (skill >= holders.size()) holders.resize(skill + 1, 0);
            holders[skill] += static_cast<std::uint32_t>(change);
        }
    }

    void change(const Worker& worker) {
        const auto [entry, added] =
            worker_rows.try_emplace(worker.id, static_cast<std::uint32_t>(workers.size()));
        if (!added) count_skills(entry->second, -1);
        workers.write(entry->second, worker, policy);
        count_skills(entry->second, +1);
    }
    void change(const Order& order) {
        const auto entry =
            order_rows.try_emplace(order.id, static_cast<std::uint32_t>(orders.size())).first;
        orders.write(entry->second, order, policy);
    }
    bool change(const EraseWorker& erased) {
        const auto found = worker_rows.find(erased.id);
        if (found == worker_rows.end()) return false;
        const std::uint32_t row = found->second;
        count_skills(row, -1);
        worker_rows[workers.id.back()] = row;
        workers.remove(row);
        worker_rows.erase(erased.id);
        return true;
    }
    bool change(const EraseOrder& erased) {
        const auto found = order_rows.find(erased.id);
        if (found == order_rows.end()) return false;
        const std::uint32_t row = found->second;
        order_rows[orders.id.back()] = row;
        orders.remove(row);
        order_rows.erase(erased.id);
        return true;
    }

    [[nodiscard]] Rarities rarities() const {
        return {holders, static_cast<std::int64_t>(workers.size())};
    }
    [[nodiscard]] Ranking rank_workers(const OrderColumns& from, std::size_t row,
                                       const RankRequest& request) const {
        Rarities rare = rarities();
        Scoring scoring{policy, rare, Side::workers, day_number(request.as_of)};
        Ranking ranking = rank(
            workers.size(), request, scoring,
            [&](std::size_t i) { return Pairing(workers, i, from, row); },
            [&](std::size_t i) { return workers.id[i]; });
        ranking.position = position;
        return ranking;
    }
    [[nodiscard]] Ranking rank_orders(const WorkerColumns& from, std::size_t row,
                                      const RankRequest& request) const {
        Rarities rare = rarities();
        Scoring scoring{policy, rare, Side::orders, day_number(request.as_of)};
        Ranking ranking = rank(
            orders.size(), request, scoring,
            [&](std::size_t j) { return Pairing(from, row, orders, j); },
            [&](std::size_t j) { return orders.id[j]; });
        ranking.position = position;
        return ranking;
    }
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
    const auto lock = state_->lock.write();
    if (batch.position < state_->position) return refuse(position_went_back);
    for (const Change& change : batch.changes)
        std::visit([&](const auto& one) { state_->change(one); }, change);
    state_->position = batch.position;
    return Done{};
}

Result<Done> Index::upsert(const Worker& worker) {
    TRY_DO(state_->check_all(worker));
    const auto lock = state_->lock.write();
    state_->change(worker);
    return Done{};
}

Result<Done> Index::upsert(const Order& order) {
    TRY_DO(state_->check_all(order));
    const auto lock = state_->lock.write();
    state_->change(order);
    return Done{};
}

bool Index::erase_worker(std::int64_t id) {
    const auto lock = state_->lock.write();
    return state_->change(EraseWorker{id});
}

bool Index::erase_order(std::int64_t id) {
    const auto lock = state_->lock.write();
    return state_->change(EraseOrder{id});
}

Result<Ranking> Index::rank_workers(const Order& order, const RankRequest& request) const {
    TRY_DO(state_->check_all(order));
    OrderColumns one;
    one.write(0, order, state_->policy);
    const auto lock = state_->lock.read();
    return state_->rank_workers(one, 0, request);
}

Result<Ranking> Index::rank_workers(std::int64_t order_id, const RankRequest& request) const {
    const auto lock = state_->lock.read();
    const auto found = state_->order_rows.find(order_id);
    if (found == state_->order_rows.end()) return refuse(not_found);
    return state_->rank_workers(state_->orders, found->second, request);
}

Result<Ranking> Index::rank_orders(const Worker& worker, const RankRequest& request) const {
    TRY_DO(state_->check_all(worker));
    WorkerColumns one;
    one.write(0, worker, state_->policy);
    const auto lock = state_->lock.read();
    return state_->rank_orders(one, 0, request);
}

Result<Ranking> Index::rank_orders(std::int64_t worker_id, const RankRequest& request) const {
    const auto lock = state_->lock.read();
    const auto found = state_->worker_rows.find(worker_id);
    if (found == state_->worker_rows.end()) return refuse(not_found);
    return state_->rank_orders(state_->workers, found->second, request);
}

Result<Verdict> Index::judge(const Order& order, std::int64_t worker_id, Day as_of) const {
    TRY_DO(state_->check_all(order));
    OrderColumns one;
    one.write(0, order, state_->policy);
    const auto lock = state_->lock.read();
    const auto found = state_->worker_rows.find(worker_id);
    if (found == state_->worker_rows.end()) return refuse(not_found);
    Rarities rare = state_->rarities();
    Scoring scoring{state_->policy, rare, Side::workers, day_number(as_of)};
    Pairing pair(state_->workers, found->second, one, 0);
    Verdict verdict;
    for (std::size_t at = pair.first_failure(0); at != no_filter; at = pair.first_failure(at + 1))
        verdict.failed.push_back(static_cast<Filter>(at));
    verdict.score = pair.score(scoring);
    verdict.parts = pair.parts(scoring);
    return verdict;
}

std::int64_t Index::position() const {
    const auto lock = state_->lock.read();
    return state_->position;
}

std::int64_t Index::workers() const {
    const auto lock = state_->lock.read();
    return static_cast<std::int64_t>(state_->workers.size());
}

std::int64_t Index::orders() const {
    const auto lock = state_->lock.read();
    return static_cast<std::int64_t>(state_->orders.size());
}

std::int64_t Index::holders(SkillId skill) const {
    const auto lock = state_->lock.read();
    const auto at = static_cast<std::size_t>(skill);
    return at < state_->holders.size() ? state_->holders[at] : 0;
}

const Policy& Index::policy() const {
    return state_->policy;
}
Names& Index::names() const {
    return state_->names;
}

}  // namespace jianghui::matching
