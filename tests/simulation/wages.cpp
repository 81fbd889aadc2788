// What comes after the start of a seat: hours, objections, statements, payment.

#include <algorithm>

#include <fmt/format.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace {

struct Worked {
    Date started_on;
    Date last_on;
};
BOOST_DESCRIBE_STRUCT(Worked, (), (started_on, last_on))
constexpr store::Statement worked{
    "audit.worked",
    "SELECT started_on, COALESCE(ended_on, ends_on) AS last_on FROM seats WHERE id = :id AND started_on "
    "IS NOT NULL"};

struct SheetNow {
    std::string status;
};
BOOST_DESCRIBE_STRUCT(SheetNow, (), (status))
constexpr store::Statement sheet_now{"audit.sheet_now",
                                     "SELECT status FROM timesheets WHERE id = :id"};

struct StatementNow {
    std::int64_t id = 0;
    std::string status;
    std::int64_t seat = 0;  ///< of the timesheet
};
BOOST_DESCRIBE_STRUCT(StatementNow, (), (id, status, seat))
/// Those of the timesheet's share, the unfinished ones first.
constexpr store::Statement statements_now{
    "audit.statements_now",
    "SELECT s.id AS id, s.status AS status, t.seat_id AS seat FROM statements s JOIN timesheets t ON t.share_id = s.share_id "
    "WHERE t.id = :id ORDER BY CASE s.status WHEN 'confirmed' THEN 1 ELSE 0 END, s.month, s.part"};

struct Payee {
    std::int64_t person = 0;  ///< 0: the agency
};
BOOST_DESCRIBE_STRUCT(Payee, (), (person))
constexpr store::Statement unconfirmed{
    "audit.unconfirmed",
    "SELECT COALESCE(person, 0) AS person FROM statement_lines WHERE statement_id = :id AND live = 1 AND "
    "confirmed_at IS NULL ORDER BY id"};

std::int64_t timesheet_number(const std::string& id) { return TimesheetId::parse(id)->number; }

constexpr std::string_view with_words = R"("reason":"模拟")";

}  // namespace

void World::record_work() {
    if (begun_.empty()) return work_on_seat();
    const auto& seat = newest(begun_, 8);
    const auto rows = auditor_->rows<Worked>(worked, store::arguments("id", SeatId::parse(seat.id)->number));
    if (rows.empty()) return;
    const int days = std::max(0, days_between(rows[0].started_on,
                                              std::min(std::chrono::sys_days(rows[0].last_on),
                                                       std::chrono::sys_days(today()))));
    // Often the same days as another timesheet, now and then later than the work went on.
    const int from = static_cast<int>(pick(static_cast<std::size_t>(days) + 1));
    int to = from + static_cast<int>(pick(static_cast<std::size_t>(days - from) + (chance(5) ? 3 : 1)));
    if (add_days(rows[0].started_on, from).month() != add_days(rows[0].started_on, to).month() && chance(90))
        to = from;
    const auto quantity = 1 + random_.below(static_cast<std::uint64_t>(100 * (to - from + 1) + (chance(10) ? 200 : 0)));
    const auto& as = chance(80) ? agencies_[seat.agency] : workers_[seat.worker];
    const auto answer =
        send("record", {"/seats/" + seat.id + "/timesheets", as,
                        fmt::format(R"({{"from_on":"{}","to_on":"{}","quantity_hundredths":{},"submit":{}}})",
                                    date_text(add_days(rows[0].started_on, from)),
                                    date_text(add_days(rows[0].started_on, to)), quantity, chance(75)),
                        ""});
    if (!answer || answer->status >= 300) return;
    timesheets_.push_back(seat);
    timesheets_.back().id = answer->text("id");
}

void World::move_timesheet() {
    if (timesheets_.empty()) return record_work();
    const auto& sheet = newest(timesheets_, 8);
    const auto rows = auditor_->rows<SheetNow>(sheet_now, store::arguments("id", timesheet_number(sheet.id)));
    if (rows.empty()) return note_broken("a recorded timesheet is gone: " + sheet.id);
    const std::string path = "/timesheets/" + sheet.id, &status = rows[0].status;
    const auto& agency = agencies_[sheet.agency];
    const auto& employer = employers_[sheet.employer];
    const auto& worker = workers_[sheet.worker];
    const std::string why = fmt::format("{{{}}}", with_words);
    if (status == "open" || status == "returned") {
        if (chance(70)) return void(send("submit", {path + "/submit", agency, "{}", ""}));
        send("change_timesheet", {path, agency,
                                  fmt::format(R"({{"quantity_hundredths":{},"submit":{}}})",
                                              1 + random_.below(120), chance(50)),
                                  "", http::Method::patch});
    } else if (status == "submitted" && chance(85)) {
        if (chance(80)) return void(send("approve", {path + "/approve", employer, "{}", ""}));
        send("return", {path + "/return", employer, why, ""});
    } else if (status == "disputed") {
        send("decide", {path + "/decide", official_,
                        fmt::format(R"({{"quantity_hundredths":{},{}}})", random_.below(200), with_words), ""});
    } else if (status == "submitted" || chance(30)) {
        send("dispute", {path + "/dispute", worker, why, ""});
    } else {
        move_statement();
    }
}

void World::move_statement() {
    if (timesheets_.empty()) return record_work();
    const auto& sheet = newest(timesheets_, 12);
    const auto rows = auditor_->rows<StatementNow>(statements_now, store::arguments("id", timesheet_number(sheet.id)));
    if (rows.empty()) return record_work();
    const auto& agency = agencies_[sheet.agency];
    const auto& employer = employers_[sheet.employer];
    const std::string path = "/statements/" + StatementId{rows[0].id}.text(), &status = rows[0].status;
    if (chance(status == "confirmed" || status == "paid" ? 6 : 12)) {
        const std::string seat = chance(50) ? fmt::format(R"("seat":"{}",)", SeatId{rows[0].seat}.text()) : "";
        send("correct", {path + "/correct", chance(50) ? employer : agency,
                         fmt::format(R"({{"lines":[{{{}"amount_fen":{}}}],{}}})", seat,
                                     static_cast<std::int64_t>(random_.below(6001)) - 3000, with_words),
                         ""});
    } else if (status == "draft") {
        send("agree", {path + "/agree", chance(50) ? employer : agency, "{}", ""});
    } else if (status == "agreed") {
        send("instruct", {path + "/instruct", employer, R"({"reference":"B-1"})", ""});
    } else if (status == "instructed") {
        send("pay", {path + "/paid", employer,
                     fmt::format(R"({{"reference":"B-1","paid_on":"{}"}})", date_text(today())), ""});
    } else if (status == "paid") {
        const auto payees = auditor_->rows<Payee>(unconfirmed, store::arguments("id", rows[0].id));
        const std::int64_t person = payees.empty() ? 0 : payees[pick(payees.size())].person;
        const auto payee = std::find_if(workers_.begin(), workers_.end(), [&](const access::Caller& one) {
            return one.person.number == person;
        });
        send("confirm_payment",
             {path + "/confirm", payee == workers_.end() ? agency : *payee, "{}", ""});
    }
}

}  // namespace jianghui::simulation
