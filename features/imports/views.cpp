#include "features/imports/views.hpp"

namespace jianghui::imports {

ImportView view_of(const ImportRow& row) {
    ImportView view;
    view.id = row.id;
    view.kind = row.kind;
    view.filename = row.filename;
    view.status = row.status;
    view.progress_per_mille = row.progress_per_mille;
    view.counts = counts_of(row.tally());
    view.form = row.form;
    view.columns = row.columns;
    view.notes = row.notes;
    if (!row.failure.empty()) view.failure = row.failure.front();
    view.created_at = row.created_at;
    view.finished_at = row.finished_at;
    return view;
}

RowView view_of(const StoredRow& row) {
    RowView view;
    view.row = row.row;
    view.outcome = row.outcome;
    view.summary = row.summary;
    view.faults = row.faults;
    view.suggestions = row.suggestions;
    view.notes = row.notes;
    if (!row.duplicate_of.empty()) {
        const auto& of = row.duplicate_of.front();
        DuplicateView duplicate;
        if (of.row > 0) duplicate.row = of.row;
        duplicate.reason = of.reason;
        duplicate.text = reason_text(of.reason);
        duplicate.similarity_per_mille = of.similarity_per_mille;
        view.duplicate_of = std::move(duplicate);
    }
    if (row.result) view.result = row.result->text();
    return view;
}

FormView view_of(const TableForm& form) {
    FormView view;
    view.format = form.format;
    view.encoding = form.encoding;
    if (form.delimiter != 0) view.delimiter = form.delimiter == '\t' ? "tab" : std::string(1, form.delimiter);
    view.sheet = printable(form.sheet);
    for (const auto& sheet : form.other_sheets) view.other_sheets.push_back(printable(sheet));
    if (view.other_sheets.size() > 100) view.other_sheets.resize(100);
    return view;
}

}  // namespace jianghui::imports
