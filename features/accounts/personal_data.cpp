#include "features/accounts/personal_data.hpp"

#include "engine/access/access.hpp"
#include "engine/access/closing.hpp"

namespace jianghui::accounts {
namespace {

struct AccountCopy {
    AccountId account;
    std::string login;
    std::string name;
    PlaceCode place;
    Instant created_at;
    std::optional<Instant> password_set_at;
    std::optional<Instant> second_factor_at;
};
BOOST_DESCRIBE_STRUCT(AccountCopy, (),
                      (account, login, name, place, created_at, password_set_at, second_factor_at))

codec::json::array copy(const app::AboutPerson& about) {
    const auto id = access::find_account_of_person(about.db, about.person);
    if (!id) return {};
    const auto found = access::find_account(about.db, about.services.get<access::Vault>(), *id);
    if (!found) return {};
    return app::documents(std::vector<AccountCopy>{
        {found->account, found->login, found->name, found->place, found->created_at,
         found->password_set_at, found->second_factor_at}});
}

void empty(app::Command& command, PersonId person) {
    const auto id = access::find_account_of_person(command.db, person);
    if (!id) return;
    const auto closed = access::close_account(command.db, command.services.get<access::Vault>(),
                                              {command.caller, command.now}, *id);
    ASSERT(closed.has_value());
    app::forget_answers(command.db, *id);
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "accounts";
    part.title = {"账号", "Account"};
    part.copy = copy;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::accounts
