// The rules of the house (ARCHITECTURE.md), read from the source files themselves: who may include
// whom, where SQL may stand, where sockets may be.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace jianghui {
namespace {

namespace fs = std::filesystem;

struct Source {
    std::string path;  ///< from the root: "features/shares/gate.cpp"
    std::string part;  ///< "features/shares"
    std::string text;
    [[nodiscard]] bool is_test() const {
        return path.find("_test.") != std::string::npos ||
               path.find("_for_test.") != std::string::npos ||
               path.find("/test_bench.") != std::string::npos;
    }
};

std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Source> all_sources() {
    std::vector<Source> found;
    const fs::path root = SOURCE_FOLDER;
    for (const char* kind : {"engine", "features"})
        for (const auto& entry : fs::recursive_directory_iterator(root / kind)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const auto path = entry.path().lexically_relative(root);
            auto step = path.begin();
            const auto part = *step / *std::next(step);
            found.push_back({path.string(), part.string(), read(entry.path())});
        }
    return found;
}

std::vector<std::string> included_by(const Source& source) {
    static const std::regex line(R"re((?:^|\n)\s*#\s*include\s+["<]([^">]+)[">])re");
    std::vector<std::string> found;
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), line), end; at != end;
         ++at)
        found.push_back((*at)[1]);
    return found;
}

/// "features/orders" of "features/orders/api.hpp"; "" for what is no part of ours.
std::string part_of(const std::string& include) {
    static const std::regex form("^((?:engine|features)/[a-z_0-9]+)/.*");
    std::smatch match;
    return std::regex_match(include, match, form) ? match[1].str() : "";
}

/// The words after USES or DEPENDS in a part's build file.
std::set<std::string> named(const std::string& part, const std::string& keyword) {
    const bool engine = part.rfind("engine/", 0) == 0;
    const auto text =
        read(fs::path(SOURCE_FOLDER) / part / (engine ? "engine.cmake" : "feature.cmake"));
    std::smatch call;
    if (!std::regex_search(text, call, std::regex(R"(add_(?:engine|feature)\(([^)]*)\))")))
        return {};
    std::istringstream words(call[1].str());
    std::set<std::string> found;
    bool collecting = false;
    for (std::string word; words >> word;) {
        if (word == "USES" || word == "DEPENDS" || word == "LIBRARIES" || word == "LEVEL")
            collecting = word == keyword;
        else if (collecting)
            found.insert(word);
    }
    return found;
}

/// Calls `judge(source, include, included part)` for every include of one of our parts by another;
/// what it answers is a fault.
std::vector<std::string> faults_of(
    const std::function<std::string(const Source&, const std::string&, const std::string&)>&
        judge) {
    std::vector<std::string> faults;
    for (const auto& source : all_sources())
        for (const auto& include : included_by(source)) {
            const auto part = part_of(include);
            if (part.empty() || part == source.part || include == part + "/queries.hpp") continue;
            if (auto fault = judge(source, include, part); !fault.empty())
                faults.push_back(source.path + " includes " + include + ": " + fault);
        }
    return faults;
}

std::string listed(const std::vector<std::string>& faults) {
    std::string text;
    for (const auto& fault : faults) text += "\n  " + fault;
    return text;
}

TEST(Architecture, EnginesIncludeOnlyEnginesThatTheyName) {
    const auto faults = faults_of([](const Source& source, const std::string&,
                                     const std::string& part) -> std::string {
        if (source.part.rfind("engine/", 0) != 0) return "";
        if (part.rfind("features/", 0) == 0) return "an engine knows no feature";
        return named(source.part, "USES").count(part.substr(7)) != 0 ? "" : "not named in USES";
    });
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Architecture, FeaturesReachEachOtherOnlyThroughTheApiOfADependency) {
    const auto faults = faults_of([](const Source& source, const std::string& include,
                                     const std::string& part) -> std::string {
        if (source.part.rfind("features/", 0) != 0 || part.rfind("features/", 0) != 0) return "";
        if (named(source.part, "DEPENDS").count(part.substr(9)) == 0)
            return "not named in DEPENDS";
        return include == part + "/api.hpp" ? "" : "only api.hpp is for others";
    });
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Architecture, FeaturesUseNeitherNetworkNorMain) {
    const auto faults = faults_of([](const Source& source, const std::string&,
                                     const std::string& part) -> std::string {
        const bool feature = source.part.rfind("features/", 0) == 0;
        return feature && (part == "engine/net" || part == "engine/main") ? "not for features" : "";
    });
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Architecture, NoTwoEnginesUseEachOther) {
    std::map<std::string, std::set<std::string>> uses;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_FOLDER) / "engine")) {
        const auto name = entry.path().filename().string();
        uses[name] = named("engine/" + name, "USES");
    }
    const std::function<bool(const std::string&, std::set<std::string>)> circles =
        [&](const std::string& name, std::set<std::string> path) {
            if (!path.insert(name).second) return true;
            for (const auto& used : uses[name])
                if (circles(used, path)) return true;
            return false;
        };
    for (const auto& [name, ignored] : uses) EXPECT_FALSE(circles(name, {})) << name;
}

TEST(Architecture, SocketsAreOnlyInTheNetEngine) {
    for (const auto& source : all_sources()) {
        if (source.part == "engine/net") continue;
        for (const auto& include : included_by(source))
            EXPECT_FALSE(include.rfind("boost/asio", 0) == 0 || include.rfind("boost/beast", 0) == 0)
                << source.path << " includes " << include;
    }
}

/// Whoever calls chooses her Host: what is printed or signed takes the recorded public address.
TEST(Architecture, NoFeatureTakesItsAddressFromTheCaller) {
    for (const auto& source : all_sources()) {
        if (source.part.rfind("features/", 0) != 0 || source.is_test()) continue;
        EXPECT_EQ(source.text.find("header(\"host\")"), std::string::npos) << source.path;
        EXPECT_EQ(source.text.find("header(\"x-forwarded-host\")"), std::string::npos)
            << source.path;
    }
}

/// SQL stands in queries.sql and migrations; only the store, which is the database, speaks it too.
TEST(Architecture, SqlStandsInQueriesFiles) {
    static const std::regex sql(
        R"re("\s*(SELECT\s+[\w(*]|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX)\s|PRAGMA\s))re");
    for (const auto& source : all_sources()) {
        if (source.part == "engine/store" || source.is_test()) continue;
        std::smatch found;
        EXPECT_FALSE(std::regex_search(source.text, found, sql))
            << source.path << " holds SQL: " << found.str();
    }
}

/// Two parts that keep each other's tables would be one part.
TEST(Architecture, ATableIsWrittenByOnePart) {
    static const std::regex write(
        R"(\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+([a-z_0-9]+))");
    std::map<std::string, std::set<std::string>> writers;
    const fs::path root = SOURCE_FOLDER;
    for (const char* kind : {"engine", "features"})
        for (const auto& entry : fs::directory_iterator(root / kind)) {
            const auto text = read(entry.path() / "queries.sql");
            for (std::sregex_iterator at(text.begin(), text.end(), write), end; at != end; ++at)
                writers[(*at)[1]].insert(entry.path().filename().string());
        }
    for (const auto& [table, parts] : writers)
        EXPECT_EQ(parts.size(), 1U) << "table " << table << " is written by " << *parts.begin()
                                    << " and " << *parts.rbegin();
}

}  // namespace
}  // namespace jianghui
