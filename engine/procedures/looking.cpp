// Looking at files outside the write lane.

#include "engine/procedures/looking.hpp"

#include <algorithm>

#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {
namespace {

constexpr std::chrono::minutes remembered{1};

bool is_recent(Instant at, Instant now) {
    return at <= now ? now - at <= remembered : at - now <= remembered;
}

void look_at(const Looking& at, const FileRow& file) {
    at.services.get<FileLooks>().keep(file, content_of(at.db, file).holding, at.now);
}

/// Every text among the values that may be a file's id, those in rows too.
void collect(const codec::json::value& value, std::set<CaseFileId>& ids) {
    if (value.is_string()) {
        if (const auto id = CaseFileId::parse(std::string_view(value.get_string()))) ids.insert(*id);
    } else if (value.is_array()) {
        for (const auto& one : value.get_array()) collect(one, ids);
    } else if (value.is_object()) {
        for (const auto& member : value.get_object()) collect(member.value(), ids);
    }
}

/// Looks at the files that the values name and that the caller may bind: in the case, or her own that wait.
void look_at_named(const Looking& at, const access::Caller& caller, const codec::json::value& values,
                   std::optional<CaseId> within) {
    std::set<CaseFileId> named;
    collect(values, named);
    for (const auto id : named) {
        const auto file = find_file(at.db, id);
        if (!file) continue;
        if (file->case_id ? file->case_id == within : file->account == caller.account) look_at(at, *file);
    }
}

/// Looks at every file of the case and at those that its forms name.
void look_at_all(const Looking& at, const CaseRow& row, const std::vector<StepRow>& steps) {
    std::set<CaseFileId> seen;
    for (const auto& file : files_of(at.db, row.id)) {
        seen.insert(file.id);
        look_at(at, file);
    }
    std::set<CaseFileId> named;
    for (const auto& step : steps) collect(step.form_values, named);
    for (const auto id : named) {
        if (seen.count(id) > 0) continue;
        if (const auto file = find_file(at.db, id)) look_at(at, *file);
    }
}

/// Whether the step rests on all files of the case (check_all_files), or carries some into another (carry_files).
bool rests_on_all(const Step& step) {
    if (is_set(step.burdens)) return true;
    return step.effects && std::any_of(step.effects->begin(), step.effects->end(),
                                       [](const Rule& rule) { return rule.name.text == "open_case"; });
}

void look_before_clock(const Looking& at, const ClockRow& clock) {
    const auto row = find_case(at.db, clock.case_id);
    if (!row) return;
    const auto procedure =
        at.services.get<Catalogue>().version(row->procedure_id, row->definition_version);
    const CaseClock* defined = procedure ? (*procedure)->clock(clock.clock) : nullptr;
    if (defined == nullptr || !defined->at_end) return;
    const Step* step = (*procedure)->step(defined->at_end->text);
    if (step != nullptr && rests_on_all(*step)) look_at_all(at, *row, steps_of(at.db, row->id));
}

}  // namespace

void FileLooks::keep(const FileRow& file, Holding holding, Instant now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(looks_, [&](const auto& one) { return !is_recent(one.second.at, now); });
    looks_[file.id] = {file.name, file.bytes, file.digest, holding, now};
}

std::optional<Holding> FileLooks::of(const FileRow& file, Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = looks_.find(file.id);
    if (found == looks_.end()) return std::nullopt;
    const Look& look = found->second;
    const bool same = look.name == file.name && look.bytes == file.bytes && look.digest == file.digest;
    return same && is_recent(look.at, now) ? std::optional(look.holding) : std::nullopt;
}

void look_before_opening(const Looking& at, const access::Caller& caller, const codec::json::value& values) {
    look_at_named(at, caller, values, std::nullopt);
}

void look_before_step(const Looking& at, const access::Caller& caller, const CaseRow& row,
                      const StepWanted& wanted) {
    const auto procedure = at.services.get<Catalogue>().version(row.procedure_id, row.definition_version);
    const Step* step = procedure ? (*procedure)->step(wanted.step) : nullptr;
    if (step == nullptr) return;
    const auto steps = steps_of(at.db, row.id);
    if (!may_take(at.db, at.services, **procedure, row, steps, *step, caller, date_of(at.now),
                  wanted.for_colleague))
        return;
    look_at_named(at, caller, wanted.values, row.id);
    if (rests_on_all(*step)) look_at_all(at, row, steps);
}

bool look_before_clocks(const Looking& at, int limit) {
    const auto due = at.db.all<ClockRow>(sql::clocks_that_ring,
                                         store::arguments("now", at.now, "limit", limit));
    for (const auto& clock : due) look_before_clock(at, clock);
    return !due.empty();
}

std::vector<LookedAt> look_at_suspects(const Looking& at) {
    std::vector<LookedAt> looked;
    for (const auto id : at.services.get<SuspectFiles>().take()) {
        auto file = find_file(at.db, id);
        if (!file) continue;
        auto content = content_of(at.db, *file);
        content.bytes = std::string();  // They may be many.
        looked.push_back({std::move(*file), std::move(content)});
    }
    return looked;
}

}  // namespace jianghui::procedures
