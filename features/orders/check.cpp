#include "features/orders/check.hpp"

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/orders/post_check.hpp"
#include "features/orders/staff.hpp"

namespace jianghui::orders {
namespace {

template <class E>
std::string text_of(const std::optional<E>& value) {
    return value ? std::string(codec::enum_text(*value)) : std::string();
}

void take_employer(const store::Reader& reader, const OrderRow& order, Date today,
                   PostFacts& facts) {
    const auto employer = organisations::find(reader, order.employer);
    if (!employer) return;
    facts.employer_name = employer->name;
    facts.employer_credit_code = employer->credit_code.text;
    facts.employer_address = employer->address;
    facts.employer_industry = employer->industry ? employer->industry->text : "";
    facts.employer_verified = employer->status == organisations::OrganisationStatus::verified;
    if (employer->verified_at) facts.employer_verified_on = date_of(*employer->verified_at);
    facts.employer_excluded = organisations::excluded_on(*employer, today);
}

/// What the quota of dispatched workers is compared with.
void take_staff(const store::Reader& reader, const OrderRow& order, PostFacts& facts) {
    if (order.kind != OrderKind::dispatch) return;
    const auto said = staff_of(reader, order.employer);
    if (!said) return;
    facts.contract_staff = said->contract_staff;
    facts.dispatched_elsewhere = said->dispatched_staff;
    facts.staff_as_of_on = said->as_of_on;
    facts.dispatch_seats = dispatch_seats(reader, order.employer, order.id);
}

/// What is asked of the worker. An order has no members for sex, age, ethnicity or household: what
/// its author writes about them in free text is found by the word lists.
void take_conditions(const OrderRow& order, PostFacts& facts) {
    facts.education = order.education.value_or("");
    for (const auto& skill : order.skills) facts.skills.push_back(skill.name.text);
    for (const auto& kind : order.certificates) facts.certificates.push_back(kind.text);
    facts.no_conditions =
        facts.education.empty() && facts.skills.empty() && facts.certificates.empty();
}

PostFacts facts_of(const store::Reader& reader, const OrderRow& order, Date today) {
    PostFacts facts;
    take_employer(reader, order, today, facts);
    take_conditions(order, facts);
    take_staff(reader, order, facts);
    facts.kind = codec::enum_text(order.kind);
    facts.title = order.title;
    facts.description = order.description;
    facts.occupation = order.occupation;
    facts.headcount = order.headcount;
    facts.place = order.place;
    facts.address = order.address;
    facts.starts_on = order.starts_on;
    facts.ends_on = order.ends_on;
    facts.shift = codec::enum_text(order.shift);
    facts.hours_per_day_tenths = order.hours_per_day_tenths;
    facts.pay_unit = text_of(order.pay_unit);
    facts.pay_min = order.pay_min_fen;
    facts.pay_max = order.pay_max_fen;
    facts.service_fee = order.service_fee_fen;
    facts.lot_min = order.lot_min;
    facts.lot_max = order.lot_max;
    facts.cap_per_agency = order.cap_per_agency;
    if (order.opens_at) facts.valid_from_on = date_of(*order.opens_at);
    if (order.closes_at) facts.valid_to_on = date_of(*order.closes_at);
    facts.is_repost = !order.source.empty();
    facts.source = order.source;
    return facts;
}

}  // namespace

OrderDefaults defaults_on(const app::Services& services, Date today) {
    const auto& tables = services.get<codes::Tables>();
    OrderDefaults defaults;
    defaults.hold_hours = static_cast<int>(tables.parameter_or("hold_hours", today, 24));
    defaults.apply_hours = static_cast<int>(tables.parameter_or("apply_hours", today, 24));
    defaults.validity_days = static_cast<int>(tables.parameter_or("post_validity_days", today, 30));
    return defaults;
}

std::vector<FindingView> check(const store::Reader& reader, const app::Services& services,
                               const OrderRow& order, Date today) {
    std::vector<FindingView> shown;
    for (auto& finding :
         post_check(facts_of(reader, order, today), services.get<codes::Tables>(), today))
        shown.push_back({std::move(finding.code), std::string(codec::enum_text(finding.severity)),
                         std::move(finding.message), std::move(finding.basis),
                         std::move(finding.path)});
    return shown;
}

Result<bool> must_be_reviewed(const std::vector<FindingView>& findings) {
    Error all = error(post_check_failed);
    bool review = false;
    for (const auto& finding : findings) {
        if (finding.severity == "review") review = true;
        if (finding.severity != "block") continue;
        Error single = error(post_check_failed, finding.message).at(finding.path);
        single.code = finding.code;
        all.errors.push_back(std::move(single).with("basis", finding.basis));
    }
    if (!all.errors.empty()) return refuse(std::move(all));
    return review;
}

Result<Done> check_codes(const app::Services& services, const OrderRow& order) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_place(order.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(order.place.text)));
    if (tables.find_occupation(order.occupation) == nullptr)
        return refuse(error(unknown_code)
                          .at("/occupation")
                          .near(tables.nearest_occupations(order.occupation.text)));
    for (std::size_t i = 0; i < order.certificates.size(); ++i)
        if (tables.find_item("certificate_kinds", order.certificates[i].text) == nullptr)
            return refuse(
                error(unknown_code)
                    .at("/certificates/" + std::to_string(i))
                    .near(tables.nearest_items("certificate_kinds", order.certificates[i].text)));
    if (order.education && !order.education->empty() &&
        tables.find_item("education_levels", *order.education) == nullptr)
        return refuse(error(unknown_code)
                          .at("/education")
                          .near(tables.nearest_items("education_levels", *order.education)));
    return Done{};
}

Result<Done> check_terms(const app::Services& services, const OrderRow& order) {
    for (const auto& check : services.get<TermChecks>().checks) TRY_DO(check(services, order));
    return Done{};
}

}  // namespace jianghui::orders
