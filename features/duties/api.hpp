#pragma once
// What other features may ask of duties: the published assessments, and when one was published.

#include "features/duties/endpoints.hpp"
#include "features/duties/events.hpp"
