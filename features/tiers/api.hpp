#pragma once
// Tiers are asked through the gate (shares::TierRule); other features need no more than the words.

#include "features/tiers/errors.hpp"
#include "features/tiers/model.hpp"
