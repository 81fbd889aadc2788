#pragma once
// One session with a PostgreSQL server: libpq in pipeline mode. Statements are queued and go out
// together; `collect` waits for all of them in one round trip.

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/connection.hpp"

namespace jianghui::store::postgres {

struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Rows = std::unique_ptr<PGresult, FreeResult>;

/// The session is gone: whatever had been sent may or may not have been done.
class Lost : public StoreFailure {
  public:
    explicit Lost(const std::string& what) : StoreFailure(Cause::busy, what) {}
};

/// The server's refusal with its cause by SQLSTATE.
[[nodiscard]] StoreFailure failure_of(const PGresult* result, std::string_view doing);

class Session {
  public:
    /// Connects. Throws Lost when the server is not there or does not want us.
    explicit Session(const std::string& url);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Queues a statement without parameters.
    void add(std::string_view text);
    /// Queues the preparation of a statement under a name.
    void add_prepare(const std::string& name, const std::string& text);
    /// Queues a run of a prepared statement; null pointers are NULL. With `lengths` the values are
    /// binary and so long.
    void add_run(const std::string& name, const std::vector<const char*>& values,
                 const std::vector<int>& lengths = {});

    /// Sends what is queued and waits for nothing.
    void send();
    /// Sends what is queued and waits for all of it: the results of what was queued since the last
    /// collect, in order. What was queued after a statement that failed was not done: see check().
    /// Throws Lost when the session ends meanwhile.
    std::vector<Rows> collect();
    /// Throws the first failure among the results.
    static void check(const std::vector<Rows>& results);

    /// Several statements separated by semicolons, outside the pipeline. Nothing may be queued.
    void script(const std::string& text);
    /// One value of one statement, now. "" for NULL or no row.
    std::string ask(std::string_view text);

    [[nodiscard]] bool alive() const { return PQstatus(handle_) == CONNECTION_OK; }
    [[nodiscard]] int process() const { return PQbackendPID(handle_); }
    [[nodiscard]] PGconn* handle() const { return handle_; }

  private:
    [[noreturn]] void lost() const;
    Rows read_one();
    PGconn* handle_;
    std::vector<bool> owed_;  ///< results to come, in order; false: of a sync
    std::size_t unsent_ = 0;
};

}  // namespace jianghui::store::postgres
