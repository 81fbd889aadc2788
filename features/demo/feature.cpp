#include "engine/app/feature.hpp"

#include "features/demo/errors.hpp"
#include "features/demo/fill.hpp"

namespace jianghui::demo {

app::Feature feature() {
    app::Feature feature;
    feature.name = "demo";
    feature.errors = {&demo_not_empty, &demo_refused, &demo_accounts_unwritten};
    feature.commands = {demo_command()};
    return feature;
}

}  // namespace jianghui::demo
