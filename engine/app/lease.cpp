#include "engine/app/lease.hpp"

#include "engine/app/queries.hpp"

namespace jianghui::app {
namespace {

constexpr auto lasts = std::chrono::seconds(10);

}  // namespace

bool Lease::hold(store::Store& store, Instant now) {
    if (now + lasts / 2 < until_) return true;
    const auto arguments = store::arguments("holder", holder_, "now", now, "until", now + lasts);
    const auto of_another = store.read([&](store::Reader& reader) {
        return reader.value<std::int64_t>(sql::lease_of_another, arguments);
    });
    if (of_another) return false;
    bool taken = false;
    const auto outcome = store.write([&](store::Transaction& transaction) {
        taken = transaction.execute(sql::take_lease, arguments) == 1;
        return taken;
    });
    if (outcome != store::Work::Outcome::committed) return false;
    until_ = now + lasts;
    return true;
}

}  // namespace jianghui::app
