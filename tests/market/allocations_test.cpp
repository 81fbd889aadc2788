// How often a grab asks for memory: counted at operator new over the whole program, from the request in hand to the
// reply, so that a change that brings an allocation storm is seen. SQLite's own memory is not in it.

#include <atomic>
#include <cstdlib>
#include <future>
#include <new>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace {

std::atomic<bool> counting{false};
std::atomic<std::uint64_t> allocations{0};

void* counted(std::size_t size) {
    if (counting.load(std::memory_order_relaxed)) allocations.fetch_add(1, std::memory_order_relaxed);
    if (void* found = std::malloc(size == 0 ? 1 : size)) return found;  // NOLINT: this is the allocator
    throw std::bad_alloc();
}

}  // namespace

// Arrays and the nothrow forms of the library end in this one.
void* operator new(std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }                 // NOLINT
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }    // NOLINT

namespace jianghui {
namespace allocations_test {

using test::TestApp;

struct Allocations : testing::Test {
    TestApp world;
    std::vector<access::Caller> agencies;
    std::vector<std::string> orders;
    int keys = 0;

    Allocations() {
        const auto employer = world.employer("511502");
        for (int i = 0; i < 8; ++i) agencies.push_back(world.agency("510502"));
        for (int i = 0; i < 40; ++i) orders.push_back(world.open_order(employer, 500));
    }

    /// So many grabs of one seat over the first `over` orders, decided together; allocations a grab.
    double of_set(int grabs, int over) {
        std::vector<http::Request> requests;
        for (int i = 0; i < grabs; ++i) {
            http::Request request;
            request.method = http::Method::post;
            request.path = "/api/v1/orders/" + orders[static_cast<std::size_t>(i % over)] + "/shares";
            request.headers = {{"x-test-caller", agencies[static_cast<std::size_t>(i) % 8].account.text()},
                               {"idempotency-key", fmt::format("key-of-an-agency-{}", ++keys)}};
            request.body = R"({"seats":1})";
            requests.push_back(std::move(request));
        }
        std::vector<http::Reply> replies(requests.size());
        std::atomic<int> open{grabs};
        std::promise<void> all;
        world.store().write([&](store::Transaction&) {
            allocations = 0;
            counting = true;
            for (std::size_t i = 0; i < requests.size(); ++i)
                world.app().handle(std::move(requests[i]), [&, i](http::Reply reply) {
                    replies[i] = std::move(reply);
                    if (--open == 0) {
                        counting = false;
                        all.set_value();
                    }
                });
            return false;
        });
        all.get_future().wait();
        for (const auto& reply : replies) EXPECT_EQ(reply.status, 201) << reply.body;
        return static_cast<double>(allocations) / grabs;
    }
};

TEST_F(Allocations, OfAGrabAreFewAndDoNotGrowWithTheSet) {
    // What is kept between commits, statements and their columns are made once.
    for (int i = 0; i < 3; ++i) of_set(40, 40);
    const double alone = of_set(1, 1);
    const double twenty = of_set(20, 1);
    const double forty = of_set(40, 1);
    const double spread = of_set(20, 20);
    fmt::print("allocations a grab: alone {:.0f}, in a set of 20 {:.0f}, of 40 {:.0f}; 20 over 20 orders {:.0f}\n",
               alone, twenty, forty, spread);
    EXPECT_LE(twenty, alone);
    EXPECT_LE(forty, 1.05 * twenty) << "a set is linear in its grabs";
    if (world.on_postgres()) return;  // libpq's rows and pipelines have their own count.
    EXPECT_LE(twenty, 300);
    EXPECT_LE(spread, 400);
}

}  // namespace allocations_test
}  // namespace jianghui
