#pragma once
// What every organisation did, as the journal tells it: a follower's memory.

#include <mutex>
#include <unordered_map>

#include "features/organisations/api.hpp"
#include "features/ratings/rules.hpp"

namespace jianghui::ratings {

/// A deed of an organisation.
struct DeedOf {
    OrganisationId organisation;
    Deed deed = Deed::completed;
};
/// What an event says about somebody's reliability, or nothing. Looks up the seat of a start.
[[nodiscard]] std::optional<DeedOf> deed_of(const store::Reader& reader,
                                            const journal::Event& event);

/// A default that an authority excused. It no longer counts from that day on; what the day began with
/// (score_at_start_of) stays what it was.
struct Excuse {
    Date defaulted_on;
    Date excused_on;
};
/// The excuse that an event speaks of, for its organisation.
[[nodiscard]] std::optional<Excuse> excuse_of(const journal::Event& event);

/// Counts of deeds by day. Any thread may read while one follows.
class Deeds final : public organisations::ReliabilityScores {
  public:
    explicit Deeds(const app::Services& services) : services_(&services) {}

    void follow(const store::Reader& reader, const std::vector<journal::Event>& events);
    /// With the parameters in force on that day. O(days with deeds).
    [[nodiscard]] Reliability reliability(OrganisationId organisation, Date today) const;
    /// The position of the last event that was followed.
    [[nodiscard]] std::int64_t position() const;
    [[nodiscard]] std::optional<int> of(const store::Reader& reader,
                                        OrganisationId organisation) const override;

  private:
    /// Of the days of a deed those that count on `today`: without what was excused by then. Requires the lock.
    [[nodiscard]] Days counting(OrganisationId organisation, Deed deed, Days days, Date today) const;

    const app::Services* services_;
    mutable std::mutex mutex_;
    std::int64_t position_ = 0;
    std::unordered_map<OrganisationId, std::map<Deed, Days>> deeds_;
    std::unordered_map<OrganisationId, std::vector<Excuse>> excuses_;
};

}  // namespace jianghui::ratings
