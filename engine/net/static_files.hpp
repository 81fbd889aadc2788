#pragma once
// The web app's files, read into memory at start. Only what was found then can be served, so a path
// can never lead out of the folder.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/http/http.hpp"

namespace jianghui::net {

inline constexpr ErrorCode web_folder_unreadable{
    "web_folder_unreadable", Kind::invalid,
    "无法读取网页文件夹。请检查 --web，或先运行 ui/build.sh。",
    "The folder of the web app cannot be read. Check --web, or run ui/build.sh first."};

class StaticFiles {
  public:
    /// No files at all.
    StaticFiles() = default;
    /// Reads the folder with everything in it; symbolic links and hidden files are left out.
    /// `x.br` and `x.gz` beside `x` become compressed forms of x. Fails with web_folder_unreadable.
    [[nodiscard]] static Result<StaticFiles> load(const std::string& folder);

    [[nodiscard]] bool empty() const { return files_.empty(); }
    /// The file of the path ("/assets/a.js") as a reply to this request: 200 in the best coding
    /// that the client accepts, or 304. Files under /assets/ have hashed names and are cached for
    /// ever, all others are asked for again each time. Nothing when there is no such file.
    [[nodiscard]] std::optional<http::Reply> find(const http::Request& request,
                                                  std::string_view path) const;
    /// The page that answers an address of the web app: its own file, or for addresses that the
    /// browser's router knows the page of their shell: /desk/… , /pocket/… , else the hall.
    [[nodiscard]] std::optional<http::Reply> page(const http::Request& request) const;

  private:
    struct File {
        std::string content_type;
        std::string etag;  ///< without quotes; codings append to it
        std::string plain;
        std::string gzip;    ///< empty: there is none
        std::string brotli;  ///< empty: there is none
    };
    std::unordered_map<std::string, File> files_;
};

}  // namespace jianghui::net
