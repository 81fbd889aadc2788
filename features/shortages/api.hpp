#pragma once
// What other features may ask of shortages: what anybody asks, and when a catalogue was published.

#include "features/shortages/endpoints.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/ranking_view.hpp"
