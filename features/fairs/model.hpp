#pragma once
// The vocabulary of fairs: a batch of orders and a pool of people, allocated at once.

#include <optional>
#include <string>
#include <vector>

#include "features/organisations/api.hpp"
#include "features/people/api.hpp"
#include "features/shares/api.hpp"
#include "features/suggestions/api.hpp"

namespace jianghui::fairs {

using FairId = Id<struct FairTag>;

enum class FairStatus {
    waiting,     ///< to be computed
    running,     ///< people are ranked, or the allocation is sought
    decided,     ///< proven: no allocation has a greater total
    stopped,     ///< the best that was found; `bound` − `optimum` is the gap
    infeasible,  ///< the shares asked for cannot all be kept
    failed       ///< `failure` says why
};
BOOST_DESCRIBE_ENUM(FairStatus, waiting, running, decided, stopped, infeasible, failed)
[[nodiscard]] constexpr bool has_plan(FairStatus status) {
    return status == FairStatus::decided || status == FairStatus::stopped;
}

/// What is done while a fair is computed.
enum class FairStage {
    ranking,  ///< who fits each order
    auction,  ///< people bid for seats: a plan that is nearly best
    proof,    ///< it is made best, and proven
    search,   ///< teams and overlapping shifts are decided one by one
    floors    ///< nothing keeps all floors: how much of them could be kept
};
BOOST_DESCRIBE_ENUM(FairStage, ranking, auction, proof, search, floors)

/// Who takes part.
using suggestions::PoolKind;

/// A row of `fairs`.
struct FairRow {
    FairId id;
    PlaceCode city;
    PlaceCode place;
    std::optional<OrganisationId> organisation;  ///< an agency's; none: an authority's of `place`
    AccountId created_by;
    std::string title;
    PoolKind pool = PoolKind::open;
    bool several = false;  ///< a person may have several orders, one at a time
    int agency_floor = 0;  ///< percent of an even spread that each agency's people get at least
    int place_floor = 0;   ///< the same of each county's orders
    int seconds = 60;      ///< after so many the search ends with the best so far
    FairStatus status = FairStatus::waiting;
    std::string failure;
    bool stop_asked = false;
    int orders = 0;
    int seats = 0;
    int ranked = 0;  ///< orders whose people have been found
    int people = 0;  ///< who fit at least one order
    int pairs = 0;
    std::int64_t steps = 0;
    FairStage stage = FairStage::ranking;
    int spent_seconds = 0;  ///< of the search so far
    std::optional<std::int64_t> best_so_far;   ///< the greatest total found: a plan that is kept if it is stopped
    std::optional<std::int64_t> bound_so_far;  ///< proven: no plan has more
    int filled = 0;
    std::int64_t total = 0;    ///< of the plan as it stands, edits included
    std::int64_t optimum = 0;  ///< of the plan as it was computed
    std::int64_t bound = 0;    ///< no plan has more
    std::optional<int> feasible_percent;  ///< of infeasible: how much of the floors could be kept
    std::int64_t position = 0;            ///< the journal position whose state was ranked last
    std::string input_digest;             ///< SM3 of the files
    Instant created_at;
    std::optional<Instant> decided_at;
    std::optional<Instant> handed_over_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(FairRow, (),
                      (id, city, place, organisation, created_by, title, pool, several,
                       agency_floor, place_floor, seconds, status, failure, stop_asked, orders, seats, ranked,
                       people, pairs, steps, stage, spent_seconds, best_so_far, bound_so_far, filled,
                       total, optimum, bound, feasible_percent, position, input_digest, created_at, decided_at, handed_over_at, changed_at))

/// How many people a filter removed.
struct RemovedCount {
    matching::Filter filter{};
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(RemovedCount, (), (filter, count))

/// A row of `fair_orders`.
struct FairOrderRow {
    PlaceCode city;
    FairId fair_id;
    OrderId order_id;
    int seats = 0;  ///< empty ones when the fair was made
    std::int64_t considered = 0;
    int qualified = 0;
    List<RemovedCount, 20> removed;
    std::string relaxed;        ///< the filter that removed the most and may be relaxed; "": none
    int relaxed_qualified = 0;  ///< how many would qualify without it
    std::string reason;  ///< why seats stay empty (matching::EmptySeatReason); "": none does
    std::optional<std::int64_t> price;
    std::optional<PersonId> nearest;
    std::string filter;
};
BOOST_DESCRIBE_STRUCT(FairOrderRow, (),
                      (city, fair_id, order_id, seats, considered, qualified, removed, relaxed,
                       relaxed_qualified, reason, price, nearest, filter))

/// A row of `fair_pairs`.
struct FairPairRow {
    PlaceCode city;
    FairId fair_id;
    OrderId order_id;
    PersonId person;
    int score = 0;
    bool by_hand = false;
    std::optional<SeatId> seat_id;
    std::string refusal;  ///< the code of the last offer's
};
BOOST_DESCRIBE_STRUCT(FairPairRow, (),
                      (city, fair_id, order_id, person, score, by_hand, seat_id, refusal))

/// A fair as lists show it.
struct FairView {
    FairId id;
    std::string title;
    std::optional<organisations::Reference> organisation;
    PlaceCode place;
    std::string place_name;
    PoolKind pool = PoolKind::open;
    bool several = false;
    int agency_floor = 0;
    int place_floor = 0;
    int seconds = 0;
    FairStatus status = FairStatus::waiting;
    std::string failure;
    bool mine = false;
    int orders = 0;
    int seats = 0;
    int ranked = 0;
    int people = 0;
    int pairs = 0;
    std::int64_t steps = 0;
    FairStage stage = FairStage::ranking;
    bool stop_asked = false;
    int spent_seconds = 0;
    std::optional<std::int64_t> best_so_far;
    std::optional<std::int64_t> bound_so_far;
    int filled = 0;
    std::int64_t total = 0;
    std::int64_t optimum = 0;
    std::int64_t bound = 0;
    std::optional<int> feasible_percent;
    std::string input_digest;
    Instant created_at;
    std::optional<Instant> decided_at;
    std::optional<Instant> handed_over_at;
};
BOOST_DESCRIBE_STRUCT(FairView, (),
                      (id, title, organisation, place, place_name, pool, several, agency_floor,
                       place_floor, seconds, status, failure, mine, orders, seats, ranked, people, pairs, steps,
                       stage, stop_asked, spent_seconds, best_so_far, bound_so_far, filled, total, optimum, bound, feasible_percent, input_digest, created_at,
                       decided_at, handed_over_at))

/// An order that the caller may allocate, or has.
struct OpenOrderView {
    shares::OrderReference order;
    organisations::Reference employer;
    PlaceCode place;
    std::string place_name;
    int seats = 0;  ///< empty
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(OpenOrderView, (),
                      (order, employer, place, place_name, seats, starts_on, ends_on))

/// An order of a fair, with what became of its seats.
struct FairOrderView : OpenOrderView {
    int filled = 0;
    std::int64_t considered = 0;
    int qualified = 0;
    std::vector<suggestions::RemovedView> removed;
    Text advice;  ///< what relaxing one filter would bring; empty when nothing
    std::string reason;
    Text reason_text;
    std::optional<std::int64_t> price;
    std::optional<people::Reference> nearest;
};
BOOST_DESCRIBE_STRUCT(FairOrderView, (OpenOrderView),
                      (filled, considered, qualified, removed, advice, reason, reason_text, price, nearest))

/// Somebody in an order of the plan.
struct FairPairView {
    people::Reference person;
    OrderId order;
    int score = 0;
    bool by_hand = false;
    std::optional<SeatId> seat;
    std::string refusal;
    Text refusal_text;
};
BOOST_DESCRIBE_STRUCT(FairPairView, (),
                      (person, order, score, by_hand, seat, refusal, refusal_text))

/// What one agency's people, or one county's orders, got.
enum class SpreadKind { agency, place };
BOOST_DESCRIBE_ENUM(SpreadKind, agency, place)
struct SpreadView {
    SpreadKind kind = SpreadKind::agency;
    std::string name;
    int whole = 0;  ///< people of the agency; seats of the county
    int filled = 0;
    int floor = 0;  ///< asked for
};
BOOST_DESCRIBE_STRUCT(SpreadView, (), (kind, name, whole, filled, floor))

struct FairDetail : FairView {
    std::vector<FairOrderView> order_list;
    std::vector<FairPairView> pair_list;
    int hidden = 0;  ///< pairs of people whom the caller may not be shown
    std::vector<SpreadView> spread;
};
BOOST_DESCRIBE_STRUCT(FairDetail, (FairView), (order_list, pair_list, hidden, spread))

/// Who else could take an order of the fair, the least loss first.
struct FairChoice {
    people::Reference person;
    int score = 0;
    std::int64_t loss = 0;  ///< what giving her the order would cost the total at least
    std::optional<shares::OrderReference> placed_in;
};
BOOST_DESCRIBE_STRUCT(FairChoice, (), (person, score, loss, placed_in))

/// Why a person has her points in an order, as of now.
struct FairFitness {
    int score = 0;
    std::vector<suggestions::PartView> parts;
    std::vector<suggestions::RemovedView> failed;
};
BOOST_DESCRIBE_STRUCT(FairFitness, (), (score, parts, failed))

/// POST fairs
struct StartFair {
    String<1, 60> title;
    List<OrderId, 100> orders;
    PoolKind pool = PoolKind::open;
    std::optional<bool> several;
    std::optional<Integer<0, 100>> agency_floor;
    std::optional<Integer<0, 100>> place_floor;
    std::optional<Integer<1, 3600>> seconds;  ///< absent: the parameter fair_seconds
};
BOOST_DESCRIBE_STRUCT(StartFair, (),
                      (title, orders, pool, several, agency_floor, place_floor, seconds))

struct ListFairs {
    std::optional<FairId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListFairs, (), (cursor, limit))

struct FindFair {
    FairId fair;
};
BOOST_DESCRIBE_STRUCT(FindFair, (), (fair))

struct FindFairOrder {
    FairId fair;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(FindFairOrder, (), (fair, order))

struct FindFairPair {
    FairId fair;
    OrderId order;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindFairPair, (), (fair, order, person))

enum class FairFileName { edges, orders, workers, groups, worker_groups, answer };
BOOST_DESCRIBE_ENUM(FairFileName, edges, orders, workers, groups, worker_groups, answer)
struct FindFairFile {
    FairId fair;
    FairFileName file = FairFileName::edges;
};
BOOST_DESCRIBE_STRUCT(FindFairFile, (), (fair, file))

/// POST fairs/{fair}/edits: gives the person the order, in the place of somebody when it is full; or,
/// with `out`, takes her out of it.
struct EditFair {
    FairId fair;
    PersonId person;
    OrderId order;
    std::optional<bool> out;
    std::optional<PersonId> instead_of;
};
BOOST_DESCRIBE_STRUCT(EditFair, (), (fair, person, order, out, instead_of))

/// What an edit cost, and what all of them did.
struct EditAnswer {
    std::int64_t total = 0;
    std::int64_t optimum = 0;
    std::int64_t loss = 0;         ///< of all edits together
    std::int64_t this_change = 0;  ///< of this one; negative when it gained
    int filled = 0;
};
BOOST_DESCRIBE_STRUCT(EditAnswer, (), (total, optimum, loss, this_change, filled))

/// POST fairs/{fair}/offers. `again`: what was refused before is tried once more.
struct OfferFair {
    FairId fair;
    std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(OfferFair, (), (fair, again))

/// What one round of offers did.
struct OffersAnswer {
    int offered = 0;
    int refused = 0;
    int left = 0;  ///< not tried yet: ask again
    std::vector<FairPairView> tried;
};
BOOST_DESCRIBE_STRUCT(OffersAnswer, (), (offered, refused, left, tried))

/// What the events of a fair say.
struct FairChange {
    FairStatus status = FairStatus::waiting;
    int orders = 0;
    int seats = 0;
    int filled = 0;
    std::int64_t total = 0;
    std::int64_t optimum = 0;
    std::string input_digest;
};
BOOST_DESCRIBE_STRUCT(FairChange, (),
                      (status, orders, seats, filled, total, optimum, input_digest))
struct FairEdit {
    OrderId order;
    PersonId person;
    bool out = false;
    std::int64_t total = 0;
    std::int64_t optimum = 0;
};
BOOST_DESCRIBE_STRUCT(FairEdit, (), (order, person, out, total, optimum))
struct FairOffers {
    int offered = 0;
    int refused = 0;
};
BOOST_DESCRIBE_STRUCT(FairOffers, (), (offered, refused))

}  // namespace jianghui::fairs
