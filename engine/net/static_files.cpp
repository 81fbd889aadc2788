#include "engine/net/static_files.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/net/reply_writer.hpp"

namespace jianghui::net {
namespace {

namespace fs = std::filesystem;

/// What our pages may load: only from this server. Element Plus and ECharts set style attributes in
/// the HTML that they make, hence 'unsafe-inline' for styles (never for scripts).
constexpr std::string_view page_policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/// What a service worker may load: it fetches for its page, and its script's own policy decides that.
constexpr std::string_view worker_policy =
    "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

std::string_view content_type_of(std::string_view path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".map", "application/json; charset=utf-8"},
        {".geojson", "application/geo+json; charset=utf-8"},
        {".webmanifest", "application/manifest+json; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    }};
    for (const auto& [ending, type] : types)
        if (path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending)
            return type;
    return "application/octet-stream";
}

/// FNV-1a over the content: tells versions of one file apart, nothing secret depends on it.
std::string digest_of(std::string_view content) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return fmt::format("{:016x}-{:x}", hash, content.size());
}

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool starts_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// Path below the folder ("/assets/a.js") → content, of all regular files.
Result<std::unordered_map<std::string, std::string>> read_folder(const std::string& folder) {
    std::unordered_map<std::string, std::string> contents;
    std::error_code failed;
    fs::recursive_directory_iterator entries(folder, failed);
    if (failed) return refuse(error(web_folder_unreadable).with("folder", folder));
    for (; entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
        if (failed) return refuse(error(web_folder_unreadable).with("folder", folder));
        if (entries->is_symlink() || entries->path().filename().native().front() == '.') {
            if (entries->is_directory() || entries->is_symlink())
                entries.disable_recursion_pending();
            continue;
        }
        if (!entries->is_regular_file()) continue;
        std::ifstream file(entries->path(), std::ios::binary);
        std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        if (!file) return refuse(error(web_folder_unreadable).with("file", entries->path()));
        contents.emplace("/" + entries->path().lexically_relative(folder).generic_string(),
                         std::move(content));
    }
    return contents;
}

}  // namespace

Result<StaticFiles> StaticFiles::load(const std::string& folder) {
    TRY(auto contents, read_folder(folder));
    StaticFiles files;
    for (auto& [path, content] : contents) {
        const bool is_form = (ends_with(path, ".gz") || ends_with(path, ".br")) &&
                             contents.count(path.substr(0, path.size() - 3)) > 0;
        if (is_form) continue;
        File& file = files.files_[path];
        file.content_type = content_type_of(path);
        file.etag = digest_of(content);
        if (const auto gzip = contents.find(path + ".gz"); gzip != contents.end())
            file.gzip = gzip->second;
        if (const auto brotli = contents.find(path + ".br"); brotli != contents.end())
            file.brotli = brotli->second;
        file.plain = content;
    }
    return files;
}

std::optional<http::Reply> StaticFiles::find(const http::Request& request,
                                             std::string_view path) const {
    const auto found = files_.find(std::string(path));
    if (found == files_.end()) return std::nullopt;
    const File& file = found->second;
    const std::string_view accepted = request.header("accept-encoding");
    http::Reply reply;
    reply.content_type = file.content_type;
    const std::string* body = &file.plain;
    std::string tag = file.etag;
    if (!file.brotli.empty() && accepts(accepted, "br")) {
        body = &file.brotli;
        tag += "-br";
        reply.headers.emplace_back("content-encoding", "br");
    } else if (!file.gzip.empty() && accepts(accepted, "gzip")) {
        body = &file.gzip;
        tag += "-gz";
        reply.headers.emplace_back("content-encoding", "gzip");
    } else {
        // Said so that the general compression leaves it alone: its ETag names exact bytes.
        reply.headers.emplace_back("content-encoding", "identity");
    }
    const std::string quoted = "\"" + tag + "\"";
    reply.headers.emplace_back("etag", quoted);
    reply.headers.emplace_back("vary", "Accept-Encoding");
    reply.headers.emplace_back("cache-control", starts_with(path, "/assets/")
                                                    ? "public, max-age=31536000, immutable"
                                                    : "no-cache");
    if (starts_with(file.content_type, "text/html"))
        reply.headers.emplace_back("content-security-policy", page_policy);
    else if (path.ends_with("_worker.js"))
        reply.headers.emplace_back("content-security-policy", worker_policy);
    if (request.knows(quoted)) {
        reply.status = 304;
        return reply;
    }
    reply.body = *body;
    return reply;
}

std::optional<http::Reply> StaticFiles::page(const http::Request& request) const {
    const std::string_view path = request.path;
    if (auto file = find(request, path)) return file;
    // A missing asset is missing; anything else may be an address of the browser's router.
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (starts_with(path, "/assets/") || name.find('.') != std::string_view::npos)
        return std::nullopt;
    for (const std::string_view shell : {"/desk", "/pocket"})
        if (path == shell || starts_with(path, std::string(shell) + "/"))
            return find(request, std::string(shell) + "/index.html");
    return find(request, "/index.html");
}

}  // namespace jianghui::net
