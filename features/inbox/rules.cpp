#include "features/inbox/rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace jianghui::inbox {
namespace {

constexpr std::string_view desk_order = "/desk/orders/{order}";
constexpr std::string_view desk_changes = "/desk/orders/{order}/changes";
constexpr std::string_view desk_claim = "/desk/cancellations/{subject}";
constexpr std::string_view job = "/pocket/jobs/{subject}";

// In events of seats, shares and timesheets the agency is `organisation` and the employer
// `counterpart`; in those of statements it is the other way round.
constexpr std::array rules{
    NoticeRule{"seat.offered", Part::person, "{who}向您发出工作邀约：{order}",
               "{who} offers you work: {order}", job},
    NoticeRule{"seat.accepted", Part::organisation, "劳动者接受了邀约：{order}",
               "An offer was accepted: {order}", desk_order},
    NoticeRule{"seat.declined", Part::organisation, "劳动者谢绝了邀约：{order}",
               "An offer was declined: {order}", desk_order},
    NoticeRule{"seat.expired", Part::organisation, "邀约过期未回复：{order}",
               "An offer ran out: {order}", desk_order},
    NoticeRule{"seat.expired", Part::person, "邀约已过期：{order}", "An offer to you ran out: {order}",
               job},
    NoticeRule{"seat.on_site", Part::person, "到岗已双方确认：{order}",
               "Your start is confirmed: {order}", job},
    NoticeRule{"seat.on_site", Part::organisation, "到岗已双方确认：{order}",
               "A start is confirmed: {order}", desk_order},
    NoticeRule{"seat.on_site", Part::counterpart, "到岗已双方确认：{order}",
               "A start is confirmed: {order}", desk_order},
    NoticeRule{"seat.no_show", Part::person, "您被记为未到岗：{order}",
               "You are recorded as not having come: {order}", job},
    NoticeRule{"seat.no_show", Part::organisation, "劳动者未到岗：{order}",
               "A worker did not come: {order}", desk_order},
    NoticeRule{"seat.replaced", Part::person, "席位已换人：{order}",
               "Somebody else takes your seat: {order}", job},
    NoticeRule{"seat.ended_early", Part::person, "工作提前结束：{order}",
               "Your work ends early: {order}", job},
    NoticeRule{"seat.ended_early", Part::organisation, "一个席位提前结束：{order}",
               "A seat ended early: {order}", desk_order},
    NoticeRule{"share.grabbed", Part::counterpart, "{who}抢到席位：{order}",
               "{who} grabbed seats: {order}", desk_order},
    NoticeRule{"nomination.asked", Part::organisation, "{who}指名贵机构承接：{order}",
               "{who} names you for an order: {order}", desk_order},
    NoticeRule{"nomination.taken", Part::counterpart, "{who}已承接：{order}",
               "{who} took seats as named: {order}", desk_order},
    NoticeRule{"nomination.declined", Part::counterpart, "{who}谢绝了指名，可另行指名：{order}",
               "{who} declined; you may name another: {order}", desk_order},
    NoticeRule{"nomination.lapsed", Part::counterpart, "{who}到期未答复，可另行指名：{order}",
               "{who} did not answer in time; you may name another: {order}", desk_order},
    NoticeRule{"nomination.lapsed", Part::organisation, "指名已到期：{order}",
               "You did not answer in time: {order}", desk_order},
    NoticeRule{"change.asked", Part::organisation, "{who}变更了订单条款，请答复：{order}",
               "{who} changed the terms; please answer: {order}", desk_changes},
    NoticeRule{"change.accepted", Part::counterpart, "{who}接受了变更：{order}",
               "{who} accepted the changed terms: {order}", desk_changes},
    NoticeRule{"change.declined", Part::counterpart, "{who}不接受变更，空席位已退回：{order}",
               "{who} declined the changed terms; empty seats went back: {order}", desk_changes},
    NoticeRule{"change.run_out", Part::counterpart, "{who}到期未答复变更，空席位已退回：{order}",
               "{who} did not answer in time; empty seats went back: {order}", desk_changes},
    NoticeRule{"change.run_out", Part::organisation, "变更到期未答复，空席位已退回：{order}",
               "You did not answer in time; empty seats went back: {order}", desk_changes},
    NoticeRule{"cancellation.due", Part::organisation, "有取消费用应付：{order}",
               "Something is due for cancelling: {order}", desk_claim},
    NoticeRule{"cancellation.due", Part::counterpart, "{who}应付取消费用：{order}",
               "{who} owes you for cancelling: {order}", desk_claim},
    NoticeRule{"cancellation.paid", Part::counterpart, "{who}称已付取消费用，请核对：{order}",
               "{who} says it paid for cancelling; check it: {order}", desk_claim},
    NoticeRule{"cancellation.confirmed", Part::organisation, "取消费用已确认收到：{order}",
               "The cancellation payment was confirmed: {order}", desk_claim},
    NoticeRule{"cancellation.waived", Part::organisation, "{who}免收取消费用：{order}",
               "{who} waives what was due for cancelling: {order}", desk_claim},
    NoticeRule{"cancellation.disputed", Part::organisation, "取消费用有异议：{order}",
               "What is due for cancelling is disputed: {order}", desk_claim},
    NoticeRule{"cancellation.disputed", Part::counterpart, "取消费用有异议：{order}",
               "What is due for cancelling is disputed: {order}", desk_claim},
    NoticeRule{"draw.drawn", Part::organisation, "抽签已完成：{order}",
               "The draw was held: {order}", desk_order},
    NoticeRule{"draw.result", Part::organisation, "抽签结果已公布：{order}",
               "The result of the draw: {order}", desk_order},
    NoticeRule{"share.released", Part::organisation, "保留期满，席位已退回：{order}",
               "The hold has ended, the seats went back: {order}", desk_order},
    NoticeRule{"share.shrunk", Part::organisation, "保留期满，未配人的席位已退回：{order}",
               "The hold has ended, empty seats went back: {order}", desk_order},
    NoticeRule{"share.withdrawn", Part::organisation, "份额已被收回：{order}",
               "Your share was withdrawn: {order}", desk_order},
    NoticeRule{"share.defaulted", Part::organisation, "份额已记为违约：{order}",
               "Your share is recorded as defaulted: {order}", desk_order},
    NoticeRule{"share.defaulted", Part::counterpart, "{who}的份额已记为违约：{order}",
               "The share of {who} is recorded as defaulted: {order}", desk_order},
    NoticeRule{"order.opened", Part::organisation, "订单已开放抢单：{order}",
               "Your order is open for grabbing: {order}", desk_order},
    NoticeRule{"order.returned", Part::organisation, "订单被退回修改：{order}",
               "Your order was sent back: {order}", desk_order},
    NoticeRule{"order.expired", Part::organisation, "订单已过期：{order}",
               "Your order has expired: {order}", desk_order},
    NoticeRule{"order.cancelled", Part::organisation, "订单已撤销：{order}",
               "Your order is cancelled: {order}", desk_order},
    NoticeRule{"order.suspended", Part::organisation, "订单被暂停：{order}",
               "Your order was suspended: {order}", desk_order},
    NoticeRule{"order.resumed", Part::organisation, "订单已恢复：{order}",
               "Your order goes on: {order}", desk_order},
    NoticeRule{"organisation.verified", Part::organisation, "机构核验通过",
               "Your organisation is verified", "/desk/organisations/{subject}"},
    NoticeRule{"organisation.refused", Part::organisation, "机构核验未通过，请修改后再交",
               "Your organisation was refused; correct it", "/desk/organisations/{subject}"},
    NoticeRule{"organisation.suspended", Part::organisation, "机构已被暂停",
               "Your organisation is suspended", "/desk/organisations/{subject}"},
    NoticeRule{"organisation.restored", Part::organisation, "机构已恢复",
               "Your organisation is restored", "/desk/organisations/{subject}"},
    NoticeRule{"organisation.excluded", Part::organisation, "机构被列入限制名单，暂不能抢单",
               "Your organisation is excluded from the market", "/desk/organisations/{subject}"},
    NoticeRule{"organisation.exclusion_ended", Part::organisation, "机构的限制已解除",
               "Your organisation's exclusion has ended", "/desk/organisations/{subject}"},
    NoticeRule{"credential.suspended", Part::organisation, "一项证照已被暂停",
               "A credential of yours is suspended", {}},
    NoticeRule{"credential.restored", Part::organisation, "一项证照已恢复",
               "A credential of yours is restored", {}},
    NoticeRule{"credential.revoked", Part::organisation, "一项证照已被吊销",
               "A credential of yours is revoked", {}},
    NoticeRule{"people.verified", Part::person, "身份核验通过", "Your identity is verified",
               "/pocket/me"},
    NoticeRule{"timesheet.submitted", Part::counterpart, "工时单待核准：{order}",
               "A timesheet to approve: {order}", "/desk/timesheets"},
    NoticeRule{"timesheet.approved", Part::person, "工时已核准：{order}",
               "Your hours are approved: {order}", "/pocket/jobs"},
    NoticeRule{"timesheet.returned", Part::person, "工时单被退回：{order}",
               "Your timesheet was returned: {order}", "/pocket/jobs"},
    NoticeRule{"timesheet.returned", Part::organisation, "工时单被退回：{order}",
               "A timesheet was returned: {order}", "/desk/timesheets"},
    NoticeRule{"timesheet.disputed", Part::counterpart, "劳动者对工时有异议：{order}",
               "A worker disputes the hours: {order}", "/desk/timesheets"},
    NoticeRule{"timesheet.decided", Part::person, "工时争议已裁定：{order}",
               "Your dispute about hours is decided: {order}", "/pocket/jobs"},
    NoticeRule{"timesheet.decided", Part::counterpart, "工时争议已裁定：{order}",
               "A dispute about hours is decided: {order}", "/desk/timesheets"},
    NoticeRule{"statement.agreed", Part::organisation, "结算单双方已同意，请付款：{order}",
               "The statement is agreed; please pay: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.paid", Part::counterpart, "{who}已付款，请确认：{order}",
               "{who} has paid; please confirm: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.wage_paid", Part::person, "工资已发放，请确认到账：{order}",
               "Your wage was paid; please confirm: {order}", "/pocket/pay/{subject}"},
    NoticeRule{"statement.confirmed", Part::organisation, "结算单已全部确认：{order}",
               "The statement is confirmed by all: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.corrected", Part::organisation, "结算单已更正：{order}",
               "The statement was corrected: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.corrected", Part::counterpart, "结算单已更正：{order}",
               "The statement was corrected: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.overdue", Part::organisation, "付款逾期{level}预警：{order}",
               "Payment overdue, {level} warning: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.overdue", Part::counterpart, "付款逾期{level}预警：{order}",
               "Payment overdue, {level} warning: {order}", "/desk/statements/{subject}"},
    NoticeRule{"statement.overdue", Part::office, "{who}付款逾期{level}预警：{order}",
               "{who} is overdue, {level} warning: {order}", "/desk/statements/{subject}"},
};

std::string_view text_of(const journal::Event& event, std::string_view name) {
    const auto* object = event.data.if_object();
    const auto* found = object != nullptr ? object->if_contains(name) : nullptr;
    return found != nullptr && found->is_string() ? std::string_view(found->get_string())
                                                  : std::string_view();
}

/// Whether the agency gave the seats back itself: it knows.
bool own_doing(const journal::Event& event) {
    return (event.kind == "share.released" || event.kind == "share.shrunk") &&
           text_of(event, "reason") != "hold_ended";
}

void fill(std::string& text, std::string_view name, std::string_view value) {
    for (auto at = text.find(name); at != std::string::npos;
         at = text.find(name, at + value.size()))
        text.replace(at, name.size(), value);
}

std::string_view level_zh(std::string_view level) {
    return level == "red" ? "红色" : level == "orange" ? "橙色" : level == "yellow" ? "黄色" : "";
}

}  // namespace

Level level_of(const std::optional<Instant>& due_at, Instant now, Milliseconds soon) {
    if (!due_at || now + soon < *due_at) return Level::info;
    return now < *due_at ? Level::soon : Level::late;
}

std::string sort_key(const InboxItem& item) {
    constexpr std::int64_t never = 999'999'999'999'999;
    const auto ms = [](Instant at) { return at.time_since_epoch().count(); };
    return fmt::format("{:015}{:015}{}", item.due_at ? ms(*item.due_at) : never,
                       ms(item.waiting_since_at), item.id);
}

bool is_told(std::string_view event) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const auto& rule) { return rule.event == event; });
}

const NoticeRule* find_rule(std::string_view event, Part part) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) {
        return rule.event == event && rule.part == part;
    });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<NoticeRow> notices_of(const journal::Event& event) {
    std::vector<NoticeRow> notices;
    if (own_doing(event)) return notices;
    NoticeRow common;
    common.city = event.city;
    common.kind = event.kind;
    common.at = event.at;
    common.position = event.position;
    common.subject = event.subject;
    common.level = text_of(event, "overdue_level");
    common.order_id = event.subject_kind == "order" ? std::optional(OrderId{event.subject.number})
                                                    : OrderId::parse(text_of(event, "order"));
    for (const auto& rule : rules) {
        if (rule.event != event.kind) continue;
        NoticeRow notice = common;
        notice.part = rule.part;
        notice.other = event.organisation;
        switch (rule.part) {
            case Part::person: notice.person = event.person; break;
            case Part::organisation:
                notice.organisation = event.organisation;
                notice.other = event.counterpart;
                break;
            case Part::counterpart: notice.organisation = event.counterpart; break;
            case Part::office: notice.office = event.city; break;
        }
        if (notice.person || notice.organisation || notice.office)
            notices.push_back(std::move(notice));
    }
    return notices;
}

Text title_of(const NoticeRow& notice, std::string_view order_title, std::string_view who) {
    const auto* rule = find_rule(notice.kind, notice.part);
    if (rule == nullptr) return {notice.kind, notice.kind};
    Text title{std::string(rule->zh), std::string(rule->en)};
    for (auto* text : {&title.zh, &title.en}) {
        fill(*text, "{order}", order_title);
        fill(*text, "{who}", who);
    }
    fill(title.zh, "{level}", level_zh(notice.level));
    fill(title.en, "{level}", notice.level);
    return title;
}

std::optional<std::string> link_of(const NoticeRow& notice) {
    const auto* rule = find_rule(notice.kind, notice.part);
    if (rule == nullptr || rule->link.empty()) return std::nullopt;
    std::string link(rule->link);
    if (link.find("{order}") != std::string::npos && !notice.order_id) return std::nullopt;
    fill(link, "{order}", notice.order_id.value_or(OrderId{}).text());
    fill(link, "{subject}", notice.subject.text());
    return link;
}

}  // namespace jianghui::inbox
