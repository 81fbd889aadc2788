#include "engine/app/feature.hpp"
#include "features/papers/errors.hpp"
#include "features/papers/events.hpp"

namespace jianghui::papers {

app::Feature feature() {
    app::Feature feature;
    feature.name = "papers";
    feature.errors = {&address_malformed};
    feature.events = {&address_recorded};
    return feature;
}

}  // namespace jianghui::papers
