#pragma once
// The code tables as the API shows them: public, and the same for everybody.

#include "engine/app/feature.hpp"
#include "features/codes/places.hpp"

namespace jianghui::codes {

/// GET places. `q` is a name, a part of one, or the beginning of a code. `level` city means what a
/// city is here: prefecture cities and the districts of municipalities.
struct ListPlaces {
    std::optional<PlaceCode> parent;
    std::optional<PlaceLevel> level;
    std::optional<bool> region;  ///< only the seven places of the region and what lies in them
    std::optional<String<1, 40>> q;
    std::optional<PlaceCode> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListPlaces, (), (parent, level, region, q, cursor, limit))

struct FindPlace {
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(FindPlace, (), (place))

struct PlaceView {
    PlaceCode code;
    std::string name;
    PlaceLevel level = PlaceLevel::county;
    std::optional<PlaceCode> parent;
    std::optional<double> lon;  ///< GCJ-02
    std::optional<double> lat;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (code, name, level, parent, lon, lat))

/// GET occupations, GET industries. `q` is the beginning of a code or a part of a name; among
/// occupations a job title too, the likeliest first.
struct ListEntries {
    std::optional<String<1, 20>> parent;
    std::optional<String<1, 60>> q;
    std::optional<String<1, 20>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListEntries, (), (parent, q, cursor, limit))

struct OccupationView {
    OccupationCode code;
    std::string name;
    int level = 1;
    std::optional<OccupationCode> parent;
    std::vector<std::string> path;  ///< names from the top down to this one
};
BOOST_DESCRIBE_STRUCT(OccupationView, (), (code, name, level, parent, path))

struct IndustryView {
    IndustryCode code;
    std::string name;
    int level = 1;
    std::optional<IndustryCode> parent;
    std::vector<std::string> path;
};
BOOST_DESCRIBE_STRUCT(IndustryView, (), (code, name, level, parent, path))

/// `value` is the list's own attribute (CodeItem); `mark` K or P is to be shown "to be confirmed".
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

/// Fails with unknown_code at /parent or /cursor.
Result<app::Page<PlaceView>> list_places(app::Query& query, const ListPlaces& input);
/// Fails with unknown_code at /place.
Result<PlaceView> find_place(app::Query& query, const FindPlace& input);
Result<app::Page<OccupationView>> list_occupations(app::Query& query, const ListEntries& input);
Result<app::Page<IndustryView>> list_industries(app::Query& query, const ListEntries& input);
/// Every small list, and the parameters of the rules with their marks as a list "parameters".
Result<app::Page<TableView>> list_tables(app::Query& query, const app::Empty& input);

}  // namespace jianghui::codes
