#pragma once
// Mistakes planted between the program and its database (Bug): which statements they change and how.

#include <optional>
#include <string_view>

#include "tests/simulation/faulty_database.hpp"

namespace jianghui::simulation {

/// Whether the bug swallows this statement, which then claims to have changed a row.
[[nodiscard]] bool swallows(FaultPlan& plan, const store::Statement& statement,
                            const store::Arguments& arguments);
/// How many rows the statement claims to have changed when it has changed `changed`.
[[nodiscard]] std::int64_t claims(const FaultPlan& plan, const store::Statement& statement,
                                  std::int64_t changed);
/// What the statement is given instead of `arguments`.
[[nodiscard]] store::Arguments altered(const FaultPlan& plan, const store::Statement& statement,
                                       store::Arguments arguments);
/// What a column of the statement's rows says instead, if anything.
[[nodiscard]] std::optional<std::string_view> pretends(const FaultPlan& plan,
                                                       const store::Statement& statement,
                                                       std::string_view column);
/// Whether the bug hides the rows of this statement.
[[nodiscard]] bool hides(const FaultPlan& plan, const store::Statement& statement);
/// Whether the bug loses this commit.
[[nodiscard]] bool loses_commit(FaultPlan& plan);

}  // namespace jianghui::simulation
