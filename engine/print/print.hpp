#pragma once
// The public header of engine/print: documents as PDF.
#include "engine/print/lines.hpp"
#include "engine/print/paper.hpp"
