#pragma once
// What the demo, main and tests may ask of figures.

#include "features/figures/counting.hpp"
#include "features/figures/model.hpp"
