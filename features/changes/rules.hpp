#pragma once
// Decisions about changes: pure functions.

#include "features/changes/errors.hpp"
#include "features/changes/model.hpp"

namespace jianghui::changes {

/// Whether a change touches what a share is made of. More seats, a longer validity or another hold
/// for later grabs ask nothing of who holds a share already.
[[nodiscard]] bool concerns_holders(const std::vector<std::string>& differs);

/// What becomes of a live share as its order changes.
enum class Effect {
    follows,   ///< nothing of it changes: it stands under the new version at once
    asks,      ///< its agency is asked, with a new deadline
    asks_on,   ///< its agency was asked already: the new version asks in place, same deadline
    stays      ///< it stays under older terms that its agency kept
};
/// `up_to_date`: it stands under the version that was just left. `asked`: an answer stands.
[[nodiscard]] Effect effect_on(bool concerns, bool up_to_date, bool asked);

/// Whether it may be answered now. Fails with answer_over.
[[nodiscard]] Result<Done> may_answer(const AnswerRow& answer, Instant now);

/// Each term that differs, with its value before and after, in the order of `Terms`.
[[nodiscard]] std::vector<TermChange> term_changes(const orders::Terms& before,
                                                   const orders::Terms& after);

}  // namespace jianghui::changes
