#include "features/definitions/code_book.hpp"

#include "features/definitions/api.hpp"

namespace jianghui::definitions {
namespace {

Text same(std::string_view text) { return {std::string(text), std::string(text)}; }

template <class Found>
Text name_or(const Found* found, std::string_view code) {
    return same(found == nullptr ? code : std::string_view(found->name));
}

}  // namespace

bool TablesBook::has_table(std::string_view table) const {
    return table == "places" || table == "occupations" || table == "industries" ||
           table == "registers" || tables_->tables().count(table) > 0;
}

bool TablesBook::has(std::string_view table, std::string_view code) const {
    const std::string text(code);
    if (table == "places") return tables_->find_place({text}) != nullptr;
    if (table == "occupations") return tables_->find_occupation({text}) != nullptr;
    if (table == "industries") return tables_->find_industry({text}) != nullptr;
    if (table == "registers") return catalogue_->current(code).has_value();
    return tables_->find_item(table, code) != nullptr;
}

std::vector<std::string> TablesBook::nearest(std::string_view table, std::string_view code) const {
    if (table == "places") return tables_->nearest_places(code);
    if (table == "occupations") return tables_->nearest_occupations(code);
    if (table == "industries") return tables_->nearest_industries(code);
    if (table == "registers") {
        const auto found = catalogue_->current(code);
        return found ? std::vector<std::string>{std::string(code)} : found.error().nearest;
    }
    return tables_->nearest_items(table, code);
}

Text TablesBook::title(std::string_view table, std::string_view code) const {
    const std::string text(code);
    if (table == "places") return name_or(tables_->find_place({text}), code);
    if (table == "occupations") return name_or(tables_->find_occupation({text}), code);
    if (table == "industries") return name_or(tables_->find_industry({text}), code);
    if (table == "registers") {
        const auto found = catalogue_->current(code);
        return found ? (*found)->title : same(code);
    }
    const auto* item = tables_->find_item(table, code);
    return item == nullptr ? same(code) : Text{item->zh, item->en};
}

std::shared_ptr<registers::CodeBook> make_code_book(
    std::shared_ptr<const codes::Tables> tables,
    std::shared_ptr<const registers::Catalogue> catalogue) {
    return std::make_shared<TablesBook>(std::move(tables), std::move(catalogue));
}

std::string TablesBook::value(std::string_view table, std::string_view code) const {
    const auto* item = tables_->find_item(table, code);
    return item == nullptr ? std::string() : item->value;
}

}  // namespace jianghui::definitions
