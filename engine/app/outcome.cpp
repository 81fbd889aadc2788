#include "engine/app/outcome.hpp"

#include <spdlog/spdlog.h>

#include "engine/app/pending.hpp"
#include "engine/app/queries.hpp"
#include "engine/app/slow_change.hpp"
#include "engine/crypto/sm3.hpp"

namespace jianghui::app {
namespace {

struct Key {
    AccountId account;
    std::string idempotency_key;
};
BOOST_DESCRIBE_STRUCT(Key, (), (account, idempotency_key))

}  // namespace

std::shared_ptr<KeyFilter> filter_of_kept(const Services& services) {
    auto& store = services.get<store::Store>();
    if (store.shared()) return std::make_shared<KeyFilter>(64);
    auto filter = std::make_shared<KeyFilter>();
    const Instant now = services.get<Clock>().now();
    store.read([&](store::Reader& reader) {
        reader.each<Key>(sql::kept_keys, {}, [&](Key&& key) {
            filter->add(key.account, key.idempotency_key, now);
        });
    });
    return filter;
}

namespace {

Result<bool> forget_old_outcomes(Command& command) {
    command.db.execute(sql::delete_old_outcomes,
                       store::arguments("before", command.now - std::chrono::hours(48)));
    return false;
}

}  // namespace

std::string outcome_digest(const http::Request& request) {
    std::string text(http::method_text(request.method));
    text += ' ';
    text += request.path;
    for (const auto& [name, value] : request.query) text += '&' + name + '=' + value;
    text += '\n';
    text += request.body;
    return crypto::sm3(text).hex();
}

std::optional<StoredOutcome> find_outcome(const store::Reader& reader, AccountId account,
                                          const std::string& key) {
    return reader.one<StoredOutcome>(sql::find_outcome,
                                     store::arguments("account", account, "key", key));
}

store::Change keeping(const std::vector<KeptOutcome>& outcomes, KeyFilter& filter) {
    // Before the commit: a key is in the filter when its answer goes out, and one too many is no harm.
    for (const auto& kept : outcomes) filter.add(kept.account, kept.key, kept.at);
    return {&sql::insert_outcome, store::members_of_all(outcomes)};
}

void keep_outcomes(store::Transaction& transaction, const std::vector<KeptOutcome>& outcomes,
                   KeyFilter& filter) {
    const auto change = keeping(outcomes, filter);
    transaction.execute_all(*change.statement, change.rows);
}

void KnownOutcomes::ask(store::Readings& readings, AccountId account, const std::string& key) {
    readings.each<StoredOutcome>(sql::find_outcome,
                                 store::arguments("account", account, "key", key),
                                 [this, account, key](StoredOutcome&& stored) {
                                     known_.insert_or_assign({account.number, key},
                                                             std::move(stored));
                                 });
}

const StoredOutcome* KnownOutcomes::find(AccountId account, const std::string& key) const {
    if (known_.empty()) return nullptr;
    const auto found = known_.find({account.number, key});
    return found == known_.end() ? nullptr : &found->second;
}

void KnownOutcomes::add(const KeptOutcome& kept) {
    known_.insert_or_assign({kept.account.number, kept.key},
                            StoredOutcome{kept.digest, kept.status, kept.reply});
}

Feature outcome_feature() {
    Feature feature;
    feature.name = "app";
    feature.jobs = {{"forget_old_outcomes", std::chrono::hours(1), forget_old_outcomes}};
    feature.errors = {&not_found,
                      &not_allowed,
                      &internal_error,
                      &unknown_code,
                      &out_of_range,
                      &codec::malformed_json,
                      &codec::unknown_field,
                      &codec::unknown_parameter,
                      &codec::missing_field,
                      &codec::wrong_type,
                      &codec::malformed_request,
                      &http::malformed_target,
                      &http::no_such_path,
                      &http::method_not_allowed,
                      &not_signed_in,
                      &key_missing,
                      &key_reused,
                      &busy,
                      &too_many_requests,
                      &outcome_unknown,
                      &change_unknown,
                      &storage_full,
                      &body_too_large};
    return feature;
}

void App::Pending::fail(const std::exception& failure) {
    spdlog::error("trace={} path={} {}", trace, route == nullptr ? request.path : route->path,
                  failure.what());
    const auto* stored = dynamic_cast<const store::StoreFailure*>(&failure);
    const bool away = stored != nullptr && stored->cause() == store::StoreFailure::Cause::busy;
    refuse(error(away ? busy : internal_error));
}

bool App::Pending::answered_before(const KnownOutcomes& known) {
    const auto* stored = key.empty() ? nullptr : known.find(caller.account, key);
    if (stored == nullptr) return false;
    take_stored(*stored);
    return true;
}

void App::Pending::take_stored(StoredOutcome stored) {
    if (stored.digest != digest) {
        refusal = error(key_reused);
        return;
    }
    reply.emplace();
    reply->status = stored.status;
    reply->body = std::move(stored.reply);
}

bool App::Pending::answered_before(const store::Reader& reader) {
    if (key.empty()) return false;
    auto stored = find_outcome(reader, caller.account, key);
    if (!stored) return false;
    make_digest();
    take_stored(std::move(*stored));
    return true;
}

bool App::Pending::take(Result<http::Reply> decided, std::vector<KeptOutcome>& kept) {
    if (!decided) {
        refusal = std::move(decided).error();
        return false;
    }
    reply = std::move(*decided);
    if (reply->status == 0) reply->status = route->success;
    if (!key.empty())
        kept.push_back({caller.account, key, digest, reply->status, reply->body, now});
    return true;
}

void App::Pending::finish(store::Work::Outcome outcome) {
    using Outcome = store::Work::Outcome;
    if (outcome == Outcome::disk_full) return refuse(error(storage_full));
    if (outcome == Outcome::busy) return refuse(error(busy));
    if (outcome == Outcome::doubtful) return refuse(error(outcome_unknown));
    if (outcome == Outcome::failed) return refuse(error(internal_error));
    if (refusal) return refuse(*refusal);
    ASSERT(reply);
    answer(std::move(*reply));
}

}  // namespace jianghui::app
