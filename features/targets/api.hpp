#pragma once
// What other features may ask of targets: what anybody asks.

#include "features/targets/endpoints.hpp"
