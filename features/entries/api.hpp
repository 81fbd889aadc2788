#pragma once
// What other features may ask of entries: the look-up, and the columns of an export.

#include "features/entries/endpoints.hpp"
#include "features/entries/sheet.hpp"
