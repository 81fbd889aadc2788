#include "features/imports/endpoints.hpp"

#include <fmt/format.h>

#include "engine/app/page.hpp"
#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/imports/csv_writer.hpp"
#include "features/imports/errors.hpp"
#include "features/imports/store.hpp"
#include "features/imports/views.hpp"
#include "features/imports/work.hpp"
#include "features/occupations/api.hpp"

namespace jianghui::imports {

namespace {
constexpr int busy_max = 2;  // lists of one account that are being read or applied
constexpr int batch = 500;

/// The caller's own list: made by this account, or by a colleague of the organisation.
Result<ImportRow> find_own(const store::Reader& reader, const app::Caller& caller,
                           ImportId import) {
    auto found = find(reader, import);
    const bool own =
        found && (found->account == caller.account ||
                  (caller.organisation && found->organisation == caller.organisation));
    if (!own) return refuse(not_found);
    return *std::move(found);
}

/// Agencies bring people, employers bring demand; an official may bring both.
bool may_import(const app::Caller& caller, ImportKind kind) {
    if (caller.is(app::Role::official)) return true;
    return caller.is(kind == ImportKind::demand ? app::Role::employer : app::Role::agency);
}

Result<Done> require_columns(const app::Caller& caller, const Reading& reading) {
    const bool names_employer = reading.mapping().find(Field::credit_code) != nullptr;
    if (reading.kind() == ImportKind::supply || caller.is(app::Role::employer) || names_employer)
        return Done{};
    return reading.require({Field::employer});
}

Result<ImportView> upload(app::Command& command, const UploadList& input,
                          const std::shared_ptr<Desk>& desk, const std::string& digest) {
    if (!may_import(command.caller, input.kind)) return refuse(not_allowed);
    TRY_DO(require_columns(command.caller, desk->reading));
    if (count_busy(command.db, command.caller.account) >= busy_max)
        return refuse(too_many_imports);
    if (!input.again.value_or(false))
        if (const auto same = same_file(command.db, command.caller.account, input.kind, digest))
            return refuse(error(import_repeated).with("import", same->text()));
    const ImportRow import =
        begin(command, {input.kind, input.filename.text, digest}, desk->reading);
    if (!command.services.get<Workbench>().put(import.id, desk)) return refuse(too_many_imports);
    return view_of(import);
}

/// Only for its description: the work is done by upload_route's own prepare.
Result<ImportView> describe_upload(app::Command& /*command*/, const UploadList& /*input*/,
                                   const std::string& /*body*/) {
    return refuse(internal_error);
}

http::Reply csv_reply(std::string body, std::string_view name) {
    http::Reply reply;
    reply.content_type = "text/csv; charset=utf-8";
    reply.headers.emplace_back("content-disposition",
                               fmt::format("attachment; filename=\"{}\"", name));
    reply.body = std::move(body);
    return reply;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) {
        if (!out.empty()) out += " | ";
        out += word;
    }
    return out;
}

void append_problems(std::string& csv, const StoredRow& row) {
    const auto number = fmt::format("{}", row.row);
    for (const auto& fault : row.faults)
        append_csv_row(csv, {number, fault.column, fault.value, fault.code, fault.message.zh,
                             fault.message.en, joined(fault.accepted)});
    if (row.outcome == Outcome::review) {
        std::vector<std::string> accepted;
        for (const auto& guess : row.suggestions)
            accepted.push_back(guess.code.text + " " + guess.name);
        append_csv_row(csv, {number, "", row.summary, "occupation_unsure", "请选择职业。",
                             "Choose the occupation.", joined(accepted)});
    }
    for (const auto& duplicate : row.duplicate_of) {
        if (row.outcome != Outcome::duplicate) continue;
        const auto text = reason_text(duplicate.reason);
        append_csv_row(csv, {number, "", row.summary,
                             std::string(codec::enum_text(duplicate.reason)),
                             fmt::format("与第 {} 行：{}。", duplicate.row, text.zh),
                             fmt::format("Row {}: {}.", duplicate.row, text.en), ""});
    }
}
}  // namespace

app::Route upload_route() {
    app::Route route = app::upload(
        "POST /imports", {app::Role::employer, app::Role::agency, app::Role::official},
        "imports.upload", {"上传需求或求职名单", "Send in a demand or supply list"},
        upload_bytes_max, describe_upload);
    route.prepare = [](const app::Input& input)
        -> Result<std::function<Result<http::Reply>(app::Command&)>> {
        TRY(UploadList in,
            codec::decode_request<UploadList>(input.path, input.request.query, nullptr));
        TableOptions options;
        if (in.sheet) options.sheet = in.sheet->text;
        auto digest = crypto::sm3(input.request.body).hex();
        TRY(Reading reading, Reading::open(input.request.body, in.kind, options));
        auto desk = std::make_shared<Desk>(std::move(reading));
        return [in = std::move(in), desk = std::move(desk), digest = std::move(digest)](
                   app::Command& command) -> Result<http::Reply> {
            TRY(ImportView view, upload(command, in, desk, digest));
            return app::detail::reply_of(std::move(view), 0);
        };
    };
    // Unpacking takes seconds where somebody means it to.
    return std::move(route).runs_slow();
}

Result<app::Page<ImportView>> list_all(app::Query& query, const ListImports& input) {
    const int limit = app::limit_of(input.limit);
    return app::page_of(list(query.db, query.caller, input.cursor, limit + 1), limit,
                        [](const auto& import) { return view_of(import); });
}

Result<ImportView> show(app::Query& query, const FindImport& input) {
    TRY(const ImportRow import, find_own(query.db, query.caller, input.import));
    return view_of(import);
}

Result<app::Page<RowView>> rows(app::Query& query, const ListRows& input) {
    TRY(const ImportRow import, find_own(query.db, query.caller, input.import));
    const int limit = app::limit_of(input.limit);
    const auto after = input.cursor ? input.cursor->value : 0;
    app::Page<RowView> page;
    for (const auto& row : list_rows(query.db, import.id, input.outcome, after, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = fmt::format("{}", page.items.back().row);
            break;
        }
        page.items.push_back(view_of(row));
    }
    return page;
}

namespace {
/// Puts the chosen occupation into a row in review and makes it ready.
Result<Done> settle(const app::Services& services, StoredRow& row, ImportKind kind,
                    const OccupationCode& occupation) {
    if (kind == ImportKind::demand) {
        DemandRow demand = demand_of(row);
        demand.occupation = occupation;
        demand.occupation_confidence_per_mille = 1000;  // a person has said so
        keep(row, demand);
    } else {
        TRY(SupplyRow supply, supply_of(services, row));
        std::erase(supply.occupations, occupation);
        supply.occupations.insert(supply.occupations.begin(), occupation);
        supply.unsure_occupations.clear();
        if (supply.occupations.size() > 8) supply.occupations.resize(8);
        keep(services, row, supply);
    }
    row.outcome = Outcome::ready;
    row.suggestions.clear();
    return Done{};
}

/// What a person chose for a row in review is evidence for the next title like it, where one choice
/// answers one title.
Result<Done> learn(app::Command& command, const StoredRow& row, ImportKind kind,
                   const OccupationCode& occupation) {
    std::string title;
    if (kind == ImportKind::demand) {
        title = demand_of(row).title;
    } else {
        TRY(const SupplyRow supply, supply_of(command.services, row));
        if (supply.unsure_occupations.size() == 1) title = supply.unsure_occupations.front();
    }
    (void)occupations::confirm(command, title, occupation);
    return Done{};
}

/// A duplicate that is to be imported all the same: ready when its occupation is known.
Result<Outcome> wanted_after_all(const app::Services& services, const StoredRow& row,
                                 ImportKind kind) {
    if (kind == ImportKind::demand)
        return demand_of(row).occupation ? Outcome::ready : Outcome::review;
    TRY(const SupplyRow supply, supply_of(services, row));
    return supply.unsure_occupations.empty() ? Outcome::ready : Outcome::review;
}

void keep_choice(app::Command& command, const StoredRow& row, Outcome before, Tally& tally) {
    const bool kept = update_row(command.db, row, before);
    ASSERT(kept);
    tally.move(before, row.outcome);
}

Result<Done> choose_for(app::Command& command, const ImportRow& import, StoredRow& row,
                        const ChooseForRow& input, Tally& tally) {
    const Outcome before = row.outcome;
    if (before == Outcome::duplicate && row.content.empty()) return refuse(row_not_open);
    if (before == Outcome::duplicate) {
        if (!input.keep.value_or(false)) return refuse(choice_missing);
        TRY(row.outcome, wanted_after_all(command.services, row, import.kind));
    }
    if (row.outcome == Outcome::review && input.occupation) {
        TRY_DO(settle(command.services, row, import.kind, *input.occupation));
    }
    if (before == Outcome::review && !input.occupation) return refuse(choice_missing);
    if (before != Outcome::review && before != Outcome::duplicate) return refuse(row_not_open);
    keep_choice(command, row, before, tally);
    return Done{};
}
}  // namespace

Result<RowView> choose(app::Command& command, const ChooseForRow& input) {
    TRY(ImportRow import, find_own(command.db, command.caller, input.import));
    if (import.status != ImportStatus::ready) return refuse(import_not_ready);
    auto row = find_row(command.db, import.id, input.row.value);
    if (!row) return refuse(not_found);
    const auto& tables = command.services.get<codes::Tables>();
    if (input.occupation && tables.find_occupation(*input.occupation) == nullptr)
        return refuse(error(unknown_code)
                          .at("/occupation")
                          .near(tables.nearest_occupations(input.occupation->text)));
    Tally tally = import.tally();
    const bool same_title = input.same_title.value_or(false) && !row->title_key.empty() &&
                            row->outcome == Outcome::review && input.occupation;
    if (input.occupation && row->outcome == Outcome::review)
        TRY_DO(learn(command, *row, import.kind, *input.occupation));
    TRY_DO(choose_for(command, import, *row, input, tally));
    for (std::int64_t after = 0; same_title;) {
        auto others = rows_of_title(command.db, import.id, row->title_key, after, batch);
        for (auto& other : others) {
            after = other.row;
            TRY_DO(choose_for(command, import, other, input, tally));
        }
        if (others.size() < batch) break;
    }
    import.set(tally);
    import.changed_at = command.now;
    if (!update(command.db, import, ImportStatus::ready)) return refuse(import_not_ready);
    return view_of(*row);
}

Result<ImportView> apply(app::Command& command, const ApplyImport& input) {
    TRY(ImportRow import, find_own(command.db, command.caller, input.import));
    import.status = ImportStatus::applying;
    import.publish = input.publish.value_or(false) && import.kind == ImportKind::demand ? 1 : 0;
    import.progress_per_mille = 0;
    import.changed_at = command.now;
    import.finished_at.reset();
    if (!update(command.db, import, ImportStatus::ready)) return refuse(import_not_ready);
    return view_of(import);
}

Result<http::Reply> errors_csv(app::Query& query, const FindImport& input) {
    TRY(const ImportRow import, find_own(query.db, query.caller, input.import));
    std::string csv(csv_mark);
    append_csv_row(csv, {"行 row", "列 column", "内容 value", "代码 code", "说明", "explanation",
                         "可接受的写法 accepted"});
    std::int64_t after = 0;
    while (true) {
        const auto found = list_rows(query.db, import.id, std::nullopt, after, batch);
        for (const auto& row : found) {
            append_problems(csv, row);
            after = row.row;
        }
        if (found.size() < batch) break;
    }
    return csv_reply(std::move(csv), "errors.csv");
}

Result<http::Reply> list_template(app::Query& /*query*/, const AskTemplate& input) {
    std::string csv(csv_mark);
    std::vector<std::string> titles;
    std::vector<std::string> example;
    for (const auto& field : fields_of(input.kind)) {
        if (!field.imported) continue;
        titles.push_back(field.title.zh);
        example.emplace_back(field.example);
    }
    append_csv_row(csv, titles);
    append_csv_row(csv, example);
    return csv_reply(std::move(csv), fmt::format("{}.csv", codec::enum_text(input.kind)));
}

}  // namespace jianghui::imports
