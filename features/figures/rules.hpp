#pragma once
// Pure counting rules (domain.md 3.5, CORRECTIONS 8): what an event means for the figures.

#include <string_view>

#include "features/codes/api.hpp"
#include "features/figures/model.hpp"

namespace jianghui::figures {

/// The version of the way of counting: raise it with every change of it.
inline constexpr int counting_formula = 1;

/// Whether an event of this kind can change a figure.
[[nodiscard]] bool counts(std::string_view kind);

/// 就业和流动: a placement is provisional when one side has confirmed the start, verified when both
/// have; it then stays counted, however the seat ends. A provisional one that came to nothing is
/// counted no more. `before` is what the seat counted as.
[[nodiscard]] std::optional<State> seat_state(std::string_view event_kind,
                                              std::optional<State> before);

/// What a statement's event says, as far as figures need it.
struct StatementFact {
    OrderId order;
    PlaceCode agency_place;
    orders::OrderKind order_kind = orders::OrderKind::recruit;
    int year = 0;  ///< of the month that was worked
    std::chrono::year_month month;
    std::optional<State> state;
    std::int64_t gross = 0;
    std::int64_t net = 0;
};
/// Reads it; members that it does not know are ignored. Nothing when one that it needs is missing
/// or of another type: such an event is not counted.
[[nodiscard]] std::optional<StatementFact> read_statement(const boost::json::value& data);

/// 营业收入: provisional when employer and agency agreed, verified when every payee has confirmed.
/// Nothing for a draft, and for a status that is unknown.
[[nodiscard]] std::optional<State> statement_state(std::string_view status);

/// Whether the agency's turnover includes the wages that it passes on (代收代付): dispatch and
/// outsourcing.
[[nodiscard]] bool passes_wages(orders::OrderKind kind);

/// What makes an employer served by an agency one 家次: once per kind of service and year.
[[nodiscard]] std::string service_fact(const Record& placement);
/// The record of 服务用人单位 that a placement stands for.
[[nodiscard]] Record service_of(const Record& placement);

/// A figure's name: a place ("" for the region), a year, a measure.
struct FigureKey {
    PlaceCode place;
    int year = 0;
    Measure measure = Measure::revenue;
    bool operator==(const FigureKey&) const = default;
};
/// "511500-2026-revenue"; "region-2026-revenue".
[[nodiscard]] std::string figure_id(const FigureKey& key);
/// The key, or nothing when the text is no figure's id.
[[nodiscard]] std::optional<FigureKey> parse_figure_id(std::string_view id);

/// The measure whose records a figure opens to.
[[nodiscard]] Measure recorded_as(Measure measure);
/// Whether anything is counted for this measure yet (talent: not yet).
[[nodiscard]] bool is_counted(Measure measure);
[[nodiscard]] Text unit_of(Measure measure);
[[nodiscard]] Text method_of(Measure measure);

/// The year of an instant in China.
[[nodiscard]] int year_of(Instant at);
/// The year asked for; without one that of `now`.
[[nodiscard]] int year_or_now(const std::optional<Integer<2000, 2100>>& year, Instant now);

/// The target of the place, in the unit of the figure, or nothing; of the region: the sum of what its
/// cities have.
[[nodiscard]] std::optional<std::int64_t> target_for(const codes::Tables& tables,
                                                     const FigureKey& key);

/// verified ÷ target in thousandths, rounded down. Requires a target over 0.
[[nodiscard]] std::int64_t progress_per_mille(std::int64_t verified, std::int64_t target);

}  // namespace jianghui::figures
