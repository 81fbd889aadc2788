#pragma once
// A hash map by text that is asked with a string_view: imports look up a hundred thousand names.

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jianghui::codes {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};

template <class V>
using TextMap = std::unordered_map<std::string, V, TextHash, std::equal_to<>>;

}  // namespace jianghui::codes
