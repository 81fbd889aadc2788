#pragma once
// The vocabulary of proposals: one enterprise asks another about a post.

#include "features/lending/post_model.hpp"

namespace jianghui::lending {

using ProposalId = Id<struct LendingProposalTag>;

enum class ProposalStatus { waiting, accepted, declined, lapsed, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalStatus, waiting, accepted, declined, lapsed, withdrawn)

/// A row of `lending_proposals`.
struct ProposalRow {
    ProposalId id;
    PlaceCode city;
    PostId post_id;
    std::optional<PostId> own_post_id;
    OrganisationId lender;
    OrganisationId borrower;
    OrganisationId proposed_by;
    OrganisationId asked;
    int people = 1;
    OccupationCode occupation;
    PlaceCode place;  ///< of the work
    Date starts_on;
    Date ends_on;
    std::string message;
    ProposalStatus status = ProposalStatus::waiting;
    std::string reason;
    Instant answer_until_at;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (),
                      (id, city, post_id, own_post_id, lender, borrower, proposed_by, asked, people,
                       occupation, place, starts_on, ends_on, message, status, reason,
                       answer_until_at, created_at, created_by, changed_at))

struct ProposalView {
    ProposalId id;
    PostId post;
    std::optional<PostId> own_post;
    organisations::Reference lender;
    organisations::Reference borrower;
    bool by_me = false;
    bool as_lender = false;
    int people = 1;
    int named = 0;  ///< workers with an agreement that is proposed, in force or ended
    OccupationCode occupation;
    std::string occupation_name;
    PlaceCode place;
    std::string place_name;
    Date starts_on;
    Date ends_on;
    std::string message;
    ProposalStatus status = ProposalStatus::waiting;
    std::string reason;
    Instant answer_until_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (id, post, own_post, lender, borrower, by_me, as_lender, people, named,
                       occupation, occupation_name, place, place_name, starts_on, ends_on, message,
                       status, reason, answer_until_at, created_at))

/// POST lending/posts/{post}/proposals. The place of work: the shortage's, or `place` (the
/// borrower's own county when not said).
struct Propose {
    PostId post;
    Integer<1, 1000> people;
    Date starts_on;
    Date ends_on;
    std::optional<PlaceCode> place;
    std::optional<PostId> own_post;
    std::optional<Sentence> message;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (post, people, starts_on, ends_on, place, own_post, message))

struct FindProposal {
    ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(FindProposal, (), (proposal))

struct DeclineProposal {
    ProposalId proposal;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DeclineProposal, (), (proposal, reason))

/// GET lending/proposals: the caller's own.
struct ListProposals {
    std::optional<ProposalStatus> status;
    std::optional<ProposalId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListProposals, (), (status, cursor, limit))

/// What its events say.
struct ProposalFacts {
    PostId post;
    ProposalStatus status = ProposalStatus::waiting;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(ProposalFacts, (), (post, status, people))

}  // namespace jianghui::lending
