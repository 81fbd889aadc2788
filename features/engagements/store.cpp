#include "features/engagements/store.hpp"

#include "features/engagements/api.hpp"
#include "features/engagements/queries.hpp"

namespace jianghui::engagements {

void insert(store::Transaction& transaction, const EngagementRow& engagement) {
    transaction.execute(sql::insert_engagement, store::members(engagement));
}

void insert(store::Transaction& transaction, const StepRow& step) {
    transaction.execute(sql::insert_step, store::members(step));
}

void insert(store::Transaction& transaction, const RatingRow& rating) {
    transaction.execute(sql::insert_rating, store::members(rating));
}

bool update(store::Transaction& transaction, const EngagementRow& before,
            const EngagementRow& after) {
    return transaction.execute(
               sql::update_engagement,
               store::members_and(after, "read_status", before.status, "read_open", before.open_fen,
                                  "read_accepted", before.accepted_fen, "read_paid",
                                  before.paid_fen)) == 1;
}

bool update(store::Transaction& transaction, const StepRow& before, const StepRow& after) {
    return transaction.execute(sql::update_step,
                               store::members_and(after, "read_status", before.status, "read_level",
                                                  before.late_level)) == 1;
}

std::optional<EngagementRow> find(const store::Reader& reader, EngagementId engagement) {
    return reader.one<EngagementRow>(sql::find_engagement,
                                     store::arguments("engagement", engagement));
}

std::vector<StepRow> steps_of(const store::Reader& reader, EngagementId engagement) {
    return reader.all<StepRow>(sql::steps_of, store::arguments("engagement", engagement));
}

std::vector<RatingRow> ratings_of(const store::Reader& reader, EngagementId engagement) {
    return reader.all<RatingRow>(sql::ratings_of, store::arguments("engagement", engagement));
}

void open_ratings(store::Transaction& transaction, EngagementId engagement, Instant now) {
    transaction.execute(sql::open_ratings, store::arguments("engagement", engagement, "now", now));
}

namespace {

struct Stars {
    int count = 0;
    int stars = 0;
};
BOOST_DESCRIBE_STRUCT(Stars, (), (count, stars))

}  // namespace

Rating rating_of(const store::Reader& reader, OrganisationId organisation, Instant now) {
    const auto found = reader.one<Stars>(
        sql::rating_of, store::arguments("organisation", organisation, "now", now));
    return found ? rating_from(found->count, found->stars) : Rating{};
}

}  // namespace jianghui::engagements
