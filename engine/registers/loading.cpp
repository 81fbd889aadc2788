#include "engine/registers/loading.hpp"

#include <spdlog/spdlog.h>

#include <fstream>

#include "engine/app/reference_data.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/registers/queries.hpp"

namespace jianghui::registers {

namespace fs = std::filesystem;

Result<std::vector<DefinitionText>> read_folder(const fs::path& folder) {
    std::vector<DefinitionText> texts;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing)) {
        if (entry.path().extension() != ".toml") continue;
        const std::string file = entry.path().filename().string();
        std::ifstream in(entry.path(), std::ios::binary);
        std::string text(definition_bytes_max + 1, '\0');  // One more is refused by read_toml.
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        if (in.bad() || !in.is_open())
            return refuse(error(definition_malformed,
                                {"读不出定义文件。", "The file cannot be read."})
                              .at(file + ":1"));
        text.resize(static_cast<std::size_t>(in.gcount()));
        std::string digest = crypto::sm3(text).hex();
        texts.push_back({file, std::move(text), std::move(digest)});
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.file < b.file; });
    return texts;
}

fs::path folder_of(const app::Services& services, DefinitionKind kind) {
    const fs::path data = services.get<app::ReferenceData>().folder;
    return (data / ".." / std::string(codec::enum_text(kind)))
        .lexically_normal();
}

std::vector<DefinitionRow> definition_rows(const store::Reader& reader, DefinitionKind kind) {
    return reader.all<DefinitionRow>(sql::definitions, store::arguments("kind", kind));
}

void keep_definitions(store::Transaction& transaction, const std::vector<DefinitionRow>& rows) {
    const bool begins = !transaction.value<std::int64_t>(sql::any_definition);
    for (const auto& row : rows) {
        if (transaction.execute(sql::insert_definition, store::members(row)) == 0 || begins) continue;
        journal::NewEvent event;
        event.at = row.at;
        event.kind = definition_in_force.name;
        event.subject_kind = "definition";
        event.data = codec::encode(DefinitionEvent{row.kind, row.id, row.version, row.digest});
        journal::append(transaction, event);
    }
}

Result<Done> confirm_definition(app::Command& command, DefinitionKind kind, std::string_view id,
                                std::int64_t version) {
    const auto changed = command.db.execute(
        sql::confirm_definition, store::arguments("kind", kind, "id", id, "version", version, "now",
                                                  command.now, "by", command.caller.account));
    if (changed == 0) return refuse(not_found);
    command.record(definition_confirmed, {{}, "definition", 0, {}, {}, {}},
                   DefinitionEvent{kind, std::string(id), version, ""});
    return Done{};
}

bool says_in_force(const std::vector<journal::Event>& events, DefinitionKind kind) {
    const std::string wanted(codec::enum_text(kind));
    return std::any_of(events.begin(), events.end(), [&](const journal::Event& event) {
        return event.kind == definition_in_force.name && event.data.is_object() &&
               event.data.at("kind") == codec::json::value(wanted);
    });
}

void log_refused(const std::vector<Refused>& refused) {
    for (const auto& one : refused) spdlog::warn("{}: {}", one.file, one.error.message.en);
}

}  // namespace jianghui::registers
