#pragma once
// The public header of engine/procedures: how entries come to be, change and end, as data (ADR 11).
// See README.md.
//
//   TRY(const auto row, procedures::open(command, {"hr_service_licence_grant", values}));
//   TRY(const auto next, procedures::take(command, row, {"accept"}));

#include "engine/procedures/case.hpp"
#include "engine/procedures/case_store.hpp"
#include "engine/procedures/cases.hpp"
#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/clock_rules.hpp"
#include "engine/procedures/custody.hpp"
#include "engine/procedures/definition.hpp"
#include "engine/procedures/delegation.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/procedures/events.hpp"
#include "engine/procedures/rules.hpp"
#include "engine/procedures/shown_value.hpp"
#include "engine/procedures/standing.hpp"
#include "engine/procedures/world.hpp"
