#include "features/accounts/store.hpp"

#include "engine/crypto/sm3.hpp"
#include "features/accounts/queries.hpp"

namespace jianghui::accounts {
namespace {

std::string digest_of(std::string_view code) {
    return crypto::sm3("invitation " + std::string(code)).hex();
}

}  // namespace

void insert(store::Transaction& transaction, const Invitation& invitation, std::string_view code,
            const std::optional<std::string>& phone_box, AccountId invited_by, Instant now) {
    transaction.execute(sql::insert_invitation,
                        store::members_and(invitation, "code_digest", digest_of(code), "phone_box",
                                           phone_box, "invited_by", invited_by, "created_at", now));
}

std::optional<Invitation> find_invitation(const store::Reader& reader, std::string_view code,
                                          Instant now) {
    return reader.one<Invitation>(sql::find_invitation,
                                  store::arguments("code_digest", digest_of(code), "now", now));
}

bool use_up(store::Transaction& transaction, const Invitation& invitation, AccountId account,
            Instant now) {
    return transaction.execute(sql::accept_invitation,
                               store::arguments("invitation", invitation.invitation, "account",
                                                account, "now", now)) == 1;
}

void forget_ended(store::Transaction& transaction, Instant now) {
    transaction.execute(sql::delete_ended_invitations, store::arguments("now", now));
}

}  // namespace jianghui::accounts
