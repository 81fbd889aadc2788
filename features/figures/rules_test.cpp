#include "features/figures/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::figures {
namespace {

TEST(SeatState, IsProvisionalWithOneSideAndVerifiedWithBoth) {
    using S = std::optional<State>;
    EXPECT_EQ(seat_state("seat.start_confirmed", {}), S(State::provisional));
    EXPECT_EQ(seat_state("seat.on_site", S(State::provisional)), S(State::verified));
    EXPECT_EQ(seat_state("seat.on_site", {}), S(State::verified));
    EXPECT_EQ(seat_state("seat.no_show", S(State::provisional)), S());
    EXPECT_EQ(seat_state("seat.ended_early", S(State::verified)), S(State::verified));
    EXPECT_EQ(seat_state("seat.start_confirmed", S(State::verified)), S(State::verified));
}

boost::json::object statement(std::string_view status) {
    return {{"order", OrderId{7}.text()}, {"agency_place", "510502"}, {"order_kind", "dispatch"},
            {"month", "2026-12"},         {"status", status},         {"wage_fen", 500000},
            {"fee_fen", 30000},           {"something_new", true}};
}

TEST(Statement, IsReadStrictlyInTypesAndIgnoresTheRest) {
    const auto fact = read_statement(statement("agreed"));
    ASSERT_TRUE(fact);
    EXPECT_EQ(fact->state, std::optional(State::provisional));
    EXPECT_EQ(fact->gross, 530000);
    EXPECT_EQ(fact->net, 30000);
    EXPECT_EQ(fact->year, 2026);
    EXPECT_EQ(read_statement(statement("draft"))->state, std::nullopt);
    EXPECT_EQ(read_statement(statement("confirmed"))->state, std::optional(State::verified));
    for (const auto* name : {"order", "agency_place", "order_kind", "month", "status", "wage_fen"}) {
        auto broken = statement("agreed");
        broken[name] = true;
        EXPECT_FALSE(read_statement(broken)) << name;
        broken.erase(name);
        EXPECT_FALSE(read_statement(broken)) << name;
    }
    EXPECT_FALSE(read_statement(nullptr));
}

TEST(Statement, WagesCountOnlyWhereTheAgencyPassesThemOn) {
    auto recruit = statement("agreed");
    recruit["order_kind"] = "recruit";
    EXPECT_EQ(read_statement(recruit)->gross, 30000);
}

TEST(FigureId, ReadsWhatItWrites) {
    for (const auto& key : {FigureKey{{"511500"}, 2026, Measure::revenue_net},
                            FigureKey{{}, 2025, Measure::talent}})
        EXPECT_EQ(parse_figure_id(figure_id(key)), key);
    for (const auto* wrong : {"", "511500", "511500-2026", "511500-26-revenue", "5115-2026-revenue",
                              "511500-2026-profit", "511500-2026-revenue-x", "-2026-revenue2"})
        EXPECT_FALSE(parse_figure_id(wrong)) << wrong;
}

TEST(Progress, IsRoundedDown) {
    EXPECT_EQ(progress_per_mille(999, 1000), 999);
    EXPECT_EQ(progress_per_mille(1999, 2000), 999);
    EXPECT_EQ(progress_per_mille(3000, 1000), 3000);
}

TEST(Service, IsOnePerEmployerAgencyKindAndYear) {
    Record placement;
    placement.employer = OrganisationId{1};
    placement.agency = OrganisationId{2};
    placement.year = 2026;
    placement.fact = "seat";
    auto other = placement;
    other.fact = "another seat";
    EXPECT_EQ(service_fact(placement), service_fact(other));
    other.year = 2027;
    EXPECT_NE(service_fact(placement), service_fact(other));
    EXPECT_EQ(service_of(placement).measure, Measure::employers);
}

}  // namespace
}  // namespace jianghui::figures
