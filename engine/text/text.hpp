#pragma once
// The public header of engine/text: short texts and what they are called. See README.md.

#include "engine/text/classifier.hpp"
#include "engine/text/parts.hpp"
