#pragma once
// Administrative divisions: look-up by code and by the names that people write.
//
//   const auto found = places.resolve("宜宾·翠屏区");   // found.place->code.text == "511502"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/describe/enum.hpp>

#include "features/codes/csv_table.hpp"
#include "features/codes/text_map.hpp"

namespace jianghui::codes {

enum class PlaceLevel { province, city, county };
BOOST_DESCRIBE_ENUM(PlaceLevel, province, city, county)

/// One administrative division (GB/T 2260). A county of a municipality, or one that a province
/// administers itself, has the province as parent and is its own city (base/code.hpp, city_of).
struct Place {
    PlaceCode code;
    std::string name;        ///< 翠屏区
    std::string short_name;  ///< 翠屏; empty when nobody shortens it
    PlaceLevel level = PlaceLevel::county;
    PlaceCode parent;           ///< empty for a province
    std::optional<double> lon;  ///< GCJ-02, of the seat
    std::optional<double> lat;
    bool in_region = false;    ///< one of the seven places, or within one
    bool statistical = false;  ///< a zone with a code of the statistics office only
};

/// What a text that names a place means. Three cases: `place` is set; or `candidates` has several
/// that fit; or nothing fits and `candidates` are the nearest ones.
struct PlaceFound {
    const Place* place = nullptr;
    /// The text was cut into names completely, and only one place has them. False when the region
    /// decided between several ("市中区" is Neijiang's here), when an alias or a township stood for
    /// the place, or when text was left over: show it to a person.
    bool certain = false;
    bool ambiguous = false;
    std::string rest;  ///< what follows the place: "南岸街道…"
    std::vector<const Place*> candidates;
};

class Places {
  public:
    /// Reads places.csv, retired_places.csv, place_aliases.csv, townships.csv, seat_distances.csv.
    /// Fails with data_malformed.
    [[nodiscard]] static Result<Places> load(const std::filesystem::path& folder);

    /// The place of this code, or nullptr (also for a retired code). O(1).
    [[nodiscard]] const Place* find(std::string_view code) const;
    /// The place of this code, or the one that replaced it: identity numbers and old lists keep the
    /// codes of their time. O(1).
    [[nodiscard]] const Place* find_current(std::string_view code) const;
    /// All places: those of the region first, then by code.
    [[nodiscard]] const std::vector<Place>& all() const { return places_; }
    /// The city that the place belongs to, by the table; a province is itself.
    [[nodiscard]] const Place& city(const Place& place) const;
    /// "四川省宜宾市翠屏区".
    [[nodiscard]] std::string full_name(const Place& place) const;

    /// Understands codes (6 digits, also retired ones, and "5105"), names with and without 省, 市,
    /// 区, 县, one after another or with separators (深圳·罗湖区, 宜宾 翠屏区, 宜宾市翠屏区), old
    /// names, aliases of zones, townships of the region, and an address behind the place. Between
    /// several it takes the one in the region; else it is ambiguous. O(|text|²) look-ups, text cut
    /// at 100 characters.
    [[nodiscard]] PlaceFound resolve(std::string_view text) const;

    /// Up to three existing codes nearest to a code or name that is unknown. O(places).
    [[nodiscard]] std::vector<std::string> nearest_codes(std::string_view typed) const;

    /// Straight line between the seats of two counties of the region; nothing for others. O(1).
    [[nodiscard]] std::optional<int> seat_distance_m(const PlaceCode& from,
                                                     const PlaceCode& to) const;

  private:
    /// A way to write a place.
    struct Spelling {
        std::size_t place = 0;
        bool full = false;  ///< with 省, 市, 区 …: text may follow it
        bool sure = true;   ///< false for aliases of doubtful extent and townships
    };
    struct Reading;
    Result<Done> load_places(const std::filesystem::path& folder);
    Result<Done> load_spellings(const std::filesystem::path& folder);
    Result<Done> load_distances(const std::filesystem::path& folder);
    void add_spelling(std::string_view text, Spelling spelling);
    [[nodiscard]] bool lies_within(std::size_t inner, std::size_t outer) const;
    void read_on(std::string_view text, const std::vector<std::size_t>& breaks,
                 const Reading& so_far, std::vector<Reading>& readings) const;
    [[nodiscard]] PlaceFound choose(std::vector<Reading> readings, std::string_view text) const;
    [[nodiscard]] std::vector<const Place*> nearest_names(std::string_view text) const;

    std::vector<Place> places_;
    std::vector<std::u32string> decoded_names_;
    TextMap<std::size_t> at_;
    TextMap<std::size_t> retired_;
    TextMap<std::vector<Spelling>> spellings_;
    std::size_t longest_spelling_ = 0;  ///< bytes
    std::unordered_map<std::uint64_t, int> distance_m_;
};

}  // namespace jianghui::codes
