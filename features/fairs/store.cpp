#include "features/fairs/store.hpp"

#include "features/fairs/queries.hpp"

namespace jianghui::fairs {
namespace {

struct FileRow {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (name, text))

}  // namespace

std::optional<FairRow> find(const store::Reader& reader, FairId fair) {
    return reader.one<FairRow>(sql::find_fair, store::arguments("fair", fair));
}

std::optional<FairRow> next_to_run(const store::Reader& reader) {
    return reader.one<FairRow>(sql::next_fair);
}

std::vector<FairOrderRow> orders_of(const store::Reader& reader, const FairRow& fair) {
    return reader.all<FairOrderRow>(sql::orders_of_fair,
                                    store::arguments("city", fair.city, "fair", fair.id));
}

std::vector<FairPairRow> pairs_of(const store::Reader& reader, const FairRow& fair) {
    return reader.all<FairPairRow>(sql::pairs_of_fair,
                                   store::arguments("city", fair.city, "fair", fair.id));
}

std::string file_of(const store::Reader& reader, const FairRow& fair, std::string_view name) {
    auto row = reader.one<FileRow>(
        sql::find_fair_file, store::arguments("city", fair.city, "fair", fair.id, "name", name));
    return row ? std::move(row->text) : std::string();
}

bool is_handed_to(const store::Reader& reader, const FairRow& fair, OrganisationId agency) {
    return reader
               .value<int>(sql::is_handed_to, store::arguments("city", fair.city, "fair", fair.id,
                                                               "agency", agency))
               .value_or(0) > 0;
}

bool update(store::Transaction& transaction, const FairRow& fair, FairStatus seen) {
    return transaction.execute(sql::update_fair, store::members_and(fair, "seen", seen)) == 1;
}

}  // namespace jianghui::fairs
