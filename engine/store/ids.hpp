#pragma once
// Many rows in one question: a statement names fifty ids, `id IN (:id_00, … :id_49)`. Those that are not needed stay
// NULL, which no row has.

#include <array>
#include <span>

#include "engine/store/value.hpp"

namespace jianghui::store {

inline constexpr std::array<std::string_view, 50> id_parameters{
    "id_00", "id_01", "id_02", "id_03", "id_04", "id_05", "id_06", "id_07", "id_08", "id_09",
    "id_10", "id_11", "id_12", "id_13", "id_14", "id_15", "id_16", "id_17", "id_18", "id_19",
    "id_20", "id_21", "id_22", "id_23", "id_24", "id_25", "id_26", "id_27", "id_28", "id_29",
    "id_30", "id_31", "id_32", "id_33", "id_34", "id_35", "id_36", "id_37", "id_38", "id_39",
    "id_40", "id_41", "id_42", "id_43", "id_44", "id_45", "id_46", "id_47", "id_48", "id_49"};

/// Calls `ask(arguments)` with up to fifty of the ids at a time, until all were asked for. None: never.
template <class Tag, class F>
void each_fifty(std::span<const Id<Tag>> ids, F ask) {
    for (; !ids.empty(); ids = ids.subspan(std::min(ids.size(), id_parameters.size()))) {
        Arguments arguments;
        arguments.reserve(id_parameters.size() + 4);
        for (std::size_t i = 0; i < id_parameters.size(); ++i)
            arguments.emplace_back(id_parameters[i],
                                   i < ids.size() ? Column<Id<Tag>>::to(ids[i]) : Value());
        ask(std::move(arguments));
    }
}

}  // namespace jianghui::store
