#include "features/demo/fill.hpp"

#include "engine/crypto/sm3.hpp"
#include "features/demo/errors.hpp"
#include "features/demo/queries.hpp"
#include "features/demo/world.hpp"

namespace jianghui::demo {
namespace {

struct Counted {
    std::string name;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (name, number))

bool is_empty(const store::Reader& reader) {
    // Definitions come into force at every start, by nobody: that is no content.
    return !reader.value<std::int64_t>(sql::somebody).has_value();
}

std::map<std::string, std::int64_t> count_all(const store::Reader& reader) {
    std::map<std::string, std::int64_t> counts;
    const auto by = [&](const std::string& what, const store::Statement& statement) {
        for (const auto& [name, number] : reader.all<Counted>(statement)) {
            counts[what + " " + name] = number;
            counts[what] += number;
        }
    };
    by("organisations", sql::organisations_by_status);
    by("orders", sql::orders_by_status);
    by("shares", sql::shares_by_status);
    by("seats", sql::seats_by_status);
    by("timesheets", sql::timesheets_by_status);
    by("statements", sql::statements_by_status);
    for (const auto& [name, number] : reader.all<Counted>(sql::overdue_by_level))
        if (name != "none") counts["statements overdue " + name] = number;
    counts["people"] = reader.value<std::int64_t>(sql::count_people).value_or(0);
    counts["accounts"] = reader.value<std::int64_t>(sql::count_accounts).value_or(0);
    counts["events"] = reader.value<std::int64_t>(sql::count_events).value_or(0);
    return counts;
}

std::string digest_of_journal(const store::Reader& reader) {
    constexpr int batch = 1000;
    crypto::Sm3 hash;
    for (std::int64_t position = 0;;) {
        const auto events = journal::after(reader, position, batch);
        if (events.empty()) return hash.finish().hex();
        // Definitions come into force when the program starts, whenever that is.
        for (const auto& event : events)
            if (event.kind != "definition.in_force") hash.add(codec::encode(event));
        position = events.back().position;
    }
}

/// Counts the figures and makes open data of what was published now, so that the first page that is opened has them.
void count_figures(app::App& app, Instant now, std::uint64_t seed) {
    IdSource ids(seed);
    const access::Caller nobody;
    for (const auto& feature : app.features()) {
        if (feature.name != "figures" && feature.name != "open_data") continue;
        for (const auto& job : feature.jobs)
            for (bool more = true; more;) {
                const auto done = app.services().get<store::Store>().write(
                    [&](store::Transaction& transaction) {
                        app::Command command(transaction, nobody, now, app.services(), ids);
                        const auto result = job.run(command);
                        more = result && *result;
                        return result.has_value();
                    });
                if (done != store::Work::Outcome::committed) break;
            }
    }
}

}  // namespace

Result<Filled> fill(app::App& app, const Fill& wanted) {
    auto& store = app.services().get<store::Store>();
    if (!store.read(is_empty)) return refuse(demo_not_empty);
    World world(app, wanted);
    tell_accounts(world);
    tell_organisations(world);
    tell_people(world);
    tell_orders(world);
    tell_payments(world);
    tell_showcase(world);
    tell_lending(world);
    tell_services(world);
    tell_bargains(world);
    tell_scarcity(world);
    tell_quarters(world);
    tell_pay_surveys(world);
    tell_rural_surveys(world);
    tell_duties(world);
    tell_cases(world);
    TRY_DO(world.run());
    count_figures(app, wanted.end, wanted.seed);
    Filled filled;
    store.read([&](const store::Reader& reader) {
        filled.counts = count_all(reader);
        filled.journal_digest = digest_of_journal(reader);
    });
    filled.accounts = std::move(world.accounts);
    return filled;
}

}  // namespace jianghui::demo
