#pragma once
// The log behind HTTP: one thread that reads what has come on all connections, decides it, makes it
// durable with one fdatasync and only then answers. Speaks what bench/load's client sends and no more:
// no TLS, no sessions, no rate limits. So it is a bound, not a server.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "bench/log_first/command_log.hpp"
#include "bench/log_first/market.hpp"

namespace jianghui::log_first {

struct FrontOptions {
    bool echo = false;  ///< answers the same requests with a constant body: the ceiling of this front
};

/// The token of an agency and the id of an order, as the client's market file names them.
[[nodiscard]] std::string agency_token(std::int64_t agency);
[[nodiscard]] std::string order_text(std::int64_t order);

/// Serves on a port of 127.0.0.1 that `listening` is told, until the process is killed. Throws
/// std::runtime_error when it cannot listen or the log fails.
void serve(Market& market, CommandLog& log, const FrontOptions& options,
           const std::function<void(std::uint16_t port)>& listening);

}  // namespace jianghui::log_first
