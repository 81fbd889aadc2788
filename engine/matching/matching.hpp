#pragma once
// The public header of engine/matching: who fits an order best, which orders fit a worker best, and
// why. Exact, integer, deterministic; no SQL, no clock, no randomness. README.md explains the
// score.
//
//   Index index(policy);                                   // policy: read_policy(data/matching_policy.csv)
//   TRY_DO(index.apply({.position = 17, .changes = {worker, order}}));
//   TRY(const Ranking best, index.rank_workers(order, {.k = 50, .as_of = today}));
//   for (const Ranked& item : best.items)
//       for (const Part& part : item.parts) show(reason(part, index.names()));
#include "engine/matching/distance.hpp"
#include "engine/matching/explain.hpp"
#include "engine/matching/facts.hpp"
#include "engine/matching/index.hpp"
#include "engine/matching/names.hpp"
#include "engine/matching/policy.hpp"
#include "engine/matching/ranking.hpp"
#include "engine/matching/rarity.hpp"
#include "engine/matching/records.hpp"
