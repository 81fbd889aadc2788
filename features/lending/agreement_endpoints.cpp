// The API calls of agreements and settlements.

#include "engine/app/page.hpp"
#include "features/lending/api.hpp"
#include "features/lending/endpoints.hpp"
#include "features/lending/queries.hpp"
#include "features/lending/store.hpp"
#include "features/lending/view.hpp"

namespace jianghui::lending {
namespace {

/// An agreement that the caller may see.
Result<AgreementRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                  AgreementId id) {
    auto row = find_agreement(reader, id);
    if (!row || !may_see(caller, *row)) return refuse(not_found);
    return std::move(*row);
}

/// A month of an agreement in which the caller is that party.
Result<SettlementRow> find_month(const app::Command& command, SettlementId id, Party party) {
    auto row = find_settlement(command.db, id);
    if (!row) return refuse(not_found);
    TRY(const auto agreement, find_visible(command.db, command.caller, row->agreement_id));
    if (party_of(command.caller, agreement) != party) return refuse(not_allowed);
    return std::move(*row);
}

Result<AgreementView> answered(const app::Command& command, const Result<AgreementRow>& row) {
    if (!row) return refuse(row.error());
    return shown(command, *row);
}

}  // namespace

Result<AgreementView> draft_agreement(app::Command& command, const DraftAgreement& input) {
    const auto proposal = find_proposal(command.db, input.proposal);
    const auto me = command.caller.organisation;
    if (!proposal || !me || (proposal->lender != me && proposal->borrower != me))
        return refuse(not_found);
    if (proposal->lender != me) return refuse(not_allowed);
    return answered(command, draft(command, input));
}

Result<AgreementView> sign_agreement(app::Command& command, const SignAgreement& input) {
    TRY(const auto row, find_visible(command.db, command.caller, input.agreement));
    const auto party = party_of(command.caller, row);
    if (!party) return refuse(not_allowed);
    return answered(command, sign(command, row, *party, input));
}

Result<AgreementView> refuse_agreement(app::Command& command, const RefuseAgreement& input) {
    TRY(const auto row, find_visible(command.db, command.caller, input.agreement));
    if (party_of(command.caller, row) != Party::worker) return refuse(not_allowed);
    return answered(command,
                    drop(command, row, AgreementStatus::refused,
                         codec::enum_text(input.reason_code.value_or(RefuseReason::other))));
}

Result<AgreementView> withdraw_agreement(app::Command& command, const FindAgreement& input) {
    TRY(const auto row, find_visible(command.db, command.caller, input.agreement));
    const auto party = party_of(command.caller, row);
    if (!party || *party == Party::worker) return refuse(not_allowed);
    return answered(command, drop(command, row, AgreementStatus::withdrawn,
                                  codec::enum_text(*party)));
}

Result<AgreementView> end_agreement(app::Command& command, const EndAgreement& input) {
    TRY(const auto row, find_visible(command.db, command.caller, input.agreement));
    const auto party = party_of(command.caller, row);
    if (!party) return refuse(not_allowed);
    return answered(command, finish(command, row, *party, codec::enum_text(input.reason_code)));
}

Result<AgreementView> show_agreement(app::Query& query, const FindAgreement& input) {
    TRY(const auto row, find_visible(query.db, query.caller, input.agreement));
    return view(query, row);
}

Result<app::Page<AgreementView>> list_agreements(app::Query& query, const ListAgreements& input) {
    const int limit = app::limit_of(input.limit);
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> worker;
    std::optional<PlaceCode> from, to;
    if (query.caller.is(app::Role::worker)) {
        worker = query.caller.person;
    } else if (query.caller.is(app::Role::employer)) {
        organisation = query.caller.organisation;
    } else {
        std::tie(from, to) = codes_within(query.caller.place);
    }
    const auto rows = query.db.all<AgreementRow>(
        sql::list_agreements,
        store::arguments("cursor", input.cursor, "proposal", input.proposal, "status",
                         input.status, "organisation", organisation, "worker", worker,
                         "place_from", from, "place_to", to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) { return view(query, row); });
}

Result<http::Reply> show_text(app::Query& query, const FindAgreement& input) {
    TRY(const auto row, find_visible(query.db, query.caller, input.agreement));
    if (!may_read_text(query.caller, row)) return refuse(lending_text_closed);
    http::Reply reply;
    reply.content_type = "text/plain; charset=utf-8";
    reply.headers = {{"etag", "\"" + row.digest + "\""},
                     {"content-disposition",
                      "inline; filename=\"jianghui-loan-" + row.id.text() + ".txt\""}};
    reply.body = row.text;
    return reply;
}

Result<SettlementView> borrower_pays(app::Command& command, const BorrowerPaid& input) {
    TRY(const auto row, find_month(command, input.settlement, Party::borrower));
    TRY(const auto after, record_borrower_paid(command, row, input));
    return view(after);
}

Result<SettlementView> lender_passes_on(app::Command& command, const PassedOn& input) {
    TRY(const auto row, find_month(command, input.settlement, Party::lender));
    TRY(const auto after, record_passed_on(command, row, input));
    return view(after);
}

Result<SettlementView> worker_confirms(app::Command& command, const FindSettlement& input) {
    TRY(const auto row, find_month(command, input.settlement, Party::worker));
    TRY(const auto after, confirm_wage(command, row));
    return view(after);
}

}  // namespace jianghui::lending
