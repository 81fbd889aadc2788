#pragma once
// What an App is made of, for the tests of this engine.

#include "engine/app/app.hpp"
#include "engine/store/migrated_for_test.hpp"

namespace jianghui::app {

/// A store on the place with the tables of this engine and the journal's, a clock that is moved by hand, numbers and a bell.
inline std::shared_ptr<Services> services_for_test(const store::DatabaseForTest& place) {
    auto services = std::make_shared<Services>();
    services->provide(std::make_shared<store::Store>(
        store::migrated(place, {PART_FOLDER "/migrations", PART_FOLDER "/../journal/migrations"}), store::Store::Options()));
    services->provide<Clock>(std::make_shared<ManualClock>(Instant(Milliseconds(1'800'000'000'000))));
    services->provide(std::make_shared<IdSource>(1));
    services->provide(std::make_shared<journal::Bell>());
    return services;
}

}  // namespace jianghui::app
