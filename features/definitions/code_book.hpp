#pragma once
// The code tables as registers and procedures ask them (registers::CodeBook): "places",
// "occupations", "industries", "registers" (the ids of those in force) and the small lists.

#include <memory>

#include "engine/registers/catalogue.hpp"
#include "features/codes/api.hpp"

namespace jianghui::definitions {

class TablesBook final : public registers::CodeBook {
  public:
    TablesBook(std::shared_ptr<const codes::Tables> tables,
               std::shared_ptr<const registers::Catalogue> catalogue)
        : tables_(std::move(tables)), catalogue_(std::move(catalogue)) {}

    [[nodiscard]] bool has_table(std::string_view table) const override;
    [[nodiscard]] bool has(std::string_view table, std::string_view code) const override;
    [[nodiscard]] std::vector<std::string> nearest(std::string_view table,
                                                   std::string_view code) const override;
    [[nodiscard]] Text title(std::string_view table, std::string_view code) const override;
    [[nodiscard]] std::string value(std::string_view table, std::string_view code) const override;

  private:
    std::shared_ptr<const codes::Tables> tables_;
    std::shared_ptr<const registers::Catalogue> catalogue_;
};

}  // namespace jianghui::definitions
