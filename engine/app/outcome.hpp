#pragma once
// Idempotency: what a command answered is kept with the command, under the caller's key. Refusals
// are not kept: they changed nothing, and a retry may be judged anew.

#include "engine/app/feature.hpp"

namespace jianghui::app {

/// SM3 over method, path and body, as hex: what a key stands for.
[[nodiscard]] std::string outcome_digest(const http::Request& request);

/// The stored answer, or none. Fails with idempotency_key_reused when the key stands for another
/// request.
[[nodiscard]] Result<std::optional<http::Reply>> find_outcome(const store::Reader& reader,
                                                              AccountId account,
                                                              const std::string& key,
                                                              const std::string& digest);
/// What a command answered, as it is kept.
struct KeptOutcome {
    AccountId account;
    std::string key;
    std::string digest;
    int status = 0;
    std::string reply;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(KeptOutcome, (), (account, key, digest, status, reply, at))

void keep_outcomes(store::Transaction& transaction, const std::vector<KeptOutcome>& outcomes);

/// The executor's own job: forgets outcomes after two days.
[[nodiscard]] Feature outcome_feature();

}  // namespace jianghui::app
