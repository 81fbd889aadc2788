#include "engine/net/static_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace jianghui::net {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("web" + std::to_string(::getpid()));
        write("index.html", "<p>hall");
        write("desk/index.html", "<p>desk");
        write("pocket/index.html", "<p>pocket");
        write("survey_worker.js", "let w");
        write("assets/app-1a2b.js", "let a");
        write("assets/app-1a2b.js.br", "BROTLI");
        write("assets/app-1a2b.js.gz", "GZIP");
        write("lonely.gz", "a file of its own");
        write(".secret", "hidden");
        fs::create_symlink("/etc/passwd", folder_ / "passwd");
        files_ = StaticFiles::load(folder_).value();
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const std::string& name, std::string_view content) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << content;
    }
    std::optional<http::Reply> get(std::string path, http::Headers headers = {}) {
        http::Request request;
        request.path = std::move(path);
        request.headers = std::move(headers);
        return files_.page(request);
    }
    static std::string header(const http::Reply& reply, std::string_view name) {
        for (const auto& [key, value] : reply.headers)
            if (key == name) return value;
        return "";
    }
    fs::path folder_;
    StaticFiles files_;
};

TEST_F(StaticFilesTest, gives_addresses_of_the_router_to_the_page_of_their_shell) {
    EXPECT_EQ(get("/")->body, "<p>hall");
    EXPECT_EQ(get("/orders/0r5k2m9x8q3va")->body, "<p>hall");
    EXPECT_EQ(get("/desk")->body, "<p>desk");
    EXPECT_EQ(get("/desk/orders/new")->body, "<p>desk");
    EXPECT_EQ(get("/pocket/")->body, "<p>pocket");
    EXPECT_EQ(get("/desktop")->body, "<p>hall");
    EXPECT_FALSE(get("/assets/gone-0000.js"));
    EXPECT_FALSE(get("/favicon.ico"));
}

TEST_F(StaticFilesTest, serves_nothing_that_is_not_in_the_folder) {
    for (const char* path : {"/../etc/passwd.txt", "/assets/../../x.js", "/passwd.txt", "/.secret",
                             "/assets/app-1a2b.js.br"})
        EXPECT_FALSE(get(path)) << path;
    EXPECT_EQ(get("/../etc/passwd")->body, "<p>hall") << "an address like any other";
    EXPECT_EQ(get("/passwd")->body, "<p>hall") << "a symbolic link is not followed";
    EXPECT_EQ(get("/lonely.gz")->body, "a file of its own");
}

TEST_F(StaticFilesTest, picks_the_best_coding_that_the_client_takes) {
    const auto body = [&](const char* accepted) {
        return get("/assets/app-1a2b.js", {{"accept-encoding", accepted}})->body;
    };
    EXPECT_EQ(body("gzip, br"), "BROTLI");
    EXPECT_EQ(body("gzip, br;q=0"), "GZIP");
    EXPECT_EQ(body(""), "let a");
    const auto reply = get("/assets/app-1a2b.js", {{"accept-encoding", "br"}});
    EXPECT_EQ(header(*reply, "content-encoding"), "br");
    EXPECT_EQ(reply->content_type, "text/javascript; charset=utf-8");
}

TEST_F(StaticFilesTest, caches_hashed_names_for_ever_and_pages_never_unasked) {
    EXPECT_EQ(header(*get("/assets/app-1a2b.js"), "cache-control"),
              "public, max-age=31536000, immutable");
    EXPECT_EQ(header(*get("/"), "cache-control"), "no-cache");
    EXPECT_NE(header(*get("/"), "content-security-policy").find("script-src 'self'"),
              std::string::npos);
}

TEST_F(StaticFilesTest, lets_a_service_worker_fetch_for_its_page) {
    EXPECT_NE(header(*get("/survey_worker.js"), "content-security-policy").find("connect-src 'self'"),
              std::string::npos);
}

TEST_F(StaticFilesTest, answers_304_to_a_client_that_has_the_same_bytes) {
    const std::string tag = header(*get("/"), "etag");
    ASSERT_FALSE(tag.empty());
    EXPECT_EQ(get("/", {{"if-none-match", tag}})->status, 304);
    EXPECT_EQ(get("/", {{"if-none-match", "\"other\", " + tag}})->status, 304);
    EXPECT_EQ(get("/", {{"if-none-match", "\"other\""}})->status, 200);
    const http::Headers with_gzip{{"accept-encoding", "gzip"}};
    EXPECT_NE(header(*get("/assets/app-1a2b.js"), "etag"),
              header(*get("/assets/app-1a2b.js", with_gzip), "etag"))
        << "a strong tag names bytes, so each coding has its own";
}

TEST_F(StaticFilesTest, says_when_the_folder_cannot_be_read) {
    const auto loaded = StaticFiles::load(folder_ / "nowhere");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, "web_folder_unreadable");
}

}  // namespace
}  // namespace jianghui::net
