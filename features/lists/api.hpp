#pragma once
// What other features may ask of lists: what anybody asks, and when one was published.

#include "features/lists/endpoints.hpp"
#include "features/lists/events.hpp"
