#pragma once
// The look-ups of an import, answered from the code tables, the suggestions of occupations and the
// register of organisations.

#include <string>
#include <unordered_map>

#include "engine/access/caller.hpp"
#include "engine/store/store.hpp"
#include "features/codes/api.hpp"
#include "features/imports/lookup.hpp"
#include "features/occupations/api.hpp"

namespace jianghui::imports {

/// Answers given before: lists repeat their places, titles and employers thousands of times. Lives
/// as long as one list is read. At most 20,000 of each.
struct LookupMemory {
    std::unordered_map<std::string, PlaceAnswer> places;
    std::unordered_map<std::string, std::vector<OccupationGuess>> occupations;
    std::unordered_map<std::string, EmployerAnswer> employers;
};

class TablesLookup final : public Lookup {
  public:
    /// All of these must outlive the look-up. The importer decides whose demand may be in the list:
    /// an employer's own; for an official, that of employers of the official's place; for an
    /// administrator (the command line) everybody's.
    TablesLookup(const app::Services& services, const store::Reader& reader,
                 const access::Caller& importer, LookupMemory& memory)
        : tables_(&services.get<codes::Tables>()),
          suggester_(&services.get<occupations::Suggester>()), reader_(&reader),
          importer_(&importer), memory_(&memory) {}

    [[nodiscard]] PlaceAnswer resolve_place(std::string_view text) const override;
    [[nodiscard]] std::vector<OccupationGuess> suggest_occupations(
        std::string_view title, std::size_t limit) const override;
    [[nodiscard]] std::optional<OccupationGuess> find_occupation(
        std::string_view code_or_name) const override;
    [[nodiscard]] std::optional<std::string> education_code(Education level) const override;
    [[nodiscard]] std::optional<std::string> certificate_code(
        std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> nearest_certificates(
        std::string_view name) const override;
    [[nodiscard]] std::string skill_name(std::string_view name) const override;
    [[nodiscard]] EmployerAnswer find_employer(std::string_view name,
                                               std::string_view credit_code) const override;

  private:
    [[nodiscard]] EmployerAnswer ask_employer(std::string_view name,
                                              std::string_view credit_code) const;
    const codes::Tables* tables_;
    const occupations::Suggester* suggester_;
    const store::Reader* reader_;
    const access::Caller* importer_;
    LookupMemory* memory_;
};

inline constexpr ErrorCode employer_unknown{
    "employer_unknown", Kind::invalid,
    "没有登记这个用人单位。请先登记，或核对名称和统一社会信用代码。",
    "No such employer is registered. Register it first, or check name and credit code."};
inline constexpr ErrorCode employer_elsewhere{
    "employer_elsewhere", Kind::invalid, "这个用人单位不在您的辖区内。",
    "This employer is not in your place."};
inline constexpr ErrorCode employer_not_yours{
    "employer_not_yours", Kind::invalid, "这一行写的不是贵单位。请删去该行，或清空单位一列。",
    "This row names another organisation. Remove it, or leave the employer empty."};

}  // namespace jianghui::imports
