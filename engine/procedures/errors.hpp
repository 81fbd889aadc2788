#pragma once
// The refusals of cases.

#include "engine/base/result.hpp"

namespace jianghui::procedures {

inline constexpr ErrorCode procedure_unknown{"procedure_unknown", Kind::not_found,
                                             "没有这个办事事项。请核对名称。",
                                             "There is no such procedure. Check its name."};
inline constexpr ErrorCode opener_not_allowed{
    "opener_not_allowed", Kind::forbidden, "您不能发起这个事项。请看事项说明中的申请对象。",
    "You may not open this procedure. See who may in its description."};
inline constexpr ErrorCode case_place_unknown{
    "case_place_unknown", Kind::invalid, "无法确定承办地。请先完善所在地或重选地区。",
    "The place that would handle it is not known. Complete your address or choose another."};
inline constexpr ErrorCode case_closed{"case_closed", Kind::conflict, "办件已办结，不能再办理。",
                                       "The case is closed."};
inline constexpr ErrorCode case_moved_on{"case_moved_on", Kind::conflict,
                                         "办件刚被他人办理。请刷新后再办。",
                                         "Somebody else has just taken a step. Reload."};
inline constexpr ErrorCode step_unknown{"step_unknown", Kind::not_found,
                                        "这个事项没有这一步。请刷新。",
                                        "The procedure has no such step. Reload."};
inline constexpr ErrorCode step_not_now{"step_not_now", Kind::conflict,
                                        "办件现在的状态不能办理这一步。请刷新。",
                                        "The case's state does not allow this step. Reload."};
inline constexpr ErrorCode step_not_yours{"step_not_yours", Kind::forbidden,
                                          "这一步不由您办理。", "This step is not yours to take."};
inline constexpr ErrorCode four_eyes{
    "four_eyes", Kind::forbidden, "承办过本件的人不能审批。请由另一位同事审批。",
    "Who handled the case may not approve it. Ask a colleague."};
inline constexpr ErrorCode step_reason_missing{"step_reason_missing", Kind::invalid, "请写明理由。",
                                          "Please give the reason."};
inline constexpr ErrorCode subject_missing{"subject_missing", Kind::invalid,
                                           "办件没有可以登记的对象。请核对当事人。",
                                           "The case has no subject to register. Check the party."};
inline constexpr ErrorCode organisation_not_verified{
    "organisation_not_verified", Kind::conflict, "机构尚未通过核验。请先完成核验。",
    "The organisation is not verified. Verify it first."};
inline constexpr ErrorCode entry_not_in_force{
    "entry_not_in_force", Kind::conflict, "没有有效的登记项。请核对登记。",
    "There is no entry in force. Check the register."};
inline constexpr ErrorCode entry_stands_against{
    "entry_stands_against", Kind::conflict, "当事人在另一登记簿上有有效登记，不能办理这一步。请先核对登记。",
    "An entry in force of another register stands against this step. Check that register first."};
inline constexpr ErrorCode case_open_already{
    "case_open_already", Kind::conflict, "同一事项已有未办结的办件。请等待其办结。",
    "A case of this procedure is open already. Wait for its end."};
inline constexpr ErrorCode step_too_early{"step_too_early", Kind::conflict, "规定的时间未满。",
                                     "The time that must pass has not passed."};
inline constexpr ErrorCode value_refused{"value_refused", Kind::conflict,
                                         "前面填写的内容不允许办理这一步。",
                                         "What was filled in before does not allow this step."};
inline constexpr ErrorCode recusal{"recusal", Kind::forbidden,
                                   "您是本件的当事人，不能办理。请由同事办理。",
                                   "You are a side of this case and may not handle it."};
inline constexpr ErrorCode file_type_unknown{
    "file_type_unknown", Kind::invalid, "只接受 PDF、PNG、JPEG、DOCX、XLSX 和纯文本文件。",
    "Only PDF, PNG, JPEG, DOCX, XLSX and plain text are taken."};
inline constexpr ErrorCode file_too_large{"file_too_large", Kind::too_large, "文件太大。请压缩后再传。",
                                          "The file is too large. Make it smaller."};
inline constexpr ErrorCode case_file_empty{"case_file_empty", Kind::invalid, "文件是空的。", "The file is empty."};
inline constexpr ErrorCode files_waiting{
    "files_waiting", Kind::too_many, "已上传而未使用的文件太多。请先提交表单。",
    "Too many files were uploaded and not used. Submit the form first."};
inline constexpr ErrorCode file_unknown{"file_unknown", Kind::invalid,
                                        "没有这个文件，或者它不是您上传的。请重新上传。",
                                        "There is no such file, or it is not yours. Upload it again."};
inline constexpr ErrorCode file_altered{
    "file_altered", Kind::conflict,
    "文件内容与交存时的 SM3 摘要不一致，不予提供，也不能作为依据。请联系承办机关核查，或重新交存原件。",
    "The file no longer gives the SM3 digest it was handed in with: it is not handed out and nothing may rest on it. "
    "Ask the office, or hand in the original once more."};
inline constexpr ErrorCode file_forgotten{
    "file_forgotten", Kind::gone, "文件的保管期限已满，内容已清除。保管记录仍在。",
    "The time of keeping this file is over and its content was taken out. Its custody is still known."};
inline constexpr ErrorCode officer_elsewhere{"officer_elsewhere", Kind::invalid,
                                             "此人不在承办机关，不能承办。请另选。",
                                             "This person does not work at the office. Choose another."};
inline constexpr ErrorCode case_files_full{
    "case_files_full", Kind::too_large, "本件的文件总量已达上限。请合并或压缩后再传。",
    "The files of this case have reached what it may hold. Join or shrink them."};
inline constexpr ErrorCode evidence_missing{
    "evidence_missing", Kind::conflict, "还缺这类违法行为应取的证据。请补齐，或写明未取得的理由。",
    "Evidence that this kind of violation asks for is missing. Add it, or say why it could not be had."};
inline constexpr ErrorCode delegation_scope{
    "delegation_scope", Kind::invalid, "请选择一个事项或者一件办件，二者只选其一。",
    "Choose a procedure or one case, not both."};
inline constexpr ErrorCode delegation_period{
    "delegation_period", Kind::invalid, "代办期限须从今天或以后开始，不早于开始日结束，且不超过规定的天数。",
    "A delegation begins today or later, does not end before it begins, and lasts no longer than is allowed."};
inline constexpr ErrorCode delegation_overlaps{
    "delegation_overlaps", Kind::conflict, "这些日子里同一事项或办件已交他人代办。请先结束原代办。",
    "In these days the same was handed to somebody already. End that first."};
inline constexpr ErrorCode delegation_not_yours{
    "delegation_not_yours", Kind::forbidden, "本件由他人承办，不由您交办。", "Somebody else looks after this case."};
inline constexpr ErrorCode delegation_onward{
    "delegation_onward", Kind::forbidden, "他人交您代办的办件不能再转交。请由原承办人另行交办。",
    "What a colleague handed to you cannot be handed on. Ask him to hand it to somebody else."};
inline constexpr ErrorCode delegation_missing{
    "delegation_missing", Kind::forbidden, "对方没有把本件交您代办。", "This colleague has not handed you this case."};
inline constexpr ErrorCode delegation_not_begun{
    "delegation_not_begun", Kind::conflict, "代办期限尚未开始。", "The delegation has not begun."};
inline constexpr ErrorCode delegation_over{"delegation_over", Kind::conflict, "代办期限已满，或者已提前结束。",
                                           "The delegation is over, or was ended."};
inline constexpr ErrorCode delegate_no_second{
    "delegate_no_second", Kind::forbidden,
    "承办过本件的同事在这些天把它交您代办，您不能再作第二人审批。请由另一位同事审批，或在代办期限过后办理。",
    "The colleague who handled this case has handed it to you in these days, so you are no second pair of eyes. "
    "Ask another colleague, or wait until those days are over."};
inline constexpr ErrorCode delegate_elsewhere{
    "delegate_elsewhere", Kind::invalid, "代办人须是同一机关、同一岗位的其他在岗人员。",
    "A delegate is another active account of the same office and role."};

}  // namespace jianghui::procedures
