// The chain of custody of files: written act by act, read back from the journal.

#include "engine/procedures/custody_acts.hpp"

#include <utility>

#include "engine/crypto/crypto.hpp"
#include "engine/journal/of_subject.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/looking.hpp"
#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {
namespace {

constexpr std::string_view subject_kind = "case_file";

const journal::EventKind& kind_of(FileAct act) {
    switch (act) {
        case FileAct::uploaded: return file_uploaded;
        case FileAct::bound: return file_bound;
        case FileAct::sent: return file_sent;
        case FileAct::read: return file_read;
        case FileAct::altered: return file_found_altered;
        case FileAct::restored: return file_restored;
        case FileAct::forgotten: return file_forgotten_event;
    }
    return file_read;
}

std::optional<FileAct> act_of(std::string_view kind) {
    for (const auto act : {FileAct::uploaded, FileAct::bound, FileAct::sent, FileAct::read,
                           FileAct::altered, FileAct::restored, FileAct::forgotten})
        if (kind_of(act).name == kind) return act;
    return std::nullopt;
}

FileActed acted_on(const app::Command& command, const FileRow& file) {
    FileActed acted;
    acted.digest = file.digest;
    acted.case_id = file.case_id;
    if (command.caller.in_office() && command.caller.place) acted.place = command.caller.place;
    return acted;
}

void record_act(app::Command& command, FileAct act, const FileRow& file, const FileActed& acted) {
    command.record(kind_of(act), {file.city, subject_kind, file.id.number, {}, {}, {}}, acted);
}

/// The other place where a file that comes into the case can be read from then on.
std::optional<PlaceCode> other_place(const CaseRow& row, std::optional<Actor> by) {
    const bool by_counterpart =
        by == Actor::counterpart_official || by == Actor::counterpart_inspector;
    return row.counterpart && by_counterpart ? std::optional(row.place) : row.counterpart;
}

void note_sent_to(app::Command& command, const FileRow& file, CaseId in, const PlaceCode& place) {
    FileActed acted = acted_on(command, file);
    acted.case_id = in;
    acted.sent_to = place;
    record_act(command, FileAct::sent, file, acted);
}

}  // namespace

std::vector<CustodyLine> custody_of(const store::Reader& reader, CaseFileId file) {
    constexpr int a_page = 500;
    std::vector<CustodyLine> lines;
    for (std::int64_t after = 0;;) {
        const auto events = journal::of_subject_after(reader, file.number, after, a_page);
        for (const auto& event : events) {
            after = event.position;
            const auto act = act_of(event.kind);
            if (!act || event.subject_kind != subject_kind) continue;
            auto said = codec::decode_value<FileActed>(event.data);
            if (!said) continue;
            lines.push_back({*act, event.position, event.at, event.actor, std::move(*said)});
        }
        if (events.size() < a_page) return lines;
    }
}

FileContent content_of(const store::Reader& reader, const FileRow& file) {
    FileContent content;
    const auto kept =
        reader.value<std::string>(sql::case_file_content, store::arguments("file_id", file.id));
    const auto lines = custody_of(reader, file.id);
    content.digest = lines.empty() ? file.digest : lines.front().said.digest;
    const bool ended = !lines.empty() && lines.back().act == FileAct::forgotten;
    // Before there were chains, forgetting took out content and name.
    const bool ended_before = lines.empty() && file.name.empty() && kept && kept->empty();
    if (ended || ended_before) {
        content.holding = Holding::forgotten;
        return content;
    }
    auto bytes = crypto::from_base64url(kept.value_or(""));
    if (bytes) content.bytes = std::move(*bytes);
    content.found = crypto::sm3(content.bytes).hex();
    if (!bytes || content.found != content.digest || file.digest != content.digest)
        content.holding = Holding::altered;
    return content;
}

void note_condition(app::Command& command, const FileRow& file, const FileContent& content) {
    const bool altered = content.holding == Holding::altered;
    if (content.holding == Holding::forgotten || altered == file.altered_at.has_value()) return;
    const auto now = altered ? std::optional(command.now) : std::nullopt;
    if (command.db.execute(sql::mark_case_file,
                           store::arguments("altered_at", now, "file_id", file.id)) != 1)
        return;
    FileActed acted = acted_on(command, file);
    acted.digest = content.digest;
    if (altered) acted.found = content.found;
    record_act(command, altered ? FileAct::altered : FileAct::restored, file, acted);
}

void note_reading(app::Command& command, const FileRow& file, std::optional<Actor> as) {
    FileActed acted = acted_on(command, file);
    acted.by = as;
    record_act(command, FileAct::read, file, acted);
}

void note_upload(app::Command& command, const FileRow& file, const CaseRow* row) {
    FileActed acted = acted_on(command, file);
    acted.by = file.actor;
    record_act(command, FileAct::uploaded, file, acted);
    if (row == nullptr) return;
    if (const auto place = other_place(*row, file.actor)) note_sent_to(command, file, row->id, *place);
}

void note_binding(app::Command& command, const FileRow& file, const CaseRow& row,
                  const StepRow& line, const FieldPlace& where) {
    FileRow now = file;
    if (!file.case_id) now.city = row.city;
    FileActed acted = acted_on(command, now);
    acted.case_id = row.id;
    acted.by = line.actor;
    acted.timeline = line.id;
    acted.form = where.form;
    acted.field = where.field;
    record_act(command, FileAct::bound, now, acted);
    // One that was in the case went there when it came in; one of another case stays with that.
    if (file.case_id) return;
    if (const auto place = other_place(row, line.actor)) note_sent_to(command, now, row.id, *place);
}

void note_sending(app::Command& command, const CaseRow& row, const PlaceCode& place) {
    for (const auto& file : files_of(command.db, row.id))
        note_sent_to(command, file, row.id, place);
}

void note_forgetting(app::Command& command, const FileRow& file) {
    record_act(command, FileAct::forgotten, file, acted_on(command, file));
}

Result<Done> check_held(app::Command& command, const FileRow& file) {
    const auto holding = command.services.get<FileLooks>().of(file, command.now);
    if (!holding) return refuse(case_moved_on);
    if (*holding != Holding::altered) return Done{};
    command.services.get<SuspectFiles>().add(file.id);
    return refuse(file_altered);
}

void SuspectFiles::add(CaseFileId file) {
    const std::lock_guard lock(mutex_);
    files_.insert(file);
}

std::set<CaseFileId> SuspectFiles::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(files_, {});
}

}  // namespace jianghui::procedures
