// The commands on files: the formats of the issue, robust to how programs write CSV, and every bad
// file named by row and column.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engine/app/command_answers.hpp"
#include "features/allocation/errors.hpp"
#include "features/allocation/model.hpp"
#include "features/allocation/named_problem.hpp"
#include "features/allocation/stable_file.hpp"

namespace jianghui::allocation {
namespace allocation_test {

class Files : public ::testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& text) {
        const std::string path = ::testing::TempDir() + "allocation_" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    Allocate options(const std::string& edges, const std::string& orders) {
        Allocate made;
        made.edges = write("edges.csv", edges);
        made.orders = write("orders.csv", orders);
        return made;
    }
    static codec::json::object json_of(const Result<app::Printed>& said) {
        EXPECT_TRUE(said) << said.error().message.en;
        return said ? codec::parse(said->json)->as_object() : codec::json::object{};
    }
};

const std::string three_edges = "worker,order,score\na,x,5\na,y,4\nb,x,4.5\n";
const std::string two_orders = "order,capacity\nx,1\ny,1\n";

TEST_F(Files, TheBestAllocationWithItsCertificate) {
    const auto answer = json_of(allocate(options(three_edges, two_orders)));
    EXPECT_EQ(answer.at("status"), "optimal");
    EXPECT_EQ(answer.at("total"), 8.5);
    EXPECT_EQ(answer.at("matched"), 2);
    EXPECT_EQ(answer.at("unmatched_workers"), 0);
    EXPECT_EQ(codec::json::serialize(answer.at("assignments").at(0)),
              R"({"worker":"a","order":"y","score":4})");
    EXPECT_EQ(answer.at("certificate").at("bound"), 8.5);
    EXPECT_EQ(answer.at("certificate").at("gap"), 0);
    EXPECT_EQ(answer.at("certificate").at("verified"), true);
}

TEST_F(Files, GreedyAndStableTakeTheBestPairFirst) {
    for (const auto method : {Method::greedy, Method::stable}) {
        auto asked = options(three_edges, two_orders);
        asked.method = method;
        const auto answer = json_of(allocate(asked));
        EXPECT_EQ(answer.at("total"), 5);
        EXPECT_EQ(answer.at("unmatched_workers"), 1);
        EXPECT_EQ(answer.at("unmatched").at(0), "b");
    }
}

TEST_F(Files, TheLeastTotalPlacesNobodyUnlessItMust) {
    auto asked = options(three_edges, two_orders);
    asked.objective = Objective::min;
    EXPECT_EQ(json_of(allocate(asked)).at("total"), 0);
    asked.perfect = true;
    EXPECT_EQ(json_of(allocate(asked)).at("total"), 8.5);
}

TEST_F(Files, InfeasibleNamesTheBottleneck) {
    auto asked = options("worker,order,score\na,x,5\nb,x,4\nc,y,1\n", two_orders);
    asked.perfect = true;
    const auto said = allocate(asked);
    ASSERT_FALSE(said);
    EXPECT_EQ(said.error().code, "infeasible");
    const auto answer = codec::parse(*app::answer_of(said.error(), true))->as_object();
    EXPECT_EQ(answer.at("status"), "infeasible");
    EXPECT_EQ(codec::json::serialize(answer.at("certificate")),
              R"({"kind":"bottleneck","seats":1,"workers":["a","b"],"orders":["x"]})");
}

TEST_F(Files, ReadsWhatProgramsWrite) {
    auto asked = options("\xEF\xBB\xBFscore , order,worker\r\n 5,\"x\",\"a,\"\"1\"\"\"\r\n\r\n1e1,y, b \r\n",
                         "\n\"order\",\"capacity\"\n\"x\",1\ny,\"2\"\n  \n");
    asked.workers = write("workers.csv", "worker,capacity\rb,\r");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 15);
    EXPECT_EQ(answer.at("assignments").at(0).at("worker"), "a,\"1\"");
    EXPECT_EQ(answer.at("assignments").at(1).at("worker"), "b");
}

TEST_F(Files, TheAnswerDoesNotDependOnTheOrderOfRows) {
    const auto one = allocate(options("worker,order,score\na,x,1\nb,x,1\nc,y,1\n", two_orders));
    const auto other = allocate(options("worker,order,score\nc,y,1\nb,x,1\na,x,1\n",
                                        "order,capacity\ny,1\nx,1\n"));
    ASSERT_TRUE(one && other);
    EXPECT_EQ(one->json, other->json);
}

TEST_F(Files, SumsAreExact) {
    const auto answer = allocate(options("worker,order,score\na,x,0.1\nb,x,0.2\nc,x,900000000000000\n",
                                         "order,capacity\nx,3\n"));
    ASSERT_TRUE(answer);
    EXPECT_NE(answer->json.find(R"("total":900000000000000.3,)"), std::string::npos);
}

TEST_F(Files, ScoresAsProgramsPrintThemAreExact) {
    // Doubles between 0 and 100 as a program prints them: together 23 digits.
    auto asked = options("worker,order,score\na,x,84.74337369372327\na,y,84.74337369372326\n"
                         "b,x,0.00002834747652200631\nb,y,0.00002834747652200632\n", two_orders);
    const auto answer = allocate(asked);
    ASSERT_TRUE(answer) << answer.error().message.en;
    EXPECT_NE(answer->json.find(R"("total":84.74340204119979200632,)"), std::string::npos) << answer->json;
    EXPECT_EQ(json_of(answer).at("certificate").at("verified"), true);
    asked.objective = Objective::min;
    asked.perfect = true;
    const auto least = allocate(asked);
    ASSERT_TRUE(least) << least.error().message.en;
    EXPECT_NE(least->json.find(R"("total":84.74340204119978200631,)"), std::string::npos) << least->json;
    asked = options("worker,order,score\na,x,123456789012345678901234567890\nb,x,123456789012345678901234567891\n",
                    "order,capacity\nx,1\n");
    for (const auto method : {Method::optimal, Method::stable, Method::greedy}) {
        asked.method = method;
        EXPECT_NE(allocate(asked)->json.find(R"({"worker":"b","order":"x","score":123456789012345678901234567891})"),
                  std::string::npos);
    }
    asked.method = Method::optimal;
    asked.unmatched_penalty = "1";
    EXPECT_NE(allocate(asked)->json.find(R"("value":123456789012345678901234567890,)"), std::string::npos);
}

TEST_F(Files, DigitsThatNoSumHoldsAreNamedByRow) {
    std::string edges = "worker,order,score\n";
    std::string orders = "order,capacity\n";
    for (int i = 0; i < 5000; ++i) {
        orders += "o" + std::to_string(i) + ",1\n";
        edges += "w" + std::to_string(i) + ",o" + std::to_string(i) + "," + (i == 7 ? "123456789012345678901234567890" : "1") + "\n";
    }
    EXPECT_EQ(allocate(options(edges, orders)).error().path, "/9/score");
}

TEST_F(Files, WorkersMayTakeSeveralOrdersButEachOnce) {
    auto asked = options("worker,order,score\na,x,5\na,y,4\na,z,3\n", "order,capacity\nx,2\ny,1\nz,1\n");
    asked.workers = write("workers.csv", "worker,capacity\na,2\nd,1\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 9);
    EXPECT_EQ(answer.at("unmatched").at(0), "d");
    EXPECT_EQ(answer.at("empty_seats").at(0).at("reason"), "all_qualified_placed");
    EXPECT_EQ(answer.at("empty_seats").at(1).at("reason"), "better_used_elsewhere");
    EXPECT_EQ(answer.at("empty_seats").at(1).at("worker"), "a");
}

TEST_F(Files, PrioritiesFloorsAndGroups) {
    auto asked = options("worker,order,score\na,x,9\nb,x,1\na,y,1\n",
                         "order,capacity,least,group\nx,1,,north\ny,1,1,\n");
    asked.groups = write("groups.csv", "group,least,most\nnorth,0,1\n");
    EXPECT_EQ(json_of(allocate(asked)).at("total"), 2);  // y must be filled
    asked.orders = write("orders2.csv", "order,capacity\nx,1\ny,0\n");
    asked.groups.reset();
    asked.workers = write("workers.csv", "worker,capacity,priority\nb,1,1\n");
    EXPECT_EQ(json_of(allocate(asked)).at("total"), 1);  // b comes first
    asked.method = Method::greedy;
    EXPECT_EQ(allocate(asked).error().code, "allocation_method_cannot");
}

TEST_F(Files, AFaultQuotesWholeCharacters) {
    std::string cell = "a";
    for (int i = 0; i < 50; ++i) cell += "酒";
    const auto said = allocate(options("worker,order,score\na,x," + cell + "\n", two_orders));
    ASSERT_FALSE(said);
    EXPECT_EQ(said.error().facts.back().first, "value");
    EXPECT_EQ(said.error().facts.back().second, cell.substr(0, 100)) << "a and 33 characters of three bytes";
}

TEST_F(Files, WhatNoSumCanHoldIsNamedByRow) {
    std::string orders = "order,capacity\nx,1\n";
    for (int o = 0; o < 300; ++o) orders += "y" + std::to_string(o) + ",1000000000\n";
    auto asked = options("worker,order,score\na,x,9\n", orders);
    EXPECT_EQ(allocate(asked).error().path, "/277/capacity") << "275 billion are more than 2^38";
    asked = options("worker,order,score\na,x,999999999999999999\nb,x,1\n", "order,capacity\nx,1\n");
    asked.workers = write("workers9.csv", "worker,priority\na,\nb,9\nc,8\nd,7\ne,6\nf,5\ng,4\nh,3\ni,2\nj,1\nk,9\n");
    EXPECT_EQ(allocate(asked).error().path, "/3/priority");
}

TEST_F(Files, GroupsInGroupsAreProvenByPrices) {
    auto asked = options("worker,order,score\na,x,9\nb,y,8\nc,z,7\n",
                         "order,capacity,group\nx,1,city;county\ny,1,county; city\nz,1,city\n");
    asked.groups = write("groups.csv", "group,least,most\ncounty,0,1\ncity,0,2\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 16) << "x and z: one of the county, two of the city";
    EXPECT_EQ(answer.at("certificate").at("kind"), "prices");
    EXPECT_EQ(answer.at("certificate").at("verified"), true);
    EXPECT_FALSE(answer.at("certificate").as_object().contains("crossing_prices"));
}

TEST_F(Files, GroupsAcrossEachOtherAreSearched) {
    // x in the north and brewing, y in the north and welding, z in the south and brewing.
    auto asked = options("worker,order,score\na,x,9\nb,y,4\nc,z,5\n",
                         "order,capacity,group\nx,1,north;brewing\ny,1,north;welding\n"
                         "z,1,south;brewing\n");
    asked.groups = write("groups.csv",
                         "group,least,most\nnorth,0,1\nsouth,0,1\nbrewing,0,1\nwelding,0,1\n");
    auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("status"), "optimal");
    EXPECT_EQ(answer.at("total"), 9);
    EXPECT_EQ(answer.at("certificate").at("gap"), 0);
    EXPECT_TRUE(answer.at("certificate").as_object().contains("crossing_prices"));
    asked.groups = write("groups2.csv",
                         "group,least,most\nnorth,0,1\nsouth,1,1\nbrewing,0,1\nwelding,1,1\n");
    answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 9) << "the floors want z and y";
    EXPECT_EQ(answer.at("matched"), 2);
    asked.groups = write("groups3.csv",
                         "group,least,most\nnorth,0,0\nsouth,0,1\nbrewing,0,1\nwelding,1,1\n");
    EXPECT_EQ(allocate(asked).error().code, "infeasible");
    asked.groups = write("groups4.csv", "group,least,most\nnorth,0,0\n");
    EXPECT_EQ(allocate(asked).error().path, "/2/group") << "no file has it";
    asked = options("worker,order,score\na,x,9\n", "order,capacity,group\nx,1,north;north\n");
    asked.groups = write("groups5.csv", "group,least,most\nnorth,0,0\n");
    EXPECT_EQ(allocate(asked).error().path, "/2/group") << "twice";
}

TEST_F(Files, TeamsTakeAllOrNone) {
    auto asked = options("worker,order,score\na,t,9\na,y,5\nb,y,1\n",
                         "order,capacity,team\nt,2,yes\ny,2,\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 6);
    EXPECT_EQ(answer.at("certificate").at("kind"), "search");
    EXPECT_EQ(answer.at("certificate").at("gap"), 0);
    EXPECT_EQ(answer.at("certificate").at("bound_by_prices"), 10);
}

TEST_F(Files, TeamsOfASizeAreWhole) {
    // Five seats in teams of two: one of them completes a team that was begun before.
    auto asked = options("worker,order,score\na,t,9\nb,t,8\nc,t,7\nd,t,6\na,y,1\nd,y,1\n",
                         "order,capacity,team\nt,5,2\ny,2,1\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 25) << "three in t, and one who is left in y";
    EXPECT_EQ(answer.at("matched"), 4);
    EXPECT_EQ(answer.at("empty_seats").at(0).at("reason"), "team_incomplete");
    asked = options("worker,order,score\na,t,9\n", "order,capacity,team\nt,2,0\n");
    EXPECT_EQ(allocate(asked).error().path, "/2/team");
    asked = options("worker,order,score\na,t,9\n", "order,capacity,team\nt,2,many\n");
    EXPECT_EQ(allocate(asked).error().path, "/2/team");
}

TEST_F(Files, OneOrderAtATime) {
    auto asked = options("worker,order,score\na,x,5\na,y,4\na,z,3\n",
                         "order,capacity,from,to\nx,1,2026-12-01T08:00,2026-12-01T12:00\n"
                         "y,1,2026-12-01T11:00,2026-12-01T18:00\nz,1,2026-12-02,2026-12-03\n");
    asked.workers = write("workers.csv", "worker,capacity\na,3\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 8);
    EXPECT_EQ(answer.at("certificate").at("kind"), "prices");
    EXPECT_EQ(codec::json::serialize(answer.at("certificate").at("slots").at(0).at("orders")),
              R"(["x","y"])");
    asked.method = Method::greedy;
    EXPECT_EQ(allocate(asked).error().code, "allocation_method_cannot");
}

TEST_F(Files, WhatOverlapsAcrossSlotsIsSearched) {
    // y overlaps both x and z, which do not overlap: 5 + 5 beats 9.
    auto asked = options("worker,order,score\na,x,5\na,y,9\na,z,5\n",
                         "order,capacity,from,to\nx,1,2026-12-01,2026-12-01\n"
                         "y,1,2026-12-01,2026-12-02\nz,1,2026-12-02,2026-12-02\n");
    asked.workers = write("workers.csv", "worker,capacity\na,3\n");
    const auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("status"), "optimal");
    EXPECT_EQ(answer.at("total"), 10);
    EXPECT_EQ(answer.at("certificate").at("gap"), 0);
}

TEST_F(Files, FloorsOfWorkersAndPenalties) {
    auto asked = options("worker,order,score\na,x,9\nb,x,1\n", "order,capacity\nx,1\n");
    asked.workers = write("workers.csv", "worker,capacity,group\nb,1,agency\n");
    EXPECT_EQ(allocate(asked).error().path, "/2/group") << "no file has it";
    asked.worker_groups = write("worker_groups.csv", "group,least,most\nagency,1,\n");
    auto answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("total"), 1);
    EXPECT_TRUE(answer.at("certificate").as_object().contains("worker_group_prices"));
    asked = options("worker,order,score\na,x,-0.25\nb,x,-3\n", "order,capacity\nx,2\n");
    asked.unmatched_penalty = "1.125";
    answer = json_of(allocate(asked));
    EXPECT_EQ(answer.at("matched"), 1) << "a costs less in x than without, b more";
    EXPECT_EQ(answer.at("certificate").at("value"), -1.375);
    asked.unmatched_penalty = "-1";
    EXPECT_EQ(allocate(asked).error().code, "penalty_malformed");
}

struct Bad {
    const char* edges;
    const char* orders;
    const char* path;
};

TEST_F(Files, BadFilesAreNamedByRowAndColumn) {
    const char* edges = "worker,order,score\na,x,5\n";
    const char* orders = "order,capacity\nx,1\n";
    for (const auto& [bad_edges, bad_orders, path] : {
             Bad{"worker,order,score\na,x,5\na,x,6\n", orders, "/3/order"},
             Bad{"worker,order,score\na,x,five\n", orders, "/2/score"},
             Bad{"worker,order,score\na,x,\n", orders, "/2/score"},
             Bad{"worker,order,score\na,x,NaN\n", orders, "/2/score"},
             Bad{"worker,order,score\n,x,5\n", orders, "/2/worker"},
             Bad{"worker,order,score\na,q,5\n", orders, "/2/order"},
             Bad{"worker,order,score\na,x\n", orders, "/2/score"},
             Bad{"worker,order,score\na,x,5,6\n", orders, "/2/4"},
             Bad{"worker,order,score\na,\"x,5\n", orders, "/2/order"},
             Bad{"worker,order\na,x\n", orders, "/1/score"},
             Bad{"worker,order,score,score\na,x,5,5\n", orders, "/1/4"},
             Bad{"worker,order,points\na,x,5\n", orders, "/1/3"},
             Bad{"", orders, "/1/worker"},
             Bad{"worker,order,score\na,x,5\n\xD5\xC5,x,5\n", orders, "/3/worker"},  // GBK
             Bad{"worker,order,\xB7\xD6\n", orders, "/1/3"},
             Bad{"worker,order,score\na,x,1e-30\nb,x,5\n", orders, "/3/score"},
             Bad{edges, "order,capacity\nx,1\nx,2\n", "/3/order"},
             Bad{edges, "order,capacity\nx,-1\n", "/2/capacity"},
             Bad{edges, "order,capacity\nx,1.5\n", "/2/capacity"},
             Bad{edges, "order,capacity\nx,\n", "/2/capacity"},
             Bad{edges, "order,capacity,from,to\nx,1,2026-12-01,\n", "/2/to"},
             Bad{edges, "order,capacity,from,to\nx,1,2026-13-01,2026-12-01\n", "/2/from"},
             Bad{edges, "order,capacity,from,to\nx,1,2026-12-02,2026-12-01\n", "/2/to"},
         }) {
        const auto said = allocate(options(bad_edges, bad_orders));
        ASSERT_FALSE(said) << path;
        EXPECT_EQ(said.error().code, "table_malformed");
        EXPECT_EQ(said.error().path, path) << said.error().message.en;
    }
    auto asked = options(edges, orders);
    asked.workers = write("workers.csv", "worker,capacity\na,1\na,1\n");
    EXPECT_EQ(allocate(asked).error().path, "/3/worker");
    for (const auto* unreadable : {"/nowhere/workers.csv", "/"}) {
        asked.workers = unreadable;
        EXPECT_EQ(allocate(asked).error().code, "not_found") << unreadable;
    }
}

std::string text_of(const char* name) {
    std::ifstream file(std::string(PART_FOLDER "/../../engine/matching/testdata/") + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(StableFile, GivesTheKnownAnswer) {
    const auto named = read_stable_problem(text_of("hr_small.json"));
    ASSERT_TRUE(named);
    const auto answer = codec::parse(print_stable(*named).json);
    const auto expected = codec::parse(text_of("hr_small.expected.json"));
    ASSERT_TRUE(answer && expected);
    EXPECT_EQ(*answer, *expected);
}

TEST(StableFile, NamesTheFault) {
    const auto path_of = [](const char* text) {
        const auto read = read_stable_problem(text);
        return read ? std::string("none") : read.error().path;
    };
    EXPECT_EQ(path_of(R"({"residents":{},"hospitals":{}})"), "none");
    EXPECT_EQ(path_of("{\"residents\":{\n  \"a\": [}"), "/2/9");
    EXPECT_EQ(path_of("{\"residents\":{\n\"a\":[],\n\"a\":[]},\"hospitals\":{}}"), "/3/3") << "who would be lost?";
    EXPECT_EQ(path_of("{}\n{}"), "/2/1");
    EXPECT_EQ(path_of("\xEF\xBB\xBF{\"residents\":{},\"hospitals\":{}}"), "none");
    EXPECT_NE(path_of(R"({"residents":{)"), "none");
    EXPECT_EQ(path_of("[]"), "/residents");
    EXPECT_EQ(path_of(R"({"residents":{}})"), "/hospitals");
    EXPECT_EQ(path_of(R"({"residents":{"a":["X"]},"hospitals":{}})"), "/residents/a/0");
    EXPECT_EQ(path_of(R"({"residents":{"a":[]},"hospitals":{"X":{"capacity":-1,"prefs":[]}}})"),
              "/hospitals/X/capacity");
    EXPECT_EQ(path_of(R"({"residents":{"a":[]},"hospitals":{"X":{"capacity":1}}})"),
              "/hospitals/X/prefs");
    EXPECT_EQ(path_of(R"({"residents":{"a":["X","X"]},"hospitals":{"X":{"capacity":1,"prefs":[]}}})"),
              "/residents/a/1");
}

}  // namespace allocation_test
}  // namespace jianghui::allocation
