#pragma once
// The files of simulated worlds, in memory: SQLite with its write-ahead log, its snapshots and its locks,
// without the kernel. Loss of power is tried elsewhere, on a disk (scenarios 040 and 070).

namespace jianghui::simulation {

/// From now on SQLite keeps the databases of tests (`jianghui.sqlite`) in memory and takes its own memory
/// from lists of a thread. A database that lies on the disk is read when it is first opened; what was
/// written is gone when the last connection is closed. Has an effect before SQLite is first used;
/// further calls do nothing. Thread-safe.
void keep_files_in_memory();

}  // namespace jianghui::simulation
