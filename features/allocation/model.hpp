#pragma once
// The options of the commands.

#include <optional>
#include <string>

#include "engine/app/feature.hpp"

namespace jianghui::allocation {

enum class Method : std::uint8_t { optimal, stable, greedy };
BOOST_DESCRIBE_ENUM(Method, optimal, stable, greedy)
enum class Objective : std::uint8_t { max, min };
BOOST_DESCRIBE_ENUM(Objective, max, min)

/// jianghui allocate --edges E.csv --orders O.csv …
struct Allocate {
    std::string edges;
    std::string orders;
    std::optional<std::string> workers;
    std::optional<std::string> groups;
    std::optional<std::string> worker_groups;
    std::optional<Method> method;        ///< absent: optimal
    std::optional<Objective> objective;  ///< absent: max
    std::optional<bool> perfect;
    std::optional<std::string> unmatched_penalty;  ///< a decimal ≥ 0
    std::optional<Integer<1, 86400>> time_limit;  ///< seconds
    std::optional<bool> progress;
};
BOOST_DESCRIBE_STRUCT(Allocate, (),
                      (edges, orders, workers, groups, worker_groups, method, objective, perfect,
                       unmatched_penalty, time_limit, progress))

/// jianghui stable --input F.json
struct Stable {
    std::string input;
};
BOOST_DESCRIBE_STRUCT(Stable, (), (input))

/// Refuses with table_malformed and the like, `allocation_undecided`; answers no (infeasible) with
/// exit code 3.
[[nodiscard]] Result<app::Printed> allocate(const Allocate& options);
[[nodiscard]] Result<app::Printed> stable(const Stable& options);

}  // namespace jianghui::allocation
