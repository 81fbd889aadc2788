#include "engine/app/feature.hpp"

#include "engine/matching/allocating.hpp"
#include "features/allocation/errors.hpp"
#include "features/allocation/model.hpp"

namespace jianghui::allocation {
namespace {

app::CommandLine allocate_command() {
    return app::on_command_line_alone(
        "allocate", "give workers to orders so that the total score is greatest, with the proof",
        {{.name = "--edges", .what = "CSV worker,order,score: who may take what", .required = true},
         {.name = "--orders", .what = "CSV order,capacity[,least][,group][,team][,from,to]", .required = true},
         {.name = "--workers", .what = "CSV worker,capacity[,priority][,group] (capacity 1 when not said)"},
         {.name = "--groups", .what = "CSV group,least,most: seats that orders share"},
         {.name = "--worker-groups", .what = "CSV group,least,most: seats for workers of a group"},
         {.name = "--method", .what = "optimal (when not said), stable or greedy"},
         {.name = "--objective", .what = "max (when not said) or min"},
         {.name = "--perfect", .what = "every worker must be placed, or exit code 3", .flag = true},
         {.name = "--unmatched-penalty", .what = "what each worker left without an order costs"},
         {.name = "--time-limit", .what = "seconds; then (or at Ctrl-C) the best so far and its gap"},
         {.name = "--progress", .what = "show how far it is on standard error", .flag = true}},
        allocate);
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "allocation";
    feature.errors = {&table_malformed, &stable_file_malformed, &allocation_infeasible,
                      &allocation_undecided, &allocation_method_cannot, &penalty_malformed,
                      &matching::allocation_malformed};
    feature.commands = {
        allocate_command(),
        app::on_command_line_alone(
            "stable", "both extreme stable matchings of residents and hospitals",
            {{.name = "--input", .what = "JSON file of residents and hospitals", .required = true}},
            stable)};
    return feature;
}

}  // namespace jianghui::allocation
