#include "engine/procedures/forgetting.hpp"

#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {

void forget_closed_cases(store::Transaction& transaction, PersonId person) {
    const auto one = store::arguments("person", person);
    transaction.execute(sql::forget_case_steps, one);
    transaction.execute(sql::forget_case_comments, one);
    transaction.execute(sql::forget_case_documents, one);
    transaction.execute(sql::forget_case_file_contents, one);
    transaction.execute(sql::forget_case_file_names, one);
}

}  // namespace jianghui::procedures
