// A change that answers after its commit is answered by the commit, whatever its handler returned.

#include <gtest/gtest.h>

#include <optional>
#include <utility>

#include "engine/app/slow_change.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui {
namespace lost_commit_test {

using Cause = store::StoreFailure::Cause;

/// What the next commit fails with.
using Trouble = std::shared_ptr<std::optional<Cause>>;

class TroubledConnection final : public store::Connection {
  public:
    TroubledConnection(std::unique_ptr<store::Connection> inner, Trouble trouble)
        : inner_(std::move(inner)), trouble_(std::move(trouble)) {}
    std::unique_ptr<store::Cursor> query(const store::Statement& statement,
                                         const store::Arguments& arguments) override {
        return inner_->query(statement, arguments);
    }
    std::int64_t execute(const store::Statement& statement,
                         const store::Arguments& arguments) override {
        return inner_->execute(statement, arguments);
    }
    std::int64_t execute_all(const store::Statement& statement,
                             const std::vector<store::Arguments>& rows) override {
        return inner_->execute_all(statement, rows);
    }
    void script(std::string_view text) override { inner_->script(text); }
    void begin() override { inner_->begin(); }
    void commit() override {
        if (const auto cause = std::exchange(*trouble_, std::nullopt))
            throw store::StoreFailure(*cause, "lost at the commit");
        inner_->commit();
    }
    void rollback() override { inner_->rollback(); }
    void savepoint() override { inner_->savepoint(); }
    void release_savepoint() override { inner_->release_savepoint(); }
    void rollback_to_savepoint() override { inner_->rollback_to_savepoint(); }
    void prepare(const store::Statement& statement) override { inner_->prepare(statement); }
    void backup_to(const std::string& path) override { inner_->backup_to(path); }

  private:
    std::unique_ptr<store::Connection> inner_;
    Trouble trouble_;
};

class TroubledDatabase final : public store::Database {
  public:
    TroubledDatabase(std::unique_ptr<store::Database> inner, Trouble trouble)
        : inner_(std::move(inner)), trouble_(std::move(trouble)) {}
    std::unique_ptr<store::Connection> connect(Use use) override {
        auto connection = inner_->connect(use);
        if (use == Use::read) return connection;
        return std::make_unique<TroubledConnection>(std::move(connection), trouble_);
    }
    [[nodiscard]] bool shared() const override { return inner_->shared(); }
    [[nodiscard]] std::shared_ptr<const std::atomic<int>> node() const override {
        return inner_->node();
    }
    [[nodiscard]] std::shared_ptr<void> watch(std::function<void()> changed) override {
        return inner_->watch(std::move(changed));
    }

  private:
    std::unique_ptr<store::Database> inner_;
    Trouble trouble_;
};

constexpr journal::EventKind happened{"test.happened", "测试", "It happened"};

struct LostCommit : testing::Test {
    Trouble trouble = std::make_shared<std::optional<Cause>>();
    test::TestApp world{[this](std::unique_ptr<store::Database> inner) {
        return std::make_unique<TroubledDatabase>(std::move(inner), trouble);
    }};

    /// What a change in the lane answers when its commit fails so.
    std::string answered(std::optional<Cause> cause) {
        *trouble = cause;
        const auto done = app::in_lane<Done>(
            world.app().services(), {}, world.clock().now(), [](app::Command& command) {
                command.record(happened, {PlaceCode{"510500"}, "thing", 1, {}, {}, {}});
                return Result<Done>(Done{});
            });
        return done ? "done" : done.error().code;
    }
    int times() {
        return world.store().read([](store::Reader& reader) {
            int count = 0;
            for (const auto& event : journal::after(reader, 0, 100'000))
                count += event.kind == happened.name;
            return count;
        });
    }
};

TEST_F(LostCommit, IsNoAcceptance) {
    EXPECT_EQ(answered(Cause::busy), "busy");
    EXPECT_EQ(answered(Cause::full), "storage_full");
    EXPECT_EQ(answered(Cause::broken), "busy");
    EXPECT_EQ(answered(Cause::doubtful), "change_unknown");
    EXPECT_EQ(times(), 0);
    EXPECT_EQ(answered(std::nullopt), "done");
    EXPECT_EQ(times(), 1);
}

}  // namespace lost_commit_test
}  // namespace jianghui
