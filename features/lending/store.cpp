#include "features/lending/store.hpp"

#include "features/lending/queries.hpp"

namespace jianghui::lending {

void insert(store::Transaction& transaction, const PostRow& post) {
    transaction.execute(sql::insert_post, store::members(post));
}

bool take_people(store::Transaction& transaction, PostId post, int people, Instant now) {
    return transaction.execute(sql::take_people, store::arguments("post", post, "people", people,
                                                                  "now", now)) == 1;
}

bool end(store::Transaction& transaction, PostId post, PostStatus status, Instant now) {
    return transaction.execute(sql::end_post, store::arguments("post", post, "status", status,
                                                               "now", now)) == 1;
}

std::optional<PostRow> find_post(const store::Reader& reader, PostId post) {
    return reader.one<PostRow>(sql::find_post, store::arguments("post", post));
}

std::vector<PostRow> candidates(const store::Reader& reader, const PostRow& post) {
    const auto other = post.kind == PostKind::surplus ? PostKind::shortage : PostKind::surplus;
    return reader.all<PostRow>(
        sql::candidates,
        store::arguments("kind", other, "below", post.occupation.text.substr(0, 4) + "%",
                         "starts_on", post.starts_on, "ends_on", post.ends_on, "organisation",
                         post.organisation));
}

bool insert(store::Transaction& transaction, const ProposalRow& proposal) {
    return transaction.execute(sql::insert_proposal, store::members(proposal)) == 1;
}

bool end(store::Transaction& transaction, const ProposalRow& proposal) {
    return transaction.execute(sql::end_proposal, store::members(proposal)) == 1;
}

std::optional<ProposalRow> find_proposal(const store::Reader& reader, ProposalId proposal) {
    return reader.one<ProposalRow>(sql::find_proposal, store::arguments("proposal", proposal));
}

int count_named(const store::Reader& reader, ProposalId proposal) {
    return reader.value<int>(sql::count_named, store::arguments("proposal", proposal)).value_or(0);
}

bool insert(store::Transaction& transaction, const AgreementRow& agreement) {
    return transaction.execute(sql::insert_agreement, store::members(agreement)) == 1;
}

bool update(store::Transaction& transaction, const AgreementRow& agreement,
            AgreementStatus before) {
    return transaction.execute(sql::update_agreement,
                               store::members_and(agreement, "status_before", before)) == 1;
}

std::optional<AgreementRow> find_agreement(const store::Reader& reader, AgreementId agreement) {
    return reader.one<AgreementRow>(sql::find_agreement,
                                    store::arguments("agreement", agreement));
}

bool has_borrowed(const store::Reader& reader, OrganisationId borrower, PersonId person,
                  Date starts_on, Date ends_on) {
    return reader.value<int>(sql::count_borrowed,
                             store::arguments("borrower", borrower, "person", person, "starts_on",
                                              starts_on, "ends_on", ends_on)) > 0;
}

void insert(store::Transaction& transaction, const SettlementRow& settlement) {
    transaction.execute(sql::insert_settlement, store::members(settlement));
}

bool update(store::Transaction& transaction, const SettlementRow& settlement,
            SettlementStatus before) {
    return transaction.execute(sql::update_settlement,
                               store::members_and(settlement, "status_before", before)) == 1;
}

std::optional<SettlementRow> find_settlement(const store::Reader& reader,
                                             SettlementId settlement) {
    return reader.one<SettlementRow>(sql::find_settlement,
                                     store::arguments("settlement", settlement));
}

std::vector<SettlementRow> settlements_of(const store::Reader& reader, AgreementId agreement) {
    return reader.all<SettlementRow>(sql::settlements_of,
                                     store::arguments("agreement", agreement));
}

}  // namespace jianghui::lending
