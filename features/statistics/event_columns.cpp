#include "features/statistics/event_columns.hpp"

namespace jianghui::statistics {
namespace {

template <class T>
std::size_t bytes_of(const std::vector<T>& column) {
    return column.size() * sizeof(T);
}

template <class T>
void put_in_order(std::vector<T>& column, const std::vector<std::uint32_t>& places) {
    std::vector<T> ordered(column.size());
    for (std::size_t event = 0; event < column.size(); ++event)
        ordered[places[event]] = column[event];
    column = std::move(ordered);
}

}  // namespace

std::size_t EventColumns::bytes() const {
    return bytes_of(at) + bytes_of(subject) + bytes_of(amount) + bytes_of(where) + bytes_of(act) +
           bytes_of(first);
}

void arrange(EventColumns& columns, const std::vector<std::uint32_t>& fact, std::uint32_t facts) {
    columns.first.assign(std::size_t{facts} + 1, 0);
    for (const auto number : fact) ++columns.first[number + 1];
    for (std::size_t number = 0; number < facts; ++number)
        columns.first[number + 1] += columns.first[number];
    std::vector<std::uint32_t> next(columns.first.begin(), columns.first.end() - 1);
    std::vector<std::uint32_t> places(fact.size());
    for (std::size_t event = 0; event < fact.size(); ++event) places[event] = next[fact[event]]++;
    put_in_order(columns.at, places);
    put_in_order(columns.subject, places);
    put_in_order(columns.amount, places);
    put_in_order(columns.where, places);
    put_in_order(columns.act, places);
}

}  // namespace jianghui::statistics
