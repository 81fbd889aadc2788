#include "features/statistics/newest_records.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

/// Each time it looks back at so many steps at least of each place and period.
constexpr int steps_min = 16;

/// A step that makes its fact a candidate.
struct Candidate {
    std::int64_t began = 0;
    std::string fact;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (began, fact, place, occupation, industry, origin, position))

/// A step behind the figure's period, which may be where a fact ends.
struct EndStep {
    std::int64_t began = 0;
    std::string fact;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    int selected = 0;  ///< 1: it may be
};
BOOST_DESCRIBE_STRUCT(EndStep, (), (began, fact, place, occupation, industry, origin, selected))

/// The arguments of the page with some of them given or replaced.
template <class... More>
store::Arguments with_these(const store::Arguments& page, const More&... more) {
    auto all = store::arguments(more...);
    for (const auto& [name, value] : page)
        if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.first == name; }))
            all.emplace_back(name, value);
    return all;
}

std::string with_bars(const Candidate& one) {
    return std::to_string(one.began) + '|' + one.place.text + '|' + one.occupation + '|' + one.industry + '|' + one.origin;
}

/// Of the page, the newest first.
void sort_newest_first(std::vector<RecordRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& one, const auto& other) {
        return one.position != other.position ? one.position > other.position : one.fact < other.fact;
    });
}

/// Those of the candidates that are in the figure and the reader's.
std::vector<RecordRow> records_of(const store::Reader& reader, const store::Arguments& page, const std::vector<Candidate>& candidates) {
    std::vector<RecordRow> found;
    store::Readings readings;
    for (const auto& one : candidates)
        readings.each<RecordRow>(sql::record_of_fact,
                                 with_these(page, "began", one.began, "fact", one.fact, "place", one.place, "occupation", one.occupation,
                                            "industry", one.industry, "origin", one.origin),
                                 [&](RecordRow&& row) { found.push_back(std::move(row)); });
    readings.run(reader);
    sort_newest_first(found);
    return found;
}

class Walk {
  public:
    Walk(const store::Reader& reader, const store::Arguments& page, std::int64_t before)
        : reader_(reader),
          page_(page),
          places_(reader.all<PlacePeriod>(sql::place_periods, with_these(page, "after", 0))) {
        before_ = std::min(before, places_.empty() ? 1 : places_.front().position + 1);
    }

    [[nodiscard]] bool over() const { return over_; }

    /// Adds the records among the next newest steps, the newest first.
    void look_back(int limit, std::vector<RecordRow>& rows) {
        auto candidates = next_candidates(limit);
        std::stable_sort(candidates.begin(), candidates.end(), [](const auto& one, const auto& other) {
            return one.position > other.position;
        });
        std::erase_if(candidates, [this](const Candidate& one) { return !seen_.insert(with_bars(one)).second; });
        auto found = records_of(reader_, page_, candidates);
        rows.insert(rows.end(), std::make_move_iterator(found.begin()),
                    std::make_move_iterator(found.end()));
    }

  private:
    /// Of how many places and periods the steps are read: of all that have steps where the walk stands, and of
    /// some that may be met next.
    std::size_t places_to_read() {
        const auto met = std::find_if(places_.begin(), places_.end(),
                                      [&](const PlacePeriod& one) { return one.position < before_; });
        const auto wanted = static_cast<std::size_t>(met - places_.begin()) + more_;
        more_ *= 2;
        return std::min(places_.size(), wanted);
    }

    /// The newest steps of places and periods, down to where all are known.
    std::vector<Candidate> next_candidates(int limit) {
        struct Read {
            int count = 0;
            std::int64_t last = 0;
        };
        std::vector<Read> read(places_to_read());
        const int steps = std::max(steps_min, limit * 4 / std::max(1, static_cast<int>(read.size())));
        std::vector<Candidate> all;
        store::Readings readings;
        for (std::size_t i = 0; i < read.size(); ++i)
            readings.each<Candidate>(sql::newest_steps,
                                     with_these(page_, "place", places_[i].place, "period",
                                                places_[i].period, "before", before_, "limit", steps),
                                     [&all, &so_far = read[i]](Candidate&& one) {
                                         ++so_far.count;
                                         so_far.last = one.position;
                                         all.push_back(std::move(one));
                                     });
        readings.run(reader_);
        std::int64_t known_from = read.size() < places_.size() ? places_[read.size()].position : 0;
        for (const auto& one : read)
            if (one.count == steps) known_from = std::max(known_from, one.last);
        // Of an event at that position not every step may have been read.
        std::erase_if(all, [&](const Candidate& one) { return one.position <= known_from; });
        before_ = known_from + 1;
        over_ = known_from == 0;
        return all;
    }

    const store::Reader& reader_;
    const store::Arguments& page_;
    std::int64_t before_ = 0;
    bool over_ = false;
    std::vector<PlacePeriod> places_;  ///< the one with the newest step first
    std::size_t more_ = 16;
    std::set<std::string> seen_;
};

/// So many steps behind the figure's period are looked at for them.
constexpr int steps_looked_at = 4000;

/// Where facts end behind the period; nothing when that is too much to look at.
std::optional<std::vector<Candidate>> that_end_behind(const store::Reader& reader, const store::Arguments& page, std::int64_t before,
                                                      int period) {
    std::vector<Candidate> candidates;
    std::set<std::string> seen;
    int left = steps_looked_at;
    for (const auto& part : reader.all<PlacePeriod>(
             sql::place_periods, with_these(page, "after", 0, "period_from", period + 1, "period_to", std::numeric_limits<int>::max()))) {
        if (left <= 0) return std::nullopt;
        reader.each<EndStep>(sql::steps_that_end,
                             with_these(page, "place", part.place, "period", part.period, "before", before, "limit", left + 1),
                             [&](EndStep&& step) {
                                 --left;
                                 if (step.selected != 1) return;
                                 Candidate one{step.began, std::move(step.fact), std::move(step.place), std::move(step.occupation),
                                               std::move(step.industry), std::move(step.origin), 0};
                                 if (seen.insert(with_bars(one)).second) candidates.push_back(std::move(one));
                             });
    }
    return left >= 0 ? std::optional(std::move(candidates)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<RecordRow>> records_by_their_end(const store::Reader& reader, const store::Arguments& arguments,
                                                          std::int64_t before, int period, std::int64_t facts,
                                                          std::optional<std::int64_t> cursor, int limit) {
    if (facts > facts_found_by_their_end) return std::nullopt;
    const auto candidates = that_end_behind(reader, arguments, before, period);
    if (!candidates) return std::nullopt;
    // Whether all were found is known by their number, whoever reads.
    const auto none = std::optional<std::int64_t>();
    auto rows = records_of(reader, with_these(arguments, "cursor", none), *candidates);
    const auto is_all = [&](const std::vector<RecordRow>& found) { return static_cast<std::int64_t>(found.size()) == facts; };
    if (!is_all(rows) && !is_all(records_of(reader, with_these(arguments, "all", 1, "cursor", none), *candidates))) return std::nullopt;
    if (cursor) std::erase_if(rows, [&](const RecordRow& row) { return row.position >= *cursor; });
    if (static_cast<int>(rows.size()) > limit) rows.resize(static_cast<std::size_t>(limit));
    return rows;
}

std::optional<std::vector<RecordRow>> newest_records(const store::Reader& reader,
                                                     const store::Arguments& arguments,
                                                     std::int64_t before, int limit, int rounds) {
    Walk walk(reader, arguments, before);
    std::vector<RecordRow> rows;
    for (int round = 0; round < rounds && !walk.over(); ++round) {
        walk.look_back(limit, rows);
        if (static_cast<int>(rows.size()) >= limit) {
            rows.resize(static_cast<std::size_t>(limit));
            return rows;
        }
    }
    if (!walk.over()) return std::nullopt;
    return rows;
}

}  // namespace jianghui::statistics
