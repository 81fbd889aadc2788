#pragma once
// The cells of one row by field, and the faults found while reading them.

#include <string>
#include <vector>

#include "features/imports/header_mapping.hpp"
#include "features/imports/fault.hpp"

namespace jianghui::imports {

/// Reads the cells of one row one by one; every fault is kept with its row, column and value, so
/// that a person can put all of them right at once.
class Cells {
  public:
    Cells(const HeaderMapping& mapping, const TableRow& row) : mapping_(&mapping), row_(&row) {}

    /// The cell in half width, outer space off, control characters turned to spaces; "" when the
    /// list has no such column. `lines` keeps line ends.
    [[nodiscard]] std::string text(Field field, bool lines = false) const;
    /// The same, with a fault cell_missing when it is empty, text_too_long when it is longer.
    std::string required_text(Field field, std::size_t characters_max);
    std::string optional_text(Field field, std::size_t characters_max, bool lines = false);

    /// The value that a parser made of this field's cell, or a default value and a fault.
    template <class T>
    T value(Field field, Cell<T> read, T otherwise = {}) {
        if (read) return *std::move(read);
        add(field, std::move(read.error()));
        return otherwise;
    }
    /// Keeps a fault of this field.
    void add(Field field, RowFault found);

    [[nodiscard]] std::vector<RowFault>& faults() { return faults_; }
    [[nodiscard]] const TableRow& row() const { return *row_; }
    [[nodiscard]] const HeaderMapping& mapping() const { return *mapping_; }

  private:
    const HeaderMapping* mapping_;
    const TableRow* row_;
    std::vector<RowFault> faults_;
};

/// "51**************34": what a fault may show of an identity or phone number, whether it is one or not.
[[nodiscard]] std::string masked_value(std::string_view value);

}  // namespace jianghui::imports
