#pragma once
// The code tables as the API shows them: public, and the same for everybody.

#include "engine/app/feature.hpp"

namespace jianghui::codes {

struct ListPlaces {
    std::optional<PlaceCode> parent;
    std::optional<String<1, 40>> q;  ///< part of a name, or the beginning of a code
    std::optional<Integer<1, 4000>> limit;
};
BOOST_DESCRIBE_STRUCT(ListPlaces, (), (parent, q, limit))

struct PlaceView {
    std::string code;
    std::string name;
    std::string level;
    std::string parent;
    std::optional<double> lon;
    std::optional<double> lat;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (code, name, level, parent, lon, lat))

struct ListEntries {
    std::optional<String<1, 20>> parent;
    std::optional<String<1, 40>> q;
    std::optional<Integer<1, 4000>> limit;
};
BOOST_DESCRIBE_STRUCT(ListEntries, (), (parent, q, limit))

struct EntryView {
    std::string code;
    std::string name;
    std::string parent;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (code, name, parent))

struct ItemView {
    std::string code;
    std::string zh;
    std::string en;
    std::string value;
    std::string mark;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (code, zh, en, value, mark))

struct TableView {
    std::string table;
    std::vector<ItemView> items;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (table, items))

Result<app::Page<PlaceView>> list_places(app::Query& query, const ListPlaces& input);
Result<app::Page<EntryView>> list_occupations(app::Query& query, const ListEntries& input);
Result<app::Page<EntryView>> list_industries(app::Query& query, const ListEntries& input);
Result<app::Page<TableView>> list_tables(app::Query& query, const app::Empty& input);

}  // namespace jianghui::codes
