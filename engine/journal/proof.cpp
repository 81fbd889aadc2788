// One event's proof.

#include "engine/codec/canonical.hpp"
#include "engine/journal/leaves.hpp"
#include "engine/journal/queries.hpp"
#include "engine/journal/seal.hpp"

namespace jianghui::journal {
namespace {

constexpr std::string_view proof_format = "jianghui-proof-1";

std::optional<Digest> digest_from(const std::string& hex) {
    const auto bytes = crypto::from_hex(hex);
    Digest digest;
    if (!bytes || bytes->size() != digest.bytes.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), digest.bytes.begin());
    return digest;
}

/// The position that the event itself states: it must be the one that the block gives it.
std::optional<std::int64_t> stated_position(const boost::json::value& event) {
    const auto* object = event.if_object();
    const auto* position = object != nullptr ? object->if_contains("position") : nullptr;
    return position != nullptr && position->is_int64()
               ? std::optional<std::int64_t>(position->get_int64())
               : std::nullopt;
}

}  // namespace

Result<Proof> prove(const store::Reader& reader, std::int64_t position) {
    const auto event =
        reader.one<Event>(sql::event_at, store::arguments("position", position));
    if (!event) return refuse(not_found);
    const auto block = reader.one<Block>(sql::block_of, store::arguments("position", position));
    if (!block) return refuse(event_not_sealed);
    const auto key =
        reader.one<PublicKey>(sql::find_key, store::arguments("number", block->key_number));
    ASSERT(key.has_value());
    Proof proof;
    proof.format = proof_format;
    proof.event = boost::json::parse(canonical_event(*event));
    proof.index = position - block->first_position;
    proof.count = block->last_position - block->first_position + 1;
    const auto leaves = digests_of(
        leaves_after(reader, block->first_position - 1, static_cast<int>(proof.count)));
    for (const auto& digest : path_to(leaves, static_cast<std::size_t>(proof.index)))
        proof.path.push_back(digest.hex());
    proof.block = *block;
    proof.point = key->point;
    return proof;
}

Result<Done> check_proof(const Proof& proof, std::optional<std::string> point) {
    if (proof.format != proof_format || proof.path.size() > 64) return refuse(proof_malformed);
    std::vector<Digest> path;
    for (const auto& hex : proof.path) {
        const auto digest = digest_from(hex);
        if (!digest) return refuse(proof_malformed);
        path.push_back(*digest);
    }
    const auto root = digest_from(proof.block.root);
    const auto position = stated_position(proof.event);
    if (!root || !position || proof.index < 0 || proof.count < 1) return refuse(proof_malformed);
    const bool in_place =
        *position == proof.block.first_position + proof.index &&
        proof.count == proof.block.last_position - proof.block.first_position + 1;
    const auto found = root_from(leaf_of(codec::canonical(proof.event)),
                                 static_cast<std::uint64_t>(proof.index),
                                 static_cast<std::uint64_t>(proof.count), path);
    if (!in_place || found != root) return refuse(proof_event_differs);
    if (point && *point != proof.point) return refuse(proof_signature_wrong);
    const auto key = key_of(proof.point);
    if (!key || !is_signed_by(proof.block, *key)) return refuse(proof_signature_wrong);
    return Done{};
}

}  // namespace jianghui::journal
