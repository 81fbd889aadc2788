#pragma once
// The API calls and the task of the sealed journal; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "engine/journal/seal.hpp"

namespace jianghui::audit {

/// A block with its digest, which chains the next one to it.
struct BlockView : journal::Block {
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(BlockView, (journal::Block), (digest))

/// GET audit/blocks: those before a number, newest first.
struct ListBlocks {
    std::optional<Integer<1, 9'000'000'000'000>> before;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListBlocks, (), (before, limit))

struct FindProof {
    Integer<1, 9'000'000'000'000> position;
};
BOOST_DESCRIBE_STRUCT(FindProof, (), (position))

Result<std::vector<BlockView>> list_blocks(app::Query& query, const ListBlocks& input);
Result<std::vector<journal::PublicKey>> list_keys(app::Query& query, const app::Empty& input);
/// Fails with not_found for an event that the caller may not see, and with event_not_sealed.
Result<journal::Proof> show_proof(app::Query& query, const FindProof& input);

/// Task: closes one block. Whether there may be more events to seal.
Result<bool> seal(const app::Services& services);

/// `jianghui audit …`.
[[nodiscard]] std::vector<app::CommandLine> commands();

}  // namespace jianghui::audit
