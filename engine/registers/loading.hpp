#pragma once
// From the files to the definitions in force. The files are read at start and every few seconds;
// what passes and is new goes into the table `definitions` and the journal (definition.in_force), and
// every process takes the versions from the table when it sees that event. Registers and procedures
// are loaded alike:
//
//   const DefinitionSource<Register> source{DefinitionKind::registers, folder, faults};
//   TRY_DO(load_changed(services, source, catalogue));   // at start; the task calls it again
//   follow(reader, events, source, catalogue);           // the follower

#include <algorithm>
#include <filesystem>
#include <functional>

#include "engine/app/context.hpp"
#include "engine/registers/catalogue.hpp"
#include "engine/registers/definition_file.hpp"

namespace jianghui::registers {

enum class DefinitionKind { registers, procedures, measures };
BOOST_DESCRIBE_ENUM(DefinitionKind, registers, procedures, measures)

/// A row of `definitions`: a text that is or was in force.
struct DefinitionRow {
    DefinitionKind kind = DefinitionKind::registers;
    std::string id;
    std::int64_t version = 1;
    std::string digest;  ///< SM3 of the text, hexadecimal
    std::string text;
    Instant at;                            ///< since when
    std::optional<Instant> confirmed_at;   ///< an official confirmed what is marked K or P
    std::optional<AccountId> confirmed_by;
};
BOOST_DESCRIBE_STRUCT(DefinitionRow, (),
                      (kind, id, version, digest, text, at, confirmed_at, confirmed_by))

/// One file as it lies there.
struct DefinitionText {
    std::string file;  ///< its name without folders: "hr_service_licence.toml"
    std::string text;
    std::string digest;
};

/// Where the definitions of one sort lie and what must hold of one beyond its form.
template <class Definition>
struct DefinitionSource {
    DefinitionKind kind = DefinitionKind::registers;
    std::filesystem::path folder;
    std::function<std::vector<Fault>(const Definition&)> faults;
};

inline constexpr ErrorCode definition_changed{
    "definition_changed", Kind::conflict,
    "文件内容已改，但版本号没有增加，未采用。请把 version 加一。",
    "The text has changed under the same version and is not used. Raise `version`."};
inline constexpr ErrorCode definition_older{
    "definition_older", Kind::conflict, "文件的版本号低于现行版本，未采用。请把 version 改为更大的数。",
    "The version is lower than the one in force and is not used. Raise `version`."};
inline constexpr ErrorCode definition_gone{
    "definition_gone", Kind::conflict, "定义文件不见了，原版本继续有效。请放回文件。",
    "The file is gone; what it said stays in force. Put it back."};

inline constexpr journal::EventKind definition_in_force{
    "definition.in_force", "定义已生效", "A version of a definition came into force"};
inline constexpr journal::EventKind definition_confirmed{
    "definition.confirmed", "定义已确认", "A version of a definition was confirmed by an official"};

/// What definition.in_force and definition.confirmed say.
struct DefinitionEvent {
    DefinitionKind kind = DefinitionKind::registers;
    std::string id;
    std::int64_t version = 1;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(DefinitionEvent, (), (kind, id, version, digest))

/// The *.toml files of a folder by name; none when there is no such folder. Fails with
/// definition_malformed for a file that cannot be read.
[[nodiscard]] Result<std::vector<DefinitionText>> read_folder(const std::filesystem::path& folder);

/// Where the files of that sort lie: the folder "registers", "procedures" or "measures" beside data/.
[[nodiscard]] std::filesystem::path folder_of(const app::Services& services, DefinitionKind kind);

/// Every version that is or was in force, by id and version.
[[nodiscard]] std::vector<DefinitionRow> definition_rows(const store::Reader& reader,
                                                         DefinitionKind kind);
/// Keeps new rows; what another process kept first stays. The journal is told of every version but
/// those that a new database begins with: they are there before the first event.
void keep_definitions(store::Transaction& transaction, const std::vector<DefinitionRow>& rows);

/// An official says that the marked statements of this version hold; records definition.confirmed.
/// Fails with not_found.
[[nodiscard]] Result<Done> confirm_definition(app::Command& command, DefinitionKind kind,
                                              std::string_view id, std::int64_t version);

/// Whether the events say that a definition of that sort came into force.
[[nodiscard]] bool says_in_force(const std::vector<journal::Event>& events, DefinitionKind kind);

/// Says in the log what does not pass, file by file.
void log_refused(const std::vector<Refused>& refused);

/// One file read and found good.
template <class Definition>
struct GoodFile {
    Definition definition;
    DefinitionText text;
};

/// Reads the texts: the good ones, and what is wrong with the others. A file has the name of its id.
template <class Definition>
[[nodiscard]] std::vector<GoodFile<Definition>> read_texts(
    const std::vector<DefinitionText>& texts,
    const std::function<std::vector<Fault>(const Definition&)>& faults,
    std::vector<Refused>& refused) {
    std::vector<GoodFile<Definition>> good;
    for (const auto& one : texts) {
        auto read = read_definition<Definition>(
            one.text, one.file, [&](const Definition& definition) {
                auto found = faults(definition);
                if (definition.id.text + ".toml" != one.file)
                    found.push_back({"/id", {"文件名须是 id 加 .toml。",
                                             "The file's name is its id and .toml."}});
                return found;
            });
        if (read) {
            good.push_back({std::move(*read), one});
        } else {
            refused.push_back({one.file, std::move(read).error()});
        }
    }
    return good;
}

/// Which of the good files are new, compared with what is or was in force; the others that differ
/// are refused. Pure.
template <class Definition>
[[nodiscard]] std::vector<DefinitionRow> new_versions(
    const std::vector<GoodFile<Definition>>& files, const std::vector<DefinitionRow>& rows,
    DefinitionKind kind, Instant now, std::vector<Refused>& refused) {
    std::map<std::string, const DefinitionRow*> newest;
    for (const auto& row : rows) newest[row.id] = &row;  // By version: the last is the newest.
    std::vector<DefinitionRow> added;
    for (const auto& file : files) {
        const std::int64_t version = file.definition.version.value;
        const auto found = newest.find(file.definition.id.text);
        const DefinitionRow* present = found == newest.end() ? nullptr : found->second;
        if (present != nullptr && version < present->version) {
            refused.push_back({file.text.file, error(definition_older).at(file.text.file + ":1")});
        } else if (present != nullptr && version == present->version) {
            if (file.text.digest != present->digest)
                refused.push_back(
                    {file.text.file, error(definition_changed).at(file.text.file + ":1")});
        } else {
            added.push_back({kind, file.definition.id.text, version, file.text.digest,
                             file.text.text, now, {}, {}});
        }
    }
    return added;
}

/// The versions of the table as definitions; what is among `files` is not read again. A text that this
/// program cannot read any more is left out.
template <class Definition>
[[nodiscard]] typename Definitions<Definition>::Versions versions_of(
    const std::vector<DefinitionRow>& rows, const std::vector<GoodFile<Definition>>& files = {}) {
    typename Definitions<Definition>::Versions versions;
    for (const auto& row : rows) {
        const auto same = std::find_if(files.begin(), files.end(), [&](const auto& file) {
            return file.text.digest == row.digest && file.definition.id.text == row.id;
        });
        if (same != files.end()) {
            versions[row.id][row.version] = std::make_shared<const Definition>(same->definition);
            continue;
        }
        auto read = read_definition<Definition>(row.text, row.id + ".toml",
                                                [](const Definition&) { return std::vector<Fault>(); });
        if (read)
            versions[row.id][row.version] = std::make_shared<const Definition>(std::move(*read));
    }
    return versions;
}

/// Takes the versions in the table into memory.
template <class Definition>
void take_over(const store::Reader& reader, const DefinitionSource<Definition>& source,
               Definitions<Definition>& definitions) {
    definitions.replace(versions_of<Definition>(definition_rows(reader, source.kind)));
}

/// Reads the files, keeps what is new, and takes all versions into memory. Whether something came
/// into force. Fails only when the folder cannot be read or the table not be written; a file that
/// does not pass is listed in `refused()`.
template <class Definition>
[[nodiscard]] Result<bool> load(const app::Services& services,
                                const DefinitionSource<Definition>& source,
                                Definitions<Definition>& definitions) {
    TRY(const auto texts, read_folder(source.folder));
    std::vector<Refused> refused;
    const auto files = read_texts<Definition>(texts, source.faults, refused);
    auto& store = services.get<store::Store>();
    auto rows = store.read(
        [&](const store::Reader& reader) { return definition_rows(reader, source.kind); });
    const auto added =
        new_versions(files, rows, source.kind, services.get<Clock>().now(), refused);
    for (const auto& row : rows) {
        const auto same = [&](const auto& text) { return text.file == row.id + ".toml"; };
        const bool newest = &row == &rows.back() || (&row + 1)->id != row.id;
        if (newest && std::none_of(texts.begin(), texts.end(), same))
            refused.push_back({row.id + ".toml", error(definition_gone).at(row.id + ".toml:1")});
    }
    if (!added.empty()) {
        const auto outcome = store.write([&](store::Transaction& transaction) {
            keep_definitions(transaction, added);
            return true;
        });
        if (outcome != store::Work::Outcome::committed)
            return refuse(error(definition_malformed, {"定义未能写入数据库。", "The definitions could "
                                                                              "not be kept."}));
        rows = store.read(
            [&](const store::Reader& reader) { return definition_rows(reader, source.kind); });
    }
    definitions.replace(versions_of<Definition>(rows, files));
    definitions.set_refused(std::move(refused));
    return !added.empty();
}

/// `load`, when a file was changed, added or taken away since the last time: what does not pass is
/// then said in the log. Whether it was. For a feature's start and its task.
template <class Definition>
[[nodiscard]] Result<bool> load_changed(const app::Services& services,
                                        const DefinitionSource<Definition>& source,
                                        Definitions<Definition>& definitions) {
    TRY(const auto texts, read_folder(source.folder));
    std::string all;
    for (const auto& text : texts) all += text.file + text.digest;
    if (!definitions.are_new(std::move(all))) return false;
    TRY_DO(load(services, source, definitions));
    log_refused(definitions.refused());
    return true;
}

/// Takes over what another process brought into force. For a feature's follower.
template <class Definition>
void follow(const store::Reader& reader, const std::vector<journal::Event>& events,
            const DefinitionSource<Definition>& source, Definitions<Definition>& definitions) {
    if (says_in_force(events, source.kind)) take_over(reader, source, definitions);
}

}  // namespace jianghui::registers
