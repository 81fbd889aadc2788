// Files of cases: looked at, limited, hashed, kept; never run.

#include <algorithm>

#include "engine/crypto/crypto.hpp"
#include "engine/procedures/custody_acts.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"

namespace jianghui::procedures {
namespace {

constexpr std::string_view size_parameter = "case_file_bytes_max";
constexpr std::string_view waiting_parameter = "case_files_waiting_bytes_max";
constexpr std::string_view case_parameter = "case_files_bytes_max";

bool begins(std::string_view bytes, std::string_view with) {
    return bytes.substr(0, with.size()) == with;
}

/// An Office file is a ZIP archive whose directory, at its end, names the main part; one with macros
/// is not taken.
std::optional<FileType> office_type(std::string_view bytes) {
    if (bytes.find("vbaProject") != std::string_view::npos) return std::nullopt;
    if (bytes.find("[Content_Types].xml") == std::string_view::npos) return std::nullopt;
    if (bytes.find("word/document.xml") != std::string_view::npos) return FileType::docx;
    if (bytes.find("xl/workbook.xml") != std::string_view::npos) return FileType::xlsx;
    return std::nullopt;
}

bool plain_text(std::string_view bytes) {
    if (!code_points(bytes)) return false;
    if (begins(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (std::any_of(bytes.begin(), bytes.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
        }))
        return false;
    // What a browser or a shell would run is no plain text.
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    return bytes[first] != '<' && !begins(bytes.substr(first), "#!");
}

std::int64_t limit_of(const app::Command& command, std::string_view name) {
    const auto limit = command.services.get<World>().parameter(name, date_of(command.now));
    ASSERT(limit.has_value());
    return *limit;
}

Result<FileType> check_handed(const app::Command& command, const HandedIn& handed) {
    if (handed.bytes == 0) return refuse(case_file_empty);
    const auto limit = limit_of(command, size_parameter);
    if (handed.bytes > limit)
        return refuse(error(file_too_large).with("bytes_max", std::to_string(limit)));
    if (!handed.type) return refuse(file_type_unknown);
    return *handed.type;
}

}  // namespace

Result<Done> check_room(const app::Command& command, CaseId id, std::int64_t bytes) {
    const auto held =
        command.db.value<std::int64_t>(sql::case_file_bytes, store::arguments("case_id", id)).value_or(0);
    const auto limit = limit_of(command, case_parameter);
    if (held + bytes > limit) return refuse(error(case_files_full).with("bytes_max", std::to_string(limit)));
    return Done{};
}

std::string content_type_of(FileType type) {
    switch (type) {
        case FileType::pdf: return "application/pdf";
        case FileType::png: return "image/png";
        case FileType::jpeg: return "image/jpeg";
        case FileType::docx:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case FileType::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case FileType::text: return "text/plain; charset=utf-8";
    }
    return "application/octet-stream";
}

std::string plain_name(const std::string& name) {
    const auto slash = name.find_last_of("/\\");
    std::string kept = slash == std::string::npos ? name : name.substr(slash + 1);
    kept.erase(std::remove_if(kept.begin(), kept.end(),
                              [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"'; }),
               kept.end());
    return kept.empty() ? "file" : kept;
}

std::optional<FileType> sniffed(std::string_view bytes) {
    if (begins(bytes, "%PDF-")) return FileType::pdf;
    if (begins(bytes, "\x89PNG\r\n\x1A\n")) return FileType::png;
    if (begins(bytes, "\xFF\xD8\xFF")) return FileType::jpeg;
    if (begins(bytes, "PK\x03\x04")) return office_type(bytes);
    return plain_text(bytes) ? std::optional(FileType::text) : std::nullopt;
}

HandedIn handed_in(std::string_view bytes) {
    return {static_cast<std::int64_t>(bytes.size()), sniffed(bytes), crypto::sm3(bytes).hex(),
            crypto::to_base64url(bytes)};
}

Result<FileRow> upload(app::Command& command, const NewFile& wanted, const CaseRow* row,
                       std::optional<Relation> relation, const HandedIn& handed) {
    if (row != nullptr && row->closed_at) return refuse(case_closed);
    TRY(const FileType type, check_handed(command, handed));
    FileRow file;
    file.id = command.next_id<CaseFileId>();
    file.account = command.caller.account;
    file.city = row != nullptr ? row->city : city_of(command.caller.place);
    file.name = plain_name(wanted.name);
    file.type = type;
    file.bytes = handed.bytes;
    file.digest = handed.digest;
    file.at = command.now;
    if (row != nullptr) {
        TRY_DO(check_room(command, row->id, file.bytes));
        file.case_id = row->id;
        file.actor = actor_of(*relation, command.caller);
        const bool office = *relation == Relation::office || *relation == Relation::counterpart;
        file.audience = office ? wanted.audience : CaseAudience::parties;
    } else if (command.db.value<std::int64_t>(sql::waiting_file_bytes,
                                              store::arguments("account", file.account))
                       .value_or(0) + file.bytes > limit_of(command, waiting_parameter)) {
        return refuse(files_waiting);
    }
    command.db.execute(sql::insert_case_file, store::members(file));
    command.db.execute(sql::insert_case_file_content,
                       store::arguments("file_id", file.id, "city", file.city, "content",
                                        handed.content));
    note_upload(command, file, row);
    if (row != nullptr) {
        CaseChange change = change_of(*row);
        change.by = file.actor;
        change.digest = file.digest;
        record(command, case_file_added, *row, change);
    }
    return file;
}

Result<bool> forget_files(app::Command& command, int limit) {
    const auto old = command.db.all<FileRow>(
        sql::forgotten_case_files,
        store::arguments("before", command.now - std::chrono::hours(24), "limit", limit));
    for (const auto& file : old) {
        const auto which = store::arguments("file_id", file.id);
        if (command.db.execute(sql::delete_case_file, which) != 1) continue;
        command.db.execute(sql::delete_case_file_content, which);
        note_forgetting(command, file);
    }
    return old.size() == static_cast<std::size_t>(limit);
}

}  // namespace jianghui::procedures
