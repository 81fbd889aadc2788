#pragma once
// Where tables come from: the public queries of other features, asked as anybody. What is hidden there is
// hidden here, because it is the same answer.

#include "engine/journal/journal.hpp"
#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// Somebody who is not signed in, asking in one snapshot. Holds references; lives while they do.
class Anybody {
  public:
    Anybody(const store::Reader& db, const app::Services& services, Instant now)
        : query{db, caller_, now, services, request_} {}
    Anybody(const Anybody&) = delete;
    Anybody& operator=(const Anybody&) = delete;

  private:
    app::Caller caller_;
    http::Request request_;

  public:
    app::Query query;
};

/// Whether an event of this kind publishes a document that is a table.
[[nodiscard]] bool publishes(std::string_view event_kind);
/// The tables that the event published. Requires an event of a kind that does. Fails as the public query fails.
[[nodiscard]] Result<std::vector<Content>> published_by(Anybody& anybody, const journal::Event& event);
/// What a published pay survey says of labour cost; no rows when nothing of it may be told.
[[nodiscard]] Result<Content> labour_cost_table(Anybody& anybody, const journal::Event& event);

/// The tables of a kind that is not published by an act, as they are now; none for other kinds. A register with
/// consequences is none of them: what was taken off a list is held against nobody.
[[nodiscard]] Result<std::vector<Content>> current_tables(Anybody& anybody, std::string_view kind);

/// Registers that everybody reads and of which no versions are kept, for their consequences.
struct LiveRegister {
    std::string id;
    Text title;
};
[[nodiscard]] Result<std::vector<LiveRegister>> live_registers(Anybody& anybody);

// For the files of sources.

[[nodiscard]] Column column(std::string id, Text title, ColumnType type = ColumnType::text,
                            Text unit = {}, Text about = {});
/// Code and name of a place: two columns.
void add_place_columns(std::vector<Column>& columns);
/// A text; nothing for "".
[[nodiscard]] Cell text_cell(std::string text);
[[nodiscard]] Cell cell(const std::optional<std::int64_t>& number);
[[nodiscard]] Cell cell(const std::optional<Instant>& at);
/// An enumeration's code; nothing for none.
template <class E>
[[nodiscard]] Cell code_cell(E value) {
    return std::string(codec::enum_text(value));
}
template <class E>
[[nodiscard]] Cell code_cell(const std::optional<E>& value) {
    return value ? code_cell(*value) : Cell();
}
/// The part of a table id that stands for a place.
[[nodiscard]] std::string part_of(const PlaceCode& place);

Result<std::vector<Content>> register_tables(Anybody& anybody);
Result<Content> demand_statistics(Anybody& anybody);
Result<Content> open_orders(Anybody& anybody);
Result<Content> service_products(Anybody& anybody);
/// What `quarter_report.published` and `survey.published` published.
Result<Content> quarter_report_table(Anybody& anybody, const journal::Event& event);
Result<Content> survey_table(Anybody& anybody, const journal::Event& event);

}  // namespace jianghui::open_data
