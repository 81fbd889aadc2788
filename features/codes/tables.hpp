#pragma once
// The code tables that ship in data/, behind one door. Loaded once at start and never changed while
// the program runs; safe to read from any thread.
//
//   const auto& tables = query.services.get<codes::Tables>();
//   if (tables.find_place(code) == nullptr)
//       return refuse(error(unknown_code).at("/place").near(tables.nearest_places(code.text)));

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "features/codes/code_lists.hpp"
#include "features/codes/code_tree.hpp"
#include "features/codes/dated_values.hpp"
#include "features/codes/occupations.hpp"
#include "features/codes/places.hpp"
#include "features/codes/post_rules.hpp"

namespace jianghui::codes {

/// What the region of the platform is called.
inline constexpr std::string_view region_name_zh = "川南渝西";
inline constexpr std::string_view region_name_en = "South Sichuan and West Chongqing";

class Tables {
  public:
    /// Reads every table of the folder. Fails with data_malformed at "file:line".
    [[nodiscard]] static Result<Tables> load(const std::filesystem::path& folder);

    // Places.
    /// The place of this code, or nullptr (also for a retired code). O(1).
    [[nodiscard]] const Place* find_place(const PlaceCode& code) const {
        return places_.find(code.text);
    }
    /// Its name; the code itself where there is no such place. O(1).
    [[nodiscard]] std::string place_name(const PlaceCode& code) const {
        const Place* found = find_place(code);
        return found != nullptr ? found->name : code.text;
    }
    /// The same, and the region's name where there is no code: for what may be about all of it. O(1).
    [[nodiscard]] std::string place_or_region_name(const PlaceCode& code) const {
        return code ? place_name(code) : std::string(region_name_zh);
    }
    /// The seven places of the region: cities, and districts that are their own. O(places).
    [[nodiscard]] std::vector<const Place*> region() const;
    /// What a text that names a place means; see Places::resolve.
    [[nodiscard]] PlaceFound resolve_place(std::string_view text) const {
        return places_.resolve(text);
    }
    /// All places: those of the region first, then by code.
    [[nodiscard]] const std::vector<Place>& places() const { return places_.all(); }
    /// More about places: old codes, cities, full names, distances.
    [[nodiscard]] const Places& place_index() const { return places_; }
    /// Up to three existing codes nearest to an unknown code or name. O(places).
    [[nodiscard]] std::vector<std::string> nearest_places(std::string_view typed) const {
        return places_.nearest_codes(typed);
    }

    // Occupations and industries; any level of the tree.
    [[nodiscard]] const Entry* find_occupation(const OccupationCode& code) const {
        return occupations_.tree().find(code.text);
    }
    /// The occupation with exactly this name or a certain everyday name, or nullptr. O(1).
    [[nodiscard]] const Entry* find_occupation_by_name(std::string_view name) const {
        return occupations_.find_by_name(name);
    }
    /// At most three occupations for a job title; see Occupations::suggest.
    [[nodiscard]] std::vector<OccupationSuggestion> suggest_occupations(
        std::string_view title) const {
        return occupations_.suggest(title);
    }
    [[nodiscard]] const CodeTree& occupation_tree() const { return occupations_.tree(); }
    [[nodiscard]] const std::vector<Entry>& occupations() const {
        return occupations_.tree().entries();
    }
    [[nodiscard]] std::vector<std::string> nearest_occupations(std::string_view typed) const;
    [[nodiscard]] const Entry* find_industry(const IndustryCode& code) const {
        return industries_.find(code.text);
    }
    [[nodiscard]] const CodeTree& industry_tree() const { return industries_; }
    [[nodiscard]] const std::vector<Entry>& industries() const { return industries_.entries(); }
    [[nodiscard]] std::vector<std::string> nearest_industries(std::string_view typed) const {
        return industries_.nearest_codes(typed);
    }

    // Small lists.
    /// The item of a list, or nullptr. O(1).
    [[nodiscard]] const CodeItem* find_item(std::string_view table, std::string_view code) const {
        return lists_.find(table, code);
    }
    /// The item by code, name or alias, or nullptr. O(1).
    [[nodiscard]] const CodeItem* find_item_by_name(std::string_view table,
                                                    std::string_view name) const {
        return lists_.find_by_name(table, name);
    }
    /// The Chinese title of a code; the code itself when the list does not have it.
    [[nodiscard]] std::string title(std::string_view table, std::string_view code) const;
    [[nodiscard]] const CodeLists::Tables& tables() const { return lists_.tables(); }
    [[nodiscard]] std::vector<std::string> nearest_items(std::string_view table,
                                                         std::string_view typed) const {
        return lists_.nearest(table, typed);
    }
    /// The credential kind (licence, filing, dispatch_licence) that an order kind needs
    /// (CORRECTIONS 1); empty for an unknown kind.
    [[nodiscard]] std::string credential_for(std::string_view order_kind) const;

    // What holds on a day.
    [[nodiscard]] const Parameter* parameter(std::string_view code, Date on) const {
        return dated_.parameter(code, on);
    }
    /// The parameter in force on a day; `otherwise` when the data has none.
    [[nodiscard]] std::int64_t parameter_or(std::string_view code, Date on,
                                            std::int64_t otherwise) const;
    [[nodiscard]] const MinimumWage* minimum_wage(const PlaceCode& place, Date on) const {
        return dated_.minimum_wage(place, on);
    }
    [[nodiscard]] const WorkingDays& working_days() const { return dated_.working_days(); }
    [[nodiscard]] std::vector<Target> targets(const PlaceCode& place, int year) const {
        return dated_.targets(place, year);
    }
    [[nodiscard]] const DatedValues& dated() const { return dated_; }

    [[nodiscard]] const PostRules& post_rules() const { return post_rules_; }

  private:
    Result<Done> load_industries(const std::filesystem::path& folder);
    /// Every place that another table names must exist.
    Result<Done> check_references() const;

    Places places_;
    Occupations occupations_;
    CodeTree industries_;
    CodeLists lists_;
    DatedValues dated_;
    PostRules post_rules_;
};

}  // namespace jianghui::codes
