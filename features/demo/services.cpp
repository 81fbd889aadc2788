// Services in the demo: a few products, a booking under way, a booking that waits. No procurement:
// its secret for ties is random, and the demo's journal is the same at every filling.

#include "features/demo/market.hpp"
#include "features/products/api.hpp"

namespace jianghui::demo {
namespace {

struct Offered {
    std::size_t agency;
    const char* kind;
    const char* title;
    const char* description;
    std::int64_t price_fen;
    const char* unit;
    const char* measure;
    const char* target;
    int days;
};

constexpr Offered offered[] = {
    {1, "recruit", "产线技工专场招聘", "驻厂招聘、面试安排、到岗跟进，按到岗人数结算。", 88000,
     "person", "到岗率", "不低于 95%", 30},
    {2, "recruit", "季节工集中招聘", "白酒旺季用工集中招募，含交通接送。", 65000, "person",
     "到岗率", "不低于 90%", 15},
    {0, "search", "高级酿酒师寻访", "定向寻访省级以上酿酒技能人才，三个月保证期。", 3000000,
     "person", "保证期", "三个月内离职免费补寻", 60},
    {2, "consult", "薪酬与绩效咨询", "中小企业薪酬体系梳理，交付制度文本和测算表。", 6800000,
     "project", "交付物", "制度文本、岗位薪级表、测算表", 60},
};

/// Put on sale on the last day.
constexpr Offered newest{1,      "train",  "叉车司机取证班", "小班教学，含实操考试和一次补考。",
                         120000, "person", "取证率",         "不低于 90%",
                         45};

products::ProductDraft draft_of(const Offered& each) {
    products::ProductDraft draft;
    draft.kind.text = each.kind;
    draft.title.text = each.title;
    draft.description.text = each.description;
    draft.price_fen = {each.price_fen};
    draft.unit.text = each.unit;
    draft.quantity_max = {200};
    draft.terms = {{{each.measure}, {each.target}}};
    draft.steps = {{{"首批交付"}, {40}, {each.days / 2}}, {{"全部交付"}, {60}, {each.days}}};
    draft.places = {{"510500"}, {"511000"}, {"511500"}};
    return draft;
}

/// Published, unless the agency's credentials do not allow it.
std::optional<products::ProductView> put_on_sale(World& world, const Offered& each) {
    const auto& seller = world.agencies.at(each.agency).caller;
    const auto drafted = world.attempt(
        seller, [&](app::Command& command) { return products::draft(command, draft_of(each)); });
    if (!drafted) return std::nullopt;
    const auto published = world.attempt(
        seller, [&](app::Command& command) { return products::publish(command, {drafted->id}); });
    if (!published) return std::nullopt;
    return *published;
}

std::optional<products::BookingView> book(World& world, const products::ProductView& product,
                                          int quantity) {
    const auto booked = world.attempt(world.employers.at(0).caller, [&](app::Command& command) {
        products::BookProduct wanted{product.id, {product.version}, {quantity}, {"511502"}, {}};
        wanted.wishes.emplace().text = "首批须在月底前到岗";
        return products::book(command, wanted);
    });
    if (!booked) return std::nullopt;
    return *booked;
}

/// Accepted, and the first step delivered.
void begin_work(World& world, const products::BookingView& booking) {
    const auto& seller = caller_of(world.agencies, booking.agency.id);
    const auto accepted = world.act(seller, [&](app::Command& command) {
        return products::accept_booking(command, {booking.id});
    });
    for (const auto act : {engagements::StepAct::start, engagements::StepAct::deliver})
        world.act(seller, [&](app::Command& command) {
            engagements::ActData data;
            data.note = "首批人员已到岗，签到表已移交。";
            return engagements::act_on(
                command, *engagements::find(command.db, *accepted.engagement), 1, act, data);
        });
}

}  // namespace

void tell_services(World& world) {
    world.at(world.end - std::chrono::hours(24 * 12), [&world] {
        std::vector<products::ProductView> on_sale;
        for (const auto& each : offered)
            if (auto product = put_on_sale(world, each)) on_sale.push_back(std::move(*product));
        if (on_sale.empty()) return;
        if (const auto booking = book(world, on_sale[0], 20))
            world.in(60 * 24, [&world, booking] { begin_work(world, *booking); });
    });
    world.at(world.end - std::chrono::hours(20), [&world] {
        if (const auto product = put_on_sale(world, newest)) (void)book(world, *product, 12);
    });
}

}  // namespace jianghui::demo
