#include "features/statements/store.hpp"

#include <set>

#include "features/statements/api.hpp"
#include "features/statements/queries.hpp"

namespace jianghui::statements {

void insert(store::Transaction& transaction, const StatementRow& statement) {
    transaction.execute(sql::insert_statement, store::members(statement));
}

bool update(store::Transaction& transaction, const StatementRow& before,
            const StatementRow& after) {
    return transaction.execute(
               sql::update_statement,
               store::members_and(after, "read_status", before.status, "read_version",
                                  before.version, "read_at", before.changed_at, "read_level",
                                  before.overdue_level)) == 1;
}

std::optional<StatementRow> find(const store::Reader& reader, StatementId statement) {
    return reader.one<StatementRow>(sql::find_statement, store::arguments("statement", statement));
}

std::optional<StatementRow> find_open(const store::Reader& reader, ShareId share,
                                      std::string_view month) {
    return reader.one<StatementRow>(sql::open_statement,
                                    store::arguments("share", share, "month", month));
}

int next_part(const store::Reader& reader, ShareId share, std::string_view month) {
    return reader.value<int>(sql::next_part, store::arguments("share", share, "month", month))
        .value_or(0);
}

void insert(store::Transaction& transaction, const LineRow& line) {
    transaction.execute(sql::insert_line, store::members(line));
}

void update(store::Transaction& transaction, const LineRow& line) {
    transaction.execute(sql::update_line, store::members(line));
}

std::vector<LineRow> lines_of(const store::Reader& reader, StatementId statement) {
    return reader.all<LineRow>(sql::lines_of, store::arguments("statement", statement));
}

int workers_of(const store::Reader& reader, StatementId statement) {
    std::set<std::int64_t> workers;
    for (const auto& line : lines_of(reader, statement))
        if (line.person) workers.insert(line.person->number);
    return static_cast<int>(workers.size());
}

std::optional<LineRow> line_of(const store::Reader& reader, StatementId statement,
                               TimesheetId timesheet) {
    return reader.one<LineRow>(sql::line_of_timesheet,
                               store::arguments("statement", statement, "timesheet", timesheet));
}

Fen billed_elsewhere(const store::Reader& reader, StatementId statement, TimesheetId timesheet) {
    return reader
        .value<Fen>(sql::billed_elsewhere,
                    store::arguments("statement", statement, "timesheet", timesheet))
        .value_or(Fen{});
}

bool has_fee_line(const store::Reader& reader, SeatId seat) {
    return reader.value<int>(sql::fee_lines_of_seat, store::arguments("seat", seat)).value_or(0) >
           0;
}

void retire(store::Transaction& transaction, const StatementRow& statement, Instant at,
            AccountId by, std::string_view reason) {
    transaction.execute(
        sql::insert_version,
        store::arguments("city", statement.city, "statement", statement.id, "version",
                         statement.version, "wage_fen", statement.wage_fen, "fee_fen",
                         statement.fee_fen, "total_fen", statement.total_fen, "at", at, "by", by,
                         "reason", reason));
    transaction.execute(sql::retire_lines, store::arguments("statement", statement.id));
}

std::vector<VersionView> replaced_versions(const store::Reader& reader, StatementId statement) {
    return reader.all<VersionView>(sql::versions_of, store::arguments("statement", statement));
}

bool has_lines(const store::Reader& reader, StatementId statement, const PayeeId& payee) {
    return reader
               .value<int>(sql::payee_lines,
                           store::arguments("statement", statement, "person", payee.person,
                                            "organisation", payee.organisation))
               .value_or(0) > 0;
}

int confirm_lines(store::Transaction& transaction, StatementId statement, const PayeeId& payee,
                  Instant now) {
    return static_cast<int>(transaction.execute(
        sql::confirm_lines, store::arguments("statement", statement, "person", payee.person,
                                             "organisation", payee.organisation, "now", now)));
}

bool all_confirmed(const store::Reader& reader, StatementId statement) {
    return reader.value<int>(sql::unconfirmed_lines, store::arguments("statement", statement))
               .value_or(0) == 0;
}

std::vector<Wage> wages_of(const store::Reader& reader, StatementId statement) {
    return reader.all<Wage>(sql::wages_of, store::arguments("statement", statement));
}

}  // namespace jianghui::statements
