#pragma once
// What a command of the command line may say besides its answer and its refusals.

#include <optional>
#include <string>

#include "engine/base/result.hpp"

namespace jianghui::app {

/// From a command that works with a data folder or without: this time it needs one, so run the
/// other way.
inline constexpr ErrorCode needs_data_folder{"needs_data_folder", Kind::malformed,
                                             "此命令需要数据目录。",
                                             "This command needs a data folder."};

/// An answer that is "no": printed on standard output like any other, and the program ends with
/// exit code 3. `words` and `json` as in Printed.
[[nodiscard]] Error answer_no(const ErrorCode& code, std::string words, std::string json);

/// The answer of an error made by `answer_no`, as JSON or as words; nothing for other errors.
[[nodiscard]] std::optional<std::string> answer_of(const Error& error, bool json);

}  // namespace jianghui::app
