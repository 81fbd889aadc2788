#pragma once
// The catalogue of all tables as one document for machines: DCAT 3 (W3C, 2024) in JSON-LD. Pure.

#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// A dcat:Catalog whose dcat:dataset are the tables; each has its newest version as dcat:hasCurrentVersion with a
/// distribution for CSV and one for JSON (link, media type, bytes, SHA-256). Links are relative to the address of
/// the document. The same tables give the same bytes.
[[nodiscard]] std::string catalogue_of(const std::vector<TableView>& tables, const Licence& licence);

}  // namespace jianghui::open_data
