#pragma once
// A list as a file: XLSX, PDF, JSON. Each says beside the lines how they were counted, up to where, of
// which places, and the digest of the lines as everybody sees them.

#include "engine/app/context.hpp"
#include "features/papers/api.hpp"
#include "features/lists/model.hpp"

namespace jianghui::lists {

/// The file as a download; a printed one says where it is found, below the recorded public address.
/// Fails with list_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const ListDocument& document, FileForm form,
                                          const store::Reader& reader);

/// The workbook's bytes. Fails with list_file_failed when the disk or the library refuses.
[[nodiscard]] Result<std::string> xlsx_of(const ListDocument& document);
/// The same as a printed table; its end says where it is found. Fails with list_file_failed.
[[nodiscard]] Result<std::string> pdf_of(const ListDocument& document,
                                         const papers::PaperLink& link);

/// What is said beside the lines: names and values, in Chinese.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(
    const ListDocument& document);
/// "12 → 15"; a side without a number says why.
[[nodiscard]] std::string change_text(const ChangeView& change);
/// The list's name as a heading: its number, or what it is while it has none.
[[nodiscard]] std::string title_of(const ListView& list);

}  // namespace jianghui::lists
