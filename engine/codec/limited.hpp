#pragma once
// Values that carry their own limits, so that one declaration checks the request, shows in the
// OpenAPI schema and sets the form field of the web app.

#include <cstdint>
#include <string>
#include <vector>

namespace jianghui {

/// Text of Min … Max code points, outer white space taken off, no control characters but newline.
template <std::size_t Min, std::size_t Max>
struct String {
    std::string text;
    operator const std::string&() const { return text; }  // NOLINT: meant to be used as text
    bool operator==(const String&) const = default;
};

/// A whole number of Min … Max.
template <std::int64_t Min, std::int64_t Max>
struct Integer {
    std::int64_t value = Min;
    operator std::int64_t() const { return value; }  // NOLINT: meant to be used as a number
    bool operator==(const Integer&) const = default;
};

/// At most Max elements.
template <class T, std::size_t Max>
struct List : std::vector<T> {
    using std::vector<T>::vector;
};

using Name = String<1, 100>;
using Sentence = String<1, 200>;
using Paragraph = String<0, 4000>;

}  // namespace jianghui
