// Terms of an order side by side: pure.

#include "features/orders/versions.hpp"

namespace jianghui::orders {
namespace {

/// Calls `use(member of Terms, member of OrderRow)` for each pair of one name and type.
template <class F>
void each_shared_member(F&& use) {
    boost::mp11::mp_for_each<codec::Members<Terms>>([&](auto term) {
        boost::mp11::mp_for_each<codec::Members<OrderRow>>([&](auto column) {
            constexpr bool same_name =
                std::string_view(decltype(term)::name) == decltype(column)::name;
            if constexpr (same_name) use(term.pointer, column.pointer);
        });
    });
}

}  // namespace

Terms terms_of(const OrderRow& order) {
    Terms terms;
    each_shared_member([&](auto term, auto column) { terms.*term = order.*column; });
    return terms;
}

OrderRow with_terms(OrderRow order, const Terms& terms) {
    const int headcount = order.headcount;
    each_shared_member([&](auto term, auto column) { order.*column = terms.*term; });
    order.headcount = headcount;
    return order;
}

std::vector<std::string> differences(const Terms& before, const Terms& after) {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<codec::Members<Terms>>([&](auto term) {
        if (codec::encode(before.*term.pointer) != codec::encode(after.*term.pointer))
            names.emplace_back(term.name);
    });
    return names;
}

}  // namespace jianghui::orders
