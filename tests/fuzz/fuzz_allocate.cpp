// Any bytes as the files of `jianghui allocate`: a fault names row and column, an answer is proven (find_best
// asserts so) and printed as JSON. The first line says how to read them ("min", a penalty); the files are
// set apart by lines of "%%": edges, orders, workers, groups, groups of workers; those may be left out.
#include "engine/codec/codec.hpp"
#include "engine/http/http.hpp"
#include "features/allocation/answer.hpp"
#include "features/allocation/errors.hpp"

namespace {

using namespace jianghui;

/// The text up to the separator, which is taken off too.
std::string_view take(std::string_view& rest, std::string_view separator) {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + separator.size(), rest.size()));
    return part;
}

std::optional<allocation::File> take_file(std::string_view& rest, const char* name) {
    if (rest.empty()) return std::nullopt;
    return allocation::File{name, std::string(take(rest, "%%\n"))};
}

/// In both languages, in UTF-8 that a problem document can carry; of a file with row and column.
void check_refusal(const Error& refusal) {
    const auto has = [&](std::string_view name) {
        return std::any_of(refusal.facts.begin(), refusal.facts.end(),
                           [&](const Fact& fact) { return fact.first == name && !fact.second.empty(); });
    };
    ASSERT(!refusal.message.zh.empty() && !refusal.message.en.empty());
    ASSERT(refusal.code == allocation::penalty_malformed.code ||
           (refusal.code == allocation::table_malformed.code && has("file") && has("row") &&
            has("column")));
    ASSERT(codec::parse(http::problem(refusal, "0000000000000000").body).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto how = take(rest, "\n");
    allocation::Reading reading{how.starts_with("min"), {}};
    if (const auto penalty = how.find(' '); penalty != std::string_view::npos)
        reading.unmatched_penalty = how.substr(penalty + 1);
    allocation::ProblemFiles files;
    files.edges = take_file(rest, "E.csv").value_or(allocation::File{"E.csv", ""});
    files.orders = take_file(rest, "O.csv").value_or(allocation::File{"O.csv", ""});
    files.workers = take_file(rest, "W.csv");
    files.groups = take_file(rest, "G.csv");
    files.worker_groups = take_file(rest, "V.csv");
    auto named = allocation::read_problem(std::move(files), reading);
    if (!named) {
        check_refusal(named.error());
        return 0;
    }
    named->problem.everybody = how.ends_with("perfect");
    int asked = 0;
    const auto answer = allocation::find_best(*named, [&](const matching::AllocationProgress&) { return ++asked < 20; });
    if (!answer) {  // priorities beside very many groups of workers: no single row is at fault
        ASSERT(answer.error().code == matching::allocation_malformed.code);
        return 0;
    }
    if (answer->allocation.status == matching::AllocationStatus::undecided) return 0;
    const auto said = answer->allocation.status == matching::AllocationStatus::infeasible
                          ? allocation::print_infeasible(*named, answer->allocation)
                          : allocation::print(*named, *answer);
    ASSERT(codec::parse(said.json).has_value());
    return 0;
}
