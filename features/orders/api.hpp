#pragma once
// What other features may do with orders.

#include <functional>
#include <map>
#include <memory>

#include "engine/app/feature.hpp"
#include "features/orders/errors.hpp"
#include "features/orders/model.hpp"
#include "features/orders/post_check_text.hpp"
#include "features/orders/rules.hpp"
#include "features/orders/versions.hpp"

namespace jianghui::orders {

/// What a grab mode adds to an order's life. The feature of the mode enters it at start, so that
/// this feature knows none of them.
struct ModeRules {
    /// The order has just opened for the first time; in the same transaction.
    std::function<Result<Done>(app::Command&, const OrderRow&)> opened;
    /// Fails with mode_not_over while what is left may not be opened to all.
    std::function<Result<Done>(const store::Reader&, const OrderRow&)> is_over;
};
/// The modes of this program. A service that this feature provides; filled at start only.
struct Modes {
    std::map<GrabMode, ModeRules> rules;
};

/// What other features check of an order's terms when they are drafted, changed and published; each
/// enters its check at start.
struct TermChecks {
    std::vector<std::function<Result<Done>(const app::Services&, const OrderRow&)>> checks;
};
/// Who waits for seats of an order. The feature that keeps the list enters both at start.
struct Waiting {
    /// Seats can be taken again: they came back (from whom), or the order goes on. In the same
    /// transaction, before anybody else can; `order` is as it is now. Returns what remains after it.
    std::function<int(app::Command&, const OrderRow&, OrganisationId from)> seats_free;
    /// Seats of the order can be taken no more.
    std::function<void(app::Command&, const OrderRow&)> over;
};
/// What other features do as an order is published (again), in the same transaction; each may refuse.
/// A service that this feature provides; filled at start only.
struct AtPublication {
    std::vector<std::function<Result<Done>(app::Command&, const OrderRow&)>> steps;
};

/// The order's mode is over: what is left of it is first come, first served. Fails with
/// order_other_mode (a race, or open to all already), order_status_conflict, mode_not_over.
[[nodiscard]] Result<OrderRow> open_to_all(app::Command& command, const OrderRow& order);

/// What is left once the mode has decided goes to whoever comes first, where the order says so. Fails
/// as open_to_all.
[[nodiscard]] Result<Done> leave_to_race(app::Command& command, const OrderRow& order);

/// The order, or nothing.
[[nodiscard]] std::optional<OrderRow> find(const store::Reader& reader, OrderId order);

/// The order as it is now, from memory where it is kept (board.hpp): nothing that was committed before
/// the call is missing. For who is in no snapshot.
[[nodiscard]] std::shared_ptr<const OrderRow> as_of_now(const app::Services& services,
                                                        OrderId order);

/// Orders that are in the market or running: what the matching index holds. O(such orders).
[[nodiscard]] std::vector<OrderRow> each_open(const store::Reader& reader);

/// Whether the caller may see an order: drafts and orders in review are its employer's and its
/// officials' own.
[[nodiscard]] bool may_see(const app::Caller& caller, const OrderRow& order);
/// The order, if the caller may see it. Fails with not_found.
[[nodiscard]] Result<OrderRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                            OrderId order);
/// The caller's own, for what only its employer may do. Fails with not_found, not_allowed.
[[nodiscard]] Result<OrderRow> find_own(const store::Reader& reader, const app::Caller& caller,
                                        OrderId order);
/// Of whose answers to an order the caller may know: nothing for everybody's (its employer, its
/// officials), else the caller's own organisation.
[[nodiscard]] std::optional<OrganisationId> only_known(const app::Caller& caller,
                                                       const OrderRow& order);

/// Takes seats that `may_take` allowed: a conditional decrement that holds with any number of
/// processes, and the event order.remaining. Fails with not_enough_seats when the order is no longer
/// open with that many. Returns what remains.
[[nodiscard]] Result<int> take_seats(app::Command& command, const OrderRow& order, int seats);

/// The same as `take_seats` for who writes many orders together: the update, of which exactly one row
/// must change, and its event.
struct Taking {
    const store::Statement* statement = nullptr;
    store::Arguments row;
    journal::NewEvent event;
};
[[nodiscard]] Taking taking(const app::Command& command, const OrderRow& order, int seats);

/// Asks for the order, to be read together with more; `found` is not called when there is none.
void ask(store::Readings& readings, OrderId order, std::function<void(OrderRow&&)> found);

/// Where an order is and how it is given out: what counters need to know of thousands of orders.
struct OrderMode {
    OrderId id;
    PlaceCode city;
    GrabMode mode = GrabMode::race;
};
BOOST_DESCRIBE_STRUCT(OrderMode, (), (id, city, mode))
/// The same for no more than that.
void ask_mode(store::Readings& readings, OrderId order, std::function<void(OrderMode&&)> found);

/// Gives seats back in the same transaction in which they were freed: the order is open again if
/// its window allows, and who waits for seats is served first (`Waiting`), but not `from` with its
/// own. Returns what remains now. Requires that they were taken.
int return_seats(app::Command& command, OrderId order, int seats, OrganisationId from = {});

/// One page of orders as the caller may see them: what GET orders answers.
[[nodiscard]] Result<app::Page<OrderView>> list_all(app::Query& query, const ListOrders& input);

/// Makes a draft for an employer; for imports and the API alike. The caller's right to act for the
/// employer is the caller's business. Fails as `consistent`, or with unknown_code.
[[nodiscard]] Result<OrderRow> create_draft(app::Command& command, OrganisationId employer,
                                            const CreateOrder& wanted);

/// Publishes a draft: post check, window, status open or review. Fails with post_check_failed.
[[nodiscard]] Result<OrderRow> publish_draft(app::Command& command, const OrderRow& draft);

/// The order as people see it, with names.
[[nodiscard]] OrderView view(const store::Reader& reader, const app::Services& services,
                             const OrderRow& order);

/// Moves an order by an act of the rules and writes the event. Fails with order_status_conflict.
[[nodiscard]] Result<OrderRow> move(app::Command& command, const OrderRow& order, Act act,
                                    std::string_view reason_code = {});

}  // namespace jianghui::orders
