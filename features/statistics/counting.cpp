#include "features/statistics/counting.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "engine/journal/checkpoint.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

/// Events looked at in one transaction; the lane is not held for long.
constexpr int batch = 500;

SpellRow row_of(const Spell& spell, int line) {
    return {line,           spell.subject,           spell.from,
            spell.to,       spell.amount,            spell.where.place,
            spell.where.occupation, spell.where.industry, spell.where.origin};
}
Spell spell_of(const SpellRow& row) {
    return {row.subject, row.from_at, row.to_at, row.amount,
            {row.place, row.occupation, row.industry, row.origin}};
}

/// One batch of events of one measure. What it read is kept; what changed is written by `write`.
class Batch {
  public:
    Batch(store::Transaction& transaction, const Measure& measure, const codes::Tables& tables)
        : db_(transaction), measure_(measure), tables_(tables) {}

    void take(const journal::Event& event) {
        if (is_remembered(measure_, event.kind)) remember(event);
        switch (act_of(measure_, event.kind).value_or(Act::remembers)) {
            case Act::begins: return begin(event);
            case Act::changes: return change(event);
            case Act::ends: return end(event);
            case Act::remembers: return;
        }
    }

    void write() {
        for (const auto& [fact, state] : facts_) write_spells(fact, state);
        if (!steps_.empty()) db_.execute_all(sql::add_step, steps_);
        std::vector<store::Arguments> cells;
        for (const auto& [key, count] : cells_)
            if (count != Count{})
                cells.push_back(with_where(
                    key.where, store::arguments("city", city_of(key.where.place), "period",
                                                key.period, "amount", count.amount, "facts",
                                                count.facts)));
        if (!cells.empty()) db_.execute_all(sql::add_to_cell, cells);
    }

  private:
    struct State {
        Spells kept;  ///< as in the table
        Spells now;
        Steps steps;  ///< of `now`
    };
    using FactKey = std::pair<std::string, std::string>;  // city, fact

    template <class... Rest>
    store::Arguments of_measure(Rest&&... rest) const {
        return store::arguments("measure", measure_.id.text, "version", measure_.version.value,
                                std::forward<Rest>(rest)...);
    }
    store::Arguments with_where(const Where& where, store::Arguments rest) const {
        auto all = of_measure("place", where.place, "occupation", where.occupation, "industry",
                              where.industry, "origin", where.origin);
        all.insert(all.end(), rest.begin(), rest.end());
        return all;
    }
    [[nodiscard]] Limits limits(const journal::Event& event) const {
        return limits_of(measure_, tables_, date_of(event.at));
    }

    void remember(const journal::Event& event) {
        const auto said = said_in(event);
        if (!said) return;
        memory_[event.subject.number] = *said;
        db_.execute(sql::remember,
                    with_where(*said, store::arguments("subject", event.subject.number, "city",
                                                       event.city)));
    }
    std::optional<Where> recall(std::int64_t subject) {
        const auto known = memory_.find(subject);
        if (known != memory_.end()) return known->second;
        auto found = db_.one<Where>(sql::memory_of, of_measure("subject", subject));
        memory_[subject] = found;
        return found;
    }

    /// The limit is that of the day on which the fact began, so that the spells alone decide.
    [[nodiscard]] Steps steps(const Spells& spells) const {
        if (spells.empty()) return {};
        return steps_of(measure_, spells,
                        limits_of(measure_, tables_, date_of(spells.front().from)).at_least);
    }
    State& state(const FactKey& key) {
        const auto known = facts_.find(key);
        if (known != facts_.end()) return known->second;
        State& state = facts_[key];
        db_.each<SpellRow>(sql::spells_of_fact, of_measure("city", key.first, "fact", key.second),
                           [&](SpellRow&& row) { state.kept.push_back(spell_of(row)); });
        state.now = state.kept;
        state.steps = steps(state.now);
        return state;
    }
    std::optional<FactKey> fact_of_subject(std::int64_t subject) {
        const auto known = subjects_.find(subject);
        if (known != subjects_.end()) return known->second;
        const auto found =
            db_.one<FactName>(sql::fact_of_subject, of_measure("subject", subject));
        return found ? std::optional(FactKey{found->city.text, found->fact}) : std::nullopt;
    }

    void begin(const journal::Event& event) {
        const auto where =
            where_of(measure_, event, [&](std::int64_t subject) { return recall(subject); });
        if (!where) return leave_out(event, "no_place");
        const auto amount = amount_of(measure_, event);
        if (!amount) return leave_out(event, "no_amount");
        const FactKey key{event.city.text, fact_of(measure_, event, *where)};
        subjects_[event.subject.number] = key;
        const Spell spell{event.subject.number, event.at, {}, *amount, *where};
        apply(key, event, [&](Spells before) {
            return begun(measure_, std::move(before), spell, limits(event));
        });
    }
    void change(const journal::Event& event) {
        const auto key = fact_of_subject(event.subject.number);
        if (!key) return;
        const auto amount = amount_of(measure_, event);
        if (!amount) return leave_out(event, "no_amount");
        apply(*key, event, [&](Spells before) {
            return changed(std::move(before), event.subject.number, event.at, *amount);
        });
    }
    void end(const journal::Event& event) {
        const auto key = fact_of_subject(event.subject.number);
        if (!key) return;
        apply(*key, event, [&](Spells before) {
            return ended(measure_, std::move(before), event.subject.number, event.at);
        });
    }

    template <class F>
    void apply(const FactKey& key, const journal::Event& event, F&& act) {
        State& fact = state(key);
        fact.now = act(std::move(fact.now));
        Steps after = steps(fact.now);
        for (const auto& [cell, count] : difference(fact.steps, after)) {
            auto& sum = cells_[cell];
            sum.amount += count.amount;
            sum.facts += count.facts;
            steps_.push_back(with_where(
                cell.where,
                store::arguments("city", event.city, "position", event.position, "fact",
                                 key.second, "period", cell.period, "amount", count.amount,
                                 "facts", count.facts, "subject", event.subject,
                                 "organisation", event.organisation, "person", event.person)));
        }
        fact.steps = std::move(after);
    }

    void leave_out(const journal::Event& event, const char* reason) {
        db_.execute(sql::add_left_out,
                    of_measure("city", event.city, "reason", std::string(reason)));
    }

    void write_spells(const FactKey& key, const State& state) {
        for (std::size_t i = 0; i < state.now.size(); ++i) {
            if (i < state.kept.size() && state.kept[i] == state.now[i]) continue;
            auto row = store::members(row_of(state.now[i], static_cast<int>(i)));
            const auto name = of_measure("city", key.first, "fact", key.second);
            row.insert(row.end(), name.begin(), name.end());
            db_.execute(sql::put_spell, row);
        }
        if (state.now.size() < state.kept.size())
            db_.execute(sql::drop_spells, of_measure("city", key.first, "fact", key.second, "line",
                                                     static_cast<int>(state.now.size())));
    }

    store::Transaction& db_;
    const Measure& measure_;
    const codes::Tables& tables_;
    std::map<FactKey, State> facts_;
    std::map<std::int64_t, FactKey> subjects_;
    std::map<std::int64_t, std::optional<Where>> memory_;
    std::map<CellKey, Count> cells_;
    std::vector<store::Arguments> steps_;
};

}  // namespace

std::string reader_name(const Measure& measure) {
    return fmt::format("statistics.{}.{}", measure.id.text, measure.version.value);
}

Limits limits_of(const Measure& measure, const codes::Tables& tables, Date on) {
    Limits limits;
    if (measure.lasts)
        limits.lasts_months = static_cast<int>(tables.parameter_or(measure.lasts->text, on, 0));
    if (measure.at_least)
        limits.at_least =
            std::chrono::hours(tables.parameter_or(measure.at_least->text, on, 0));
    return limits;
}

Result<bool> count_next(app::Command& command) {
    const auto& tables = command.services.get<codes::Tables>();
    bool more = false;
    for (const auto& measure : command.services.get<Measures>().every_version()) {
        Batch events(command.db, *measure, tables);
        const auto wanted = [&](std::string_view kind) {
            return act_of(*measure, kind).has_value();
        };
        if (journal::read_on(command.db, reader_name(*measure), batch, wanted,
                             [&](const journal::Event& event) { events.take(event); }))
            more = true;
        events.write();
    }
    return more;
}

void begin_recount(store::Transaction& transaction, const Measure& measure) {
    const auto name =
        store::arguments("measure", measure.id.text, "version", measure.version.value);
    for (const auto* statement : {&sql::clear_spells, &sql::clear_memories, &sql::clear_steps,
                                  &sql::clear_cells, &sql::clear_left_out})
        transaction.execute(*statement, name);
    transaction.execute(sql::count_recount, name);
    journal::rewind(transaction, reader_name(measure));
}

}  // namespace jianghui::statistics
