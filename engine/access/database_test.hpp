#pragma once
// A database of this engine's tables in a folder of its own, and short ways to use it in tests.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/access/access.hpp"
#include "engine/store/database_for_test.hpp"

namespace jianghui::access {

struct Database {
    Database() {
        std::string pattern = (std::filesystem::temp_directory_path() / "accessXXXXXX").string();
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        store = std::make_unique<store::Store>(place.open(), store::Store::Options{});
    }
    ~Database() {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    static void make(store::Connection& connection) {
        for (const auto* engine : {"journal", "access"}) {
            std::vector<std::filesystem::path> files;
            for (const auto& file : std::filesystem::directory_iterator(
                     std::string(SOURCE_FOLDER "/engine/") + engine + "/migrations"))
                files.push_back(file.path());
            std::sort(files.begin(), files.end());
            for (const auto& file : files) {
                std::ostringstream text;
                text << std::ifstream(file).rdbuf();
                connection.script(text.str());
            }
        }
    }

    /// Runs in the write lane and keeps what it did.
    template <class F>
    auto write(F&& run) {
        std::optional<decltype(run(std::declval<store::Transaction&>()))> result;
        EXPECT_EQ(store->write([&](store::Transaction& transaction) {
            result = run(transaction);
            return true;
        }),
                  store::Work::Outcome::committed);
        return std::move(*result);
    }
    template <class F>
    auto read(F&& run) {
        return store->read(std::forward<F>(run));
    }
    /// The kinds of all events, in order.
    std::vector<std::string> events() {
        return read([](store::Reader& reader) {
            std::vector<std::string> kinds;
            for (const auto& event : journal::after(reader, 0, 1000)) kinds.push_back(event.kind);
            return kinds;
        });
    }

    std::filesystem::path folder;
    store::DatabaseForTest place{"access", make};
    std::unique_ptr<store::Store> store;
};

/// A world with cheap passwords, a clock and a vault.
struct World : testing::Test {
    Database database;
    crypto::SeededSecrets secrets{1};
    Vault vault{crypto::Keyring::generate(secrets), secrets};
    AccessPolicy policy = [] {
        AccessPolicy cheap;
        cheap.password_cost = crypto::cheapest_password_cost;
        return cheap;
    }();
    ManualClock clock{*parse_instant("2026-11-23T09:00:00+08:00")};
    IdSource ids{1};
    Caller administrator{AccountId{77}, Role::security_administrator, {}, {}, {}};

    [[nodiscard]] Act act() const { return {administrator, clock.now()}; }

    NewAccount employer(const std::string& login, const std::string& password = "") {
        NewAccount wanted;
        wanted.login = login;
        wanted.name = "王芳";
        wanted.role = Role::employer;
        wanted.place = {"511500"};
        wanted.organisation = {5};
        if (!password.empty())
            wanted.password_hash = new_password_hash(policy, login, password).value();
        return wanted;
    }
    Result<AccountId> create(const NewAccount& wanted) {
        const auto id = ids.next<AccountId>(clock.now());
        return database.write([&](store::Transaction& transaction) -> Result<AccountId> {
            TRY_DO(create_account(transaction, vault, act(), id, wanted));
            return id;
        });
    }
    /// The whole way of signing in, as an endpoint goes it.
    SignInOutcome sign_in_with(const std::string& login, const std::string& password) {
        const auto facts = database.read(
            [&](store::Reader& reader) { return sign_in_facts(reader, vault, login); });
        const auto proof = check_password(facts, password, policy, clock.now());
        if (!proof) return {std::nullopt, proof.error()};
        return database.write([&](store::Transaction& transaction) {
            return sign_in(transaction, vault, policy, facts, *proof, clock.now());
        });
    }
    /// "" for success, else the code of the refusal.
    std::string sign_in_code(const std::string& login, const std::string& password) {
        const auto outcome = sign_in_with(login, password);
        EXPECT_NE(outcome.session.has_value(), outcome.refusal.has_value());
        return outcome.refusal ? outcome.refusal->code : "";
    }
    std::optional<Session> session_of(const std::string& token) {
        return database.read(
            [&](store::Reader& reader) { return find_session(reader, token, clock.now()); });
    }
};

}  // namespace jianghui::access
