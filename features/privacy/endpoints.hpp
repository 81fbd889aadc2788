#pragma once
// The API calls of copies and erasures; see feature.cpp for who may make them.

#include "features/privacy/model.hpp"

namespace jianghui::privacy {

/// Everything that the platform holds about the caller. Fails with not_found for anybody else,
/// current_password_wrong, account_locked.
[[nodiscard]] Result<PersonalCopy> make_copy(app::Query& query, const ProvePassword& input);
[[nodiscard]] Result<ErasurePreview> preview_erasure(app::Query& query, const FindPerson& input);
/// Fails as make_copy, and with erasure_hindered.
[[nodiscard]] Result<ErasureReceipt> erase_herself(app::Query& query, const ProvePassword& input);
/// Her own requests, newest first.
[[nodiscard]] Result<app::Page<RequestView>> own_requests(app::Query& query,
                                                          const FindPerson& input);
/// That it happened, by numbers: an office's place, or everywhere for the audit administrator.
[[nodiscard]] Result<app::Page<RequestView>> list_requests(app::Query& query,
                                                           const ListRequests& input);

/// `jianghui kept-records`.
[[nodiscard]] std::vector<app::CommandLine> commands();

}  // namespace jianghui::privacy
