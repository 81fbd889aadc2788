#include "engine/app/personal_data.hpp"

#include "engine/app/feature.hpp"
#include "engine/app/queries.hpp"

namespace jianghui::app {

PersonalData::PersonalData(const std::vector<Feature>& features) {
    for (const auto& feature : features) {
        if (!feature.personal_data) continue;
        ASSERT(feature.personal_data->copy);
        parts.push_back(*feature.personal_data);
    }
}

void forget_answers(store::Transaction& transaction, AccountId account) {
    transaction.execute(sql::forget_outcomes, store::arguments("account", account));
}

}  // namespace jianghui::app
