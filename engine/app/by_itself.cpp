#include "engine/app/by_itself.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "engine/app/queries.hpp"

namespace jianghui::app {
namespace {

/// The code of a failure that no rule named.
constexpr std::string_view database_refused = "database_refused";

constexpr auto rests_for = std::chrono::minutes(1);

/// A row of clock_failures.
struct ClockFailure {
    std::string subject_kind;
    std::int64_t subject = 0;
    PlaceCode city;
    std::string code;
    Instant first_at;
    Instant last_at;
    int times = 0;
};
BOOST_DESCRIBE_STRUCT(ClockFailure, (), (subject_kind, subject, city, code, first_at, last_at, times))

/// Why `run` was not kept; nothing when it was.
std::optional<std::string> refusal_of(Command& command, const std::function<Result<Done>()>& run) {
    std::string code;
    try {
        const bool kept = command.db.attempt([&] {
            const auto done = run();
            if (!done) code = done.error().code;
            return done.has_value();
        });
        if (kept) return std::nullopt;
    } catch (const store::StoreFailure& failure) {
        using Cause = store::StoreFailure::Cause;
        if (failure.cause() != Cause::constraint && failure.cause() != Cause::broken) throw;
        spdlog::error("clock: the database refuses: {}", failure.what());
        code = database_refused;
    }
    return code;
}

}  // namespace

bool by_itself(Command& command, std::string_view clock, const Command::About& about,
               const std::function<Result<Done>()>& run) {
    const auto code = refusal_of(command, run);
    if (!code) {
        command.db.execute(sql::forget_clock_failure,
                           store::arguments("clock", clock, "kind", about.subject_kind, "subject",
                                            about.subject, "city", about.city));
        return true;
    }
    spdlog::error("clock={} {}={}: {}", clock, about.subject_kind, id_text(about.subject), *code);
    command.db.execute(sql::keep_clock_failure,
                       store::arguments("clock", clock, "kind", about.subject_kind, "subject",
                                        about.subject, "city", about.city, "code", *code, "now",
                                        command.now));
    return false;
}

bool may_try(const store::Reader& reader, std::string_view clock, const Command::About& about,
             Instant now) {
    const auto failed_at = reader.value<Instant>(
        sql::clock_failed_at, store::arguments("clock", clock, "kind", about.subject_kind, "subject",
                                               about.subject, "city", about.city));
    return !failed_at || *failed_at + rests_for <= now;
}

std::vector<Waiting> left_aside(const Query& query, std::string_view clock, const Text& what,
                                std::string_view path) {
    const bool keeps_the_server = query.caller.is(Role::system_administrator);
    std::vector<Waiting> waiting;
    for (const auto& row : query.db.all<ClockFailure>(sql::clock_failures_of,
                                                      store::arguments("clock", clock))) {
        if (!keeps_the_server && !query.caller.acts_in(row.city)) continue;
        waiting.push_back(
            {std::string(clock) + ".failed",
             {fmt::format("{}（系统会继续重试，已试 {} 次；原因代码 {}）", what.zh, row.times, row.code),
              fmt::format("{} (tried {} times and will be again; code {})", what.en, row.times,
                          row.code)},
             row.subject_kind, row.subject, std::nullopt, row.first_at,
             keeps_the_server ? "" : std::string(path) + id_text(row.subject)});
    }
    return waiting;
}

InboxSource inbox_of_left_aside(std::string name, std::string_view clock, Text what,
                                std::string path) {
    return {std::move(name), {Role::official, Role::system_administrator},
            [clock, what = std::move(what), path = std::move(path)](const Query& query, int) {
                return left_aside(query, clock, what, path);
            }};
}

}  // namespace jianghui::app
