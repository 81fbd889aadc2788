#include "features/imports/cells.hpp"

#include <fmt/format.h>

#include "engine/base/utf8.hpp"

namespace jianghui::imports {

std::string Cells::text(Field field, bool lines) const {
    const auto* column = mapping_->find(field);
    if (column == nullptr) return {};
    const auto index = static_cast<std::size_t>(column->column);
    if (index >= row_->cells.size()) return {};
    const std::string& cell = row_->cells[index];
    return half_width(printable(half_width(cell), cell.size(), lines));
}

std::string Cells::required_text(Field field, std::size_t characters_max) {
    std::string content = optional_text(field, characters_max);
    if (content.empty()) add(field, fault(cell_missing, ""));
    return content;
}

std::string Cells::optional_text(Field field, std::size_t characters_max, bool lines) {
    std::string content = text(field, lines);
    if (code_points(content).value_or(characters_max + 1) > characters_max)
        add(field, fault(text_too_long, content, {fmt::format("≤ {}", characters_max)}));
    return content;
}

void Cells::add(Field field, RowFault found) {
    const auto* column = mapping_->find(field);
    found.row = row_->number;
    if (column != nullptr) found.column = column->header;
    if (field == Field::id_number || field == Field::phone) found.value = masked_value(found.value);
    faults_.push_back(std::move(found));
}

std::string masked_value(std::string_view value) {
    const auto text = decode_utf8(half_width(value));
    constexpr std::size_t shown = 2;  // neither the date of birth nor the person can be worked out
    if (text.size() <= 3 * shown) return std::string(text.size(), '*');
    return encode_utf8(text.substr(0, shown)) + std::string(text.size() - 2 * shown, '*') +
           encode_utf8(text.substr(text.size() - shown));
}

}  // namespace jianghui::imports
