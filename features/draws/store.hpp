#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/draws/model.hpp"

namespace jianghui::draws {

void insert(store::Transaction& transaction, const DrawRow& draw);
void insert(store::Transaction& transaction, const ApplicationRow& application);
/// Whether it stood until now: a draw is ended once, an application once.
[[nodiscard]] bool end(store::Transaction& transaction, const DrawRow& draw);
[[nodiscard]] bool end(store::Transaction& transaction, const ApplicationRow& application);
void look_later(store::Transaction& transaction, OrderId order, Instant due_at);

[[nodiscard]] std::optional<DrawRow> find_draw(const store::Reader& reader, OrderId order);
[[nodiscard]] std::optional<DrawRow> due_draw(const store::Reader& reader, Instant now);
[[nodiscard]] std::optional<ApplicationRow> find_application(const store::Reader& reader,
                                                             ApplicationId application);
[[nodiscard]] std::optional<ApplicationRow> own_application(const store::Reader& reader,
                                                            OrderId order, OrganisationId agency);
/// Those that were not withdrawn, in order of application.
[[nodiscard]] std::vector<ApplicationRow> applications_of(const store::Reader& reader,
                                                          OrderId order);
[[nodiscard]] int count_applications(const store::Reader& reader, OrderId order);
[[nodiscard]] int last_number(const store::Reader& reader, OrderId order);

}  // namespace jianghui::draws
