#pragma once
// What can be refused about entries, beside what engine/registers refuses.

#include "engine/base/result.hpp"

namespace jianghui::entries {

inline constexpr ErrorCode register_not_public{
    "register_not_public", Kind::forbidden,
    "这个登记簿不向公众公开。登记对象和主管部门登录后可查看。",
    "This register is not public. Its subjects and the authorities see it when they sign in."};
inline constexpr ErrorCode register_by_procedure{
    "register_by_procedure", Kind::conflict,
    "这个登记簿只能经办件产生登记项，不能直接登记。请走对应的办事程序。",
    "Entries of this register come from a procedure only. Start its case instead."};
inline constexpr ErrorCode listing_by_two{
    "listing_by_two", Kind::conflict,
    "列入会限制当事人，不能由一人直接登记。请在该机构的页面提议列入，由同事审批，或经办件列入。",
    "Listing bars whom it names: nobody lists alone. Propose it on the organisation's page for a colleague to "
    "decide, or list by a case."};
inline constexpr ErrorCode entry_reason_unfit{
    "entry_reason_unfit", Kind::invalid, "这个事由不适用于此项操作。请选择列出的事由。",
    "This reason does not fit the act. Choose one of those listed."};
inline constexpr ErrorCode entry_note_missing{
    "entry_note_missing", Kind::invalid, "事由为“其他”时须写明说明。",
    "With the reason `other` a sentence must say why."};
inline constexpr ErrorCode import_columns_missing{
    "import_columns_missing", Kind::invalid, "表头缺少必需的列。请用本登记簿的模板。",
    "Columns that are needed are missing. Use the register's template."};
inline constexpr ErrorCode import_row_refused{
    "import_row_refused", Kind::conflict, "有一行未能写入，本次没有导入任何内容。请改正该行。",
    "One row could not be written and nothing was imported. Correct that row."};

inline constexpr ErrorCode import_bars{
    "import_bars", Kind::conflict,
    "这个登记簿的内容会限制当事人，不能由一人批量导入。请经办件列入，或逐项提议、由同事审批。",
    "Entries of this register bar whom they name: one official cannot import them. List by a case, or "
    "propose each for a colleague to decide."};

// Faults of single rows of an import.
inline constexpr ErrorCode row_subject_unknown{
    "row_subject_unknown", Kind::invalid, "平台上没有这个登记对象。请先登记该机构或个人。",
    "There is no such subject on the platform. Register the organisation or person first."};
inline constexpr ErrorCode row_number_twice{
    "row_number_twice", Kind::invalid, "文件里有另一行使用同一编号。",
    "Another row of the file has the same number."};
inline constexpr ErrorCode row_of_another_place{
    "row_of_another_place", Kind::invalid, "这个编号是别的地区签发的，不能由本地导入。",
    "Another place issued this number; it cannot be imported here."};
inline constexpr ErrorCode row_differs{
    "row_differs", Kind::invalid, "这个编号的登记项的登记对象或起始日期与此行不同。请核对编号。",
    "The entry with this number has another subject or first day. Check the number."};
inline constexpr ErrorCode row_ended{
    "row_ended", Kind::invalid, "这个编号的登记项已经终止，不能再变更。",
    "The entry with this number has come to its end and cannot be changed."};

}  // namespace jianghui::entries
