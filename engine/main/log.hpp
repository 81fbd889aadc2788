#pragma once
// The program's log: one JSON object a line on standard error. No personal data goes there.

namespace jianghui::main {

/// Sets up spdlog's default logger: {"at":…,"level":…,"message":…} lines. `verbose` adds debug
/// lines.
void start_log(bool verbose);

}  // namespace jianghui::main
