#pragma once
// Seals the journal in blocks, proves that an event stands in it, verifies the whole
// (docs/adr/0010). What is hashed is canonical JSON, so that anybody can hash the same.

#include "engine/crypto/keyring.hpp"
#include "engine/crypto/sm2.hpp"
#include "engine/journal/journal.hpp"
#include "engine/journal/merkle.hpp"

namespace jianghui::journal {

inline constexpr ErrorCode proof_malformed{
    "proof_malformed", Kind::invalid, "这不是有效的证明文件。请重新下载。",
    "This is no proof document. Download it again."};
inline constexpr ErrorCode proof_event_differs{
    "proof_event_differs", Kind::invalid, "证明中的事件与区块的根不符：事件、位置或路径被改动过。",
    "The event does not lead to the block's root: event, place or path was changed."};
inline constexpr ErrorCode proof_signature_wrong{
    "proof_signature_wrong", Kind::invalid, "区块的签名与公钥不符：区块被改动过，或公钥不是这个部署的。",
    "The block's signature does not belong to the key: the block was changed, or the key is "
    "another deployment's."};
inline constexpr ErrorCode event_not_sealed{
    "event_not_sealed", Kind::conflict, "该事件尚未封存，几秒后再试。",
    "This event is not sealed yet; retry in a few seconds."};

/// A sealed block. Digests and signature in lower-case hexadecimal.
struct Block {
    std::int64_t number = 0;
    std::int64_t first_position = 0;
    std::int64_t last_position = 0;
    std::string root;
    std::string previous;  ///< digest of the block before; 64 zeros for the first
    Instant at;
    int key_number = 0;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(Block, (), (number, first_position, last_position, root, previous, at,
                                  key_number, signature))

/// A key as everybody may know it. `point`: 65 bytes, 04 x y, in hexadecimal.
struct PublicKey {
    int number = 0;
    std::string point;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(PublicKey, (), (number, point, made_at))

/// The canonical form of an event: RFC 8785 of its columns without those that are NULL; ids are
/// texts, `at` is in milliseconds since 1970 UTC.
[[nodiscard]] std::string canonical_event(const Event& event);
/// The digest of a block's canonical form without its signature: what is signed and chained.
[[nodiscard]] Digest digest_of(const Block& block);

/// The key of a point in hexadecimal; nothing when it is none.
[[nodiscard]] std::optional<crypto::Sm2PublicKey> key_of(const std::string& point);
/// Whether the block carries this key's signature of its digest.
[[nodiscard]] bool is_signed_by(const Block& block, const crypto::Sm2PublicKey& key);

/// The newest key; made and kept with the first call. Waits for the write lane; fails when the
/// keyring is not the one that the secret was sealed with.
struct SealingKey {
    int number = 0;
    crypto::Sm2PrivateKey key;
};
[[nodiscard]] Result<SealingKey> sealing_key(store::Store& store, const crypto::Keyring& keyring,
                                             Instant now);

/// The block that continues the chain: at most `events_max` events after the last one, signed;
/// nothing when there are none. Reads only. O(events).
[[nodiscard]] std::optional<Block> next_block(const store::Reader& reader, const SealingKey& key,
                                              Instant now, int events_max);
/// The same again and again, each block continuing the one before it: at most so many.
[[nodiscard]] std::vector<Block> next_blocks(const store::Reader& reader, const SealingKey& key, Instant now, int events_max,
                                             int blocks_max);
/// Adds it; false when another process has added one of that number.
bool add_block(store::Transaction& transaction, const Block& block);

[[nodiscard]] std::vector<Block> blocks_before(const store::Reader& reader, std::int64_t number,
                                               int limit);
[[nodiscard]] std::vector<PublicKey> public_keys(const store::Reader& reader);

/// Everything that shows that one event stands in the journal, for who has the point from elsewhere.
struct Proof {
    std::string format;              ///< "jianghui-proof-1"
    boost::json::value event;        ///< in the members of its canonical form
    std::int64_t index = 0;          ///< of the event in its block, from 0
    std::int64_t count = 0;          ///< events of the block
    std::vector<std::string> path;   ///< from the leaf to the root
    Block block;
    std::string point;               ///< of the key that signed
};
BOOST_DESCRIBE_STRUCT(Proof, (), (format, event, index, count, path, block, point))

/// Fails with not_found, event_not_sealed.
[[nodiscard]] Result<Proof> prove(const store::Reader& reader, std::int64_t position);
/// Checks a proof from itself alone; with `point` also that this key signed. Fails with
/// proof_malformed, proof_event_differs, proof_signature_wrong.
[[nodiscard]] Result<Done> check_proof(const Proof& proof, std::optional<std::string> point = {});

/// What a walk over the whole journal found.
struct Verification {
    std::int64_t blocks = 0;
    std::int64_t events = 0;              ///< sealed ones
    std::int64_t unsealed = 0;            ///< newer than the last block
    std::string head;                     ///< digest of the last block
    std::optional<std::string> fault;     ///< the first one, in words with block and position
};
BOOST_DESCRIBE_STRUCT(Verification, (), (blocks, events, unsealed, head, fault))
/// Reads the journal once, in order; stops at the first fault.
[[nodiscard]] Verification verify(const store::Reader& reader);

}  // namespace jianghui::journal
