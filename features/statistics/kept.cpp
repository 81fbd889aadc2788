#include "features/statistics/kept.hpp"

#include "features/statistics/counting.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/table.hpp"

namespace jianghui::statistics {
namespace {

/// Further behind than that, all cells are read anew instead of the steps.
constexpr std::int64_t steps_worth_reading = 200'000;

/// A cell or a step as it adds to the margins.
struct Addition {
    int period = 0;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::int64_t facts = 0;
};
BOOST_DESCRIBE_STRUCT(Addition, (),
                      (period, place, occupation, industry, origin, amount, facts))

/// What the reader's snapshot says of a measure.
struct Counted {
    std::int64_t position = 0;
    std::int64_t recounts = 0;
};

template <class... More>
store::Arguments name_of(const Measure& measure, const More&... more) {
    return store::arguments("measure", measure.id.text, "version", measure.version.value, more...);
}

Counted counted(const store::Reader& reader, const Measure& measure) {
    return {counted_to(reader, measure),
            reader.value<std::int64_t>(sql::recounts_of, name_of(measure)).value_or(0)};
}

using Additions = std::vector<std::pair<CellKey, Count>>;

void read_all(const store::Reader& reader, const store::Statement& statement,
              const store::Arguments& arguments, const std::function<void(CellKey, Count)>& each) {
    reader.each<Addition>(statement, arguments, [&](Addition&& row) {
        each({row.period,
              {std::move(row.place), std::move(row.occupation), std::move(row.industry),
               std::move(row.origin)}},
             {row.amount, row.facts});
    });
}

Margins all_margins(const store::Reader& reader, const Measure& measure) {
    Margins margins(measure);
    read_all(reader, sql::all_cells, name_of(measure),
             [&](const CellKey& cell, const Count& count) { margins.add(cell, count); });
    return margins;
}

Additions steps_after(const store::Reader& reader, const Measure& measure, std::int64_t position) {
    Additions steps;
    const auto next_city = [&](const std::string& after) {
        return reader.value<std::string>(sql::next_city_of_steps,
                                         name_of(measure, "after", after));
    };
    // A city at a time: the key of the steps begins with it.
    for (auto city = next_city(""); city; city = next_city(*city))
        read_all(reader, sql::steps_after,
                 name_of(measure, "city", *city, "position", position),
                 [&](CellKey cell, Count count) { steps.emplace_back(std::move(cell), count); });
    return steps;
}

}  // namespace

std::shared_ptr<KeptFigures::Kept> KeptFigures::kept_of(const Measure& measure) {
    const std::lock_guard lock(mutex_);
    auto& kept = kept_[reader_name(measure)];
    if (!kept) kept = std::make_shared<Kept>(measure);
    return kept;
}

KeptFigures::Held KeptFigures::hold(const store::Reader& reader, const Measure& measure) {
    const auto kept = kept_of(measure);
    const Counted now = counted(reader, measure);
    // A snapshot may be older than what others have read already: then that holds.
    const auto is_behind = [&] {
        return kept->recounts < now.recounts ||
               (kept->recounts == now.recounts && kept->position < now.position);
    };
    while (true) {
        if (std::shared_lock lock(kept->mutex); !is_behind()) return {kept, std::move(lock)};
        const std::unique_lock lock(kept->mutex);
        if (!is_behind()) continue;
        const bool anew = kept->position < 0 || kept->recounts != now.recounts ||
                          now.position - kept->position > steps_worth_reading;
        // Read first, then added: nothing is half added when the database fails.
        if (anew)
            kept->margins = all_margins(reader, measure);
        else
            for (const auto& [cell, count] : steps_after(reader, measure, kept->position))
                kept->margins.add(cell, count);
        kept->position = now.position;
        kept->recounts = now.recounts;
    }
}

}  // namespace jianghui::statistics
