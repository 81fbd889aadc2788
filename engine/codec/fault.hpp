#pragma once
// Where a fault lies in a document, and the list of faults found so far.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::codec {

/// A place in a JSON document, kept as a chain on the stack and written out only for a fault.
struct Path {
    const Path* parent = nullptr;
    std::string_view name;
    std::ptrdiff_t index = -1;
    /// RFC 6901 JSON pointer, "" for the whole document.
    [[nodiscard]] std::string text() const;
};

inline constexpr ErrorCode malformed_json{
    "malformed_json", Kind::malformed, "请求内容不是合法的 JSON。请检查格式。",
    "The body is not valid JSON. Check its syntax."};
inline constexpr ErrorCode unknown_field{"unknown_field", Kind::malformed,
                                         "没有这个字段。请改用相近的字段名。",
                                         "There is no such field. Use one of the nearest names."};
inline constexpr ErrorCode unknown_parameter{
    "unknown_parameter", Kind::malformed, "没有这个参数。请改用相近的参数名。",
    "There is no such parameter. Use one of the nearest names."};
inline constexpr ErrorCode missing_field{"missing_field", Kind::malformed, "缺少必填项。",
                                         "A required field is missing."};
inline constexpr ErrorCode wrong_type{"wrong_type", Kind::malformed, "内容的类型不对。",
                                      "The value has the wrong type."};
inline constexpr ErrorCode malformed_request{"malformed_request", Kind::malformed,
                                             "请求有误，请按提示改正。",
                                             "The request has faults; correct the ones named."};

/// Collects faults, at most 20: enough for a form, bounded for an attacker.
class Faults {
  public:
    void add(Error fault);
    [[nodiscard]] bool empty() const { return found_.empty(); }
    /// One fault as itself; several under `malformed_request`. Requires !empty().
    [[nodiscard]] Error take();

  private:
    std::vector<Error> found_;
};

/// "expected …" at a place, in both languages.
[[nodiscard]] Error wrong(const Path& path, std::string_view zh, std::string_view en);
/// A value outside its limits.
[[nodiscard]] Error outside(const Path& path, std::string zh, std::string en);

}  // namespace jianghui::codec
