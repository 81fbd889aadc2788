#pragma once
// Fills an empty database with a year that might have happened. See README.md.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/app.hpp"

namespace jianghui::demo {

/// What to fill, and up to when.
struct Fill {
    Instant end;  ///< the demo's "now": nothing happens later
    std::uint64_t seed = 1;
    bool small = false;  ///< the size for tests
    /// Where it will be served: what the QR codes of its papers hold.
    std::string public_address = "http://127.0.0.1:8080";
};

/// An account that somebody may sign in with; one line of demo-accounts.json.
struct DemoAccount {
    std::string role;
    std::string place;
    std::string organisation;
    std::string account;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (role, place, organisation, account, password))

/// What was made. `journal_digest` is SM3 over everything that the journal says of the story, in order: equal
/// for equal seed, size and end.
struct Filled {
    std::map<std::string, std::int64_t> counts;
    std::string journal_digest;
    std::vector<DemoAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(Filled, (), (counts, journal_digest, accounts))

/// Fails with demo_not_empty, or demo_refused naming the refusal that should not have been (then
/// the days before it are kept: the folder is to be thrown away).
[[nodiscard]] Result<Filled> fill(app::App& app, const Fill& wanted);

/// `jianghui demo`: fills the folder and writes its demo-accounts.json, readable by its owner alone.
[[nodiscard]] app::CommandLine demo_command();

}  // namespace jianghui::demo
