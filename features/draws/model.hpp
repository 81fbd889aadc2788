#pragma once
// The vocabulary of draws.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::draws {

using ApplicationId = Id<struct DrawApplicationTag>;

enum class DrawStatus {
    open,   ///< takes applications within its window, or waits for the clock
    drawn,  ///< held: everything needed to recompute it is public
    voided  ///< the order ended before the draw
};
BOOST_DESCRIBE_ENUM(DrawStatus, open, drawn, voided)

enum class ApplicationStatus { standing, withdrawn, drawn, voided };
BOOST_DESCRIBE_ENUM(ApplicationStatus, standing, withdrawn, drawn, voided)

/// How an application came out, and why.
enum class Outcome {
    won,           ///< all seats that were asked for
    partly,        ///< some: what was left, or what the agency's capacity lets it take
    refused,       ///< the gate refused on the day of the draw; `refusal` says why
    none_left,     ///< every seat was gone when its turn came
    too_few_left,  ///< fewer than the applicant wants at least
    below_lot      ///< fewer than the order's smallest lot
};
BOOST_DESCRIBE_ENUM(Outcome, won, partly, refused, none_left, too_few_left, below_lot)

/// A row of `draws`.
struct DrawRow {
    OrderId order_id;
    PlaceCode city;
    OrganisationId employer;
    std::string commitment;
    std::string secret_box;  ///< sealed with the server's keyring
    Instant opens_at;
    Instant closes_at;
    Instant due_at;  ///< when the clock looks next; later than closes_at while suspended
    DrawStatus status = DrawStatus::open;
    std::optional<std::string> secret;  ///< revealed
    std::optional<std::int64_t> position;
    std::optional<std::string> seed;
    std::optional<int> seats;    ///< to be given
    std::optional<int> lot_min;  ///< of the order
    std::optional<Instant> drawn_at;
};
BOOST_DESCRIBE_STRUCT(DrawRow, (),
                      (order_id, city, employer, commitment, secret_box, opens_at, closes_at, due_at,
                       status, secret, position, seed, seats, lot_min, drawn_at))

/// A row of `draw_applications`.
struct ApplicationRow {
    ApplicationId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    AccountId account;
    int number = 0;  ///< in order of application, from 1
    int seats = 1;
    int at_least = 1;
    std::string nonce;
    ApplicationStatus status = ApplicationStatus::standing;
    Instant applied_at;
    Instant changed_at;
    std::optional<int> room;             ///< what the gate let it take
    std::optional<std::string> refusal;  ///< the gate's code
    std::optional<int> place;            ///< in the lottery, from 1
    std::optional<int> given;
    std::optional<Outcome> outcome;
    std::optional<ShareId> share_id;
};
BOOST_DESCRIBE_STRUCT(ApplicationRow, (),
                      (id, city, order_id, employer, agency, account, number, seats, at_least, nonce,
                       status, applied_at, changed_at, room, refusal, place, given, outcome,
                       share_id))

/// POST orders/{order}/applications. The nonce is the applicant's own part of the seed.
struct Apply {
    OrderId order;
    Integer<1, 10000> seats;
    std::optional<Integer<1, 10000>> at_least;  ///< the order's smallest lot when not said
    String<32, 32> nonce;                       ///< 16 bytes in hexadecimal
};
BOOST_DESCRIBE_STRUCT(Apply, (), (order, seats, at_least, nonce))

struct FindApplication {
    ApplicationId application;
};
BOOST_DESCRIBE_STRUCT(FindApplication, (), (application))

/// An agency's own application.
struct ApplicationView {
    ApplicationId id;
    OrderId order;
    std::string order_title;
    int number = 0;
    int seats = 1;
    int at_least = 1;
    std::string nonce;
    ApplicationStatus status = ApplicationStatus::standing;
    Instant applied_at;
    Instant closes_at;
    std::optional<Outcome> outcome;
    std::optional<std::string> refusal;
    std::optional<int> place;
    std::optional<int> given;
    std::optional<ShareId> share;
};
BOOST_DESCRIBE_STRUCT(ApplicationView, (),
                      (id, order, order_title, number, seats, at_least, nonce, status, applied_at,
                       closes_at, outcome, refusal, place, given, share))

/// GET applications: the caller's own, newest first.
struct ListApplications {
    std::optional<OrderId> order;
    std::optional<ApplicationId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListApplications, (), (order, cursor, limit))

/// One applicant as the public sees it. Only who won is named; the others know their own number.
struct EntrantView {
    int number = 0;
    std::string nonce;
    int seats = 1;
    int at_least = 1;
    int room = 0;
    std::optional<std::string> refusal;
    int place = 0;
    int given = 0;
    Outcome outcome = Outcome::none_left;
    std::optional<organisations::Reference> agency;
};
BOOST_DESCRIBE_STRUCT(EntrantView, (),
                      (number, nonce, seats, at_least, room, refusal, place, given, outcome, agency))

/// GET draws/{order}: before the draw the commitment and the window, after it everything that is
/// needed to recompute it.
struct DrawView {
    OrderId order;
    std::string rules;  ///< "draw-1": the version of README.md's encoding
    std::string commitment;
    Instant opens_at;
    Instant closes_at;
    DrawStatus status = DrawStatus::open;
    int applications = 0;
    std::optional<std::string> secret;
    std::optional<std::int64_t> position;
    std::optional<std::string> seed;
    std::optional<int> seats;
    std::optional<int> lot_min;
    std::optional<Instant> drawn_at;
    std::vector<EntrantView> entrants;  ///< in order of application
};
BOOST_DESCRIBE_STRUCT(DrawView, (),
                      (order, rules, commitment, opens_at, closes_at, status, applications, secret,
                       position, seed, seats, lot_min, drawn_at, entrants))

/// What the events say.
struct Applied {
    OrderId order;
    int number = 0;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (order, number, seats))
struct Opened {
    OrderId order;
    std::string commitment;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (order, commitment))
struct Closed {
    OrderId order;
    std::string commitment;
    int applications = 0;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (order, commitment, applications))
struct Drawn {
    OrderId order;
    std::int64_t position = 0;
    std::string seed;
    int given = 0;
    int left = 0;
};
BOOST_DESCRIBE_STRUCT(Drawn, (), (order, position, seed, given, left))
struct Drawing {
    OrderId order;
    int number = 0;
    int place = 0;
    int given = 0;
    Outcome outcome = Outcome::none_left;
};
BOOST_DESCRIBE_STRUCT(Drawing, (), (order, number, place, given, outcome))

}  // namespace jianghui::draws
