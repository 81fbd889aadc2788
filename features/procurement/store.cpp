#include "features/procurement/store.hpp"

#include "features/procurement/queries.hpp"

namespace jianghui::procurement {

void insert(store::Transaction& transaction, const ProcurementRow& procurement) {
    transaction.execute(sql::insert_procurement, store::members(procurement));
}

void insert(store::Transaction& transaction, const EvaluatorRow& evaluator) {
    transaction.execute(sql::insert_evaluator, store::members(evaluator));
}

void insert(store::Transaction& transaction, const BidRow& bid) {
    transaction.execute(sql::insert_bid, store::members(bid));
}

void insert(store::Transaction& transaction, const ObjectionRow& objection) {
    transaction.execute(sql::insert_objection, store::members(objection));
}

bool update(store::Transaction& transaction, const ProcurementRow& procurement,
            ProcurementStatus before) {
    return transaction.execute(sql::update_procurement,
                               store::members_and(procurement, "read_status", before)) == 1;
}

bool update(store::Transaction& transaction, const BidRow& bid, BidStatus before) {
    return transaction.execute(sql::update_bid, store::members_and(bid, "read_status", before)) ==
           1;
}

bool update(store::Transaction& transaction, const EvaluatorRow& evaluator) {
    return transaction.execute(sql::update_evaluator, store::members(evaluator)) == 1;
}

bool update(store::Transaction& transaction, const ObjectionRow& objection) {
    return transaction.execute(sql::answer_objection, store::members(objection)) == 1;
}

void write_sheet(store::Transaction& transaction, const std::vector<ScoreRow>& lines) {
    if (lines.empty()) return;
    const ScoreRow& first = lines.front();
    transaction.execute(sql::clear_sheet,
                        store::arguments("procurement", first.procurement_id, "bid", first.bid_id,
                                         "evaluator", first.evaluator));
    for (const auto& line : lines) transaction.execute(sql::insert_score, store::members(line));
}

std::optional<ProcurementRow> find_procurement(const store::Reader& reader,
                                               ProcurementId procurement) {
    return reader.one<ProcurementRow>(sql::find_procurement,
                                      store::arguments("procurement", procurement));
}

std::vector<ProcurementRow> due_openings(const store::Reader& reader, Instant now) {
    return reader.all<ProcurementRow>(sql::due_openings, store::arguments("now", now));
}

std::vector<ProcurementRow> due_awards(const store::Reader& reader, Instant now) {
    return reader.all<ProcurementRow>(sql::due_awards, store::arguments("now", now));
}

std::optional<BidRow> find_bid(const store::Reader& reader, BidId bid) {
    return reader.one<BidRow>(sql::find_bid, store::arguments("bid", bid));
}

std::optional<ObjectionRow> find_objection(const store::Reader& reader, ObjectionId objection) {
    return reader.one<ObjectionRow>(sql::find_objection, store::arguments("objection", objection));
}

std::vector<EvaluatorRow> evaluators_of(const store::Reader& reader, ProcurementId procurement) {
    return reader.all<EvaluatorRow>(sql::evaluators_of,
                                    store::arguments("procurement", procurement));
}

std::vector<BidRow> bids_of(const store::Reader& reader, ProcurementId procurement) {
    return reader.all<BidRow>(sql::bids_of, store::arguments("procurement", procurement));
}

std::vector<ScoreRow> scores_of(const store::Reader& reader, ProcurementId procurement,
                                std::optional<int> evaluator) {
    return reader.all<ScoreRow>(
        sql::scores_of, store::arguments("procurement", procurement, "evaluator", evaluator));
}

std::vector<ObjectionRow> objections_of(const store::Reader& reader, ProcurementId procurement) {
    return reader.all<ObjectionRow>(sql::objections_of,
                                    store::arguments("procurement", procurement));
}

}  // namespace jianghui::procurement
