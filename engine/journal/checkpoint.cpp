#include "engine/journal/checkpoint.hpp"

#include "engine/journal/queries.hpp"
#include "engine/journal/together.hpp"

namespace jianghui::journal {

std::int64_t checkpoint(const store::Reader& reader, std::string_view name) {
    return reader.value<std::int64_t>(sql::find_checkpoint, store::arguments("name", name))
        .value_or(0);
}

bool read_on(store::Transaction& transaction, std::string_view name, int limit,
             const std::function<bool(std::string_view kind)>& wanted,
             const std::function<void(const Event&)>& each) {
    const auto taken = take_next(transaction, name, limit, wanted);
    for (const auto& event : taken.events) each(event);
    return taken.may_be_more;
}

void rewind(store::Transaction& transaction, std::string_view name) {
    const auto from = checkpoint(transaction, name);
    if (from > 0) (void)move_together(transaction, {std::string(name)}, from, 0);
}

}  // namespace jianghui::journal
