// Slow requests wait for two workers: 400 at most and 100 of one caller, served in turn.

#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include "engine/app/services_for_test.hpp"

namespace jianghui::app {
namespace slow_requests_test {

/// One worker is held up to the end, so that the other serves alone: in an order that can be told.
struct SlowRequests : testing::Test {
    store::DatabaseForTest place;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> served;  // the addresses, as their requests were begun
    bool first_is_held = true, second_is_held = true;
    std::unique_ptr<App> app;

    SlowRequests() {
        Route route;
        route.path = "/things";
        route.roles = {Role::anonymous};
        route.slow = true;
        route.run_query = [this](Query& context, const Input& /*input*/) -> Result<http::Reply> {
            std::unique_lock lock(mutex);
            served.push_back(context.request.remote);
            const auto place_in_line = served.size();
            changed.notify_all();
            changed.wait(lock, [&] {
                return place_in_line == 1 ? !first_is_held : place_in_line > 2 || !second_is_held;
            });
            return http::Reply();
        };
        Feature feature;
        feature.name = "things";
        feature.routes = {route};
        auto made = App::create(services_for_test(place), {feature});
        app = std::move(*made);
        for (std::size_t i = 1; i <= 2; ++i) {
            answers.push_back(ask("203.0.113.250"));
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return served.size() == i; });
        }
    }
    ~SlowRequests() override {
        release(first_is_held);
        release(second_is_held);
        app.reset();
    }
    std::future<int> ask(const std::string& address) {
        http::Request request;
        request.path = "/api/v1/things";
        request.remote = address;
        const auto coming = std::make_shared<std::promise<int>>();
        app->handle(std::move(request), [coming](http::Reply reply) { coming->set_value(reply.status); });
        return coming->get_future();
    }
    /// Asks so often; how many of them found no room and were refused at once.
    int refused_of(int many, const std::string& address) {
        int refused = 0;
        for (int i = 0; i < many; ++i) {
            auto answer = ask(address);
            if (answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
                EXPECT_EQ(answer.get(), 503);
                ++refused;
            } else {
                answers.push_back(std::move(answer));
            }
        }
        return refused;
    }
    void release(bool& held) {
        const std::lock_guard lock(mutex);
        held = false;
        changed.notify_all();
    }
    std::vector<std::future<int>> answers;  // of those that wait or are served
};

TEST_F(SlowRequests, AFloodFillsItsOwnPartAndIsServedInTurn) {
    EXPECT_EQ(refused_of(105, "203.0.113.1"), 5) << "a hundred of one caller wait";
    EXPECT_EQ(refused_of(2, "203.0.113.2"), 0);
    EXPECT_EQ(refused_of(1, "203.0.113.3"), 0);
    release(second_is_held);
    for (std::size_t i = 1; i < answers.size(); ++i) EXPECT_EQ(answers[i].get(), 200);
    const std::lock_guard lock(mutex);
    ASSERT_EQ(served.size(), 2U + 103U);
    EXPECT_EQ((std::vector<std::string>(served.begin() + 2, served.begin() + 8)),
              (std::vector<std::string>{"203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.1", "203.0.113.2",
                                        "203.0.113.1"}));
}

TEST_F(SlowRequests, FourHundredWaitAtMost) {
    for (const auto* address : {"203.0.113.1", "203.0.113.2", "203.0.113.3"}) EXPECT_EQ(refused_of(100, address), 0);
    EXPECT_EQ(refused_of(99, "203.0.113.4"), 0);
    EXPECT_EQ(refused_of(2, "203.0.113.5"), 1);
}

}  // namespace slow_requests_test
}  // namespace jianghui::app
