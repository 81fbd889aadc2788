#include "features/imports/header_mapping.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"
#include "features/imports/cell_values.hpp"

namespace jianghui::imports {

namespace {
constexpr int exact = 1000;
constexpr int contained = 900;          // times the share of the header that is known
constexpr int contained_least = 540;    // six tenths
constexpr std::size_t suggestions_max = 3;
constexpr std::size_t accepted_max = 8;
constexpr std::size_t header_characters_max = 40;

/// "薪资（元/月）*" → "薪资": what stands in brackets qualifies the header.
std::string without_brackets(std::string_view header) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : decode_utf8(half_width(header))) {
        if (c == U'(' || c == U'[' || c == U'【') ++depth;
        if (depth == 0) out += c;
        if ((c == U')' || c == U']' || c == U'】') && depth > 0) --depth;
    }
    return encode_utf8(out);
}

int confidence(const std::string& header, const std::string& known) {
    if (header == known) return exact;
    if (known.empty() || header.find(known) == std::string::npos) return 0;
    const auto share = static_cast<int>(contained * known.size() / header.size());
    return share >= contained_least ? share : 0;
}

/// A spelling made comparable once.
struct KnownHeader {
    std::string spelling;
    const FieldInfo* info = nullptr;
};

const std::vector<KnownHeader>& known_headers(ImportKind kind) {
    static const auto list_of = [](ImportKind of) {
        std::vector<KnownHeader> list;
        for (const auto& info : fields_of(of))
            for (const auto spelling : info.spellings) list.push_back({comparable(spelling), &info});
        return list;
    };
    static const std::vector<KnownHeader> demand = list_of(ImportKind::demand);
    static const std::vector<KnownHeader> supply = list_of(ImportKind::supply);
    return kind == ImportKind::demand ? demand : supply;
}

struct Candidate {
    const FieldInfo* info = nullptr;
    int confidence = 0;
};

Candidate best_field(ImportKind kind, const std::string& header) {
    Candidate best;
    for (const auto& known : known_headers(kind))
        if (const int found = confidence(header, known.spelling); found > best.confidence)
            best = {known.info, found};
    return best;
}

std::vector<std::string> all_spellings(ImportKind kind) {
    std::vector<std::string> list;
    for (const auto& info : fields_of(kind))
        for (const auto spelling : info.spellings) list.emplace_back(spelling);
    return list;
}

/// Headers that were not understood, with what they may have meant.
void add_suggestions(ImportKind kind, HeaderMapping& mapping) {
    const auto spellings = all_spellings(kind);
    for (auto& column : mapping.columns) {
        const std::string header = without_brackets(column.header);
        // Longer texts are no headers, and edit distance costs their length.
        if (!column.field && code_points(header).value_or(0) <= header_characters_max)
            column.suggestions = nearest(header, spellings, suggestions_max);
    }
}

std::size_t understood(const HeaderMapping& mapping) {
    return static_cast<std::size_t>(
        std::count_if(mapping.columns.begin(), mapping.columns.end(),
                      [](const ColumnMatch& column) { return column.field.has_value(); }));
}

/// The field's spellings, those nearest to a header of the file first.
std::vector<std::string> accepted_spellings(const FieldInfo& info, const HeaderMapping& mapping) {
    std::vector<std::string> spellings(info.spellings.begin(), info.spellings.end());
    std::vector<std::string> out;
    for (const auto& column : mapping.columns) {
        if (column.field ||
            code_points(column.header).value_or(header_characters_max + 1) > header_characters_max)
            continue;
        for (auto& near : nearest(column.header, spellings, 2))
            if (std::find(out.begin(), out.end(), near) == out.end()) out.push_back(near);
    }
    for (const auto& spelling : spellings) {
        if (out.size() >= accepted_max) break;
        if (std::find(out.begin(), out.end(), spelling) == out.end()) out.push_back(spelling);
    }
    out.resize(std::min(out.size(), accepted_max));
    return out;
}
}  // namespace

const ColumnMatch* HeaderMapping::find(Field field) const {
    for (const auto& column : columns)
        if (column.field == field && column.imported) return &column;
    return nullptr;
}

namespace {
/// Every column by itself; headers longer than any title are no headers.
HeaderMapping match_columns(ImportKind kind, const TableRow& row) {
    HeaderMapping mapping;
    mapping.row = row.number;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string header = half_width(printable(row.cells[i]));
        if (header.empty()) continue;
        ColumnMatch match;
        match.column = static_cast<std::int64_t>(i);
        match.header = header;
        std::string known = comparable(without_brackets(header));
        if (known.empty()) known = comparable(header);
        const auto best = best_field(kind, known);
        if (best.info != nullptr) {
            match.field = best.info->field;
            match.confidence_per_mille = best.confidence;
            match.imported = best.info->imported;
        }
        mapping.columns.push_back(std::move(match));
    }
    // A field has one column: the surest one.
    for (auto& column : mapping.columns) {
        if (!column.field || !column.imported) continue;
        for (auto& other : mapping.columns) {
            if (&other == &column || other.field != column.field || !other.imported) continue;
            const bool keeps = column.confidence_per_mille > other.confidence_per_mille ||
                               (column.confidence_per_mille == other.confidence_per_mille &&
                                column.column < other.column);
            (keeps ? other : column).imported = false;
            if (!keeps) break;
        }
    }
    return mapping;
}
}  // namespace

HeaderMapping map_headers(ImportKind kind, const TableRow& row) {
    HeaderMapping mapping = match_columns(kind, row);
    add_suggestions(kind, mapping);
    return mapping;
}

Result<HeaderMapping> find_header(ImportKind kind, const std::vector<TableRow>& first_rows) {
    HeaderMapping best;
    for (const auto& row : first_rows) {
        HeaderMapping mapping = match_columns(kind, row);
        if (best.row == 0 || understood(mapping) > understood(best)) best = std::move(mapping);
    }
    add_suggestions(kind, best);
    TRY_DO(check_columns(kind, best));
    return best;
}

Result<TitledColumns> find_titles(TableReader& table, const std::vector<std::string>& titles) {
    constexpr std::size_t rows_searched = 10;
    for (std::size_t tries = 0; tries < rows_searched; ++tries) {
        TRY(const auto row, table.next());
        if (!row) break;
        TitledColumns at;
        for (std::size_t i = 0; i < row->cells.size(); ++i) at.emplace(half_width(row->cells[i]), i);
        if (std::all_of(titles.begin(), titles.end(),
                        [&](const auto& title) { return at.count(title) > 0; }))
            return at;
    }
    return refuse(error(columns_missing).near(titles));
}

Result<Done> check_columns(ImportKind kind, const HeaderMapping& mapping,
                           const std::vector<Field>& also_required) {
    Error missing = error(columns_missing);
    for (const auto& info : fields_of(kind)) {
        const bool required =
            info.required || std::find(also_required.begin(), also_required.end(), info.field) !=
                                 also_required.end();
        if (!required || mapping.find(info.field) != nullptr) continue;
        Error single = error(
            columns_missing,
            Text{fmt::format("缺少“{}”一列。", info.title.zh),
                 fmt::format("The column \"{}\" is missing.", info.title.en)});
        single.path = codec::enum_text(info.field);
        single.nearest = accepted_spellings(info, mapping);
        missing.errors.push_back(std::move(single));
    }
    if (!missing.errors.empty()) return refuse(std::move(missing));
    return Done{};
}

}  // namespace jianghui::imports
