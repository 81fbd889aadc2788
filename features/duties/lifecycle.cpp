// What happens to a duty and its findings.

#include <map>
#include <set>

#include "engine/app/slow_change.hpp"
#include "features/duties/endpoints.hpp"
#include "features/duties/errors.hpp"
#include "features/duties/events.hpp"
#include "features/duties/rights.hpp"
#include "features/duties/rules.hpp"
#include "features/duties/sheet.hpp"
#include "features/duties/store.hpp"
#include "features/duties/view.hpp"

namespace jianghui::duties {
namespace {

constexpr std::size_t faults_shown = 200;

void record(app::Command& command, const journal::EventKind& kind, const Duty& duty,
            std::optional<FindingId> finding = {}, const std::string& digest = "") {
    command.record(kind, {duty.city, "duty", duty.id.number, {}, {}, {}},
                   DutyEvent{duty.place, duty.status, duty.progress, finding, digest});
}

/// The duty, for who may do that to it now.
Result<Duty> find_for(const app::Command& command, DutyId id, DutyAct act) {
    const Sight sight = sight_of(command);
    TRY(Duty duty, find_visible(sight, id));
    const auto findings =
        act == DutyAct::confirm ? findings_of(command.db, id) : std::vector<Finding>();
    TRY_DO(may_do(sight, duty, findings, act));
    return duty;
}

/// A finding and its duty.
struct FindingFound {
    Finding finding;
    Duty duty;
};
/// The same for a finding.
Result<FindingFound> find_for(const app::Command& command, FindingId id, FindingAct act) {
    auto finding = find(command.db, id);
    if (!finding) return refuse(not_found);
    const Sight sight = sight_of(command);
    TRY(auto duty, find_visible(sight, finding->duty_id));
    TRY_DO(may_do(sight, duty, *finding, act));
    return FindingFound{std::move(*finding), std::move(duty)};
}

Result<std::optional<proofs::Proof>> proof_of(const app::Command& command,
                                              const std::optional<proofs::ProofId>& id) {
    if (!id) return std::optional<proofs::Proof>();
    TRY(auto proof, proofs::usable(command.db, command.caller, *id));
    return std::optional(std::move(proof));
}

/// What was reached before it was said to be whole: the last report of less, or nothing.
int progress_before(const store::Reader& reader, DutyId id) {
    for (const auto& report : reports_of(reader, id))
        if (report.progress < whole) return report.progress;
    return 0;
}

Result<DutyDetail> save(app::Command& command, Duty& duty, DutyStatus from,
                        const journal::EventKind& kind, const std::string& digest = "") {
    duty.changed_at = command.now;
    if (!update(command.db, duty, from)) return refuse(duty_status_conflict);
    record(command, kind, duty, {}, digest);
    return detail(sight_of(command), duty);
}

Result<Duty> put_duty(app::Command& command, const SetDuty& input) {
    const auto& tables = command.services.get<codes::Tables>();
    if (tables.find_place(input.place) == nullptr)
        return refuse(error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
    if (!command.caller.acts_in(input.place)) return refuse(duty_elsewhere);
    if (input.due_on < input.starts_on) return refuse(error(duty_period).at("/due_on"));
    Duty duty;
    duty.id = command.next_id<DutyId>();
    duty.city = city_of(input.place);
    duty.place = input.place;
    duty.office = input.office.text;
    duty.set_place = command.caller.place;
    duty.title = input.title.text;
    duty.what = input.what.text;
    duty.plan_row = input.plan_row.text;
    duty.measure = input.measure;
    duty.proof_asked = input.proof_asked;
    duty.starts_on = input.starts_on;
    duty.due_on = input.due_on;
    duty.made_by = command.caller.account;
    duty.made_at = duty.changed_at = command.now;
    insert(command.db, duty);
    record(command, duty_set, duty);
    return duty;
}

/// The titles of what the caller's office has set in the place, and not withdrawn.
std::set<std::string> titles_set_in(const app::Command& command, const PlaceCode& place) {
    std::set<std::string> titles;
    for (const auto& one : list(command.db, {place, place, place, {}, {}, {}}))
        if (one.set_place == command.caller.place && one.status != DutyStatus::withdrawn)
            titles.insert(one.title);
    return titles;
}

}  // namespace

Result<DutyDetail> set_duty(app::Command& command, const SetDuty& input) {
    TRY(const Duty duty, put_duty(command, input));
    return detail(sight_of(command), duty);
}

Result<DutiesReport> send_duties(app::Query& query, const SendDuties& input, const std::string& body) {
    TRY(auto read, read_duties(body, query.services.get<codes::Tables>(),
                               [&](const PlaceCode& place) { return query.caller.acts_in(place); }));
    DutiesReport report;
    report.rows = static_cast<std::int64_t>(read.rows.size());
    report.kept = read.faults.empty() && !read.rows.empty() && !input.dry_run.value_or(false);
    if (read.faults.size() > faults_shown) read.faults.resize(faults_shown);
    report.faults = std::move(read.faults);
    if (!report.kept) return report;
    return app::in_lane<DutiesReport>(query, [&](app::Command& command) -> Result<DutiesReport> {
        std::map<PlaceCode, std::set<std::string>> known;
        for (const auto& duty : read.rows) {
            const auto place = known.try_emplace(duty.place);
            if (place.second) place.first->second = titles_set_in(command, duty.place);
            if (place.first->second.count(duty.title.text) > 0)
                return refuse(error(duty_twice).with("title", duty.title.text));
            TRY_DO(put_duty(command, duty));
        }
        return report;
    });
}

Result<DutyDetail> report_progress(app::Command& command, const ReportProgress& input) {
    TRY(Duty duty, find_for(command, input.duty, DutyAct::report));
    const DutyStatus from = duty.status;
    const int progress = static_cast<int>(input.progress.value);
    TRY(duty.status, next_status(from, DutyAct::report, progress));
    if (duty.proof_asked && progress == whole && !input.proof)
        return refuse(error(duty_needs_proof).at("/proof"));
    TRY(const auto proof, proof_of(command, input.proof));
    DutyReport report{command.next_id<DutyReportId>(), duty.city, duty.id, progress,
                      input.said.text, {}, "", command.caller.account, command.now};
    if (proof) {
        report.proof = proof->id;
        report.digest = proof->digest;
    }
    insert(command.db, report);
    duty.progress = progress;
    duty.note.clear();
    duty.reported_by = command.caller.account;
    duty.reported_at = command.now;
    duty.proved = proof.has_value();
    return save(command, duty, from, duty_reported, report.digest);
}

Result<DutyDetail> confirm_duty(app::Command& command, const FindDuty& input) {
    TRY(Duty duty, find_for(command, input.duty, DutyAct::confirm));
    const DutyStatus from = duty.status;
    TRY(duty.status, next_status(from, DutyAct::confirm));
    duty.confirmed_by = command.caller.account;
    duty.confirmed_at = command.now;
    return save(command, duty, from, duty_confirmed);
}

Result<DutyDetail> send_duty_back(app::Command& command, const DutyReason& input) {
    TRY(Duty duty, find_for(command, input.duty, DutyAct::send_back));
    const DutyStatus from = duty.status;
    TRY(duty.status, next_status(from, DutyAct::send_back));
    duty.progress = progress_before(command.db, duty.id);
    duty.proved = false;
    duty.note = input.reason.text;
    return save(command, duty, from, duty_returned);
}

Result<DutyDetail> withdraw_duty(app::Command& command, const DutyReason& input) {
    TRY(Duty duty, find_for(command, input.duty, DutyAct::withdraw));
    const DutyStatus from = duty.status;
    TRY(duty.status, next_status(from, DutyAct::withdraw));
    duty.note = input.reason.text;
    return save(command, duty, from, duty_withdrawn);
}

namespace {

/// The duty, for who may visit it; a visit is neither before it begins nor in the future.
Result<Duty> find_visited(const app::Command& command, DutyId id, Date visited_on) {
    TRY(Duty duty, find_for(command, id, DutyAct::visit));
    if (visited_on > date_of(command.now) || visited_on < duty.starts_on)
        return refuse(error(visit_date).at("/visited_on"));
    return duty;
}

}  // namespace

Result<DutyDetail> record_visit(app::Command& command, const RecordVisit& input) {
    TRY(const Duty duty, find_visited(command, input.duty, input.visited_on));
    if (input.due_on < date_of(command.now)) return refuse(error(visit_date).at("/due_on"));
    Finding finding;
    finding.id = command.next_id<FindingId>();
    finding.city = duty.city;
    finding.duty_id = duty.id;
    finding.visited_on = input.visited_on;
    finding.found = input.found.text;
    finding.due_on = input.due_on;
    finding.made_by = command.caller.account;
    finding.made_at = command.now;
    insert(command.db, finding);
    record(command, duty_visited, duty, finding.id);
    return detail(sight_of(command), duty);
}

Result<DutyDetail> record_clean_visit(app::Command& command, const RecordCleanVisit& input) {
    TRY(const Duty duty, find_visited(command, input.duty, input.visited_on));
    insert(command.db, Visit{command.next_id<VisitId>(), duty.city, duty.id, input.visited_on,
                             input.saw.text, command.caller.account, command.now});
    record(command, duty_looked_at, duty);
    return detail(sight_of(command), duty);
}

Result<DutyDetail> remedy_finding(app::Command& command, const Remedy& input) {
    TRY(auto found, find_for(command, input.finding, FindingAct::remedy));
    auto& [finding, duty] = found;
    TRY(const auto proof, proof_of(command, input.proof));
    finding.status = FindingStatus::remedied;
    finding.remedy = input.remedy.text;
    if (proof) {
        finding.proof = proof->id;
        finding.digest = proof->digest;
    }
    finding.remedied_by = command.caller.account;
    finding.remedied_at = command.now;
    if (!update(command.db, finding, FindingStatus::open)) return refuse(duty_status_conflict);
    record(command, duty_remedied, duty, finding.id, finding.digest);
    return detail(sight_of(command), duty);
}

Result<DutyDetail> close_finding(app::Command& command, const FindFinding& input) {
    TRY(auto found, find_for(command, input.finding, FindingAct::close));
    auto& [finding, duty] = found;
    finding.status = FindingStatus::closed;
    finding.closed_by = command.caller.account;
    finding.closed_at = command.now;
    if (!update(command.db, finding, FindingStatus::remedied)) return refuse(duty_status_conflict);
    record(command, duty_finding_closed, duty, finding.id);
    return detail(sight_of(command), duty);
}

}  // namespace jianghui::duties
