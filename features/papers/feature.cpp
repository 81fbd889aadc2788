#include "engine/app/feature.hpp"

namespace jianghui::papers {

app::Feature feature() {
    app::Feature feature;
    feature.name = "papers";
    return feature;
}

}  // namespace jianghui::papers
