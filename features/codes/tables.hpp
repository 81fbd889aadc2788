#pragma once
// The code tables that ship in data/: places, occupations, industries, small code lists, parameters.
// Loaded once at start and never changed while the program runs; safe to read from any thread.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::codes {

/// One row of places.csv.
struct Place {
    PlaceCode code;
    std::string name;
    std::string level;  ///< province, city or county
    PlaceCode parent;
    double lon = 0;  ///< GCJ-02; 0 when not known
    double lat = 0;
};

/// One row of occupations.csv or industries.csv.
struct Entry {
    std::string code;
    std::string name;
    std::string parent;
};

/// One row of code_tables.csv.
struct CodeItem {
    std::string code;
    std::string zh;
    std::string en;
    std::string value;  ///< the table's own attribute, e.g. the credential an order kind needs
    std::string mark;   ///< F, K or P
};

/// A versioned number of the rules.
struct Parameter {
    std::string code;
    std::int64_t value = 0;
    Date effective_from;
    std::optional<Date> effective_to;
};

inline constexpr ErrorCode data_malformed{
    "data_malformed", Kind::internal, "数据文件有误，程序未启动。请按文件名和行号改正。",
    "A data file is malformed; the program did not start. Correct the file and line named."};

class Tables {
  public:
    /// Reads every table of the folder. Fails with data_malformed and path "file:line".
    [[nodiscard]] static Result<Tables> load(const std::string& folder);

    /// The row, or nullptr. O(1).
    [[nodiscard]] const Place* find_place(const PlaceCode& code) const;
    [[nodiscard]] const Entry* find_occupation(const OccupationCode& code) const;
    [[nodiscard]] const Entry* find_industry(const IndustryCode& code) const;
    /// The item of a small table, or nullptr.
    [[nodiscard]] const CodeItem* find_item(std::string_view table, std::string_view code) const;
    /// The Chinese title of a code; the code itself when the table does not have it.
    [[nodiscard]] std::string title(std::string_view table, std::string_view code) const;

    [[nodiscard]] const std::vector<Place>& places() const { return places_; }
    [[nodiscard]] const std::vector<Entry>& occupations() const { return occupations_; }
    [[nodiscard]] const std::vector<Entry>& industries() const { return industries_; }
    [[nodiscard]] const std::map<std::string, std::vector<CodeItem>, std::less<>>& tables() const {
        return items_;
    }

    /// Existing codes (and places of that name) nearest to what was typed, at most three. O(rows).
    [[nodiscard]] std::vector<std::string> nearest_places(std::string_view typed) const;
    [[nodiscard]] std::vector<std::string> nearest_occupations(std::string_view typed) const;
    [[nodiscard]] std::vector<std::string> nearest_industries(std::string_view typed) const;

    /// The parameter in force on a day; `otherwise` when the data has none.
    [[nodiscard]] std::int64_t parameter_or(std::string_view code, Date day,
                                            std::int64_t otherwise) const;

  private:
    Result<Done> index();
    std::vector<Place> places_;
    std::vector<Entry> occupations_;
    std::vector<Entry> industries_;
    std::map<std::string, std::vector<CodeItem>, std::less<>> items_;
    std::vector<Parameter> parameters_;
    std::unordered_map<std::string, std::size_t> place_at_;
    std::unordered_map<std::string, std::size_t> occupation_at_;
    std::unordered_map<std::string, std::size_t> industry_at_;
};

}  // namespace jianghui::codes
