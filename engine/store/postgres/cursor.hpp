#pragma once
// The rows of a result that has come as a whole, in text.

#include "engine/store/postgres/session.hpp"

namespace jianghui::store::postgres {

class RowsCursor final : public Cursor {
  public:
    explicit RowsCursor(Rows rows) : rows_(std::move(rows)), count_(PQntuples(rows_.get())) {}
    bool next() override { return ++row_ < count_; }
    [[nodiscard]] int columns() const override { return PQnfields(rows_.get()); }
    [[nodiscard]] std::string_view name(int column) const override {
        return PQfname(rows_.get(), column);
    }
    [[nodiscard]] bool is_null(int column) const override {
        return PQgetisnull(rows_.get(), row_, column) == 1;
    }
    /// Booleans are 1 and 0, NULL is 0, as on SQLite. Throws StoreFailure for what is no number.
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override {
        return {PQgetvalue(rows_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column))};
    }

  private:
    Rows rows_;
    int count_;
    int row_ = -1;
};

}  // namespace jianghui::store::postgres
