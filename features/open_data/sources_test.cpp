// What offices publish, as tables: rows as other features keep them, events as they append them.

#include <gtest/gtest.h>

#include "features/statistics/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::open_data {
namespace sources_test {

constexpr std::int64_t catalogue = 9'000'001, guide = 9'000'002, assessment = 9'000'003,
                       proposed = 9'000'004, warning = 9'000'005, computed = 9'000'006, survey = 9'000'007;

constexpr store::Statement insert_catalogue{"sources.catalogue", R"(
INSERT INTO shortage_catalogues (id, city, place, period, status, version, number, demand_formula,
    supply_formula, position, too_few, included, excluded, digest, note, made_by, made_at, submitted_by,
    published_by, published_at, changed_at)
VALUES (:id, '511500', '511500', '2026Q3', 'published', 1, '宜宾〔2026〕3', 1, 1, 7, 0, '[]', '[]', '', '', 1, :at, 1,
    2, :at, :at))"};
constexpr store::Statement insert_entry{"sources.entry", R"(
INSERT INTO shortage_entries (city, catalogue_id, line, place, occupation, facts, score, grade, cause)
VALUES ('511500', :id, :line, '511500', :occupation, :facts,
    '{"points":700,"known_weight":80,"parts":[]}', :grade, 'skill'))"};
constexpr store::Statement insert_guide{"sources.guide", R"(
INSERT INTO pay_surveys (id, city, place, year, status, wanted, seed, frame_digest, listed, sampled, counted,
    persons, short_year, outliers, parameters, made_by, made_at, drawn_at, computed_by, computed_at,
    published_by, published_at)
VALUES (:id, '510500', '510500', 2025, 'published', 3, 's', 'd', 9, 3, 3, 60, 0, 0, '[]', 1, :at, :at, 1, :at,
    2, :at))"};
constexpr store::Statement insert_cell{"sources.cell", R"(
INSERT INTO pay_cells (city, survey, line, occupation, pooled, level, place, hidden, persons, companies, p10,
    p25, p50, p75, p90, mean)
VALUES ('510500', :id, :line, '6-02-06-03', 0, '', '', :hidden, :persons, :persons, 1, 2, :pay, 4, 5, :pay))"};
constexpr store::Statement insert_cost{"sources.cost", R"(
INSERT INTO pay_cost_cells (city, survey, line, industry, companies, per_person, parts, of_revenue, of_costs,
    of_value_added, profit, formula)
VALUES ('510500', :id, 1, 'C', 4, 8000000, '[{"parts":"wages","per_person":6000000},{"parts":"housing+other","per_person":2000000}]',
    429, NULL, NULL, -25, 1))"};
constexpr store::Statement insert_assessment{"sources.assessment", R"(
INSERT INTO duty_assessments (id, city, place, year, set_place, status, score_lines, points, adjusted, made_by,
    made_at, agreed_by, told_at, appeal_until, appeal, decision, decided_by, published_at, changed_at)
VALUES (:id, :place, :place, 2025, '510000', :status,
    '[{"counts":"in_time","title":{"zh":"按期","en":"In time"},"weight":40,"of":0,"per_mille":null}]',
    870, -10, 1, :at, 2, :at, NULL, '', '某人的申诉', NULL, :published_at, :at))"};
constexpr store::Statement insert_warning{"sources.warning", R"(
INSERT INTO shortage_warnings (id, city, occupation, period, level, level_before, status, due_at, note,
    measures, computed_at, decided_by, decided_at, answered_by, answered_at)
VALUES (:id, '511500', :occupation, 8106, 'red', 'none', :status, NULL, '', '招聘专场', :at, NULL, :decided, NULL,
    NULL))"};
constexpr store::Statement insert_flow{"sources.flow", R"(
INSERT INTO shortage_flows (city, origin, period, kind, amount)
VALUES (:city, :origin, :period, 'residence', :amount))"};

constexpr store::Statement insert_survey{"sources.survey", R"(
INSERT INTO surveys (id, city, place, title, status, questions, version, commitment, secret_box, secret, position,
    seed, frame_digest, allotment, wanted, villages, households, cell_min, made_by, made_at, started_at, computed_by,
    computed_at, published_by, published_at)
VALUES (:id, '511500', '511500', '2026年调查', 'published',
    '[{"code":"out","title":"外出","kind":"choice","of_member":false,"required":true,"options":[{"code":"yes","title":"有"},{"code":"no","title":"无"}],"min":null,"max":null,"unit":"","shown_when":null}]',
    1, 'c', '', 's', 5, 's', 'd', 'proportional', 18, 1, 60, 10, 1, :at, :at, 1, :at, 2, :at))"};
constexpr store::Statement insert_result{"sources.result", R"(
INSERT INTO survey_results (city, survey, line, place, question, choice, hidden, answered, value, low, high, total,
    total_low, total_high)
VALUES ('511500', :id, :line, '', 'out', :choice, :hidden, :answered, :value, :value, :value, :value, 0, 0))"};

std::string facts(int supply) {
    return R"({"demand":40,"supply":)" + std::to_string(supply) +
           R"(,"undecided":0,"demand_before":0,"days":null,"days_rank":null,"pay_fen":null,"pay_place_fen":null,)"
           R"("pay_elsewhere_fen":null,"spare_elsewhere":0,"spare_neighbours":0})";
}

class Published : public testing::Test {
  protected:
    Published() {
        world_.store().write([&](store::Transaction& db) {
            const Instant at = world_.clock().now();
            const auto with = [&](std::int64_t id, const auto&... more) {
                return store::arguments("id", id, "at", at, more...);
            };
            db.execute(insert_catalogue, with(catalogue));
            db.execute(insert_entry, with(catalogue, "line", 1, "occupation", "6-02-06-03", "facts",
                                          facts(20), "grade", "severe"));
            db.execute(insert_entry, with(catalogue, "line", 2, "occupation", "6-02-06-07", "facts",
                                          facts(3), "grade", "mild"));
            db.execute(insert_entry, with(catalogue, "line", 3, "occupation", "4-04-05-01", "facts",
                                          facts(40), "grade", "none"));
            db.execute(insert_guide, with(guide));
            db.execute(insert_cell, with(guide, "line", 1, "hidden", 0, "persons", 60, "pay", 8'000'000));
            db.execute(insert_cell, with(guide, "line", 2, "hidden", 1, "persons", 0, "pay", 0));
            db.execute(insert_cost, with(guide));
            db.execute(insert_assessment, with(assessment, "place", "511500", "status", "published",
                                               "published_at", at));
            db.execute(insert_assessment, with(proposed, "place", "510300", "status", "told",
                                               "published_at", std::optional<Instant>()));
            db.execute(insert_warning, with(warning, "occupation", "6-02-06-03", "status", "issued",
                                            "decided", at));
            db.execute(insert_warning, with(computed, "occupation", "6-02-06-07", "status", "computed",
                                            "decided", std::optional<Instant>()));
            const int last = statistics::period_of(statistics::PeriodKind::quarter, at) - 1;
            db.execute(insert_flow, with(0, "city", "511500", "origin", "510500", "period", last, "amount", 3));
            db.execute(insert_flow, with(0, "city", "510500", "origin", "511500", "period", last, "amount", 25));
            db.execute(insert_survey, with(survey));
            db.execute(insert_result, with(survey, "line", 1, "choice", "yes", "hidden", 0, "answered", 18, "value", 400));
            db.execute(insert_result, with(survey, "line", 2, "choice", "no", "hidden", 1, "answered", 0, "value", 0));
            append(db, "survey.published", survey);
            append(db, "shortage.published", catalogue);
            append(db, "pay_survey.published", guide);
            append(db, "assessment.published", assessment);
            return true;
        });
        world_.clock().advance(std::chrono::seconds(2));
        world_.app().run_due_jobs();
    }
    void append(store::Transaction& db, const std::string& kind, std::int64_t subject) {
        journal::Event event;
        event.at = world_.clock().now();
        event.kind = kind;
        event.city = {"511500"};
        event.subject_kind = "published";
        event.subject = {subject};
        event.data = boost::json::object{};
        journal::append(db, event);
    }
    std::string csv(const std::string& table) {
        const auto answer = world_.get("/open-data/" + table + "/versions/1/csv", {});
        EXPECT_EQ(answer.status, 200) << table;
        return answer.bytes;
    }
    test::TestApp world_;
};

TEST_F(Published, DocumentsAreTablesWithWhatMayBePublicOfThem) {
    const auto shortage = csv("shortage-catalogue-511500");
    EXPECT_NE(shortage.find("2026Q3,511500,宜宾市,6-02-06-03,白酒酿造工,severe,skill,40,0,20,200,,,700,false,0\r\n"),
              std::string::npos) << shortage;
    EXPECT_NE(shortage.find("mild,skill,40,0,,,,,,true,0\r\n"), std::string::npos)
        << "few people are told to nobody: " << shortage;
    EXPECT_EQ(shortage.find("4-04-05-01"), std::string::npos) << "without a grade it is not in the catalogue";
    const auto pay = csv("pay-guide-510500");
    EXPECT_NE(pay.find(",false,60,60,1,2,8000000,4,5,8000000\r\n"), std::string::npos) << pay;
    EXPECT_NE(pay.find(",true,,,,,,,,\r\n"), std::string::npos) << "a hidden cell has no numbers: " << pay;
    const auto cost = csv("labour-cost-510500");
    EXPECT_NE(cost.find("2025,C,制造业,4,total,8000000,1000\r\n2025,C,制造业,4,wages,6000000,750\r\n"
                        "2025,C,制造业,4,housing+other,2000000,250\r\n2025,C,制造业,4,of_revenue,,429\r\n"
                        "2025,C,制造业,4,of_costs,,\r\n"), std::string::npos) << cost;
    EXPECT_NE(cost.find(",profit,,-25\r\n"), std::string::npos) << "a loss: " << cost;
    const auto rural = csv("rural-survey-511500");
    EXPECT_NE(rural.find("2026年调查,511500,宜宾市,out,外出,yes,有,false,false,18,400,400,400,400,0,0\r\n"),
              std::string::npos) << rural;
    EXPECT_NE(rural.find(",no,无,false,true,,,,,,,\r\n"), std::string::npos) << "hidden: " << rural;
    const auto duties = csv("duty-assessments");
    EXPECT_NE(duties.find("2025,511500,宜宾市,in_time,按期,40,0,,870,-10,"), std::string::npos) << duties;
    EXPECT_EQ(duties.find("510300"), std::string::npos) << "told to the place alone";
    EXPECT_EQ(duties.find("申诉的"), std::string::npos);
    EXPECT_EQ(duties.find("某人"), std::string::npos) << "no words of people";
}

TEST_F(Published, WarningsAndFlowsAreAsEverybodySeesThem) {
    const auto warnings = csv("shortage-warnings");
    EXPECT_NE(warnings.find("宜宾市,6-02-06-03,白酒酿造工,2026Q3,red,none,issued,"), std::string::npos) << warnings;
    EXPECT_EQ(warnings.find("6-02-06-07"), std::string::npos) << "not decided yet";
    EXPECT_EQ(warnings.find("招聘专场"), std::string::npos);
    const auto flows = csv("talent-flows-residence");
    EXPECT_NE(flows.find("511500,宜宾市,510500,泸州市,25,false\r\n"), std::string::npos) << flows;
    EXPECT_NE(flows.find("510500,泸州市,511500,宜宾市,,true\r\n"), std::string::npos) << "too few";
    EXPECT_NE(flows.find("510500,泸州市,510500,泸州市,0,false\r\n"), std::string::npos) << "nobody";
    EXPECT_NE(flows.find("510500,泸州市,510300,自贡市,,false\r\n"), std::string::npos) << "nothing is known of it: no 0";
    EXPECT_EQ(world_.get("/open-data/talent-flows-work", {}).status, 404) << "nobody ever moved";
}

}  // namespace sources_test
}  // namespace jianghui::open_data
