#pragma once
// A share's default and its closing. Until it is closed its agency grabs nothing (open_default).

#include "engine/app/feature.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

/// Who closes defaults by hand.
enum class Closer { employer, office };

/// A row of `share_defaults`: a share defaults once at most.
struct DefaultRow {
    ShareId share_id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    Instant opened_at;
    Instant lapses_at;
    std::optional<Instant> closed_at;
    std::optional<AccountId> closed_by;  ///< none: the clock
    std::optional<ClosingGround> ground;
    std::string reason;  ///< as somebody wrote it: shown to the parties, never in an event
};
BOOST_DESCRIBE_STRUCT(DefaultRow, (),
                      (share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at,
                       closed_by, ground, reason))

/// A default as the API shows it; its id is its share's.
struct DefaultView {
    ShareId id;
    OrderReference order;
    PlaceCode city;  ///< whose authority may excuse it
    organisations::Reference employer;
    organisations::Reference agency;
    Instant opened_at;
    Instant lapses_at;
    std::optional<Instant> closed_at;
    std::optional<ClosingGround> ground;
    std::string reason;
    std::vector<ClosingGround> may_close_as;  ///< what the caller may say now
};
BOOST_DESCRIBE_STRUCT(DefaultView, (),
                      (id, order, city, employer, agency, opened_at, lapses_at, closed_at, ground,
                       reason, may_close_as))

/// POST shares/{share}/default/close. An excuse wants a reason.
struct CloseDefault {
    ShareId share;
    ClosingGround ground = ClosingGround::made_good;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(CloseDefault, (), (share, ground, reason))

/// GET share-defaults: of the caller's organisation, or of the place that it supervises; newest share
/// first. `open`: only those that still bar their agency, or only the closed ones.
struct ListDefaults {
    std::optional<bool> open;
    std::optional<ShareId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListDefaults, (), (open, cursor, limit))

/// The share has just defaulted: writes its row. The caller raises the agency's counter.
void note_default(app::Command& command, const ShareRow& share);

Result<app::Page<DefaultView>> list_defaults(app::Query& query, const ListDefaults& input);
Result<DefaultView> show_default(app::Query& query, const FindShare& input);
/// Closes it and lowers the agency's counter in one transaction, with an event that names the agency:
/// whoever keeps facts of the gate reads it anew (GrabFacts).
Result<DefaultView> close_default(app::Command& command, const CloseDefault& input);

/// Clock: a default that nobody closed lapses. At most 100 a run.
Result<bool> lapse_defaults(app::Command& command);

}  // namespace jianghui::shares
