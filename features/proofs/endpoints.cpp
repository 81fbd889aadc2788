#include "features/proofs/endpoints.hpp"

#include <algorithm>

#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/proofs/events.hpp"
#include "features/proofs/queries.hpp"

namespace jianghui::proofs {
namespace {

using procedures::FileType;

constexpr std::int64_t bytes_max_otherwise = 10'485'760;
constexpr std::int64_t day_files_otherwise = 200;
constexpr std::int64_t year_bytes_otherwise = 2'147'483'648;

struct Uploaded {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Uploaded, (), (files, bytes))

Uploaded uploaded_since(const store::Reader& reader, const PlaceCode& place, Date since) {
    return *reader.one<Uploaded>(sql::uploaded_since,
                                 store::arguments("place", place, "since", start_of(since)));
}

/// Whether the office may bring so many bytes more today and this year. Fails with proof_day_full and
/// proof_year_full.
Result<Done> has_room(const app::Command& command, std::int64_t bytes) {
    const auto today = date_of(command.now);
    const auto limit = [&](std::string_view name, std::int64_t otherwise) {
        return command.services.get<codes::Tables>().parameter_or(name, today, otherwise);
    };
    const auto& place = command.caller.place;
    const auto files_max = limit("proof_day_files_max", day_files_otherwise);
    if (uploaded_since(command.db, place, today).files >= files_max)
        return refuse(error(proof_day_full).with("files_max", std::to_string(files_max)));
    const auto bytes_max = limit("proof_year_bytes_max", year_bytes_otherwise);
    const Date new_year = today.year() / std::chrono::January / 1;
    if (uploaded_since(command.db, place, new_year).bytes + bytes > bytes_max)
        return refuse(error(proof_year_full).with("bytes_max", std::to_string(bytes_max)));
    return Done{};
}

std::optional<Proof> find(const store::Reader& reader, ProofId id) {
    return reader.one<Proof>(sql::find_proof, store::arguments("proof", id));
}

ProofView view(const Proof& proof) {
    return {proof.id, proof.name, proof.bytes, proof.digest, proof.at};
}

/// How names of such files end; the first is added where none fits.
std::vector<std::string_view> endings_of(FileType type) {
    switch (type) {
        case FileType::pdf: return {".pdf"};
        case FileType::png: return {".png"};
        case FileType::jpeg: return {".jpg", ".jpeg"};
        case FileType::docx: return {".docx"};
        case FileType::xlsx: return {".xlsx"};
        case FileType::text: return {".txt", ".csv", ".md"};
    }
    return {".bin"};
}

bool ends_like(std::string name, FileType type) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto endings = endings_of(type);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// The name as it is offered again; it ends as the type of the bytes says.
std::string name_of(std::string name, FileType type) {
    std::erase(name, '\x7F');
    name = procedures::plain_name(name);
    if (!ends_like(name, type)) name += endings_of(type).front();
    return name;
}

}  // namespace

Result<Proof> usable(const store::Reader& reader, const app::Caller& caller, ProofId id) {
    auto proof = find(reader, id);
    if (!proof || !caller.supervises(proof->place)) return refuse(proof_unknown);
    return std::move(*proof);
}

std::optional<ProofView> find_view(const store::Reader& reader, ProofId id) {
    const auto proof = find(reader, id);
    return proof ? std::optional(view(*proof)) : std::nullopt;
}

Result<procedures::HandedIn> read_proof(const UploadProof& /*input*/, const std::string& bytes) {
    return procedures::handed_in(bytes);
}

Result<ProofView> upload(app::Command& command, const UploadProof& input,
                         const procedures::HandedIn& handed) {
    if (handed.bytes == 0) return refuse(proof_empty);
    const auto most = command.services.get<codes::Tables>().parameter_or(
        "case_file_bytes_max", date_of(command.now), bytes_max_otherwise);
    if (handed.bytes > most)
        return refuse(error(proof_too_large).with("bytes_max", std::to_string(most)));
    if (!handed.type) return refuse(proof_type_unknown);
    TRY_DO(has_room(command, handed.bytes));
    Proof proof{command.next_id<ProofId>(),
                city_of(command.caller.place),
                command.caller.place,
                name_of(input.name.text, *handed.type),
                *handed.type,
                handed.bytes,
                handed.digest,
                command.caller.account,
                command.now};
    command.db.execute(sql::insert_proof, store::members(proof));
    command.db.execute(sql::insert_content,
                       store::arguments("proof", proof.id, "city", proof.city, "content",
                                        handed.content));
    command.record(proof_uploaded, {proof.city, "proof", proof.id.number, {}, {}, {}},
                   ProofEvent{proof.place, proof.bytes, proof.digest});
    return view(proof);
}

Result<http::Reply> download(app::Query& query, const FindProof& input) {
    const auto proof = find(query.db, input.proof);
    if (!proof || !query.caller.supervises(proof->place)) return refuse(not_found);
    const auto content = query.db.value<std::string>(
        sql::find_content, store::arguments("proof", proof->id, "city", proof->city));
    const auto bytes = crypto::from_base64url(content.value_or(""));
    if (!bytes) return refuse(not_found);
    return http::untrusted_attachment(*bytes, procedures::content_type_of(proof->type), proof->name);
}

}  // namespace jianghui::proofs
