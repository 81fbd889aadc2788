#pragma once
// What other features may use of the code tables: `codes::Tables`, a service from the start on, and
// what its functions answer. The tables never change while the program runs.

#include "features/codes/post_rules.hpp"
#include "features/codes/tables.hpp"
