#pragma once
// The history of one thing page by page: for histories that may be longer than `of_subject` reads.

#include "engine/journal/journal.hpp"

namespace jianghui::journal {

/// Up to `limit` events of the thing after a position, in order.
[[nodiscard]] std::vector<Event> of_subject_after(const store::Reader& reader, std::int64_t subject,
                                                  std::int64_t position, int limit);

}  // namespace jianghui::journal
