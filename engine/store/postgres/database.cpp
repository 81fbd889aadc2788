#include <libpq-fe.h>

#include "engine/store/postgres/settings.hpp"

namespace jianghui::store {
namespace {

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(postgres::Settings settings) : settings_(std::move(settings)) {}
    std::unique_ptr<Connection> connect(Use use) override {
        return postgres::connect(settings_, use);
    }
    [[nodiscard]] bool shared() const override { return true; }
    [[nodiscard]] std::shared_ptr<const std::atomic<int>> node() const override {
        return settings_.node;
    }
    std::shared_ptr<void> watch(std::function<void()> changed) override {
        return postgres::watch(settings_, std::move(changed));
    }

  private:
    postgres::Settings settings_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& url, Durability durability) {
    postgres::Settings settings;
    settings.url = url;
    settings.durability = durability;
    return std::make_unique<PostgresDatabase>(std::move(settings));
}

bool is_postgres_url(std::string_view text) {
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

bool url_has_password(const std::string& url) {
    char* fault = nullptr;
    auto* const options = PQconninfoParse(url.c_str(), &fault);
    PQfreemem(fault);
    if (options == nullptr) return true;
    bool found = false;
    for (const auto* option = options; option->keyword != nullptr; ++option)
        found = found || (std::string_view(option->keyword).ends_with("password") &&
                          option->val != nullptr);
    PQconninfoFree(options);
    return found;
}

std::unique_ptr<Database> open_database(const std::string& where, Durability durability) {
    return is_postgres_url(where) ? open_postgres(where, durability)
                                  : open_sqlite(where, durability);
}

}  // namespace jianghui::store
