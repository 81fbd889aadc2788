#include "engine/net/reply_writer.hpp"

#include <gtest/gtest.h>

namespace jianghui::net {
namespace {

using testing::Test;

std::string written(const http::Reply& reply, ReplyFrame frame = {}) {
    frame.date = "now";
    std::string out;
    write_reply(out, reply, frame);
    return out;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(ReplyWriter, writes_status_length_and_security_headers) {
    http::Reply reply;
    reply.status = 201;
    reply.body = "{}";
    const std::string out = written(reply);
    EXPECT_EQ(out.rfind("HTTP/1.1 201 Created\r\n", 0), 0U);
    EXPECT_TRUE(contains(out, "content-length: 2\r\n"));
    EXPECT_TRUE(contains(out, "x-content-type-options: nosniff\r\n"));
    EXPECT_TRUE(contains(out, "frame-ancestors 'none'"));
    EXPECT_TRUE(contains(out, "referrer-policy: same-origin\r\n"));
    EXPECT_TRUE(contains(out, "cache-control: no-store\r\n"));
    EXPECT_FALSE(contains(out, "strict-transport-security"));
    EXPECT_TRUE(contains(written(reply, {.is_secure = true}), "strict-transport-security"));
    EXPECT_EQ(out.substr(out.size() - 6), "\r\n\r\n{}");
}

TEST(ReplyWriter, never_lets_a_header_break_out) {
    http::Reply reply;
    reply.headers = {{"location", "/a\r\nset-cookie: evil=1"},
                     {"x\r\ny", "z"},
                     {"x-bell", "\a"},
                     {"content-length", "7"},
                     {"x-good", "宜宾\t1"}};
    const std::string out = written(reply);
    EXPECT_FALSE(contains(out, "evil"));
    EXPECT_FALSE(contains(out, "location"));
    EXPECT_FALSE(contains(out, "x-bell"));
    EXPECT_FALSE(contains(out, "content-length: 7"));
    EXPECT_TRUE(contains(out, "x-good: 宜宾\t1\r\n"));
}

TEST(ReplyWriter, answers_head_with_the_length_and_no_body) {
    http::Reply reply;
    reply.body = "12345";
    const std::string out = written(reply, {.is_head = true});
    EXPECT_TRUE(contains(out, "content-length: 5\r\n"));
    EXPECT_FALSE(contains(out, "12345"));
}

TEST(ReplyWriter, says_when_the_connection_ends) {
    EXPECT_FALSE(contains(written({}), "connection:"));
    EXPECT_TRUE(contains(written({}, {.keep_alive = false}), "connection: close\r\n"));
    EXPECT_TRUE(contains(written({}, {.is_old = true}), "connection: keep-alive\r\n"));
}

TEST(ReplyWriter, sends_no_body_with_304) {
    http::Reply reply;
    reply.status = 304;
    reply.body = "left over";
    const std::string out = written(reply);
    EXPECT_FALSE(contains(out, "left over"));
    EXPECT_FALSE(contains(out, "content-length"));
}

TEST(Accepts, reads_lists_and_weights) {
    EXPECT_TRUE(accepts("gzip, deflate, br", "br"));
    EXPECT_TRUE(accepts("br;q=0.5,gzip;q=1.0", "br"));
    EXPECT_FALSE(accepts("br;q=0", "br"));
    EXPECT_FALSE(accepts("br; q=0.000", "br"));
    EXPECT_FALSE(accepts("gzipx", "gzip"));
    EXPECT_FALSE(accepts("", "gzip"));
}

TEST(Compress, takes_large_text_for_clients_that_accept_it) {
    http::Reply large;
    large.body = std::string(5'000, 'a');
    http::Reply compressed = large;
    compress(compressed, "gzip");
    EXPECT_LT(compressed.body.size(), 200U);
    EXPECT_TRUE(contains(written(compressed), "content-encoding: gzip\r\n"));
    EXPECT_TRUE(contains(written(compressed), "vary: Accept-Encoding\r\n"));

    http::Reply refused = large;
    compress(refused, "br");
    EXPECT_EQ(refused.body, large.body);

    http::Reply picture = large;
    picture.content_type = "image/png";
    compress(picture, "gzip");
    EXPECT_EQ(picture.body, large.body);

    http::Reply small;
    small.body = "{}";
    compress(small, "gzip");
    EXPECT_EQ(small.body, "{}");
}

TEST(HttpDate, follows_rfc_9110) {
    EXPECT_EQ(http_date(*parse_instant("1994-11-06T08:49:37Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(*parse_instant("2028-02-29T00:00:00+08:00")),
              "Mon, 28 Feb 2028 16:00:00 GMT");
}

}  // namespace
}  // namespace jianghui::net
