#include "engine/net/request_reader.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace jianghui::net {
namespace {

using State = RequestReader::State;

struct Outcome {
    State state = State::needs_more;
    std::string code;
    http::Request request;
};

/// What the reader makes of the bytes when they come in pieces of `piece`.
Outcome read_in_pieces(const std::string& bytes, std::size_t piece, const Limits& limits = {}) {
    RequestReader reader(limits);
    std::string waiting;
    Outcome outcome;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        waiting += bytes.substr(at, piece);
        std::size_t taken = 0;
        outcome.state = reader.read(waiting, taken);
        waiting.erase(0, taken);
        if (outcome.state == State::refused) {
            outcome.code = reader.refusal().code;
            return outcome;
        }
        if (outcome.state == State::complete) {
            outcome.request = reader.take();
            return outcome;
        }
    }
    return outcome;
}

TEST(RequestReader, reads_method_path_query_headers_and_body) {
    const auto outcome = read_in_pieces(
        "POST /api/v1/orders?q=%E5%AE%9C%E5%AE%BE&x HTTP/1.1\r\nHost: a\r\nX-Thing:  b c \r\n"
        "Content-Length: 2\r\n\r\n{}",
        1000);
    ASSERT_EQ(outcome.state, State::complete);
    EXPECT_EQ(outcome.request.method, http::Method::post);
    EXPECT_EQ(outcome.request.path, "/api/v1/orders");
    EXPECT_EQ(outcome.request.query[0].second, "宜宾");
    EXPECT_EQ(outcome.request.header("x-thing"), "b c");
    EXPECT_EQ(outcome.request.body, "{}");
}

TEST(RequestReader, reads_chunked_bodies_and_ignores_trailers) {
    const auto outcome = read_in_pieces(
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nAuthorization: forged\r\n\r\n",
        7);
    ASSERT_EQ(outcome.state, State::complete);
    EXPECT_EQ(outcome.request.body, "abcde");
    EXPECT_EQ(outcome.request.header("authorization"), "");
}

TEST(RequestReader, takes_one_request_and_leaves_the_next) {
    const std::string two = "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n";
    const Limits limits;
    RequestReader reader(limits);
    std::size_t taken = 0;
    ASSERT_EQ(reader.read(two, taken), State::complete);
    EXPECT_EQ(reader.take().path, "/a");
    ASSERT_EQ(reader.read(two.substr(taken), taken), State::complete);
    EXPECT_EQ(reader.take().path, "/b");
}

struct Refused {
    const char* name;
    std::string bytes;
    const char* code;
};
std::ostream& operator<<(std::ostream& out, const Refused& refused) {
    return out << refused.name;
}

class Refusals : public testing::TestWithParam<Refused> {};

TEST_P(Refusals, say_why_however_the_bytes_are_split) {
    for (const std::size_t piece : {1UL, 3UL, 100'000'000UL}) {
        const auto outcome = read_in_pieces(GetParam().bytes, piece);
        EXPECT_EQ(outcome.state, State::refused);
        EXPECT_EQ(outcome.code, GetParam().code);
    }
}

const std::string start = "GET / HTTP/1.1\r\nHost: a\r\n";

INSTANTIATE_TEST_SUITE_P(
    RequestReader, Refusals,
    testing::Values(
        Refused{"garbage", "\x16\x03\x01\x02 hello\r\n\r\n", "malformed_request"},
        Refused{"no version", "GET /\r\n\r\n", "malformed_request"},
        Refused{"unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "method_not_allowed"},
        Refused{"absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_target"},
        Refused{"bad percent", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_target"},
        Refused{"no host", "GET / HTTP/1.1\r\n\r\n", "malformed_request"},
        Refused{"two hosts", start + "Host: b\r\n\r\n", "malformed_request"},
        Refused{"space before colon", start + "X : y\r\n\r\n", "malformed_request"},
        Refused{"bare newline in value", start + "X: a\nY: b\r\n\r\n", "malformed_request"},
        Refused{"two lengths", start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "malformed_request"},
        Refused{"negative length", start + "Content-Length: -1\r\n\r\n", "malformed_request"},
        Refused{"length and chunks",
                start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "malformed_request"},
        Refused{"chunks and length",
                start + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
                "malformed_request"},
        Refused{"other coding", start + "Transfer-Encoding: gzip\r\n\r\n", "malformed_request"},
        Refused{"hidden coding", start + "Transfer-Encoding: x, chunked\r\n\r\n",
                "malformed_request"},
        Refused{"bad chunk", start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n0\r\n",
                "malformed_request"},
        Refused{"strange expectation", start + "Expect: a-miracle\r\n\r\n", "malformed_request"},
        Refused{"long header", start + "X: " + std::string(20'000, 'x') + "\r\n\r\n",
                "header_too_large"},
        Refused{"endless header", start + "X: " + std::string(40'000, 'x'), "header_too_large"},
        Refused{"large body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n",
                "too_large"},
        Refused{"large chunk",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n",
                "too_large"},
        Refused{"endless chunk header",
                start + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(40'000, 'x'),
                "header_too_large"}));

TEST(RequestReader, refuses_the_101st_header) {
    std::string bytes = start;
    for (int i = 0; i < 99; ++i) bytes += "X: y\r\n";
    EXPECT_EQ(read_in_pieces(bytes + "\r\n", 1000).state, State::complete);
    EXPECT_EQ(read_in_pieces(bytes + "X: y\r\n\r\n", 1000).code, "header_too_large");
}

TEST(RequestReader, allows_large_bodies_only_below_the_upload_path) {
    const std::string rest = " HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n";
    Limits limits;
    limits.upload_prefixes = {"/api/v1/imports", "/api/v1/case-files", "/api/v1/proofs"};
    const auto posted = [&](const std::string& path) {
        return read_in_pieces("POST " + path + rest, 1000, limits);
    };
    EXPECT_EQ(posted("/api/v1/imports").state, State::needs_more);
    EXPECT_EQ(posted("/api/v1/imports/x").state, State::needs_more);
    EXPECT_EQ(posted("/api/v1/case-files").state, State::needs_more);
    EXPECT_EQ(posted("/api/v1/proofs").state, State::needs_more);
    EXPECT_EQ(posted("/api/v1/importsx").code, "too_large");
    EXPECT_EQ(read_in_pieces("POST /api/v1/imports" + rest, 1000).code, "too_large")
        << "where nobody sends files";
}

TEST(RequestReader, asks_once_for_a_body_that_is_waited_for) {
    const Limits limits;
    RequestReader reader(limits);
    std::size_t taken = 0;
    const std::string head =
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
    EXPECT_EQ(reader.read(head, taken), State::expects_continue);
    EXPECT_EQ(reader.read("a", taken), State::needs_more);
    EXPECT_EQ(reader.read("b", taken), State::complete);
    EXPECT_EQ(reader.take().body, "ab");
    EXPECT_EQ(reader.read(head + "ab", taken), State::complete) << "no need to ask";
}

TEST(RequestReader, knows_when_the_connection_ends) {
    const Limits limits;
    const auto stays = [&](const std::string& bytes) {
        RequestReader reader(limits);
        std::size_t taken = 0;
        EXPECT_EQ(reader.read(bytes, taken), State::complete);
        return reader.keep_alive();
    };
    EXPECT_TRUE(stays(start + "\r\n"));
    EXPECT_FALSE(stays(start + "Connection: close\r\n\r\n"));
    EXPECT_FALSE(stays("GET / HTTP/1.0\r\n\r\n"));
    EXPECT_TRUE(stays("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

RC_GTEST_PROP(RequestReader, gives_the_same_answer_however_the_bytes_are_split,
              (std::string body, bool chunked)) {
    std::string bytes = "POST /a?b=c HTTP/1.1\r\nHost: a\r\n";
    if (chunked) {
        bytes += "Transfer-Encoding: chunked\r\n\r\n";
        if (!body.empty()) {
            char size[20];
            std::snprintf(size, sizeof(size), "%zx", body.size());
            bytes += std::string(size) + "\r\n" + body + "\r\n";
        }
        bytes += "0\r\n\r\n";
    } else {
        bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    const auto piece = *rc::gen::inRange<std::size_t>(1, bytes.size() + 1);
    const auto outcome = read_in_pieces(bytes, piece);
    RC_ASSERT(outcome.state == State::complete);
    RC_ASSERT(outcome.request.body == body);
}

}  // namespace
}  // namespace jianghui::net
