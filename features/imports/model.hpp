#pragma once
// The vocabulary of imports as kept and shown. Member = JSON field = SQL column.

#include <optional>
#include <string>
#include <vector>

#include "engine/access/caller.hpp"
#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/imports/header_mapping.hpp"
#include "features/imports/outcome.hpp"
#include "features/imports/table.hpp"

namespace jianghui::imports {

BOOST_DESCRIBE_STRUCT(RowFault, (), (row, column, value, code, message, accepted))
BOOST_DESCRIBE_STRUCT(DuplicateOf, (), (row, reason, similarity_per_mille))

/// reading → ready → applying → done; failed from reading, when the file or the server gave out.
enum class ImportStatus { reading, ready, applying, done, failed };
BOOST_DESCRIBE_ENUM(ImportStatus, reading, ready, applying, done, failed)

/// How the file was understood.
struct FormView {
    std::string format;
    std::string encoding;
    std::string delimiter;
    std::string sheet;
    std::vector<std::string> other_sheets;
};
BOOST_DESCRIBE_STRUCT(FormView, (), (format, encoding, delimiter, sheet, other_sheets))

/// Why a list failed.
struct FailureView {
    std::string code;
    Text message;
};
BOOST_DESCRIBE_STRUCT(FailureView, (), (code, message))

/// A row of `imports`.
struct ImportRow {
    ImportId id;
    PlaceCode city;
    ImportKind kind = ImportKind::demand;
    std::string filename;
    std::string digest;
    ImportStatus status = ImportStatus::reading;
    AccountId account;
    access::Role role = access::Role::anonymous;
    PlaceCode place;
    std::optional<OrganisationId> organisation;
    FormView form;
    std::vector<ColumnMatch> columns;
    std::vector<Text> notes;
    int publish = 0;
    int progress_per_mille = 0;
    std::int64_t ready = 0;
    std::int64_t review = 0;
    std::int64_t duplicates = 0;
    std::int64_t refused = 0;
    std::int64_t imported = 0;
    std::vector<FailureView> failure;  ///< none or one
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> finished_at;

    /// Who sent it in, to act as.
    [[nodiscard]] access::Caller importer() const {
        access::Caller caller;
        caller.account = account;
        caller.role = role;
        caller.place = place;
        caller.organisation = organisation.value_or(OrganisationId{});
        return caller;
    }
    [[nodiscard]] Tally tally() const {
        return Tally({ready, review, duplicates, refused, imported});
    }
    void set(const Tally& tally) {
        ready = tally.of(Outcome::ready);
        review = tally.of(Outcome::review);
        duplicates = tally.of(Outcome::duplicate);
        refused = tally.of(Outcome::refused);
        imported = tally.of(Outcome::imported);
    }
};
BOOST_DESCRIBE_STRUCT(ImportRow, (),
                      (id, city, kind, filename, digest, status, account, role, place, organisation,
                       form, columns, notes, publish, progress_per_mille, ready, review, duplicates,
                       refused, imported, failure, created_at, changed_at, finished_at))

/// A row of `import_rows`.
struct StoredRow {
    ImportId import;
    PlaceCode city;
    std::int64_t row = 0;
    Outcome outcome = Outcome::refused;
    std::string summary;
    std::string title_key;
    std::vector<DuplicateOf> duplicate_of;  ///< none or one
    std::vector<RowFault> faults;
    std::vector<OccupationGuess> suggestions;
    std::vector<Text> notes;
    std::string content;
    std::optional<Id<struct ResultTag>> result;
};
BOOST_DESCRIBE_STRUCT(StoredRow, (),
                      (import, city, row, outcome, summary, title_key, duplicate_of, faults,
                       suggestions, notes, content, result))

/// Rows read = ready + review + duplicates + refused + imported.
struct Counts {
    std::int64_t read = 0;
    std::int64_t ready = 0;
    std::int64_t review = 0;
    std::int64_t duplicates = 0;
    std::int64_t refused = 0;
    std::int64_t imported = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (read, ready, review, duplicates, refused, imported))
[[nodiscard]] inline Counts counts_of(const Tally& tally) {
    return {tally.read(),
            tally.of(Outcome::ready),
            tally.of(Outcome::review),
            tally.of(Outcome::duplicate),
            tally.of(Outcome::refused),
            tally.of(Outcome::imported)};
}

/// A list as the API shows it.
struct ImportView {
    ImportId id;
    ImportKind kind = ImportKind::demand;
    std::string filename;
    ImportStatus status = ImportStatus::reading;
    int progress_per_mille = 0;  ///< of reading or of applying
    Counts counts;
    FormView form;
    std::vector<ColumnMatch> columns;
    std::vector<Text> notes;
    std::optional<FailureView> failure;
    Instant created_at;
    std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (id, kind, filename, status, progress_per_mille, counts, form, columns, notes,
                       failure, created_at, finished_at))

/// The earlier row that a row repeats, in words.
struct DuplicateView {
    std::optional<std::int64_t> row;  ///< none: what the register has already
    DuplicateReason reason = DuplicateReason::same_row;
    Text text;
    int similarity_per_mille = 1000;
};
BOOST_DESCRIBE_STRUCT(DuplicateView, (), (row, reason, text, similarity_per_mille))

/// A row as the API shows it. People's names are masked here.
struct RowView {
    std::int64_t row = 0;
    Outcome outcome = Outcome::refused;
    std::string summary;
    std::vector<RowFault> faults;
    std::vector<OccupationGuess> suggestions;
    std::vector<Text> notes;
    std::optional<DuplicateView> duplicate_of;
    std::optional<std::string> result;  ///< the order or person that it became
};
BOOST_DESCRIBE_STRUCT(RowView, (),
                      (row, outcome, summary, faults, suggestions, notes, duplicate_of, result))

/// POST imports?kind=&filename=
struct UploadList {
    ImportKind kind = ImportKind::demand;
    String<1, 200> filename;
    std::optional<String<1, 100>> sheet;  ///< of a spreadsheet; without it the first with content
    std::optional<bool> again;            ///< true: although the same file was imported before
};
BOOST_DESCRIBE_STRUCT(UploadList, (), (kind, filename, sheet, again))

struct FindImport {
    ImportId import;
};
BOOST_DESCRIBE_STRUCT(FindImport, (), (import))

struct ListImports {
    std::optional<ImportId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListImports, (), (cursor, limit))

/// GET imports/{import}/rows
struct ListRows {
    ImportId import;
    std::optional<Outcome> outcome;
    std::optional<Integer<0, 10'000'000>> cursor;  ///< the last row that is known
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListRows, (), (import, outcome, cursor, limit))

/// POST imports/{import}/rows/{row}/choose
struct ChooseForRow {
    ImportId import;
    Integer<1, 10'000'000> row;
    std::optional<OccupationCode> occupation;  ///< for rows in review
    std::optional<bool> same_title;            ///< also for the other rows in review of that title
    std::optional<bool> keep;                  ///< true: import a duplicate all the same
};
BOOST_DESCRIBE_STRUCT(ChooseForRow, (), (import, row, occupation, same_title, keep))

/// POST imports/{import}/apply
struct ApplyImport {
    ImportId import;
    std::optional<bool> publish;  ///< publish the orders that pass the post check
};
BOOST_DESCRIBE_STRUCT(ApplyImport, (), (import, publish))

/// GET imports/template?kind=
struct AskTemplate {
    ImportKind kind = ImportKind::demand;
};
BOOST_DESCRIBE_STRUCT(AskTemplate, (), (kind))

/// What the journal is told: counts, never content.
struct ImportFacts {
    ImportKind kind = ImportKind::demand;
    std::string format;
    Counts counts;
};
BOOST_DESCRIBE_STRUCT(ImportFacts, (), (kind, format, counts))

}  // namespace jianghui::imports
