#pragma once
// Who looks at duties, from where and when.

#include "features/duties/model.hpp"
#include "features/duties/rules.hpp"

namespace jianghui::duties {

/// The parameters of the lights in force on a day. O(parameters).
[[nodiscard]] Limits limits_of(const codes::Tables& tables, Date on);

/// What views are made from and rights decided by: a Query or a Command has it. One is enough for a list.
struct Sight {
    const store::Reader& db;
    const app::Services& services;
    const app::Caller& caller;
    Instant now;
    Limits limits;  ///< of today
};
template <class Context>
[[nodiscard]] Sight sight_of(const Context& context) {
    return {context.db, context.services, context.caller, context.now,
            limits_of(context.services.template get<codes::Tables>(), date_of(context.now))};
}

}  // namespace jianghui::duties
