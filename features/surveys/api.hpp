#pragma once
// What other features may ask of surveys: what anybody asks, and when one was published.

#include "features/surveys/endpoints.hpp"
#include "features/surveys/events.hpp"
