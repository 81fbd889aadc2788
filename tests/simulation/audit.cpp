#include "tests/simulation/audit.hpp"

#include <array>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"
#include "engine/journal/journal.hpp"
#include "tests/simulation/invariants.hpp"

namespace jianghui::simulation {
namespace {

using store::Statement;

/// Rows of the statements: numbers below 0 say how far the database has come.
constexpr int last_change = -1, last_position = -2;

struct Finding {
    int number = 0;
    std::int64_t offender = 0;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (number, offender))

constexpr Statement find_order{"audit.find_order",
                               "SELECT remaining, status FROM orders WHERE id = :id"};

/// Which rows of which table name what: the column of each kind of thing.
struct Watched {
    std::string_view table, what, column;
};
constexpr std::array watched{
    Watched{"orders", "order", "id"},
    Watched{"shares", "order", "order_id"},
    Watched{"shares", "share", "id"},
    Watched{"shares", "agency", "agency"},
    Watched{"share_totals", "order", "order_id"},
    Watched{"agency_totals", "agency", "agency"},
    Watched{"seats", "seat", "id"},
    Watched{"seats", "share", "share_id"},
    Watched{"seats", "person", "person"},
    Watched{"person_days", "seat", "seat_id"},
    Watched{"quote_bids", "order", "order_id"},
    Watched{"counter_offers", "order", "order_id"},
    Watched{"standbys", "order", "order_id"},
    Watched{"change_answers", "order", "order_id"},
    Watched{"cancellation_claims", "order", "order_id"},
};

constexpr std::array acts{std::pair{"INSERT", "NEW"}, std::pair{"UPDATE", "NEW"},
                          std::pair{"DELETE", "OLD"}};

constexpr std::string_view own_indexes =
    "CREATE INDEX IF NOT EXISTS audit_live_shares ON shares (agency, seats) WHERE status IN ('held', 'staffing', "
    "'delivering');"
    "CREATE INDEX IF NOT EXISTS audit_defaults ON shares (agency) WHERE status = 'defaulted';"
    "CREATE INDEX IF NOT EXISTS audit_live_seats ON seats (person) WHERE status IN ('accepted', 'on_site');"
    "CREATE INDEX IF NOT EXISTS audit_change_answers ON change_answers (order_id, share_id);";

/// On PostgreSQL the next world may be given the emptied tables of the last one, with these.
std::string triggers(bool postgres) {
    std::string text(own_indexes);
    text += fmt::format("CREATE TABLE IF NOT EXISTS audit_changes (number {} PRIMARY KEY, what TEXT "
                        "NOT NULL, id BIGINT NOT NULL);",
                        postgres ? "BIGSERIAL" : "INTEGER");
    int number = 0;
    for (const auto& [table, what, column] : watched) {
        for (const auto& [act, row] : acts) {
            ++number;
            const auto insert = fmt::format(
                "INSERT INTO audit_changes (what, id) VALUES ('{}', {}.{});", what, row, column);
            if (postgres)
                text += fmt::format(
                    "CREATE OR REPLACE FUNCTION audit_note{0}() RETURNS trigger LANGUAGE plpgsql "
                    "AS $$ BEGIN {1} RETURN NULL; END $$;"
                    "CREATE OR REPLACE TRIGGER audit_note{0} AFTER {2} ON {3} FOR EACH ROW "
                    "EXECUTE FUNCTION audit_note{0}();",
                    number, insert, act, table);
            else
                text += fmt::format("CREATE TRIGGER audit_note{} AFTER {} ON {} BEGIN {} END;",
                                    number, act, table, insert);
        }
    }
    return text;
}

/// Puts into an invariant what its braces ask for.
class Writer {
  public:
    Writer(bool postgres, bool everything) : postgres_(postgres), everything_(everything) {}

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
        if (everything_) return "1 = 1";
        if (word == "new") return fmt::format("{} > :position", rest);
        const auto changed = fmt::format("SELECT id FROM changed WHERE what = '{}'", word);
        return postgres_ ? fmt::format("{} = ANY (ARRAY({}))", rest, changed)
                         : fmt::format("{} IN ({})", rest, changed);
    }
    [[nodiscard]] std::string member(std::string_view type, std::string_view where) const {
        const auto colon = where.find(':');
        const auto column = where.substr(0, colon), name = where.substr(colon + 1);
        if (!postgres_) return fmt::format("json_extract({}, '$.{}')", column, name);
        const auto text = fmt::format("(({})::jsonb->>'{}')", column, name);
        return type == "int" ? text + "::bigint" : text;
    }
    bool postgres_, everything_;
};

/// All invariants as one statement, so that a look is one round trip.
std::string question(bool postgres, bool everything) {
    std::string text;
    if (!everything)
        text = "WITH changed AS MATERIALIZED (SELECT DISTINCT what, id FROM audit_changes WHERE "
               "number > :change) ";
    text += fmt::format(
        "SELECT {} AS number, COALESCE(MAX(number), 0) AS offender FROM audit_changes "
        "UNION ALL SELECT {}, COALESCE(MAX(position), 0) FROM events",
        last_change, last_position);
    const Writer writer(postgres, everything);
    int number = 0;
    for (const auto& invariant : invariants())
        text += fmt::format(" UNION ALL SELECT {}, x.offender FROM ({}) x", number++,
                            writer.write(invariant.offenders));
    return text;
}

}  // namespace

/// The statements live as long as the program: connections know them by their address.
struct Auditor::Questions {
    explicit Questions(bool postgres)
        : changes_text(question(postgres, false)), everything_text(question(postgres, true)) {}
    std::string changes_text, everything_text;
    Statement changes{"audit.changes", changes_text};
    Statement everything{"audit.everything", everything_text};

    static const Questions& of(bool postgres) {
        static const Questions sqlite(false), postgresql(true);
        return postgres ? postgresql : sqlite;
    }
};

Auditor::Auditor(std::unique_ptr<store::Database> database, bool postgres)
    : database_(std::move(database)), questions_(&Questions::of(postgres)) {
    database_->connect(store::Database::Use::write)->script(triggers(postgres));
    connection_ = database_->connect(store::Database::Use::read);
    // One plan for all looks: making one takes longer than following it.
    if (postgres) connection_->script("SET plan_cache_mode = force_generic_plan; SET jit = off");
}

Auditor::~Auditor() = default;

std::vector<std::string> Auditor::ask(const Statement& statement) {
    std::vector<std::string> broken;
    connection_->begin();
    store::Reader(*connection_)
        .each<Finding>(statement, store::arguments("change", change_, "position", position_),
                       [&](Finding&& found) {
                           if (found.number == last_change) change_ = found.offender;
                           else if (found.number == last_position) position_ = found.offender;
                           else
                               broken.push_back(fmt::format(
                                   "{}: {}",
                                   invariants()[static_cast<std::size_t>(found.number)].words,
                                   found.offender));
                       });
    connection_->rollback();
    return broken;
}

std::vector<std::string> Auditor::look_at_changes() { return ask(questions_->changes); }
std::vector<std::string> Auditor::look_at_everything() { return ask(questions_->everything); }

void Auditor::tamper(const std::string& sql) {
    database_->connect(store::Database::Use::write)->script(sql);
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
