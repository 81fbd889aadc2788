#include "tests/simulation/faulty_database.hpp"

#include <optional>
#include <utility>

#include "tests/simulation/planted_bugs.hpp"

namespace jianghui::simulation {
namespace {

using store::Arguments;
using store::Connection;
using store::Cursor;
using store::Statement;
using store::StoreFailure;

/// The cursor of a statement whose rows a bug hides.
class WithoutRows final : public Cursor {
  public:
    explicit WithoutRows(std::unique_ptr<Cursor> inner) : inner_(std::move(inner)) {}
    bool next() override { return false; }
    [[nodiscard]] int columns() const override { return inner_->columns(); }
    [[nodiscard]] std::string_view name(int column) const override { return inner_->name(column); }
    [[nodiscard]] bool is_null(int /*column*/) const override { return true; }
    [[nodiscard]] std::int64_t integer(int /*column*/) const override { return 0; }
    [[nodiscard]] double real(int /*column*/) const override { return 0; }
    [[nodiscard]] std::string_view text(int /*column*/) const override { return {}; }

  private:
    std::unique_ptr<Cursor> inner_;
};

/// The cursor of a statement of which a bug changes what a column says.
class Pretending final : public Cursor {
  public:
    Pretending(std::unique_ptr<Cursor> inner, std::shared_ptr<FaultPlan> plan,
               const Statement& statement)
        : inner_(std::move(inner)), plan_(std::move(plan)), statement_(statement) {}
    bool next() override { return inner_->next(); }
    [[nodiscard]] int columns() const override { return inner_->columns(); }
    [[nodiscard]] std::string_view name(int column) const override { return inner_->name(column); }
    [[nodiscard]] bool is_null(int column) const override { return inner_->is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const override { return inner_->integer(column); }
    [[nodiscard]] double real(int column) const override { return inner_->real(column); }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto instead = pretends(*plan_, statement_, inner_->name(column));
        return instead ? *instead : inner_->text(column);
    }

  private:
    std::unique_ptr<Cursor> inner_;
    std::shared_ptr<FaultPlan> plan_;
    const Statement& statement_;
};

/// A connection that goes back to the plan's, without a transaction, when its process lets it go.
class LentConnection : public Connection {
  public:
    LentConnection(std::unique_ptr<Connection> inner, std::shared_ptr<FaultPlan> plan,
                   std::optional<store::Database::Use> kept_for)
        : inner_(std::move(inner)), plan_(std::move(plan)), kept_for_(kept_for) {}
    ~LentConnection() override {
        if (!kept_for_) return;
        try {
            inner_->rollback();
        } catch (const StoreFailure&) {
            // There was nothing to undo.
        }
        plan_->kept[*kept_for_].push_back(std::move(inner_));
    }
    LentConnection(const LentConnection&) = delete;
    LentConnection& operator=(const LentConnection&) = delete;

    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& arguments) override {
        return inner_->query(statement, arguments);
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        return inner_->execute(statement, arguments);
    }
    std::int64_t execute_all(const Statement& statement,
                             const std::vector<Arguments>& rows) override {
        return inner_->execute_all(statement, rows);
    }
    void query_together(const std::vector<store::Question>& questions,
                        const std::function<void(std::size_t, Cursor&)>& take) override {
        inner_->query_together(questions, take);
    }
    std::vector<std::int64_t> execute_together(const std::vector<store::Change>& changes) override {
        return inner_->execute_together(changes);
    }
    void script(std::string_view text) override { inner_->script(text); }
    void begin() override { inner_->begin(); }
    void commit() override { inner_->commit(); }
    void rollback() override { inner_->rollback(); }
    void savepoint() override { inner_->savepoint(); }
    void release_savepoint() override { inner_->release_savepoint(); }
    void rollback_to_savepoint() override { inner_->rollback_to_savepoint(); }
    void prepare(const Statement& statement) override { inner_->prepare(statement); }
    void backup_to(const std::string& path) override { inner_->backup_to(path); }

  protected:
    std::unique_ptr<Connection> inner_;
    std::shared_ptr<FaultPlan> plan_;

  private:
    std::optional<store::Database::Use> kept_for_;
};

class FaultyConnection final : public LentConnection {
  public:
    using LentConnection::LentConnection;

    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& arguments) override {
        auto cursor = inner_->query(statement, arguments);
        if (hides(*plan_, statement)) return std::make_unique<WithoutRows>(std::move(cursor));
        if (plan_->bug == Bug::blind_gate)
            return std::make_unique<Pretending>(std::move(cursor), plan_, statement);
        return cursor;
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        if (plan_->bug == Bug::none) return inner_->execute(statement, arguments);
        if (swallows(*plan_, statement, arguments)) return 1;
        return claims(*plan_, statement,
                      inner_->execute(statement, altered(*plan_, statement, arguments)));
    }
    std::int64_t execute_all(const Statement& statement,
                             const std::vector<Arguments>& rows) override {
        if (plan_->bug == Bug::none) return inner_->execute_all(statement, rows);
        std::int64_t changed = 0;
        for (const auto& row : rows) changed += execute(statement, row);
        return changed;
    }
    void query_together(const std::vector<store::Question>& questions,
                        const std::function<void(std::size_t, Cursor&)>& take) override {
        if (plan_->bug == Bug::none) return inner_->query_together(questions, take);
        Connection::query_together(questions, take);
    }
    std::vector<std::int64_t> execute_together(const std::vector<store::Change>& changes) override {
        if (plan_->bug == Bug::none) return inner_->execute_together(changes);
        return Connection::execute_together(changes);
    }
    void commit() override {
        const Fault fault = std::exchange(plan_->next, Fault::none);
        plan_->happened = fault == Fault::none ? plan_->happened : fault;
        if (fault == Fault::disk_full)
            throw StoreFailure(StoreFailure::Cause::full, "simulated: the disk is full");
        if (fault == Fault::before_commit)
            throw StoreFailure(StoreFailure::Cause::broken, "simulated: died before the commit");
        if (fault == Fault::slow_disk && plan_->meanwhile) plan_->meanwhile();
        if (loses_commit(*plan_)) return inner_->rollback();
        inner_->commit();
        if (fault == Fault::after_commit)
            throw StoreFailure(StoreFailure::Cause::broken, "simulated: died after the commit");
    }
};

class FaultyDatabase final : public store::Database {
  public:
    FaultyDatabase(std::unique_ptr<Database> inner, std::shared_ptr<FaultPlan> plan)
        : inner_(std::move(inner)), plan_(std::move(plan)), keeps_(inner_->node() == nullptr) {}
    std::unique_ptr<Connection> connect(Use use) override {
        const auto kept_for = keeps_ ? std::optional(use) : std::nullopt;
        if (use == Use::read) return std::make_unique<LentConnection>(take(use), plan_, kept_for);
        return std::make_unique<FaultyConnection>(take(use), plan_, kept_for);
    }
    /// The simulation has several processes on it, also where it is a file.
    [[nodiscard]] bool shared() const override { return true; }

  private:
    std::unique_ptr<Connection> take(Use use) {
        auto& kept = plan_->kept[use];
        if (kept.empty()) return inner_->connect(use);
        auto connection = std::move(kept.back());
        kept.pop_back();
        return connection;
    }
    std::unique_ptr<Database> inner_;
    std::shared_ptr<FaultPlan> plan_;
    const bool keeps_;  ///< a session of PostgreSQL, which has a number of its own, ends with its process
};

}  // namespace

std::unique_ptr<store::Database> with_faults(std::unique_ptr<store::Database> inner,
                                             std::shared_ptr<FaultPlan> plan) {
    return std::make_unique<FaultyDatabase>(std::move(inner), std::move(plan));
}

}  // namespace jianghui::simulation
