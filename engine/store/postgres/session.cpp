#include "engine/store/postgres/session.hpp"

#include <fmt/format.h>

namespace jianghui::store::postgres {
namespace {

/// libpq's messages end with a line break.
std::string trimmed(const char* message) {
    std::string text = message == nullptr ? "" : message;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

StoreFailure::Cause cause_of(std::string_view state) {
    using Cause = StoreFailure::Cause;
    if (state == "53100") return Cause::full;
    if (state.starts_with("23")) return Cause::constraint;
    // Connection, resources, locks, the operator's intervention, a time that was over.
    for (const char* passing : {"08", "53", "55", "57", "40", "25P03"})
        if (state.starts_with(passing)) return Cause::busy;
    return Cause::broken;
}

PGconn* connect(const std::string& url) {
    // What the URL says comes last and wins.
    const char* names[] = {"fallback_application_name", "connect_timeout", "keepalives_idle",
                           "keepalives_interval", "keepalives_count", "tcp_user_timeout",
                           "target_session_attrs", "client_encoding", "dbname", nullptr};
    const char* values[] = {"jianghui", "5", "10", "5", "3", "20000", "read-write", "UTF8",
                            url.c_str(), nullptr};
    return PQconnectdbParams(names, values, 1);
}

}  // namespace

StoreFailure failure_of(const PGresult* result, std::string_view doing) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return {cause_of(state == nullptr ? "" : state),
            fmt::format("postgresql: {}: {} {}", doing, state == nullptr ? "" : state,
                        trimmed(PQresultErrorMessage(result)))};
}

Session::Session(const std::string& url) : handle_(connect(url)) {
    // What the server says by the way would go to standard error.
    PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
    if (alive() && PQenterPipelineMode(handle_) == 1) return;
    const std::string reason = trimmed(PQerrorMessage(handle_));
    PQfinish(handle_);
    throw Lost("postgresql: cannot connect: " + reason);
}

Session::~Session() { PQfinish(handle_); }

void Session::lost() const {
    throw Lost("postgresql: connection lost: " + trimmed(PQerrorMessage(handle_)));
}

void Session::add(std::string_view text) {
    const std::string copy(text);
    if (PQsendQueryParams(handle_, copy.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1)
        lost();
    owed_.push_back(true);
    ++unsent_;
}

void Session::add_prepare(const std::string& name, const std::string& text) {
    if (PQsendPrepare(handle_, name.c_str(), text.c_str(), 0, nullptr) != 1) lost();
    owed_.push_back(true);
    ++unsent_;
}

void Session::add_run(const std::string& name, const std::vector<const char*>& values,
                      const std::vector<int>& lengths) {
    const std::vector<int> binary(lengths.size(), 1);
    if (PQsendQueryPrepared(handle_, name.c_str(), static_cast<int>(values.size()), values.data(),
                            lengths.empty() ? nullptr : lengths.data(),
                            lengths.empty() ? nullptr : binary.data(), 0) != 1)
        lost();
    owed_.push_back(true);
    ++unsent_;
}

void Session::send() {
    if (unsent_ == 0) return;
    if (PQpipelineSync(handle_) != 1) lost();
    owed_.push_back(false);
    unsent_ = 0;
}

/// The result of one statement and the nothing that follows it.
Rows Session::read_one() {
    Rows rows(PQgetResult(handle_));
    while (const Rows more{PQgetResult(handle_)}) {
        if (!alive()) break;
    }
    // The server says FATAL when it ends the session.
    const char* severity = PQresultErrorField(rows.get(), PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && (severity[0] == 'F' || severity[0] == 'P'))
        throw Lost(failure_of(rows.get(), "session ended").what());
    if (!rows || (!alive() && PQresultStatus(rows.get()) != PGRES_COMMAND_OK)) lost();
    return rows;
}

std::vector<Rows> Session::collect() {
    send();
    const auto owed = std::move(owed_);
    owed_.clear();
    std::vector<Rows> all;
    for (const bool statement : owed) {
        if (statement) {
            all.push_back(read_one());
            continue;
        }
        const Rows sync(PQgetResult(handle_));
        if (!sync || PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) lost();
    }
    return all;
}

void Session::check(const std::vector<Rows>& results) {
    for (const auto& rows : results)
        if (PQresultStatus(rows.get()) == PGRES_FATAL_ERROR)
            throw failure_of(rows.get(), "statement");
}

void Session::script(const std::string& text) {
    check(collect());
    if (PQexitPipelineMode(handle_) != 1) lost();
    const Rows rows(PQexec(handle_, text.c_str()));
    if (!alive() || PQenterPipelineMode(handle_) != 1) lost();
    if (PQresultStatus(rows.get()) == PGRES_FATAL_ERROR) throw failure_of(rows.get(), "script");
}

std::string Session::ask(std::string_view text) {
    add(text);
    const auto all = collect();
    check(all);
    const auto* rows = all.back().get();
    return PQntuples(rows) == 0 ? "" : PQgetvalue(rows, 0, 0);
}

}  // namespace jianghui::store::postgres
