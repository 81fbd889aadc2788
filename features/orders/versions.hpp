#pragma once
// The terms of an order after its publication: they change only as a new version (ADR 8). What a
// share was taken under stays readable for ever.

#include "engine/app/context.hpp"
#include "features/orders/model.hpp"

namespace jianghui::orders {

/// What may still change once an order is published. Kind, occupation, place, title, mode, lots and
/// the unit of the pay may not: that would be another order.
struct Terms {
    int headcount = 1;
    std::string description;
    std::string address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    Shift shift = Shift::day;
    std::optional<int> hours_per_day_tenths;
    List<SkillWanted, 30> skills;
    std::optional<std::string> education;
    List<String<1, 40>, 10> certificates;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    Fen service_fee_fen;
    int hold_hours = 24;
    std::optional<Instant> closes_at;
};
BOOST_DESCRIBE_STRUCT(Terms, (),
                      (headcount, description, address, starts_on, ends_on, shift,
                       hours_per_day_tenths, skills, education, certificates, pay_min_fen,
                       pay_max_fen, service_fee_fen, hold_hours, closes_at))

/// POST orders/{order}/changes. Absent members keep their value; `version` is the one that its
/// author saw.
struct ReviseOrder {
    OrderId order;
    Integer<1, 1000000> version;
    std::optional<Headcount> headcount;
    std::optional<Paragraph> description;
    std::optional<String<0, 200>> address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::optional<Shift> shift;
    std::optional<Integer<5, 240>> hours_per_day_tenths;
    std::optional<List<SkillWanted, 30>> skills;
    std::optional<String<0, 20>> education;
    std::optional<List<String<1, 40>, 10>> certificates;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    std::optional<Fen> service_fee_fen;
    std::optional<Integer<1, 720>> hold_hours;
    std::optional<Instant> closes_at;
};
BOOST_DESCRIBE_STRUCT(ReviseOrder, (),
                      (order, version, headcount, description, address, starts_on, ends_on, shift,
                       hours_per_day_tenths, skills, education, certificates, pay_min_fen,
                       pay_max_fen, service_fee_fen, hold_hours, closes_at))

/// A row of `order_versions`.
struct VersionRow {
    PlaceCode city;
    OrderId order_id;
    int version = 1;
    Terms terms;
    std::vector<std::string> differs;  ///< names of terms; empty for the first
    Instant made_at;
    AccountId made_by;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (city, order_id, version, terms, differs, made_at, made_by))

/// What the event order.revised says: names of terms, never their text.
struct OrderRevised {
    OrderId order;
    int version = 1;
    std::vector<std::string> differs;
    int headcount = 0;
    int remaining = 0;
};
BOOST_DESCRIBE_STRUCT(OrderRevised, (), (order, version, differs, headcount, remaining))

/// An order before and after a change, and the names of the terms that differ.
struct Revision {
    OrderRow before;
    OrderRow after;
    std::vector<std::string> differs;
};

[[nodiscard]] Terms terms_of(const OrderRow& order);
/// The order with these terms in place of its own (not its headcount: that is of the present).
[[nodiscard]] OrderRow with_terms(OrderRow order, const Terms& terms);
/// The names of the terms that differ, in the order of `Terms`.
[[nodiscard]] std::vector<std::string> differences(const Terms& before, const Terms& after);

/// Makes a new version of a published order that holds at once: post check as at publication,
/// headcount and `remaining` together, status as the seats say, the version kept, the event; all in
/// the command's transaction. The caller's right is the caller's business. Fails with
/// order_status_conflict, order_changed, change_in_window, headcount_taken, nothing_changed,
/// unknown_code, post_check_failed, change_needs_review, and as `consistent`.
[[nodiscard]] Result<Revision> revise(app::Command& command, const OrderRow& order,
                                      const ReviseOrder& wanted);

/// The order as it stood in one of its versions: the terms of then, the rest of now. What seats of a
/// share that has not agreed to a change are made of. No database unless the version is another.
[[nodiscard]] OrderRow as_of(const store::Reader& reader, const OrderRow& order, int version);

/// The order as its terms stood at an instant: those of the last version made by then, of the first when all came later. What a
/// reader of the journal goes by, however late it reads. No database unless the terms ever changed.
[[nodiscard]] OrderRow as_of(const store::Reader& reader, const OrderRow& order, Instant at);

/// Every version since the publication, the oldest first; at least the present one.
[[nodiscard]] std::vector<VersionRow> versions_of(const store::Reader& reader,
                                                  const OrderRow& order);

}  // namespace jianghui::orders
