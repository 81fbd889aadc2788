#include "features/audit/endpoints.hpp"
#include "features/audit/errors.hpp"
#include "features/audit/personal_data.hpp"

namespace jianghui::audit {

app::Feature feature() {
    app::Feature feature;
    feature.name = "audit";
    feature.routes = {
        app::query("GET /audit/blocks", app::anybody, "audit.blocks",
                   {"封存区块", "Sealed blocks"}, list_blocks),
        app::query("GET /audit/keys", app::anybody, "audit.keys",
                   {"封存公钥", "Public keys of the seals"}, list_keys),
        app::query("GET /audit/proofs/{position}", app::anybody, "audit.prove",
                   {"事件证明", "Proof of an event"}, show_proof)
            .runs_slow(),
    };
    feature.tasks = {{"audit.seal", std::chrono::seconds(5), seal}};
    feature.errors = {&journal_damaged, &journal::proof_malformed, &journal::proof_event_differs,
                      &journal::proof_signature_wrong, &journal::event_not_sealed};
    feature.commands = commands();
    feature.personal_data = personal_data();
    return feature;
}

}  // namespace jianghui::audit
