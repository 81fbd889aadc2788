#pragma once
// What other features may ask of proofs.

#include "features/proofs/errors.hpp"
#include "features/proofs/model.hpp"

namespace jianghui::proofs {

/// The proof, if the caller's own office (or one below it) uploaded it. Fails with proof_unknown.
[[nodiscard]] Result<Proof> usable(const store::Reader& reader, const app::Caller& caller,
                                   ProofId id);

/// Its name, size and digest, or nothing.
[[nodiscard]] std::optional<ProofView> find_view(const store::Reader& reader, ProofId id);

}  // namespace jianghui::proofs
