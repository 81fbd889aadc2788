#pragma once
// Grabs that were refused, until the journal is told of them. A refusal changes nothing and so has no event of its own; but whether
// agencies of other cities fare as those of the place (features/efficiency) cannot be known from those alone who won.

#include <array>
#include <atomic>
#include <deque>
#include <limits>
#include <map>
#include <mutex>
#include <unordered_map>

#include "features/orders/api.hpp"

namespace jianghui::shares {

/// What was in the way: other agencies were faster, or a rule about the agency itself.
enum class RefusedFor { no_room, gate };
BOOST_DESCRIBE_ENUM(RefusedFor, no_room, gate)

struct RefusedGrab {
    OrganisationId agency;
    RefusedFor why = RefusedFor::no_room;
};
BOOST_DESCRIBE_STRUCT(RefusedGrab, (), (agency, why))

/// What the event of refused grabs says: each agency once for each cause, however often it asked.
struct RefusedGrabs {
    OrderId order;
    std::vector<RefusedGrab> refused;
    std::int64_t missed = 0;  ///< refusals of any order that there was no room to note
};
BOOST_DESCRIBE_STRUCT(RefusedGrabs, (), (order, refused, missed))

using RefusalsId = Id<struct RefusalsTag>;

/// Of one process, in memory: what was not told when it dies is lost. Thread-safe, O(log agencies) a refusal; notes at most 100,000
/// and counts those beyond.
class Refusals {
  public:
    /// How long refusals of an order are gathered before they are told.
    static constexpr auto gathering = std::chrono::minutes(1);
    struct OfOrder {
        PlaceCode city;
        RefusedGrabs said;
    };

    void note(const orders::OrderRow& order, OrganisationId agency, RefusedFor why, Instant now);
    /// Those of up to `limit` orders that were gathered long enough, the oldest first; they are forgotten here.
    [[nodiscard]] std::vector<OfOrder> take(Instant now, std::size_t limit);
    /// Whether `take` would find some. O(1), without a lock.
    [[nodiscard]] bool is_due(Instant now) const;

  private:
    struct Gathered {
        PlaceCode city;
        Instant since;
        std::map<OrganisationId, std::array<bool, 2>> agencies;  ///< by RefusedFor
    };
    void remember_oldest();

    std::mutex mutex_;
    std::unordered_map<std::int64_t, Gathered> orders_;
    std::deque<std::int64_t> in_order_;  ///< of arrival
    std::size_t noted_ = 0;
    std::int64_t missed_ = 0;
    std::atomic<std::int64_t> oldest_ms_{std::numeric_limits<std::int64_t>::max()};
};

/// Notes a grab that an order or the gate refused to an agency that could have had a seat; other refusals (a wish that the order never
/// allows, an order whose time is over) are no tries.
void note_refusal(const app::Services& services, const orders::OrderRow& order, OrganisationId agency, const Error& refusal, Instant now);
/// The events of refusals that are due, of at most `limit` orders.
[[nodiscard]] std::vector<journal::NewEvent> due_refusals(app::Command& command, std::size_t limit);
/// The clock that tells of them when no grab does.
[[nodiscard]] Result<bool> tell_refusals(app::Command& command);

}  // namespace jianghui::shares
