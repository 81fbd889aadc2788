#pragma once
// Who is concerned by an event, without asking everybody: those who are signed in, by what makes an event
// theirs. Not thread-safe.

#include <functional>
#include <map>
#include <unordered_map>

#include "features/live/reader.hpp"

namespace jianghui::live {

class Readers {
  public:
    using Visit = std::function<void(const std::shared_ptr<Reader>&)>;

    /// Requires a caller who is signed in and has an account.
    void add(const std::shared_ptr<Reader>& reader);
    void remove(const Reader& reader);

    /// Visits everybody who may see the event because it concerns her or lies where she supervises, once
    /// for each such reason; nobody who may see it only because it is open. O(the events' parties, the
    /// places that are supervised, those visited).
    void concerned_by(const journal::Event& event, const Visit& visit) const;
    void each(const Visit& visit) const;

  private:
    using Group = std::vector<std::shared_ptr<Reader>>;

    std::unordered_map<AccountId, Group> of_account_;
    std::unordered_map<OrganisationId, Group> of_organisation_;
    std::unordered_map<PersonId, Group> of_person_;
    std::map<PlaceCode, Group> of_place_;  ///< an empty code: all events
};

}  // namespace jianghui::live
