#pragma once
// How a register numbers its entries: "({place})人服证字[{year}]第{serial:4}号".

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/base.hpp"

namespace jianghui::registers {

class NumberPattern {
  public:
    /// Nothing unless the text has exactly one {serial:N} (N of 1 … 9) and no other braces than
    /// {place} and {year}.
    [[nodiscard]] static std::optional<NumberPattern> read(std::string_view text);
    /// The number. A serial longer than its width is written whole.
    [[nodiscard]] std::string write(const PlaceCode& place, int year, std::int64_t serial) const;
    /// Within what serials are counted: the pattern with place and year, without the serial.
    [[nodiscard]] std::string series(const PlaceCode& place, int year) const;

  private:
    std::string before_;  ///< with {place} and {year} still in it
    std::string after_;
    int width_ = 1;
};

}  // namespace jianghui::registers
