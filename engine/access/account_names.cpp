#include "engine/access/account_names.hpp"

#include "engine/access/queries.hpp"

namespace jianghui::access {

std::optional<std::string> account_name(const store::Reader& reader, AccountId account) {
    return reader.value<std::string>(sql::find_account_name, store::arguments("account", account));
}

const std::string& AccountNames::of(AccountId account) {
    const auto [at, added] = names_.try_emplace(account);
    if (added) at->second = account_name(*reader_, account).value_or("");
    return at->second;
}

}  // namespace jianghui::access
