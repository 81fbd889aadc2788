#pragma once
// A database, code tables and a clock for the tests of one feature's functions, without any feature
// started, server or session: a test may be any caller. TestApp is the whole program.

#include <memory>
#include <optional>
#include <stdexcept>

#include "engine/app/app.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/registers/registers.hpp"
#include "features/codes/api.hpp"
#include "features/definitions/api.hpp"
#include "tests/support/whole_database.hpp"

namespace jianghui::test {

class FeatureBench {
  public:
    FeatureBench() {
        store_ = std::make_shared<store::Store>(place_->open(), store::Store::Options{});
        services.provide(store_);
        crypto::SeededSecrets secrets(1);
        services.provide(std::make_shared<crypto::Keyring>(crypto::Keyring::generate(secrets)));
        services.provide(code_tables());
        services.provide(catalogue);
        services.provide(definitions::make_code_book(code_tables(), catalogue));
        services.provide<Clock>(std::make_shared<ManualClock>(now));
        services.provide(std::make_shared<IdSource>(2));
        services.provide(std::make_shared<journal::Bell>());
    }
    ~FeatureBench() {
        store_.reset();
        services = {};
    }
    FeatureBench(const FeatureBench&) = delete;
    FeatureBench& operator=(const FeatureBench&) = delete;

    /// Runs a command as that caller; a refusal undoes it.
    template <class F>
    auto run(const app::Caller& caller, F&& f) {
        using R = decltype(f(std::declval<app::Command&>()));
        std::optional<R> result;
        store_->write([&](store::Transaction& transaction) {
            app::Command command(transaction, caller, now, services, ids_);
            result.emplace(f(command));
            return result->has_value();
        });
        if (!result) throw std::runtime_error("the lane did not run the command");
        return std::move(*result);
    }
    /// Runs a query as that caller.
    template <class F>
    auto ask(const app::Caller& caller, F&& f) {
        return store_->read([&](store::Reader& reader) {
            const http::Request request;
            app::Query query{reader, caller, now, services, request};
            return f(query);
        });
    }
    /// The kinds of all events so far, in order.
    [[nodiscard]] std::vector<std::string> event_kinds() {
        std::vector<std::string> kinds;
        for (const auto& event : events()) kinds.push_back(event.kind);
        return kinds;
    }
    [[nodiscard]] std::vector<journal::Event> events() {
        return store_->read([](store::Reader& reader) { return journal::after(reader, 0, 1000); });
    }

    Instant now = parse_instant("2026-11-24T09:00:00+08:00").value();
    app::Services services;
    /// The registers that ship; a test may put others in their place.
    std::shared_ptr<registers::Catalogue> catalogue = shipped_registers();

  private:
    /// Read once for all tests: they never change.
    static std::shared_ptr<codes::Tables> code_tables() {
        static const auto tables =
            std::make_shared<codes::Tables>(codes::Tables::load(SOURCE_FOLDER "/data").value());
        return tables;
    }

    static std::shared_ptr<registers::Catalogue> shipped_registers() {
        static const auto read =
            definitions::read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
        auto catalogue = std::make_shared<registers::Catalogue>();
        registers::Definitions<registers::Register>::Versions versions;
        for (const auto& one : read.catalogue->all()) versions[one->id.text][one->version.value] = one;
        catalogue->replace(std::move(versions));
        return catalogue;
    }

    std::shared_ptr<store::DatabaseForTest> place_ = whole_database(now);
    std::shared_ptr<store::Store> store_;
    IdSource ids_{1};
};

/// Callers of the tests.
inline app::Caller caller(app::Role role, std::string_view place = "510500",
                          OrganisationId organisation = {}) {
    app::Caller made;
    made.account = AccountId{1000 + static_cast<std::int64_t>(role)};
    made.role = role;
    made.place = {std::string(place)};
    made.organisation = organisation;
    return made;
}

}  // namespace jianghui::test
