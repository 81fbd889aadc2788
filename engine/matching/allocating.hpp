#pragma once
// The second public header of engine/matching, apart from the first because much of the program
// includes that one for its codes alone: who goes where when a whole batch is decided at once.
#include "engine/matching/allocation.hpp"
#include "engine/matching/allocation_again.hpp"
#include "engine/matching/allocation_search.hpp"
#include "engine/matching/bottleneck.hpp"
#include "engine/matching/decimal.hpp"
#include "engine/matching/empty_seats.hpp"
#include "engine/matching/stable.hpp"
