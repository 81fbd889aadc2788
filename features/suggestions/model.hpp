#pragma once
// What the API says about suggestions; ui/base/api_types/suggestions.ts is its mirror.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/codec/codec.hpp"
#include "engine/matching/matching.hpp"
#include "features/orders/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::suggestions {

/// One part of a score: what for, what it brought of what it could, and why.
struct PartView {
    matching::ScorePart code{};
    int points = 0;
    int max = 0;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(PartView, (), (code, points, max, reason))

/// The parts of a score, as the engine found them. They are said when the answer is written, straight into it: a page
/// of fifty has seven hundred sentences. Looks as a list of PartView does.
class SaidParts {
  public:
    using Found = std::array<matching::Part, matching::part_count>;
    /// `names` must outlive it.
    SaidParts(Found found, const matching::Names& names) : found_(std::move(found)), names_(&names) {}
    [[nodiscard]] std::vector<PartView> views() const;
    /// Appends the JSON of `views()`.
    void write(std::string& out) const;

  private:
    Found found_;
    const matching::Names* names_;
};

}  // namespace jianghui::suggestions

template <>
struct jianghui::codec::Format<jianghui::suggestions::SaidParts> {
    static void write(std::string& out, const suggestions::SaidParts& parts) { parts.write(out); }
    static json::object schema(Schemas& schemas) {
        return Format<std::vector<suggestions::PartView>>::schema(schemas);
    }
};

namespace jianghui::suggestions {

/// How many candidates a filter removed; each is counted with the first that removes it.
struct RemovedView {
    matching::Filter filter{};
    std::int64_t count = 0;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(RemovedView, (), (filter, count, reason))

/// A worker suggested for an order; the name as the caller may see it.
struct CandidateView {
    people::Reference person;
    int score = 0;
    SaidParts parts;
};
BOOST_DESCRIBE_STRUCT(CandidateView, (), (person, score, parts))

/// An order suggested to a worker.
struct MatchView {
    orders::OrderView order;
    int score = 0;
    SaidParts parts;
};
BOOST_DESCRIBE_STRUCT(MatchView, (), (order, score, parts))

/// A ranked list, best first, with what became of the others.
template <class T>
struct Suggestions {
    std::int64_t position = 0;  ///< the journal position that was ranked
    std::vector<T> items;
    std::int64_t considered = 0;
    std::int64_t counted = 0;  ///< of these; fewer: the counts are estimates
    std::vector<RemovedView> removed;
    std::optional<matching::Filter> last_filter;  ///< when nobody is left: who removed the last
    std::optional<Text> what_counts;              ///< what the counts count, and from how many
    std::optional<Text> why_empty;
    std::optional<Text> advice;  ///< what relaxing one filter would bring
    BOOST_DESCRIBE_CLASS(Suggestions, (),
                         (position, items, considered, counted, removed, last_filter, what_counts,
                          why_empty, advice),
                         (), ())
};
using Candidates = Suggestions<CandidateView>;
using Matches = Suggestions<MatchView>;

using Count = Integer<1, 200>;

/// GET orders/{order}/candidates?k=50
struct FindCandidates {
    OrderId order;
    std::optional<Count> k;
};
BOOST_DESCRIBE_STRUCT(FindCandidates, (), (order, k))

/// GET people/{person}/matches?k=50
struct FindMatches {
    PersonId person;
    std::optional<Count> k;
};
BOOST_DESCRIBE_STRUCT(FindMatches, (), (person, k))

/// GET orders/{order}/candidates/{person}
struct FindJudgement {
    OrderId order;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindJudgement, (), (order, person))

/// A condition of the order, or of the person, that the two do not meet.
struct FailedView {
    matching::Filter filter{};
    Text reason;
};
BOOST_DESCRIBE_STRUCT(FailedView, (), (filter, reason))

/// One person and one order looked at: why she is suggested for it, or why not.
struct Judgement {
    people::Reference person;
    OrderId order;
    bool fits = false;  ///< nothing failed
    int score = 0;      ///< what she would have, also when something failed
    std::vector<PartView> parts;
    std::vector<FailedView> failed;  ///< every condition, in the filters' order
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (person, order, fits, score, parts, failed))

/// GET matches?people=ID,ID,…&k=1: of people who were registered or imported together.
struct FindBestOrders {
    String<1, 1000> people;  ///< 50 at most
    std::optional<Integer<1, 5>> k;
};
BOOST_DESCRIBE_STRUCT(FindBestOrders, (), (people, k))

/// The best orders for one of them.
struct BestOrders {
    PersonId person;
    Matches matches;
};
BOOST_DESCRIBE_STRUCT(BestOrders, (), (person, matches))

/// jianghui rank --order ID | --person ID, over the database; or --workers W.jsonl --orders O.jsonl,
/// over files.
struct Rank {
    std::optional<OrderId> order;
    std::optional<PersonId> person;
    std::optional<std::string> workers;
    std::optional<std::string> orders;
    std::optional<Date> as_of;  ///< files only; absent: today
    std::optional<Count> k;
};
BOOST_DESCRIBE_STRUCT(Rank, (), (order, person, workers, orders, as_of, k))

/// A worker of a file, ranked.
struct FileCandidate {
    std::string worker;
    int score = 0;
    std::vector<PartView> parts;
};
BOOST_DESCRIBE_STRUCT(FileCandidate, (), (worker, score, parts))

/// The ranking of one order of a file.
struct FileRanking {
    std::string order;
    std::vector<FileCandidate> items;
    std::int64_t considered = 0;
    std::int64_t counted = 0;
    std::vector<RemovedView> removed;
    std::optional<matching::Filter> last_filter;
    std::optional<Text> what_counts;
    std::optional<Text> why_empty;
    std::optional<Text> advice;
};
BOOST_DESCRIBE_STRUCT(FileRanking, (),
                      (order, items, considered, counted, removed, last_filter, what_counts,
                       why_empty, advice))

/// One for each order, in the order of the file.
struct FileRankings {
    std::vector<FileRanking> rankings;
};
BOOST_DESCRIBE_STRUCT(FileRankings, (), (rankings))

}  // namespace jianghui::suggestions
