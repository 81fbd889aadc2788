#pragma once
// The subcommands of `jianghui`. Each is one function of its options that prints what it did and
// returns the exit code; main.cpp reads the command line.

#include <cstdint>
#include <string>

#include "engine/app/feature.hpp"
#include "engine/base/base.hpp"

namespace jianghui::main {

/// What the program tells its caller by its exit code; `jianghui --help` shows this list.
enum Exit : int {
    done = 0,
    failed = 1,
    wrong_usage = 2,
    faults_found = 3,  ///< `check` has found the data damaged
    answer_no = 3,     ///< a feature's command has answered no: `allocate --perfect` is infeasible
};

/// Options that every subcommand has.
struct Common {
    std::string data = "var";
    std::string database;  ///< URL of a PostgreSQL database; none: SQLite in the data folder
    bool json = false;
    bool verbose = false;
};

struct ServeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string web;
    std::string as_of;
    std::string tls_certificate;
    std::string tls_key;
    int threads = 2;
    double account_rate = 50;   ///< requests a second of one account; 0: no limit
    double address_rate = 500;  ///< of one address
};

struct CopyOptions {
    std::string from;  ///< sqlite:PATH or postgresql://…
    std::string to;
};

struct BenchOptions {
    std::string folder;  ///< "": the system's folder for temporary files
    double seconds = 3;
    int runs = 3;
};

/// Serves until SIGTERM or SIGINT. With --json, prints {"address","port"} when it listens.
[[nodiscard]] int serve(const Common& common, const ServeOptions& options);
/// Brings the schema up to date.
[[nodiscard]] int migrate(const Common& common);
/// Prints the OpenAPI document.
[[nodiscard]] int openapi(const Common& common);
/// Copies the database to a new file while the server may be running.
[[nodiscard]] int backup(const Common& common, const std::string& to);
/// Puts a backup into an empty data folder.
[[nodiscard]] int restore(const Common& common, const std::string& from);
/// Copies a whole database into an empty one, of whatever engine, and compares what arrived.
[[nodiscard]] int copy(const Common& common, const CopyOptions& options);
/// Looks for damage in database, schema and keys; changes nothing.
[[nodiscard]] int check(const Common& common);
/// Runs every command of the features' group `definitions` on the folder (none: that of the program),
/// and prints each fault as "file:line: sentence".
[[nodiscard]] int check_definitions(const Common& common, const std::string& folder);

/// Measures durable grabs and reads a second on a made-up market beside the disk's own rate, in a
/// temporary folder that is removed; prints a table with the machine's description.
[[nodiscard]] int bench(const Common& common, const BenchOptions& options);

/// Runs a feature's command on the data folder and prints what it says. Wrong options are wrong
/// usage.
[[nodiscard]] int run(const Common& common, const app::CommandLine& command,
                      const codec::Parameters& words);

/// Completes `common.database` from the environment (JIANGHUI_DB) when --db is not given. Fails with
/// database_url_wrong for what is no URL, or has a password on the command line.
[[nodiscard]] Result<Done> find_database(Common& common);

/// The member of its options that a command's option fills: "--dry-run" → "dry_run".
[[nodiscard]] std::string member_of(const std::string& option);

/// Says what went wrong on standard error: words for people, or the error as JSON.
int tell(const Common& common, const Error& error);

/// `code`, if all that was printed has been taken by standard output; else tells output_unwritable and returns
/// Exit::failed: a full disk is no success.
[[nodiscard]] int written(const Common& common, int code);

}  // namespace jianghui::main
