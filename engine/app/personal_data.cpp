#include "engine/app/personal_data.hpp"

#include "engine/app/queries.hpp"

namespace jianghui::app {

void hold_personal_data(Services& services, PersonalDataPart part) {
    ASSERT(part.copy);
    if (!services.has<PersonalData>()) services.provide(std::make_shared<PersonalData>());
    services.get<PersonalData>().parts.push_back(std::move(part));
}

void forget_answers(store::Transaction& transaction, AccountId account) {
    transaction.execute(sql::forget_outcomes, store::arguments("account", account));
}

}  // namespace jianghui::app
