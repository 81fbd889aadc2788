#pragma once
// The standard's examples, read once for all tests of this engine.

#include <string>

#include <boost/json.hpp>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// testdata/sm_standard_examples.json.
const boost::json::object& standard_examples();

inline std::string text_of(const boost::json::value& example, std::string_view name) {
    return std::string(example.at(name).as_string());
}
inline Bytes bytes_of(const boost::json::value& example, std::string_view name) {
    return from_hex(text_of(example, name)).value();
}

}  // namespace jianghui::crypto
