#pragma once
// Tables and versions as people see them.

#include "features/open_data/kinds.hpp"
#include "features/open_data/sources.hpp"

namespace jianghui::open_data {

[[nodiscard]] VersionView view(const VersionRow& version);

/// Names tables: the titles of kinds with places and registers put in.
class Titles {
  public:
    explicit Titles(const app::Services& services);
    /// The table with its newest version; nothing for a kind that data/open_tables.csv no longer has.
    [[nodiscard]] std::optional<TableView> view(const VersionRow& newest) const;
    /// A register of which no versions are kept.
    [[nodiscard]] TableView view(const LiveRegister& live) const;

  private:
    [[nodiscard]] TableView named(const TableKind& kind, const std::string& part) const;
    const app::Services& services_;
    const Kinds& kinds_;
};

/// Every table that is public: those with versions, then the registers of which none are kept.
[[nodiscard]] Result<std::vector<TableView>> all_tables(const app::Query& query);

/// How "not known" and 0 are told apart, for every table.
[[nodiscard]] Text missing_text();

}  // namespace jianghui::open_data
