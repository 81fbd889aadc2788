#pragma once
// A small book of codes for tests.

#include <algorithm>
#include <map>

#include "engine/registers/field.hpp"

namespace jianghui::registers {

class CodeBookForTest final : public CodeBook {
  public:
    std::map<std::string, std::vector<std::string>, std::less<>> tables{
        {"places", {"500118", "510300", "510302", "510500", "510502"}},
        {"occupations", {"6-02-06-03"}},
        {"industries", {"C15"}},
        {"order_kinds", {"recruit", "dispatch", "outsource", "search"}},
        {"grant_ways", {"general", "promise"}}};

    [[nodiscard]] bool has_table(std::string_view table) const override {
        return tables.find(table) != tables.end();
    }
    [[nodiscard]] bool has(std::string_view table, std::string_view code) const override {
        const auto found = tables.find(table);
        return found != tables.end() &&
               std::find(found->second.begin(), found->second.end(), code) != found->second.end();
    }
    [[nodiscard]] std::vector<std::string> nearest(std::string_view table,
                                                   std::string_view code) const override {
        const auto found = tables.find(table);
        return found == tables.end() ? std::vector<std::string>()
                                     : jianghui::nearest(code, found->second);
    }
    [[nodiscard]] Text title(std::string_view /*table*/, std::string_view code) const override {
        return {std::string(code), std::string(code)};
    }
};

}  // namespace jianghui::registers
