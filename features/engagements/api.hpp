#pragma once
// What products and procurement ask of engagements; the only header of this folder that they
// include.

#include "engine/app/context.hpp"
#include "features/engagements/errors.hpp"
#include "features/engagements/model.hpp"
#include "features/engagements/rules.hpp"

namespace jianghui::engagements {

/// What is needed to make an engagement.
struct NewEngagement {
    Source source = Source::product;
    SourceId source_id;
    std::optional<OrganisationId> buyer;  ///< none: the authority of `place`
    OrganisationId provider;
    PlaceCode place;
    std::string title;
    Fen price;
    std::vector<NewStep> steps;  ///< their amounts add up to the price
};

/// Makes a running engagement with its steps in the caller's transaction and records
/// engagement.created. Fails with steps_not_price.
[[nodiscard]] Result<EngagementRow> create(app::Command& command, const NewEngagement& wanted);

/// What an act adds to the step.
struct ActData {
    std::optional<std::string> note;       ///< deliver
    std::optional<std::string> reason;     ///< send_back
    std::optional<std::string> reference;  ///< pay
    std::optional<Date> paid_on;           ///< pay
};
/// One act of a side on a step. Fails with not_found (no such step), step_status_conflict,
/// step_out_of_turn, step_day_wrong, engagement_over (delivering after the end).
[[nodiscard]] Result<EngagementRow> act_on(app::Command& command, const EngagementRow& engagement,
                                           int number, StepAct act, const ActData& data);

/// The engagement, or nothing.
[[nodiscard]] std::optional<EngagementRow> find(const store::Reader& reader,
                                                EngagementId engagement);

/// How others rated the organisation, as everybody may see it now.
[[nodiscard]] Rating rating_of(const store::Reader& reader, OrganisationId organisation,
                               Instant now);

/// What a service asks of its provider: a credential, and the kind that its scope must name (none:
/// the scope is not asked).
struct Need {
    organisations::CredentialKind credential = organisations::CredentialKind::licence;
    std::optional<organisations::OrderKind> scope;
};
/// Whether the organisation may provide that today: verified, not excluded, a credential of the
/// kind in force whatever its place (CORRECTIONS 1) whose scope covers it. Fails with
/// organisation_unverified, organisation_excluded, licence_missing, licence_expired, licence_scope.
[[nodiscard]] Result<Done> may_provide(const store::Reader& reader, OrganisationId organisation,
                                       const Need& need, Date today);

/// The buyer's name: its own, or the authority of the place.
[[nodiscard]] BuyerView buyer_view(const store::Reader& reader, const app::Services& services,
                                   std::optional<OrganisationId> buyer, const PlaceCode& place);

}  // namespace jianghui::engagements
