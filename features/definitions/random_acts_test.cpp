// Whatever is done to entries in whatever order: the machine holds, versions count up by one, and a
// unique value has one living entry.

#include <rapidcheck/gtest.h>

#include <map>

#include "features/definitions/api.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::definitions {
namespace random_acts_test {

using namespace registers;

constexpr std::string_view thing = R"(id = "thing"
version = 1
title = { zh = "物", en = "Thing" }
subject = "none"
counts = "everywhere"
number = "{place}-{serial:1}"
published = true
[[basis]]
text = "测试"
mark = "P"
[issuer]
levels = ["city"]
[[fields]]
id = "key"
title = { zh = "键", en = "Key" }
type = "integer"
unique = true
)";

/// What must be true, kept beside the database.
struct Model {
    struct Kept {
        EntryStatus status = EntryStatus::valid;
        int key = 0;
        std::int64_t version = 1;
    };
    std::map<std::int64_t, Kept> entries;
    [[nodiscard]] bool is_free(int key, std::int64_t but = 0) const {
        for (const auto& [id, kept] : entries)
            if (id != but && kept.key == key && !is_final(kept.status)) return false;
        return true;
    }
};

struct World {
    World() {
        const auto definition = read_definition<Register>(
            thing, "thing.toml", [](const Register&) { return std::vector<Fault>(); });
        Definitions<Register>::Versions versions;
        versions["thing"][1] = std::make_shared<const Register>(definition.value());
        bench.catalogue->replace(versions);
    }
    test::FeatureBench bench;
    app::Caller office = test::caller(app::Role::official);
    Model model;

    void issue_one(int key) {
        NewEntry wanted;
        wanted.place = {"510500"};
        wanted.valid_from_on = *parse_date("2026-01-01");
        wanted.values = {{"key", key}};
        const auto made = bench.run(office, [&](app::Command& command) {
            return issue(command, **bench.catalogue->current("thing"), wanted);
        });
        RC_ASSERT(made.has_value() == model.is_free(key));
        if (made) model.entries[made->id.number] = {EntryStatus::valid, key, 1};
    }
    void change_one(std::int64_t id, int key) {
        auto& kept = model.entries[id];
        const auto made = bench.run(office, [&](app::Command& command) {
            return change(command, **bench.catalogue->current("thing"), {id}, {{{"key", key}}, {}});
        });
        RC_ASSERT(made.has_value() == (!is_final(kept.status) && model.is_free(key, id)));
        if (!made) return;
        kept.key = key;
        RC_ASSERT(made->version == ++kept.version);
    }
    void step(std::int64_t id, EntryStep what) {
        auto& kept = model.entries[id];
        const auto expected = status_after(kept.status, what);
        const auto made = bench.run(office, [&](app::Command& command) {
            return take(command, {id}, {what, EntryReason::other, {}, {}});
        });
        RC_ASSERT(made.has_value() == expected.has_value());
        if (!made) return;
        kept.status = *expected;
        RC_ASSERT(made->status == kept.status);
        RC_ASSERT(made->version == ++kept.version);
    }
    void compare() {
        for (const auto& [id, kept] : model.entries) {
            const auto entry =
                bench.ask(office, [&](app::Query& query) { return find(query.db, {id}); });
            RC_ASSERT(entry.has_value());
            RC_ASSERT(entry->status == kept.status);
            RC_ASSERT(entry->values.at("key").as_int64() == kept.key);
            const auto versions =
                bench.ask(office, [&](app::Query& query) { return history(query.db, {id}); });
            RC_ASSERT(static_cast<std::int64_t>(versions.size()) == kept.version);
        }
    }
};

RC_GTEST_PROP(RandomActs, NeverBreakTheMachine, ()) {
    static World world;  // The database stays; keys of earlier runs stay taken, as the model knows.
    const auto acts = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 10'000));
    for (const int act : acts) {
        const int key = act % 7;
        auto& entries = world.model.entries;
        if (entries.empty() || act % 5 == 0) {
            world.issue_one(key);
            continue;
        }
        // Mostly the newest: the old ones have come to their end.
        auto entry = std::prev(entries.end());
        for (int back = act / 7 % 4; back > 0 && entry != entries.begin(); --back) --entry;
        if (act % 5 == 1) {
            world.change_one(entry->first, key);
        } else {
            world.step(entry->first, static_cast<EntryStep>(act / 31 % 6));
        }
    }
    world.compare();
}

}  // namespace random_acts_test
}  // namespace jianghui::definitions
