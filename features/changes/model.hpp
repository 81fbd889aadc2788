#pragma once
// The vocabulary of changes: a published order's terms as a new version, and what each agency that
// holds a share says to it.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"
#include "features/shares/api.hpp"

namespace jianghui::changes {

using AnswerId = Id<struct ChangeAnswerTag>;

enum class AnswerStatus {
    standing,   ///< may be answered until answer_until_at
    accepted,   ///< the share stands under the new version
    declined,   ///< its empty seats went back to the order
    run_out,    ///< the same, as nobody answered in time
    overtaken,  ///< the order changed again; the new version asks
    voided      ///< the share ended first
};
BOOST_DESCRIBE_ENUM(AnswerStatus, standing, accepted, declined, run_out, overtaken, voided)

/// A row of `change_answers`.
struct AnswerRow {
    AnswerId id;
    PlaceCode city;
    OrderId order_id;
    int version = 2;
    ShareId share_id;
    OrganisationId employer;
    OrganisationId agency;
    int from_version = 1;  ///< what the share stood under when it was asked
    AnswerStatus status = AnswerStatus::standing;
    std::string reason;  ///< the agency's, when it declined; read by the parties alone
    Instant answer_until_at;
    int given_back = 0;  ///< seats that went back to the order
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (),
                      (id, city, order_id, version, share_id, employer, agency, from_version, status,
                       reason, answer_until_at, given_back, created_at, changed_at))

/// One term that differs: its name and its value before and after.
struct TermChange {
    std::string term;
    boost::json::value before;
    boost::json::value after;
};
BOOST_DESCRIBE_STRUCT(TermChange, (), (term, before, after))

/// A version as people see it.
struct VersionView {
    int version = 1;
    Instant made_at;
    orders::Terms terms;
    std::vector<TermChange> changes;  ///< against the version before; empty for the first
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (version, made_at, terms, changes))

/// An agency's answer as its parties see it.
struct AnswerView {
    AnswerId id;
    OrderId order;
    int version = 2;
    int from_version = 1;
    ShareId share;
    int seats = 0;    ///< in the share now
    int staffed = 0;  ///< of those, with somebody in it: they stay as accepted
    organisations::Reference agency;
    AnswerStatus status = AnswerStatus::standing;
    std::string reason;
    Instant answer_until_at;
    int given_back = 0;
    std::vector<TermChange> changes;  ///< of the version against from_version
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (id, order, version, from_version, share, seats, staffed, agency, status,
                       reason, answer_until_at, given_back, changes, created_at))

/// What POST orders/{order}/changes answers.
struct ChangeView {
    int version = 2;
    std::vector<TermChange> changes;
    int asked = 0;  ///< shares whose agency is asked
    std::optional<Instant> answer_until_at;
    orders::OrderView order;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (version, changes, asked, answer_until_at, order))

struct FindAnswer {
    AnswerId answer;
};
BOOST_DESCRIBE_STRUCT(FindAnswer, (), (answer))

struct Decline {
    AnswerId answer;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (answer, reason))

/// What the events say.
struct AnswerChange {
    OrderId order;
    ShareId share;
    int version = 2;
    AnswerStatus status = AnswerStatus::standing;
    int given_back = 0;
};
BOOST_DESCRIBE_STRUCT(AnswerChange, (), (order, share, version, status, given_back))

}  // namespace jianghui::changes
