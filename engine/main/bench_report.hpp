#pragma once
// What `jianghui bench` measured, and on what machine, as a document and as a table.

#include <string>
#include <vector>

#include "engine/codec/codec.hpp"

namespace jianghui::main {

struct Machine {
    int processors = 0;
    std::string model;        ///< of the processor
    std::string system;       ///< name and release of the kernel
    std::string file_system;  ///< of the folder that was written to
    double load = 0;          ///< average of the last minute, before: others use the machine too
};
BOOST_DESCRIBE_STRUCT(Machine, (), (processors, model, system, file_system, load))

/// Medians over the runs.
struct Measure {
    std::string name;   ///< for programs
    std::string title;  ///< for people
    std::int64_t per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    std::vector<std::int64_t> each_run;  ///< per second
};
BOOST_DESCRIBE_STRUCT(Measure, (), (name, title, per_second, p50_ms, p99_ms, each_run))

struct BenchReport {
    Machine machine;
    int runs = 0;
    double seconds = 0;  ///< of each measure in each run
    int connections = 0;
    std::vector<Measure> measures;
};
BOOST_DESCRIBE_STRUCT(BenchReport, (), (machine, runs, seconds, connections, measures))

/// The machine that this runs on; what cannot be found out is "?".
[[nodiscard]] Machine describe_machine(const std::string& folder);

/// One run of one measure.
struct Sample {
    double per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
};
/// The medians of the samples, each on its own. Needs one at least.
[[nodiscard]] Measure median_of(std::string name, std::string title,
                                const std::vector<Sample>& samples);

/// A description of the machine and a Markdown table.
[[nodiscard]] std::string table_of(const BenchReport& report);

}  // namespace jianghui::main
