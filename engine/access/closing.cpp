#include "engine/access/closing.hpp"

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"
#include "engine/access/session.hpp"

namespace jianghui::access {

Result<Done> close_account(store::Transaction& transaction, const Vault& vault, const Act& act,
                           AccountId id) {
    const auto account = find_account(transaction, vault, id);
    if (!account) return refuse(not_found);
    record(transaction, act, account_closed, id);
    const auto one = store::arguments("account", id);
    transaction.execute(
        sql::delete_attempts,
        store::arguments("login_index", vault.index(login_field, account->login)));
    end_sessions(transaction, id, "");
    transaction.execute(sql::delete_reset_code, one);
    transaction.execute(sql::delete_recovery_codes, one);
    transaction.execute(sql::delete_second_factor, one);
    transaction.execute(sql::end_membership, store::arguments("account", id, "now", act.now));
    transaction.execute(sql::close_account,
                        store::arguments("account", id, "login_index", "closed:" + id.text()));
    return Done{};
}

}  // namespace jianghui::access
