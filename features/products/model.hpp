#pragma once
// The vocabulary of products 服务产品: what an agency sells at a price, and who books it.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/engagements/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::products {

using ProductId = Id<struct ProductTag>;
using BookingId = Id<struct BookingTag>;

enum class ProductStatus {
    draft,
    published,
    withdrawn  ///< cannot be booked any more; what was booked goes on
};
BOOST_DESCRIBE_ENUM(ProductStatus, draft, published, withdrawn)

enum class BookingStatus {
    asked,
    accepted,
    declined,
    lapsed,    ///< the agency did not answer in time
    withdrawn  ///< by the employer, before the answer
};
BOOST_DESCRIBE_ENUM(BookingStatus, asked, accepted, declined, lapsed, withdrawn)

/// A measurable promise: "到岗率", "不低于 95%".
struct Term {
    String<1, 40> measure;
    String<1, 60> target;
    bool operator==(const Term&) const = default;
};
BOOST_DESCRIBE_STRUCT(Term, (), (measure, target))
using Terms = List<Term, 8>;
using PlaceList = List<PlaceCode, 20>;

/// A row of `products`. `terms`, `steps` and `places` are JSON; places also in `product_places`.
struct ProductRow {
    ProductId id;
    PlaceCode city;
    OrganisationId agency;
    std::string kind;
    std::string title;
    std::string description;
    Fen price_fen;
    std::string unit;
    int quantity_max = 1;
    int days = 1;  ///< from the acceptance of a booking to the last delivery
    Terms terms;
    engagements::Plan steps;
    PlaceList places;
    ProductStatus status = ProductStatus::draft;
    int version = 1;
    Instant created_at;
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProductRow, (),
                      (id, city, agency, kind, title, description, price_fen, unit, quantity_max,
                       days, terms, steps, places, status, version, created_at, published_at,
                       changed_at))

/// A row of `product_bookings`: the price and the promise as they were when it was booked.
struct BookingRow {
    BookingId id;
    PlaceCode city;
    ProductId product_id;
    int product_version = 1;
    OrganisationId agency;
    OrganisationId employer;
    AccountId account;
    PlaceCode place;
    std::string kind;
    std::string title;
    Fen price_fen;
    std::string unit;
    int quantity = 1;
    Fen total_fen;
    Terms terms;
    engagements::Plan steps;
    std::string wishes;
    BookingStatus status = BookingStatus::asked;
    std::optional<std::string> reason;
    Instant answer_until_at;
    std::optional<engagements::EngagementId> engagement_id;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(BookingRow, (),
                      (id, city, product_id, product_version, agency, employer, account, place,
                       kind, title, price_fen, unit, quantity, total_fen, terms, steps, wishes,
                       status, reason, answer_until_at, engagement_id, created_at, changed_at))

/// POST products, and PATCH products/{product}, which says everything anew.
struct ProductDraft {
    String<1, 20> kind;  ///< data/service_kinds.csv
    String<2, 60> title;
    String<10, 2000> description;
    Fen price_fen;
    String<1, 20> unit;  ///< data/service_units.csv
    Integer<1, 100000> quantity_max;
    Terms terms;
    engagements::Plan steps;
    PlaceList places;
};
BOOST_DESCRIBE_STRUCT(ProductDraft, (),
                      (kind, title, description, price_fen, unit, quantity_max, terms, steps,
                       places))
struct ChangeProduct : ProductDraft {
    ProductId product;
    Integer<1, 1000000> version;  ///< that was read
};
BOOST_DESCRIBE_STRUCT(ChangeProduct, (ProductDraft), (product, version))

struct FindProduct {
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(FindProduct, (), (product))

/// GET product-comparisons: up to four, in the order named.
struct CompareProducts {
    String<13, 55> ids;  ///< separated by commas
};
BOOST_DESCRIBE_STRUCT(CompareProducts, (), (ids))

enum class Sorting { newest, price, price_down, days };
BOOST_DESCRIBE_ENUM(Sorting, newest, price, price_down, days)

/// GET products: the public catalogue; with `mine` the caller's own, drafts included.
struct ListProducts {
    std::optional<bool> mine;
    std::optional<ProductStatus> status;  ///< of one's own
    std::optional<String<1, 20>> kind;
    std::optional<PlaceCode> place;  ///< served there, or in the whole of what contains it
    std::optional<Fen> price_from;
    std::optional<Fen> price_to;
    std::optional<String<1, 20>> unit;
    std::optional<OrganisationId> agency;
    std::optional<String<1, 40>> q;
    std::optional<Sorting> sort;
    std::optional<Integer<0, 1000000>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListProducts, (),
                      (mine, status, kind, place, price_from, price_to, unit, agency, q, sort,
                       cursor, limit))

/// Why something cannot be booked now.
struct Refusal {
    std::string code;
    Text message;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, message))

struct ProductView {
    ProductId id;
    organisations::Reference agency;
    engagements::Rating rating;  ///< of the agency, from its engagements
    std::string kind;
    organisations::CredentialKind needs = organisations::CredentialKind::licence;
    std::string title;
    std::string description;
    Fen price_fen;
    std::string unit;
    int quantity_max = 1;
    int days = 1;
    Terms terms;
    engagements::Plan steps;
    PlaceList places;
    ProductStatus status = ProductStatus::draft;
    int version = 1;
    bool bookable = false;           ///< published, and the agency may provide it today
    std::optional<Refusal> refusal;  ///< why not
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProductView, (),
                      (id, agency, rating, kind, needs, title, description, price_fen, unit,
                       quantity_max, days, terms, steps, places, status, version, bookable, refusal,
                       published_at, changed_at))

/// POST products/{product}/bookings. The price is that of the version which the employer read.
struct BookProduct {
    ProductId product;
    Integer<1, 1000000> version;
    Integer<1, 100000> quantity;
    PlaceCode place;
    std::optional<String<0, 1000>> wishes;
};
BOOST_DESCRIBE_STRUCT(BookProduct, (), (product, version, quantity, place, wishes))

struct FindBooking {
    BookingId booking;
};
BOOST_DESCRIBE_STRUCT(FindBooking, (), (booking))
struct DeclineBooking {
    BookingId booking;
    String<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(DeclineBooking, (), (booking, reason))

/// GET bookings: the caller's own, newest first.
struct ListBookings {
    std::optional<BookingStatus> status;
    std::optional<BookingId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListBookings, (), (status, cursor, limit))

struct BookingView {
    BookingId id;
    ProductId product;
    int product_version = 1;
    organisations::Reference agency;
    organisations::Reference employer;
    PlaceCode place;
    std::string kind;
    std::string title;
    Fen price_fen;
    std::string unit;
    int quantity = 1;
    Fen total_fen;
    Terms terms;
    engagements::Plan steps;
    std::string wishes;
    BookingStatus status = BookingStatus::asked;
    std::optional<std::string> reason;
    Instant answer_until_at;
    std::optional<engagements::EngagementId> engagement;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(BookingView, (),
                      (id, product, product_version, agency, employer, place, kind, title,
                       price_fen, unit, quantity, total_fen, terms, steps, wishes, status, reason,
                       answer_until_at, engagement, created_at))

/// What the events say.
struct ProductFacts {
    std::string kind;
    ProductStatus status = ProductStatus::draft;
    Fen price_fen;
    std::string unit;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(ProductFacts, (), (kind, status, price_fen, unit, version))
struct BookingFacts {
    ProductId product;
    std::string kind;
    BookingStatus status = BookingStatus::asked;
    int quantity = 1;
    Fen total_fen;
    std::optional<engagements::EngagementId> engagement;
};
BOOST_DESCRIBE_STRUCT(BookingFacts, (), (product, kind, status, quantity, total_fen, engagement))

}  // namespace jianghui::products
