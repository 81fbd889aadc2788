#pragma once
// What the demo, main, tests and other features may ask of figures.

#include "features/figures/counting.hpp"
#include "features/figures/endpoints.hpp"
#include "features/figures/model.hpp"
#include "features/figures/rules.hpp"
#include "features/figures/series.hpp"
