#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

void insert(store::Transaction& transaction, const PostRow& post);
/// False when that many people are not left of an open post.
[[nodiscard]] bool take_people(store::Transaction& transaction, PostId post, int people,
                               Instant now);
/// Whether it was open or filled until now.
[[nodiscard]] bool end(store::Transaction& transaction, PostId post, PostStatus status,
                       Instant now);
[[nodiscard]] std::optional<PostRow> find_post(const store::Reader& reader, PostId post);
/// Open posts of the other kind that may fit this one.
[[nodiscard]] std::vector<PostRow> candidates(const store::Reader& reader, const PostRow& post);

/// False when the proposer has a proposal waiting on that post.
[[nodiscard]] bool insert(store::Transaction& transaction, const ProposalRow& proposal);
/// Whether it waited until now.
[[nodiscard]] bool end(store::Transaction& transaction, const ProposalRow& proposal);
[[nodiscard]] std::optional<ProposalRow> find_proposal(const store::Reader& reader,
                                                       ProposalId proposal);
[[nodiscard]] int count_named(const store::Reader& reader, ProposalId proposal);

/// False when the worker has a live agreement of that proposal.
[[nodiscard]] bool insert(store::Transaction& transaction, const AgreementRow& agreement);
/// Whether it still had the status `before`.
[[nodiscard]] bool update(store::Transaction& transaction, const AgreementRow& agreement,
                          AgreementStatus before);
[[nodiscard]] std::optional<AgreementRow> find_agreement(const store::Reader& reader,
                                                         AgreementId agreement);
/// Whether the enterprise has the person on loan in that period.
[[nodiscard]] bool has_borrowed(const store::Reader& reader, OrganisationId borrower,
                                PersonId person, Date starts_on, Date ends_on);

void insert(store::Transaction& transaction, const SettlementRow& settlement);
[[nodiscard]] bool update(store::Transaction& transaction, const SettlementRow& settlement,
                          SettlementStatus before);
[[nodiscard]] std::optional<SettlementRow> find_settlement(const store::Reader& reader,
                                                           SettlementId settlement);
/// By month.
[[nodiscard]] std::vector<SettlementRow> settlements_of(const store::Reader& reader,
                                                        AgreementId agreement);

}  // namespace jianghui::lending
