#pragma once
// SQLite's memory in the simulator. Debian's SQLite has no lists of its own (OMIT_LOOKASIDE) and asks the
// C library for each page, which gives pages back to the kernel and asks for them again.

namespace jianghui::simulation {

/// SQLite takes its memory from the lists of `pieces.hpp`. Has an effect before SQLite is first used only.
void take_memory_from_lists();

}  // namespace jianghui::simulation
