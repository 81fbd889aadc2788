#pragma once
// Typed calls of queries.sql.

#include "features/statements/model.hpp"

namespace jianghui::statements {

void insert(store::Transaction& transaction, const StatementRow& statement);
/// Writes `after` unless the row is no longer as `before` was read; then false.
[[nodiscard]] bool update(store::Transaction& transaction, const StatementRow& before,
                          const StatementRow& after);
/// The draft or agreed statement of a share and month, if there is one.
[[nodiscard]] std::optional<StatementRow> find_open(const store::Reader& reader, ShareId share,
                                                    std::string_view month);
[[nodiscard]] int next_part(const store::Reader& reader, ShareId share, std::string_view month);

void insert(store::Transaction& transaction, const LineRow& line);
void update(store::Transaction& transaction, const LineRow& line);
/// The live lines, in the order of their making.
[[nodiscard]] std::vector<LineRow> lines_of(const store::Reader& reader, StatementId statement);
[[nodiscard]] std::optional<LineRow> line_of(const store::Reader& reader, StatementId statement,
                                             TimesheetId timesheet);
[[nodiscard]] Fen billed_elsewhere(const store::Reader& reader, StatementId statement,
                                   TimesheetId timesheet);
[[nodiscard]] bool has_fee_line(const store::Reader& reader, SeatId seat);

/// Keeps what the present version came to and takes its lines out of life.
void retire(store::Transaction& transaction, const StatementRow& statement, Instant at,
            AccountId by, std::string_view reason);
[[nodiscard]] std::vector<VersionView> replaced_versions(const store::Reader& reader,
                                                         StatementId statement);

/// Who confirms: a worker or an organisation.
struct PayeeId {
    PersonId person;
    OrganisationId organisation;
};
[[nodiscard]] bool has_lines(const store::Reader& reader, StatementId statement,
                             const PayeeId& payee);
/// Marks the payee's lines; how many were not marked before.
[[nodiscard]] int confirm_lines(store::Transaction& transaction, StatementId statement,
                                const PayeeId& payee, Instant now);
[[nodiscard]] bool all_confirmed(const store::Reader& reader, StatementId statement);

/// What a worker gets of a statement.
struct Wage {
    PersonId person;
    Fen amount_fen;
};
BOOST_DESCRIBE_STRUCT(Wage, (), (person, amount_fen))
[[nodiscard]] std::vector<Wage> wages_of(const store::Reader& reader, StatementId statement);

}  // namespace jianghui::statements
