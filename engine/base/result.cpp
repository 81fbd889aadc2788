#include "engine/base/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace jianghui {

Error error(const ErrorCode& code) {
    return error(code, Text{std::string(code.zh), std::string(code.en)});
}

Error error(const ErrorCode& code, Text message) {
    Error e;
    e.kind = code.kind;
    e.code = code.code;
    e.message = std::move(message);
    return e;
}

void assertion_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: invariant broken: %s\n", file, line, condition);
    std::abort();
}

}  // namespace jianghui
