#pragma once
// What other features may ask of shortages: what anybody asks, when a catalogue was published, and that
// quarters are assessed.

#include "features/shortages/endpoints.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/ranking_view.hpp"
#include "features/shortages/watching.hpp"
