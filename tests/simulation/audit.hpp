#pragma once
// The auditor of a simulated market: looks at the database from outside, over a connection of its
// own. Triggers note which rows change, whoever changes them, so that a look costs what was changed
// and not what there is.

#include <memory>
#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "tests/simulation/notes.hpp"

namespace jianghui::simulation {

/// An order as it stands in the database.
struct OrderNow {
    int remaining = 0;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(OrderNow, (), (remaining, status))

class Auditor {
  public:
    /// Enters its triggers and indexes; the tables must be there. On SQLite `take_notes` must have been
    /// called before anybody opened the database.
    Auditor(std::unique_ptr<store::Database> database, bool postgres);
    ~Auditor();
    Auditor(const Auditor&) = delete;
    Auditor& operator=(const Auditor&) = delete;

    /// Each broken invariant with what breaks it, in words, among what was changed since the last
    /// look. Finds whatever `look_at_everything` finds of it.
    [[nodiscard]] std::vector<std::string> look_at_changes();
    /// The same of the whole database. O(database).
    [[nodiscard]] std::vector<std::string> look_at_everything();

    [[nodiscard]] OrderNow order(const std::string& id);
    /// What actors look up before they act: cheaper than asking the program, which would have to be
    /// believed.
    template <codec::DescribedStruct T>
    [[nodiscard]] std::vector<T> rows(const store::Statement& statement,
                                      const store::Arguments& arguments) {
        connection_->begin();
        auto found = store::Reader(*connection_).all<T>(statement, arguments);
        connection_->rollback();
        return found;
    }
    /// Whether the last look at the changes saw an order among them.
    [[nodiscard]] bool orders_changed() const { return orders_changed_; }
    /// A digest of the whole journal: equal for equal stories.
    [[nodiscard]] std::string digest_of_journal();

    /// Changes rows behind everybody's back: for tests of the auditor itself.
    void tamper(const std::string& sql);

  private:
    class Questions;
    void ask(const store::Statement& statement, std::int64_t thing, std::vector<std::string>& broken);
    /// What is broken among the things that were changed; notes whether orders were.
    void look_at_notes(std::vector<std::string>& broken);
    void look_at_noted_rows(std::vector<std::string>& broken);
    void look_at_events(std::vector<std::string>& broken);
    void shorten_log();

    std::unique_ptr<store::Database> database_;
    std::unique_ptr<store::Connection> connection_;
    std::unique_ptr<store::Connection> tampers_;  ///< once somebody did
    Questions& questions_;
    std::shared_ptr<Notes> notes_;  ///< on SQLite
    std::int64_t change_ = 0;       ///< on PostgreSQL: the last row of notes that was looked at
    std::int64_t position_ = 0;     ///< the last of the journal that was looked at
    bool orders_changed_ = false;
    int looks_ = 0;
};

}  // namespace jianghui::simulation
