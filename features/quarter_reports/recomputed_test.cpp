// Every cell of the thirteen tables of two quarters, for a city and the region, for offices and for everybody, made a second time from
// the raw journal and from what the test wrote into the registers (recount_test.hpp). Orders and people are random and come through
// the API.

#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/organisations/api.hpp"
#include "features/quarter_reports/recount_test.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::quarter_reports {
namespace recomputed_test {

using recount::KnownPerson;
using recount::Number;
using recount::Tables;

class QuarterReportsRecomputed : public testing::Test {
  protected:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    template <std::size_t N>
    std::string one_of(const char* const (&words)[N]) {
        return words[below(static_cast<int>(N))];
    }
    std::string place() { return one_of({"511502", "511502", "511504", "510502", "510521"}); }
    std::string occupation() { return one_of({"6-02-06-03", "6-02-06-07", "4-04-05-01", "2-02-02-02", "2-02-02-01", "5-01-02-01"}); }

    struct Employer {
        access::Caller caller;
        std::string credit_code;
    };
    /// A verified one of that kind and industry.
    Employer employer(const std::string& kind, const std::string& industry) {
        organisations::NewOrganisation wanted;
        wanted.name.text = fmt::format("重算单位{}", ++organisations_);
        for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
            wanted.credit_code = fmt::format("{}511502MA7{:06}{}", kind, organisations_, last);
            if (credit_code_checks(wanted.credit_code)) break;
        }
        wanted.place = {"511502"};
        wanted.industry = IndustryCode{industry};
        wanted.address.text = "测试路 2 号";
        OrganisationId made;
        const access::Caller nobody;
        world_.store().write([&](store::Transaction& transaction) {
            app::Command command(transaction, nobody, world_.clock().now(), world_.app().services(),
                                 world_.app().services().get<IdSource>());
            const auto id = organisations::register_organisation(command, wanted);
            if (!id || !organisations::verify(command, *id)) return false;
            made = *id;
            return true;
        });
        EXPECT_TRUE(made) << kind;
        return {world_.caller(access::Role::employer, made, "511502"), wanted.credit_code};
    }
    void order(const Employer& employer, const std::string& occupation, const std::string& place, const std::string& starts_on) {
        recount::KnownOrder known;
        known.credit_code = employer.credit_code;
        known.education = one_of({"", "", "junior", "vocational", "college", "bachelor", "master"});
        known.skill_level = std::max(0, below(9) - 3);
        std::string more;
        if (!known.education.empty()) more += R"(,"education":")" + known.education + "\"";
        if (known.skill_level > 0)
            more += fmt::format(R"(,"skills":[{{"name":"设备操作","level":{}}},{{"name":"质量检验","level":1}}])", known.skill_level);
        const auto draft = world_.post(
            "/orders", employer.caller,
            fmt::format(R"({{"title":"白酒酿造工","occupation":"{}","place":"{}","headcount":{},"description":"负责起窖、拌料、上甑、摘酒",)"
                        R"("kind":"flex","address":"二车间","hours_per_day_tenths":80,"starts_on":"{}","ends_on":"{}",)"
                        R"("pay_unit":"day","pay_min_fen":20000,"pay_max_fen":26000{}}})",
                        occupation, place, 1 + below(20), starts_on, date_text(add_days(*parse_date(starts_on), 30)), more));
        ASSERT_EQ(draft.status, 201) << draft.bytes;
        const auto opened = world_.post("/orders/" + draft.text("id") + "/publish", employer.caller);
        ASSERT_EQ(opened.text("status"), "open") << opened.bytes;
        registers_.orders[OrderId::parse(draft.text("id"))->number] = known;
    }
    /// Fourteen posts, four of them twice: together they ask for the sum, and the newer one says what for.
    void orders(const std::string& starts_on) {
        for (int i = 0; i < 14; ++i) {
            const auto& of = employers_[static_cast<std::size_t>(below(static_cast<int>(employers_.size())))];
            const auto work = occupation(), where = place();
            order(of, work, where, starts_on);
            if (i % 4 == 0) order(of, work, where, starts_on);
        }
    }
    static std::string stated(const KnownPerson& person) {
        std::string text;
        if (!person.education.empty()) text += R"(,"education":")" + person.education + "\"";
        if (!person.seeker_kind.empty()) text += R"(,"seeker_kind":")" + person.seeker_kind + "\"";
        if (person.skill_level > 0)
            text += fmt::format(R"(,"skills":[{{"name":"设备操作","level":{}}},{{"name":"质量检验","level":0}}])", person.skill_level);
        return text;
    }
    void people(int count) {
        std::vector<KnownPerson> known;
        std::vector<test::TestApp::Posted> requests;
        for (int i = 0; i < count; ++i) {
            KnownPerson person;
            const int year = 1960 + below(50);
            // Birthdays on the last day of a quarter and on the day after it are what ages turn on.
            const auto day = one_of({"12-31", "01-01", "03-31", "04-01", "06-15", "09-09"});
            person.born = *parse_date(std::to_string(year) + "-" + day);
            person.female = below(3) == 0;
            person.education = one_of({"", "primary", "junior", "senior", "vocational", "college", "bachelor", "master", "doctor"});
            person.seeker_kind = one_of({"", "", "graduate", "new_youth", "lost_job", "other_unemployed", "employed", "rural_local"});
            person.skill_level = std::max(0, below(8) - 2);
            std::string number = fmt::format("511502{}{}{}{:03}", year, day.substr(0, 2), day.substr(3),
                                             2 * ++people_ + (person.female ? 0 : 1));
            number += identity_check_character(number);
            const std::string wish = below(6) == 0 ? "" : "\"" + occupation() + "\"";
            requests.push_back({"/people", agency_,
                                fmt::format(R"({{"name":"王某","id_number":"{}","place":"{}","occupations":[{}]{}}})", number, place(),
                                            wish, stated(person)),
                                "person" + std::to_string(people_)});
            known.push_back(person);
        }
        const auto answers = world_.post_together(requests);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            ASSERT_EQ(answers[i].status, 201) << answers[i].bytes;
            registers_.people[PersonId::parse(answers[i].text("id"))->number] = known[i];
        }
    }
    /// Some say something else of themselves later: a report is by what is registered when it is compiled.
    void some_change() {
        int number = 0;
        for (auto& [id, person] : registers_.people) {
            if (++number % 7 != 0) continue;
            person.education = "college";
            person.seeker_kind = "employed";
            const auto answer = world_.send(http::Method::patch, "/people/" + PersonId{id}.text(), agency_,
                                            R"({"education":"college","seeker_kind":"employed"})");
            ASSERT_EQ(answer.status, 200) << answer.bytes;
        }
    }
    void go_to(const std::string& instant) {
        world_.clock().set(*parse_instant(instant));
        world_.run_jobs(6);
    }

    std::string compiled(const std::string& period, const std::string& of) {
        const auto made = world_.post("/quarter-reports", maker_,
                                      R"({"period":")" + period + "\"" + (of.empty() ? "" : R"(,"place":")" + of + "\"") + "}",
                                      "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << made.bytes;
        return made.text("id");
    }
    void publish(const std::string& report) {
        const auto act = [&](const char* what, const access::Caller& as) {
            const auto answer = world_.post("/quarter-reports/" + report + "/" + what, as);
            EXPECT_EQ(answer.status, 200) << answer.bytes;
        };
        act("submit", maker_);
        act("publish", checker_);
    }
    std::vector<TableView> tables(const std::string& report, const access::Caller& as) {
        const auto answer = world_.get("/quarter-reports/" + report + "/tables", as);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return codec::decode<TablesView>(answer.bytes).value().items;
    }

    static Number change(const Number& before, const Number& now) {
        return before && now ? Number(*now - *before) : std::nullopt;
    }
    static Number growth(std::int64_t before, std::int64_t now) { return recount::divided(10'000 * (now - before), before); }

    /// All columns of all rows, and of the total.
    void compare(const std::vector<TableView>& shown, const Tables& wanted, const Tables* before) {
        EXPECT_EQ(shown.size(), 13U);
        for (const auto& table : shown) {
            const recount::Columns now(table.table, wanted);
            ASSERT_EQ(table.rows.size(), now.rows().size()) << codec::enum_text(table.table);
            for (std::size_t i = 0; i < table.rows.size(); ++i) compare_row(table, table.rows[i], now, now.rows()[i], before);
            const recount::Columns overall(TableName::overall, wanted);
            EXPECT_EQ(table.total.demand.amount, overall.demand());
            EXPECT_EQ(table.total.supply.amount, overall.supply());
            EXPECT_EQ(table.total.ratio, recount::divided(100 * overall.demand(), overall.supply()));
            if (before == nullptr) continue;
            const recount::Columns then(TableName::overall, *before);
            EXPECT_EQ(table.total.demand.growth_quarter, growth(then.demand(), overall.demand()));
            EXPECT_EQ(table.total.supply.growth_quarter, growth(then.supply(), overall.supply()));
            EXPECT_EQ(table.total.ratio_quarter, change(recount::divided(100 * then.demand(), then.supply()), table.total.ratio));
        }
    }
    void compare_row(const TableView& table, const RowView& shown, const recount::Columns& now, const recount::Row& row,
                     const Tables* before) {
        const auto what = std::string(codec::enum_text(table.table)) + " " + shown.code;
        EXPECT_EQ(shown.code, row.code) << what;
        EXPECT_EQ(shown.merged, row.codes.size() > 1) << what;
        EXPECT_EQ(shown.demand.amount, row.group.demand) << what;
        EXPECT_EQ(shown.supply.amount, row.group.supply) << what;
        EXPECT_EQ(shown.demand.share, now.demand_share(row)) << what;
        EXPECT_EQ(shown.supply.share, now.supply_share(row)) << what;
        EXPECT_EQ(shown.ratio, now.ratio(row)) << what;
        EXPECT_FALSE(shown.demand.share_year || shown.supply.growth_year || shown.ratio_year) << "nothing was published a year ago";
        ++rows_;
        merged_ += shown.merged ? 1 : 0;
        const Tables none;
        const recount::Columns then(table.table, before == nullptr ? none : *before);
        const auto* was = then.same(row);
        if (was == nullptr) {
            EXPECT_FALSE(shown.demand.share_quarter || shown.supply.share_quarter || shown.demand.growth_quarter ||
                         shown.supply.growth_quarter || shown.ratio_quarter) << what;
            return;
        }
        EXPECT_EQ(shown.demand.share_quarter, change(then.demand_share(*was), now.demand_share(row))) << what;
        EXPECT_EQ(shown.supply.share_quarter, change(then.supply_share(*was), now.supply_share(row))) << what;
        EXPECT_EQ(shown.demand.growth_quarter, growth(was->group.demand, row.group.demand)) << what;
        EXPECT_EQ(shown.supply.growth_quarter, growth(was->group.supply, row.group.supply)) << what;
        EXPECT_EQ(shown.ratio_quarter, change(then.ratio(*was), now.ratio(row))) << what;
        ++compared_;
    }

    void live_and_compare(std::uint32_t seed) {
        random_.seed(seed);
        for (const char* kind : {"91", "91", "91", "92", "92", "12", "53"})
            employers_.push_back(employer(kind, one_of({"A0141", "C1512", "C1512", "H6110", "G5320"})));
        std::map<std::string, std::pair<Tables, Tables>> before;  // for offices, for everybody, by place
        for (int number = 4; number <= 5; ++number) {
            if (number == 5) some_change();
            orders(number == 4 ? "2026-12-10" : "2027-02-10");
            people(90);
            go_to(number == 4 ? "2027-01-04T10:00:00+08:00" : "2027-04-02T10:00:00+08:00");
            const auto quarter = test::recount::quarter(2026, number);
            for (const std::string of : {"", "511500"}) {
                SCOPED_TRACE(fmt::format("seed {} {} {}", seed, quarter.name, of));
                const recount::Making made(test::recount::whole_journal(world_.store()), quarter, of, registers_);
                const auto for_the_office = made.for_the_office();
                const auto for_everybody = made.for_everybody();
                const bool first = number == 4;
                const auto report = compiled(quarter.name, of);
                compare(tables(report, maker_), for_the_office, first ? nullptr : &before[of].first);
                ASSERT_FALSE(for_everybody.empty());
                publish(report);
                compare(tables(report, {}), for_everybody, first ? nullptr : &before[of].second);
                before[of] = {for_the_office, for_everybody};
            }
        }
        EXPECT_GT(rows_, 300);
        EXPECT_GT(compared_, 100);
        EXPECT_GT(merged_, 10);
    }

    test::TestApp world_;
    access::Caller agency_ = world_.agency("511502");
    access::Caller maker_ = world_.official("511500");
    access::Caller checker_ = world_.official("511500");
    std::mt19937 random_;
    std::vector<Employer> employers_;
    recount::Registers registers_;
    int organisations_ = 0;
    int people_ = 0;
    int keys_ = 0;
    int rows_ = 0;
    int compared_ = 0;
    int merged_ = 0;
};

TEST_F(QuarterReportsRecomputed, OneMarket) { live_and_compare(5); }
TEST_F(QuarterReportsRecomputed, Another) { live_and_compare(29); }
TEST_F(QuarterReportsRecomputed, AThird) { live_and_compare(101); }

}  // namespace recomputed_test
}  // namespace jianghui::quarter_reports
