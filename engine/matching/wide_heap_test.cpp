// Whatever is put in the place of the least: the least of what is left comes next.
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/wide_heap.hpp"

namespace jianghui::matching {
namespace wide_heap_test {

template <class Key>
void gives_the_least_of_all() {
    using Heap = WideHeap<Key>;
    constexpr Key none = std::numeric_limits<Key>::max();
    const auto size = *rc::gen::inRange<std::size_t>(1, 400);
    typename Heap::Row empty;
    empty.keys.fill(none);
    std::vector<typename Heap::Row> rows(Heap::rows_for(size), empty);
    Key least{};
    Heap heap(least, rows);
    std::set<Key> keys;
    const auto another = [&] {
        auto key = *rc::gen::inRange<Key>(-100'000, 100'000);
        while (!keys.insert(key).second) ++key;
        return key;
    };
    for (std::size_t place = 0; place < size; ++place) heap.at(place) = another();
    heap.arrange();
    for (int more = 0; more < 60; ++more) {
        RC_ASSERT(least == *keys.begin());
        keys.erase(keys.begin());
        heap.replace_least(another());
    }
    std::set<Key> left;
    for (std::size_t place = 0; place < size; ++place) left.insert(heap.at(place));
    RC_ASSERT(left == keys);
}

RC_GTEST_PROP(WideHeap, gives_the_least_of_short_keys, ()) { gives_the_least_of_all<std::int32_t>(); }
RC_GTEST_PROP(WideHeap, gives_the_least_of_long_keys, ()) { gives_the_least_of_all<std::int64_t>(); }

}  // namespace wide_heap_test
}  // namespace jianghui::matching
