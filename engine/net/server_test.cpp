// The server over real sockets on 127.0.0.1, with a client that sends what it likes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <thread>

#include "engine/net/client_for_test.hpp"
#include "engine/net/net.hpp"

namespace jianghui::net {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A stream that a test fills.
class ScriptedStream final : public http::Stream {
  public:
    std::string take() override {
        const std::lock_guard lock(mutex_);
        ++takes_;
        if (endless_) return std::string(64 * 1024, 'x');
        return std::exchange(text_, "");
    }
    void on_ready(std::function<void()> wake) override {
        const std::lock_guard lock(mutex_);
        wake_ = std::move(wake);
    }
    void say(const std::string& text) {
        std::function<void()> wake;
        {
            const std::lock_guard lock(mutex_);
            text_ += text;
            wake = wake_;
        }
        if (wake) wake();
    }
    void never_end() { endless_ = true; }
    int takes() {
        const std::lock_guard lock(mutex_);
        return takes_;
    }

  private:
    std::mutex mutex_;
    std::string text_;
    bool endless_ = false;
    int takes_ = 0;
    std::function<void()> wake_;
};

class ServerTest : public testing::Test {
  protected:
    /// Answers with the path; /hold waits until release(); /stream is a stream.
    void start(Limits limits = {}, std::function<Instant()> now = {}) {
        auto started = Server::start({.port = 0, .limits = limits, .now = std::move(now)},
                                     [this](http::Request request, Answer answer) {
                                         serve(std::move(request), std::move(answer));
                                     });
        ASSERT_TRUE(started) << started.error().code;
        server_ = std::move(*started);
    }
    void TearDown() override {
        server_.reset();
        for (auto& thread : threads_) thread.join();
    }

    void serve(http::Request request, Answer answer) {
        http::Reply reply;
        if (request.path == "/hold") {
            const std::lock_guard lock(mutex_);
            held_.push_back(std::move(answer));
            changed_.notify_all();
            return;
        }
        if (request.path == "/stream") {
            reply.content_type = "text/event-stream";
            reply.stream = stream_;
        } else if (request.path == "/large") {
            reply.body = std::string(8'000'000, 'x');
            reply.content_type = "application/octet-stream";
        } else {
            reply.body = request.path + " " + std::to_string(request.body.size());
        }
        if (request.path == "/thread") {
            threads_.emplace_back([answer = std::move(answer), reply] { answer(reply); });
            return;
        }
        answer(std::move(reply));
    }
    /// Waits until `count` requests are held, then answers them.
    void release(std::size_t count) {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(changed_.wait_for(lock, std::chrono::seconds(5),
                                      [&] { return held_.size() >= count; }));
        while (!held_.empty()) {
            http::Reply reply;
            reply.body = "released";
            held_.front()(reply);
            held_.pop_front();
        }
    }
    [[nodiscard]] bool eventually(const std::function<bool()>& holds) const {
        for (int i = 0; i < 1'000; ++i) {
            if (holds()) return true;
            std::this_thread::sleep_for(Milliseconds(5));
        }
        return false;
    }
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }

    std::shared_ptr<ScriptedStream> stream_ = std::make_shared<ScriptedStream>();
    std::unique_ptr<Server> server_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Answer> held_;
    std::vector<std::thread> threads_;
};

std::string get(const std::string& path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

TEST_F(ServerTest, answers_many_requests_on_one_connection) {
    start();
    TestClient client(port());
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(client.send(get("/n" + std::to_string(i))));
        EXPECT_THAT(client.reply(), HasSubstr("/n" + std::to_string(i) + " 0"));
    }
    EXPECT_EQ(server_->figures().accepted, 1U);
    EXPECT_EQ(server_->figures().requests, 100U);
}

TEST_F(ServerTest, answers_pipelined_requests_in_order) {
    start();
    TestClient client(port());
    std::string all;
    constexpr int count = 2'000;
    for (int i = 0; i < count; ++i)
        all += i % 7 == 0 ? get("/thread") : get("/n" + std::to_string(i));
    std::thread sender([&] { client.send(all); });
    for (int i = 0; i < count; ++i)
        ASSERT_THAT(client.reply(), HasSubstr(i % 7 == 0 ? "/thread 0" : "/n" + std::to_string(i)));
    sender.join();
}

TEST_F(ServerTest, takes_bytes_one_by_one) {
    start();
    TestClient client(port());
    const std::string request = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345";
    for (const char byte : request) ASSERT_TRUE(client.send({&byte, 1}));
    EXPECT_THAT(client.reply(), HasSubstr("/p 5"));
}

TEST_F(ServerTest, takes_answers_from_any_thread) {
    start();
    TestClient client(port());
    client.send(get("/thread"));
    EXPECT_THAT(client.reply(), HasSubstr("/thread 0"));
}

TEST_F(ServerTest, answers_a_client_that_has_ended_its_side) {
    start();
    TestClient client(port());
    client.send(get("/hold"));
    client.end_sending();
    release(1);
    EXPECT_THAT(client.reply(), HasSubstr("released"));
    EXPECT_TRUE(client.ends());
}

TEST_F(ServerTest, refuses_garbage_with_a_problem_and_ends) {
    start();
    TestClient client(port());
    client.send("\x16\x03\x01 garbage\r\n\r\n");
    const std::string reply = client.reply();
    EXPECT_THAT(reply, StartsWith("HTTP/1.1 400 "));
    EXPECT_THAT(reply, HasSubstr("application/problem+json"));
    EXPECT_THAT(reply, HasSubstr("\"code\":\"malformed_request\""));
    EXPECT_THAT(reply, HasSubstr("connection: close"));
    EXPECT_TRUE(client.ends());
    EXPECT_EQ(server_->figures().malformed, 1U);
}

TEST_F(ServerTest, says_the_date_of_the_programs_clock) {
    start({}, [] { return *parse_instant("2030-02-01T09:00:00+08:00"); });
    TestClient client(port());
    client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(client.reply(), HasSubstr("date: Fri, 01 Feb 2030 01:00:00 GMT"));
}

TEST_F(ServerTest, refuses_an_announced_large_body_before_it_comes) {
    start();
    TestClient client(port());
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n");
    const std::string refused = client.reply();
    EXPECT_THAT(refused, HasSubstr("\"code\":\"too_large\""));
    EXPECT_THAT(refused, HasSubstr("\"bytes_max\":\"1048576\"")) << "how large it may be";
    // The client that goes on sending still gets the answer, not a reset.
    TestClient pushing(port());
    pushing.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n" +
                 std::string(1'500'000, 'x'));
    EXPECT_THAT(pushing.reply(), StartsWith("HTTP/1.1 413 "));
}

TEST_F(ServerTest, takes_large_bodies_on_the_upload_path) {
    start({.upload_prefixes = {"/api/v1/imports"}});
    TestClient client(port());
    client.send("POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" +
                std::string(5'000'000, 'x'));
    EXPECT_THAT(client.reply(), HasSubstr("/api/v1/imports 5000000"));
}

TEST_F(ServerTest, refuses_uploads_that_together_are_too_much) {
    start({.upload_prefixes = {"/api/v1/imports"}, .uploads_total_max = 6'000'000});
    TestClient first(port());
    first.send("POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" +
               std::string(4'900'000, 'x'));
    ASSERT_TRUE(eventually([&] { return server_->figures().upload_bytes == 4'900'000; }));
    TestClient second(port());
    second.send("POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" +
                std::string(4'900'000, 'x'));
    EXPECT_THAT(second.reply(), HasSubstr("\"code\":\"busy\""));
    first.send(std::string(100'000, 'x'));
    EXPECT_THAT(first.reply(), HasSubstr("/api/v1/imports 5000000"));
}

/// The attack: from one address, many bodies that never end.
TEST_F(ServerTest, holds_only_so_many_bytes_of_bodies_of_one_address) {
    start({.upload_prefixes = {"/api/v1/imports"}, .bodies_of_address_max = 6'000'000});
    const auto sends = [&](const std::string& address, std::size_t bytes) {
        auto client = std::make_unique<TestClient>(port());
        client->send("POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + address +
                     "\r\nContent-Length: 5000000\r\n\r\n" + std::string(bytes, 'x'));
        return client;
    };
    auto first = sends("203.0.113.7", 4'900'000);
    ASSERT_TRUE(eventually([&] { return server_->figures().upload_bytes == 4'900'000; }));
    EXPECT_THAT(sends("203.0.113.7", 4'900'000)->reply(), HasSubstr("\"code\":\"busy\""));
    EXPECT_THAT(sends("203.0.113.8", 5'000'000)->reply(), HasSubstr("/api/v1/imports 5000000"))
        << "another address has its own";
    first->send(std::string(100'000, 'x'));
    EXPECT_THAT(first->reply(), HasSubstr("/api/v1/imports 5000000"));
    EXPECT_TRUE(eventually([&] { return server_->figures().upload_bytes == 0; }));
    EXPECT_THAT(sends("203.0.113.7", 5'000'000)->reply(), HasSubstr("/api/v1/imports 5000000"))
        << "given back";
}

TEST_F(ServerTest, counts_bodies_that_are_no_uploads_too) {
    start({.small_bodies_total_max = 1'500'000});
    std::vector<std::unique_ptr<TestClient>> holders;
    const auto sends = [&] {
        auto client = std::make_unique<TestClient>(port());
        client->send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" +
                     std::string(900'000, 'x'));
        return client;
    };
    auto first = sends();
    std::this_thread::sleep_for(Milliseconds(200));
    EXPECT_THAT(sends()->reply(), HasSubstr("\"code\":\"busy\""));
    TestClient short_one(port());
    short_one.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_THAT(short_one.reply(), HasSubstr("/a 3")) << "what comes in one piece is not in the way";
    first->send(std::string(100'000, 'x'));
    EXPECT_THAT(first->reply(), HasSubstr("/a 1000000"));
}

TEST_F(ServerTest, says_continue_to_a_client_that_waits) {
    start();
    TestClient client(port());
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_THAT(client.reply(), StartsWith("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ab");
    EXPECT_THAT(client.reply(), HasSubstr("/p 2"));
}

TEST_F(ServerTest, answers_head_without_a_body) {
    start();
    TestClient client(port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.ends());
    EXPECT_THAT(client.received(), HasSubstr("content-length: 6\r\n"));
    EXPECT_THAT(client.received(), Not(HasSubstr("/abc")));
}

TEST_F(ServerTest, closes_a_client_that_sends_its_header_too_slowly) {
    start({.header_time = Milliseconds(200)});
    TestClient client(port());
    client.send("GET / HTTP/1.1\r\n");
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 100 && client.send("X: y\r\n"); ++i)
        std::this_thread::sleep_for(Milliseconds(20));
    EXPECT_TRUE(client.ends());
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
    EXPECT_EQ(server_->figures().timed_out, 1U);
}

TEST_F(ServerTest, closes_a_client_that_sends_its_body_too_slowly) {
    start({.body_time = Milliseconds(200), .bytes_per_second = 1'000'000});
    TestClient client(port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    for (int i = 0; i < 100 && client.send("x"); ++i) std::this_thread::sleep_for(Milliseconds(20));
    EXPECT_TRUE(client.ends());
    EXPECT_EQ(server_->figures().timed_out, 1U);
}

/// The attack: send much at once, then keep it held as long as its rate allows on the whole.
TEST_F(ServerTest, gives_no_credit_to_who_sent_much_and_stops) {
    start({.upload_prefixes = {"/api/v1/imports"},
           .body_time = Milliseconds(200),
           .bytes_per_second = 100'000});
    TestClient client(port());
    client.send("POST /api/v1/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" +
                std::string(4'000'000, 'x'));
    const auto before = std::chrono::steady_clock::now();
    EXPECT_TRUE(client.ends());
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5))
        << "at the slowest rate these bytes are 40 s";
    EXPECT_EQ(server_->figures().timed_out, 1U);
    EXPECT_TRUE(eventually([&] { return server_->figures().upload_bytes == 0; }));
}

TEST_F(ServerTest, ends_a_body_that_takes_too_long_however_steadily_it_comes) {
    start({.body_time = Milliseconds(200),
           .body_time_max = Milliseconds(400),
           .bytes_per_second = 10});
    TestClient client(port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
    for (int i = 0; i < 500 && client.send("xxxxxxxx"); ++i)
        std::this_thread::sleep_for(Milliseconds(10));
    EXPECT_TRUE(client.ends());
    EXPECT_EQ(server_->figures().timed_out, 1U);
}

TEST_F(ServerTest, closes_idle_connections) {
    start({.idle_time = Milliseconds(100)});
    TestClient silent(port());
    EXPECT_TRUE(silent.ends());
    TestClient client(port());
    client.send(get("/a"));
    EXPECT_THAT(client.reply(), HasSubstr("/a 0"));
    EXPECT_TRUE(client.ends());
}

TEST_F(ServerTest, drops_a_client_that_does_not_read) {
    start({.write_time = Milliseconds(100), .bytes_per_second = 100'000'000});
    TestClient client(port());
    client.shrink_window();
    client.send(get("/large"));
    EXPECT_TRUE(eventually([&] { return server_->figures().connections == 0; }));
}

TEST_F(ServerTest, turns_away_more_connections_than_it_has_room_for) {
    start({.connections_max = 2});
    TestClient first(port());
    TestClient second(port());
    first.send(get("/a"));
    second.send(get("/b"));
    EXPECT_THAT(first.reply(), HasSubstr("/a"));
    EXPECT_THAT(second.reply(), HasSubstr("/b"));
    TestClient third(port());
    third.send(get("/c"));
    EXPECT_THAT(third.reply(), HasSubstr("\"code\":\"too_many_connections\""));
    EXPECT_TRUE(third.ends());
    first.send(get("/d"));
    EXPECT_THAT(first.reply(), HasSubstr("/d")) << "those who are in are served on";
}

TEST_F(ServerTest, sends_events_as_they_come_and_a_heartbeat_when_none_do) {
    start({.heartbeat = Milliseconds(50)});
    TestClient client(port());
    client.send(get("/stream"));
    EXPECT_TRUE(client.awaits("content-type: text/event-stream"));
    EXPECT_THAT(client.received(), Not(HasSubstr("content-length")));
    stream_->say("id: 1\ndata: {}\n\n");
    EXPECT_TRUE(client.awaits("id: 1\ndata: {}\n\n"));
    EXPECT_TRUE(client.awaits("\n\n:\n\n"));
    stream_->say("id: 2\n\n");
    EXPECT_TRUE(client.awaits("id: 2\n\n"));
    EXPECT_EQ(server_->figures().streams, 1U);
}

TEST_F(ServerTest, forgets_a_stream_whose_client_has_left) {
    start();
    {
        TestClient client(port());
        client.send(get("/stream"));
        EXPECT_TRUE(client.awaits("text/event-stream"));
    }
    EXPECT_TRUE(eventually([&] { return server_->figures().streams == 0; }));
    EXPECT_TRUE(eventually([&] { return stream_.use_count() == 1; }));
    stream_->say("nobody hears this");
}

TEST_F(ServerTest, makes_a_stream_wait_for_a_slow_reader_and_drops_it_in_the_end) {
    stream_->never_end();
    start({.write_time = Milliseconds(200), .bytes_per_second = 100'000'000});
    TestClient client(port());
    client.shrink_window();
    client.send(get("/stream"));
    EXPECT_TRUE(
        eventually([&] { return server_->figures().streams == 0 && stream_->takes() > 0; }));
    EXPECT_LT(stream_->takes(), 1'000) << "nothing is taken that cannot be sent";
}

TEST_F(ServerTest, limits_the_number_of_streams) {
    start({.streams_max = 1});
    TestClient first(port());
    first.send(get("/stream"));
    EXPECT_TRUE(first.awaits("text/event-stream"));
    TestClient second(port());
    second.send(get("/stream"));
    EXPECT_THAT(second.reply(), StartsWith("HTTP/1.1 503 "));
}

TEST_F(ServerTest, limits_the_streams_of_one_address) {
    start({.streams_of_address_max = 1});
    const auto asks_for = [&](const std::string& address) {
        auto client = std::make_unique<TestClient>(port());
        client->send("GET /stream HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + address + "\r\n\r\n");
        return client;
    };
    auto first = asks_for("203.0.113.7");
    EXPECT_TRUE(first->awaits("text/event-stream"));
    EXPECT_THAT(asks_for("203.0.113.7")->reply(), HasSubstr("too_many_connections"));
    EXPECT_TRUE(asks_for("203.0.113.8")->awaits("text/event-stream")) << "another has its own";
    first.reset();
    EXPECT_TRUE(eventually([&] { return server_->figures().streams == 0; }));
    EXPECT_TRUE(asks_for("203.0.113.7")->awaits("text/event-stream")) << "given back";
    TestClient here(port()), here_too(port());
    for (auto* client : {&here, &here_too}) {
        client->send(get("/stream"));
        EXPECT_TRUE(client->awaits("text/event-stream")) << "what this machine itself asks is not counted";
    }
}

TEST_F(ServerTest, finishes_what_runs_when_it_stops) {
    start();
    TestClient idle(port());
    TestClient busy(port());
    busy.send(get("/hold"));
    {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(
            changed_.wait_for(lock, std::chrono::seconds(5), [&] { return !held_.empty(); }));
    }
    std::thread stopping([&] { server_->stop(Milliseconds(5'000)); });
    EXPECT_TRUE(idle.ends());
    TestClient late(port());
    EXPECT_FALSE(late.connected() && late.send(get("/a")) && !late.ends()) << "nothing new";
    release(1);
    const std::string reply = busy.reply();
    EXPECT_THAT(reply, HasSubstr("released"));
    EXPECT_THAT(reply, HasSubstr("connection: close"));
    stopping.join();
}

TEST_F(ServerTest, stops_in_time_although_a_request_never_ends) {
    start();
    TestClient client(port());
    client.send(get("/hold"));
    {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(
            changed_.wait_for(lock, std::chrono::seconds(5), [&] { return !held_.empty(); }));
    }
    server_->stop(Milliseconds(50));
    EXPECT_TRUE(client.ends());
    release(1);  // An answer after the end goes nowhere, and does no harm.
}

TEST_F(ServerTest, gives_everything_back_when_it_stops) {
    // Idle, half a request, a held one, a stream, one that does not read: in every phase at once.
    start();
    std::deque<TestClient> clients;
    for (const std::string& sent : {std::string(), std::string("GET /a HT"), get("/hold"),
                                    get("/stream"), get("/large"), get("/a")}) {
        clients.emplace_back(port());
        if (sent == get("/large")) clients.back().shrink_window();
        ASSERT_TRUE(clients.back().send(sent));
    }
    const auto& slow = clients[4];
    ASSERT_TRUE(eventually([&] {
        const Figures now = server_->figures();
        return now.accepted == clients.size() && now.streams == 1 && now.requests == 4;
    }));
    server_->stop(Milliseconds(0));
    EXPECT_EQ(server_->figures().connections, 0U);
    EXPECT_EQ(server_->figures().streams, 0U);
    EXPECT_EQ(stream_.use_count(), 1);
    // What is on its way to the slow one would take it minutes to read.
    for (auto& client : clients)
        if (&client != &slow) EXPECT_TRUE(client.ends());
    release(1);
}

TEST_F(ServerTest, says_when_the_port_is_taken) {
    start();
    const auto second = Server::start({.port = port()}, [](http::Request, const Answer&) {});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "port_taken");
}

TEST_F(ServerTest, says_when_the_address_or_certificate_cannot_be_used) {
    const Handler nothing = [](http::Request, const Answer&) {};
    EXPECT_EQ(Server::start({.address = "not an address"}, nothing).error().code,
              "address_unusable");
    EXPECT_EQ(
        Server::start({.port = 0, .tls_certificate = "/nowhere", .tls_key = "/nowhere"}, nothing)
            .error()
            .code,
        "certificate_unusable");
}

}  // namespace
}  // namespace jianghui::net
