#pragma once
// What is refused when the public address is recorded.

#include "engine/base/result.hpp"

namespace jianghui::papers {

inline constexpr ErrorCode address_malformed{
    "address_malformed", Kind::malformed, "公开网址应为 https://域名（可带端口），不带路径。",
    "The public address is written like https://host or https://host:port, without a path."};

}  // namespace jianghui::papers
