#pragma once
// What the import asks of the rest of the program while it reads rows: places, occupations, code
// tables, employers. The feature answers from the code tables and the store; tests from a few lines.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/imports/cell_values.hpp"

namespace jianghui::imports {

/// Where a text points to. Exactly one of the three holds: `code` is set; or several places have
/// that name; or none has.
struct PlaceAnswer {
    std::optional<PlaceCode> code;
    std::string name;     ///< full name of the place found
    bool doubtful = false;  ///< something was left over or decided: tell the person how it was read
    bool ambiguous = false;
    std::vector<std::string> nearest;  ///< full names or codes that would be accepted
};

/// An occupation that a job title may mean.
struct OccupationGuess {
    OccupationCode code;
    std::string name;
    int confidence_per_mille = 0;  ///< 1000: the title is the occupation's name
    bool operator==(const OccupationGuess&) const = default;
};
BOOST_DESCRIBE_STRUCT(OccupationGuess, (), (code, name, confidence_per_mille))

/// Whose list it is.
struct EmployerAnswer {
    std::optional<OrganisationId> id;
    std::optional<Error> refusal;      ///< why there is no id, in the words of the feature
    std::vector<std::string> nearest;
};

class Lookup {
  public:
    virtual ~Lookup() = default;
    /// A place by name ("宜宾市翠屏区", "宜宾·翠屏区", "翠屏") or by its 6-digit code: a county or a
    /// city. A province alone is answered as ambiguous.
    [[nodiscard]] virtual PlaceAnswer resolve_place(std::string_view text) const = 0;
    /// Occupations for a job title, the likeliest first, at most `limit`.
    [[nodiscard]] virtual std::vector<OccupationGuess> suggest_occupations(
        std::string_view title, std::size_t limit) const = 0;
    /// The occupation with this code or exactly this name.
    [[nodiscard]] virtual std::optional<OccupationGuess> find_occupation(
        std::string_view code_or_name) const = 0;
    /// The code of an education level in the code tables; nothing when it has none.
    [[nodiscard]] virtual std::optional<std::string> education_code(Education level) const = 0;
    /// The code of a certificate kind by name or alias; nothing when there is none.
    [[nodiscard]] virtual std::optional<std::string> certificate_code(
        std::string_view name) const = 0;
    /// Certificate names nearest to an unknown one.
    [[nodiscard]] virtual std::vector<std::string> nearest_certificates(
        std::string_view name) const = 0;
    /// The usual name of a skill; the text itself when the list does not have it.
    [[nodiscard]] virtual std::string skill_name(std::string_view name) const = 0;
    /// The employer that a row names; both texts may be empty (the importer's own organisation).
    [[nodiscard]] virtual EmployerAnswer find_employer(std::string_view name,
                                                       std::string_view credit_code) const = 0;
};

}  // namespace jianghui::imports
