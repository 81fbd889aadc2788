#include "features/draws/store.hpp"

#include "features/draws/queries.hpp"

namespace jianghui::draws {

void insert(store::Transaction& transaction, const DrawRow& draw) {
    transaction.execute(sql::insert_draw, store::members(draw));
}

void insert(store::Transaction& transaction, const ApplicationRow& application) {
    transaction.execute(sql::insert_application, store::members(application));
}

bool end(store::Transaction& transaction, const DrawRow& draw) {
    return transaction.execute(sql::end_draw, store::members(draw)) == 1;
}

bool end(store::Transaction& transaction, const ApplicationRow& application) {
    return transaction.execute(sql::end_application, store::members(application)) == 1;
}

void look_later(store::Transaction& transaction, OrderId order, Instant due_at) {
    transaction.execute(sql::look_later, store::arguments("order", order, "due_at", due_at));
}

std::optional<DrawRow> find_draw(const store::Reader& reader, OrderId order) {
    return reader.one<DrawRow>(sql::find_draw, store::arguments("order", order));
}

std::optional<DrawRow> due_draw(const store::Reader& reader, Instant now) {
    return reader.one<DrawRow>(sql::due_draw, store::arguments("now", now));
}

std::optional<ApplicationRow> find_application(const store::Reader& reader,
                                               ApplicationId application) {
    return reader.one<ApplicationRow>(sql::find_application,
                                      store::arguments("application", application));
}

std::optional<ApplicationRow> own_application(const store::Reader& reader, OrderId order,
                                              OrganisationId agency) {
    return reader.one<ApplicationRow>(sql::own_application,
                                      store::arguments("order", order, "agency", agency));
}

std::vector<ApplicationRow> applications_of(const store::Reader& reader, OrderId order) {
    return reader.all<ApplicationRow>(sql::applications_of_order,
                                      store::arguments("order", order));
}

int count_applications(const store::Reader& reader, OrderId order) {
    return reader.value<int>(sql::count_applications, store::arguments("order", order)).value_or(0);
}

int last_number(const store::Reader& reader, OrderId order) {
    return reader.value<int>(sql::last_number, store::arguments("order", order)).value_or(0);
}

}  // namespace jianghui::draws
