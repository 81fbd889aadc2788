#include "features/suggestions/file_rankings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <set>

#include "engine/app/document.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/points.hpp"
#include "features/suggestions/suggest.hpp"

namespace jianghui::suggestions {
namespace {

/// The records of a file, each with its line.
template <class Record>
struct Lines {
    std::string name;
    std::vector<Record> records;
    std::vector<std::int64_t> rows;

    /// The fault of a record as a fault of its line.
    [[nodiscard]] Error fault(std::size_t record, const Error& inner) const {
        return line_fault(rows[record], inner);
    }
    [[nodiscard]] Error line_fault(std::int64_t row, const Error& inner) const {
        const Error& first = inner.errors.empty() ? inner : inner.errors.front();
        const std::string column = first.path.empty() ? "/" : first.path;
        return error(line_malformed,
                     {fmt::format("{} 第 {} 行，{}：{}", name, row, column, first.message.zh),
                      fmt::format("{}, row {}, column {}: {}", name, row, column,
                                  first.message.en)})
            .at(fmt::format("/{}{}", row, column))
            .with("file", name)
            .with("row", std::to_string(row))
            .with("column", column)
            .with("reason", first.code)
            .near(first.nearest);
    }
};

template <class Record>
Result<Lines<Record>> read_lines(const RecordFile& file) {
    Lines<Record> lines{file.name, {}, {}};
    std::string_view rest = file.text;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (std::int64_t row = 1; !rest.empty(); ++row) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto record = codec::decode<Record>(line);
        if (!record) return refuse(lines.line_fault(row, record.error()));
        lines.records.push_back(*std::move(record));
        lines.rows.push_back(row);
    }
    return lines;
}

using WorkerLines = Lines<matching::WorkerRecord>;
using OrderLines = Lines<matching::OrderRecord>;

/// Takes the number off the beginning of a path: "/12/skills" is "/skills" of 12.
std::size_t take_number(std::string& path) {
    std::size_t number = 0;
    const auto rest = std::from_chars(path.data() + 1, path.data() + path.size(), number).ptr;
    path.erase(0, static_cast<std::size_t>(rest - path.data()));
    return number;
}

template <class Record>
Result<matching::Identifiers> identifiers_of(const Lines<Record>& lines) {
    std::vector<std::string> ids;
    for (const auto& record : lines.records) ids.push_back(record.id);
    auto listed = matching::Identifiers::listed(std::move(ids));
    if (listed) return listed;
    const auto number = take_number(listed.error().path);
    return refuse(lines.fault(number, std::move(listed.error()).at("/id")));
}

matching::Identifiers employers_of(const OrderLines& orders) {
    std::set<std::string> ids;
    for (const auto& order : orders.records)
        if (order.employer) ids.insert(*order.employer);
    return *matching::Identifiers::listed({ids.begin(), ids.end()});
}

/// Ranks by the list's code ("senior") and by the national one ("60", GB/T 4658).
Result<std::map<std::string, int>> education_ranks(const std::string& folder) {
    std::map<std::string, int> ranks;
    TRY(auto rows, codes::read_table(folder, "education_levels.csv",
                                     {"code", "zh", "en", "rank", "gb_code", "aliases", "mark"}));
    for (auto& row : rows) {
        const auto rank = static_cast<int>(row.number(3, 1, 15));
        ranks[row.text(0)] = rank;
        if (const auto national = row.free_text(4); !national.empty()) ranks[national] = rank;
        TRY_DO(row.done());
    }
    return ranks;
}

/// Puts the records into the index, as one batch.
Result<Done> fill(matching::Index& index, const WorkerLines& workers, const OrderLines& orders,
                  const matching::Tables& tables) {
    matching::Batch batch;
    for (std::size_t i = 0; i < workers.records.size(); ++i) {
        auto worker = matching::to_worker(workers.records[i], tables);
        if (!worker) return refuse(workers.fault(i, worker.error()));
        if (auto fit = matching::check(*worker); !fit)
            return refuse(workers.fault(i, fit.error()));
        batch.changes.emplace_back(*std::move(worker));
    }
    for (std::size_t i = 0; i < orders.records.size(); ++i) {
        auto order = matching::to_order(orders.records[i], tables);
        if (!order) return refuse(orders.fault(i, order.error()));
        if (auto fit = matching::check(*order); !fit) return refuse(orders.fault(i, fit.error()));
        batch.changes.emplace_back(*std::move(order));
    }
    auto done = index.apply(batch);
    if (done) return done;
    const auto change = take_number(done.error().path);
    if (change < workers.records.size()) return refuse(workers.fault(change, done.error()));
    return refuse(orders.fault(change - workers.records.size(), done.error()));
}

FileRanking view(const matching::Ranking& ranking, const std::string& order,
                 const matching::Identifiers& workers, const matching::Names& names) {
    FileRanking said;
    said.order = order;
    account(ranking, said);
    for (const auto& item : ranking.items)
        said.items.push_back({workers.text(item.id), item.score, parts_of(item.parts, names)});
    return said;
}

}  // namespace

Result<RecordCodes> load_record_codes(const std::string& folder) {
    TRY(const auto tables, codes::Tables::load(folder));
    TRY(const auto points, Points::load(folder, tables));
    TRY(const auto policy_text, app::read_document(folder + "/matching_policy.csv"));
    TRY(auto policy, matching::read_policy(policy_text));
    RecordCodes codes{{}, {}, std::move(policy)};
    for (const auto& place : tables.places())
        if (const auto point = points.at(place.code)) codes.places[place.code.text] = *point;
    TRY(codes.education, education_ranks(folder));
    return codes;
}

Result<FileRankings> rank_records(const RecordFile& worker_file, const RecordFile& order_file,
                                  const RecordCodes& codes, std::size_t k, Date today) {
    TRY(const auto workers, read_lines<matching::WorkerRecord>(worker_file));
    TRY(const auto orders, read_lines<matching::OrderRecord>(order_file));
    TRY(const auto worker_ids, identifiers_of(workers));
    TRY(const auto order_ids, identifiers_of(orders));
    const auto employer_ids = employers_of(orders);
    matching::Index index(codes.policy);
    TRY_DO(fill(index, workers, orders,
                {codes.places, codes.education, worker_ids, order_ids, employer_ids, index.names()}));
    // All at once, in an order in which neighbours ask for much the same people; said in that of the file.
    std::map<std::int64_t, FileRanking> ranked;
    index.rank_every_order({.k = k, .as_of = today}, [&](std::int64_t number, matching::Ranking&& ranking) {
        ranked.emplace(number, view(ranking, order_ids.text(number), worker_ids, index.names()));
    });
    FileRankings said;
    for (const auto& order : orders.records)
        said.rankings.push_back(std::move(ranked.at(*order_ids.number(order.id))));
    return said;
}

}  // namespace jianghui::suggestions
