#pragma once
// Mistakes planted between the program and its database (Bug): which statements they change and how.

#include "tests/simulation/faulty_database.hpp"

namespace jianghui::simulation {

/// Whether the bug swallows this statement, which then claims to have changed a row.
[[nodiscard]] bool swallows(FaultPlan& plan, const store::Statement& statement,
                            const store::Arguments& arguments);
/// How many rows the statement claims to have changed when it has changed `changed`.
[[nodiscard]] std::int64_t claims(const FaultPlan& plan, const store::Statement& statement,
                                  std::int64_t changed);
/// Whether the bug hides the rows of this statement.
[[nodiscard]] bool hides(const FaultPlan& plan, const store::Statement& statement);
/// Whether the bug loses this commit.
[[nodiscard]] bool loses_commit(FaultPlan& plan);

}  // namespace jianghui::simulation
