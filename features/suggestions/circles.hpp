#pragma once
// Circles as small numbers: the index keeps one number a person instead of who may be shown her.
// Circles only grow and never change, so what a number means can be read while others are added.

#include <deque>
#include <mutex>
#include <unordered_map>

#include "features/suggestions/rules.hpp"

namespace jianghui::suggestions {

class Circles {
  public:
    /// The number of the circle; equal circles have one. Thread-safe.
    [[nodiscard]] std::uint32_t number_of(Circle circle);
    /// The circle of a number that was given out. Thread-safe; the reference stays good.
    [[nodiscard]] const Circle& at(std::uint32_t number) const;

    /// All of them as text, and the same circles under the same numbers from such a text. False
    /// when it is none; requires that there are no circles yet.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool read(std::string_view text);

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::uint32_t> numbers_;  ///< by line of the text
    std::deque<Circle> circles_;
    std::deque<std::string> lines_;
};

}  // namespace jianghui::suggestions
