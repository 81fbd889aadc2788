#include "features/statistics/count_columns.hpp"

#include <algorithm>
#include <limits>
#include <thread>

namespace jianghui::statistics {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// A stretch of time in which a subject counts, in numbers.
struct Stretch {
    std::int64_t subject = 0;
    std::int64_t from = 0;
    std::int64_t to = never;
    std::int64_t amount = 0;
    std::uint32_t where = 0;
};

/// What a fact is in a period.
struct InPeriod {
    bool counts = false;
    std::uint32_t where = 0;
    std::int64_t amount = 0;
    bool operator==(const InPeriod&) const = default;
};

/// Counts facts one after the other into the cells of one thread.
class FactCounter {
  public:
    FactCounter(const EventColumns& columns, const Measure& measure, const Calendar& calendar)
        : columns_(columns),
          calendar_(calendar),
          at_event_(measure.counts == Counting::at_event),
          periods_(static_cast<std::size_t>(calendar.periods())),
          counts_(columns.wheres.size() * periods_),
          newest_(periods_) {}

    void count(std::size_t first_fact, std::size_t last_fact) {
        for (std::size_t fact = first_fact; fact < last_fact; ++fact) {
            const auto begin = columns_.first[fact], end = columns_.first[fact + 1];
            if (end - begin == 1)
                count_one(begin);
            else
                count_several(begin, end);
        }
    }
    [[nodiscard]] std::vector<Count>& counts() { return counts_; }

  private:
    void add(std::uint32_t where, int period, std::int64_t amount, std::int64_t facts) {
        auto& sum = counts_[where * periods_ + static_cast<std::size_t>(period)];
        sum.amount += amount;
        sum.facts += facts;
    }

    /// Most facts are one event: one that begins, since nothing else makes a fact.
    void count_one(std::size_t event) {
        const std::int64_t at = columns_.at[event];
        const auto where = columns_.where[event];
        const int first = calendar_.period_of(at);
        if (at_event_) return add(where, first, columns_.amount[event], 1);
        const std::int64_t amount = std::max<std::int64_t>(columns_.amount[event], 0);
        const std::int64_t lasts = calendar_.lasts(at);
        if (lasts == 0) return add(where, first, amount, 1);
        if (lasts < calendar_.at_least(at)) return;
        add(where, first, amount, 1);
        int last = calendar_.period_of(at + lasts);
        if (last > first && calendar_.beginning_of(last) == at + lasts) --last;
        add(where, last + 1, -amount, -1);
    }

    void count_several(std::size_t begin, std::size_t end) {
        stretches_.clear();
        for (std::size_t event = begin; event < end; ++event) {
            switch (columns_.act[event]) {
                case Act::begins: start(event); break;
                case Act::changes: change(event); break;
                case Act::ends: stop(event); break;
                case Act::remembers: break;
            }
        }
        if (at_event_) return add_newest();
        drop_short();
        add_stretches();
    }

    /// The newest stretch of the event's subject, when it goes on then.
    Stretch* open(std::size_t event) {
        for (auto one = stretches_.rbegin(); one != stretches_.rend(); ++one)
            if (one->subject == columns_.subject[event])
                return one->to > columns_.at[event] ? &*one : nullptr;
        return nullptr;
    }
    static void end_at(Stretch& stretch, std::int64_t at) { stretch.to = std::max(stretch.from, at); }

    void start(std::size_t event) {
        const std::int64_t at = columns_.at[event];
        Stretch next{columns_.subject[event], at, never, columns_.amount[event],
                     columns_.where[event]};
        if (at_event_) {
            next.to = at;
            stretches_.push_back(next);
            return;
        }
        if (const std::int64_t lasts = calendar_.lasts(at); lasts > 0) next.to = at + lasts;
        if (Stretch* now = open(event)) {
            if (now->where == next.where && now->amount == next.amount) {
                now->to = next.to;
                return;
            }
            end_at(*now, at);
        }
        stretches_.push_back(next);
    }
    void change(std::size_t event) {
        Stretch* now = open(event);
        if (now == nullptr || now->amount == columns_.amount[event]) return;
        Stretch next = *now;
        next.from = columns_.at[event];
        next.amount = columns_.amount[event];
        end_at(*now, next.from);
        stretches_.push_back(next);
    }
    void stop(std::size_t event) {
        if (at_event_)
            std::erase_if(stretches_, [&](const Stretch& one) {
                return one.subject == columns_.subject[event];
            });
        else if (Stretch* now = open(event))
            end_at(*now, columns_.at[event]);
    }

    /// At an event: in each period the last one counts.
    void add_newest() {
        for (std::size_t i = 0; i < stretches_.size(); ++i)
            newest_[static_cast<std::size_t>(calendar_.period_of(stretches_[i].from))] = i + 1;
        for (const auto& one : stretches_) {
            const int period = calendar_.period_of(one.from);
            auto& newest = newest_[static_cast<std::size_t>(period)];
            if (newest == 0) continue;
            const auto& counted = stretches_[newest - 1];
            newest = 0;
            add(counted.where, period, counted.amount, 1);
        }
    }

    /// Takes out what was valid for too short a time without a break.
    void drop_short() {
        if (stretches_.empty()) return;
        const std::int64_t at_least = calendar_.at_least(stretches_.front().from);
        if (at_least <= 0) return;
        kept_.clear();
        for (const auto& one : stretches_)
            if (!is_short(one, at_least)) kept_.push_back(one);
        stretches_.swap(kept_);
    }
    [[nodiscard]] bool is_short(const Stretch& stretch, std::int64_t at_least) const {
        std::int64_t from = stretch.from, to = stretch.to;
        for (auto other = stretches_.rbegin(); other != stretches_.rend(); ++other)
            if (other->subject == stretch.subject && other->to == from) from = other->from;
        for (const auto& other : stretches_)
            if (other.subject == stretch.subject && other.from == to) to = other.to;
        return to != never && to - from < at_least;
    }

    /// Where the fact changes from one period to the next, both are written.
    void add_stretches() {
        breaks_.clear();
        for (const auto& one : stretches_) {
            const int from = calendar_.period_of(one.from);
            breaks_.insert(breaks_.end(), {from, from + 1});
            if (one.to == never) continue;
            const int to = calendar_.period_of(one.to);
            breaks_.insert(breaks_.end(), {to, to + 1});
        }
        std::sort(breaks_.begin(), breaks_.end());
        breaks_.erase(std::unique(breaks_.begin(), breaks_.end()), breaks_.end());
        InPeriod before;
        for (const int period : breaks_) {
            const InPeriod now = in_period(period);
            if (now == before) continue;
            if (before.counts) add(before.where, period, -before.amount, -1);
            if (now.counts) add(now.where, period, now.amount, 1);
            before = now;
        }
    }
    InPeriod in_period(int period) {
        const std::int64_t from = calendar_.beginning_of(period);
        const std::int64_t to = calendar_.beginning_of(period + 1);
        here_.clear();
        for (const auto& one : stretches_)
            if (one.from < to && (one.to > from || one.from >= from)) here_.push_back(&one);
        if (here_.empty()) return {};
        return {true, here_.back()->where, highest(from)};
    }
    /// The highest amount at one time from then on: it is reached where a stretch begins.
    [[nodiscard]] std::int64_t highest(std::int64_t from) const {
        std::int64_t most = 0;
        for (const Stretch* start : here_) {
            const std::int64_t at = std::max(start->from, from);
            std::int64_t amount = 0;
            for (const Stretch* other : here_) {
                if (other != start && other->subject == start->subject) continue;
                if (other->from <= at && (other->to > at || other == start)) amount += other->amount;
            }
            most = std::max(most, amount);
        }
        return most;
    }

    const EventColumns& columns_;
    const Calendar& calendar_;
    bool at_event_;
    std::size_t periods_;
    std::vector<Count> counts_;
    std::vector<std::size_t> newest_;  ///< by period: 1 + the number of the newest stretch; 0 between facts
    std::vector<Stretch> stretches_;
    std::vector<Stretch> kept_;
    std::vector<const Stretch*> here_;
    std::vector<int> breaks_;
};

/// The first fact of each thread's share, equal by events; one more at the end.
std::vector<std::size_t> shares(const EventColumns& columns, int threads) {
    std::vector<std::size_t> first{0};
    for (int thread = 1; thread < threads; ++thread) {
        const auto event = columns.events() * static_cast<std::size_t>(thread) /
                           static_cast<std::size_t>(threads);
        first.push_back(static_cast<std::size_t>(
            std::lower_bound(columns.first.begin(), columns.first.end() - 1, event) -
            columns.first.begin()));
    }
    first.push_back(columns.facts());
    return first;
}

}  // namespace

CountedCells count_columns(const EventColumns& columns, const Measure& measure,
                           const Calendar& calendar, int threads) {
    const auto share = shares(columns, threads);
    std::vector<std::vector<Count>> counts(static_cast<std::size_t>(threads));
    const auto count = [&](std::size_t thread) {
        FactCounter counter(columns, measure, calendar);
        counter.count(share[thread], share[thread + 1]);
        counts[thread] = std::move(counter.counts());
    };
    std::vector<std::thread> others;
    for (std::size_t thread = 1; thread < counts.size(); ++thread) others.emplace_back(count, thread);
    count(0);
    for (auto& other : others) other.join();
    CountedCells cells{calendar.first_period(), calendar.periods(), std::move(counts[0])};
    for (std::size_t thread = 1; thread < counts.size(); ++thread) {
        for (std::size_t cell = 0; cell < cells.counts.size(); ++cell)
            cells.counts[cell] += counts[thread][cell];
    }
    return cells;
}

void add_cells(std::map<CellKey, Count>& sums, const EventColumns& columns,
               const CountedCells& cells) {
    const auto periods = static_cast<std::size_t>(cells.periods);
    for (std::size_t cell = 0; cell < cells.counts.size(); ++cell) {
        const Count& count = cells.counts[cell];
        if (count == Count{}) continue;
        sums[{cells.first_period + static_cast<int>(cell % periods),
              columns.wheres[cell / periods]}] += count;
    }
}

}  // namespace jianghui::statistics
