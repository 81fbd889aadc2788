#pragma once
// The vocabulary of orders: what is asked for, kept and shown. Member = JSON field = SQL column.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "engine/matching/facts.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::orders {

/// What the employer wants done (DESIGN section 5). Which credential each needs is data
/// (data/order_kinds.csv).
using matching::OrderKind;
using matching::PayUnit;

enum class OrderStatus {
    draft,
    review,     ///< waits for an official of the place
    open,       ///< can be grabbed
    filled,     ///< every seat is in a share; goes back to open when seats free up
    running,    ///< no more grabs: the work goes on
    closed,
    expired,    ///< its validity ended with no seat taken
    cancelled,  ///< by the employer
    suspended   ///< by an authority
};
BOOST_DESCRIBE_ENUM(OrderStatus, draft, review, open, filled, running, closed, expired, cancelled,
                    suspended)

/// When in the day the work is.
enum class Shift { day, night, morning, afternoon, rotating };
BOOST_DESCRIBE_ENUM(Shift, day, night, morning, afternoon, rotating)

/// How shares are given. Only in a race does speed decide.
enum class GrabMode {
    race,    ///< first come, first served
    draw,    ///< applications within a window, then a lottery that anyone can recompute
    direct,  ///< one agency that the employer names
    quote    ///< sealed bids of a service fee within a window, opened together, the lowest first
};
BOOST_DESCRIBE_ENUM(GrabMode, race, draw, direct, quote)

/// What becomes of the seats that a draw or the bids left over.
enum class Leftover {
    race,  ///< first come, first served from then on
    keep   ///< they wait until the employer opens them to all
};
BOOST_DESCRIBE_ENUM(Leftover, race, keep)

/// A skill asked for; `level` 0 (any) to 5.
struct SkillWanted {
    String<1, 40> name;
    std::optional<bool> required;
    std::optional<Integer<0, 5>> level;
};
BOOST_DESCRIBE_STRUCT(SkillWanted, (), (name, required, level))

using Headcount = Integer<1, 10000>;

/// Who may come earlier to a first-come order, and why; features/tiers knows the criteria.
struct Tier {
    String<1, 40> criterion;      ///< a code of data/tier_criteria.csv
    Integer<0, 10000> parameter;  ///< what it asks: at least so many points, seats, months
    Integer<1, 720> hours;        ///< to everybody else it opens so long after opens_at
    Sentence reason;              ///< read by everybody
};
BOOST_DESCRIBE_STRUCT(Tier, (), (criterion, parameter, hours, reason))
using Tiers = List<Tier, 3>;

/// What may be left open while an order is a draft. Absent members keep their value (PATCH) or
/// take the default (POST).
struct OrderTerms {
    std::optional<OrderKind> kind;
    std::optional<Paragraph> description;
    std::optional<String<0, 200>> address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::optional<Shift> shift;
    std::optional<Integer<5, 240>> hours_per_day_tenths;
    std::optional<List<SkillWanted, 30>> skills;
    std::optional<String<0, 20>> education;
    std::optional<List<String<1, 40>, 10>> certificates;
    std::optional<PayUnit> pay_unit;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    std::optional<Fen> service_fee_fen;
    std::optional<Headcount> lot_min;
    std::optional<Headcount> lot_max;
    std::optional<Headcount> cap_per_agency;
    std::optional<Integer<1, 720>> hold_hours;
    std::optional<GrabMode> mode;
    std::optional<Integer<1, 720>> apply_hours;
    std::optional<Leftover> leftover;
    std::optional<Tiers> tiers;
    std::optional<Integer<0, 100>> team_size;
    std::optional<String<0, 200>> source;
    std::optional<Instant> opens_at;
    std::optional<Instant> closes_at;
};
BOOST_DESCRIBE_STRUCT(OrderTerms, (),
                      (kind, description, address, starts_on, ends_on, shift, hours_per_day_tenths,
                       skills, education, certificates, pay_unit, pay_min_fen, pay_max_fen,
                       service_fee_fen, lot_min, lot_max, cap_per_agency, hold_hours, mode,
                       apply_hours, leftover, tiers, team_size, source, opens_at, closes_at))

/// POST orders.
struct CreateOrder : OrderTerms {
    Name title;
    OccupationCode occupation;
    Headcount headcount;
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(CreateOrder, (OrderTerms), (title, occupation, headcount, place))

/// PATCH orders/{order}. `version` makes the change conditional on nobody having been faster.
struct ChangeOrder : OrderTerms {
    OrderId order;
    std::optional<int> version;
    std::optional<Name> title;
    std::optional<OccupationCode> occupation;
    std::optional<Headcount> headcount;
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(ChangeOrder, (OrderTerms),
                      (order, version, title, occupation, headcount, place))

/// A row of `orders`.
struct OrderRow {
    OrderId id;
    int version = 1;
    PlaceCode city;
    OrganisationId employer;
    OrderKind kind = OrderKind::recruit;
    std::string title;
    std::string description;
    OccupationCode occupation;
    int headcount = 1;
    int remaining = 1;
    PlaceCode place;
    std::string address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    Shift shift = Shift::day;
    std::optional<int> hours_per_day_tenths;
    List<SkillWanted, 30> skills;
    std::optional<std::string> education;
    List<String<1, 40>, 10> certificates;
    std::optional<PayUnit> pay_unit;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    Fen service_fee_fen;
    int lot_min = 1;
    int lot_max = 1;
    int cap_per_agency = 1;
    int hold_hours = 24;
    GrabMode mode = GrabMode::race;
    int apply_hours = 24;  ///< to apply, or to answer as the agency named
    Leftover leftover = Leftover::race;
    bool open_to_all = false;  ///< its mode is over: what is left is first come, first served
    Tiers tiers;
    int team_size = 0;  ///< seats are taken in whole teams of so many; 0: one by one
    std::string source;
    std::optional<Instant> opens_at;
    std::optional<Instant> closes_at;
    OrderStatus status = OrderStatus::draft;
    std::string status_reason;
    AccountId created_by;
    Instant created_at;
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(OrderRow, (),
                      (id, version, city, employer, kind, title, description, occupation, headcount,
                       remaining, place, address, starts_on, ends_on, shift, hours_per_day_tenths,
                       skills, education, certificates, pay_unit, pay_min_fen, pay_max_fen,
                       service_fee_fen, lot_min, lot_max, cap_per_agency, hold_hours, mode,
                       apply_hours, leftover, open_to_all, tiers, team_size, source, opens_at, closes_at, status, status_reason, created_by, created_at,
                       published_at, changed_at))

/// A finding of the post check as shown to people.
struct FindingView {
    std::string code;
    std::string severity;  ///< block, review or note
    Text message;
    std::string basis;
    std::string path;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (code, severity, message, basis, path))

/// An order as the API shows it.
struct OrderView {
    OrderId id;
    int version = 1;
    organisations::Reference employer;
    OrderKind kind = OrderKind::recruit;
    std::string title;
    std::string description;
    OccupationCode occupation;
    std::string occupation_name;
    int headcount = 1;
    int remaining = 1;
    PlaceCode place;
    std::string place_name;
    PlaceCode city;
    std::string address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    Shift shift = Shift::day;
    std::optional<int> hours_per_day_tenths;
    List<SkillWanted, 30> skills;
    std::optional<std::string> education;
    List<String<1, 40>, 10> certificates;
    std::optional<PayUnit> pay_unit;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    Fen service_fee_fen;
    int lot_min = 1;
    int lot_max = 1;
    int cap_per_agency = 1;
    int hold_hours = 24;
    GrabMode mode = GrabMode::race;
    int apply_hours = 24;
    Leftover leftover = Leftover::race;
    bool open_to_all = false;
    Tiers tiers;
    int team_size = 0;
    std::string source;
    std::optional<Instant> opens_at;
    std::optional<Instant> closes_at;
    OrderStatus status = OrderStatus::draft;
    std::string status_reason;
    std::vector<FindingView> findings;
    Instant created_at;
    std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(OrderView, (),
                      (id, version, employer, kind, title, description, occupation, occupation_name,
                       headcount, remaining, place, place_name, city, address, starts_on, ends_on,
                       shift, hours_per_day_tenths, skills, education, certificates, pay_unit,
                       pay_min_fen, pay_max_fen, service_fee_fen, lot_min, lot_max, cap_per_agency,
                       hold_hours, mode, apply_hours, leftover, open_to_all, tiers, team_size, source, opens_at, closes_at, status, status_reason,
                       findings, created_at, published_at))

struct FindOrder {
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(FindOrder, (), (order))

struct OrderReason {
    OrderId order;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(OrderReason, (), (order, reason))

/// GET orders.
struct ListOrders {
    std::optional<PlaceCode> place;            ///< a county, or all within a city or province
    std::optional<OccupationCode> occupation;  ///< any level of the tree
    std::optional<OrderKind> kind;
    std::optional<OrderStatus> status;
    std::optional<OrganisationId> employer;
    std::optional<bool> mine;
    std::optional<String<1, 60>> q;
    std::optional<Date> starts_from_on;
    std::optional<OrderId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListOrders, (),
                      (place, occupation, kind, status, employer, mine, q, starts_from_on, cursor,
                       limit))

/// One step of an order's history.
struct HistoryItem {
    std::int64_t position = 0;
    Instant at;
    std::string kind;
    boost::json::value data;
};
BOOST_DESCRIBE_STRUCT(HistoryItem, (), (position, at, kind, data))

/// What a transition's event says.
struct StatusChange {
    OrderStatus from = OrderStatus::draft;
    OrderStatus to = OrderStatus::draft;
    int remaining = 0;
};
BOOST_DESCRIBE_STRUCT(StatusChange, (), (from, to, remaining))

/// What order.remaining says.
struct RemainingChange {
    OrderId order;
    int remaining = 0;
    OrderStatus status = OrderStatus::open;
};
BOOST_DESCRIBE_STRUCT(RemainingChange, (), (order, remaining, status))

}  // namespace jianghui::orders
