#pragma once
// One client. All of it runs on its worker's thread.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/net/request_reader.hpp"
#include "engine/net/transport.hpp"
#include "engine/net/worker.hpp"

namespace jianghui::net {

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Worker& worker, Tcp::socket socket);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Begins to serve.
    void start();
    /// Answers the first request with 503, whatever it is, and ends.
    void turn_away();
    /// Ends at once when nothing is going on, else after the running request.
    void end_when_idle();
    /// Closes it if its present phase takes too long; sends a stream's heartbeat.
    void check_time(Worker::SteadyTime now);
    /// Closes the socket; nothing is called any more.
    void close();

  private:
    using ErrorOf = boost::system::error_code;

    void read_more();
    void on_read(const ErrorOf& error, std::size_t bytes);
    void pump();
    bool read_request();
    void handle(http::Request request);
    void answer(std::uint64_t number, http::Reply reply);
    void refuse_request(const Error& why);
    [[nodiscard]] std::atomic<std::size_t>& room_for(std::size_t size) const;
    [[nodiscard]] bool hold_body(std::size_t size);
    void give_back_body();
    void account_for_body();
    void begin_stream(http::Reply& reply);
    void end_stream();
    [[nodiscard]] std::string address_of(std::string_view forwarded) const;
    void pump_stream();
    void flush();
    void on_written(const ErrorOf& error);
    void linger();
    void set_deadline(Milliseconds from_now);
    void set_reading_deadline();
    void set_write_deadline(std::size_t bytes);
    [[nodiscard]] bool reads_request() const { return !handling_ && !stream_ && !ending_; }

    Worker& worker_;
    const Limits& limits_;
    Transport transport_;
    RequestReader reader_;
    std::string remote_;
    std::string forwarded_;  ///< for whom a proxy asks, of the running request

    std::vector<char> in_;  ///< what was read and not used yet: in_begin_ to in_end_
    std::size_t in_begin_ = 0;
    std::size_t in_end_ = 0;
    std::size_t discarded_ = 0;  ///< bytes read and thrown away
    std::string out_;            ///< bytes to write next
    std::string writing_;        ///< bytes of the write that is under way
    bool reading_ = false;       ///< a read is under way
    bool write_runs_ = false;
    bool handling_ = false;  ///< a request is with the handler
    bool ending_ = false;    ///< no further request is read
    bool lingering_ = false;
    bool closed_ = false;
    bool pumping_ = false;
    std::uint64_t number_ = 0;  ///< of the running request, to know its answer by
    bool keep_alive_ = true;    ///< of the running request
    bool is_head_ = false;
    bool is_old_ = false;
    std::string accept_encoding_;
    std::size_t body_held_ = 0;  ///< counted in Shared::upload_bytes or small_body_bytes, and for its address
    std::string body_address_;   ///< whom these are counted for
    std::size_t body_timed_ = 0;  ///< bytes that have bought time
    std::shared_ptr<http::Stream> stream_;
    std::string stream_address_;  ///< whom the stream is counted for

    std::optional<Worker::SteadyTime> deadline_;
    std::optional<Worker::SteadyTime> request_began_;
    std::optional<Worker::SteadyTime> body_began_;
    Worker::SteadyTime body_due_;  ///< when it is too slow
    Worker::SteadyTime last_sent_;
};

}  // namespace jianghui::net
