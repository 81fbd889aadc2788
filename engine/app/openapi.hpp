#pragma once
// The OpenAPI 3.1 document, generated from the same descriptions that parse and validate requests.

#include "engine/app/feature.hpp"

namespace jianghui::app {

/// The whole document as JSON text; the same for the same routes.
[[nodiscard]] std::string openapi_document(const std::vector<Route>& routes);

}  // namespace jianghui::app
