#pragma once
// Allocation over problems of files, for other features: reading, solving, printing. Pure.

#include "features/allocation/answer.hpp"
#include "features/allocation/errors.hpp"
