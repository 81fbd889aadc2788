#pragma once
// What happens to a case. `organisation` and `person` are whom it is about (the party, else the
// applicant); ids and codes only. What is told (`case.told`, `case.reminded`, `case.ran_out`,
// `case.comment_told`) goes to one each: `organisation`, `person`, or `office` or `account` of its data.

#include "engine/journal/journal.hpp"
#include "engine/procedures/case.hpp"

namespace jianghui::procedures {

inline constexpr journal::EventKind case_opened{"case.opened", "办件发起", "Case opened"};
inline constexpr journal::EventKind case_step_taken{"case.step_taken", "办件办理一步",
                                                    "Step of a case taken"};
inline constexpr journal::EventKind case_closed_event{"case.closed", "办件办结", "Case closed"};
inline constexpr journal::EventKind case_told{"case.told", "办件告知", "News of a case told"};
inline constexpr journal::EventKind case_reminded{"case.reminded", "办件期限提醒已告知",
                                                  "Whose turn it is was reminded"};
inline constexpr journal::EventKind case_ran_out{"case.ran_out", "办件期限届满已告知",
                                                 "Told that the time has run out"};
inline constexpr journal::EventKind case_comment_told{"case.comment_told", "办件留言已告知",
                                                      "A comment was told"};
inline constexpr journal::EventKind case_clock_reminder{"case.clock_reminder", "办件期限提醒",
                                                        "A clock of a case reminds"};
inline constexpr journal::EventKind case_clock_ended{"case.clock_ended", "办件期限届满",
                                                     "A clock of a case ended"};
inline constexpr journal::EventKind case_overdue{"case.overdue", "办件逾期，提请上级督办",
                                                 "A case is overdue: the place above is told"};
inline constexpr journal::EventKind case_assigned{"case.assigned", "办件分派", "Case assigned"};
inline constexpr journal::EventKind case_commented{"case.commented", "办件留言", "Case commented"};
inline constexpr journal::EventKind case_file_added{"case.file_added", "办件增加文件",
                                                    "File added to a case"};
inline constexpr journal::EventKind case_document_issued{"case.document_issued", "办件文书印发",
                                                         "Document of a case issued"};

inline constexpr journal::EventKind case_delegated{"case.delegated", "办件交同事代办",
                                                   "A turn in cases handed to a colleague"};
inline constexpr journal::EventKind case_delegation_ended{"case.delegation_ended", "代办提前结束",
                                                          "A delegation ended early"};

inline constexpr journal::EventKind case_sealed_read{"case.sealed_read", "办件加密内容已被查看",
                                                     "A sealed value of a case was read"};

/// What case.sealed_read says; its organisation is whose value it is.
struct CaseSealedRead {
    std::string procedure;
    CaseStepId timeline;  ///< the line of the timeline whose form has the value
    std::string form;
    std::string field;
    std::string purpose;
};
BOOST_DESCRIBE_STRUCT(CaseSealedRead, (), (procedure, timeline, form, field, purpose))

/// What the events of a case say.
struct CaseChange {
    std::string procedure;
    std::int64_t version = 1;
    std::string state;
    std::optional<std::string> step;
    std::optional<Actor> by;
    std::optional<AccountId> on_behalf_of;  ///< the colleague for whom the event's account acted
    bool assisted = false;
    std::optional<std::string> clock;
    std::optional<Date> due_on;
    std::optional<CaseStepId> timeline;
    std::optional<std::string> digest;  ///< of a file or a document
    std::optional<PlaceCode> office;    ///< whose office is told
    std::optional<AccountId> account;   ///< which official is told, or was given the case
};
BOOST_DESCRIBE_STRUCT(CaseChange, (), (procedure, version, state, step, by, on_behalf_of, assisted, clock, due_on,
                                       timeline, digest, office, account))

/// What the events of a delegation say; `account` is told.
struct DelegationChange {
    AccountId given_by;
    AccountId given_to;
    std::optional<std::string> procedure;
    std::optional<CaseId> case_id;
    Date from_on;
    Date to_on;
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(DelegationChange, (), (given_by, given_to, procedure, case_id, from_on, to_on, account))

}  // namespace jianghui::procedures
