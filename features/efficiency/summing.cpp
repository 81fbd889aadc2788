#include "features/efficiency/summing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "features/efficiency/intervals.hpp"

namespace jianghui::efficiency {
namespace {

/// What took how long.
class Lengths {
  public:
    void add(Instant from, Instant to, const WorkingDays& calendar, const Hours& hours) {
        minutes_.push_back(working_minutes(from, to, calendar, hours));
        working_.push_back(working_days(from, to, calendar));
        natural_.push_back(natural_days(from, to));
    }
    /// Sorts them.
    [[nodiscard]] Spans spans() {
        for (auto* lengths : {&minutes_, &working_, &natural_})
            std::sort(lengths->begin(), lengths->end());
        return {static_cast<std::int64_t>(minutes_.size()),
                percentile(minutes_, 50),
                percentile(minutes_, 90),
                percentile(working_, 50),
                percentile(working_, 90),
                percentile(natural_, 50),
                percentile(natural_, 90)};
    }

  private:
    std::vector<std::int64_t> minutes_;
    std::vector<std::int64_t> working_;
    std::vector<std::int64_t> natural_;
};

struct Tally {
    std::int64_t of = 0;
    std::int64_t hits = 0;
    void add(bool hit) {
        ++of;
        if (hit) ++hits;
    }
    [[nodiscard]] Proportion shown() const { return proportion(hits, of); }
};

struct ProcedureTally {
    Lengths lengths;
    Tally within;
    Tally objected;
    Tally changed;
    Reviews reviews;
    std::map<std::string, std::int64_t> outcomes;
};
struct StepTally {
    Lengths lengths;
    Tally within;
};

using Group = std::pair<PlaceCode, std::string>;
using StepGroup = std::tuple<PlaceCode, std::string, std::string, Turn>;
/// Kind, whether of one home alone, whether from outside, the home: in the order of the rows.
using Side = std::tuple<TryKind, bool, bool, PlaceCode>;

void add_case(ProcedureTally& tally, const CaseCount& one, const WorkingDays& calendar,
              const Hours& hours) {
    tally.lengths.add(one.opened_at, *one.closed_at, calendar, hours);
    ++tally.outcomes[one.state];
    if (one.clocked) tally.within.add(!one.late);
    if (one.notified) tally.objected.add(one.objected);
    if (one.notified && one.objected) tally.changed.add(!one.burdened);
}

void add_review(Reviews& reviews, ReviewOutcome outcome) {
    switch (outcome) {
        case ReviewOutcome::upheld: ++reviews.upheld; break;
        case ReviewOutcome::changed: ++reviews.changed; break;
        case ReviewOutcome::overturned: ++reviews.overturned; break;
        case ReviewOutcome::ended: ++reviews.ended; break;
    }
}
Reviews with_share(Reviews reviews) {
    const auto corrected = reviews.changed + reviews.overturned;
    reviews.corrected = proportion(corrected, corrected + reviews.upheld);
    return reviews;
}

/// How one side fared in one kind of grab.
struct Fared {
    std::vector<std::int64_t> minutes;
    Tally sealed;  ///< draws and bids: each is a try
    std::set<std::pair<OrderId, OrganisationId>> races_won;
    std::int64_t races_lost = 0;
    std::int64_t barred = 0;

    void add(const Try& one) {
        minutes.push_back(one.minutes());
        sealed.add(one.won);
        if (one.kind == TryKind::race) races_won.emplace(one.order_id, one.agency);
    }
    void add(const Refusal& one) { ++(one.why == RefusedFor::gate ? barred : races_lost); }

    [[nodiscard]] Proportion success(TryKind kind) const {
        if (kind != TryKind::race) return sealed.shown();
        const auto won = static_cast<std::int64_t>(races_won.size());
        return proportion(won, won + races_lost);
    }
};

TreatmentRow row_of(const Side& side, Fared fared) {
    const auto& [kind, of_one_home, outside, home] = side;
    return {kind, home, "", outside, fared.success(kind), fared.barred, median_of(std::move(fared.minutes))};
}

}  // namespace

bool is_late(const Wait& wait) {
    return wait.clocked() && date_of(wait.ended_at) > *wait.due_on;
}

std::vector<ProcedureSpans> procedures_of(const std::vector<CaseCount>& cases,
                                          const std::vector<CaseCount>& reviews,
                                          const std::vector<Wait>& waits,
                                          const WorkingDays& calendar, const Hours& hours) {
    std::map<Group, ProcedureTally> procedures;
    std::map<StepGroup, StepTally> steps;
    for (const auto& one : cases)
        if (one.closed_at)
            add_case(procedures[{one.city, one.procedure_id}], one, calendar, hours);
    for (const auto& one : reviews)
        if (one.closed_at && one.reviewed && one.review_outcome)
            add_review(procedures[{one.city, *one.reviewed}].reviews, *one.review_outcome);
    for (const auto& wait : waits) {
        procedures[{wait.city, wait.procedure_id}];
        auto& tally = steps[{wait.city, wait.procedure_id, wait.step, wait.waits_for}];
        tally.lengths.add(wait.began_at, wait.ended_at, calendar, hours);
        if (wait.clocked()) tally.within.add(!is_late(wait));
    }
    std::vector<ProcedureSpans> rows;
    for (auto& [group, tally] : procedures) {
        ProcedureSpans row;
        row.city = group.first;
        row.procedure = group.second;
        row.spans = tally.lengths.spans();
        row.within_clock = tally.within.shown();
        row.objected = tally.objected.shown();
        row.changed = tally.changed.shown();
        row.reviews = with_share(tally.reviews);
        for (const auto& [state, cases] : tally.outcomes)
            row.outcomes.push_back({state, {}, proportion(cases, row.spans.count)});
        for (auto step = steps.lower_bound({group.first, group.second, "", Turn::office});
             step != steps.end() && std::get<0>(step->first) == group.first &&
             std::get<1>(step->first) == group.second;
             ++step)
            row.steps.push_back({std::get<2>(step->first), {}, std::get<3>(step->first),
                                 step->second.lengths.spans(), step->second.within.shown()});
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<SuccessDifference> differences_of(const std::vector<TreatmentRow>& rows) {
    std::vector<SuccessDifference> differences;
    for (const auto& own : rows) {
        if (own.home || own.outside) continue;
        for (const auto& far : rows) {
            if (far.home || !far.outside || far.kind != own.kind) continue;
            if (const auto points = points_between(own.success, far.success))
                differences.push_back({own.kind, points->per_mille, points->low, points->high});
        }
    }
    return differences;
}

std::vector<TreatmentRow> treatment_of(const std::vector<Try>& tries,
                                       const std::vector<Refusal>& refusals) {
    std::map<Side, Fared> sides;
    const auto add = [&sides](TryKind kind, const auto& one) {
        sides[Side(kind, false, one.outside(), PlaceCode())].add(one);
        sides[Side(kind, true, one.outside(), one.home)].add(one);
    };
    for (const auto& one : tries)
        if (one.ended_at) add(one.kind, one);
    for (const auto& one : refusals) add(TryKind::race, one);
    std::vector<TreatmentRow> rows;
    for (auto& [side, fared] : sides) rows.push_back(row_of(side, std::move(fared)));
    return rows;
}

}  // namespace jianghui::efficiency
