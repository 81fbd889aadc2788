#pragma once
// The public header of engine/base: see README.md for what may live here.
#include "engine/base/code.hpp"
#include "engine/base/fen.hpp"
#include "engine/base/id.hpp"
#include "engine/base/random.hpp"
#include "engine/base/result.hpp"
#include "engine/base/time.hpp"
#include "engine/base/utf8.hpp"
