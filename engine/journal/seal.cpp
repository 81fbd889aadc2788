#include "engine/journal/seal.hpp"

#include "engine/crypto/sealed_box.hpp"
#include "engine/journal/leaves.hpp"
#include "engine/journal/queries.hpp"

namespace jianghui::journal {
namespace {

const std::string no_block(64, '0');
constexpr std::string_view box_place = "journal_keys.secret";

struct KeyRow {
    int number = 0;
    std::string point;
    std::string secret_box;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (number, point, secret_box, made_at))

std::optional<KeyRow> newest_key(const store::Reader& reader) {
    return reader.one<KeyRow>(sql::newest_key);
}

/// Makes the first key; another process may have been faster.
void make_key(store::Store& store, const crypto::KeySet& keys, Instant now) {
    const auto key = crypto::Sm2PrivateKey::generate();
    KeyRow row{1, crypto::to_hex(key.public_key().point()),
               crypto::seal(keys, key.secret(), box_place, crypto::system_secrets()), now};
    store.write([&](store::Transaction& transaction) {
        return transaction.execute(sql::insert_key, store::members(row)) == 1;
    });
}

std::optional<Block> last_block(const store::Reader& reader) {
    return reader.one<Block>(sql::last_block);
}

std::optional<Block> block_after(const store::Reader& reader, const std::optional<Block>& last, const SealingKey& key, Instant now,
                                 int events_max) {
    const auto leaves = leaves_after(reader, last ? last->last_position : 0, events_max);
    if (leaves.empty()) return std::nullopt;
    Block block;
    block.number = last ? last->number + 1 : 1;
    block.first_position = leaves.front().position;
    block.last_position = leaves.back().position;
    block.root = root_of(digests_of(leaves)).hex();
    block.previous = last ? digest_of(*last).hex() : no_block;
    block.at = now;
    block.key_number = key.number;
    block.signature = crypto::to_hex(key.key.sign(digest_of(block).raw()).raw());
    return block;
}

}  // namespace

std::optional<crypto::Sm2PublicKey> key_of(const std::string& point) {
    const auto bytes = crypto::from_hex(point);
    auto key = crypto::Sm2PublicKey::from_point(bytes ? *bytes : crypto::Bytes());
    return key ? std::optional(std::move(*key)) : std::nullopt;
}

bool is_signed_by(const Block& block, const crypto::Sm2PublicKey& key) {
    const auto bytes = crypto::from_hex(block.signature);
    const auto signature = bytes ? crypto::Sm2Signature::from_raw(*bytes) : std::nullopt;
    return signature && key.verifies(digest_of(block).raw(), *signature);
}

Result<SealingKey> sealing_key(store::Store& store, const crypto::Keyring& keyring, Instant now) {
    const auto& keys = keyring.keys(crypto::KeyUse::field_encryption);
    auto row = store.read(newest_key);
    if (!row) {
        make_key(store, keys, now);
        row = store.read(newest_key);
    }
    if (!row) return refuse(not_found);
    TRY(const auto secret, crypto::open(keys, row->secret_box, box_place));
    TRY(auto key, crypto::Sm2PrivateKey::from_secret(secret));
    return SealingKey{row->number, std::move(key)};
}

std::optional<Block> next_block(const store::Reader& reader, const SealingKey& key, Instant now,
                                int events_max) {
    return block_after(reader, last_block(reader), key, now, events_max);
}

std::vector<Block> next_blocks(const store::Reader& reader, const SealingKey& key, Instant now, int events_max, int blocks_max) {
    std::vector<Block> blocks;
    for (auto last = last_block(reader); static_cast<int>(blocks.size()) < blocks_max; blocks.push_back(*last)) {
        last = block_after(reader, last, key, now, events_max);
        if (!last) break;
    }
    return blocks;
}

bool add_block(store::Transaction& transaction, const Block& block) {
    return transaction.execute(sql::insert_block, store::members(block)) == 1;
}

std::vector<Block> blocks_before(const store::Reader& reader, std::int64_t number, int limit) {
    return reader.all<Block>(sql::blocks_before,
                             store::arguments("before", number, "limit", limit));
}

std::vector<PublicKey> public_keys(const store::Reader& reader) {
    return reader.all<PublicKey>(sql::public_keys);
}

}  // namespace jianghui::journal
