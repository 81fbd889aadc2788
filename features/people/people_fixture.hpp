#pragma once
// What the tests of people's API calls begin with: two verified agencies and ways to make people.

#include <gmock/gmock.h>

#include "features/people/consent_texts.hpp"
#include "features/people/endpoints.hpp"
#include "features/people/store.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::people {

using test::caller;

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "ok" : result.error().code;
}

/// Valid numbers of nobody living: born in that year on 1 January, numbered from 1.
inline std::string number_of(int year, int sequence) {
    std::string number =
        "510502" + std::to_string(year) + "0101" + std::to_string(1000 + sequence).substr(1);
    return number + identity_check_character(number);
}

class People : public testing::Test {
  protected:
    const app::Caller luzhou = caller(app::Role::official, "510500");
    const app::Caller neijiang = caller(app::Role::official, "511000");
    const app::Caller nobody;
    test::FeatureBench bench;
    bool has_texts = provide_texts();
    OrganisationId agency_id = add_agency("91350200776049653A");
    OrganisationId other_id = add_agency("91440101MA5CJQ4N59");
    app::Caller agency = caller(app::Role::agency, "510502", agency_id);
    app::Caller other_agency = caller(app::Role::agency, "510502", other_id);

    bool provide_texts() {
        bench.services.provide(
            std::make_shared<ConsentTexts>(ConsentTexts::load(SOURCE_FOLDER "/data").value()));
        return true;
    }
    OrganisationId add_agency(const char* credit_code) {
        return bench
            .run(caller(app::Role::security_administrator),
                 [&](app::Command& command) -> Result<OrganisationId> {
                     organisations::NewOrganisation wanted;
                     wanted.kind = organisations::OrganisationKind::agency;
                     wanted.name = {"江汇人力"};
                     wanted.credit_code = credit_code;
                     wanted.place = {"510502"};
                     TRY(const auto id, organisations::register_organisation(command, wanted));
                     TRY_DO(organisations::verify(command, id));
                     return id;
                 })
            .value();
    }

    template <class In, class Out>
    Result<Out> as(const app::Caller& who, Result<Out> (*handler)(app::Command&, const In&),
                   const In& input) {
        return bench.run(who, [&](app::Command& command) { return handler(command, input); });
    }
    template <class In, class Out>
    Result<Out> as(const app::Caller& who, Result<Out> (*handler)(app::Query&, const In&),
                   const In& input) {
        return bench.ask(who, [&](app::Query& query) { return handler(query, input); });
    }

    static AddPerson candidate(int sequence = 1, const char* name = "张三丰") {
        AddPerson input;
        input.name = {name};
        input.id_number = {number_of(1990, sequence)};
        input.phone = String<1, 40>{"13812345678"};
        input.place = {"510502"};
        input.seeker_kind = SeekerKind{"lost_job"};
        input.occupations = List<OccupationCode, 8>{{"6-02-06-03"}};
        input.skills = List<SkillWord, 30>{{{"白酒酿造"}, Integer<0, 5>{3}}};
        input.certificates = List<Certificate, 30>{{{"health"}, String<1, 60>{"川健 77"}, {}}};
        return input;
    }
    PersonId add_candidate(int sequence = 1, const char* name = "张三丰") {
        const auto added = as(agency, add, candidate(sequence, name));
        EXPECT_TRUE(added) << added.error().code << added.error().path;
        return added->id;
    }
    /// She registers herself and has an account from then on.
    Result<PersonId> register_herself(int sequence = 1, const char* name = "张三丰") {
        return bench.run(nobody, [&](app::Command& command) -> Result<PersonId> {
            NewPerson wanted;
            wanted.name = {name};
            wanted.id_number = number_of(1990, sequence);
            wanted.phone = "13900000000";
            wanted.place = {"510502"};
            TRY(const PersonId id, register_person(command, wanted));
            TRY_DO(link_account(command, id, {50 + sequence}));
            return id;
        });
    }
    static app::Caller herself(PersonId person) {
        app::Caller made = caller(app::Role::worker, "510502");
        made.person = person;
        return made;
    }
    void agree(PersonId person, ConsentPurpose purpose) {
        EXPECT_TRUE(as(herself(person), consent, GiveConsent{person, purpose, true}));
    }
    std::vector<std::string> listed(const app::Caller& who, const ListPeople& input = {}) {
        std::vector<std::string> names;
        const auto page = as(who, list_all, input);
        if (!page) return {page.error().code};
        for (const auto& item : page->items) names.push_back(item.name);
        return names;
    }
};

}  // namespace jianghui::people
