#pragma once
// Errors are values: every function that can be refused returns Result<T>. An Error names a stable
// code (what programs rely on) and a sentence in Chinese and English (what people read: what
// happened and what to do). Tests assert codes, never sentences.
//
//   constexpr ErrorCode order_full{"order_full", Kind::conflict, "订单已满。", "The order is full."};
//   Result<int> take(int k) { if (k > left) return refuse(order_full); return left - k; }
//   TRY(const int left, take(3));

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace jianghui {

/// What sort of refusal this is; the only thing that decides the HTTP status (http/problem.cpp).
enum class Kind {
    malformed,        ///< 400: could not be read as a request of this form
    unauthenticated,  ///< 401
    forbidden,        ///< 403
    not_found,        ///< 404
    conflict,         ///< 409: a rule about the present state refused
    gone,             ///< 410
    precondition,     ///< 412: somebody changed it first
    too_large,        ///< 413
    invalid,          ///< 422: well formed, but its content breaks a rule
    too_many,         ///< 429
    unavailable,      ///< 503: try again later
    internal          ///< 500: our fault
};

/// A sentence for people, in both languages of the product.
struct Text {
    std::string zh;
    std::string en;
    bool operator==(const Text&) const = default;
};

/// One entry of the error catalogue. Declare as `inline constexpr`; list it in the feature's
/// `errors` so that docs/reference/errors.md shows it.
struct ErrorCode {
    std::string_view code;
    Kind kind;
    std::string_view zh;
    std::string_view en;
};

/// A number or code that a refusal speaks of, e.g. {"remaining", "2"}.
using Fact = std::pair<std::string, std::string>;

/// A refusal. `path` is a JSON pointer into the body ("/seats") or a parameter name; `nearest` holds
/// what would have been accepted; `errors` the single faults when there are several.
struct Error {
    Kind kind = Kind::internal;
    std::string code;
    Text message;
    std::string path;
    std::vector<std::string> nearest;
    std::vector<Fact> facts;
    std::vector<Error> errors;

    Error&& at(std::string where) && {
        path = std::move(where);
        return std::move(*this);
    }
    Error&& with(std::string name, std::string value) && {
        facts.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    Error&& near(std::vector<std::string> choices) && {
        nearest = std::move(choices);
        return std::move(*this);
    }
};

template <class T>
using Result = tl::expected<T, Error>;

/// What a function returns that only succeeds or is refused.
struct Done {
    bool operator==(const Done&) const = default;
};

/// The error of this catalogue entry with its own sentence.
[[nodiscard]] Error error(const ErrorCode& code);
/// The same with a sentence that names the particulars.
[[nodiscard]] Error error(const ErrorCode& code, Text message);

/// Shorthand for `return tl::unexpected(error(...))`.
template <class... A>
[[nodiscard]] tl::unexpected<Error> refuse(const ErrorCode& code, A&&... particulars) {
    return tl::unexpected<Error>(error(code, std::forward<A>(particulars)...));
}
[[nodiscard]] inline tl::unexpected<Error> refuse(Error e) {
    return tl::unexpected<Error>(std::move(e));
}

// Codes that every part of the program may use.
inline constexpr ErrorCode not_found{"not_found", Kind::not_found, "没有找到。请核对编号。",
                                     "Not found. Please check the identifier."};
inline constexpr ErrorCode not_allowed{"not_allowed", Kind::forbidden,
                                       "您没有办理此事的权限。请联系本机构管理员。",
                                       "You may not do this. Ask your administrator."};
inline constexpr ErrorCode internal_error{
    "internal_error", Kind::internal, "系统出错，已记录。请稍后重试，或把追踪号告诉管理员。",
    "Something failed on our side and was logged. Retry later, or give the trace to the operator."};
inline constexpr ErrorCode unknown_code{"unknown_code", Kind::malformed, "代码不存在。",
                                        "There is no such code."};
inline constexpr ErrorCode out_of_range{"out_of_range", Kind::malformed, "数值超出允许范围。",
                                        "The value is outside the allowed range."};

#define JIANGHUI_JOIN2(a, b) a##b
#define JIANGHUI_JOIN(a, b) JIANGHUI_JOIN2(a, b)
#define JIANGHUI_TRY(temporary, declaration, ...)                                \
    auto temporary = (__VA_ARGS__);                                              \
    if (!temporary) return tl::unexpected<::jianghui::Error>(std::move(temporary).error()); \
    declaration = *std::move(temporary)
/// `TRY(auto x, f());` declares x from the value of f(), or returns f()'s error.
#define TRY(declaration, ...) \
    JIANGHUI_TRY(JIANGHUI_JOIN(try_result_, __LINE__), declaration, __VA_ARGS__)
/// `TRY_DO(f());` returns f()'s error if it has one.
#define TRY_DO(...)                                                                     \
    do {                                                                                \
        if (auto try_done = (__VA_ARGS__); !try_done)                                   \
            return tl::unexpected<::jianghui::Error>(std::move(try_done).error());      \
    } while (false)

/// Stops the program with the place and the condition. Stays on in release builds: it guards
/// invariants, never input.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);
#define ASSERT(condition) \
    ((condition) ? void(0) : ::jianghui::assertion_failed(#condition, __FILE__, __LINE__))

}  // namespace jianghui
