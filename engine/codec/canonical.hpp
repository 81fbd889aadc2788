#pragma once
// JSON with one spelling for each value: what is hashed and signed.

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json.hpp>

namespace jianghui::codec {

/// The JSON Canonicalization Scheme, RFC 8785: no white space, members sorted by the UTF-16 code
/// units of their names, numbers as ECMAScript writes a double, only what must be escaped is.
/// Requires finite numbers and valid UTF-8, which `codec::parse` lets in alone.
/// Whole numbers are exact; a fraction that Boost.JSON 1.81 has read may be off by one unit of the
/// last place, so nothing that is signed here holds any.
[[nodiscard]] std::string canonical(const boost::json::value& value);

/// The same at the end of a text, and for a text or a whole number alone.
void append_canonical(std::string& out, const boost::json::value& value);
void append_canonical(std::string& out, std::string_view text);
void append_canonical(std::string& out, std::int64_t number);

}  // namespace jianghui::codec
