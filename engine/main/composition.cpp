#include "engine/main/composition.hpp"

#include <filesystem>

#include "engine/access/access.hpp"
#include "engine/app/lease.hpp"
#include "engine/app/reference_data.hpp"
#include "engine/main/failure.hpp"

namespace jianghui::main {

Result<int> migrate_database(const DataFolder& folder, Instant now) {
    try {
        const auto database = store::open_database(folder.database());
        const auto connection = database->connect(store::Database::Use::write);
        return store::migrate(*connection, store::all_migrations(), now);
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
}

namespace {

/// A server's failure as an error of the program.
Result<bool> has_database(const DataFolder& folder) {
    try {
        return folder.has_database();
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
}

}  // namespace

Result<crypto::Keyring> load_keys(const DataFolder& folder) {
    auto loaded = crypto::Keyring::load(folder.keys());
    if (loaded || loaded.error().code != crypto::key_file_missing.code) return loaded;
    TRY(const bool used, has_database(folder));
    if (used) return refuse(error(keys_missing).with("file", folder.keys()));
    auto made = crypto::Keyring::generate(crypto::system_secrets());
    TRY_DO(made.create_file(folder.keys()));
    return made;
}

Result<std::unique_ptr<Composition>> Composition::open(CompositionOptions options) {
    DataFolder folder(options.folder, options.database);
    TRY(auto lock, FolderLock::take(folder));
    auto composition =
        std::unique_ptr<Composition>(new Composition(std::move(lock), std::move(folder)));
    try {
        TRY_DO(composition->build(std::move(options)));
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
    return composition;
}

Result<Done> Composition::build(CompositionOptions options) {
    // Keys first: a database must never exist without the keys that its rows are sealed with.
    TRY(auto keys, load_keys(folder_));
    auto clock = options.clock;
    if (!clock) clock = std::make_shared<SystemClock>(options.as_of);
    TRY(migrated_, migrate_database(folder_, clock->now()));

    auto database = store::open_database(folder_.database(), options.durability);
    auto bell = std::make_shared<journal::Bell>();
    // The commits of other processes; those of this one ring at once.
    watch_ = database->watch([bell] { bell->ring(); });
    auto node = database->node();
    if (database->shared())
        services_->provide(std::make_shared<app::Lease>(
            static_cast<std::int64_t>(system_seed() >> 1U)));
    auto store = std::make_shared<store::Store>(std::move(database), options.store);
    store->on_commit([bell] { bell->ring(); });
    services_->provide<store::Store>(store);
    services_->provide<journal::Bell>(bell);
    services_->provide<Clock>(clock);
    services_->provide<IdSource>(
        std::make_shared<IdSource>(options.seed ? *options.seed : system_seed(),
                                   std::move(node)));
    if (options.seed)
        services_->provide<crypto::SecretSource>(
            std::make_shared<crypto::SeededSecrets>(*options.seed));
    services_->provide<crypto::Keyring>(std::make_shared<crypto::Keyring>(std::move(keys)));
    services_->provide(
        std::make_shared<app::ReferenceData>(app::ReferenceData{options.reference}));
    services_->provide(std::make_shared<app::DataPlace>(app::DataPlace{folder_.path()}));
    services_->provide<DataFolder>(std::make_shared<DataFolder>(folder_));

    auto policy = std::make_shared<access::AccessPolicy>();
    policy->secure_cookie = options.secure_cookie;
    services_->provide<access::AccessPolicy>(std::move(policy));

    TRY(app_, app::App::create(services_, all_features()));
    if (services_->has<app::Authenticator>())
        app_->authenticate_with(services_->get<app::Authenticator>());
    return Done{};
}

Composition::~Composition() = default;

}  // namespace jianghui::main
