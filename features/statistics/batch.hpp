#pragma once
// A batch of events as one version of a measure counts it. In steps, so that all that must be known is
// asked in two questions and all that follows is written at once, however many events there are and
// whatever other measures count of them: what a fact or a memory is after the batch is written once.
// Cells follow (cells.hpp).

#include <map>
#include <set>
#include <unordered_map>

#include "features/statistics/counting.hpp"

namespace jianghui::statistics {

/// Used once: ask_subjects, ask_facts, count, changes; what was asked is answered before the next.
class Batch {
  public:
    /// All of them must outlive it.
    Batch(const Measure& measure, const codes::Tables& tables,
          const std::vector<journal::Event>& events);

    /// Asks what was said before of the subjects that the events name, and where they are counted.
    void ask_subjects(store::Readings& readings);
    /// Finds the fact of each event, and asks for the facts' spells. `greatest`: no fact behind it, in the order of bytes, has spells
    /// in the table; ids grow, so most facts that begin are behind it and need not be asked for. None: nobody looked.
    void ask_facts(store::Readings& readings, const std::optional<std::string>& greatest = {});
    /// What the events do to their facts, one after the other.
    void count();
    /// What has to be written: nothing that stands there already.
    [[nodiscard]] std::vector<store::Change> changes() &&;

  private:
    using FactKey = std::pair<std::string, std::string>;  // city, fact
    struct State {
        Spells kept;  ///< as in the table
        std::int64_t kept_began = 0;
        Spells now;
        std::int64_t began = 0;  ///< at the event of this position; 0: not yet, or no more
        Steps steps;             ///< of `now`
    };
    /// An event that the measure reads.
    struct Read {
        const journal::Event* event = nullptr;
        Act act = Act::begins;
        bool remembers = false;  ///< whatever else it does
    };
    struct Said {
        Where where;
        PlaceCode city;
        std::int64_t position = 0;  ///< 0: stands in the table
    };
    /// An event, the fact that it is about, and for one that begins the spell.
    struct Deed {
        const journal::Event* event = nullptr;
        const FactKey* key = nullptr;
        State* fact = nullptr;
        Act act = Act::begins;
        Spell spell;
    };

    void ask_memory(store::Readings& readings, std::optional<std::int64_t> subject);
    void ask_fact_of(store::Readings& readings, std::int64_t subject);
    void resolve(const journal::Event& event, Act act);
    void begin(const journal::Event& event);
    void put(const FactKey& key, Deed deed);
    void leave_out(const journal::Event& event, const char* reason);
    [[nodiscard]] Spells after(const Deed& deed, Spells before);
    void add_steps(const Deed& deed, const Steps& steps);
    [[nodiscard]] const Limits& limits_at(Instant at);
    [[nodiscard]] Steps steps_now(const Spells& spells);
    /// Those that are new or of another subject, and those that are not: each statement once.
    [[nodiscard]] std::vector<store::Change> spells_put() const;
    [[nodiscard]] store::Change spells_dropped() const;
    [[nodiscard]] store::Change memories() const;
    [[nodiscard]] store::Change last_steps() const;
    [[nodiscard]] store::Change left_out_added() const;

    const Measure& measure_;
    const codes::Tables& tables_;
    std::vector<Read> events_;
    bool asks_orders_ = false;
    bool asks_persons_ = false;
    bool may_change_ = false;  ///< facts change or end: their subjects are looked up
    std::map<std::chrono::sys_days, Limits> limits_;  ///< by day
    std::set<std::int64_t> memories_asked_;
    std::set<std::int64_t> facts_asked_;
    std::unordered_map<std::int64_t, Said> memory_;
    std::unordered_map<std::int64_t, FactKey> subjects_;  ///< the fact in which each was counted last
    std::map<FactKey, State> facts_;
    std::vector<Deed> deeds_;
    struct LastStep {
        std::int64_t position = 0;
        std::int64_t steps = 0;  ///< of the batch
    };
    std::map<std::pair<PlaceCode, int>, LastStep> last_steps_;  ///< by place and period
    std::vector<store::Arguments> steps_;
    std::map<std::pair<std::string, std::string>, std::int64_t> left_out_;  ///< by city and reason
};

}  // namespace jianghui::statistics
