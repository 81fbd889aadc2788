#include "features/open_data/sources.hpp"

namespace jianghui::open_data {

Column column(std::string id, Text title, ColumnType type, Text unit, Text about) {
    return {std::move(id), std::move(title), type, std::move(unit), std::move(about)};
}

void add_place_columns(std::vector<Column>& columns) {
    columns.push_back(column("place", {"地区代码", "Place"}, ColumnType::code, {},
                             {"行政区划代码；空：整个区域", "GB/T 2260; empty: the whole region"}));
    columns.push_back(column("place_name", {"地区", "Name of the place"}));
}

Cell text_cell(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

Cell cell(const std::optional<std::int64_t>& number) { return number ? Cell(*number) : Cell(); }

Cell cell(const std::optional<Instant>& at) { return at ? Cell(instant_text(*at)) : Cell(); }

std::string part_of(const PlaceCode& place) { return place ? place.text : "region"; }

}  // namespace jianghui::open_data
