// The walk over the whole journal.

#include <map>

#include <fmt/format.h>

#include "engine/journal/leaves.hpp"
#include "engine/journal/queries.hpp"
#include "engine/journal/seal.hpp"

namespace jianghui::journal {
namespace {

constexpr int blocks_at_once = 200;

class Walk {
  public:
    explicit Walk(const store::Reader& reader) : reader_(reader) {
        for (const auto& known : public_keys(reader))
            if (auto key = key_of(known.point)) keys_.emplace(known.number, std::move(*key));
    }

    Verification run() {
        for (;;) {
            const auto blocks = reader_.all<Block>(
                sql::blocks_after, store::arguments("after", found_.blocks, "limit", blocks_at_once));
            for (const auto& block : blocks) {
                found_.fault = fault_of(block);
                if (found_.fault) return found_;
                last_ = block.last_position;
                found_.head = digest_of(block).hex();
                ++found_.blocks;
                found_.events = last_;
            }
            if (blocks.size() < blocks_at_once) break;
        }
        found_.unsealed = last_position(reader_) - last_;
        if (found_.unsealed < 0) found_.fault = "the journal ends before its last block";
        return found_;
    }

  private:
    std::optional<std::string> fault_of(const Block& block) {
        const auto words = [&](std::string_view what) {
            return fmt::format("block {} (positions {} to {}): {}", block.number,
                               block.first_position, block.last_position, what);
        };
        if (block.number != found_.blocks + 1) return words("a block is missing before it");
        if (block.first_position != last_ + 1)
            return words("it does not begin where the one before ended");
        if (block.previous != found_.head) return words("it does not continue the one before");
        if (!is_signed(block)) return words("its signature is wrong");
        const auto count = block.last_position - block.first_position + 1;
        const auto leaves = leaves_after(reader_, last_, static_cast<int>(count));
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            const auto expected = block.first_position + static_cast<std::int64_t>(i);
            if (leaves[i].position != expected)
                return words(fmt::format("the event of position {} is missing", expected));
        }
        if (static_cast<std::int64_t>(leaves.size()) != count)
            return words("events are missing at its end");
        if (root_of(digests_of(leaves)).hex() != block.root) return words("an event in it was changed");
        return std::nullopt;
    }
    [[nodiscard]] bool is_signed(const Block& block) const {
        const auto key = keys_.find(block.key_number);
        return key != keys_.end() && is_signed_by(block, key->second);
    }

    const store::Reader& reader_;
    std::map<int, crypto::Sm2PublicKey> keys_;
    Verification found_{0, 0, 0, std::string(64, '0'), std::nullopt};
    std::int64_t last_ = 0;
};

}  // namespace

Verification verify(const store::Reader& reader) {
    return Walk(reader).run();
}

}  // namespace jianghui::journal
