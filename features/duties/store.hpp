#pragma once
// The SQL of duties.

#include <map>

#include "features/duties/model.hpp"

namespace jianghui::duties {

[[nodiscard]] std::optional<Duty> find(const store::Reader& reader, DutyId id);
[[nodiscard]] std::optional<Finding> find(const store::Reader& reader, FindingId id);
[[nodiscard]] std::optional<Assessment> find(const store::Reader& reader, AssessmentId id);

/// What a list asks for; codes from … to of places, or of the offices that set them.
struct Wanted {
    PlaceCode from;
    PlaceCode to;
    std::optional<PlaceCode> place;
    std::optional<DutyStatus> status;
    std::optional<Date> due_from;
    std::optional<Date> due_to;
};
/// The first and the last day of a year, for `due_from` and `due_to`.
[[nodiscard]] std::pair<Date, Date> due_in(int year);
/// By last day.
[[nodiscard]] std::vector<Duty> list(const store::Reader& reader, const Wanted& wanted);
[[nodiscard]] std::vector<DutyReport> reports_of(const store::Reader& reader, DutyId duty);
[[nodiscard]] std::vector<Finding> findings_of(const store::Reader& reader, DutyId duty);
[[nodiscard]] std::vector<Visit> visits_of(const store::Reader& reader, DutyId duty);
/// The same of all duties that `list` would find, read at once; those without any are not in it.
[[nodiscard]] std::map<DutyId, std::vector<Finding>> findings_of(const store::Reader& reader,
                                                                 const Wanted& wanted);
/// The earliest last day among the open findings of a duty, or nothing.
[[nodiscard]] std::optional<Date> open_finding(const std::vector<Finding>& findings);
/// Whether none of them is left to be remedied or closed.
[[nodiscard]] bool all_closed(const std::vector<Finding>& findings);

void insert(store::Transaction& transaction, const Duty& duty);
void insert(store::Transaction& transaction, const DutyReport& report);
void insert(store::Transaction& transaction, const Finding& finding);
void insert(store::Transaction& transaction, const Visit& visit);
/// False when the place and year has one.
[[nodiscard]] bool insert(store::Transaction& transaction, const Assessment& assessment);
/// False when somebody was faster: it is not in the state `from` any more.
[[nodiscard]] bool update(store::Transaction& transaction, const Duty& duty, DutyStatus from);
[[nodiscard]] bool update(store::Transaction& transaction, const Finding& finding,
                          FindingStatus from);
[[nodiscard]] bool update(store::Transaction& transaction, const Assessment& assessment,
                          AssessmentStatus from);

}  // namespace jianghui::duties
