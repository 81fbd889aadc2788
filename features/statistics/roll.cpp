#include "features/statistics/roll.hpp"

#include <algorithm>
#include <set>

#include "engine/journal/event_data.hpp"

namespace jianghui::statistics {
namespace {

bool names(const std::optional<List<EventName, 20>>& events, std::string_view kind) {
    return events && std::any_of(events->begin(), events->end(),
                                 [&](const auto& one) { return one.text == kind; });
}

/// The spell that the subject has open, the newest; nullptr when none is.
Spell* open_spell(Spells& spells, std::int64_t subject, Instant at) {
    for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell)
        if (spell->subject == subject) return !spell->to || *spell->to > at ? &*spell : nullptr;
    return nullptr;
}

/// The spell stops at `at`. One that then lasted no time at all is kept: it was there.
void stop(Spell& spell, Instant at) { spell.to = std::max(spell.from, at); }

bool touches(const Spell& spell, Instant from, Instant to) {
    return spell.from < to && (!spell.to || *spell.to > from || spell.from >= from);
}

/// The highest amount that was valid at one time from the instant on. A subject has one spell at a
/// time.
std::int64_t peak(const std::vector<const Spell*>& spells, Instant from) {
    std::int64_t highest = 0;
    for (const Spell* start : spells) {
        const Instant at = std::max(start->from, from);
        std::int64_t amount = 0;
        for (const Spell* other : spells) {
            if (other != start && other->subject == start->subject) continue;
            const bool has_begun = other->from <= at;
            const bool goes_on = !other->to || *other->to > at || other == start;
            if (has_begun && goes_on) amount += other->amount;
        }
        highest = std::max(highest, amount);
    }
    return highest;
}

struct Value {
    Where where;
    Count count;
};

std::optional<Value> value_in(const Spells& spells, Instant from, Instant to) {
    std::vector<const Spell*> here;
    for (const auto& spell : spells)
        if (touches(spell, from, to)) here.push_back(&spell);
    if (here.empty()) return std::nullopt;
    return Value{here.back()->where, {peak(here, from), 1}};
}

void add(Steps& steps, const CellKey& key, const Count& count, int sign) {
    auto& step = steps[key];
    step.amount += sign * count.amount;
    step.facts += sign * count.facts;
    if (step == Count{}) steps.erase(key);
}

/// Whether the subject was valid for less than that without a break around the spell. Changes of its
/// amount are no break.
bool is_shorter(const Spell& spell, const Spells& all, Milliseconds at_least) {
    Instant from = spell.from;
    std::optional<Instant> to = spell.to;
    for (auto other = all.rbegin(); other != all.rend(); ++other)
        if (other->subject == spell.subject && other->to == from) from = other->from;
    for (const auto& other : all)
        if (other.subject == spell.subject && to == other.from) to = other.to;
    return to && *to - from < at_least;
}

Steps values_at_events(const Measure& measure, const Spells& spells) {
    std::map<int, Value> last;
    for (const auto& spell : spells)
        last[period_of(measure.period, spell.from)] = {spell.where, {spell.amount, 1}};
    Steps steps;
    for (const auto& [period, one] : last) add(steps, {period, one.where}, one.count, 1);
    return steps;
}

/// What steps_of gives for one spell: most facts have no more.
Steps steps_of_one(const Measure& measure, const Spell& spell, Milliseconds at_least) {
    if (at_least.count() > 0 && spell.to && *spell.to - spell.from < at_least) return {};
    const Count count{std::max<std::int64_t>(0, spell.amount), 1};
    const int first = period_of(measure.period, spell.from);
    Steps steps;
    add(steps, {first, spell.where}, count, 1);
    if (!spell.to) return steps;
    // What ended as a period began was not in it, but for where it began itself.
    const int last = period_of(measure.period, *spell.to);
    const bool touches_last = last == first || *spell.to > beginning_of(measure.period, last);
    add(steps, {touches_last ? last + 1 : last, spell.where}, count, -1);
    return steps;
}

}  // namespace

std::optional<Act> act_of(const Measure& measure, std::string_view kind) {
    if (names(measure.begins, kind)) return Act::begins;
    if (names(measure.changes, kind)) return Act::changes;
    if (names(measure.ends, kind)) return Act::ends;
    if (names(measure.remembers, kind)) return Act::remembers;
    return std::nullopt;
}

bool is_remembered(const Measure& measure, std::string_view kind) {
    return names(measure.remembers, kind);
}

std::optional<Where> said_in(const journal::Event& event) {
    const auto said = [&](std::string_view name) {
        return std::string(journal::text_of(event.data, name));
    };
    Where where{{said("place")}, said("occupation"), said("industry"), said("origin")};
    if (!has_form(where.place)) return std::nullopt;
    return where;
}

std::optional<std::int64_t> amount_of(const Measure& measure, const journal::Event& event) {
    if (!measure.amount) return 1;
    return journal::number_of(event.data, measure.amount->text);
}

std::optional<std::int64_t> order_of(const journal::Event& event) {
    const auto id = Id<struct AnyTag>::parse(journal::text_of(event.data, "order"));
    return id ? std::optional(id->number) : std::nullopt;
}

std::optional<Where> where_of(const Measure& measure, const journal::Event& event,
                              const Memory& memory) {
    const auto asks = [&](Source source) {
        return std::any_of(measure.dimensions.begin(), measure.dimensions.end(),
                           [&](const auto& rule) { return rule.from == source; });
    };
    const auto recalled = [&](std::optional<std::int64_t> subject) {
        return subject ? memory(*subject) : std::nullopt;
    };
    std::optional<Where> here, of_order, of_person;
    if (asks(Source::event)) here = said_in(event);
    if (asks(Source::order)) of_order = recalled(order_of(event));
    if (asks(Source::person) && event.person) of_person = recalled(event.person->number);
    const auto said = [&](Source source) -> const std::optional<Where>& {
        return source == Source::event ? here : source == Source::order ? of_order : of_person;
    };
    Where where;
    for (const auto& rule : measure.dimensions) {
        const auto& found = said(rule.from);
        if (!found) continue;
        std::string text = value_of(*found, rule.member.value_or(rule.id));
        if (rule.city.value_or(false) && !text.empty()) text = city_of(PlaceCode{text}).text;
        value_of(where, rule.id) = std::move(text);
    }
    if (!has_form(where.place)) return std::nullopt;
    return where;
}

std::string fact_of(const Measure& measure, const journal::Event& event, const Where& where) {
    if (measure.distinct.empty()) return std::to_string(event.position);
    std::string fact;
    for (const KeyPart part : measure.distinct) {
        if (!fact.empty()) fact += '.';
        switch (part) {
            case KeyPart::subject: fact += event.subject.text(); break;
            case KeyPart::person: fact += event.person.value_or(PersonId{}).text(); break;
            case KeyPart::organisation:
                fact += event.organisation.value_or(OrganisationId{}).text();
                break;
            case KeyPart::counterpart:
                fact += event.counterpart.value_or(OrganisationId{}).text();
                break;
            case KeyPart::order: fact += journal::text_of(event.data, "order"); break;
            case KeyPart::place: fact += where.place.text; break;
            case KeyPart::occupation: fact += where.occupation; break;
        }
    }
    return fact;
}

Spells begun(const Measure& measure, Spells before, const Spell& spell, const Limits& limits) {
    Spell begins = spell;
    if (measure.counts == Counting::at_event) {
        begins.to = begins.from;
        before.push_back(std::move(begins));
        return before;
    }
    begins.to.reset();
    if (limits.lasts_months > 0)
        begins.to = begins.from + (start_of(add_months(date_of(begins.from), limits.lasts_months)) -
                                   start_of(date_of(begins.from)));
    if (Spell* open = open_spell(before, spell.subject, spell.from)) {
        if (open->where == spell.where && open->amount == spell.amount) {
            open->to = begins.to;  // The same once more: it lasts on.
            return before;
        }
        stop(*open, spell.from);
    }
    before.push_back(std::move(begins));
    return before;
}

Spells changed(Spells before, std::int64_t subject, Instant at, std::int64_t amount) {
    Spell* open = open_spell(before, subject, at);
    if (open == nullptr || open->amount == amount) return before;
    Spell next = *open;
    next.from = at;
    next.amount = amount;
    stop(*open, at);
    before.push_back(std::move(next));
    return before;
}

Spells ended(const Measure& measure, Spells before, std::int64_t subject, Instant at) {
    if (measure.counts == Counting::at_event) {
        std::erase_if(before, [&](const Spell& spell) { return spell.subject == subject; });
    } else if (Spell* open = open_spell(before, subject, at)) {
        stop(*open, at);
    }
    return before;
}

Steps steps_of(const Measure& measure, const Spells& all, Milliseconds at_least) {
    if (measure.counts == Counting::at_event) return values_at_events(measure, all);
    if (all.size() == 1) return steps_of_one(measure, all.front(), at_least);
    Spells spells = all;
    if (at_least.count() > 0)
        std::erase_if(spells,
                      [&](const Spell& spell) { return is_shorter(spell, all, at_least); });
    std::set<int> breaks;
    for (const auto& spell : spells) {
        breaks.insert(period_of(measure.period, spell.from));
        breaks.insert(period_of(measure.period, spell.from) + 1);
        if (!spell.to) continue;
        breaks.insert(period_of(measure.period, *spell.to));
        breaks.insert(period_of(measure.period, *spell.to) + 1);
    }
    Steps steps;
    std::optional<Value> before;
    for (const int period : breaks) {
        const auto now = value_in(spells, beginning_of(measure.period, period),
                                  beginning_of(measure.period, period + 1));
        if (before) add(steps, {period, before->where}, before->count, -1);
        if (now) add(steps, {period, now->where}, now->count, 1);
        before = now;
    }
    return steps;
}

Steps difference(const Steps& before, const Steps& after) {
    Steps steps = after;
    for (const auto& [key, count] : before) add(steps, key, count, -1);
    return steps;
}

}  // namespace jianghui::statistics
