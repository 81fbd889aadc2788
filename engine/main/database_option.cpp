// --db and JIANGHUI_DB.

#include <cstdlib>

#include "engine/main/commands.hpp"
#include "engine/main/failure.hpp"
#include "engine/store/connection.hpp"

namespace jianghui::main {

Result<Done> find_database(Common& common) {
    const bool typed = !common.database.empty();
    if (const char* set = std::getenv("JIANGHUI_DB"); !typed && set != nullptr)
        common.database = set;
    if (common.database.empty()) return Done{};
    if (!store::is_postgres_url(common.database)) return refuse(error(database_url_wrong));
    if (typed && store::url_has_password(common.database))
        return refuse(error(database_url_wrong));
    return Done{};
}

}  // namespace jianghui::main
