#include "features/shares/standing.hpp"

#include <algorithm>
#include <array>

#include "engine/journal/checkpoint.hpp"
#include "features/shares/api.hpp"
#include "features/shares/events.hpp"
#include "features/shares/queries.hpp"

namespace jianghui::shares {
namespace {

constexpr std::string_view reader_name = "shares.standing";
constexpr int events_a_run = 1'000;
constexpr int always = 1'200;  ///< months

constexpr std::array barring{std::string_view("organisation.suspended"),
                             std::string_view("organisation.excluded"),
                             std::string_view("credential.suspended"),
                             std::string_view("credential.revoked")};
constexpr std::array clearing{std::string_view("organisation.restored"),
                              std::string_view("organisation.exclusion_ended"),
                              std::string_view("organisation.verified"),
                              std::string_view("credential.restored"),
                              std::string_view("credential.issued")};

bool is_in(const auto& kinds, std::string_view kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// What the parties of a share are told.
struct StandingChange {
    OrderId order;
    std::string cause;    ///< the kind of the event that changed the agency's standing
    std::string refusal;  ///< the code of the rule that refuses now; "" when none does
};
BOOST_DESCRIBE_STRUCT(StandingChange, (), (order, cause, refusal))

/// Whether its parties know it as barred: what they were told last.
bool told_barred(const store::Reader& reader, ShareId share) {
    bool barred = false;
    for (const auto& event : journal::of_subject(reader, share.number))
        if (event.kind == share_agency_barred.name || event.kind == share_agency_cleared.name)
            barred = event.kind == share_agency_barred.name;
    return barred;
}

/// A suspension of a licence that this share does not need bars nobody from it, and what is
/// restored while another rule still refuses clears nothing.
void tell(app::Command& command, const journal::Event& event, const ShareRow& share) {
    const auto order = orders::find(command.db, share.order_id);
    ASSERT(order.has_value());
    const auto may = may_staff(command.db, command.services, *order, share.agency, command.now);
    const bool bars = is_in(barring, event.kind);
    if (bars == may.has_value() || bars == told_barred(command.db, share.id)) return;
    command.record(bars ? share_agency_barred : share_agency_cleared,
                   {share.city, "share", share.id.number, share.agency, share.employer, {}},
                   StandingChange{share.order_id, event.kind, bars ? may.error().code : ""});
}

}  // namespace

Result<Done> may_staff(const store::Reader& reader, const app::Services& services,
                       const orders::OrderRow& order, OrganisationId agency, Instant now) {
    auto asking = at_gate(reader, services, order, agency, now);
    if (!asking) return refuse(organisation_unverified);
    // The seats are counted already; a default, or a verification to be renewed, bars from new
    // shares only.
    asking->question.verification_months = always;
    asking->question.seats = 0;
    asking->question.agency_seats = 0;
    asking->question.open_defaults = 0;
    TRY_DO(judge(asking->facts, asking->question));
    return Done{};
}

Result<bool> tell_standing(app::Command& command) {
    return journal::read_on(
        command.db, reader_name, events_a_run,
        [](std::string_view kind) { return is_in(barring, kind) || is_in(clearing, kind); },
        [&](const journal::Event& event) {
            if (!event.organisation) return;
            for (const auto& share : command.db.all<ShareRow>(
                     sql::live_shares_of_agency, store::arguments("agency", *event.organisation)))
                tell(command, event, share);
        });
}

}  // namespace jianghui::shares
