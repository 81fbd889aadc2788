#pragma once
// Load from one thread over many connections, each with one request under way: how long answers
// take, and which grabs were acknowledged.

#include <cstdint>
#include <string>
#include <vector>

#include "bench/load/market.hpp"

namespace jianghui::load {

enum class Pick {
    hot,     ///< all connections want the same order, until it is sold out; then the next one
    spread,  ///< each request wants another order
    sold     ///< all want the first order, which is sold out: every answer is a refusal
};

struct StormOptions {
    std::uint16_t port = 0;
    int connections = 64;
    double seconds = 5;
    Pick pick = Pick::spread;
    bool reads = false;      ///< GET an order instead of grabbing a seat of it
    std::string path;        ///< what reads GET instead of an order: a constant body, to compare
    double per_second = 0;   ///< at most so many altogether, evenly; 0: as fast as answers come
    /// Who is told 503 asks again after what its Retry-After says, but at most so many seconds, less up to
    /// half of it, so that not all come back at once; 0: at once.
    double busy_wait_max = 0;
    std::uint64_t seed = 1;  ///< of how much less
    std::string key_prefix;  ///< of the idempotency keys: must be new in each storm
    std::size_t first_order = 0;
    std::size_t order_count = 0;  ///< 0: all
};

/// One grab that was sent. `status` 0: the connection broke before the answer came.
struct Attempt {
    std::string key;
    int agency = 0;
    int order = 0;  ///< index in the market
    int status = 0;
    std::string share;  ///< id when status is 201
    std::string code;   ///< of a refusal
};
BOOST_DESCRIBE_STRUCT(Attempt, (), (key, agency, order, status, share, code))

struct StormResult {
    std::vector<Attempt> attempts;  ///< of grabs, in the order in which they ended
    std::int64_t good = 0;          ///< answers 200 or 201
    std::int64_t refused = 0;
    double seconds = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    bool broken = false;  ///< a connection broke: the server is gone
};

/// Runs until the time is over or the server is gone. Answers that come after the time count.
[[nodiscard]] StormResult storm(const Market& market, const StormOptions& options);

/// The id of the share that an answer granted, and the code of a refusal.
void read_answer(Attempt& attempt, int status, const std::string& body);
/// The same request again, byte for byte, as a client would send it that heard nothing.
[[nodiscard]] std::string grab_target(const Market& market, const Attempt& attempt);
inline constexpr const char* grab_body = R"({"seats":1})";

}  // namespace jianghui::load
