#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

#include "engine/http/http.hpp"
#include "engine/main/commands.hpp"
#include "engine/main/failure.hpp"

namespace jianghui::main {

int tell(const Common& common, const Error& error) {
    if (common.json) {
        fmt::print(stderr, "{}\n", http::problem(error, "").body);
        return Exit::failed;
    }
    fmt::print(stderr, "jianghui: {}\n          {}\n", error.message.en, error.message.zh);
    for (const auto& [name, value] : error.facts)
        fmt::print(stderr, "          {}: {}\n", name, value);
    if (!error.nearest.empty()) fmt::print(stderr, "          nearest: {}\n", fmt::join(error.nearest, ", "));
    for (const auto& each : error.errors) {
        fmt::print(stderr, "        - {}: {}\n          {}\n", each.code, each.message.en,
                   each.message.zh);
        for (const auto& [name, value] : each.facts)
            fmt::print(stderr, "          {}: {}\n", name, value);
    }
    return Exit::failed;
}

int written(const Common& common, int code) {
    const bool failed_before = std::ferror(stdout) != 0;
    if (std::fflush(stdout) == 0 && !failed_before) return code;
    return tell(common, error(output_unwritable));
}

}  // namespace jianghui::main
