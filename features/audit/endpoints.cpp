#include "features/audit/endpoints.hpp"

#include <algorithm>
#include <iterator>

#include "engine/app/event_catalogue.hpp"
#include "engine/app/page.hpp"

namespace jianghui::audit {
namespace {

constexpr int events_a_block = 10'000;
/// Added in one commit: a fraction of a second's work, and while a long journal is sealed others are held up less often.
constexpr int blocks_at_once = 4;

bool may_have_proof(const app::Query& query, const journal::Event& event) {
    const auto& caller = query.caller;
    if (caller.supervises(event.city)) return true;
    if (caller.organisation && (event.organisation == caller.organisation ||
                                event.counterpart == caller.organisation))
        return true;
    if (caller.person && event.person == caller.person) return true;
    const auto* kind = query.services.get<app::EventCatalogue>().find(event.kind);
    return kind != nullptr && kind->open && !event.person;
}

}  // namespace

Result<std::vector<BlockView>> list_blocks(app::Query& query, const ListBlocks& input) {
    const auto before =
        input.before ? input.before->value : std::numeric_limits<std::int64_t>::max();
    const int limit = app::limit_of(input.limit);
    std::vector<BlockView> shown;
    for (const auto& block : journal::blocks_before(query.db, before, limit))
        shown.push_back({block, journal::digest_of(block).hex()});
    return shown;
}

Result<std::vector<journal::PublicKey>> list_keys(app::Query& query, const app::Empty& /*none*/) {
    return journal::public_keys(query.db);
}

Result<journal::Proof> show_proof(app::Query& query, const FindProof& input) {
    const auto found = journal::after(query.db, input.position.value - 1, 1);
    if (found.empty() || found.front().position != input.position.value ||
        !may_have_proof(query, found.front()))
        return refuse(not_found);
    return journal::prove(query.db, input.position.value);
}

Result<bool> seal(const app::Services& services) {
    auto& store = services.get<store::Store>();
    const Instant now = services.get<Clock>().now();
    TRY(const auto key, journal::sealing_key(store, services.get<crypto::Keyring>(), now));
    const auto blocks = store.read([&](store::Reader& reader) {
        return journal::next_blocks(reader, key, now, events_a_block, blocks_at_once);
    });
    if (blocks.empty()) return false;
    store.write([&](store::Transaction& transaction) {
        return std::all_of(blocks.begin(), blocks.end(), [&](const auto& block) { return journal::add_block(transaction, block); });
    });
    return std::ssize(blocks) == blocks_at_once;
}

}  // namespace jianghui::audit
