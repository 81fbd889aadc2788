#pragma once
// Pure decisions: who may see which event, and as what.

#include "features/live/model.hpp"

namespace jianghui::live {

/// How much of an event somebody may see.
enum class Sight {
    nothing,
    open,        ///< what anybody may know: no party, no actor
    party,       ///< everything but who in an authority or the other organisation acted
    supervision  ///< with the actor
};

/// Whether somebody sees an event. `is_open` says that its kind is for everybody (EventKind::open).
///
/// Officials, inspectors and audit administrators see the events of their place and what lies within
/// it (an audit administrator without a place: all); the other administrators those of their own
/// account alone; organisations and workers those that concern them;
/// everybody those of her own account. What happens to an account (signing in …) is seen by that
/// account and by those who supervise, not by its colleagues.
[[nodiscard]] Sight sight_of(const access::Caller& caller, const journal::Event& event,
                             bool is_open);

/// The place whose events the caller supervises, an empty code for all places; nothing for who does not.
[[nodiscard]] std::optional<PlaceCode> supervised_place(const access::Caller& caller);
/// Whether the event is one of that place, as `supervised_place` gives it.
[[nodiscard]] bool lies_in(const journal::Event& event, const PlaceCode& place);

/// The event as it is seen. Requires that something is.
[[nodiscard]] EventView view(const journal::Event& event, Sight sight);

/// Whether the event ends the sessions that a stream of this account may have been opened with.
[[nodiscard]] bool ends_session(const journal::Event& event, AccountId account);

}  // namespace jianghui::live
