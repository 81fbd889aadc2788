#pragma once
// The matching index of this program, with what decides to whom somebody may be suggested. In
// memory: read at start from its file, or else from the database, and kept current by whoever hands
// in the journal's events. A person or order that an event names is read again as it is now, so
// events may be repeated or skipped over without harm.

#include <filesystem>
#include <functional>
#include <memory>
#include <unordered_set>

#include "engine/app/context.hpp"
#include "features/suggestions/circles.hpp"
#include "features/suggestions/facts.hpp"
#include "features/suggestions/rules.hpp"

namespace jianghui::suggestions {

class Pool : public std::enable_shared_from_this<Pool> {
  public:
    /// `foundation`: a digest of the reference data that facts are made with (foundation_of).
    Pool(matching::Policy policy, Points points, std::string foundation);

    /// Reads everybody active and every open order. Once, before anybody asks. O(people + orders).
    void load(const app::Services& services, const store::Reader& reader);
    /// The same from the file, and the open orders from the database: what happened since then
    /// comes with the events. False, and as before, when there is no file, it is damaged, or it was
    /// made with other reference data or another journal.
    [[nodiscard]] bool restore(const app::Services& services, const store::Reader& reader,
                               const std::filesystem::path& file);
    /// Writes the file, when anything happened since the last time.
    void keep(const store::Reader& reader, const std::filesystem::path& file);

    /// Brings in what the events name. The caller hands them in order, on one thread at a time.
    void follow(const app::Services& services, const store::Reader& reader,
                const std::vector<journal::Event>& events);
    /// Reads the open orders again when the date has changed: a first day in the past is today.
    void begin_day(const app::Services& services, const store::Reader& reader);

    /// The best for the order among those `admitted`, everybody counted, without `with_parts` only who
    /// and how many points; and the best open orders.
    using Admission = std::function<bool(const Circle&)>;
    [[nodiscard]] Result<matching::Ranking> rank_workers(const matching::Order& order,
                                                         std::size_t k, Date today,
                                                         const Admission& admitted,
                                                         bool with_parts = true,
                                                         bool counts_all = false) const;
    [[nodiscard]] Result<matching::Ranking> rank_orders(const matching::Worker& worker,
                                                        std::size_t k, Date today) const;

    /// The best `k` for each open order, all at one position, without parts or counts.
    void rank_every_order(std::size_t k, Date today, const Admission& admitted,
                          const std::function<void(std::int64_t order, const matching::Ranking&)>& take) const;

    [[nodiscard]] Dictionary dictionary(const app::Services& services) const;
    [[nodiscard]] const matching::Index& index() const { return *index_; }

  private:
    [[nodiscard]] matching::Change reread(const app::Services& services,
                                          const store::Reader& reader, PersonId person,
                                          Date today);
    [[nodiscard]] matching::Change reread(const app::Services& services,
                                          const store::Reader& reader, OrderId order, Date today);
    /// `busy` as worker_of has it.
    [[nodiscard]] matching::Change entry(const Dictionary& dictionary, const people::Person& person,
                                         const std::vector<Date>& busy, std::vector<OrganisationId> agencies);
    /// Erases an order that is not in the market today.
    [[nodiscard]] matching::Change entry(const app::Services& services,
                                         const store::Reader& reader,
                                         const orders::OrderRow& order, Date today);
    /// Whether the event may make its order another one to the index. Most say only how many seats are left, on
    /// which nothing depends while the order is open and there.
    [[nodiscard]] bool may_change(const journal::Event& event) const;
    void put(std::int64_t position, std::vector<matching::Change> changes);
    void read_orders(const app::Services& services, const store::Reader& reader, Date today);

    std::unique_ptr<matching::Index> index_;
    Points points_;
    std::string foundation_;
    std::unique_ptr<Circles> circles_;
    std::unordered_set<std::int64_t> orders_;  ///< in the index as this program put them; of the writer alone
    std::optional<Date> day_;                  ///< of the writer alone
    std::int64_t kept_position_ = -1;  ///< of the file
};

/// A digest of everything under `folder` that facts are made with.
[[nodiscard]] std::string foundation_of(const std::filesystem::path& folder);

}  // namespace jianghui::suggestions
