#include "features/statistics/load_columns.hpp"

#include <algorithm>
#include <chrono>

#include "engine/journal/together.hpp"

namespace jianghui::statistics {
namespace {

/// Events asked for at once: what PostgreSQL hands over in one answer.
constexpr int events_at_once = 10'000;

using Stopwatch = std::chrono::steady_clock;
double milliseconds_since(Stopwatch::time_point began) {
    return std::chrono::duration<double, std::milli>(Stopwatch::now() - began).count();
}

}  // namespace

std::uint32_t ColumnLoader::Words::number_of(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::uint32_t ColumnLoader::Wheres::number_of(const Where& where) {
    // No code contains a bar.
    const auto number = words_.number_of(where.place.text + '|' + where.occupation + '|' +
                                         where.industry + '|' + where.origin);
    if (number == wheres_.size()) wheres_.push_back(where);
    return number;
}

ColumnLoader::ColumnLoader(const Measure& measure, Part part)
    : measure_(measure), part_(part), looks_up_subjects_(measure.changes || measure.ends) {}

void ColumnLoader::take(const journal::Event& event) {
    if (is_remembered(measure_, event.kind)) remember(event);
    const auto act = act_of(measure_, event.kind);
    if (!act || act == Act::remembers) return;
    if (act == Act::begins) return begin(event);
    go_on(event, *act);
}

void ColumnLoader::remember(const journal::Event& event) {
    if (const auto said = said_in(event))
        memory_[event.subject.number] = said_.number_of(*said);
}

void ColumnLoader::begin(const journal::Event& event) {
    const auto where =
        where_of(measure_, event, [&](std::int64_t subject) -> std::optional<Where> {
            const auto found = memory_.find(subject);
            if (found == memory_.end()) return std::nullopt;
            return said_.at(found->second);
        });
    const auto amount = where ? amount_of(measure_, event) : std::nullopt;
    if (!amount) {
        // Of no fact, so of no part: the first part says so.
        if (part_.number == 0) leave_out(where ? "no_amount" : "no_place");
        return;
    }
    const FactKey key = key_of(event, *where);
    if (hash_value(key) % static_cast<std::size_t>(part_.parts) !=
        static_cast<std::size_t>(part_.number)) {
        subjects_.erase(event.subject.number);
        return;
    }
    std::uint32_t fact = facts_known_;
    if (!measure_.distinct.empty()) fact = facts_.try_emplace(key, fact).first->second;
    if (fact == facts_known_) ++facts_known_;
    if (looks_up_subjects_) subjects_[event.subject.number] = fact;
    add(event, Act::begins, fact, *amount, wheres_.number_of(*where));
}

void ColumnLoader::go_on(const journal::Event& event, Act act) {
    const auto fact = subjects_.find(event.subject.number);
    if (fact == subjects_.end()) return;
    std::optional<std::int64_t> amount = 0;
    if (act == Act::changes) amount = amount_of(measure_, event);
    if (!amount) return leave_out("no_amount");
    add(event, act, fact->second, *amount, 0);
}

void ColumnLoader::add(const journal::Event& event, Act act, std::uint32_t fact,
                       std::int64_t amount, std::uint32_t where) {
    const std::int64_t at = event.at.time_since_epoch().count();
    columns_.first_at = columns_.at.empty() ? at : std::min(columns_.first_at, at);
    columns_.last_at = columns_.at.empty() ? at : std::max(columns_.last_at, at);
    columns_.at.push_back(at);
    columns_.subject.push_back(event.subject.number);
    columns_.amount.push_back(amount);
    columns_.where.push_back(where);
    columns_.act.push_back(act);
    fact_.push_back(fact);
}

ColumnLoader::FactKey ColumnLoader::key_of(const journal::Event& event, const Where& where) {
    FactKey key;
    key.parts[0] = words_.number_of(event.city.text);
    if (measure_.distinct.empty()) key.parts[1] = event.position;
    for (std::size_t i = 0; i < measure_.distinct.size(); ++i)
        key.parts[i + 1] = part_of(measure_.distinct[i], event, where);
    return key;
}

std::int64_t ColumnLoader::part_of(KeyPart part, const journal::Event& event,
                                   const Where& where) {
    switch (part) {
        case KeyPart::subject: return event.subject.number;
        case KeyPart::person: return event.person ? event.person->number : 0;
        case KeyPart::organisation: return event.organisation ? event.organisation->number : 0;
        case KeyPart::counterpart: return event.counterpart ? event.counterpart->number : 0;
        case KeyPart::order: return order_of(event).value_or(0);
        case KeyPart::place: return words_.number_of(where.place.text);
        case KeyPart::occupation: break;
    }
    return words_.number_of(where.occupation);
}

EventColumns ColumnLoader::finish() && {
    decltype(facts_)().swap(facts_);
    decltype(subjects_)().swap(subjects_);
    decltype(memory_)().swap(memory_);
    arrange(columns_, fact_, facts_known_);
    columns_.wheres = wheres_.take();
    return std::move(columns_);
}

std::vector<EventColumns> load_columns(const store::Reader& reader,
                                       const std::vector<Wanted>& wanted, Part part,
                                       Loading& loading) {
    const auto began = Stopwatch::now();
    std::vector<ColumnLoader> loaders;
    std::int64_t until = 0;
    for (const auto& one : wanted) {
        loaders.emplace_back(*one.measure, part);
        until = std::max(until, one.position);
    }
    const auto is_wanted = [&](std::string_view kind) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& one) {
            return act_of(*one.measure, kind).has_value();
        });
    };
    const auto take = [&](const journal::Event& event) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (event.position <= wanted[i].position) loaders[i].take(event);
    };
    journal::Looked looked;
    do {
        looked = journal::each_wanted(reader, looked.position, until, events_at_once, is_wanted, take);
        loading.events_read += looked.events;
    } while (looked.events == events_at_once);
    loading.reading_ms += milliseconds_since(began);
    const auto read = Stopwatch::now();
    std::vector<EventColumns> columns;
    for (auto& loader : loaders) columns.push_back(std::move(loader).finish());
    loading.arranging_ms += milliseconds_since(read);
    return columns;
}

}  // namespace jianghui::statistics
