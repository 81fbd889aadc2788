#include "engine/app/feature.hpp"

#include "features/proofs/endpoints.hpp"
#include "features/proofs/events.hpp"

namespace jianghui::proofs {

app::Feature feature() {
    const app::Roles office{app::Role::official, app::Role::inspector};
    constexpr std::size_t body_max = 16 << 20;
    app::Feature feature;
    feature.name = "proofs";
    feature.routes = {
        app::read_upload("POST /proofs", office, "proofs.upload", {"上传证明材料", "Upload a proof"},
                         body_max, read_proof, upload)
            .needs_key(),
        app::query("GET /proofs/{proof}/file", office, "proofs.read",
                   {"下载证明材料", "Download a proof"}, download),
    };
    feature.errors = {&proof_empty,    &proof_too_large, &proof_type_unknown,
                      &proof_day_full, &proof_year_full, &proof_unknown};
    feature.events = {&proof_uploaded};
    return feature;
}

}  // namespace jianghui::proofs
