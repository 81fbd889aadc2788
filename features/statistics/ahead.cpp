#include "features/statistics/ahead.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/journal/together.hpp"
#include "features/statistics/roll.hpp"

namespace jianghui::statistics {
namespace {

/// Fewer are read sooner than a thread is begun.
constexpr int events_worth_a_thread = 500;

}  // namespace

NextEvents next_events(const store::Reader& reader, const Together& together, Run run) {
    constexpr int at_once = 250;
    NextEvents next;
    next.position = together.from;
    const auto wanted = [&](std::string_view kind) {
        return std::any_of(together.measures.begin(), together.measures.end(),
                           [&](const auto& measure) { return act_of(*measure, kind).has_value(); });
    };
    for (int looked_at = 0; looked_at < run.looked_at_max &&
                            static_cast<int>(next.events.size()) < run.counted_max;) {
        const int limit = std::min(at_once, run.counted_max - static_cast<int>(next.events.size()));
        const auto looked = journal::each_wanted(
            reader, next.position, together.until, limit, wanted,
            [&](journal::Event&& event) { next.events.push_back(std::move(event)); });
        next.position = looked.position;
        next.may_be_more = looked.events == limit || looked.position == together.until;
        if (looked.events < limit) break;
        looked_at += looked.events;
    }
    return next;
}

NextEvents Ahead::take(const store::Reader& reader, const Together& together, Run run) {
    const bool is_next = of_ && of_->from == together.from && of_->measures == together.measures &&
                         read_.position > together.from && read_.position <= together.until;
    if (!is_next) {
        of_.reset();
        return next_events(reader, together, run);
    }
    const auto most = static_cast<std::size_t>(run.counted_max);
    if (read_.events.size() <= most) {
        of_.reset();
        return std::exchange(read_, {});
    }
    // Somebody waits: the rest is for the next run.
    const auto rest = read_.events.begin() + static_cast<std::ptrdiff_t>(most);
    NextEvents some;
    some.events.assign(std::make_move_iterator(read_.events.begin()), std::make_move_iterator(rest));
    read_.events.erase(read_.events.begin(), rest);
    some.position = of_->from = some.events.back().position;
    some.may_be_more = true;
    return some;
}

std::future<void> Ahead::read_on(store::Store& store, const Together& together, const NextEvents& next, Run run) {
    const bool is_all = static_cast<int>(next.events.size()) == run.counted_max && next.may_be_more;
    if (of_ || !is_all || run.counted_max < events_worth_a_thread) return {};
    Together then = together;
    then.from = next.position;
    return std::async(std::launch::async, [this, &store, then = std::move(then), run] {
        try {
            read_ = store.read([&](const store::Reader& reader) { return next_events(reader, then, run); });
            of_ = then;
        } catch (const store::StoreFailure&) {
            of_.reset();  // The run that needs them reads them itself.
        }
    });
}

}  // namespace jianghui::statistics
