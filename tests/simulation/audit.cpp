#include "tests/simulation/audit.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"
#include "engine/journal/journal.hpp"
#include "tests/simulation/invariants.hpp"

namespace jianghui::simulation {
namespace {

using store::Statement;

struct Finding {
    int number = 0;
    std::int64_t offender = 0;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (number, offender))

/// On PostgreSQL: how far the database has come with things of a kind.
struct Progress {
    std::string what;
    std::int64_t last = 0;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (what, last))

constexpr Statement find_progress{
    "audit.find_progress",
    "SELECT what, MAX(number) AS last FROM audit_changes WHERE number > :change GROUP BY what ORDER BY what"};

constexpr Statement find_end{"audit.find_end", "SELECT MAX(position) FROM events"};

constexpr Statement find_file{"audit.find_file",
                              "SELECT file FROM pragma_database_list WHERE name = 'main'"};

constexpr Statement find_order{"audit.find_order",
                               "SELECT remaining, status FROM orders WHERE id = :id"};

/// Which rows of which table name what: the column of each kind of thing, and the beginning of the `kind` of
/// rows that do ("": all).
struct Watched {
    std::string_view table, what, column, kinds = "";
};
constexpr std::array watched{
    Watched{"orders", "order", "id"},
    Watched{"organisations", "agency", "id"},
    Watched{"shares", "order", "order_id"},
    Watched{"shares", "share", "id"},
    Watched{"shares", "agency", "agency"},
    Watched{"share_totals", "order", "order_id"},
    Watched{"agency_totals", "agency", "agency"},
    Watched{"share_defaults", "agency", "agency"},
    Watched{"share_defaults", "share", "share_id"},
    Watched{"seats", "seat", "id"},
    Watched{"seats", "share", "share_id"},
    Watched{"seats", "person", "person"},
    Watched{"person_days", "seat", "seat_id"},
    Watched{"quote_bids", "order", "order_id"},
    Watched{"counter_offers", "order", "order_id"},
    Watched{"standbys", "order", "order_id"},
    Watched{"change_answers", "order", "order_id"},
    Watched{"cancellation_claims", "order", "order_id"},
    Watched{"draws", "order", "order_id"},
    Watched{"draw_applications", "order", "order_id"},
    Watched{"nominations", "order", "order_id"},
    Watched{"timesheets", "timesheet", "id"},
    Watched{"timesheet_days", "timesheet", "timesheet_id"},
    Watched{"statements", "statement", "id"},
    Watched{"statement_lines", "statement", "statement_id"},
    Watched{"statement_lines", "timesheet", "timesheet_id"},
    Watched{"statement_versions", "statement", "statement_id"},
    Watched{"events", "order", "subject", "order."},
    Watched{"events", "order", "subject", "draw."},
    Watched{"events", "application", "subject", "draw."},
    Watched{"events", "order", "subject", "nomination."},
    Watched{"events", "share", "subject", "share."},
    Watched{"events", "seat", "subject", "seat."},
    Watched{"events", "timesheet", "subject", "timesheet."},
    Watched{"events", "statement", "subject", "statement."},
};

constexpr unsigned every_table = ~0U;

/// A bit for each of these tables. The watches of one table stand together.
unsigned bit_of(std::string_view table) {
    unsigned bit = 1;
    std::string_view last = watched.front().table;
    for (const auto& watch : watched) {
        if (watch.table != last) bit <<= 1U;
        if (watch.table == table) return bit;
        last = watch.table;
    }
    assertion_failed("a watched table", __FILE__, __LINE__);
}

bool names(std::string_view text, std::string_view table) {
    const auto goes_on = [&](std::size_t at) {
        return at < text.size() && (text[at] == '_' || (text[at] >= 'a' && text[at] <= 'z'));
    };
    for (auto at = text.find(table); at != std::string_view::npos; at = text.find(table, at + 1))
        if ((at == 0 || !goes_on(at - 1)) && !goes_on(at + table.size())) return true;
    return false;
}

/// Which of them an invariant reads: what else changed cannot break it.
unsigned tables_of(const Invariant& invariant) {
    unsigned tables = 0;
    for (const auto& watch : watched)
        if (names(invariant.offenders, watch.table)) tables |= bit_of(watch.table);
    return tables;
}

constexpr std::array acts{std::pair{"INSERT", "NEW"}, std::pair{"UPDATE", "NEW"},
                          std::pair{"DELETE", "OLD"}};

constexpr std::string_view own_indexes =
    "CREATE INDEX IF NOT EXISTS audit_live_shares ON shares (agency, seats) WHERE status IN ('held', 'staffing', "
    "'delivering');"
    "CREATE INDEX IF NOT EXISTS audit_defaults ON share_defaults (agency) WHERE closed_at IS NULL;"
    "CREATE INDEX IF NOT EXISTS audit_live_seats ON seats (person) WHERE status IN ('accepted', 'on_site');"
    "CREATE INDEX IF NOT EXISTS audit_change_answers ON change_answers (order_id, share_id);"
    "CREATE INDEX IF NOT EXISTS audit_lines_of_timesheet ON statement_lines (timesheet_id);";

/// The words of the notes on SQLite, by their numbers.
constexpr std::array<std::string_view, 8> noted_words{"order",  "share",     "agency",    "seat",
                                                      "person", "timesheet", "statement", "application"};

std::size_t number_of(std::string_view what) {
    const auto found = std::find(noted_words.begin(), noted_words.end(), what);
    ASSERT(found != noted_words.end());
    return static_cast<std::size_t>(found - noted_words.begin());
}

std::string concerns(const Watched& watch, std::string_view row) {
    if (watch.kinds.empty()) return "1 = 1";
    return fmt::format("substr({}.kind, 1, {}) = '{}'", row, watch.kinds.size(), watch.kinds);
}

/// What a trigger does: notes of each of these things in the memory of the process that makes the change,
/// for the simulation is one process.
std::string notes_in_memory(std::span<const Watched> watches, std::string_view row) {
    std::string text;
    for (const auto& watch : watches)
        text += fmt::format("SELECT audit_note({}, COALESCE({}.{}, 0), {}) WHERE {}; ", number_of(watch.what), row,
                            watch.column, bit_of(watch.table), concerns(watch, row));
    return text;
}

/// The same in a table.
std::string notes_in_table(std::span<const Watched> watches, std::string_view row) {
    std::string text;
    for (const auto& watch : watches)
        text += fmt::format("INSERT INTO audit_changes (what, id) SELECT '{}', COALESCE({}.{}, 0) WHERE {}; ", watch.what,
                            row, watch.column, concerns(watch, row));
    return text;
}

/// A trigger after `act` on the table of `watches`, which is one. On PostgreSQL the next world may be given the
/// emptied tables of the last one, with its triggers.
std::string trigger(bool postgres, int number, std::string_view act, std::span<const Watched> watches,
                    std::string_view row) {
    const auto table = watches.front().table;
    if (!postgres)
        return fmt::format("CREATE TRIGGER audit_note{} AFTER {} ON {} BEGIN {} END;", number, act, table,
                           notes_in_memory(watches, row));
    return fmt::format(
        "CREATE OR REPLACE FUNCTION audit_note{0}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {1} RETURN NULL; "
        "END $$; CREATE OR REPLACE TRIGGER audit_note{0} AFTER {2} ON {3} FOR EACH ROW EXECUTE FUNCTION "
        "audit_note{0}();",
        number, notes_in_table(watches, row), act, table);
}

std::span<const Watched> of_next_table(std::span<const Watched> left) {
    std::size_t count = 1;
    while (count < left.size() && left[count].table == left.front().table) ++count;
    return left.first(count);
}

std::string triggers(bool postgres) {
    std::string text(own_indexes);
    if (postgres)
        text += "CREATE TABLE IF NOT EXISTS audit_changes (number BIGSERIAL PRIMARY KEY, what TEXT NOT NULL, "
                "id BIGINT NOT NULL);";
    int number = 0;
    for (std::span<const Watched> left(watched); !left.empty();) {
        const auto watches = of_next_table(left);
        left = left.subspan(watches.size());
        for (const auto& [act, row] : acts) text += trigger(postgres, ++number, act, watches, row);
        // What a row belonged to before.
        for (const auto& watch : watches)
            if (watch.column != "id" && watch.table != "events")
                text += trigger(postgres, ++number, fmt::format("UPDATE OF {}", watch.column), {&watch, 1}, "OLD");
    }
    return text;
}

/// Puts into an invariant what its braces ask for, when it is asked about things of a kind, or about
/// everything.
class Writer {
  public:
    Writer(bool postgres, std::string_view about)
        : postgres_(postgres), about_(about), everything_(about.empty()) {}

    [[nodiscard]] std::string write(std::string_view text) const {
        std::string made;
        while (!text.empty()) {
            const auto open = text.find('{');
            made += text.substr(0, open);
            if (open == std::string_view::npos) break;
            const auto close = text.find('}', open);
            made += put(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
        return made;
    }

  private:
    [[nodiscard]] std::string put(std::string_view asked) const {
        const auto colon = asked.find(':');
        const auto word = asked.substr(0, colon);
        const auto rest = colon == std::string_view::npos ? "" : asked.substr(colon + 1);
        if (word == "all") return everything_ ? "1 = 1" : "1 = 0";
        if (word == "before") return everything_ ? "0" : ":position";
        if (word == "each")
            return postgres_ ? fmt::format("jsonb_array_elements(({})::jsonb) l(value)", rest)
                             : fmt::format("json_each({}) l", rest);
        if (word == "int" || word == "text") return member(word, rest);
        if (word == "elements") return elements(rest);
        if (word == "day") return day(rest);
        if (word == "days") return days(rest);
        if (word == "fresh") return everything_ ? "1 = 0" : fmt::format("{} > :position", rest);
        if (everything_ || word != about_) return "1 = 1";
        if (word == "new") return fmt::format("{} > :position", rest);
        return std::string(rest) + (postgres_ ? " = ANY (ARRAY(SELECT id FROM changed))" : " = :thing");
    }
    [[nodiscard]] std::string elements(std::string_view where) const {
        const auto [column, name] = halves(where);
        if (!postgres_) return fmt::format("json_each({}, '$.{}') l", column, name);
        return fmt::format("jsonb_array_elements_text(({})::jsonb->'{}') l(value)", column, name);
    }
    /// The day in China of an instant.
    [[nodiscard]] std::string day(std::string_view column) const {
        if (!postgres_) return fmt::format("date({} / 1000 + 28800, 'unixepoch')", column);
        return fmt::format("to_char(TIMESTAMP 'epoch' + ({} / 1000 + 28800) * INTERVAL '1 second', "
                           "'YYYY-MM-DD')",
                           column);
    }
    /// How many days there are from one to the other, both included.
    [[nodiscard]] std::string days(std::string_view which) const {
        const auto [from, to] = halves(which);
        if (!postgres_)
            return fmt::format("CAST(julianday({}) - julianday({}) + 1 AS INTEGER)", to, from);
        return fmt::format("(({})::date - ({})::date + 1)", to, from);
    }
    static std::pair<std::string_view, std::string_view> halves(std::string_view text) {
        const auto colon = text.find(':');
        return {text.substr(0, colon), text.substr(colon + 1)};
    }
    [[nodiscard]] std::string member(std::string_view type, std::string_view where) const {
        const auto [column, name] = halves(where);
        if (!postgres_) return fmt::format("json_extract({}, '$.{}')", column, name);
        const auto text = fmt::format("(({})::jsonb->>'{}')", column, name);
        return type == "int" ? text + "::bigint" : text;
    }
    bool postgres_;
    std::string_view about_;
    bool everything_;
};

bool is_about(const Invariant& invariant, std::string_view about) {
    return invariant.about == about ||
           invariant.offenders.find(fmt::format("{{{}:", about)) != std::string_view::npos;
}

/// The invariants about one kind of thing that read one of these tables as one statement, or all of all kinds; ""
/// when there are none. On PostgreSQL it asks about all things of the kind that were changed, since each question is a
/// journey; on SQLite, where making a list of them costs more than an answer, about `:thing`.
std::string question(bool postgres, std::string_view about, unsigned tables) {
    const bool everything = about.empty();
    std::string text, changed;
    if (!everything && postgres)
        changed = fmt::format("WITH changed AS MATERIALIZED (SELECT DISTINCT id FROM audit_changes WHERE "
                              "number > :change AND what = '{}') ",
                              about);
    const Writer writer(postgres, about);
    int number = 0;
    std::string_view between;
    for (const auto& invariant : invariants()) {
        const int own = number++;
        if (!everything && !is_about(invariant, about)) continue;
        if (tables != every_table && (tables_of(invariant) & tables) == 0) continue;
        text += fmt::format("{}SELECT {} AS number, x.offender AS offender FROM ({}) x",
                            std::exchange(between, " UNION ALL "), own,
                            writer.write(invariant.offenders));
    }
    return text.empty() ? text : changed + text;
}

}  // namespace

/// The statements live as long as the program: connections know them by their address.
class Auditor::Questions {
  public:
    explicit Questions(bool postgres) : postgres_(postgres) {}

    const Statement& everything() { return *find("", every_table); }
    /// What is asked about things of a kind of which rows of these tables were changed; null: nothing.
    const Statement* about(std::string_view what, unsigned tables) { return find(what, tables); }

    static Questions& of(bool postgres) {
        static Questions sqlite(false), postgresql(true);
        return postgres ? postgresql : sqlite;
    }

  private:
    struct Question {
        explicit Question(std::string words) : text(std::move(words)) {}
        const std::string text;
        const Statement statement{"audit.question", text};
    };
    const Statement* find(std::string_view about, unsigned tables) {
        const std::lock_guard lock(mutex_);
        const Question*& known = known_[{std::string(about), tables}];
        if (known == nullptr) known = &kept(question(postgres_, about, tables));
        return known->text.empty() ? nullptr : &known->statement;
    }
    /// Many sets of tables ask for the same, and each connection prepares what it is asked.
    const Question& kept(std::string text) {
        auto& one = questions_[text];
        if (!one) one = std::make_unique<Question>(std::move(text));
        return *one;
    }
    const bool postgres_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Question>> questions_;  ///< by their texts
    std::map<std::pair<std::string, unsigned>, const Question*> known_;
};

Auditor::Auditor(std::unique_ptr<store::Database> database, bool postgres)
    : database_(std::move(database)), questions_(Questions::of(postgres)) {
    database_->connect(store::Database::Use::write)->script(triggers(postgres));
    connection_ = database_->connect(store::Database::Use::read);
    if (postgres) {
        // One plan for all looks: making one takes longer than following it.
        connection_->script("SET plan_cache_mode = force_generic_plan; SET jit = off");
    } else {
        notes_ = Notes::of(store::Reader(*connection_).value<std::string>(find_file).value_or(""));
    }
}

Auditor::~Auditor() = default;

void Auditor::ask(const Statement& statement, std::int64_t thing, std::vector<std::string>& broken) {
    store::Reader(*connection_)
        .each<Finding>(statement,
                       store::arguments("thing", thing, "change", change_, "position", position_),
                       [&](Finding&& found) {
                           broken.push_back(fmt::format(
                               "{}: {}", invariants()[static_cast<std::size_t>(found.number)].words,
                               found.offender));
                       });
}

void Auditor::look_at_notes(std::vector<std::string>& broken) {
    for (const auto& [kind, thing, tables] : notes_->take()) {
        const auto what = noted_words[kind];
        orders_changed_ = orders_changed_ || what == "order";
        if (const auto* asked = questions_.about(what, tables)) ask(*asked, thing, broken);
    }
}

void Auditor::look_at_noted_rows(std::vector<std::string>& broken) {
    auto last = change_;
    for (const auto& seen : store::Reader(*connection_)
                                .all<Progress>(find_progress, store::arguments("change", change_))) {
        last = std::max(last, seen.last);
        orders_changed_ = orders_changed_ || seen.what == "order";
        if (const auto* asked = questions_.about(seen.what, every_table)) ask(*asked, 0, broken);
    }
    change_ = last;
}

void Auditor::look_at_events(std::vector<std::string>& broken) {
    const auto last = store::Reader(*connection_).value<std::int64_t>(find_end).value_or(0);
    if (last <= position_) return;
    if (const auto* asked = questions_.about("new", every_table)) ask(*asked, 0, broken);
    position_ = last;
}

/// Moves SQLite's log into its file: readers find pages there where they lie, and copy those in the log.
void Auditor::shorten_log() {
    constexpr int looks_between = 8;
    if (notes_ && ++looks_ % looks_between == 0) connection_->script("PRAGMA wal_checkpoint(PASSIVE)");
}

std::vector<std::string> Auditor::look_at_changes() {
    shorten_log();
    std::vector<std::string> broken;
    orders_changed_ = false;
    connection_->begin();
    notes_ ? look_at_notes(broken) : look_at_noted_rows(broken);
    look_at_events(broken);
    connection_->rollback();
    return broken;
}

std::vector<std::string> Auditor::look_at_everything() {
    auto broken = look_at_changes();
    connection_->begin();
    ask(questions_.everything(), 0, broken);
    connection_->rollback();
    return broken;
}

void Auditor::tamper(const std::string& sql) {
    // On SQLite a connection reads the text of all tables first, which takes longer than most looks.
    if (!tampers_) tampers_ = database_->connect(store::Database::Use::write);
    tampers_->script(sql);
}

OrderNow Auditor::order(const std::string& id) {
    connection_->begin();
    auto found = store::Reader(*connection_)
                     .one<OrderNow>(find_order, store::arguments("id", OrderId::parse(id)->number));
    connection_->rollback();
    return found.value_or(OrderNow{});
}

std::string Auditor::digest_of_journal() {
    std::string all;
    connection_->begin();
    const store::Reader reader(*connection_);
    for (std::int64_t after = 0;;) {
        const auto events = journal::after(reader, after, 1000);
        if (events.empty()) break;
        for (const auto& event : events)
            all += fmt::format("{} {} {} {} {}\n", event.position,
                               event.at.time_since_epoch().count(), event.kind,
                               event.subject.number, codec::json::serialize(event.data));
        after = events.back().position;
    }
    connection_->rollback();
    return crypto::sm3(all).hex();
}

}  // namespace jianghui::simulation
