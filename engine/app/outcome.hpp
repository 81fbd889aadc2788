#pragma once
// Idempotency: what a command answered is kept with the command, under the caller's key. Refusals
// are not kept: they changed nothing, and a retry may be judged anew.

#include <map>

#include "engine/app/feature.hpp"
#include "engine/app/key_filter.hpp"

namespace jianghui::app {

/// SM3 over method, path and body, as hex: what a key stands for.
[[nodiscard]] std::string outcome_digest(const http::Request& request);

/// An answer as it was kept.
struct StoredOutcome {
    std::string digest;
    int status = 0;
    std::string reply;
};
BOOST_DESCRIBE_STRUCT(StoredOutcome, (), (digest, status, reply))

/// The stored answer to the account's key, or none.
[[nodiscard]] std::optional<StoredOutcome> find_outcome(const store::Reader& reader,
                                                        AccountId account, const std::string& key);
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

void keep_outcomes(store::Transaction& transaction, const std::vector<KeptOutcome>& outcomes,
                   KeyFilter& filter);
/// The same as a change that is made together with others.
[[nodiscard]] store::Change keeping(const std::vector<KeptOutcome>& outcomes, KeyFilter& filter);

/// What keys were answered with: what the database knows of them, read together, and what was
/// accepted since.
class KnownOutcomes {
  public:
    /// Asks what is stored of the account's key. Must outlive the readings' run.
    void ask(store::Readings& readings, AccountId account, const std::string& key);
    /// Nothing when the key was not answered yet.
    [[nodiscard]] const StoredOutcome* find(AccountId account, const std::string& key) const;
    void add(const KeptOutcome& kept);

  private:
    std::map<std::pair<std::int64_t, std::string>, StoredOutcome> known_;
};

/// A filter with the keys that are kept; an empty one where the database itself is to be asked, because
/// other programs write there too.
[[nodiscard]] std::shared_ptr<KeyFilter> filter_of_kept(const Services& services);

/// The executor's own job: forgets outcomes after two days.
[[nodiscard]] Feature outcome_feature();

}  // namespace jianghui::app
