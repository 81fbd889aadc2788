#pragma once
// The matching index of this program, with what decides to whom somebody may be suggested. In
// memory only: read from the database at start, kept current by whoever hands in the journal's
// events. A person or order that an event names is read again as it is now, so events may be
// repeated or skipped over without harm.

#include <functional>
#include <set>
#include <unordered_map>

#include "engine/app/context.hpp"
#include "engine/matching/turnstile.hpp"
#include "features/suggestions/facts.hpp"
#include "features/suggestions/rules.hpp"

namespace jianghui::suggestions {

class Pool {
  public:
    Pool(matching::Policy policy, Points points)
        : index_(std::move(policy)), points_(std::move(points)) {}

    /// Reads everybody active and every open order. Once, before anybody asks. O(people + orders).
    void load(const app::Services& services, const store::Reader& reader);
    /// Brings in what the events name. The caller hands them in order, on one thread at a time.
    void follow(const app::Services& services, const store::Reader& reader,
                const std::vector<journal::Event>& events);
    /// Reads the open orders again when the date has changed: a first day in the past is today.
    void begin_day(const app::Services& services, const store::Reader& reader);

    /// The best for the order among those `admitted`, everybody counted; and the best open orders.
    using Admission = std::function<bool(const Circle&)>;
    [[nodiscard]] Result<matching::Ranking> rank_workers(const matching::Order& order,
                                                         std::size_t k, Date today,
                                                         const Admission& admitted) const;
    [[nodiscard]] Result<matching::Ranking> rank_orders(const matching::Worker& worker,
                                                        std::size_t k, Date today) const;

    [[nodiscard]] Dictionary dictionary(const app::Services& services) const;
    [[nodiscard]] const matching::Index& index() const { return index_; }

  private:
    /// What becomes of one person or order: matching facts, and her circle.
    struct Change {
        matching::Change fact;
        std::optional<Circle> circle;
    };
    [[nodiscard]] Change reread(const app::Services& services, const store::Reader& reader,
                                PersonId person, Date today) const;
    [[nodiscard]] Change reread(const app::Services& services, const store::Reader& reader,
                                OrderId order, Date today) const;
    [[nodiscard]] Change entry(const app::Services& services, const store::Reader& reader,
                               const people::Person& person, std::vector<OrganisationId> agencies,
                               Date today) const;
    [[nodiscard]] Change entry(const app::Services& services, const store::Reader& reader,
                               const orders::OrderRow& order, Date today) const;
    void put(std::int64_t position, std::vector<Change> changes);

    matching::Index index_;
    Points points_;
    std::unordered_map<std::int64_t, Circle> circles_;  ///< by person; guarded by lock_
    mutable matching::Turnstile lock_;  ///< taken before the index's own, by both sides
    std::optional<Date> day_;           ///< of the writer alone
};

}  // namespace jianghui::suggestions
