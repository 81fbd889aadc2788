// Suggestions and confirmed choices, through the whole program.

#include <gtest/gtest.h>

#include "features/occupations/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::occupations::occupations_test {

using access::Role;

std::string encoded(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        out += '%';
        out += digits[c >> 4U];
        out += digits[c & 15U];
    }
    return out;
}

class OccupationChoices : public testing::Test {
  protected:
    test::TestApp::Answer suggest(std::string_view title, std::string_view description = "") {
        return app_.get("/occupation-suggestions?title=" + encoded(title) +
                            (description.empty() ? "" : "&description=" + encoded(description)),
                        access::Caller{});
    }
    /// "6-18-02-04 950 everyday_name" of the surest; "" when there is none.
    static std::string best(const test::TestApp::Answer& answer) {
        EXPECT_EQ(answer.status, 200);
        const auto& items = answer.body.at("items").as_array();
        if (items.empty()) return "";
        return std::string(items[0].at("code").as_string()) + ' ' +
               std::to_string(items[0].at("confidence_per_mille").as_int64()) + ' ' +
               std::string(items[0].at("ground").as_string());
    }
    access::Caller organisation(int number, const std::string& place = "511502") {
        return app_.caller(Role::employer, OrganisationId{1000 + number}, place);
    }
    test::TestApp::Answer choose(const access::Caller& as, const std::string& title,
                                 const std::string& occupation) {
        return app_.post("/occupation-choices", as,
                         R"({"title":")" + title + R"(","occupation":")" + occupation + R"("})");
    }
    /// What is suggested once the follower has read the journal to its end.
    std::string learned(std::string_view title) {
        app_.app().follow();
        return best(suggest(title));
    }
    std::vector<journal::Event> events() {
        auto events = app_.store().read(
            [](store::Reader& reader) { return journal::after(reader, 0, 1000); });
        std::erase_if(events, [](const auto& event) { return event.kind != "occupation.chosen"; });
        return events;
    }

    test::TestApp app_;
};

TEST_F(OccupationChoices, AreSuggestedToAnybodyWithTheirGround) {
    EXPECT_EQ(best(suggest("焊工")), "6-18-02-04 1000 name");
    EXPECT_EQ(best(suggest("急聘电焊工（包吃住）")).substr(0, 10), "6-18-02-04");
    EXPECT_EQ(best(suggest("！！！")), "");
    const auto several = suggest("数据分析师");
    EXPECT_GE(several.body.at("items").as_array().size(), 2U) << "it means two occupations";
    const auto& first = several.body.at("items").as_array()[0];
    EXPECT_EQ(first.at("path").as_array().size(), 4U);
    EXPECT_EQ(first.at("term").as_string(), "数据分析师");
}

TEST_F(OccupationChoices, ReadTheDescriptionWhereTheTitleSaysTooLittle) {
    EXPECT_EQ(best(suggest("急招")), "");
    EXPECT_EQ(best(suggest("急招", "负责车间电焊工作，电焊工三班倒")).substr(0, 10), "6-18-02-04");
    EXPECT_EQ(best(suggest("会计", "负责车间电焊工作")).substr(0, 10), "2-06-03-00");
}

TEST_F(OccupationChoices, RefuseWhatIsMalformed) {
    EXPECT_EQ(app_.get("/occupation-suggestions", access::Caller{}).status, 400);
    EXPECT_EQ(app_.get("/occupation-suggestions?title=", access::Caller{}).status, 400);
    const auto unknown = choose(organisation(1), "灌酒的", "6-02-06-99");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.text("code"), "unknown_code");
    EXPECT_EQ(unknown.text("path"), "/occupation");
    EXPECT_EQ(choose(organisation(1), "灌酒的", "6-02-06").text("code"), "unknown_code")
        << "a class is no occupation";
    EXPECT_EQ(choose(access::Caller{}, "灌酒的", "6-02-06-03").status, 401);
    EXPECT_EQ(choose(app_.caller(Role::inspector, {}, "511500"), "灌酒的", "6-02-06-03").status, 403);
}

TEST_F(OccupationChoices, CountOnceSeveralVotersAgree) {
    const std::string before = best(suggest("灌酒的"));
    EXPECT_EQ(before.find("confirmed"), std::string::npos);
    for (int voter = 1; voter <= 2; ++voter)
        EXPECT_TRUE(choose(organisation(voter), "急聘灌酒的（包吃住）", "6-02-06-03")
                        .body.at("counted")
                        .as_bool());
    // The same voter again, in the same and in other words, is one voter.
    choose(organisation(2), "灌酒的", "6-02-06-03");
    choose(organisation(2), "【急招】灌酒的2027", "6-02-06-03");
    EXPECT_EQ(events().size(), 2U);
    EXPECT_EQ(learned("灌酒的"), before) << "two voters are too few";
    choose(organisation(3, "510502"), "灌酒的", "6-02-06-03");
    EXPECT_EQ(learned("灌酒的"), "6-02-06-03 639 confirmed");
    // A fourth voter makes it surer; it also helps titles that are like it.
    choose(organisation(4), "灌酒的", "6-02-06-03");
    EXPECT_EQ(learned("高级灌酒的/三班倒"), "6-02-06-03 690 confirmed");
    app_.restart();
    EXPECT_EQ(best(suggest("灌酒的")), "6-02-06-03 690 confirmed") << "known at the next start";
}

TEST_F(OccupationChoices, AreChangedByALaterOneOfTheSameVoter) {
    for (int voter = 1; voter <= 3; ++voter) choose(organisation(voter), "灌酒的", "6-02-06-03");
    EXPECT_EQ(learned("灌酒的"), "6-02-06-03 639 confirmed");
    for (int voter = 1; voter <= 3; ++voter) choose(organisation(voter), "灌酒的", "6-31-05-00");
    EXPECT_EQ(learned("灌酒的"), "6-31-05-00 500 confirmed");
    EXPECT_EQ(events().size(), 6U);
}

TEST_F(OccupationChoices, CannotChangeWhatAnOccupationsOwnNameMeans) {
    for (int voter = 1; voter <= 5; ++voter)
        EXPECT_FALSE(choose(organisation(voter), "急聘焊工", "6-02-06-03").body.at("counted").as_bool());
    EXPECT_TRUE(events().empty());
    EXPECT_FALSE(choose(organisation(1), "13800001200", "6-02-06-03").body.at("counted").as_bool());
}

TEST_F(OccupationChoices, LeaveNoWordsInTheJournal) {
    const auto worker = app_.caller(Role::worker, {}, "511502", PersonId{77});
    EXPECT_EQ(choose(worker, "灌酒的", "6-02-06-03").status, 200);
    const auto written = events();
    ASSERT_EQ(written.size(), 1U);
    const auto& event = written.front();
    EXPECT_FALSE(event.person.has_value());
    const auto data = codec::json::serialize(event.data);
    EXPECT_NE(data.find("6-02-06-03"), std::string::npos);
    EXPECT_EQ(data.find("灌酒"), std::string::npos);
}

}  // namespace jianghui::occupations::occupations_test
