// New versions of a published order's terms.

#include "features/orders/versions.hpp"

#include "features/orders/api.hpp"
#include "features/orders/check.hpp"
#include "features/orders/events.hpp"
#include "features/orders/queries.hpp"
#include "features/orders/store.hpp"

namespace jianghui::orders {
namespace {

/// While agencies apply, bid or answer, what they were asked about must not change under them.
Result<Done> outside_window(const app::Command& command, const OrderRow& order) {
    if (order.mode == GrabMode::race || order.open_to_all) return Done{};
    const auto& rules = command.services.get<Modes>().rules;
    const auto mode = rules.find(order.mode);
    if (mode == rules.end() || !mode->second.is_over) return Done{};
    if (!mode->second.is_over(command.db, order)) return refuse(change_in_window);
    return Done{};
}

/// Its validity again: it closes in the future, and not after the last day of work.
Result<OrderRow> redated(const app::Command& command, const OrderRow& order) {
    TRY(OrderRow dated, with_validity(order, defaults_on(command.services, date_of(command.now)),
                                      command.now));
    dated.opens_at = order.opens_at;
    return dated;
}

/// What publishing would refuse is refused; and what an official would have to see first cannot
/// come in by a change, unless it was seen at publication.
Result<Done> pass_post_check(const app::Command& command, const OrderRow& order) {
    const auto found = check(command.db, command.services, order, date_of(command.now));
    TRY(const bool review, must_be_reviewed(found));
    if (!review) return Done{};
    const auto seen = findings_of(command.db, order.id);
    Error all = error(change_needs_review);
    for (const auto& finding : found) {
        const bool known = std::any_of(seen.begin(), seen.end(), [&](const FindingView& one) {
            return one.code == finding.code && one.path == finding.path;
        });
        if (finding.severity != "review" || known) continue;
        Error single = error(change_needs_review, finding.message).at(finding.path);
        single.code = finding.code;
        all.errors.push_back(std::move(single).with("basis", finding.basis));
    }
    if (all.errors.empty()) return Done{};
    return refuse(std::move(all));
}

void keep(app::Command& command, const OrderRow& order, std::vector<std::string> differs,
          Instant at, AccountId by) {
    command.db.execute(sql::keep_version,
                       store::members(VersionRow{order.city, order.id, order.version,
                                                 terms_of(order), std::move(differs), at, by}));
}

}  // namespace

Result<Revision> revise(app::Command& command, const OrderRow& order, const ReviseOrder& wanted) {
    TRY(OrderRow after, revised(order, wanted));
    TRY_DO(outside_window(command, order));
    TRY(after, redated(command, after));
    auto differs = differences(terms_of(order), terms_of(after));
    if (differs.empty()) return refuse(nothing_changed);
    TRY_DO(check_codes(command.services, after));
    TRY_DO(pass_post_check(command, after));
    TRY(after.status, next_status(after, Act::seats_changed, command.now));
    after.changed_at = command.now;
    if (command.db.execute(sql::revise_order,
                           store::members_and(after, "before", order.version, "from", order.status,
                                              "seen", order.remaining)) != 1)
        return refuse(order_changed);
    keep(command, order, {}, order.published_at.value_or(order.created_at), order.created_by);
    keep(command, after, differs, command.now, command.caller.account);
    const app::Command::About about{order.city, "order", order.id.number, order.employer, {}, {}};
    command.record(order_revised, about,
                   OrderRevised{order.id, after.version, differs, after.headcount,
                                after.remaining});
    if (after.remaining != order.remaining)
        command.record(order_remaining, about,
                       RemainingChange{order.id, after.remaining, after.status});
    // Seats that were added go to who waits for some first.
    const auto& waiting = command.services.get<Waiting>();
    // Its validity had ended and no clock had said so yet.
    if (after.status == OrderStatus::running && order.status != OrderStatus::running && waiting.over)
        waiting.over(command, after);
    if (after.remaining > order.remaining && after.status == OrderStatus::open &&
        waiting.seats_free)
        after.remaining = waiting.seats_free(command, after, {});
    return Revision{order, std::move(after), std::move(differs)};
}

OrderRow as_of(const store::Reader& reader, const OrderRow& order, int version) {
    if (version == order.version) return order;
    const auto kept = reader.one<VersionRow>(
        sql::find_version,
        store::arguments("city", order.city, "order", order.id, "version", version));
    return kept ? with_terms(order, kept->terms) : order;
}

OrderRow as_of(const store::Reader& reader, const OrderRow& order, Instant at) {
    if (order.version == 1) return order;
    const auto versions = versions_of(reader, order);
    const auto later = std::find_if(versions.begin(), versions.end(), [&](const VersionRow& one) { return one.made_at > at; });
    return with_terms(order, (later == versions.begin() ? versions.front() : *std::prev(later)).terms);
}

std::vector<VersionRow> versions_of(const store::Reader& reader, const OrderRow& order) {
    auto rows = reader.all<VersionRow>(
        sql::versions_of_order, store::arguments("city", order.city, "order", order.id));
    if (rows.empty())
        rows.push_back({order.city, order.id, order.version, terms_of(order), {},
                        order.published_at.value_or(order.created_at), order.created_by});
    return rows;
}

}  // namespace jianghui::orders
