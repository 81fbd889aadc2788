#include "engine/journal/ahead.hpp"

#include <limits>
#include <utility>

#include "engine/journal/checkpoint.hpp"

namespace jianghui::journal {
namespace {

constexpr std::int64_t no_end = std::numeric_limits<std::int64_t>::max();

}  // namespace

Ahead::Next Ahead::take_next(store::Transaction& transaction, store::Store& store, std::string_view name, int limit,
                             const std::function<bool(std::string_view kind)>& wanted) {
    const auto from = checkpoint(transaction, name);
    if (std::exchange(from_, -1) != from) {
        events_.clear();
        looked_ = each_wanted(transaction, from, no_end, limit, wanted, [this](Event&& event) { events_.push_back(std::move(event)); });
    }
    // Whoever moves the checkpoint has the events, also between processes.
    if (looked_.events == 0 || !move_together(transaction, {std::string(name)}, from, looked_.position)) return {};
    Next next;
    next.taken = {std::exchange(events_, {}), looked_.events == limit};
    if (!next.taken.may_be_more) return next;
    next.reading = std::async(std::launch::async, [this, &store, after = looked_.position, limit, wanted] {
        try {
            looked_ = store.read([&](const store::Reader& reader) {
                return each_wanted(reader, after, no_end, limit, wanted, [this](Event&& event) { events_.push_back(std::move(event)); });
            });
            if (looked_.events == limit) from_ = after;  // Fewer: by the next time there may be others.
        } catch (const store::StoreFailure&) {
            from_ = -1;  // Who needs them reads them.
        }
    });
    return next;
}

}  // namespace jianghui::journal
