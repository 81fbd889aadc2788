#pragma once
// The public header of engine/registers: what authorities know, as data (ADR 11). See README.md.
//
//   const auto& registers = command.services.get<registers::Catalogue>();
//   TRY(const auto definition, registers.current("hr_service_licence"));
//   TRY(const auto entry, registers::issue(command, *definition, {...}));

#include "engine/app/context.hpp"
#include "engine/registers/catalogue.hpp"
#include "engine/registers/definition.hpp"
#include "engine/registers/definition_file.hpp"
#include "engine/registers/entries.hpp"
#include "engine/registers/entry.hpp"
#include "engine/registers/events.hpp"
#include "engine/registers/field.hpp"
#include "engine/registers/loading.hpp"
#include "engine/registers/proposals.hpp"
