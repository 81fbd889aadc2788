#pragma once
// The API calls of proofs; see feature.cpp for who may make them.

#include "features/proofs/api.hpp"

namespace jianghui::proofs {

/// What the bytes are and their digest: before the write lane is asked.
Result<procedures::HandedIn> read_proof(const UploadProof& input, const std::string& bytes);
Result<ProofView> upload(app::Command& command, const UploadProof& input,
                         const procedures::HandedIn& handed);
Result<http::Reply> download(app::Query& query, const FindProof& input);

}  // namespace jianghui::proofs
