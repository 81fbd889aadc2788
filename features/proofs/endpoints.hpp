#pragma once
// The API calls of proofs; see feature.cpp for who may make them.

#include "features/proofs/api.hpp"

namespace jianghui::proofs {

Result<ProofView> upload(app::Command& command, const UploadProof& input,
                         const std::string& bytes);
Result<http::Reply> download(app::Query& query, const FindProof& input);

}  // namespace jianghui::proofs
