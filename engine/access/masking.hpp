#pragma once
// Personal data as people without the right may see them (domain.md 1.7: masking by role). Pure
// text; whatever comes in, the result never shows more than stated.

#include <string>
#include <string_view>

namespace jianghui::access {

/// "张三丰" → "张*", "欧阳娜娜" → "欧*": the first character and one asterisk whatever the length,
/// so that the length tells nothing. Empty stays empty. O(n).
[[nodiscard]] std::string mask_name(std::string_view name);

/// "13812341234" → "138****1234". Another length: all but the last two characters become asterisks,
/// and all of them when there are fewer than six.
[[nodiscard]] std::string mask_phone(std::string_view phone);

/// "510302199001010013" → "5103**********0013": the city of issue and the last four. Another
/// length: all asterisks.
[[nodiscard]] std::string mask_identity_number(std::string_view number);

}  // namespace jianghui::access
