#pragma once
// The whole program put together on a data folder: database, keys, clock, features, app. Used by
// the command line and by tests that want everything but the sockets.
//
//   TRY(auto program, main::Composition::open({.folder = "var"}));
//   program->app().handle(request);

#include <memory>
#include <optional>
#include <string>

#include "engine/app/app.hpp"
#include "engine/app/reference_folder.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/main/data_folder.hpp"

namespace jianghui::main {

struct CompositionOptions {
    std::string folder;
    /// URL of a PostgreSQL database; none: the SQLite file in the folder.
    std::string database = "";
    /// The folder of reference data (data/).
    std::string reference = app::default_reference_folder();
    /// The program's time begins here instead of at the computer's time.
    std::optional<Instant> as_of = std::nullopt;
    /// `none` for filling the demo: survives the end of the process, not the loss of power.
    store::Durability durability = store::Durability::full;
    store::Store::Options store = {};
    /// Session cookies are for TLS alone.
    bool secure_cookie = false;
    /// A clock moved by hand, for tests; `as_of` is ignored then.
    std::shared_ptr<Clock> clock = nullptr;
    /// For identifiers and the secrets of draws, so that what is filled can be filled again; none: from the
    /// operating system, as for everything that is real.
    std::optional<std::uint64_t> seed = std::nullopt;
};

class Composition {
  public:
    /// Takes the folder's lock, opens or makes database and keys, brings the schema up to date and
    /// starts the features. Services provided: Store, Clock, IdSource, journal::Bell,
    /// crypto::Keyring, DataFolder, app::ReferenceData. If a feature provides an app::Authenticator, requests are
    /// authenticated with it. Fails with what failure.hpp, crypto/keyring.hpp and
    /// store/migration.hpp name.
    [[nodiscard]] static Result<std::unique_ptr<Composition>> open(CompositionOptions options);
    ~Composition();
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    [[nodiscard]] app::App& app() { return *app_; }
    [[nodiscard]] app::Services& services() { return *services_; }
    [[nodiscard]] store::Store& store() { return services_->get<store::Store>(); }
    [[nodiscard]] const DataFolder& folder() const { return folder_; }
    /// How many migrations were applied when it was opened.
    [[nodiscard]] int migrated() const { return migrated_; }

  private:
    Composition(FolderLock lock, DataFolder folder)
        : lock_(std::move(lock)), folder_(std::move(folder)) {}
    Result<Done> build(CompositionOptions options);

    FolderLock lock_;
    DataFolder folder_;
    std::shared_ptr<app::Services> services_ = std::make_shared<app::Services>();
    std::unique_ptr<app::App> app_;
    std::shared_ptr<void> watch_;  ///< first to go: it rings the bell
    int migrated_ = 0;
};

/// Brings the schema of the folder's database up to date and returns how many migrations were
/// applied. The caller holds the folder's lock.
[[nodiscard]] Result<int> migrate_database(const DataFolder& folder, Instant now);

/// The key file's keys; made with the first start, never beside a database that had others.
[[nodiscard]] Result<crypto::Keyring> load_keys(const DataFolder& folder);

}  // namespace jianghui::main
