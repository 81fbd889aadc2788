#pragma once
// An allocation problem as files name it: workers and orders by any text, scores as decimals.

#include <optional>
#include <string>
#include <vector>

#include "engine/matching/allocating.hpp"

namespace jianghui::allocation {

/// The texts of the files of one problem; `name` is what a fault calls the file.
struct File {
    std::string name;
    std::string text;
};
struct ProblemFiles {
    File edges;                   ///< worker,order,score
    File orders;                  ///< order,capacity[,least][,group;group…][,team][,from,to]
    std::optional<File> workers;  ///< worker,capacity[,priority][,group]
    std::optional<File> groups;   ///< group,least,most: of orders
    std::optional<File> worker_groups = {};  ///< the same of workers
};

/// How the files are to be read.
struct Reading {
    bool minimise = false;
    std::string unmatched_penalty = {};  ///< a decimal ≥ 0: of each worker left without; "": none
};

/// The problem with its names. Workers, orders and groups are numbered in ascending byte order of
/// their names, whatever the order of the rows: so "ties by id" holds, and shuffled files give the
/// same answer.
struct NamedProblem {
    matching::AllocationProblem problem;
    std::vector<std::string> workers;
    std::vector<std::string> orders;
    std::vector<std::string> groups;  ///< those of the flow: in each other or apart
    std::vector<std::string> crossings;  ///< those across them
    std::vector<std::string> worker_groups;
    matching::AllocationWishes wishes;  ///< teams, and the periods of the orders
    int places = 0;         ///< scores are `score` × 10^−places
    bool minimise = false;  ///< scores were negated on the way in
    bool plain = true;      ///< no floors, groups, teams, periods, penalties or priorities

    /// A sum of scores as the files count it.
    [[nodiscard]] std::string text(matching::Wide sum) const {
        return matching::decimal_text(minimise ? -sum : sum, places);
    }
    /// How many make a team of each order; empty when none has teams.
    [[nodiscard]] matching::TeamsOfOrders teams_of_orders() const {
        matching::TeamsOfOrders sizes(wishes.teams.empty() ? 0 : orders.size());
        for (std::size_t t = 0; t < wishes.teams.size(); ++t)
            sizes[static_cast<std::size_t>(wishes.teams[t])] = wishes.team_sizes[t];
        return sizes;
    }
    /// Whether an answer needs a search besides the flow.
    [[nodiscard]] bool searches() const {
        return !wishes.teams.empty() || !wishes.periods.empty() || !problem.crossings.empty();
    }
};

/// Reads the files. Fails with table_malformed, naming file, row and column: a cell of another form,
/// an order or group that its list lacks, a name or a pair twice, scores that no exact sum can hold.
/// An order may be in several groups. Those that lie in each other or apart are the problem's groups,
/// as many as go together, the greater first; the others its crossings.
/// Workers who stand in the edges alone have the capacity 1. Orders with `from` and `to` (dates, both
/// included, or local times to the minute, the last not included) are given to a worker one at a time.
[[nodiscard]] Result<NamedProblem> read_problem(ProblemFiles files, const Reading& how);

}  // namespace jianghui::allocation
