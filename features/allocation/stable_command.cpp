// jianghui stable

#include "engine/app/document.hpp"
#include "features/allocation/model.hpp"
#include "features/allocation/stable_file.hpp"

namespace jianghui::allocation {

Result<app::Printed> stable(const Stable& options) {
    auto text = app::read_document(options.input);
    if (!text) return refuse(std::move(text.error()).with("file", options.input));
    const auto named = read_stable_problem(*text);
    if (!named) return refuse(Error(named.error()).with("file", options.input));
    return print_stable(*named);
}

}  // namespace jianghui::allocation
