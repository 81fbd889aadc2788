#include "features/inbox/rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/journal/event_data.hpp"

namespace jianghui::inbox {
namespace {

constexpr std::string_view desk_order = "/desk/orders/{order}";
constexpr std::string_view desk_share = "/desk/shares/{subject}";
constexpr std::string_view counter_offers = "/desk/orders/{order}/counter-offers";
constexpr std::string_view desk_changes = "/desk/orders/{order}/changes";
constexpr std::string_view desk_claim = "/desk/cancellations/{subject}";
constexpr std::string_view job = "/pocket/jobs/{subject}";
constexpr std::string_view loan_proposal = "/desk/lending/proposals/{subject}";
constexpr std::string_view loan = "/desk/lending/agreements/{subject}";
constexpr std::string_view my_loan = "/pocket/lending/{subject}";
constexpr std::string_view desk_entry = "/desk/entries/{subject}";
constexpr std::string_view desk_fair = "/desk/fairs/{subject}";
constexpr std::string_view my_entry = "/registers/entries/{subject}";
constexpr std::string_view desk_delegations = "/desk/delegations";
constexpr std::string_view desk_case = "/desk/cases/{subject}";
constexpr std::string_view my_case = "/pocket/cases/{subject}";

// In events of seats, shares and timesheets the agency is `organisation` and the employer
// `counterpart`; in those of statements it is the other way round.
constexpr std::array rules{
    NoticeRule{"seat.offered", Part::person, "{who}向您发出工作邀约：{order}",
               "{who} offers you work: {order}", job},
    NoticeRule{"nightly.told", Part::person, "为您挑了合适的活，去看看今日推荐",
               "Work was picked for you: look at today's orders", "/pocket/today"},
    NoticeRule{"seat.accepted", Part::organisation, "劳动者接受了邀约：{order}",
               "An offer was accepted: {order}", desk_order},
    NoticeRule{"seat.declined", Part::organisation, "劳动者谢绝了邀约：{order}",
               "An offer was declined: {order}", desk_order},
    NoticeRule{"seat.expired", Part::organisation, "邀约过期未回复：{order}",
               "An offer ran out: {order}", desk_order},
    NoticeRule{"seat.expired", Part::person, "邀约已过期：{order}", "An offer to you ran out: {order}",
               job},
    NoticeRule{"seat.team_incomplete", Part::person,
               "团队未能凑齐，席位已退回，您的日期已空出，不记违约：{order}",
               "The team was not complete: your seat went back, your days are free, nobody is "
               "blamed: {order}",
               job},
    NoticeRule{"share.team_stands", Part::organisation, "一支团队已成立：{order}",
               "A team stands: {order}", desk_order},
    NoticeRule{"share.team_stands", Part::counterpart, "{who}的一支团队已成立：{order}",
               "A team of {who} stands: {order}", desk_order},
    NoticeRule{"standby.called", Part::organisation, "候补到席，已为贵机构保留席位，请配人：{order}",
               "Your stand-by was served; staff the seats: {order}", desk_order},
    NoticeRule{"standby.passed", Part::organisation, "候补轮到贵机构但未能承接，位次保留：{order}",
               "Your stand-by was passed over; you keep your place: {order}", desk_order},
    NoticeRule{"standby.ended", Part::organisation, "订单已不再放席，候补失效：{order}",
               "No more seats come free; your stand-by has ended: {order}", desk_order},
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
    NoticeRule{"fair.decided", Part::organisation, "统配已有结果，请查看方案",
               "A fair has its result: look at the plan", desk_fair},
    NoticeRule{"fair.received", Part::organisation, "主管部门移交了一份统配方案，请核对后发出邀约",
               "An authority handed a plan over to you: look, and offer its seats", desk_fair},
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
    NoticeRule{"quote.opened", Part::organisation, "报价已开启：{order}",
               "The bids were opened: {order}", "/desk/orders/{order}/quote"},
    NoticeRule{"quote.result", Part::organisation, "报价结果已公布：{order}",
               "The result of your bid: {order}", "/desk/orders/{order}/quote"},
    NoticeRule{"quote.bid_voided", Part::organisation, "订单已结束，报价未开启即失效：{order}",
               "The order ended; your bid is void and was not opened: {order}",
               "/desk/orders/{order}/quote"},
    NoticeRule{"counter_offer.made", Part::counterpart, "{who}提出议价：{order}",
               "{who} makes a counter-offer: {order}", counter_offers},
    NoticeRule{"counter_offer.withdrawn", Part::counterpart, "{who}撤回了议价：{order}",
               "{who} withdrew its counter-offer: {order}", counter_offers},
    NoticeRule{"counter_offer.accepted", Part::organisation, "议价已被接受，席位已归贵机构：{order}",
               "Your counter-offer is accepted, the seats are yours: {order}", counter_offers},
    NoticeRule{"counter_offer.declined", Part::organisation, "议价被谢绝：{order}",
               "Your counter-offer is declined: {order}", counter_offers},
    NoticeRule{"counter_offer.lapsed", Part::organisation, "议价到期未获答复：{order}",
               "Your counter-offer was not answered in time: {order}", counter_offers},
    NoticeRule{"counter_offer.lapsed", Part::counterpart, "{who}的议价已到期：{order}",
               "The counter-offer of {who} has lapsed: {order}", counter_offers},
    NoticeRule{"counter_offer.voided", Part::organisation, "订单已结束，议价失效：{order}",
               "The order ended, your counter-offer is void: {order}", counter_offers},
    NoticeRule{"share.released", Part::organisation, "保留期满，席位已退回：{order}",
               "The hold has ended, the seats went back: {order}", desk_order},
    NoticeRule{"share.shrunk", Part::organisation, "保留期满，未配人的席位已退回：{order}",
               "The hold has ended, empty seats went back: {order}", desk_order},
    NoticeRule{"share.withdrawn", Part::organisation, "份额已被收回：{order}",
               "Your share was withdrawn: {order}", desk_order},
    NoticeRule{"share.defaulted", Part::organisation, "份额已记为违约，了结前不能抢单：{order}",
               "Your share is in default; until it is closed you may not grab: {order}", desk_share},
    NoticeRule{"share.defaulted", Part::counterpart, "{who}的份额已记为违约，已补足或已和解的请确认：{order}",
               "The share of {who} is in default; say when it is made good: {order}", desk_share},
    NoticeRule{"share.default_closed", Part::organisation, "份额违约已了结：{order}",
               "The default of your share is closed: {order}", desk_share},
    NoticeRule{"share.default_closed", Part::counterpart, "{who}的份额违约已了结：{order}",
               "The default of {who} is closed: {order}", desk_share},
    NoticeRule{"share.agency_barred", Part::organisation, "贵机构资格有变，暂不能为此单配人：{order}",
               "Your standing has changed; you may not staff this for now: {order}", desk_order},
    NoticeRule{"share.agency_barred", Part::counterpart, "{who}资格有变，暂不能为此单配人：{order}",
               "The standing of {who} has changed; it may not staff this for now: {order}",
               desk_order},
    NoticeRule{"share.agency_cleared", Part::organisation, "贵机构可继续为此单配人：{order}",
               "You may staff this again: {order}", desk_order},
    NoticeRule{"share.agency_cleared", Part::counterpart, "{who}可继续为此单配人：{order}",
               "{who} may staff this again: {order}", desk_order},
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
    NoticeRule{"people.verified", Part::person, "身份核验通过", "Your identity is verified",
               "/pocket/me"},
    NoticeRule{"case.told", Part::organisation, "您的办件有新的告知，请查看：{case}",
               "There is news of your case: {case}", desk_case},
    NoticeRule{"case.told", Part::person, "您的办件有新的告知，请查看：{case}",
               "There is news of your case: {case}", my_case},
    NoticeRule{"case.told", Part::desk, "办件有新进展，请查看：{case}", "There is news of a case: {case}",
               desk_case},
    NoticeRule{"case.told", Part::account, "您经办的办件有新进展：{case}",
               "There is news of a case that you look after: {case}", desk_case},
    NoticeRule{"case.reminded", Part::organisation, "轮到您办理，期限将满：{case}",
               "It is your turn and the time runs out soon: {case}", desk_case},
    NoticeRule{"case.reminded", Part::person, "轮到您办理，期限将满：{case}",
               "It is your turn and the time runs out soon: {case}", my_case},
    NoticeRule{"case.reminded", Part::desk, "办件期限将满，请及时办理：{case}",
               "The time of a case runs out soon: {case}", desk_case},
    NoticeRule{"case.reminded", Part::account, "您经办的办件期限将满：{case}",
               "The time of a case that you look after runs out soon: {case}", desk_case},
    NoticeRule{"case.ran_out", Part::organisation, "轮到您办理的期限已满：{case}",
               "The time for your part of a case has run out: {case}", desk_case},
    NoticeRule{"case.ran_out", Part::person, "轮到您办理的期限已满：{case}",
               "The time for your part of a case has run out: {case}", my_case},
    NoticeRule{"case.ran_out", Part::desk, "办件期限已满：{case}", "The time of a case has run out: {case}",
               desk_case},
    NoticeRule{"case.ran_out", Part::account, "您经办的办件期限已满：{case}",
               "The time of a case that you look after has run out: {case}", desk_case},
    NoticeRule{"case.overdue", Part::desk, "办件逾期，请督办：{case}", "A case is overdue: {case}",
               desk_case},
    NoticeRule{"case.assigned", Part::account, "一件办件已分派给您：{case}",
               "A case was given to you: {case}", desk_case},
    NoticeRule{"case.delegated", Part::account, "同事把办件交由您代办，请查看",
               "A colleague hands you his turn in cases", desk_delegations},
    NoticeRule{"case.delegation_ended", Part::account, "一项代办已提前结束", "A delegation has ended early",
               desk_delegations},
    NoticeRule{"case.comment_told", Part::organisation, "您的办件有新留言：{case}",
               "There is a comment on your case: {case}", desk_case},
    NoticeRule{"case.comment_told", Part::person, "您的办件有新留言：{case}",
               "There is a comment on your case: {case}", my_case},
    NoticeRule{"case.comment_told", Part::desk, "办件有新留言：{case}", "There is a comment on a case: {case}",
               desk_case},
    NoticeRule{"case.comment_told", Part::account, "您经办的办件有新留言：{case}",
               "There is a comment on a case that you look after: {case}", desk_case},
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
    NoticeRule{"lending.proposal_made", Part::organisation, "{who}提议共享用工，请答复",
               "{who} proposes a loan of staff; please answer", loan_proposal},
    NoticeRule{"lending.proposal_accepted", Part::counterpart, "{who}接受了共享用工提议",
               "{who} accepted the loan", loan_proposal},
    NoticeRule{"lending.proposal_declined", Part::counterpart, "{who}谢绝了共享用工提议",
               "{who} declined the loan", loan_proposal},
    NoticeRule{"lending.proposal_lapsed", Part::counterpart, "{who}到期未答复共享用工提议",
               "{who} did not answer the loan proposal in time", loan_proposal},
    NoticeRule{"lending.proposal_withdrawn", Part::organisation, "{who}撤回了共享用工提议",
               "{who} withdrew the loan proposal", loan_proposal},
    NoticeRule{"lending.agreement_proposed", Part::person,
               "{who}请您签署共享用工三方协议，您可以同意，也可以不同意",
               "{who} asks you to sign a loan agreement; you may refuse", my_loan},
    NoticeRule{"lending.agreement_in_force", Part::person, "共享用工三方协议已生效",
               "Your loan agreement is in force", my_loan},
    NoticeRule{"lending.agreement_in_force", Part::organisation, "三方协议已生效：借给{who}",
               "A loan to {who} is in force", loan},
    NoticeRule{"lending.agreement_in_force", Part::counterpart, "三方协议已生效：从{who}借入",
               "A loan from {who} is in force", loan},
    NoticeRule{"lending.agreement_refused", Part::organisation, "劳动者不同意借用，可另选他人",
               "The worker refused the loan; you may name somebody else", loan},
    NoticeRule{"lending.agreement_refused", Part::counterpart, "一名劳动者不同意借用",
               "A worker refused the loan", loan},
    NoticeRule{"lending.agreement_withdrawn", Part::person, "借用协议已撤回，您无须签署",
               "The loan agreement was withdrawn; you need not sign", my_loan},
    NoticeRule{"lending.agreement_lapsed", Part::person, "借用协议逾期未签，已失效",
               "The loan agreement was not signed in time", my_loan},
    NoticeRule{"lending.agreement_lapsed", Part::organisation, "三方协议逾期未签，已失效",
               "A loan agreement was not signed in time", loan},
    NoticeRule{"lending.agreement_lapsed", Part::counterpart, "三方协议逾期未签，已失效",
               "A loan agreement was not signed in time", loan},
    NoticeRule{"lending.agreement_ended", Part::person, "借用期满，请返回{who}",
               "Your loan has ended; return to your employer", my_loan},
    NoticeRule{"lending.agreement_ended", Part::organisation, "借用期满，劳动者返回贵单位",
               "A loan has ended; the worker returns to you", loan},
    NoticeRule{"lending.agreement_ended", Part::counterpart, "借用期满，劳动者返回{who}",
               "A loan has ended; the worker returns to {who}", loan},
    NoticeRule{"lending.agreement_ended_early", Part::person, "借用提前结束，请返回{who}",
               "Your loan ended early; return to your employer", my_loan},
    NoticeRule{"lending.agreement_ended_early", Part::organisation, "借用提前结束",
               "A loan ended early", loan},
    NoticeRule{"lending.agreement_ended_early", Part::counterpart, "借用提前结束",
               "A loan ended early", loan},
    NoticeRule{"lending.borrower_paid", Part::organisation, "{who}已登记付款，请转付",
               "{who} has paid; please pass it on", loan},
    NoticeRule{"lending.wage_passed_on", Part::person, "借用期间工资已发放，请确认到账",
               "Your wage of the loan was paid; please confirm", my_loan},
    NoticeRule{"lending.wage_confirmed", Part::organisation, "劳动者已确认借用期间工资到账",
               "The worker confirmed the wage of the loan", loan},
    NoticeRule{"lending.settlement_overdue", Part::organisation, "借用期间工资逾期{level}预警",
               "Wage of a loan overdue, {level} warning", loan},
    NoticeRule{"lending.settlement_overdue", Part::counterpart, "借入员工的工资逾期{level}预警",
               "Wage of a borrowed worker overdue, {level} warning", loan},
    NoticeRule{"lending.settlement_overdue", Part::office, "{who}借出员工工资逾期{level}预警",
               "{who}: wage of a lent worker overdue, {level} warning", loan},
    NoticeRule{"booking.asked", Part::organisation, "{who}订购了贵机构的服务产品，请答复",
               "{who} booked a product of yours; please answer", "/desk/bookings/{subject}"},
    NoticeRule{"booking.withdrawn", Part::organisation, "{who}撤回了订购",
               "{who} withdrew a booking", "/desk/bookings/{subject}"},
    NoticeRule{"booking.accepted", Part::counterpart, "{who}接受了订购，服务合同已订立",
               "{who} accepted your booking", "/desk/bookings/{subject}"},
    NoticeRule{"booking.declined", Part::counterpart, "{who}谢绝了订购，可另选服务",
               "{who} declined your booking", "/desk/bookings/{subject}"},
    NoticeRule{"booking.lapsed", Part::counterpart, "{who}到期未答复订购，可另选服务",
               "{who} did not answer your booking in time", "/desk/bookings/{subject}"},
    NoticeRule{"engagement.step_delivered", Part::organisation, "{who}交付了服务，请验收",
               "{who} delivered a step; please accept it", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.step_accepted", Part::counterpart, "{who}已验收服务",
               "{who} accepted a step", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.step_returned", Part::counterpart, "{who}退回了交付，请按意见重交",
               "{who} returned a step; deliver it again", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.step_paid", Part::counterpart, "{who}已付服务款，请确认到账",
               "{who} paid a step; please confirm", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.step_overdue", Part::organisation, "服务合同逾期{level}预警",
               "An engagement is overdue, {level} warning", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.step_overdue", Part::counterpart, "服务合同逾期{level}预警",
               "An engagement is overdue, {level} warning", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.ended_early", Part::organisation, "服务合同已提前结束",
               "An engagement ended early", "/desk/engagements/{subject}"},
    NoticeRule{"engagement.ended_early", Part::counterpart, "服务合同已提前结束",
               "An engagement ended early", "/desk/engagements/{subject}"},
    NoticeRule{"procurement.bid_opened", Part::organisation, "贵机构的应答已开启",
               "Your bid was opened", "/desk/procurements/{subject}"},
    NoticeRule{"procurement.bid_ranked", Part::organisation, "采购结果已公布，请查看",
               "The result of a procurement is out", "/desk/procurements/{subject}"},
    NoticeRule{"procurement.answered", Part::organisation, "贵机构的异议已答复",
               "Your objection was answered", "/desk/procurements/{subject}"},
    NoticeRule{"entry.issued", Part::organisation, "贵机构的一项登记已生效",
               "An entry about you was issued", desk_entry},
    NoticeRule{"entry.issued", Part::person, "您的一项登记已生效",
               "An entry about you was issued", my_entry},
    NoticeRule{"entry.changed", Part::organisation, "贵机构的一项登记已变更",
               "An entry about you was changed", desk_entry},
    NoticeRule{"entry.changed", Part::person, "您的一项登记已变更",
               "An entry about you was changed", my_entry},
    NoticeRule{"entry.suspended", Part::organisation, "贵机构的一项登记已被暂停",
               "An entry about you was suspended", desk_entry},
    NoticeRule{"entry.suspended", Part::person, "您的一项登记已被暂停",
               "An entry about you was suspended", my_entry},
    NoticeRule{"entry.restored", Part::organisation, "贵机构的一项登记已恢复",
               "An entry about you was restored", desk_entry},
    NoticeRule{"entry.restored", Part::person, "您的一项登记已恢复",
               "An entry about you was restored", my_entry},
    NoticeRule{"entry.revoked", Part::organisation, "贵机构的一项登记已被吊销",
               "An entry about you was revoked", desk_entry},
    NoticeRule{"entry.revoked", Part::person, "您的一项登记已被吊销",
               "An entry about you was revoked", my_entry},
    NoticeRule{"entry.withdrawn", Part::organisation, "贵机构的一项登记已被撤销",
               "An entry about you was withdrawn", desk_entry},
    NoticeRule{"entry.withdrawn", Part::person, "您的一项登记已被撤销",
               "An entry about you was withdrawn", my_entry},
    NoticeRule{"entry.ended", Part::organisation, "贵机构的一项登记已注销或移出",
               "An entry about you has ended", desk_entry},
    NoticeRule{"entry.ended", Part::person, "您的一项登记已注销或移出",
               "An entry about you has ended", my_entry},
    NoticeRule{"entry.expired", Part::organisation, "贵机构的一项登记已到期",
               "An entry about you has expired", desk_entry},
    NoticeRule{"entry.expired", Part::person, "您的一项登记已到期",
               "An entry about you has expired", my_entry},
};

constexpr bool each_stands_once() {
    for (std::size_t one = 0; one < rules.size(); ++one)
        for (std::size_t other = one + 1; other < rules.size(); ++other)
            if (rules[one].event == rules[other].event && rules[one].part == rules[other].part) return false;
    return true;
}
static_assert(each_stands_once(), "a party would be told of one event twice");

/// Whether the agency gave the seats back itself: it knows.
bool own_doing(const journal::Event& event) {
    if (event.kind != "share.released" && event.kind != "share.shrunk") return false;
    const auto reason = journal::text_of(event.data, "reason");
    return reason != "hold_ended" && reason != "team_incomplete" && reason != "refill_ended";
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
    common.level = journal::text_of(event.data, "overdue_level");
    common.order_id = event.subject_kind == "order" ? std::optional(OrderId{event.subject.number})
                                                    : OrderId::parse(journal::text_of(event.data, "order"));
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
            case Part::desk:
                if (const auto office = journal::text_of(event.data, "office"); !office.empty())
                    notice.desk = PlaceCode{std::string(office)};
                break;
            case Part::account: notice.account = AccountId::parse(journal::text_of(event.data, "account")); break;
        }
        if (notice.person || notice.organisation || notice.office || notice.desk || notice.account)
            notices.push_back(std::move(notice));
    }
    return notices;
}

Text title_of(const NoticeRow& notice, const Names& names) {
    const auto* rule = find_rule(notice.kind, notice.part);
    if (rule == nullptr) return {notice.kind, notice.kind};
    Text title{std::string(rule->zh), std::string(rule->en)};
    for (auto* text : {&title.zh, &title.en}) {
        fill(*text, "{order}", names.order);
        fill(*text, "{who}", names.who);
    }
    fill(title.zh, "{case}", names.procedure.zh);
    fill(title.en, "{case}", names.procedure.en);
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
