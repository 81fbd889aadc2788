#include "features/statistics/batch.hpp"

#include <algorithm>

#include "features/statistics/of_version.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

Spell spell_of(const SpellRow& row) {
    return {row.subject, row.from_at, row.to_at, row.amount,
            {row.place, row.occupation, row.industry, row.origin}};
}

/// What was said of a subject, as of that position.
struct Memorised {
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Memorised, (), (place, occupation, industry, origin, position))

bool takes_dimension_from(const Measure& measure, Source source) {
    return std::any_of(measure.dimensions.begin(), measure.dimensions.end(),
                       [&](const auto& rule) { return rule.from == source; });
}

}  // namespace

Batch::Batch(const Measure& measure, const codes::Tables& tables,
             const std::vector<journal::Event>& events)
    : measure_(measure),
      tables_(tables),
      asks_orders_(takes_dimension_from(measure, Source::order)),
      asks_persons_(takes_dimension_from(measure, Source::person)),
      may_change_(measure.changes || measure.ends) {
    // What an event of a kind is to the measure is looked up once a kind.
    std::map<std::string_view, std::pair<std::optional<Act>, bool>> kinds;
    for (const auto& event : events) {
        const auto [kind, is_new] = kinds.try_emplace(event.kind);
        if (is_new) kind->second = {act_of(measure, event.kind), is_remembered(measure, event.kind)};
        const auto& [act, remembers] = kind->second;
        if (act) events_.push_back({&event, *act, remembers});
    }
}

void Batch::ask_memory(store::Readings& readings, std::optional<std::int64_t> subject) {
    if (!subject || !memories_asked_.insert(*subject).second) return;
    readings.each<Memorised>(sql::memories_of, of_version(measure_, "subject", *subject),
                             [this, of = *subject, newest = std::int64_t{-1}](Memorised&& row) mutable {
                                 if (row.position <= newest) return;
                                 newest = row.position;
                                 memory_[of] = {{std::move(row.place), std::move(row.occupation), std::move(row.industry),
                                                 std::move(row.origin)}, {}, 0};
                             });
}

void Batch::ask_fact_of(store::Readings& readings, std::int64_t subject) {
    if (!facts_asked_.insert(subject).second) return;
    readings.each<FactName>(sql::facts_of_subject, of_version(measure_, "subject", subject),
                            [this, last = std::pair(Instant::min(), -1)](FactName&& found) mutable {
                                if (std::pair(found.from_at, found.line) <= last) return;
                                last = {found.from_at, found.line};
                                subjects_[found.subject] = {found.city.text, std::move(found.fact)};
                            });
}

void Batch::ask_subjects(store::Readings& readings) {
    for (const auto& read : events_) {
        const auto& event = *read.event;
        if (read.act == Act::begins) {
            if (asks_orders_) ask_memory(readings, order_of(event));
            if (asks_persons_ && event.person) ask_memory(readings, event.person->number);
        } else if (read.act != Act::remembers) {
            ask_fact_of(readings, event.subject.number);
        }
    }
}

void Batch::ask_facts(store::Readings& readings, const std::optional<std::string>& greatest) {
    for (const auto& [event, act, remembers] : events_) {
        if (remembers)
            if (auto said = said_in(*event))
                memory_[event->subject.number] = {std::move(*said), event->city, event->position};
        resolve(*event, act);
    }
    for (auto& [key, state] : facts_) {
        if (greatest && key.second > *greatest) continue;
        readings.each<SpellRow>(
            sql::spells_of_fact, of_version(measure_, "city", key.first, "fact", key.second),
            [fact = &state](SpellRow&& row) {
                fact->kept_began = std::max(fact->kept_began, row.began);
                fact->kept.push_back(spell_of(row));
            });
    }
}

void Batch::resolve(const journal::Event& event, Act act) {
    if (act == Act::remembers) return;
    if (act == Act::begins) return begin(event);
    const auto key = subjects_.find(event.subject.number);
    if (key == subjects_.end()) return;
    Deed deed{&event, nullptr, nullptr, act, {}};
    if (act == Act::changes) {
        const auto amount = amount_of(measure_, event);
        if (!amount) return leave_out(event, "no_amount");
        deed.spell.amount = *amount;
    }
    put(key->second, std::move(deed));
}

void Batch::begin(const journal::Event& event) {
    const auto where = where_of(measure_, event, [&](std::int64_t subject) {
        const auto found = memory_.find(subject);
        return found == memory_.end() ? std::nullopt : std::optional(found->second.where);
    });
    if (!where) return leave_out(event, "no_place");
    const auto amount = amount_of(measure_, event);
    if (!amount) return leave_out(event, "no_amount");
    const FactKey key{event.city.text, fact_of(measure_, event, *where)};
    if (may_change_) subjects_[event.subject.number] = key;
    put(key, {&event, nullptr, nullptr, Act::begins,
              {event.subject.number, event.at, {}, *amount, *where}});
}

void Batch::put(const FactKey& key, Deed deed) {
    const auto fact = facts_.try_emplace(key).first;
    deed.key = &fact->first;
    deed.fact = &fact->second;
    deeds_.push_back(std::move(deed));
}

void Batch::leave_out(const journal::Event& event, const char* reason) {
    ++left_out_[{event.city.text, reason}];
}

/// The limits of a day: a look-up in the tables costs more than an event.
const Limits& Batch::limits_at(Instant at) {
    const Date day = date_of(at);
    const auto [found, is_new] = limits_.try_emplace(std::chrono::sys_days(day));
    if (is_new) found->second = limits_of(measure_, tables_, day);
    return found->second;
}

/// The limit is that of the day on which the fact began, so that the spells alone decide.
Steps Batch::steps_now(const Spells& spells) {
    if (spells.empty()) return {};
    return steps_of(measure_, spells, limits_at(spells.front().from).at_least);
}

Spells Batch::after(const Deed& deed, Spells before) {
    const auto& event = *deed.event;
    if (deed.act == Act::begins)
        return begun(measure_, std::move(before), deed.spell, limits_at(event.at));
    if (deed.act == Act::changes)
        return changed(std::move(before), event.subject.number, event.at, deed.spell.amount);
    return ended(measure_, std::move(before), event.subject.number, event.at);
}

void Batch::count() {
    for (auto& [key, state] : facts_) {
        state.now = state.kept;
        state.began = state.kept_began;
        state.steps = steps_now(state.now);
    }
    for (const auto& deed : deeds_) {
        State& fact = *deed.fact;
        if (fact.began == 0) fact.began = deed.event->position;
        fact.now = after(deed, std::move(fact.now));
        Steps steps = steps_now(fact.now);
        if (fact.steps.empty())
            add_steps(deed, steps);  // Of a fact that begins: most of them.
        else
            add_steps(deed, difference(fact.steps, steps));
        fact.steps = std::move(steps);
        if (fact.now.empty()) fact.began = 0;  // Whatever the batches are: who begins again is another one.
    }
}

void Batch::add_steps(const Deed& deed, const Steps& steps) {
    const auto& event = *deed.event;
    int line = 0;
    for (const auto& [cell, count] : steps) {
        auto& last = last_steps_[{cell.where.place, cell.period}];
        last.position = event.position;
        ++last.steps;
        // In the statement's order: each argument is then found at once.
        steps_.push_back(of_version(
            measure_, "place", cell.where.place, "period", cell.period, "position", event.position,
            "line", line++, "city", event.city, "began", deed.fact->began, "fact", deed.key->second,
            "occupation", cell.where.occupation, "industry", cell.where.industry, "origin",
            cell.where.origin, "amount", count.amount, "facts", count.facts, "subject",
            event.subject, "organisation", event.organisation, "person", event.person));
    }
}

std::vector<store::Change> Batch::spells_put() const {
    store::Change put{&sql::put_spell, {}, true};
    store::Change changed{&sql::change_spell, {}, true};
    for (const auto& [key, state] : facts_)
        for (std::size_t line = 0; line < state.now.size(); ++line) {
            const Spell& spell = state.now[line];
            const bool stands = line < state.kept.size();
            if (stands && state.began == state.kept_began && state.kept[line] == spell) continue;
            auto& change = stands && state.kept[line].subject == spell.subject ? changed : put;
            change.rows.push_back(store::arguments(
                "fact", key.second, "measure", measure_.id.text, "version", measure_.version.value,
                "city", key.first, "line", static_cast<int>(line), "began", state.began, "subject",
                spell.subject, "may_change", may_change_ ? 1 : 0, "from_at", spell.from, "to_at",
                spell.to, "amount", spell.amount, "place", spell.where.place, "occupation",
                spell.where.occupation, "industry", spell.where.industry, "origin",
                spell.where.origin));
        }
    return {std::move(put), std::move(changed)};
}

store::Change Batch::spells_dropped() const {
    store::Change change{&sql::drop_spells, {}};
    for (const auto& [key, state] : facts_)
        if (state.now.size() < state.kept.size())
            change.rows.push_back(of_version(measure_, "city", key.first, "fact", key.second,
                                             "line", static_cast<int>(state.now.size())));
    return change;
}

store::Change Batch::memories() const {
    store::Change change{&sql::remember, {}, true};
    for (const auto& [subject, said] : memory_)
        if (said.position > 0)
            change.rows.push_back(store::arguments(
                "subject", subject, "measure", measure_.id.text, "version", measure_.version.value,
                "city", said.city, "place", said.where.place, "occupation", said.where.occupation,
                "industry", said.where.industry, "origin", said.where.origin, "position",
                said.position));
    return change;
}

store::Change Batch::last_steps() const {
    store::Change change{&sql::put_last_step, {}, true};
    for (const auto& [where, last] : last_steps_) {
        const auto& [place, period] = where;
        change.rows.push_back(of_version(measure_, "place", place, "period", period, "city",
                                         city_of(place), "position", last.position, "waiting",
                                         last.steps));
    }
    return change;
}

store::Change Batch::left_out_added() const {
    store::Change change{&sql::add_left_out, {}, true};
    for (const auto& [name, events] : left_out_)
        change.rows.push_back(of_version(measure_, "city", name.first, "reason", name.second,
                                         "events", events));
    return change;
}

std::vector<store::Change> Batch::changes() && {
    std::vector<store::Change> all;
    const auto add = [&](store::Change change) {
        if (!change.rows.empty()) all.push_back(std::move(change));
    };
    for (auto& change : spells_put()) add(std::move(change));
    add(spells_dropped());
    add(memories());
    add({&sql::add_step, std::move(steps_)});
    add(last_steps());
    add(left_out_added());
    return all;
}

}  // namespace jianghui::statistics
