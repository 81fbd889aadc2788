#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/engagements/model.hpp"

namespace jianghui::engagements {

void insert(store::Transaction& transaction, const EngagementRow& engagement);
void insert(store::Transaction& transaction, const StepRow& step);
void insert(store::Transaction& transaction, const RatingRow& rating);
/// Whether nobody was faster since `before` was read.
[[nodiscard]] bool update(store::Transaction& transaction, const EngagementRow& before,
                          const EngagementRow& after);
[[nodiscard]] bool update(store::Transaction& transaction, const StepRow& before,
                          const StepRow& after);
/// In order of their numbers.
[[nodiscard]] std::vector<StepRow> steps_of(const store::Reader& reader, EngagementId engagement);
[[nodiscard]] std::vector<RatingRow> ratings_of(const store::Reader& reader,
                                                EngagementId engagement);
void open_ratings(store::Transaction& transaction, EngagementId engagement, Instant now);

}  // namespace jianghui::engagements
