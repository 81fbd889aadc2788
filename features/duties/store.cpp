#include "features/duties/store.hpp"

#include <algorithm>

#include "features/duties/queries.hpp"

namespace jianghui::duties {
namespace {

store::Arguments arguments_of(const Wanted& wanted) {
    return store::arguments("from", wanted.from, "to", wanted.to, "place", wanted.place, "status",
                            wanted.status, "due_from", wanted.due_from, "due_to", wanted.due_to);
}

}  // namespace

std::optional<Duty> find(const store::Reader& reader, DutyId id) {
    return reader.one<Duty>(sql::find_duty, store::arguments("duty", id));
}
std::optional<Finding> find(const store::Reader& reader, FindingId id) {
    return reader.one<Finding>(sql::find_finding, store::arguments("finding", id));
}
std::optional<Assessment> find(const store::Reader& reader, AssessmentId id) {
    return reader.one<Assessment>(sql::find_assessment, store::arguments("assessment", id));
}

std::vector<Duty> list(const store::Reader& reader, const Wanted& wanted) {
    return reader.all<Duty>(sql::list_duties, arguments_of(wanted));
}
std::pair<Date, Date> due_in(int year) {
    using namespace std::chrono;  // NOLINT: dates
    return {std::chrono::year(year) / January / 1, std::chrono::year(year) / December / 31};
}
std::vector<DutyReport> reports_of(const store::Reader& reader, DutyId duty) {
    return reader.all<DutyReport>(sql::reports_of, store::arguments("duty", duty));
}
std::vector<Finding> findings_of(const store::Reader& reader, DutyId duty) {
    return reader.all<Finding>(sql::findings_of, store::arguments("duty", duty));
}
std::vector<Visit> visits_of(const store::Reader& reader, DutyId duty) {
    return reader.all<Visit>(sql::visits_of, store::arguments("duty", duty));
}
std::map<DutyId, std::vector<Finding>> findings_of(const store::Reader& reader,
                                                   const Wanted& wanted) {
    std::map<DutyId, std::vector<Finding>> found;
    reader.each<Finding>(sql::findings_of_list, arguments_of(wanted), [&](Finding&& finding) {
        found[finding.duty_id].push_back(std::move(finding));
    });
    return found;
}
std::optional<Date> open_finding(const std::vector<Finding>& findings) {
    std::optional<Date> first;
    for (const auto& finding : findings)
        if (finding.status == FindingStatus::open && (!first || finding.due_on < *first))
            first = finding.due_on;
    return first;
}
bool all_closed(const std::vector<Finding>& findings) {
    return std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.status == FindingStatus::closed;
    });
}

void insert(store::Transaction& transaction, const Duty& duty) {
    transaction.execute(sql::insert_duty, store::members(duty));
}
void insert(store::Transaction& transaction, const DutyReport& report) {
    transaction.execute(sql::insert_report, store::members(report));
}
void insert(store::Transaction& transaction, const Finding& finding) {
    transaction.execute(sql::insert_finding, store::members(finding));
}
void insert(store::Transaction& transaction, const Visit& visit) {
    transaction.execute(sql::insert_visit, store::members(visit));
}
bool insert(store::Transaction& transaction, const Assessment& assessment) {
    return transaction.execute(sql::insert_assessment, store::members(assessment)) == 1;
}
bool update(store::Transaction& transaction, const Duty& duty, DutyStatus from) {
    return transaction.execute(sql::update_duty, store::members_and(duty, "from", from)) == 1;
}
bool update(store::Transaction& transaction, const Finding& finding, FindingStatus from) {
    return transaction.execute(sql::update_finding, store::members_and(finding, "from", from)) == 1;
}
bool update(store::Transaction& transaction, const Assessment& assessment, AssessmentStatus from) {
    return transaction.execute(sql::update_assessment,
                               store::members_and(assessment, "from", from)) == 1;
}

}  // namespace jianghui::duties
