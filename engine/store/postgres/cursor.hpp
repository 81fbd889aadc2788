#pragma once
// The rows of a result that has come as a whole, in text.

#include "engine/store/postgres/session.hpp"

namespace jianghui::store::postgres {

class RowsCursor final : public Cursor {
  public:
    explicit RowsCursor(Rows rows)
        : kept_(std::move(rows)), rows_(kept_.get()), end_(PQntuples(rows_)) {}
    /// The rows from `first` to before `end` of a result that outlives it.
    RowsCursor(const PGresult* rows, int first, int end)
        : rows_(rows), end_(end), row_(first - 1) {}
    bool next() override { return ++row_ < end_; }
    [[nodiscard]] int columns() const override { return PQnfields(rows_); }
    [[nodiscard]] std::string_view name(int column) const override {
        return PQfname(rows_, column);
    }
    [[nodiscard]] bool is_null(int column) const override {
        return PQgetisnull(rows_, row_, column) == 1;
    }
    /// Booleans are 1 and 0, NULL is 0, as on SQLite. Throws StoreFailure for what is no number.
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override {
        return {PQgetvalue(rows_, row_, column),
                static_cast<std::size_t>(PQgetlength(rows_, row_, column))};
    }

  private:
    Rows kept_;
    const PGresult* rows_;
    int end_;
    int row_ = -1;
};

}  // namespace jianghui::store::postgres
