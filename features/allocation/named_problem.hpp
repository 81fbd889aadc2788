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
    File orders;                  ///< order,capacity[,least][,group][,team]
    std::optional<File> workers;  ///< worker,capacity[,priority]
    std::optional<File> groups;   ///< group,least,most
};

/// The problem with its names. Workers, orders and groups are numbered in ascending byte order of
/// their names, whatever the order of the rows: so "ties by id" holds, and shuffled files give the
/// same answer.
struct NamedProblem {
    matching::AllocationProblem problem;
    std::vector<std::string> workers;
    std::vector<std::string> orders;
    std::vector<std::string> groups;
    std::vector<std::int32_t> teams;  ///< orders that take all or none, ascending
    int places = 0;         ///< scores are `score` × 10^−places
    bool minimise = false;  ///< scores were negated on the way in
    bool plain = true;      ///< no floors, groups, teams or priorities

    /// A sum of scores as the files count it.
    [[nodiscard]] std::string text(matching::Wide sum) const {
        return matching::decimal_text(minimise ? -sum : sum, places);
    }
};

/// Reads the files. Fails with table_malformed, naming file, row and column: a cell of another form,
/// an order or group that its list lacks, a name or a pair twice, scores that no exact sum can hold.
/// Workers who stand in the edges alone have the capacity 1.
[[nodiscard]] Result<NamedProblem> read_problem(ProblemFiles files, bool minimise);

}  // namespace jianghui::allocation
