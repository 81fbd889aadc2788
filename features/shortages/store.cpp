#include "features/shortages/store.hpp"

#include <algorithm>
#include <limits>

#include "features/shortages/queries.hpp"

namespace jianghui::shortages {
namespace {

store::Arguments of(const CatalogueRow& catalogue) {
    return store::arguments("city", catalogue.city, "catalogue", catalogue.id);
}

std::vector<store::Arguments> rows_of(const CatalogueRow& catalogue,
                                      const std::vector<Entry>& entries) {
    std::vector<store::Arguments> rows;
    for (const auto& entry : entries)
        rows.push_back(
            store::members_and(entry, "city", catalogue.city, "catalogue", catalogue.id));
    return rows;
}

}  // namespace

std::optional<CatalogueRow> find(const store::Reader& reader, CatalogueId catalogue) {
    return reader.one<CatalogueRow>(sql::find_catalogue, store::arguments("catalogue", catalogue));
}

bool insert(store::Transaction& transaction, const CatalogueRow& catalogue) {
    return transaction.execute(sql::insert_catalogue, store::members(catalogue)) == 1;
}

bool update(store::Transaction& transaction, const CatalogueRow& catalogue, CatalogueStatus from) {
    return transaction.execute(sql::update_catalogue,
                               store::members_and(catalogue, "from", from)) == 1;
}

int next_version(const store::Reader& reader, const CatalogueRow& catalogue) {
    return reader
               .value<int>(sql::newest_version,
                           store::arguments("place", catalogue.place, "period", catalogue.period))
               .value_or(0) +
           1;
}

void replace_entries(store::Transaction& transaction, const CatalogueRow& catalogue,
                     const std::vector<Entry>& entries) {
    transaction.execute(sql::delete_entries, of(catalogue));
    transaction.execute(sql::delete_opinions, of(catalogue));
    if (!entries.empty())
        transaction.execute_all(sql::insert_entry, rows_of(catalogue, entries));
}

std::vector<Entry> entries(const store::Reader& reader, const CatalogueRow& catalogue, int after,
                           int limit) {
    return reader.all<Entry>(sql::entries,
                             store::arguments("city", catalogue.city, "catalogue", catalogue.id,
                                              "after", after, "limit", limit));
}

std::vector<Entry> all_entries(const store::Reader& reader, const CatalogueRow& catalogue) {
    return entries(reader, catalogue, 0, std::numeric_limits<int>::max());
}

void update_entries(store::Transaction& transaction, const CatalogueRow& catalogue,
                    const std::vector<Entry>& entries) {
    if (!entries.empty())
        transaction.execute_all(sql::update_entry, rows_of(catalogue, entries));
}

bool insert_expert(store::Transaction& transaction, const CatalogueRow& catalogue,
                   AccountId account, AccountId named_by, Instant at) {
    return transaction.execute(
               sql::insert_expert,
               store::arguments("city", catalogue.city, "catalogue", catalogue.id, "account",
                                account, "named_by", named_by, "named_at", at)) == 1;
}

std::vector<Expert> experts(const store::Reader& reader, const CatalogueRow& catalogue) {
    return reader.all<Expert>(sql::experts, of(catalogue));
}

bool is_expert(const store::Reader& reader, const CatalogueRow& catalogue, AccountId account) {
    const auto asked = experts(reader, catalogue);
    return std::any_of(asked.begin(), asked.end(),
                       [&](const Expert& each) { return each.account == account; });
}

void put_opinion(store::Transaction& transaction, const CatalogueRow& catalogue,
                 const Opinion& opinion) {
    transaction.execute(sql::put_opinion, store::members_and(opinion, "city", catalogue.city,
                                                             "catalogue", catalogue.id));
}

std::vector<Opinion> opinions(const store::Reader& reader, const CatalogueRow& catalogue) {
    return reader.all<Opinion>(sql::opinions, of(catalogue));
}

std::optional<WarningRow> find(const store::Reader& reader, WarningId warning) {
    return reader.one<WarningRow>(sql::find_warning, store::arguments("warning", warning));
}

void insert(store::Transaction& transaction, const WarningRow& warning) {
    transaction.execute(sql::overtake_warnings, store::members(warning));
    transaction.execute(sql::insert_warning, store::members(warning));
}

bool update(store::Transaction& transaction, const WarningRow& warning, WarningStatus from) {
    return transaction.execute(sql::update_warning,
                               store::members_and(warning, "from", from)) == 1;
}

}  // namespace jianghui::shortages
