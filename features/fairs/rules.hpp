#pragma once
// Pure decisions of fairs: the files that a fair is computed from, what a plan is worth, and which
// edits it allows.

#include <map>

#include "features/allocation/api.hpp"
#include "features/fairs/errors.hpp"
#include "features/fairs/model.hpp"

namespace jianghui::fairs {

/// What a fair is computed from.
struct FairInput {
    struct Order {
        OrderId id;
        int seats = 0;
        PlaceCode place;
        Date from;
        Date to;
        orders::Shift shift = orders::Shift::day;
        int team_size = 0;  ///< its seats are filled by whole teams; 0: one by one
    };
    struct Edge {
        OrderId order;
        PersonId person;
        int score = 0;
    };
    std::vector<Order> orders;
    std::vector<Edge> edges;
    std::map<PersonId, OrganisationId> agencies;  ///< whose candidate; not everybody is one
    bool several = false;
    int agency_floor = 0;
    int place_floor = 0;
};

/// What an even spread would give a part of the whole, and of it at least `percent`: its share of the
/// places that can be filled, never more than it has itself. Rounded down.
[[nodiscard]] std::int64_t floor_of(int percent, std::int64_t part, std::int64_t whole,
                                    std::int64_t places);

/// The files of `jianghui allocate` for this input; the same input gives the same bytes.
[[nodiscard]] allocation::ProblemFiles files_of(const FairInput& input);
/// SM3 over names and texts of the files.
[[nodiscard]] std::string digest_of(const allocation::ProblemFiles& files);

/// How much of its floors, in percent, a problem without an answer could keep: the greatest whole
/// percent of every floor for which there is one. Nothing when not even 0 has, or `watch` stopped it.
[[nodiscard]] std::optional<int> feasible_percent(const allocation::NamedProblem& named,
                                                  const matching::AllocationWatch& watch);

/// A pair of a plan, by the numbers of the problem.
struct PlannedPair {
    std::int32_t worker = 0;
    std::int32_t order = 0;
    bool offered = false;
    bool operator==(const PlannedPair&) const = default;
};
/// The edge between them, or nothing.
[[nodiscard]] std::optional<std::size_t> edge_between(const matching::AllocationProblem& problem,
                                                      std::int32_t worker, std::int32_t order);

/// What has to leave a plan so that the worker can enter the order: who is replaced, and the places of
/// her own that are at the same time (or all that are too many). Fails with pair_not_qualified,
/// fair_order_full, pair_unknown (who is to be replaced is not there), fair_pair_offered,
/// fair_person_placed.
[[nodiscard]] Result<std::vector<PlannedPair>> leaving_for(
    const allocation::NamedProblem& named, const std::vector<PlannedPair>& plan,
    std::int32_t worker, std::int32_t order, std::optional<std::int32_t> instead_of);

/// How many would qualify for an order without the filter that removed the most; empty when not more than do.
[[nodiscard]] Text relaxing_text(const FairOrderRow& order);
/// Why seats of an order stay empty, in words.
[[nodiscard]] Text reason_text(std::string_view reason, std::string_view filter,
                               std::optional<std::int64_t> price);

}  // namespace jianghui::fairs
