#include "engine/net/connection.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "engine/app/app.hpp"
#include "engine/net/reply_writer.hpp"

namespace jianghui::net {
namespace {

constexpr std::size_t read_size = 16 * 1024;
constexpr std::size_t stream_read_size = 256;
/// Replies to pipelined requests are collected up to this before they are sent.
constexpr std::size_t collect_max = 64 * 1024;
/// Pipelined requests handled before other connections get their turn.
constexpr int turn_max = 32;
/// What a client may still send that nobody reads (after a refusal, to an event stream).
constexpr std::size_t discarded_max = 4 * 1024 * 1024;

/// Refusals by the network itself have no request to find in the log.
constexpr std::string_view no_trace = "net";

}  // namespace

Connection::Connection(Worker& worker, Tcp::socket socket)
    : worker_(worker),
      limits_(worker.shared().settings.limits),
      transport_(std::move(socket), worker.shared().tls ? &*worker.shared().tls : nullptr),
      reader_(limits_),
      last_sent_(worker.now()) {
    ++worker_.shared().connections;
    ErrorOf ignored;
    const auto peer = transport_.socket().remote_endpoint(ignored);
    if (!ignored) remote_ = peer.address().to_string(ignored);
    transport_.socket().set_option(Tcp::no_delay(true), ignored);
    transport_.socket().non_blocking(true, ignored);
}

Connection::~Connection() {
    give_back_body();
    end_stream();
    --worker_.shared().connections;
}

void Connection::start() {
    if (!transport_.is_secure()) {
        set_deadline(limits_.idle_time);
        return pump();
    }
    set_deadline(limits_.header_time);
    transport_.handshake([self = shared_from_this()](const ErrorOf& error) {
        if (error) return self->close();
        self->set_deadline(self->limits_.idle_time);
        self->pump();
    });
}

void Connection::turn_away() {
    ++worker_.shared().turned_away;
    set_deadline(limits_.linger_time);
    if (transport_.is_secure()) return close();
    refuse_request(error(too_many_connections));
    pump();
}

void Connection::end_when_idle() {
    if (closed_) return;
    const bool is_idle = !handling_ && !write_runs_ && out_.empty() && !request_began_;
    if (is_idle || stream_) return close();
    // A running request's reply says "connection: close"; half a request is waited for.
}

void Connection::read_more() {
    // Of a stream's reader nothing more is wanted but to know when it leaves: ten thousand of them
    // should not cost ten thousand full buffers.
    if (stream_ && in_.size() != stream_read_size) {
        in_ = std::vector<char>(stream_read_size);
        in_begin_ = in_end_ = 0;
    }
    // What is left of the last read moves to the front; it is less than a header.
    std::copy(in_.begin() + static_cast<std::ptrdiff_t>(in_begin_),
              in_.begin() + static_cast<std::ptrdiff_t>(in_end_), in_.begin());
    in_end_ -= in_begin_;
    in_begin_ = 0;
    if (!stream_ && in_.size() < in_end_ + read_size) in_.resize(in_end_ + read_size);
    reading_ = true;
    transport_.read_some(boost::asio::mutable_buffer(in_.data() + in_end_, in_.size() - in_end_),
                         [self = shared_from_this()](const ErrorOf& error, std::size_t bytes) {
                             self->reading_ = false;
                             self->on_read(error, bytes);
                         });
}

void Connection::on_read(const ErrorOf& error, std::size_t bytes) {
    if (closed_) return;
    // End of input: between requests the client has left; during one it cannot complete it.
    if (error) return close();
    if (lingering_ || stream_) {
        discarded_ += bytes;
        if (discarded_ > discarded_max) return close();
        return read_more();
    }
    in_end_ += bytes;
    if (!request_began_) request_began_ = worker_.now();
    pump();
}

/// Takes the next step that is possible: reads requests, hands them over, sends, waits.
void Connection::pump() {
    if (closed_ || pumping_) return;
    const auto self = shared_from_this();
    pumping_ = true;
    int turns = 0;
    while (reads_request() && out_.size() < collect_max && turns < turn_max && read_request())
        ++turns;
    pumping_ = false;
    if (stream_) pump_stream();
    flush();
    if (closed_ || write_runs_) return;
    if (ending_ && !handling_ && !stream_) return linger();
    if (handling_ || reading_) return;
    if (reads_request() && turns > 0 && in_begin_ < in_end_) {
        // There may be another whole request in the buffer: after the others' turn.
        boost::asio::post(worker_.context(), [self] { self->pump(); });
        return;
    }
    if (reads_request()) set_reading_deadline();
    read_more();
}

/// Reads from the buffer; whether a whole request was there and there is more to look at.
bool Connection::read_request() {
    const std::string_view bytes(in_.data() + in_begin_, in_end_ - in_begin_);
    if (bytes.empty()) return false;
    std::size_t taken = 0;
    const auto state = reader_.read(bytes, taken);
    in_begin_ += taken;
    switch (state) {
        case RequestReader::State::needs_more:
            if (reader_.in_body()) account_for_body();
            return false;
        case RequestReader::State::expects_continue:
            out_ += "HTTP/1.1 100 Continue\r\n\r\n";
            return false;
        case RequestReader::State::refused:
            ++worker_.shared().malformed;
            is_old_ = reader_.is_old();
            refuse_request(reader_.refusal());
            return false;
        case RequestReader::State::complete:
            break;
    }
    keep_alive_ = reader_.keep_alive();
    is_old_ = reader_.is_old();
    handle(reader_.take());
    return true;
}

/// The bytes that are held of bodies as large as one of that size.
std::atomic<std::size_t>& Connection::room_for(std::size_t size) const {
    auto& shared = worker_.shared();
    return size > limits_.body_max ? shared.upload_bytes : shared.small_body_bytes;
}

/// Whether all bodies together, and those of this one's address, may hold that many bytes of it.
bool Connection::hold_body(std::size_t size) {
    if (body_held_ == 0) body_address_ = address_of(reader_.header("x-forwarded-for"));
    if (!worker_.shared().body_bytes_of.take(body_address_, size - body_held_,
                                             limits_.bodies_of_address_max))
        return false;
    room_for(body_held_) -= body_held_;
    body_held_ = size;
    const std::size_t held = room_for(size) += size;
    return held <= (size > limits_.body_max ? limits_.uploads_total_max
                                            : limits_.small_bodies_total_max);
}

void Connection::give_back_body() {
    room_for(body_held_) -= body_held_;
    worker_.shared().body_bytes_of.give_back(body_address_, body_held_);
    body_held_ = 0;
}

/// Counts a body that is still coming against what may be held; refuses it when that is full. What came whole in one
/// piece is not counted.
void Connection::account_for_body() {
    const std::size_t size = reader_.body_size();
    if (size <= body_held_ || hold_body(size)) return;
    give_back_body();
    reader_.drop();
    refuse_request(error(app::busy));
}

void Connection::handle(http::Request request) {
    ++worker_.shared().requests;
    handling_ = true;
    deadline_.reset();
    request_began_.reset();
    body_began_.reset();
    is_head_ = request.method == http::Method::head;
    accept_encoding_ = request.header("accept-encoding");
    forwarded_ = request.header("x-forwarded-for");
    request.remote = remote_;
    const std::uint64_t number = ++number_;
    const std::weak_ptr<Connection> weak = weak_from_this();
    worker_.shared().handler(
        std::move(request), [weak, number, worker = worker_.shared_from_this()](http::Reply reply) {
            if (worker->context().get_executor().running_in_this_thread()) {
                if (const auto self = weak.lock()) self->answer(number, std::move(reply));
                return;
            }
            boost::asio::post(worker->context(),
                              [weak, number, reply = std::move(reply)]() mutable {
                                  if (const auto self = weak.lock())
                                      self->answer(number, std::move(reply));
                              });
        });
}

void Connection::answer(std::uint64_t number, http::Reply reply) {
    if (closed_ || !handling_ || number != number_) return;
    handling_ = false;
    give_back_body();
    if (reply.stream && !is_head_) {
        begin_stream(reply);
    } else {
        reply.stream.reset();
        ending_ = !keep_alive_ || worker_.shared().stopping;
        compress(reply, accept_encoding_);
        write_reply(out_, reply,
                    {.is_head = is_head_,
                     .keep_alive = !ending_,
                     .is_old = is_old_,
                     .is_secure = transport_.is_secure(),
                     .date = worker_.date()});
    }
    pump();
}

void Connection::refuse_request(const Error& why) {
    ending_ = true;
    write_reply(out_, http::problem(why, no_trace),
                {.keep_alive = false,
                 .is_old = is_old_,
                 .is_secure = transport_.is_secure(),
                 .date = worker_.date()});
}

/// Who is counted for what this connection has; `forwarded` is for whom a proxy asks.
std::string Connection::address_of(std::string_view forwarded) const {
    http::Request asked;
    asked.remote = remote_;
    if (!forwarded.empty()) asked.headers.emplace_back("x-forwarded-for", forwarded);
    return app::limited_address(asked);
}

void Connection::end_stream() {
    if (!stream_) return;
    stream_.reset();
    --worker_.shared().streams;
    worker_.shared().streams_of.give_back(stream_address_, 1);
}

void Connection::begin_stream(http::Reply& reply) {
    if (worker_.shared().streams >= limits_.streams_max || worker_.shared().stopping)
        return refuse_request(error(too_many_connections));
    stream_address_ = address_of(forwarded_);
    if (!worker_.shared().streams_of.take(stream_address_, 1, limits_.streams_of_address_max))
        return refuse_request(error(too_many_connections));
    ++worker_.shared().streams;
    write_head(out_, reply,
               {.keep_alive = false,
                .is_old = is_old_,
                .is_secure = transport_.is_secure(),
                .date = worker_.date()});
    stream_ = std::move(reply.stream);
    // Many wakes before the connection gets to run are one.
    const auto awake = std::make_shared<std::atomic<bool>>(false);
    stream_->on_ready([weak = weak_from_this(), worker = worker_.shared_from_this(), awake] {
        if (awake->exchange(true)) return;
        boost::asio::post(worker->context(), [weak, awake] {
            awake->store(false);
            if (const auto self = weak.lock()) self->pump();
        });
    });
}

/// Takes from the stream only when the last bytes have gone out: a slow reader makes the stream
/// wait, not the server's memory grow.
void Connection::pump_stream() {
    constexpr int takes_max = 16;
    try {
        for (int i = 0; i < takes_max && !closed_ && !write_runs_; ++i) {
            std::string text = stream_->take();
            if (text.empty()) {
                if (stream_->ended()) close();
                return;
            }
            out_ += text;
            flush();
        }
    } catch (const std::exception& failure) {
        spdlog::error("stream: {}", failure.what());
        return close();
    }
    if (!write_runs_)
        boost::asio::post(worker_.context(), [self = shared_from_this()] { self->pump(); });
}

void Connection::flush() {
    if (closed_ || write_runs_ || out_.empty()) return;
    last_sent_ = worker_.now();
    ErrorOf error;
    const std::size_t sent =
        transport_.write_now(boost::asio::const_buffer(out_.data(), out_.size()), error);
    if (error) return close();
    if (sent == out_.size()) return out_.clear();
    writing_ = std::move(out_);
    out_.clear();
    write_runs_ = true;
    set_write_deadline(writing_.size() - sent);
    transport_.write(boost::asio::const_buffer(writing_.data() + sent, writing_.size() - sent),
                     [self = shared_from_this()](const ErrorOf& failure, std::size_t) {
                         self->on_written(failure);
                     });
}

void Connection::on_written(const ErrorOf& error) {
    write_runs_ = false;
    writing_.clear();
    if (closed_) return;
    if (error) return close();
    deadline_.reset();
    last_sent_ = worker_.now();
    pump();
}

/// After the last reply: the client gets time to read it before the socket is gone, also when it is
/// still sending (closing at once would reset the connection and lose the reply).
void Connection::linger() {
    if (lingering_) return;
    lingering_ = true;
    in_begin_ = in_end_ = 0;
    set_deadline(limits_.linger_time);
    transport_.end_sending([self = shared_from_this()] {
        if (!self->closed_ && !self->reading_) self->read_more();
    });
}

void Connection::set_deadline(Milliseconds from_now) {
    deadline_ = worker_.now() + from_now;
}

void Connection::set_reading_deadline() {
    if (!request_began_) return set_deadline(limits_.idle_time);
    if (!reader_.in_body()) {
        deadline_ = *request_began_ + limits_.header_time;
        return;
    }
    const auto now = worker_.now();
    if (!body_began_) {
        body_began_ = now;
        body_due_ = now + limits_.body_time;
        body_timed_ = 0;
    }
    // Bytes buy time at the slowest rate that is waited for; it cannot be saved up beyond `body_time`.
    const std::size_t size = reader_.body_size();
    const auto bought = std::chrono::microseconds(1'000'000 * (size - body_timed_) /
                                                  limits_.bytes_per_second);
    body_timed_ = size;
    body_due_ = std::min<Worker::SteadyTime>(body_due_ + bought, now + limits_.body_time);
    deadline_ = std::min<Worker::SteadyTime>(body_due_, *body_began_ + limits_.body_time_max);
}

void Connection::set_write_deadline(std::size_t bytes) {
    set_deadline(limits_.write_time + Milliseconds(1000 * bytes / limits_.bytes_per_second));
}

void Connection::check_time(Worker::SteadyTime now) {
    if (closed_) return;
    if (deadline_ && now >= *deadline_) {
        if (request_began_ || write_runs_) ++worker_.shared().timed_out;
        return close();
    }
    if (stream_ && !write_runs_ && now - last_sent_ >= limits_.heartbeat) {
        out_ += ":\n\n";
        flush();
    }
}

void Connection::close() {
    if (closed_) return;
    closed_ = true;
    const auto self = shared_from_this();
    transport_.close();
    end_stream();
    worker_.forget(self);
}

}  // namespace jianghui::net
