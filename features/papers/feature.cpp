#include "engine/app/feature.hpp"
#include "features/papers/errors.hpp"

namespace jianghui::papers {

app::Feature feature() {
    app::Feature feature;
    feature.name = "papers";
    feature.errors = {&address_malformed};
    return feature;
}

}  // namespace jianghui::papers
