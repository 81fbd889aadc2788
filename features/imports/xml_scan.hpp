#pragma once
// Walks an XML text (a part of an XLSX or ODS file) from front to back.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::imports {

/// The attributes of an element by local name (namespace prefixes are left off).
class XmlAttributes {
  public:
    /// The value, or "" when there is no such attribute.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    void add(std::string_view name, std::string_view value) { list_.emplace_back(name, value); }
    void clear() { list_.clear(); }

  private:
    std::vector<std::pair<std::string, std::string>> list_;
};

/// What is called on the way; names are local names. Returning false ends the walk early.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual bool open(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual bool close(std::string_view name) = 0;
    /// May be called several times for one text.
    virtual bool text(std::string_view content) = 0;
};

/// Calls the handler for every element and text. Entities other than the five of XML and character
/// references are not expanded (no entity bombs); a document type is not read. Fails with
/// table_unreadable when the text is not well formed. O(text).
[[nodiscard]] Result<Done> scan_xml(const std::string& xml, XmlHandler& handler);

inline constexpr ErrorCode table_unreadable{
    "table_unreadable", Kind::invalid, "文件不是可读的表格。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。",
    "The file is not a readable spreadsheet. Open it, save it as .xlsx and send that."};

}  // namespace jianghui::imports
