#include <fmt/format.h>

#include <cstdio>

#include "engine/http/http.hpp"
#include "engine/main/commands.hpp"

namespace jianghui::main {

int tell(const Common& common, const Error& error) {
    if (common.json) {
        fmt::print(stderr, "{}\n", http::problem(error, "").body);
        return Exit::failed;
    }
    fmt::print(stderr, "jianghui: {}\n          {}\n", error.message.en, error.message.zh);
    for (const auto& [name, value] : error.facts)
        fmt::print(stderr, "          {}: {}\n", name, value);
    for (const auto& each : error.errors) {
        fmt::print(stderr, "        - {}: {}\n          {}\n", each.code, each.message.en,
                   each.message.zh);
        for (const auto& [name, value] : each.facts)
            fmt::print(stderr, "          {}: {}\n", name, value);
    }
    return Exit::failed;
}

}  // namespace jianghui::main
