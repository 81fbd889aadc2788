#pragma once
// The API calls of registers and entries; see feature.cpp for who may make them.

#include "engine/journal/seal.hpp"
#include "features/entries/model.hpp"

namespace jianghui::entries {

// register_endpoints.cpp
struct AskNothing {};
BOOST_DESCRIBE_STRUCT(AskNothing, (), ())
struct RegisterList {
    std::vector<RegisterView> items;
};
BOOST_DESCRIBE_STRUCT(RegisterList, (), (items))
Result<RegisterList> list_registers(app::Query& query, const AskNothing& input);
Result<RegisterDetail> show_register(app::Query& query, const FindRegister& input);
Result<StatisticsView> statistics(app::Query& query, const AskStatistics& input);

// entry_endpoints.cpp
Result<app::Page<EntryView>> list_entries(app::Query& query, const ListEntries& input);
Result<app::Page<EntryView>> list_of_subject(app::Query& query, const ListSubject& input);
Result<EntryDetail> show_entry(app::Query& query, const FindEntry& input);
Result<http::Reply> export_entries(app::Query& query, const ListEntries& input);
/// That a version of an entry which the caller sees was made: its place in the sealed journal. Fails with
/// not_found, also for strangers when the entry is about a person, and with event_not_sealed.
Result<journal::Proof> prove_version(app::Query& query, const FindVersion& input);

// act_endpoints.cpp
Result<EntryDetail> issue_entry(app::Command& command, const IssueEntry& input);
Result<EntryDetail> change_entry(app::Command& command, const ChangeEntry& input);
Result<EntryDetail> suspend_entry(app::Command& command, const StepOfEntry& input);
Result<EntryDetail> restore_entry(app::Command& command, const StepOfEntry& input);
Result<EntryDetail> revoke_entry(app::Command& command, const StepOfEntry& input);
Result<EntryDetail> withdraw_entry(app::Command& command, const StepOfEntry& input);
Result<EntryDetail> approve_proposal(app::Command& command, const FindEntry& input);
Result<EntryDetail> decline_proposal(app::Command& command, const FindEntry& input);
Result<EntryDetail> end_entry(app::Command& command, const StepOfEntry& input);
Result<OpenedValue> open_value(app::Command& command, const OpenSealed& input);

// inbox.cpp
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::entries
