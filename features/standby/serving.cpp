// Who waits is served: called by features/orders whenever seats can be taken again.

#include <algorithm>

#include "features/shares/api.hpp"
#include "features/standby/endpoints.hpp"
#include "features/standby/queries.hpp"
#include "features/standby/rules.hpp"
#include "features/standby/store.hpp"

namespace jianghui::standby {
namespace {

/// One round of calls for the seats that are free now.
class Round {
  public:
    Round(app::Command& command, const orders::OrderRow& order)
        : command_(command), awarding_(command, order), order_(order.id),
          left_(order.remaining) {}

    void call(StandbyRow row) {
        const int most = awarding_.most(row.agency, row.seats);
        if (left_ < row.at_least) return;  // Not worth it yet: it waits for more.
        const int seats = std::max(most, row.at_least);
        const auto share = awarding_.decide({row.agency, seats, row.account}, command_.now);
        if (share) {
            left_ -= seats;
            row.status = StandbyStatus::served;
            row.given = seats;
            row.share_id = share->id;
            changed_.push_back(std::move(row));
        } else if (!is_of_order(share.error().code)) {
            pass_over(std::move(row), share.error().code);
        }
    }
    [[nodiscard]] bool over() const { return left_ == 0; }

    /// Writes shares and calls. When somebody without the baton was faster nothing was given.
    int write() {
        if (!awarding_.write()) return orders::find(command_.db, order_)->remaining;
        for (auto& row : changed_) {
            if (!update(command_, row)) continue;
            const bool served = row.status == StandbyStatus::served;
            record(command_, served ? standby_called : standby_passed, row,
                   served ? row.given : row.seats);
        }
        return left_;
    }

  private:
    /// Recorded when the reason is another than before: its agency is told once.
    void pass_over(StandbyRow row, const std::string& reason) {
        if (row.passed_reason == reason) return;
        row.passed_reason = reason;
        row.passed_at = command_.now;
        changed_.push_back(std::move(row));
    }

    app::Command& command_;
    shares::Awarding awarding_;
    OrderId order_;
    int left_;
    std::vector<StandbyRow> changed_;
};

}  // namespace

int serve(app::Command& command, const orders::OrderRow& order, OrganisationId from) {
    if (!orders::first_come(order)) return order.remaining;
    auto waiting = waiting_of(command.db, order.id);
    if (waiting.empty()) return order.remaining;
    Round round(command, order);
    for (auto& row : waiting) {
        if (round.over()) break;
        if (row.agency != from) round.call(std::move(row));
    }
    return round.write();
}

void end_all(app::Command& command, const orders::OrderRow& order) {
    for (auto& row : waiting_of(command.db, order.id)) {
        row.status = StandbyStatus::over;
        if (update(command, row)) record(command, standby_ended, row, row.seats);
    }
}

}  // namespace jianghui::standby
