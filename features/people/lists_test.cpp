#include "features/people/people_fixture.hpp"

namespace jianghui::people {
namespace {

using app::Role;
using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(People, AreListedToAgenciesFromTheirOwnAndThePool) {
    add_candidate(1, "张三丰");
    const PersonId pooled = *register_herself(2, "李小红");
    ASSERT_TRUE(register_herself(3, "王五"));
    agree(pooled, ConsentPurpose::public_pool);
    EXPECT_THAT(listed(agency), ElementsAre("李*", "张三丰"));
    EXPECT_THAT(listed(other_agency), ElementsAre("李*"));
    EXPECT_THAT(listed(luzhou), ElementsAre("王*", "李*", "张*"));
    EXPECT_THAT(listed(neijiang), IsEmpty());
    ListPeople mine;
    mine.mine = true;
    EXPECT_THAT(listed(agency, mine), ElementsAre("张三丰"));
    EXPECT_THAT(listed(luzhou, mine), ElementsAre("not_allowed"));
    // Withdrawing is as easy as giving, and works at once.
    ASSERT_TRUE(
        as(herself(pooled), consent, GiveConsent{pooled, ConsentPurpose::public_pool, false}));
    EXPECT_THAT(listed(agency), ElementsAre("张三丰"));
}

TEST_F(People, AreFoundByOccupationAtAnyLevelByPlaceAndBySkill) {
    add_candidate(1, "张三丰");
    AddPerson cook = candidate(2, "李小红");
    cook.place = {"511502"};
    cook.occupations = List<OccupationCode, 8>{{"4-03"}};
    cook.skills = List<SkillWord, 30>{{{"Excel 100%"}, {}}};
    ASSERT_TRUE(as(agency, add, cook));
    for (const bool mine : {false, true}) {
        const auto with = [&](auto change) {
            ListPeople input;
            input.mine = mine;
            change(input);
            return listed(agency, input);
        };
        EXPECT_THAT(with([](auto&) {}), ElementsAre("李小红", "张三丰"));
        for (const char* level : {"6", "6-02", "6-02-06", "6-02-06-03"})
            EXPECT_THAT(with([&](auto& f) { f.occupation = OccupationCode{level}; }),
                        ElementsAre("张三丰"))
                << level;
        EXPECT_THAT(with([](auto& f) { f.place = PlaceCode{"511500"}; }), ElementsAre("李小红"));
        EXPECT_THAT(with([](auto& f) { f.q = String<1, 100>{"excel"}; }), ElementsAre("李小红"));
        EXPECT_THAT(with([](auto& f) { f.q = String<1, 100>{"100%"}; }), ElementsAre("李小红"));
        EXPECT_THAT(with([](auto& f) { f.q = String<1, 100>{"level"}; }), IsEmpty());
        EXPECT_THAT(with([](auto& f) { f.q = String<1, 100>{"三丰"}; }), ElementsAre("张三丰"));
        EXPECT_THAT(with([](auto& f) { f.occupation = OccupationCode{"6-98"}; }),
                    ElementsAre("unknown_code"));
    }
}

TEST_F(People, OfThePoolCannotBeFoundByTheirName) {
    const PersonId person = *register_herself(1, "张三丰");
    agree(person, ConsentPurpose::public_pool);
    ListPeople by_name;
    by_name.q = String<1, 100>{"张三丰"};
    EXPECT_THAT(listed(agency, by_name), IsEmpty());
    EXPECT_THAT(listed(luzhou, by_name), ElementsAre("张*"));
    by_name.q = String<1, 100>{"三丰"};
    EXPECT_THAT(listed(luzhou, by_name), IsEmpty());
}

TEST_F(People, AreListedPageByPageOnce) {
    for (int i = 1; i <= 7; ++i) add_candidate(i);
    for (const char* occupation : {"", "6-02"}) {
        for (const bool mine : {false, true}) {
            ListPeople input;
            input.limit = Integer<1, 200>{3};
            input.mine = mine;
            if (*occupation != '\0') input.occupation = OccupationCode{occupation};
            std::vector<std::string> seen;
            for (bool more = true; more;) {
                const auto page = as(agency, list_all, input);
                for (const auto& item : page->items) seen.push_back(item.id.text());
                more = page->next.has_value();
                if (more) input.cursor = PersonId::parse(*page->next);
            }
            EXPECT_EQ(seen.size(), 7U);
            EXPECT_TRUE(std::is_sorted(seen.rbegin(), seen.rend()));
        }
    }
}

}  // namespace
}  // namespace jianghui::people
