#include "features/imports/apply.hpp"

#include <fmt/format.h>

namespace jianghui::imports {

namespace {
template <class E>
std::optional<E> enum_of(const std::optional<std::string>& text) {
    return text ? codec::parse_enum<E>(*text) : std::nullopt;
}

Id<struct ResultTag> result_of(std::int64_t number) { return {number}; }
}  // namespace

orders::CreateOrder order_of(const DemandRow& row) {
    orders::CreateOrder order;
    order.title.text = row.title;
    if (row.occupation) order.occupation = *row.occupation;
    order.headcount.value = row.headcount;
    order.place = row.place;
    order.kind = enum_of<orders::OrderKind>(row.kind);
    order.description = Paragraph{row.description};
    order.address = String<0, 200>{row.address};
    order.starts_on = row.starts_on;
    order.ends_on = row.ends_on;
    order.shift = enum_of<orders::Shift>(row.shift);
    if (row.hours_per_day_tenths) order.hours_per_day_tenths.emplace().value = *row.hours_per_day_tenths;
    for (const auto& skill : row.skills) {
        if (!order.skills) order.skills.emplace();
        order.skills->push_back({String<1, 40>{skill}, std::nullopt, std::nullopt});
    }
    if (row.education) order.education = String<0, 20>{*row.education};
    for (const auto& certificate : row.certificates) {
        if (!order.certificates) order.certificates.emplace();
        order.certificates->push_back(String<1, 40>{certificate});
    }
    if (row.pay_unit)
        order.pay_unit = codec::parse_enum<orders::PayUnit>(codec::enum_text(*row.pay_unit));
    order.pay_min_fen = row.pay_min_fen;
    order.pay_max_fen = row.pay_max_fen;
    order.service_fee_fen = row.service_fee_fen;
    order.source = String<0, 200>{row.source};
    return order;
}

people::NewPerson person_of(const SupplyRow& row, const access::Caller& importer) {
    people::NewPerson person;
    person.name.text = row.name;
    person.id_number = row.id_number;
    if (!row.phone.empty()) person.phone = row.phone;
    person.place = row.place;
    if (row.education) person.education = people::EducationCode{*row.education};
    for (const auto& occupation : row.occupations) person.occupations.push_back(occupation);
    for (const auto& skill : row.skills) person.skills.push_back({String<1, 40>{skill}, {}});
    if (row.experience_years) person.experience_years.emplace().value = *row.experience_years;
    for (const auto& certificate : row.certificates)
        person.certificates.push_back({String<1, 60>{certificate}, std::nullopt, std::nullopt});
    person.pay_asked_fen = row.pay_asked_fen;
    if (row.pay_unit)
        person.pay_unit = codec::parse_enum<people::PayUnit>(codec::enum_text(*row.pay_unit));
    person.available_from_on = row.available_from_on;
    if (row.reach_km) person.reach_km.emplace().value = *row.reach_km;
    if (importer.is(access::Role::agency)) person.agency = importer.organisation;
    else person.by_authority = true;
    return person;
}

RowFault fault_of(const Error& refusal, std::int64_t row) {
    RowFault found;
    found.row = row;
    found.column = refusal.path.starts_with("/") ? refusal.path.substr(1) : refusal.path;
    found.code = refusal.code;
    found.message = refusal.message;
    found.accepted = refusal.nearest;
    return found;
}

Applied apply_demand(app::Command& command, std::int64_t number, const DemandRow& row,
                     bool publish) {
    Applied applied;
    ASSERT(row.employer_id && row.occupation);
    const auto draft = orders::create_draft(command, *row.employer_id, order_of(row));
    if (!draft) {
        applied.faults.push_back(fault_of(draft.error(), number));
        return applied;
    }
    applied.outcome = Outcome::imported;
    applied.result = result_of(draft->id.number);
    if (!publish) return applied;
    const auto published = orders::publish_draft(command, *draft);
    if (published) return applied;
    std::string zh = published.error().message.zh;
    std::string en = published.error().message.en;
    for (const auto& single : published.error().errors) {
        zh += " " + single.message.zh;
        en += " " + single.message.en;
    }
    applied.notes.push_back({"已存为草稿，未发布：" + zh, "Kept as a draft, not published: " + en});
    return applied;
}

Applied apply_supply(app::Command& command, std::int64_t number, const SupplyRow& row) {
    Applied applied;
    const auto upserted = people::upsert_person(command, person_of(row, command.caller));
    if (!upserted) {
        applied.faults.push_back(fault_of(upserted.error(), number));
        return applied;
    }
    if (upserted->outcome == people::Upserted::unchanged) {
        applied.outcome = Outcome::duplicate;
        return applied;
    }
    applied.outcome = Outcome::imported;
    applied.result = result_of(upserted->person.number);
    return applied;
}

}  // namespace jianghui::imports
