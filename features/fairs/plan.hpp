#pragma once
// A plan as it is written when a fair is decided, and as it is read again.

#include "features/fairs/rules.hpp"

namespace jianghui::fairs {

/// The people of one order, as the ranking accounted for them.
struct OrderAccount {
    OrderId order;
    std::int64_t considered = 0;
    int qualified = 0;
    std::vector<matching::Removed> removed;
    std::optional<matching::Relaxation> relaxation = {};
};

/// Everything that a decided fair writes.
struct NewPlan {
    FairRow fair;
    std::vector<FairOrderRow> orders;
    std::vector<FairPairRow> pairs;
    std::vector<std::pair<std::string, std::string>> files;
};
/// The plan of an answer: pairs, why seats stay empty, the files that it can be computed from again.
/// `fair` has all that is known but the outcome.
[[nodiscard]] NewPlan plan_of(FairRow fair, const allocation::NamedProblem& named,
                              const allocation::Answer& answer,
                              const std::vector<OrderAccount>& accounts,
                              const allocation::ProblemFiles& files);
/// Writes it while the fair is in the status `seen`, with the event. Waits for the lane. False: nothing was
/// written, because the fair is in another status or the database refused; then it is to be tried again.
[[nodiscard]] bool write_plan(const app::Services& services, FairStatus seen, const FairRow& fair,
                const NewPlan& plan);

/// A decided fair's problem, read from its files, with the prices of its proof.
struct KnownProblem {
    allocation::NamedProblem named;
    std::vector<std::int64_t> worker_prices;
    std::vector<std::int64_t> order_prices;
    std::int64_t gap = 0;  ///< by so much more than the computed plan has, the prices allow

    [[nodiscard]] std::optional<std::int32_t> worker(PersonId person) const;
    [[nodiscard]] std::optional<std::int32_t> order(OrderId order) const;
};
/// Fails with fair_not_decided.
[[nodiscard]] Result<KnownProblem> known_problem(const store::Reader& reader, const FairRow& fair);

}  // namespace jianghui::fairs
