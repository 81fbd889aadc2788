// Bookings: asked by an employer at the price of the day, answered by the agency within a clock.

#include "engine/app/page.hpp"
#include "features/codes/api.hpp"
#include "features/products/endpoints.hpp"
#include "features/products/events.hpp"
#include "features/products/queries.hpp"
#include "features/products/rules.hpp"
#include "features/products/store.hpp"
#include "features/products/view.hpp"

namespace jianghui::products {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const BookingRow& booking) {
    command.record(
        kind, {booking.city, "booking", booking.id.number, booking.agency, booking.employer, {}},
        BookingFacts{booking.product_id, booking.kind, booking.status, booking.quantity,
                     booking.total_fen, booking.engagement_id});
}

/// Ends it, once; what it becomes is in `booking`.
Result<Done> ended(app::Command& command, BookingRow& booking, const journal::EventKind& kind) {
    booking.changed_at = command.now;
    if (!end(command.db, booking)) return refuse(booking_over);
    record(command, kind, booking);
    return Done{};
}

Instant answer_until(const app::Command& command) {
    return command.now + std::chrono::hours(command.services.get<codes::Tables>().parameter_or(
                             "product_answer_hours", date_of(command.now), 48));
}

/// A booking of the caller, whichever side it is on.
Result<BookingRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                BookingId id) {
    auto booking = find_booking(reader, id);
    if (!booking || !caller.organisation ||
        (booking->agency != caller.organisation && booking->employer != caller.organisation))
        return refuse(not_found);
    return std::move(*booking);
}

/// The booking that the caller's agency has to answer.
Result<BookingRow> find_asked(const app::Command& command, BookingId id) {
    TRY(auto booking, find_visible(command.db, command.caller, id));
    if (booking.agency != command.caller.organisation) return refuse(not_allowed);
    TRY_DO(may_answer(booking, command.now));
    return booking;
}

/// Whether the employer may buy. Fails with buyer_not_verified.
Result<Done> buyer_may_act(const app::Command& command) {
    const auto buyer = organisations::find(command.db, command.caller.organisation);
    if (!buyer || !organisations::may_act_on(*buyer, date_of(command.now)))
        return refuse(buyer_not_verified);
    return Done{};
}

BookingRow new_booking(app::Command& command, const ProductRow& product, const BookProduct& input) {
    BookingRow row;
    row.id = command.next_id<BookingId>();
    row.city = city_of(input.place);
    row.product_id = product.id;
    row.product_version = product.version;
    row.agency = product.agency;
    row.employer = command.caller.organisation;
    row.account = command.caller.account;
    row.place = input.place;
    row.kind = product.kind;
    row.title = product.title;
    row.price_fen = product.price_fen;
    row.unit = product.unit;
    row.quantity = static_cast<int>(input.quantity.value);
    row.total_fen = Fen{product.price_fen.value * input.quantity.value};
    row.terms = product.terms;
    row.steps = product.steps;
    if (input.wishes) row.wishes = input.wishes->text;
    row.answer_until_at = answer_until(command);
    row.created_at = command.now;
    row.changed_at = command.now;
    return row;
}

}  // namespace

Result<BookingView> book(app::Command& command, const BookProduct& input) {
    const auto product = find_product(command.db, input.product);
    if (!product || product->status == ProductStatus::draft) return refuse(not_found);
    const auto& tables = command.services.get<codes::Tables>();
    if (!tables.find_place(input.place))
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
    TRY_DO(may_book(*product, input));
    TRY_DO(buyer_may_act(command));
    TRY_DO(engagements::may_provide(command.db, product->agency,
                                    need_of_kind(command.services, product->kind),
                                    date_of(command.now)));
    const BookingRow row = new_booking(command, *product, input);
    insert(command.db, row);
    record(command, booking_asked, row);
    return view(command.db, row);
}

Result<BookingView> accept_booking(app::Command& command, const FindBooking& input) {
    TRY(BookingRow row, find_asked(command, input.booking));
    const Date today = date_of(command.now);
    TRY_DO(engagements::may_provide(command.db, row.agency,
                                    need_of_kind(command.services, row.kind), today));
    engagements::NewEngagement wanted;
    wanted.source = engagements::Source::product;
    wanted.source_id = {row.id.number};
    wanted.buyer = row.employer;
    wanted.provider = row.agency;
    wanted.place = row.place;
    wanted.title = row.title;
    wanted.price = row.total_fen;
    wanted.steps = engagements::steps_of(row.steps, row.total_fen, today);
    TRY(const auto engagement, engagements::create(command, wanted));
    row.status = BookingStatus::accepted;
    row.engagement_id = engagement.id;
    TRY_DO(ended(command, row, booking_accepted));
    return view(command.db, row);
}

Result<BookingView> decline_booking(app::Command& command, const DeclineBooking& input) {
    TRY(BookingRow row, find_asked(command, input.booking));
    row.status = BookingStatus::declined;
    row.reason = input.reason.text;
    TRY_DO(ended(command, row, booking_declined));
    return view(command.db, row);
}

Result<BookingView> withdraw_booking(app::Command& command, const FindBooking& input) {
    TRY(BookingRow row, find_visible(command.db, command.caller, input.booking));
    if (row.employer != command.caller.organisation) return refuse(not_allowed);
    TRY_DO(may_answer(row, command.now));
    row.status = BookingStatus::withdrawn;
    TRY_DO(ended(command, row, booking_withdrawn));
    return view(command.db, row);
}

Result<BookingView> show_booking(app::Query& query, const FindBooking& input) {
    TRY(const BookingRow row, find_visible(query.db, query.caller, input.booking));
    return view(query.db, row);
}

Result<app::Page<BookingView>> list_bookings(app::Query& query, const ListBookings& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<BookingRow>(
        sql::list_bookings,
        store::arguments("organisation", query.caller.organisation, "status", input.status,
                         "cursor", input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) { return view(query.db, row); });
}

Result<bool> lapse_due(app::Command& command) {
    auto due = command.db.all<BookingRow>(sql::due_bookings, store::arguments("now", command.now));
    for (auto& row : due) {
        row.status = BookingStatus::lapsed;
        TRY_DO(ended(command, row, booking_lapsed));
    }
    return due.size() == 100;
}

namespace {

std::vector<app::Waiting> to_answer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<BookingRow>(
             sql::asked_of_agency,
             store::arguments("agency", query.caller.organisation, "limit", limit)))
        waiting.push_back({"booking.answer",
                           {"有订购待答复：" + row.title, "A booking to answer: " + row.title},
                           "booking",
                           row.id.number,
                           row.answer_until_at,
                           row.created_at,
                           "/desk/bookings/" + row.id.text()});
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"products.to_answer", {app::Role::agency}, to_answer}};
}

}  // namespace jianghui::products
