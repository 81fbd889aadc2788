#pragma once
// A catalogue as a file: XLSX, PDF, JSON, as everybody sees it, with how it was counted.

#include "features/papers/api.hpp"
#include "features/shortages/model.hpp"

namespace jianghui::shortages {

/// A whole catalogue as the JSON file says it.
struct CatalogueDocument {
    CatalogueView catalogue;
    std::vector<EntryView> entries;
};
BOOST_DESCRIBE_STRUCT(CatalogueDocument, (), (catalogue, entries))

/// The file as a download; a printed one says where it is found. Fails with catalogue_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const CatalogueDocument& document, FileForm form,
                                          const store::Reader& reader);

}  // namespace jianghui::shortages
