#pragma once
// Reading what was counted.

#include <optional>
#include <utility>

#include "engine/app/context.hpp"
#include "features/statistics/kept.hpp"
#include "features/statistics/measures.hpp"
#include "features/statistics/model.hpp"

namespace jianghui::statistics {

/// Which figures: of a period, within a place ("": everywhere), as of a position (none: as of the
/// checkpoint, from the kept sums).
struct Slice {
    int period = 0;
    PlaceCode place;
    std::optional<std::int64_t> position;
};

/// The first and last code that may lie within a place, or of all places for "".
[[nodiscard]] std::pair<PlaceCode, PlaceCode> range_of(const PlaceCode& place);

/// Where steps of a slice lie, whatever its position, the place and period with the newest first.
[[nodiscard]] std::vector<PlacePeriod> place_periods_of(const store::Reader& reader, const Measure& measure, const Slice& slice);

/// How far a measure was counted.
[[nodiscard]] std::int64_t counted_to(const store::Reader& reader, const Measure& measure);

/// The figures by the finest values of the dimensions; what counts nothing is not listed.
/// O(cells), as of a position before the checkpoint and O(steps of those places and periods between it and their nearer end).
[[nodiscard]] std::vector<Cell> cells(const store::Reader& reader, const Measure& measure,
                                      const Slice& slice);

/// The first period with a figure; nothing when nothing was ever counted.
[[nodiscard]] std::optional<int> first_period(const store::Reader& reader,
                                              const Measure& measure);
/// Whether the period has begun and the journal goes back to it.
[[nodiscard]] bool is_covered(const store::Reader& reader, const Measure& measure, int period,
                              Instant now);
/// The places that ever had a figure, in the order of their codes.
[[nodiscard]] std::vector<PlaceCode> places_counted(const store::Reader& reader, const Measure& measure);
/// The cities that had a figure up to a position. O(places × periods).
[[nodiscard]] std::vector<PlaceCode> cities_counted(const store::Reader& reader, const Measure& measure, std::int64_t position);
/// The cities that ever had a figure.
[[nodiscard]] std::vector<PlaceCode> cities_counted(const store::Reader& reader,
                                                    const Measure& measure);
[[nodiscard]] std::vector<LeftOut> left_out(const store::Reader& reader, const Measure& measure);
/// How many events that are altogether, whatever the reason.
[[nodiscard]] std::int64_t events_left_out(const store::Reader& reader, const Measure& measure);

/// A code of a dimension at the level of a division: the class of an industry, the city of a place.
[[nodiscard]] std::string code_in(Division division, const std::string& finest);
/// The same of a cell.
[[nodiscard]] std::string code_in(Division division, const Cell& cell);
/// Its Chinese name; 未填 for "".
[[nodiscard]] std::string name_in(Division division, const codes::Tables& tables,
                                  const std::string& code);
/// The dimension that a division divides by.
[[nodiscard]] Dimension dimension_of(Division division);

/// Which of the cells a code of each dimension selects; none: all, "": those that said nothing.
struct Selection {
    std::optional<std::string> occupation;
    std::optional<std::string> industry;
    std::optional<std::string> origin;
    bool occupation_alone = false;  ///< without the occupations below it
};
[[nodiscard]] bool selects(const Selection& selection, const Cell& cell);
/// What is selected by a code, as a pattern of SQL's LIKE. `alone`: the code itself, not those below it.
[[nodiscard]] std::string pattern(const std::optional<std::string>& wanted, bool alone = false);
/// Their sum.
[[nodiscard]] Count sum_of(const std::vector<Cell>& cells, const Selection& selection);
/// The only dimension that a selection selects by; place when it selects by none.
[[nodiscard]] std::optional<Dimension> only_dimension(const Selection& selection);
/// The sum of the figures by that dimension which it selects. Requires only_dimension(selection).
[[nodiscard]] Count sum_of(const Sums& sums, Dimension dimension, const Selection& selection);

/// What a figure was counted from, newest first, as far as the caller may see it, at most `limit`. `facts`: how many there are, whoever
/// sees them, where that is known: then few of them are found among many that ended before.
[[nodiscard]] std::vector<RecordRow> records(const store::Reader& reader, const Measure& measure,
                                             const Slice& slice, const Selection& selection,
                                             const app::Caller& caller,
                                             std::optional<std::int64_t> cursor, int limit,
                                             std::optional<std::int64_t> facts = {});
/// Everything that the figures of a slice were counted from, newest first: for who counts it by something
/// else as well. What the reader may see is for the caller to decide. Requires a position. O(steps).
[[nodiscard]] std::vector<RecordRow> all_records(const store::Reader& reader,
                                                 const Measure& measure, const Slice& slice);
/// Whether the caller may see that record: it is public, or lies in the caller's places.
[[nodiscard]] bool sees(const app::Caller& caller, const Measure& measure, const RecordRow& row);
/// A record as it is shown: with names, and the order where it is one.
[[nodiscard]] RecordView view(const store::Reader& reader, const app::Services& services,
                              const Measure& measure, const RecordRow& row);


}  // namespace jianghui::statistics
