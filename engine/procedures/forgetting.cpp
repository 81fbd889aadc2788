#include "engine/procedures/forgetting.hpp"

#include "engine/procedures/custody_acts.hpp"
#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {

void forget_closed_cases(app::Command& command, PersonId person) {
    const auto one = store::arguments("person", person);
    for (const auto& file : command.db.all<FileRow>(sql::case_files_of_person, one))
        note_forgetting(command, file);
    auto& transaction = command.db;
    transaction.execute(sql::forget_case_steps, one);
    transaction.execute(sql::forget_case_comments, one);
    transaction.execute(sql::forget_case_documents, one);
    transaction.execute(sql::forget_case_file_contents, one);
    transaction.execute(sql::forget_case_file_names, one);
}

}  // namespace jianghui::procedures
