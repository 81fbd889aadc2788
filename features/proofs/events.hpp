#pragma once
// What happens to a proof.

#include "engine/journal/journal.hpp"

namespace jianghui::proofs {

inline constexpr journal::EventKind proof_uploaded{"proof.uploaded", "上传证明材料",
                                                   "Proof uploaded"};

}  // namespace jianghui::proofs
